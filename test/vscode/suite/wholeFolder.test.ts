import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openExample, untilDiagnostics, untilLanguage, workspaceFolder } from './editor';
import { afterEach, suite, test } from './runner';

const codeOf = (diagnostic: vscode.Diagnostic): unknown =>
  typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;

const DEVICE = `#
sysname FW_LONE
#
ike peer x
 remote-adress 192.0.2.99
#
interface GigabitEthernet1/0/0
 ip address 192.0.2.98 255.255.255.0
#
return
`;

suite('problems of the whole folder', () => {
  afterEach(closeEditors);

  test('show without opening the file, and follow it to another name and away', async () => {
    await untilLanguage((await openExample('fw_a.cfg')).document.uri, 'huawei-vrp');
    const isOpen = (uri: vscode.Uri): boolean =>
      vscode.workspace.textDocuments.some((each) => each.uri.toString() === uri.toString());
    const [lone, other] = ['lone.cfg', 'lone-other.cfg'].map((name) =>
      vscode.Uri.joinPath(workspaceFolder(), name),
    );
    assert.ok(lone && other);
    const isSlip = (each: vscode.Diagnostic): boolean => codeOf(each) === 'unknown-command';
    await vscode.workspace.fs.writeFile(lone, new TextEncoder().encode(DEVICE));
    try {
      const found = await untilDiagnostics(lone, (all) => all.some(isSlip));
      assert.equal(found.filter(isSlip).length, 1);
      assert.ok(!isOpen(lone));
      await vscode.workspace.fs.rename(lone, other);
      await untilDiagnostics(other, (all) => all.some(isSlip));
      await untilDiagnostics(lone, (all) => all.length === 0);
    } finally {
      await vscode.workspace.fs.delete(other).then(undefined, () => undefined);
    }
    await untilDiagnostics(other, (all) => all.length === 0);
  });
});
