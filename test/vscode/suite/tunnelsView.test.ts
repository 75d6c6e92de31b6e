import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configuration, type Firewall } from '../../server/workspace/sessions';
import type { Api } from '../../../client/src/extension';
import type { OverviewNode, TunnelNode } from '../../../client/src/tunnelsView';
import { closeEditors, openFile, product, until, untilLanguage } from './editor';
import { hasPage, screenshot, textOf } from './page';
import { afterEach, suite, test } from './runner';

const HQ: Firewall = {
  name: 'HQ_TREE',
  own: '192.0.2.61',
  peer: '192.0.2.62',
  lan: '10.61.0.0',
  remoteLan: '10.61.1.0',
};
const BRANCH: Firewall = {
  name: 'BRANCH_TREE',
  own: HQ.peer,
  peer: HQ.own,
  lan: HQ.remoteLan,
  remoteLan: HQ.lan,
};

const ID = 'BRANCH_TREE/policy/map1/10 ↔ HQ_TREE/policy/map1/10';

const view = (): Api['tunnels'] => (product() as vscode.Extension<Api>).exports.tunnels;

/** The tunnel of the two as it stands in a group that `isGroup` accepts. */
async function tunnelIn(isGroup: (label: string) => boolean): Promise<TunnelNode | undefined> {
  for (const group of await view().getChildren()) {
    if (group.kind !== 'group' || !isGroup(group.label)) continue;
    const nodes = await view().getChildren(group);
    const isOurs = (node: OverviewNode): node is TunnelNode =>
      node.kind === 'tunnel' && node.id.includes('BRANCH_TREE') && node.id.includes('HQ_TREE');
    const found = nodes.find(isOurs);
    if (found) return found;
  }
  return undefined;
}

async function opened(name: string, text: string): Promise<vscode.TextDocument> {
  const { document } = await openFile(name, text);
  return untilLanguage(document.uri, 'huawei-vrp');
}

suite('view of the tunnels', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('huaweiIpsec.groupTunnelsByDevice');
    await closeEditors();
  });

  test('has each tunnel below its devices, leads to the end of that device, and follows an edit', async () => {
    const hq = await opened('hq_tree.cfg', configuration(HQ));
    const branch = await opened('branch_tree.cfg', configuration(BRANCH));
    const fine = await until('the tunnel below HQ_TREE', () => tunnelIn((label) => label === 'HQ_TREE'));
    const item = view().getTreeItem(fine);
    assert.deepEqual([item.label, item.description, item.contextValue], ['BRANCH_TREE', 'ok', 'tunnel.fine']);
    const [target] = (item.command?.arguments ?? []) as vscode.Uri[];
    assert.equal(target?.toString(), hq.uri.toString());
    const ends = (await view().getChildren(fine)).map((node) => view().getTreeItem(node));
    assert.deepEqual(
      ends.map(({ label, description }) => [label, description]),
      [
        ['HQ_TREE: IPsec policy map1 10', '192.0.2.61'],
        ['BRANCH_TREE: IPsec policy map1 10', '192.0.2.62'],
      ],
    );

    const before = view().badge;
    const editor = await vscode.window.showTextDocument(branch);
    const line = branch.getText().split('\n').indexOf(' dh group14');
    await editor.edit((edit) => {
      edit.replace(branch.lineAt(line).range, ' dh group2');
    });
    const failing = await until('the tunnel to fail', async () => {
      const now = await tunnelIn((label) => label === 'BRANCH_TREE');
      return now?.tunnel.verdict === 'fails' ? now : undefined;
    });
    const [id] = failing.ids;
    assert.ok(id === ID || id === ID.split(' ↔ ').reverse().join(' ↔ '), id);
    await until('the badge to count it', () => view().badge === before + 1);
    assert.equal(view().getTreeItem(failing).description, 'fails: phase 1 · 1 problem');

    await vscode.commands.executeCommand('huaweiIpsec.tunnels.focus');
    if (hasPage)
      await until('the tunnels to be drawn', async () =>
        (await textOf('.pane-body .monaco-list-row')).join(' ').includes('BRANCH_TREE'),
      );
    await screenshot('tunnels-by-device');
    await vscode.commands.executeCommand('huaweiIpsec.groupTunnelsByVerdict');
    const byVerdict = await until('the tunnel below its verdict', () =>
      tunnelIn((label) => label === 'Fails'),
    );
    const { label } = view().getTreeItem(byVerdict);
    assert.ok(typeof label === 'string' && /^\w+_TREE ↔ \w+_TREE$/.test(label));
    assert.equal(await tunnelIn((label) => label === 'HQ_TREE'), undefined);
    if (hasPage)
      await until('the verdicts to be drawn', async () =>
        (await textOf('.pane-body .monaco-list-row')).join(' ').includes('Fails'),
      );
    await screenshot('tunnels-by-verdict');

    await vscode.commands.executeCommand('huaweiIpsec.compareEnds', byVerdict);
    await until('the comparison', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff
        ? true
        : undefined,
    );
    await vscode.commands.executeCommand('huaweiIpsec.report', byVerdict);
    await until('the report', () =>
      vscode.window.activeTextEditor?.document.getText().includes('dh group2') === true ? true : undefined,
    );
  });

  test('shows an end whose partner is in no file by the address it calls', async () => {
    await opened('lone_tree.cfg', configuration({ ...HQ, name: 'LONE_TREE', peer: '192.0.2.99' }));
    const lone = await until('the end', async () => {
      const group = (await view().getChildren()).find(
        (node) => node.kind === 'group' && node.label === 'LONE_TREE',
      );
      return group && (await view().getChildren(group))[0];
    });
    const item = view().getTreeItem(lone);
    assert.deepEqual(
      [item.label, item.description, item.contextValue],
      ['the device at 192.0.2.99', 'the other end is not in the workspace', 'tunnel.lone'],
    );
  });
});
