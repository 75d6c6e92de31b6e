import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareEnds, endsTable } from '../../../server/src/features/compareEnds';
import { endsIn } from '../../../server/src/features/tunnelsAt';
import { reportTunnels, type ReportedTunnel } from '../../../server/src/cli/tunnels';
import { Workspace } from '../../../server/src/workspace/workspace';
import { analysedTexts, type Texts } from './analysed';
import { healthyPair } from './pairs';

const { a, b } = healthyPair('policy', 'IKEv2');
const hub = healthyPair('template', 'IKEv2').b;

/** Without names as IDs, so that only addresses and flows tell who is meant. */
const withoutIds = (text: string): string => text.replace(/ (?:local|remote)-id(?:-type)? \S+\n/g, '');
/** Without a security ACL. */
const withoutAcl = (text: string): string => text.replace(' security acl 3000\n', '');

const verdicts = (tunnels: readonly ReportedTunnel[]): string[] =>
  tunnels
    .filter(({ ends }) => ends[1].device !== null)
    .map(({ verdict, phase }) => (phase ? `${verdict}: ${phase}` : verdict));

function verdictsOf(texts: Texts): string[] {
  return verdicts(analysedTexts(texts).tunnels);
}

function errorsOf(texts: Texts): string[] {
  return analysedTexts(texts)
    .seen.filter(({ severity }) => severity === 'error')
    .map(({ rule, file, text }) => `${rule} ${file}: ${text}`);
}

describe('devices of one name', () => {
  const named = (text: string, name: string): string => text.replace(/sysname \S+/, `sysname ${name}`);

  for (const name of ['Huawei', 'USG6000V1', 'NGFW', 'FW1'])
    test(`two ends that are both called ${name} are two devices`, () => {
      const texts = { a: named(a, name), b: named(b, name).replace('dh group14', 'dh group19') };
      const { tunnels, seen } = analysedTexts(texts);
      assert.deepEqual(verdicts(tunnels), ['fails: phase1']);
      assert.deepEqual(
        tunnels.map(({ id }) => id),
        [`${name} (a.cfg)/policy/map1/10 ↔ ${name} (b.cfg)/policy/map1/10`],
      );
      // What the devices call themselves stays what it is.
      assert.deepEqual(
        tunnels[0]?.ends.map(({ device }) => device),
        [name, name],
      );
      const [found] = seen.filter(({ rule }) => rule === 'dh-group-mismatch');
      assert.match(
        found?.finding.message ?? '',
        new RegExp(`^${name} \\(a\\.cfg\\) .* ${name} \\(b\\.cfg\\) `),
      );
      assert.deepEqual(
        seen.filter(({ rule }) => rule === 'older-version-of-device'),
        [],
      );
    });
  test('branches of one name at one head office are several', () => {
    const branch = (at: number): string =>
      named(a, 'BRANCH').replaceAll('203.0.113.1', `203.0.113.${at}`).replaceAll('10.1.1.', `10.1.${at}.`);
    const head = withoutAcl(hub).replace(/ remote-id(?:-type)? \S+\n/g, '');
    assert.deepEqual(verdictsOf({ head, x: branch(21), y: branch(22) }), ['ok', 'ok']);
  });
  test('two saves of one device that nobody has named are versions of it', () => {
    const saved = (text: string, year: number): string =>
      `!Last configuration was saved at ${year}-03-05 08:15:00 UTC\n${named(text, 'USG6000V1')}`;
    const texts = { a, old: saved(b.replace('dh group14', 'dh group19'), 2023), now: saved(b, 2024) };
    assert.deepEqual(verdictsOf(texts), ['ok']);
  });
  test('a version with another address outside is one still', () => {
    const saved = (text: string, year: number): string =>
      `!Last configuration was saved at ${year}-03-05 08:15:00 UTC\n${text}`;
    const moved = b.replaceAll('198.51.100.2', '198.51.100.9');
    const { seen } = analysedTexts({ a, old: saved(moved, 2023), now: saved(b, 2024) });
    assert.deepEqual(
      seen.filter(({ rule }) => rule === 'older-version-of-device').map(({ file }) => file),
      ['old'],
    );
  });
  test('two configurations of one name in one file are two devices', () => {
    const { tunnels } = analysedTexts({ both: named(a, 'Huawei') + named(b, 'Huawei') });
    assert.deepEqual(
      tunnels.map(({ id, verdict }) => [id, verdict]),
      [['Huawei (both.cfg)/policy/map1/10 ↔ Huawei (both.cfg), 2/policy/map1/10', 'ok']],
    );
  });
  test('the editor finds their ends', () => {
    const { snapshot } = analysedTexts({ a: named(a, 'Huawei'), b: named(b, 'Huawei') });
    const [end] = endsIn(snapshot, 'file:///a.cfg');
    assert.equal(end?.judgements.length, 1);
    const [judgement] = end.judgements;
    assert.ok(judgement);
    assert.match(compareEnds(judgement).title, /^Huawei \(a\.cfg\): .* ↔ Huawei \(b\.cfg\): /);
  });
});

test('the table of a tunnel with thousands of flows stays short', () => {
  const flow = (at: number): string => ` rule ${at + 20} permit ip source 10.3.${at >> 8}.${at & 255} 0\n`;
  const rules = Array.from({ length: 2000 }, (_, at) => flow(at)).join('');
  const { snapshot } = analysedTexts({
    a: a.replace('ipsec proposal', `#\nacl number 3000\n${rules}#\nipsec proposal`),
    b,
  });
  const judgement = endsIn(snapshot, 'file:///a.cfg')[0]?.judgements[0];
  assert.ok(judgement);
  assert.ok(endsTable(judgement).length < 5000);
  assert.match(endsTable(judgement), /<br>…/);
});

describe('unrelated examples with the same addresses', () => {
  test('are paired within their folders', () => {
    const workspace = new Workspace();
    const other = (text: string): string =>
      text.replace('dh group14', 'dh group19').replace('sysname FW', 'sysname X');
    for (const [name, text] of Object.entries({
      'one/a': a,
      'one/b': b,
      'two/a': other(a),
      'two/b': other(b),
    }))
      workspace.set(`file:///labs/${name}.cfg`, text, 'huawei-vrp');
    const tunnels = reportTunnels(workspace.snapshot, (uri) => uri);
    assert.deepEqual(
      tunnels.map(({ id, verdict }) => [id, verdict]),
      [
        ['FW_A/policy/map1/10 ↔ FW_B/policy/map1/10', 'ok'],
        ['X_A/policy/map1/10 ↔ X_B/policy/map1/10', 'ok'],
      ],
    );
  });
});

/** The second entry of a policy group, with an ACL of its own. */
const entry = (sequence: number, acl: number, peer: string): string =>
  `ipsec policy map1 ${sequence} isakmp\n security acl ${acl}\n ike-peer ${peer}\n proposal tran1\n pfs dh-group14\n#\n`;

describe('one end with two flows, two ends with one each', () => {
  for (const version of ['IKEv1 main', 'IKEv2'] as const)
    test(`${version}: both are tunnels, and nothing is wrong`, () => {
      const pair = healthyPair('policy', version);
      const [, second = ''] = /\n rule 10 (.*)/.exec(pair.b) ?? [];
      const two = pair.b
        .replace(/\n rule 10 .*/, '')
        .replace('ipsec proposal tran1', `acl number 3001\n rule 5 ${second}\n#\nipsec proposal tran1`)
        .replace('interface Gig', `${entry(20, 3001, 'fw_a')}interface Gig`);
      const { tunnels } = analysedTexts({ a: pair.a, b: two });
      assert.deepEqual(
        tunnels.map(({ id, verdict }) => [id, verdict]),
        [
          ['FW_A/policy/map1/10 ↔ FW_B/policy/map1/10', 'ok'],
          ['FW_A/policy/map1/10 ↔ FW_B/policy/map1/20', 'ok'],
        ],
      );
      assert.deepEqual(errorsOf({ a: pair.a, b: two }), []);
      // A flow that neither of them has is missed in both.
      const more = pair.a.replace('\n rule 10', '\n rule 7 permit ip source 10.6.6.0 0.0.0.255\n rule 10');
      assert.deepEqual(
        verdictsOf({
          a: more,
          b: version === 'IKEv2' ? two : two.replace(' rule 5 permit ip', ' rule 5 permit udp'),
        }).includes('ok'),
        false,
      );
    });
});

describe('several addresses', () => {
  test('a policy group on two interfaces talks to a peer for each', () => {
    const two = a.replace(
      'interface GigabitEthernet1/0/1',
      'interface GigabitEthernet1/0/2\n ip address 203.0.114.1 255.255.255.0\n ipsec policy map1\n#\ninterface GigabitEthernet1/0/1',
    );
    const peer = /ike peer fw_a\n(?: .*\n)+/.exec(b)?.[0] ?? '';
    const second = peer.replace('peer fw_a', 'peer fw_a2').replace('203.0.113.1', '203.0.114.1');
    const other = b
      .replace(peer, `${peer}#\n${second}`)
      .replace('interface Gig', `${entry(20, 3000, 'fw_a2')}interface Gig`);
    assert.deepEqual(verdictsOf({ a: two, b: other }), ['ok', 'ok']);
  });
  test('primary and standby address of one head office are two tunnels', () => {
    const caller = a.replace(
      ' remote-address 198.51.100.2',
      ' remote-address 198.51.100.2\n remote-address 198.51.101.2',
    );
    const head = b
      .replace('interface Gig', `${entry(10, 3000, 'fw_a').replace('map1', 'map2')}interface Gig`)
      .replace(
        'interface GigabitEthernet1/0/1',
        'interface GigabitEthernet1/0/2\n ip address 198.51.101.2 255.255.255.0\n ipsec policy map2\n#\ninterface GigabitEthernet1/0/1',
      );
    assert.deepEqual(verdictsOf({ a: caller, b: head }), ['ok', 'ok']);
  });
  test('the address of two devices in hot standby is both of theirs, as tunnel local too', () => {
    const member = (name: string, at: number): string =>
      b
        .replace('sysname FW_B', `sysname ${name}`)
        .replace(
          'ip address 198.51.100.2 255.255.255.0',
          `ip address 198.51.100.${at} 255.255.255.0\n vrrp vrid 1 virtual-ip 198.51.100.2 active`,
        )
        .replace(' pfs', ' tunnel local 198.51.100.2\n pfs');
    const workspace = new Workspace();
    workspace.set('file:///net/one/a.cfg', a, 'huawei-vrp');
    workspace.set('file:///net/one/m.cfg', member('FW_M', 11), 'huawei-vrp');
    workspace.set('file:///net/two/s.cfg', member('FW_S', 12), 'huawei-vrp');
    assert.deepEqual(verdicts(reportTunnels(workspace.snapshot, (uri) => uri)), ['ok', 'ok']);
  });
});

describe('an end that names a host', () => {
  const caller = a.replace('remote-address 198.51.100.2', 'remote-address host-name vpn.example.com');
  const dynamic = (text: string): string =>
    text.replace('ip address 198.51.100.2 255.255.255.0', 'ip address ppp-negotiate');

  test('is paired with the end that has its ID', () => {
    assert.deepEqual(verdictsOf({ a: caller, b: withoutAcl(dynamic(hub)) }), ['ok']);
    assert.deepEqual(
      verdictsOf({ a: caller, b: withoutAcl(dynamic(hub)).replaceAll('a.example', 'x.example') }),
      [],
    );
  });
  test('is paired with the one end that protects the same flows', () => {
    assert.deepEqual(verdictsOf({ a: withoutIds(caller), b: withoutIds(dynamic(hub)) }), ['ok']);
  });
  test('is not paired with one of several', () => {
    const other = withoutIds(dynamic(hub));
    assert.deepEqual(verdictsOf({ a: withoutIds(caller), b: other, c: other.replace('FW_B', 'FW_C') }), []);
  });
});

describe('a near miss', () => {
  const slip = (text: string): string =>
    text.replace('remote-address 198.51.100.2', 'remote-address 198.51.100.3');
  const missed = (texts: Texts): string[] => [...verdictsOf(texts), ...errorsOf(texts)];
  const FOUND = [
    'fails: address',
    'peer-address-mismatch a: remote-address 198.51.100.3',
    'peer-address-mismatch b: ip address 198.51.100.2 255.255.255.0',
  ];

  test('of a template that protects whatever is asked for is known by the key', () => {
    assert.deepEqual(missed({ a: withoutIds(slip(a)), b: withoutAcl(withoutIds(hub)) }), FOUND);
    const otherKey = withoutIds(slip(a)).replace('Example-Key-1', 'Example-Key-2');
    assert.deepEqual(missed({ a: otherKey, b: withoutAcl(withoutIds(hub)) }), []);
    const farOff = withoutIds(a).replace('remote-address 198.51.100.2', 'remote-address 192.0.2.77');
    assert.deepEqual(missed({ a: farOff, b: withoutAcl(withoutIds(hub)) }), []);
  });
  test('of a template is known by the IDs, however far off the address', () => {
    const farOff = a.replace('remote-address 198.51.100.2', 'remote-address 192.0.2.77');
    assert.deepEqual(verdictsOf({ a: farOff, b: withoutAcl(hub) }), ['fails: address']);
  });
  test('at both ends is known by the flows', () => {
    const other = withoutIds(b).replace('remote-address 203.0.113.1', 'remote-address 203.0.113.7');
    assert.deepEqual(verdictsOf({ a: withoutIds(slip(a)), b: other }), ['fails: address']);
  });
  test('is none where the addresses have nothing in common', () => {
    const far = (text: string, from: string, to: string): string =>
      withoutIds(text).replace(`remote-address ${from}`, `remote-address ${to}`);
    assert.deepEqual(
      verdictsOf({ a: far(a, '198.51.100.2', '192.0.2.77'), b: far(b, '203.0.113.1', '192.0.2.78') }),
      [],
    );
  });
});

describe('what cannot be compared is said', () => {
  const unverified = (texts: Texts): readonly string[] =>
    analysedTexts(texts).tunnels[0]?.unverified ?? ['none'];
  test('proposals that an excerpt leaves out', () => {
    const excerpt = b
      .replace('sysname FW_B\n', '')
      .replace(/ike proposal 10\n(?: .*\n)+/, '')
      .replace(/ipsec proposal tran1\n(?: .*\n)+/, '');
    assert.deepEqual(unverified({ a, b: excerpt }), ['ike-proposal', 'proposal']);
  });
  test('rules that depend on address sets, at both ends', () => {
    const set = (text: string): string =>
      text.replace(
        / rule 5 permit ip .*/,
        ' rule 5 permit ip source address-set here destination address-set there',
      );
    assert.deepEqual(unverified({ a: set(a), b: set(b) }), ['security acl']);
  });
  test('a rule with words that are not known', () => {
    const odd = b.replace(/( rule 5 permit ip .*)/, '$1 somehow 7');
    assert.deepEqual(unverified({ a, b: odd }), ['security acl']);
    assert.deepEqual(
      errorsOf({ a, b: odd }).filter((each) => each.startsWith('protected')),
      [],
    );
  });
});

describe('deny rules', () => {
  const denied = (text: string, rule: string): string =>
    text.replace(' rule 5 ', ` rule 3 deny ip ${rule}\n rule 5 `);
  const atA = denied(a, 'source 10.1.1.128 0.0.0.127 destination 10.1.2.0 0.0.0.255');
  test('that mirror each other are agreement', () => {
    const atB = denied(b, 'source 10.1.2.0 0.0.0.255 destination 10.1.1.128 0.0.0.127');
    const { tunnels } = analysedTexts({ a: atA, b: atB });
    assert.deepEqual([tunnels[0]?.verdict, tunnels[0]?.unverified], ['ok', []]);
  });
  test('that take another part out count as not compared', () => {
    const atB = denied(b, 'source 10.1.2.0 0.0.0.255 destination 10.1.1.64 0.0.0.63');
    assert.deepEqual(analysedTexts({ a: atA, b: atB }).tunnels[0]?.unverified, ['security acl']);
    assert.deepEqual(analysedTexts({ a: atA, b }).tunnels[0]?.unverified, ['security acl']);
  });
  test('that take all out leave nothing to protect', () => {
    assert.deepEqual(verdictsOf({ a, b: denied(b, '') }), ['fails: flow']);
  });
});

describe('a typed session', () => {
  test('takes back what an undo line takes back', () => {
    const retyped = b
      .replace(' rule 5 ', ' rule 5 permit ip source 10.7.7.0 0.0.0.255\n undo rule 5\n rule 5 ')
      .replace(
        ' remote-address',
        ' remote-address 192.0.2.9\n undo remote-address 192.0.2.9\n remote-address',
      )
      .replace(' pfs', ' pfs dh-group19\n undo pfs\n pfs');
    assert.deepEqual(verdictsOf({ a, b: retyped }), ['ok']);
  });
});

describe('repairs', () => {
  const preferred = (texts: Texts, rule: string): string[] =>
    analysedTexts(texts)
      .seen.filter((each) => each.rule === rule)
      .flatMap(({ finding }) => finding.repairs?.() ?? [])
      .filter((repair) => repair.preferred)
      .map(({ title }) => title);
  test('leave alone what other tunnels hang on, where both ends are strong', () => {
    const caller = a.replace('dh group14', 'dh group21').replace('pfs dh-group14', 'pfs dh-group21');
    assert.match(preferred({ a: caller, b: hub }, 'dh-group-mismatch')[0] ?? '', /^Make FW_A like FW_B/);
    assert.match(preferred({ a: caller, b: hub }, 'pfs-mismatch')[0] ?? '', /^Make FW_A like FW_B/);
    const weak = hub.replace('dh group14', 'dh group2');
    assert.match(preferred({ a: caller, b: weak }, 'dh-group-mismatch')[0] ?? '', /^Make FW_B like FW_A/);
  });
  test('of the method keep the keys that both ends have', () => {
    const certified = b.replace('method pre-share', 'method rsa-signature');
    assert.match(
      preferred({ a, b: certified }, 'authentication-method-mismatch')[0] ?? '',
      /^Make FW_B like FW_A/,
    );
  });
  test('of ciphers take no authentication algorithm along', () => {
    const gcm = b.replace(
      ' esp authentication-algorithm sha2-256\n esp encryption-algorithm aes-256\n',
      ' undo esp authentication-algorithm\n esp encryption-algorithm aes-256-gcm-128\n',
    );
    assert.deepEqual(
      errorsOf({ a, b: gcm }).map((each) => each.split(' ')[0]),
      ['esp-encryption-mismatch', 'esp-encryption-mismatch'],
    );
  });
});
