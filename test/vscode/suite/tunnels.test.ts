import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  openExample,
  until,
  untilDiagnostics,
  untilLanguage,
  workspaceFolder,
  putCursor,
} from './editor';
import { hasPage, press, screenshot, textOf, type } from './page';
import { afterEach, suite, test } from './runner';

const codeOf = (diagnostic: vscode.Diagnostic): unknown =>
  typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;

const isFault = (each: vscode.Diagnostic): boolean => codeOf(each) === 'dh-group-mismatch';

/** Files that other suites have open hold devices of the same name; then the name of the file stands behind it. */
function withoutFile(text: string): string {
  return text.replaceAll(/ \([^()]*\.cfg\)/g, '');
}

async function readExample(name: string): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(workspaceFolder(), name));
  return new TextDecoder().decode(bytes);
}

/** Puts an example back as it was: on the disk, where VS Code may just be saving an edit of the server, and where it is open. */
async function restore(name: string, text: string): Promise<void> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  const { document } = await vscode.window.showTextDocument(uri, { preview: false });
  await until(`${name} to be as it was`, async () => {
    if (document.getText() === text && !document.isDirty) return true;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    return undefined;
  });
}

async function faultIn(name: string): Promise<{ config: vscode.TextDocument; fault: vscode.Diagnostic }> {
  const { document } = await openExample(name);
  const config = await untilLanguage(document.uri, 'huawei-vrp');
  const fault = (await untilDiagnostics(config.uri, (all) => all.some(isFault))).find(isFault);
  assert.ok(fault);
  return { config, fault };
}

suite('tunnels', () => {
  afterEach(closeEditors);

  test('a line that does not fit the other end is underlined although that is not open, and refers to its line', async () => {
    const { config, fault } = await faultIn('fw_a.cfg');
    assert.equal(config.getText(fault.range), 'group14');
    assert.match(fault.message, /FW_B has group2/);
    const [related] = fault.relatedInformation ?? [];
    assert.ok(related?.location.uri.path.endsWith('/fw_b.cfg'));
    await until('the hint and the lens to be drawn', async () => {
      if (!hasPage) return true;
      const text =
        (await textOf('.view-lines')).join('\n') + (await textOf('.codelens-decoration')).join('\n');
      return /FW_B: dh.group2/.test(text.replaceAll('\u00a0', ' ')) && text.includes('FW_A');
    });
    await screenshot('tunnel-fault');
  });

  test('the quick fix edits the other file, and both ends are told', async () => {
    const text = await readExample('fw_b.cfg');
    const { config, fault } = await faultIn('fw_a.cfg');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      config.uri,
      fault.range,
    );
    const repair = actions.find(({ isPreferred }) => isPreferred);
    assert.match(withoutFile(repair?.title ?? ''), /Make FW_B like FW_A: dh group14/);
    assert.ok(repair?.edit);
    assert.ok(await vscode.workspace.applyEdit(repair.edit));
    await untilDiagnostics(config.uri, (all) => !all.some(isFault));
    const other = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(workspaceFolder(), 'fw_b.cfg'));
    assert.equal(other.getText(), text.replace('dh group2', 'dh group14'));
    await vscode.window.showTextDocument(other);
    await vscode.commands.executeCommand('undo');
    await untilDiagnostics(config.uri, (all) => all.some(isFault));
    await restore('fw_b.cfg', text);
  });

  test('a lens on the policy says what becomes of the tunnel', async () => {
    const { config } = await faultIn('fw_a.cfg');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      config.uri,
      10,
    );
    assert.deepEqual(
      lenses.map(({ command }) => withoutFile(command?.title ?? '')),
      ['FW_A ↔ FW_B: fails: phase 1 (1 problem)', 'Compare ends', 'Repair this tunnel'],
    );
    assert.ok(config.lineAt(lenses[0]?.range.start.line ?? 0).text.startsWith('ipsec policy'));
  });

  test('goes to the other end and compares the two', async () => {
    const { config } = await faultIn('fw_a.cfg');
    const line = config.getText().split('\n').indexOf('ipsec policy map1 10 isakmp');
    await putCursor(config, new vscode.Position(line, 0));
    await vscode.commands.executeCommand('huaweiIpsec.goToOtherEnd');
    await until('the other end', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/fw_b.cfg') ? true : undefined,
    );
    assert.ok(
      vscode.window.activeTextEditor?.document
        .lineAt(vscode.window.activeTextEditor.selection.active.line)
        .text.startsWith('ipsec policy'),
    );
    await vscode.commands.executeCommand('huaweiIpsec.compareEnds');
    await until('the diff editor', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff
        ? true
        : undefined,
    );
    await until(
      'the texts of both ends',
      async () => !hasPage || (await textOf('.monaco-diff-editor')).join(' ').includes('DH'),
    );
    await screenshot('compare-ends');
  });

  if (hasPage) {
    test('a problem is accepted with a reason, above its line', async () => {
      const { config, fault } = await faultIn('fw_a.cfg');
      const before = config.getText();
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        config.uri,
        fault.range,
      );
      const accept = actions.find(({ title }) => title.startsWith('Accept this here'));
      assert.ok(accept?.command);
      const done = vscode.commands.executeCommand(
        accept.command.command,
        ...((accept.command.arguments ?? []) as unknown[]),
      );
      await until('the question', async () =>
        (await textOf('.quick-input-widget')).join('').includes('Why') ? true : undefined,
      );
      await type('FW_B is replaced next week');
      await screenshot('accept-reason');
      await press('Enter');
      await done;
      assert.equal(
        config.getText(),
        before.replace(
          ' dh group14\n',
          ' # huawei-ipsec ignore dh-group-mismatch: FW_B is replaced next week\n dh group14\n',
        ),
      );
      await untilDiagnostics(config.uri, (all) => !all.some(isFault));
      await vscode.window.showTextDocument(config);
      await vscode.commands.executeCommand('undo');
    });

    test('repairs the whole tunnel after showing what it does', async () => {
      const text = await readExample('fw_b.cfg');
      const { config } = await faultIn('fw_a.cfg');
      const line = config.getText().split('\n').indexOf('ipsec policy map1 10 isakmp');
      const editor = await vscode.window.showTextDocument(config);
      editor.selection = new vscode.Selection(line, 0, line, 0);
      const done = vscode.commands.executeCommand('huaweiIpsec.repairTunnel');
      await until('the list of repairs', async () =>
        (await textOf('.quick-input-widget')).join('').includes('Make FW_B like FW_A') ? true : undefined,
      );
      await screenshot('repair-tunnel');
      await press('Enter');
      await done;
      await untilDiagnostics(config.uri, (all) => !all.some(isFault));
      await restore('fw_b.cfg', text);
    });
  }
});
