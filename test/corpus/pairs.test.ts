import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPaths } from '../../server/src/cli/files';
import { reportTunnels } from '../../server/src/cli/tunnels';
import { Workspace } from '../../server/src/workspace/workspace';

/** Real public files, where they stand beside the repository; they are not part of the project. */
const corpus = join(process.cwd(), '..', 'shared', 'corpus', 'configs');
const skip = existsSync(corpus) ? false : 'the corpus of real files is not beside this repository';

/** Every pair among the real configurations, its verdict read by hand in both files. */
const REVIEWED: Readonly<Record<string, { readonly verdict: string; readonly why: string }>> = {
  'FB-FW01/policy/ZB-FW/1 ↔ ZB-FW01/policy/FB-FW/1': {
    verdict: 'ok',
    why: 'A branch and the active firewall of a site in hot standby, reached at the shared address; both ACLs hold the same two flows, both sides name algorithms by default blocks that meet.',
  },
  'FB-FW01/policy/ZB-FW/1 ↔ ZB-FW02/policy/FB-FW/1': {
    verdict: 'fails: flow',
    why: 'The standby firewall of that site lacks the second flow of the branch.',
  },
  'FB-FW01/policy/ZB-FW/1 ↔ ZH-FW02/policy/FB-FW/1': {
    verdict: 'fails: flow',
    why: 'The same standby firewall in another save, under a misspelt name.',
  },
  'FW2/policy/ipsec1/1 ↔ FW4/policy/ipsec1/1': {
    verdict: 'ok',
    why: 'Mirrored lab pair with addresses as IDs: remote-id of each is local-id of the other.',
  },
  'RouterA/template/use1/10 ↔ RouterC/policy/policy1/10': {
    verdict: 'ok',
    why: 'A head office with a template without ACL and a branch; IKEv1 on both, one proposal each with the same values.',
  },
  'WB-CK/policy/map1/10 ↔ YX-CK/policy/map1/10': {
    verdict: 'ok',
    why: 'Two routers whose proposals set nothing: what applies depends on a release that neither file names.',
  },
  'DeviceA/policy/map1/10 ↔ NAT1/policy/map1/10': {
    verdict: 'ok',
    why: 'A documentation pair that protects the log packets of one device.',
  },
};

test('every pair among real configurations has the verdict that a person gave it', { skip }, () => {
  const workspace = new Workspace();
  readPaths(workspace, [corpus], (sentence) => {
    throw new Error(sentence);
  });
  const pairs = reportTunnels(workspace.snapshot, (uri) => fileURLToPath(uri)).filter(
    ({ ends }) => ends[1].device !== null,
  );
  assert.deepEqual(
    Object.fromEntries(pairs.map(({ id, verdict, phase }) => [id, phase ? `${verdict}: ${phase}` : verdict])),
    Object.fromEntries(Object.entries(REVIEWED).map(([id, { verdict }]) => [id, verdict])),
  );
});
