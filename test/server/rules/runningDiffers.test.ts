import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOf } from '../../../server/src/model/value';
import { analyseWorkspace } from '../../../server/src/workspace/tunnels';
import { analysedFiles } from '../tunnels/analysed';
import { answers, capture, configuration, FW_B, session } from '../workspace/sessions';

/** What differs between a configuration and a capture, as `setting: configured | printed`, each found on both places. */
function differences(configured: string, captured: string): string[] {
  const { seen } = analysedFiles({ b: configured, log: captured });
  const found = seen.filter(({ rule }) => rule === 'running-differs');
  const texts = found.map(({ file, finding, severity }) => {
    const [related] = finding.related ?? [];
    assert.ok(related);
    assert.equal(severity, 'information');
    assert.notEqual(related.place.uri, finding.place.uri);
    const [own, other] = [textOf(finding.place), textOf(related.place)];
    const [a, b] = file === 'b' ? [own, other] : [other, own];
    return `${a} | ${b}`;
  });
  for (const each of texts) assert.equal(texts.filter((other) => other === each).length, 2, each);
  return [...new Set(texts)];
}

const base = configuration(FW_B);

/** The whole capture with a part of it otherwise. */
function printed(from: string | RegExp, to: string): string {
  const text = capture(FW_B);
  assert.notEqual(text.replace(from, to), text, String(from));
  return text.replace(from, to);
}

/** The configuration with a part of it otherwise. */
function configured(from: string | RegExp, to: string): string {
  assert.notEqual(base.replace(from, to), base, String(from));
  return base.replace(from, to);
}

describe('running-differs finds', () => {
  const CASES: readonly (readonly [name: string, from: string | RegExp, to: string, found: string])[] = [
    ['dh', 'MODP-2048', 'MODP-1024', 'group14 | MODP-1024'],
    ['encryption', 'AES-192 AES-256', 'AES-128', 'aes-256 aes-192 | AES-128'],
    ['one of two algorithms', 'AES-192 AES-256', 'AES-256', 'aes-256 aes-192 | AES-256'],
    ['hash', ': SHA2-256', ': SHA1', 'sha2-256 | SHA1'],
    ['integrity', 'HMAC-SHA2-256', 'HMAC-SHA1-96', 'hmac-sha2-256 | HMAC-SHA1-96'],
    ['method', 'PRE_SHARED', 'RSA_SIGNATURE', 'pre-share | RSA_SIGNATURE'],
    ['version', ': v2', ': v1v2', 'undo version 1 | v1v2'],
    [
      'remote address',
      'Remote IP               : 203.0.113.1',
      'Remote IP : 203.0.113.9',
      '203.0.113.1 | 203.0.113.9',
    ],
    ['proposal of the peer', 'Proposal                : 10', 'Proposal : 20', '10 | 20'],
    ['encapsulation is not written', 'mode: Tunnel', 'mode: Transport', ''],
    ['ESP authentication', 'SHA2-HMAC-256', 'SHA2-HMAC-512', 'sha2-256 | SHA2-HMAC-512'],
    ['ESP encryption', 'Encryption AES-256', 'Encryption AES-128', 'aes-256 | AES-128'],
    ['ACL of the policy', 'data flow: 3000', 'data flow: 3001', '3000 | 3001'],
    ['peer of the policy', 'name:  hq', 'name:  hq2', 'hq | hq2'],
    ['PFS on the device only', 'secrecy: -', 'secrecy: DH group 14', 'map1 | DH group 14'],
    ['IPsec proposal of the policy', 'name:  tran1', 'name:  tran2', 'tran1 | tran2'],
    ['interface address', '203.0.113.2/24', '203.0.113.2/25', '203.0.113.2 | 203.0.113.2'],
    ['rule', '10.1.1.0 0.0.0.255 (12', '10.1.1.0 0.0.0.127 (12', 'rule'],
    ['rule the device has not', 'rule 5 permit', 'rule 6 permit', 'rule'],
  ];
  for (const [name, from, to, found] of CASES) {
    it(name, () => {
      const all = differences(base, printed(from, to));
      if (found === 'rule')
        assert.ok(all.length > 0 && all.every((each) => each.includes('rule ')), all.join('; '));
      else assert.deepEqual(all, found === '' ? [] : [found]);
    });
  }

  it('PFS in the configuration only', () => {
    assert.deepEqual(
      differences(configured(' ike-peer hq\n', ' ike-peer hq\n pfs dh-group14\n'), capture(FW_B)),
      ['dh-group14 | map1'],
    );
  });

  it('lifetimes that are written, in the unit in which they are printed', () => {
    const written = configured(' ike-peer hq\n', ' ike-peer hq\n sa duration traffic-based 5120\n');
    assert.deepEqual(differences(written, capture(FW_B)), ['5120 | 5242880 kilobytes']);
    assert.deepEqual(differences(written, printed('5242880 kilobytes', '5242880 bytes')), []);
  });

  it('IDs, exchange mode, NAT traversal and detection', () => {
    const written = configured(
      ' ike-proposal 10\n',
      ' ike-proposal 10\n exchange-mode aggressive\n local-id-type fqdn\n local-id hq.example\n' +
        ' undo nat traversal\n dpd type periodic\n dpd msg seq-hash-notify\n',
    );
    const more = printed(
      ' NAT-traversal           : Enable\n',
      ' NAT-traversal : Enable\n DPD : Enable\n DPD type : on-demand\n DPD message : seq-notify-hash\n',
    );
    assert.deepEqual(differences(written, more), [
      'aggressive | main on phase 1',
      'fqdn | IP',
      'undo nat traversal | Enable',
      'periodic | on-demand',
      'seq-hash-notify | seq-notify-hash',
    ]);
  });

  it('what a configuration within the capture says otherwise', () => {
    const texts = {
      log: `<FW_B>display current-configuration\n${base}${capture(FW_B).replace('MODP-2048', 'MODP-1024')}`,
    };
    const { seen } = analysedFiles(texts);
    assert.equal(seen.filter(({ rule }) => rule === 'running-differs').length, 2);
  });
});

describe('running-differs is silent about', () => {
  const SAME: readonly (readonly [name: string, configured: string, captured: string])[] = [
    ['what is the same', base, capture(FW_B)],
    ['another spelling of a group', base, printed('MODP-2048', 'DH group 14')],
    ['another spelling of a cipher', base, printed('Encryption AES-256', 'encryption 256-AES')],
    ['defaults', configured(' dh group14\n', ''), capture(FW_B)],
    [
      'a peer with a standby address',
      configured(/ remote-address.*\n/, ' remote-address 198.51.100.1\n remote-address 203.0.113.1\n'),
      capture(FW_B),
    ],
    [
      'a peer by its host name',
      configured(/ remote-address.*\n/, ' remote-address host-name hq.example\n'),
      capture(FW_B),
    ],
    ['a hidden address', configured(/ remote-address.*\n/, ' remote-address 203.0.113.*\n'), capture(FW_B)],
    ['a family behind the ACL', base, printed('data flow: 3000', 'data flow: 3000/IPv4')],
    [
      'an ACL by its name',
      configured('acl number 3000', 'acl name vpn 3000').replace(
        'security acl 3000',
        'security acl name vpn',
      ),
      capture(FW_B),
    ],
    [
      'quotes',
      configured('ike-proposal 10', 'ike-proposal 10\n local-id-type fqdn\n local-id "hq"'),
      printed(/Local ID type.*\n.*\n/, 'Local ID type : FQDN\n Local ID : hq\n'),
    ],
    [
      'a host name of old releases',
      configured('ike-proposal 10', 'ike-proposal 10\n local-id-type name'),
      printed(/Local ID type.*/, 'Local ID type : FQDN'),
    ],
    [
      'an interface with DHCP',
      configured(/ip address 203\S+ \S+/, 'ip address dhcp-alloc'),
      printed('203.0.113.2/24', '203.0.113.77/24'),
    ],
    [
      'further addresses',
      configured(
        'ip address 10.1.2.1 255.255.255.0',
        'ip address 10.1.2.1 255.255.255.0\n ip address 10.9.9.1 255.255.255.0 sub',
      ),
      capture(FW_B),
    ],
    ['rules that the device numbers', configured('rule 5 permit', 'rule permit'), capture(FW_B)],
    [
      'ports by name and number',
      configured('permit ip', 'permit tcp').replace(
        /(destination 10.1.1.0 0.0.0.255)/,
        '$1 destination-port eq www',
      ),
      printed('permit ip', 'permit tcp').replace('0.0.0.255 (12', '0.0.0.255 destination-port eq 80 (12'),
    ],
    [
      'an excerpt that lacks rules',
      base.replace('return\n', '').replace(/interface[^]*/, '') + '....\n',
      printed('3000, 1 rule\n', '3000, 2 rules\n').replace(
        ' (12 times matched)\n',
        '\n rule 10 permit ip source 10.8.0.0 0.0.0.255\n',
      ),
    ],
    [
      'a list that was cut',
      configured(
        /( rule 5.*\n)/,
        '$1 rule 10 permit ip source 10.1.2.0 0.0.0.255 destination 10.7.0.0 0.0.255.255\n',
      ),
      printed('3000, 1 rule\n', '3000, 2 rules\n'),
    ],
    [
      'a soft lifetime',
      configured(' ike-peer hq\n', ' ike-peer hq\n sa duration time-based 7200\n'),
      printed(/IPSec SA local duration\(time based\).*/, 'SA soft duration(time based): 3600 seconds'),
    ],
  ];
  for (const [name, own, shown] of SAME) {
    it(name, () => {
      assert.notEqual(own, undefined);
      assert.deepEqual(differences(own, shown), []);
    });
  }

  it('names that tables cut', () => {
    const long = base.replaceAll('hq', 'head-quarters-of-the-north');
    const brief = session(FW_B, [
      'display ike peer brief\nCurrent ike peer number: 1\n' +
        '---------------------------------------------------------------------------\n' +
        'Peer name        Version  Exchange-mode   Proposal   Id-type   RemoteAddr\n' +
        '---------------------------------------------------------------------------\n' +
        'head-quarters-o  v2       main            10         IP        203.0.113.1\n',
      'display ipsec policy brief\ncurrent ipsec policy number: 1\n' +
        '-----------------------------------------------------------------------------------\n' +
        'IPsec-Policy-Name  Mode     acl  ike-peer         Local-Address   Remote-Address\n' +
        '-----------------------------------------------------------------------------------\n' +
        'map1-10            isakmp   3000 head-quarters-o\n',
    ]);
    assert.deepEqual(differences(long, brief), []);
    const { snapshot } = analysedFiles({ b: long, log: brief });
    const [device] = analyseWorkspace(snapshot).devices;
    assert.deepEqual(
      device?.ikePeers.map(({ name }) => name),
      ['head-quarters-of-the-north'],
    );
  });

  it('commands typed before an answer', () => {
    const typed = `[FW_B]ike proposal 10\n[FW_B-ike-proposal-10]dh group2\n[FW_B-ike-proposal-10]quit\n`;
    const { seen } = analysedFiles({ log: typed + session(FW_B, [answers(FW_B).proposal]) });
    assert.deepEqual(
      seen.filter(({ rule }) => rule === 'running-differs'),
      [],
    );
  });

  it('keys, whatever stands there', () => {
    const { seen } = analysedFiles({
      b: base,
      log: printed('******', '%^%#another-one-of-words-made-up%^%#'),
    });
    assert.ok(seen.every(({ finding }) => !finding.message.includes('words')));
    assert.deepEqual(
      seen.filter(({ rule }) => rule === 'running-differs'),
      [],
    );
  });
});
