import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readProject } from '../../../server/src/workspace/project';
import { findingsIn } from '../../../server/src/workspace/tunnels';
import { reportTunnels } from '../../../server/src/cli/tunnels';
import { Workspace } from '../../../server/src/workspace/workspace';
import { analysedTexts, repaired, type Seen } from './analysed';
import { broken, FAULTS } from './faults';
import { healthyPair } from './pairs';

function manual(
  name: string,
  own: string,
  other: string,
  inbound: number,
  outbound: number,
  key: string,
): string {
  const [network, far] = name === 'FW_A' ? ['10.1.1', '10.1.2'] : ['10.1.2', '10.1.1'];
  return `#
sysname ${name}
#
acl number 3000
 rule 5 permit ip source ${network}.0 0.0.0.255 destination ${far}.0 0.0.0.255
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ipsec policy map1 10 manual
 security acl 3000
 proposal tran1
 tunnel local ${own}
 tunnel remote ${other}
 sa spi inbound esp ${inbound}
 sa string-key inbound esp ${key}
 sa spi outbound esp ${outbound}
 sa string-key outbound esp Example-Key-1
#
interface GigabitEthernet1/0/0
 ip address ${own} 255.255.255.0
 ipsec policy map1
#
return
`;
}

const FW_A = manual('FW_A', '203.0.113.1', '198.51.100.2', 1001, 1002, 'Example-Key-1');
const FW_B = manual('FW_B', '198.51.100.2', '203.0.113.1', 1002, 1001, 'Example-Key-1');

const errors = (seen: readonly Seen[]): string[] =>
  seen
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, file, text }) => `${rule} ${file}: ${text}`);

describe('manual policies', () => {
  test('pair, and are ok where numbers and keys correspond crosswise', () => {
    const { seen, tunnels } = analysedTexts({ a: FW_A, b: FW_B });
    assert.deepEqual(errors(seen), []);
    assert.deepEqual(
      tunnels.map(({ id, verdict }) => [id, verdict]),
      [['FW_A/manual/map1/10 ↔ FW_B/manual/map1/10', 'ok']],
    );
  });
  for (const [what, text, line, other] of [
    [
      'SPI',
      FW_B.replace('inbound esp 1002', 'inbound esp 1003'),
      'sa spi inbound esp 1003',
      'sa spi outbound esp 1002',
    ],
    [
      'key',
      FW_B.replace('inbound esp Example-Key-1', 'inbound esp Example-Key-2'),
      'sa string-key inbound esp Example-Key-2',
      'sa string-key outbound esp Example-Key-1',
    ],
  ] as const)
    test(`another ${what} is found on both lines and repaired`, () => {
      const texts = { a: FW_A, b: text };
      const { seen, tunnels, snapshot } = analysedTexts(texts);
      assert.deepEqual(errors(seen), [`manual-sa-mismatch a: ${other}`, `manual-sa-mismatch b: ${line}`]);
      assert.deepEqual([tunnels[0]?.verdict, tunnels[0]?.phase], ['fails', 'phase2']);
      const [found] = seen.filter(({ rule }) => rule === 'manual-sa-mismatch');
      assert.doesNotMatch(found?.finding.message ?? '', /Example-Key/);
      const [repair] = found?.finding.repairs?.() ?? [];
      assert.ok(repair);
      assert.deepEqual(repaired(texts, snapshot, repair), { a: FW_A, b: FW_B });
    });
  test('ciphered keys are not compared', () => {
    const ciphered = FW_B.replace('inbound esp Example-Key-1', 'inbound esp %^%#abcdefghijklmnop%^%#');
    const { tunnels } = analysedTexts({ a: FW_A, b: ciphered });
    assert.deepEqual([tunnels[0]?.verdict, tunnels[0]?.unverified], ['ok', ['manual SA keys']]);
  });
});

/** FW_A behind a NAT: it has a private address, and the other end names the public one of the NAT. */
const pair = healthyPair('policy', 'IKEv2');
const inside = pair.a
  .replace('ip address 203.0.113.1', 'ip address 192.168.7.1')
  .replaceAll('-id-type fqdn', '-id-type fqdn');

function withProject(texts: Readonly<Record<string, string>>, project: object) {
  const workspace = new Workspace();
  workspace.setProject('file:///net', readProject(JSON.stringify(project)).project);
  for (const [name, text] of Object.entries(texts))
    workspace.set(`file:///net/${name}.cfg`, text, 'huawei-vrp');
  const { snapshot } = workspace;
  const rules = Object.keys(texts).flatMap((name) =>
    findingsIn(snapshot, `file:///net/${name}.cfg`).map(({ rule }) => rule.id),
  );
  return { snapshot, rules, tunnels: reportTunnels(snapshot, (uri) => uri) };
}

const NAT = { nat: [{ outside: '203.0.113.1', inside: '192.168.7.1' }] };

describe('a NAT between the ends', () => {
  test('that no file shows: the tunnel is known, and what becomes of it is not', () => {
    const { tunnels, seen } = analysedTexts({ a: inside, b: pair.b });
    assert.deepEqual(
      tunnels.map(({ verdict, ends }) => [verdict, ends[1].device]),
      [['unknown', 'FW_B']],
    );
    assert.deepEqual(errors(seen), []);
  });
  test('in the project file: the ends are compared as if it were not there', () => {
    const { tunnels } = withProject({ a: inside, b: pair.b }, NAT);
    assert.deepEqual(
      tunnels.map(({ verdict, phase }) => [verdict, phase]),
      [['ok', null]],
    );
  });
  test('needs NAT traversal', () => {
    const off = inside.replace(' ike-proposal 10\n', ' ike-proposal 10\n undo nat traversal\n');
    const { tunnels, rules } = withProject({ a: off, b: pair.b }, NAT);
    assert.deepEqual([tunnels[0]?.verdict, tunnels[0]?.phase], ['fails', 'liveness']);
    assert.ok(rules.includes('nat-traversal-off'));
  });
  test('does not let AH through', () => {
    const ah = (text: string): string =>
      text.replace(
        'ipsec proposal tran1\n',
        'ipsec proposal tran1\n transform ah-esp\n ah authentication-algorithm sha2-256\n',
      );
    const { tunnels, rules } = withProject({ a: ah(inside), b: ah(pair.b) }, NAT);
    assert.deepEqual([tunnels[0]?.verdict, tunnels[0]?.phase], ['fails', 'liveness']);
    assert.equal(rules.filter((rule) => rule === 'ah-through-nat').length, 2);
  });
});

const dh = FAULTS.find(({ rule }) => rule === 'dh-group-mismatch');
assert.ok(dh);
const faulty = broken(pair, 'b', dh);
const ID = 'FW_A/policy/map1/10 ↔ FW_B/policy/map1/10';

describe('the project file', () => {
  const rulesUnder = (project: object): string[] =>
    withProject({ ...faulty }, project).rules.filter((rule) => rule === 'dh-group-mismatch');
  const reason = 'Agreed.';

  test('accepts a rule in a tunnel, by the id of the tunnel or of one end; the verdict stays', () => {
    for (const tunnel of [ID, 'FW_B/policy/map1/10 ↔ FW_A/policy/map1/10', 'FW_B/policy/map1/10'])
      assert.deepEqual(rulesUnder({ suppressions: [{ rule: 'dh-group-mismatch', tunnel, reason }] }), []);
    const { tunnels } = withProject(
      { ...faulty },
      { suppressions: [{ rule: 'dh-group-mismatch', tunnel: ID, reason }] },
    );
    assert.equal(tunnels[0]?.verdict, 'fails');
  });
  test('accepts a rule on a device, whatever the case of its name', () => {
    assert.deepEqual(
      rulesUnder({ suppressions: [{ rule: 'dh-group-mismatch', device: 'fw_a', reason }] }),
      [],
    );
    assert.equal(
      rulesUnder({ suppressions: [{ rule: 'dh-group-mismatch', device: 'FW_C', reason }] }).length,
      2,
    );
  });
  test('accepts nothing without a reason, for another rule or another tunnel', () => {
    for (const suppression of [
      { rule: 'dh-group-mismatch' },
      { rule: 'pfs-mismatch', reason },
      { rule: 'dh-group-mismatch', tunnel: 'FW_A/policy/map1/20', reason },
    ])
      assert.equal(rulesUnder({ suppressions: [suppression] }).length, 2, JSON.stringify(suppression));
  });
  test('gives devices a product whose defaults count', () => {
    const unset = (text: string): string => text.replace('\n encryption-algorithm aes-256\n', '\n');
    const texts = { a: unset(pair.a), b: pair.b };
    assert.deepEqual(withProject(texts, {}).tunnels[0]?.unverified, ['encryption-algorithm']);
    const known = withProject(texts, { devices: { FW_A: { product: 'usg', release: 'V500R005C10' } } });
    assert.deepEqual(known.tunnels[0]?.unverified, []);
  });
  test('says in one sentence what is wrong with it, and what can be read counts', () => {
    const { project, problem } = readProject(
      '{ "rules": { "pfs-missing": "off", "x": 3 }, // note\n "nat": [{}], }}',
    );
    assert.match(problem ?? '', /^huawei-ipsec\.json is no valid JSON at line 2: /);
    assert.deepEqual(project.rules, { 'pfs-missing': 'off' });
    assert.equal(project.nat.size, 0);
    for (const text of ['', '[]', 'null', '{"suppressions": {}, "include": [1, "*.cfg"]}', '\u0000{{{'])
      assert.doesNotThrow(() => readProject(text));
  });
  test('takes files in and leaves them out by patterns', () => {
    const { project } = readProject('{ "include": ["configs/**"], "exclude": ["**/old/**"] }');
    assert.deepEqual(
      ['configs/a.cfg', 'configs/old/a.cfg', 'a.cfg', 'configs/x/b.txt'].map((path) => project.takesIn(path)),
      [true, false, false, true],
    );
  });
});

describe('a comment above a line', () => {
  const above = (comment: string): string[] => {
    const b = faulty.b.replace(' dh group19', ` ${comment}\n dh group19`);
    return analysedTexts({ a: faulty.a, b })
      .seen.filter(({ rule }) => rule === 'dh-group-mismatch')
      .map(({ file }) => file);
  };
  test('silences its rule there, and nothing else', () => {
    assert.deepEqual(above('# huawei-ipsec ignore dh-group-mismatch: until March'), ['a']);
    assert.deepEqual(above('# huawei-ipsec ignore pfs-mismatch: until March'), ['a', 'b']);
  });
  test('needs a reason', () => {
    assert.deepEqual(above('# huawei-ipsec ignore dh-group-mismatch:'), ['a', 'b']);
  });
  test('leaves the view as it was', () => {
    const b = pair.b.replace(' dh group14', ' # huawei-ipsec ignore weak-algorithm: none here\n dh group14');
    assert.equal(analysedTexts({ a: pair.a, b }).tunnels[0]?.verdict, 'ok');
  });
});

describe('versions of a device', () => {
  const saved = (text: string, time: string): string =>
    `!Last configuration was saved at ${time} UTC\n${text}`;
  const older = (texts: Readonly<Record<string, string>>): string[] =>
    analysedTexts(texts)
      .seen.filter(({ rule }) => rule === 'older-version-of-device')
      .map(({ file }) => file);

  test('the one saved last counts, and the other says so', () => {
    const texts = {
      a: pair.a,
      b: saved(faulty.b, '2024-03-05 08:15:00'),
      b2: saved(pair.b, '2024-06-05 08:15:00'),
    };
    assert.deepEqual(older(texts), ['b']);
    assert.deepEqual(
      analysedTexts(texts).tunnels.map(({ verdict }) => verdict),
      ['ok'],
    );
    assert.equal(
      analysedTexts({ ...texts, b2: saved(pair.b, '2023-06-05 08:15:00') }).tunnels[0]?.verdict,
      'fails',
    );
  });
  test('the one that is open counts', () => {
    const workspace = new Workspace();
    workspace.set('file:///a.cfg', pair.a, 'huawei-vrp');
    workspace.set('file:///b.cfg', saved(faulty.b, '2024-03-05 08:15:00'), 'huawei-vrp', 1);
    workspace.setFromDisk('file:///b2.cfg', saved(pair.b, '2024-06-05 08:15:00'), 'huawei-vrp', 1);
    assert.equal(reportTunnels(workspace.snapshot, (uri) => uri)[0]?.verdict, 'fails');
  });
  test('unrelated devices that share a name are two', () => {
    const unrelated = pair.b.replaceAll('198.51.100.2', '192.0.2.9').replaceAll('203.0.113.1', '192.0.2.10');
    assert.deepEqual(older({ a: pair.a, b: pair.b, c: unrelated }), []);
    assert.equal(analysedTexts({ a: pair.a, b: pair.b, c: unrelated }).tunnels[0]?.verdict, 'ok');
  });
});

describe('branches of one head office', () => {
  const hub = healthyPair('template', 'IKEv2');
  const head = hub.b
    .replace(' security acl 3000\n', '')
    .replace(' remote-id-type fqdn\n remote-id a.example\n', '');
  const branch = (name: string, address: string, network: string): string =>
    hub.a
      .replace('sysname FW_A', `sysname ${name}`)
      .replaceAll('203.0.113.1', address)
      .replaceAll('10.1.1.', network);
  const overlaps = (texts: Readonly<Record<string, string>>): string[] =>
    analysedTexts(texts)
      .seen.filter(({ rule }) => rule === 'branch-flows-overlap')
      .map(({ file, text, finding }) => `${file}: ${text} (${(finding.causes ?? [])[0] ?? ''})`);

  test('with networks of their own are all ok', () => {
    const texts = {
      head,
      a: branch('BR_A', '203.0.113.1', '10.1.1.'),
      c: branch('BR_C', '203.0.113.3', '10.1.3.'),
    };
    assert.deepEqual(
      analysedTexts(texts).tunnels.map(({ id, verdict }) => [id, verdict]),
      [
        ['BR_A/policy/map1/10 ↔ FW_B/template/temp1/1', 'ok'],
        ['BR_C/policy/map1/10 ↔ FW_B/template/temp1/1', 'ok'],
      ],
    );
    assert.deepEqual(overlaps(texts), []);
  });
  test('with the same flow are told, on both', () => {
    const texts = {
      head,
      a: branch('BR_A', '203.0.113.1', '10.1.1.'),
      c: branch('BR_C', '203.0.113.3', '10.1.1.'),
    };
    assert.deepEqual(overlaps(texts), [
      'a: rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255 (kick old sa with same flow)',
      'a: rule 10 permit tcp source 10.1.1.0 0.0.0.255 destination 10.9.9.0 0.0.0.255 destination-port eq 443 (kick old sa with same flow)',
      'c: rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255 (kick old sa with same flow)',
      'c: rule 10 permit tcp source 10.1.1.0 0.0.0.255 destination 10.9.9.0 0.0.0.255 destination-port eq 443 (kick old sa with same flow)',
    ]);
  });
  test('that share an address stand in for each other', () => {
    const shared = (name: string, address: string): string =>
      branch(name, address, '10.1.1.').replace(
        ' ipsec policy map1\n',
        ' vrrp vrid 1 virtual-ip 203.0.113.10 active\n ipsec policy map1\n',
      );
    assert.deepEqual(
      overlaps({ head, a: shared('BR_A', '203.0.113.1'), c: shared('BR_C', '203.0.113.3') }),
      [],
    );
  });
});
