import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile, until, untilDiagnostics, untilLanguage, putCursor } from './editor';
import { afterEach, suite, test } from './runner';

const head = '#\nsysname FW_NORTH\n#\nike proposal 10\n dh group14\n#\n';

suite('hostile files', () => {
  afterEach(closeEditors);

  const files: [string, string][] = [
    ['empty', ''],
    ['half a block', `${head}ipsec policy map1 10 isakmp\n security acl`],
    ['a line of a million characters', `${head}ike peer ${'x'.repeat(1_000_000)}\n`],
    ['a hundred thousand lines', head + 'acl number 3000\n rule 5 permit ip\n#\n'.repeat(33_000)],
  ];
  for (const [name, text] of files) {
    test(`${name}: the editor and the server go on`, async () => {
      const { document } = await openFile('file.cfg', text);
      if (text !== '') await untilLanguage(document.uri, 'huawei-vrp');
      const other = await openFile('other.cfg', `${head}ike peer b\n remote-adress 203.0.113.2\n#\n`);
      const config = await untilLanguage(other.document.uri, 'huawei-vrp');
      await untilDiagnostics(config.uri, (all) => all.length > 0, 45);
      assert.ok(config.lineCount > 5);
    }, 60);
  }

  test('no keystroke is lost while a large file is open', async () => {
    const { document } = await openFile(
      'large.cfg',
      head + 'acl number 3000\n rule 5 permit ip\n#\n'.repeat(33_000),
    );
    const config = await untilLanguage(document.uri, 'huawei-vrp');
    const start = new vscode.Position(4, 0);
    await putCursor(config, start);
    const typed = ' prf hmac-sha2-256';
    for (const character of typed) await vscode.commands.executeCommand('type', { text: character });
    await until('the typed text', () => config.lineAt(4).text.startsWith(typed));
  }, 60);
});
