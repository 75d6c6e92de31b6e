import { describe, it } from 'node:test';
import { explains, isSilent, pair, table, tells, type Files } from './cases';

const with_ = (cause: string, extra: Files): Files => ({
  ...pair(),
  'cap.txt': table('FW_A', cause),
  ...extra,
});

describe('ip assigned fail', () => {
  const pool = (name: string, used: number, idle: number): string =>
    `  Pool-name      : ${name}\n  Pool-No        : 0\n  IP address Statistic\n    Total       :${used + idle}\n    Used        :${used}        Idle        :${idle}\n`;
  const pools = (device: string, ...all: string[]): string =>
    `<${device}>display ip pool\n${all.join('')}<${device}>\n`;

  it('is explained by a pool that is used up', () => {
    explains(
      with_('ip assigned fail', { 'a.txt': pools('FW_A', pool('clients', 253, 0)) }),
      /address pool clients of FW_A has no free address: 253 of 253/,
      'a.txt:6',
    );
  });

  it('is not explained by a pool with free addresses, on another device, or while another pool has some', () => {
    tells(
      with_('ip assigned fail', { 'a.txt': pools('FW_A', pool('clients', 250, 3)) }),
      /clients of FW_A has 3 free/,
    );
    isSilent(with_('ip assigned fail', { 'b.txt': pools('FW_B', pool('clients', 253, 0)) }), /address pool/);
    tells(
      with_('ip assigned fail', { 'a.txt': pools('FW_A', pool('clients', 253, 0), pool('guests', 1, 99)) }),
      /clients of FW_A has no free address.*guests of FW_A has 99/,
    );
  });

  it('goes by the pools that the configuration gives to users', () => {
    const files = with_('ip assigned fail', {
      'a.txt': pools('FW_A', pool('clients', 253, 0), pool('guests', 1, 99)),
    });
    const named = (files['a.cfg'] ?? '').replace(
      'return',
      'aaa\n service-scheme s1\n  ip-pool clients\n#\nreturn',
    );
    explains({ ...files, 'a.cfg': named }, /clients of FW_A has no free address/);
  });

  it('takes no number that the end of the file may have cut', () => {
    const cut = pools('FW_A', pool('clients', 253, 0)).replace(/\n<FW_A>\n$/, '');
    isSilent(with_('ip assigned fail', { 'a.txt': cut }), /address pool/);
  });
});

describe('license or specification limited', () => {
  const CAUSE = 'license or specification limited';
  const license = (
    device: string,
    limit: string,
    used: string,
    expiry = 'PERMANENT',
    state = 'Normal',
  ): string =>
    `<${device}>display license verbose
 Active license    : hda1:/fw.dat
 License state     : Normal

 Item name         : LIPSEC100
 Item type         : Resource
 Control value     : ${limit}
 Used value        : ${used}
 Item state        : ${state}
 Item expired date : ${expiry}
 Description       : IPSec tunnels

 Item name         : LSSL
 Item type         : Resource
 Control value     : 10
 Used value        : 10
 Item state        : Normal
 Item expired date : 2020-01-01
 Description       : SSL VPN users
<${device}>
`;

  it('is explained by a licence that is used up or has ended', () => {
    explains(
      with_(CAUSE, { 'a.txt': license('FW_A', '100', '100') }),
      /allows 100 of LIPSEC100.*100 are in use/,
      'a.txt:7',
      'a.txt:8',
    );
    explains(
      with_(CAUSE, { 'a.txt': license('FW_A', '100', '7', '2026-11-20') }),
      /ended on 2026-11-20, before 2026-11-25/,
      'a.txt:10',
    );
  });

  it('is not explained by a licence with room, of another function, of another device, in its trial or that ends later', () => {
    tells(
      with_(CAUSE, { 'a.txt': license('FW_A', '100', '7') }),
      /allows 100 of LIPSEC100 \(IPSec tunnels\); 7 are in use/,
    );
    isSilent(with_(CAUSE, { 'a.txt': license('FW_A', '100', '7') }), /LSSL/);
    isSilent(with_(CAUSE, { 'b.txt': license('FW_B', '100', '100') }), /licence/);
    tells(
      with_(CAUSE, { 'a.txt': license('FW_A', '100', '7', '2026-11-20', 'Trial') }),
      /ended on 2026-11-20/,
    );
    tells(with_(CAUSE, { 'a.txt': license('FW_A', '100', '7', '2026-11-25') }), /7 are in use/);
  });

  it('counts the tunnels where the licence does not', () => {
    const rows = ['0x101', '0x102', '0x103', '0x104'].map(
      (spi, at) =>
        (at % 2 === 0 ? ['203.0.113.1', '198.51.100.2'] : ['198.51.100.2', '203.0.113.1']).join('   ') +
        `   ${spi}   ESP   E:AES-256 A:SHA2_256_128`,
    );
    const list = `<FW_A>display ipsec sa brief\nSrc address     Dst address     SPI     Protocol  Algorithm\n--------------------------------------------\n${rows.join('\n')}\n<FW_A>\n`;
    const two = license('FW_A', '2', '').replace(/ Used value {8}: \n/, '');
    explains(
      with_(CAUSE, { 'a.txt': two, 'a2.txt': list }),
      /allows 2 of LIPSEC100, and 2 tunnels are up/,
      'a.txt:7',
      'a2.txt:4',
    );
    tells(with_(CAUSE, { 'a2.txt': list }), /FW_A shows 2 IPsec tunnels/);
  });
});

describe('first packet limited', () => {
  const CAUSE = 'first packet limited';
  const config = (device: string, cap: number): string =>
    `<${device}>display ike global config\n IKE Global Config:\n--------------------------------\n  IKE local-name :\n  IKE call admission : ${cap}\n--------------------------------\n<${device}>\n`;
  const peers = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) => `ike peer more${at}\n remote-address 192.0.2.${at + 1}\n#\n`,
    ).join('');

  it('is explained by a cap below the number of peers', () => {
    const files = with_(CAUSE, { 'a.txt': config('FW_A', 5) });
    const many = (files['a.cfg'] ?? '').replace('return', `${peers(9)}return`);
    explains({ ...files, 'a.cfg': many }, /lets 5 IKE SAs negotiate at once and has 10 IKE peers/, 'a.txt:5');
    const written = many.replace(
      '#\nipsec proposal',
      '#\nike call admission limit in-negotiation-sa 4\n#\nipsec proposal',
    );
    explains(
      { ...pair(), 'cap.txt': table('FW_A', CAUSE), 'a.cfg': written },
      /lets 4 IKE SAs negotiate at once/,
    );
  });

  it('is not explained by a cap that suffices, or of another device', () => {
    tells(with_(CAUSE, { 'a.txt': config('FW_A', 800) }), /lets 800 IKE SAs negotiate at once/);
    isSilent(with_(CAUSE, { 'b.txt': config('FW_B', 1) }), /negotiate at once/);
  });
});

describe('dynamic peers number reaches limitation', () => {
  it('is never explained: nobody prints the limit', () => {
    const brief = `<FW_A>display ike peer brief\nCurrent ike peer number: 2\nPeer name  Version  Exchange-mode  Proposal  Id-type  RemoteAddr\n----------------\nfw_b   v2   main   10   FQDN   198.51.100.2\nfw_c   v2   main   10   FQDN   192.0.2.7\n<FW_A>\n`;
    tells(with_('dynamic peers number reaches limitation', { 'a.txt': brief }), /FW_A shows 2 IKE peers/);
  });
});
