import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openExample, openFile, until, untilLanguage, putCursor } from './editor';
import { hasPage, press, textOf } from './page';
import { afterEach, suite, test } from './runner';

/** What VS Code's own token inspector says of a place, with the grammars of the installed extension. */
async function scopesAt(document: vscode.TextDocument, text: string, within = 1): Promise<string> {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, text);
  const place = document.positionAt(offset + within);
  const editor = await putCursor(document, place);
  editor.revealRange(new vscode.Range(place, place));
  await vscode.commands.executeCommand('editor.action.inspectTMScopes');
  const shown = await until(`the inspector at "${text}"`, async () =>
    (await textOf('.token-inspect-widget')).find((each) => each.includes('huawei-vrp')),
  );
  await vscode.commands.executeCommand('editor.action.inspectTMScopes');
  await press('Escape');
  await until('the inspector to close', async () =>
    (await textOf('.token-inspect-widget')).every((each) => each === ''),
  );
  return shown;
}

suite('highlighting', () => {
  afterEach(closeEditors);

  if (hasPage) {
    test('a configuration has the scopes of its grammar', async () => {
      const { document } = await openExample('fw_b.cfg');
      const config = await untilLanguage(document.uri, 'huawei-vrp');
      assert.match(await scopesAt(config, 'FW_B'), /entity\.name\.section/);
      assert.match(await scopesAt(config, 'group2'), /constant\.other\.algorithm/);
      assert.match(await scopesAt(config, '203.0.113.1'), /constant\.numeric\.address\.ip/);
      assert.match(await scopesAt(config, '%^%#', 20), /string\.other\.secret/);
    });

    test('a capture has the scopes of its grammar, and of a configuration where the device prints one', async () => {
      const { document } = await openExample('fw_b-capture.txt');
      const capture = await untilLanguage(document.uri, 'huawei-vrp-output');
      assert.match(await scopesAt(capture, 'initiator dh mismatch'), /message\.error\.cause/);
      assert.match(await scopesAt(capture, 'MODP-1024'), /constant\.other\.algorithm/);
      assert.match(await scopesAt(capture, ' dh group2', 5), /constant\.other\.algorithm\.huawei-vrp(?!-)/);
    });
  }

  test('a snippet is offered and brings whole blocks', async () => {
    const { document } = await openFile(
      'fw_a.cfg',
      '#\nsysname FW_NORTH\n#\nike proposal 10\n dh group14\n#\n',
    );
    const config = await untilLanguage(document.uri, 'huawei-vrp');
    const end = new vscode.Position(6, 0);
    await putCursor(config, end);
    await vscode.commands.executeCommand('editor.action.insertSnippet', {
      langId: 'huawei-vrp',
      name: 'IPsec proposal',
    });
    await until('the block', () =>
      config.getText().includes('\nipsec proposal tran1\n encapsulation-mode tunnel\n'),
    );
  });

  test('a double click takes a whole name', async () => {
    const { document } = await openExample('fw_b.cfg');
    const config = await untilLanguage(document.uri, 'huawei-vrp');
    const at = config.positionAt(config.getText().indexOf('pre-shared-key') + 5);
    const word = config.getWordRangeAtPosition(at);
    assert.equal(word && config.getText(word), 'pre-shared-key');
  });
});
