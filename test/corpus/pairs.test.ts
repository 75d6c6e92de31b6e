import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportTunnels } from '../../server/src/cli/tunnels';
import { skip, workspaceOf } from './load';

/** Files that belong together, and each of their pairs with the verdict that a person gave it after reading both files. */
interface Group {
  readonly files: RegExp;
  readonly pairs: Readonly<Record<string, string>>;
  readonly why: string;
}

const GROUPS: readonly Group[] = [
  {
    files: /Country-If/,
    pairs: { 'FW2/policy/ipsec1/1 ↔ FW4/policy/ipsec1/1': 'ok' },
    why: 'A mirrored lab pair with addresses as IDs: remote-id of each is local-id of the other.',
  },
  {
    files: /Hospital-LAN/,
    pairs: { 'WB-CK/policy/map1/10 ↔ YX-CK/policy/map1/10': 'ok' },
    why: 'Two routers whose proposals set nothing: what applies depends on a release that neither file names.',
  },
  {
    files: /Mingming-up/,
    pairs: {
      'FB-FW01/policy/ZB-FW/1 ↔ ZB-FW01/policy/FB-FW/1': 'ok',
      'FB-FW01/policy/ZB-FW/1 ↔ ZB-FW02/policy/FB-FW/1': 'fails: flow',
      'FB-FW01/policy/ZB-FW/1 ↔ ZH-FW02/policy/FB-FW/1': 'fails: flow',
    },
    why:
      'A branch and a site in hot standby, reached at the address that both firewalls share. The standby one, in a later save under a ' +
      'misspelt name, lacks the second flow of the branch.',
  },
  {
    files: /youssefkhaled/,
    pairs: { 'FW1/manual/p1/10 ↔ FW2/manual/p1/10': 'ok' },
    why: 'A manual pair: the SPIs correspond crosswise, the keys are ciphered.',
  },
  {
    files: /\b10[12]_ARdoc/,
    pairs: { 'RouterA/template/use1/10 ↔ RouterC/policy/policy1/10': 'ok' },
    why: 'A head office with a template without ACL and a branch with two addresses of it; IKEv1 on both.',
  },
  {
    files: /\b10[45]_ARdoc/,
    pairs: { 'RouterA/policy/policy1/10 ↔ RouterB/template/temp1/10': 'ok' },
    why: 'Aggressive mode with names: ike local-name of each is remote-id of the other.',
  },
  {
    files: /\b00[12]_NE40E/,
    pairs: { 'DeviceA/policy/map1/10 ↔ NAT1/policy/map1/10': 'ok' },
    why: 'A documentation pair that protects the log packets of one device.',
  },
  {
    files: /\b00[345]_NE40E/,
    pairs: {
      'DeviceA/template/map_temp/1 ↔ DeviceB/policy/map1/10': 'ok',
      'DeviceA/template/map_temp/1 ↔ DeviceC/policy/map1/10': 'ok',
    },
    why: 'A head office whose template takes in every flow, and two branches.',
  },
  {
    files: /\b00[67]_NE40E/,
    pairs: { 'DeviceA/policy/map1/10 ↔ DeviceB/policy/map1/10': 'ok' },
    why: 'Policy mode.',
  },
  ...(['009|010', '011|012', '019|020'] as const).map((numbers) => ({
    files: new RegExp(`\\b(?:${numbers})_NE40E`),
    pairs: { 'DeviceA/policy/policy1/1 ↔ DeviceB/policy/policy1/1': 'ok' },
    why: 'Another protocol over GRE over IPsec: the flow is GRE between the tunnel addresses.',
  })),
  ...(['013|014', '017|018'] as const).map((numbers) => ({
    files: new RegExp(`\\b(?:${numbers})_NE40E`),
    pairs: { 'DeviceA/policy/map1/10 ↔ DeviceB/policy/map1/10': 'ok' },
    why: 'GRE over IPsec.',
  })),
  {
    files: /\b01[56]_NE40E/,
    pairs: {},
    why: 'The example applies a policy that it does not define, so that neither end has an address.',
  },
];

for (const { files, pairs, why } of GROUPS)
  test(`real pairs: ${files.source}: ${why}`, { skip }, () => {
    const found = reportTunnels(workspaceOf('configs', files).snapshot, (uri) => uri)
      .filter(({ ends }) => ends[1].device !== null)
      .map(({ id, verdict, phase }) => [id, `${verdict}${phase ? `: ${phase}` : ''}`]);
    assert.deepEqual(Object.fromEntries(found), pairs);
  });

test('all real configurations in one folder: no pair fails but those', { skip }, () => {
  const failing = reportTunnels(workspaceOf('configs').snapshot, (uri) => uri)
    .filter(({ verdict }) => verdict.startsWith('fails'))
    .map(({ id }) => id);
  const expected = GROUPS.flatMap(({ pairs }) => Object.entries(pairs))
    .filter(([, verdict]) => verdict.startsWith('fails'))
    .map(([id]) => id);
  assert.deepEqual(failing.sort(), expected.sort());
});
