import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, extensionId, openExample, until, workspaceFolder } from './editor';
import { hasPage, screenshot, textOf } from './page';
import { afterEach, skip, suite, test } from './runner';

const unsaved = (text: string): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((each) => each.isUntitled && each.getText().includes(text));

const inPage = hasPage ? test : skip;

suite('walkthrough and example', () => {
  afterEach(closeEditors);

  inPage('the walkthrough shows its steps with their pictures', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#start`, false);
    await until('the steps', async () =>
      (await textOf('.getting-started-step')).join(' ').includes('Compare the two ends'),
    );
    const steps = (await textOf('.getting-started-step')).join('\n');
    for (const step of [
      'Open the files of both ends',
      'Point at what',
      'Repair the tunnel',
      'See all tunnels',
    ])
      assert.ok(steps.includes(step), step);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await screenshot('walkthrough');
  });

  test('the example is opened without being saved, and is judged as a tunnel', async () => {
    await vscode.commands.executeCommand('huaweiIpsec.openExample', {});
    const first = await until('the first end', () => unsaved('sysname FW_A'));
    const second = await until('the second end', () => unsaved('sysname FW_B'));
    assert.deepEqual([first.languageId, second.languageId], ['huawei-vrp', 'huawei-vrp']);
    await until('the fault', () =>
      vscode.languages.getDiagnostics(first.uri).some(({ message }) => /dh|DH/.test(message)),
    );
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
    assert.ok(shown.includes(first.uri.toString()) && shown.includes(second.uri.toString()));
    await screenshot('example');
  });

  test('the example is copied into a folder, and never over something that is there', async () => {
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'copies');
    try {
      for (const name of ['huawei-ipsec-example', 'huawei-ipsec-example-2']) {
        await vscode.commands.executeCommand('huaweiIpsec.openExample', { folder });
        const copy = vscode.Uri.joinPath(folder, name);
        const files = (await vscode.workspace.fs.readDirectory(copy)).map(([file]) => file);
        assert.deepEqual(files.sort(), ['fw_a.cfg', 'fw_b-capture.txt', 'fw_b.cfg']);
        const { document } = await openExample('fw_a.cfg');
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(copy, 'fw_a.cfg'));
        assert.equal(new TextDecoder().decode(bytes), document.getText());
        assert.ok(
          vscode.workspace.textDocuments.some(({ uri }) => uri.toString().startsWith(copy.toString())),
        );
      }
    } finally {
      await closeEditors();
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  inPage('a hover of the example is shown', async () => {
    await vscode.commands.executeCommand('huaweiIpsec.hoverExample');
    await until('the hover', async () => (await textOf('.monaco-hover')).join(' ').includes('dh mismatch'));
    await screenshot('example-hover');
  });
});
