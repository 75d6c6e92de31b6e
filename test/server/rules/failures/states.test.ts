import { describe, it } from 'node:test';
import { explains, isSilent, pair, table, tells, verdict, type Files } from './cases';
import assert from 'node:assert/strict';

function files(cause: string, extra: Files, offline = true): Files {
  return { ...pair(), 'cap.txt': table('FW_A', cause, { offline }), ...extra };
}

describe('tracked objects', () => {
  const nqa = (device: string, completion: string): string =>
    `<${device}>display nqa results test-instance admin wan\nNQA entry(admin, wan): test flag is active, test type is ICMP\n 1 . Test 1 result The test is finished\n  Completion: success                   RTD over thresholds number: 0\n 2 . Test 2 result The test is finished\n  Completion: ${completion}                    RTD over thresholds number: 0\n<${device}>\n`;
  const bfd = (state: string): string =>
    `<FW_A>display bfd session all\nLocal      Remote     PeerIpAddr      State     Type        InterfaceName\n-----------------\n111        222        203.0.113.2     ${state}      S_IP_PEER          -\n`.replace(
      'S_IP_PEER',
      'S/IP-PEER',
    );
  const vrrp = (state: string): string =>
    `<FW_A>display vrrp brief\nVRID  State        Interface                Type     Virtual IP\n----------------\n1     ${state}       GE1/0/1                  Normal   10.1.1.254\n<FW_A>\n`;
  const following = (line: string, all: Files): Files => ({
    ...all,
    'a.cfg': (all['a.cfg'] ?? '').replace(' ike-proposal 10\n', ` ike-proposal 10\n ${line}\n`),
  });

  it('explain why a tunnel is closed: by its line and by the state', () => {
    for (const cause of ['in disconnect state', 'disconnect track nqa/bfd/vrrp']) {
      const shown = files(cause, { 'a.txt': nqa('FW_A', 'failed') });
      explains(
        following('disconnect track nqa admin wan', shown),
        /follows NQA test admin wan .*, which is failed/,
        'a.txt:6',
      );
      explains(following('connect track nqa admin wan up', shown), /which is failed/);
    }
    explains(
      following(
        'disconnect track bfd-session 111 down',
        files('in disconnect state', { 'a.txt': bfd('Down') }),
      ),
      /BFD session 111/,
    );
    explains(
      following(
        'connect track vrrp vrid 1 interface GigabitEthernet1/0/1 master',
        files('in disconnect state', { 'a.txt': vrrp('Backup') }),
      ),
      /VRRP group 1 on GE1\/0\/1/,
    );
  });

  it('do not explain it in the other state, or where the line means another object or another device', () => {
    const cause = 'in disconnect state';
    const up = files(cause, { 'a.txt': nqa('FW_A', 'success') });
    tells(following('disconnect track nqa admin wan', up), /which is success/);
    explains(following('disconnect track nqa admin wan up', up), /which is success/);
    const down = files(cause, { 'a.txt': nqa('FW_A', 'failed') });
    isSilent(following('disconnect track nqa admin lan', down), /NQA/);
    isSilent(down, /NQA/);
    isSilent(
      following('disconnect track nqa admin wan', files(cause, { 'b.txt': nqa('FW_B', 'failed') })),
      /NQA/,
    );
  });

  it('are told where the configuration is not here', () => {
    const shown = { 'cap.txt': table('FW_A', 'in disconnect state'), 'a.txt': nqa('FW_A', 'failed') };
    tells(shown, /NQA test admin wan of FW_A is failed/);
    // Normal operation, as long as nothing explains it.
    assert.equal(verdict(files('disconnect track nqa/bfd/vrrp', {})), undefined);
  });
});

describe('aaa cut user', () => {
  const record = (device: string, address: string, time: string): string =>
    `<${device}>display aaa offline-record\n-----------------\nOffline record switch          : Enable\n-----------------\nUser name                      : user1\nDomain name                    : vpn\nUser access type               : IKE\nUser IP address                : ${address}\nUser ID                        : 5\nUser login time                : 2026-11-25 18:00:00\nUser offline time              : ${time}\nUser offline reason            : Idle cut\n-----------------\n<${device}>\n`;

  it('is explained by the record of that moment', () => {
    explains(
      files('aaa cut user', { 'a.txt': record('FW_A', '10.9.0.7', '2026-11-25 20:01:01') }),
      /user user1 went offline at 2026-11-25 20:01:01: Idle cut/,
      'a.txt:12',
    );
    explains(
      files('aaa cut user', { 'a.txt': record('FW_A', '198.51.100.2', '2026-11-25 20:00:40') }),
      /Idle cut/,
    );
  });

  it('is not explained by records of other times, other devices or of two users', () => {
    isSilent(files('aaa cut user', { 'a.txt': record('FW_A', '10.9.0.7', '2026-11-25 20:03:01') }), /Idle/);
    isSilent(files('aaa cut user', { 'b.txt': record('FW_B', '10.9.0.7', '2026-11-25 20:01:01') }), /Idle/);
    const two = record('FW_A', '10.9.0.7', '2026-11-25 20:01:01');
    isSilent(files('aaa cut user', { 'a.txt': two, 'a2.txt': two.replace('user1', 'user2') }), /Idle/);
  });
});

describe('the interface of the tunnel', () => {
  const brief = (device: string, physical: string, protocol: string, name = 'GE1/0/0'): string =>
    `<${device}>display interface brief\nInterface                   PHY   Protocol  InUti OutUti   inErrors  outErrors\n${name}        ${physical}    ${protocol}       0%     0%          0          0\nNULL0                       up    up(s)        0%     0%          0          0\n<${device}>\n`;

  it('explains why nobody answers, on either end', () => {
    for (const cause of [
      'dpd timeout',
      'heartbeat timeout',
      'exchange timeout',
      'rekey fail',
      're-auth timeout',
      'peer address switch',
    ]) {
      explains(
        files(cause, { 'a.txt': brief('FW_A', 'down', 'down') }),
        /GigabitEthernet1\/0\/0 of FW_A, which carries the tunnel, is down/,
        'a.txt:3',
      );
      explains(
        files(cause, { 'b.txt': brief('FW_B', '*down', 'down') }),
        /of FW_B, which carries the tunnel, is \*down/,
        'b.txt:3',
      );
    }
  });

  it('does not explain it where it is up, is another one, or where captures differ', () => {
    tells(
      files('dpd timeout', { 'a.txt': brief('FW_A', 'up', 'up') }),
      /GigabitEthernet1\/0\/0 of FW_A, which carries the tunnel, is up/,
    );
    isSilent(files('dpd timeout', { 'a.txt': brief('FW_A', 'down', 'down', 'GE1/0/1') }), /carries/);
    isSilent(
      files('dpd timeout', { 'a.txt': brief('FW_A', 'up', 'up'), 'a2.txt': brief('FW_A', 'down', 'down') }),
      /carries/,
    );
    isSilent(files('dpd timeout', { 'c.txt': brief('FW_C', 'down', 'down') }), /carries/);
  });

  it('is the source of a tunnel interface, not the tunnel interface', () => {
    const all = { ...pair('profile'), 'cap.txt': table('FW_A', 'dpd timeout', { offline: true }) };
    isSilent({ ...all, 'a.txt': brief('FW_A', 'up', 'down', 'Tunnel1') }, /carries/);
    explains({ ...all, 'a.txt': brief('FW_A', 'down', 'down') }, /GigabitEthernet1\/0\/0 of FW_A/);
  });

  it('explains a missing local ID where it has no address', () => {
    const shown = (address: string): string =>
      `<FW_A>display ip interface brief\nInterface                         IP Address/Mask      Physical   Protocol\nGigabitEthernet1/0/0              ${address}           up         down\n<FW_A>\n`;
    const all = files('construct local ID fail', { 'a.txt': shown('unassigned') });
    isSilent(all, /introduces/);
    const byAddress = { ...all, 'a.cfg': (all['a.cfg'] ?? '').replace(/ local-id.*\n/g, '') };
    explains(
      byAddress,
      /introduces itself by the address of GigabitEthernet1\/0\/0, which has none/,
      'a.txt:3',
    );
    tells({ ...byAddress, 'a.txt': shown('203.0.113.1/24') }, /has the address 203\.0\.113\.1/);
  });
});

describe('the applied policy', () => {
  const list = (device: string, policy: string, name = 'GigabitEthernet1/0/0'): string =>
    `<${device}>display ipsec interface brief\n------------------------------------------------\n  IPSec policy         : ${policy}\n  Using interface      : ${name}\n  IPSec policy number  : 10\n  IPSec policy Type    : policy\n------------------------------------------------\n<${device}>\n`;

  it('explains a failure where the device runs without it', () => {
    for (const cause of ['no policy applied on interface', 'config modify or manual offline']) {
      explains(
        files(cause, { 'a.txt': list('FW_A', 'other') }),
        /map1 runs on no interface of FW_A/,
        'a.txt:3',
      );
      explains(
        files(cause, { 'a.txt': list('FW_A', 'map1', 'GE1/0/5') }),
        /runs map1 on GE1\/0\/5, not on GigabitEthernet1\/0\/0/,
      );
    }
  });

  it('does not explain it where it is there, on another device, or where the list is cut', () => {
    const cause = 'no policy applied on interface';
    tells(
      files(cause, { 'a.txt': list('FW_A', 'map1') }),
      /map1 is applied to GigabitEthernet1\/0\/0 on FW_A/,
    );
    isSilent(files(cause, { 'b.txt': list('FW_B', 'other') }), /map1/);
    const cut = list('FW_A', 'other').split('\n').slice(0, 5).join('\n') + '\n';
    isSilent(files(cause, { 'a.txt': cut }), /runs on no/);
  });
});

describe('the mask filter', () => {
  const shown = (device: string, bits: number): string =>
    `<${device}>display ipsec global config\nIPSec Global Config:\n--------------------\n  IPSec netmask source : ${bits}\n  IPSec netmask destination : ${bits}\n--------------------\n<${device}>\n`;
  const all = (extra: Files): Files => ({
    ...pair('template'),
    'cap.txt': table('FW_B', 'netmask mismatch', { peer: '203.0.113.1' }),
    ...extra,
  });

  it('explains a refused flow by what the device runs', () => {
    explains(
      all({ 'b.txt': shown('FW_B', 28) }),
      /FW_B asks for masks of at least 28 .* refuses the flow .* of FW_A/,
      'b.txt:4',
    );
  });

  it('does not explain it where the flow passes or the filter is that of another device', () => {
    tells(all({ 'b.txt': shown('FW_B', 24) }), /flows of FW_A pass the mask filter of FW_B/);
    isSilent(all({ 'a.txt': shown('FW_A', 28) }), /mask filter of|asks for masks/);
  });
});

describe('running SAs', () => {
  const sa = (device: string, flags: string, phase = '2'): string =>
    `<${device}>display ike sa\nIKE SA information :\n Conn-ID    Peer                 VPN              Flag(s)          Phase  RemoteType  RemoteID\n------------------------------------------------------------------\n 16         198.51.100.2/500                      ${flags}          v2:${phase}   IP          198.51.100.2\n<${device}>\n`;

  it('are told, and explain nothing', () => {
    tells(
      files('dpd timeout', { 'a.txt': sa('FW_A', 'RD|ST|A') }),
      /SAs of FW_A with 198\.51\.100\.2 are up in what it shows \(RD\|ST\|A\)/,
    );
    isSilent(files('dpd timeout', { 'a.txt': sa('FW_A', 'NEG|A') }), /are up/);
    isSilent(files('dpd timeout', { 'a.txt': sa('FW_A', 'RD|A', '1') }), /are up/);
    isSilent(files('dpd timeout', { 'b.txt': sa('FW_B', 'RD|A') }), /are up/);
  });

  it('explain an SPI conflict where two have one', () => {
    const one = (remote: string, spi: string): string =>
      `  IPSec policy name: "map1"\n  Sequence number  : 10\n  Mode             : ISAKMP\n  Tunnel local     : 203.0.113.1\n  Tunnel remote    : ${remote}\n  Flow source      : 10.1.1.0/255.255.255.0 0/0\n  [Outbound ESP SAs]\n    SPI: 99 (0x63)\n  [Inbound ESP SAs]\n    SPI: ${spi}\n`;
    const all = (...parts: string[]): string => `<FW_A>display ipsec sa\n${parts.join('')}<FW_A>\n`;
    explains(
      files('spi conflict', {
        'a.txt': all(one('198.51.100.2', '700 (0x2bc)'), one('192.0.2.9', '700 (0x2bc)')),
      }),
      /Two inbound SAs of FW_A have the SPI 700/,
      'a.txt:11',
      'a.txt:21',
    );
    isSilent(
      files('spi conflict', {
        'a.txt': all(one('198.51.100.2', '700 (0x2bc)'), one('192.0.2.9', '701 (0x2bd)')),
      }),
      /Two inbound/,
    );
    isSilent(
      files('spi conflict', {
        'a.txt': all(one('198.51.100.2', '700 (0x2bc)'), one('198.51.100.2', '700 (0x2bc)')),
      }),
      /Two/,
    );
  });
});
