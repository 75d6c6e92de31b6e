import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openExample, until, untilLanguage, workspaceFolder, putCursor } from './editor';
import { hasPage, press, screenshot, textOf, type as typeText } from './page';
import { afterEach, suite, test } from './runner';

/** Opens a file of the examples once the product has taken it in. */
async function opened(name: string): Promise<vscode.TextDocument> {
  const { document } = await openExample(name);
  return untilLanguage(document.uri, name.endsWith('.txt') ? 'huawei-vrp-output' : 'huawei-vrp');
}

/** The position behind the first place where a text stands. */
function behind(document: vscode.TextDocument, before: string): vscode.Position {
  const at = document.getText().indexOf(before);
  assert.ok(at >= 0, before);
  return document.positionAt(at + before.length);
}

const run = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args);

suite('ways through files', () => {
  afterEach(closeEditors);

  test('the outline shows the views of a configuration and the commands of a capture', async () => {
    const config = await opened('fw_a.cfg');
    const symbols = await until('the outline', async () => {
      const all = await run<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        config.uri,
      );
      return all && all.length > 0 ? all : undefined;
    });
    const peer = symbols.find(({ name }) => name === 'ike peer fw_b');
    assert.ok(peer, symbols.map(({ name }) => name).join(' | '));
    assert.equal(config.getText(peer.selectionRange), 'ike peer fw_b');
    assert.equal(peer.detail, '203.0.113.2');
    const capture = await opened('fw_b-capture.txt');
    const commands = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', capture.uri);
    const shown = commands.find(({ name }) => name === 'display ike proposal number 10');
    assert.deepEqual(
      shown?.children.map(({ name }) => name),
      ['IKE proposal 10'],
    );
  });

  test('a name leads to its definition, and what a device printed to the configuration', async () => {
    const config = await opened('fw_a.cfg');
    const [link] = await run<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      config.uri,
      behind(config, ' ike-peer fw'),
    );
    assert.equal(link?.targetUri.toString(), config.uri.toString());
    assert.deepEqual(link.targetSelectionRange?.start, behind(config, '\nike peer '));
    const [type] = await run<vscode.LocationLink[]>(
      'vscode.executeTypeDefinitionProvider',
      config.uri,
      behind(config, ' ike-peer fw'),
    );
    assert.deepEqual(type?.targetSelectionRange?.start, behind(config, '\nike proposal '));
    const capture = await opened('fw_b-capture.txt');
    const other = vscode.Uri.joinPath(workspaceFolder(), 'fw_b.cfg');
    await until('the way from the capture', async () => {
      const [found] = await run<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        capture.uri,
        behind(capture, 'IKE Proposal: '),
      );
      return found?.targetUri.toString() === other.toString();
    });
  });

  test('a peer is renamed everywhere, and one undo takes it back', async () => {
    const config = await opened('fw_a.cfg');
    const before = config.getText();
    const edit = await run<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      config.uri,
      behind(config, ' ike-peer fw'),
      'branch',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const wanted = before
      .replace('ike peer fw_b', 'ike peer branch')
      .replace('ike-peer fw_b', 'ike-peer branch');
    assert.equal(config.getText(), wanted);
    await vscode.window.showTextDocument(config);
    await run('undo');
    assert.equal(config.getText(), before);
  });

  test('a name that a device would not take and a capture are refused with a sentence', async () => {
    const config = await opened('fw_a.cfg');
    await assert.rejects(
      Promise.resolve(
        run(
          'vscode.executeDocumentRenameProvider',
          config.uri,
          behind(config, ' ike-peer fw'),
          'much-too-long-for-a-peer',
        ),
      ),
      /a name has 1 to 15 characters/,
    );
    const capture = await opened('fw_b-capture.txt');
    await assert.rejects(
      Promise.resolve(run('vscode.prepareRename', capture.uri, behind(capture, 'IKE Proposal: '))),
      /capture is a record/,
    );
  });

  test('a tunnel is followed from end to end as calls', async () => {
    const config = await opened('fw_a.cfg');
    const item = await until('the end', async () => {
      const [first] = await run<vscode.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        config.uri,
        behind(config, 'ipsec policy map1'),
      );
      return first;
    });
    assert.equal(item.name, 'FW_A: IPsec policy map1 10');
    const call = await until('the other end', async () => {
      const [first] = await run<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', item);
      return first;
    });
    assert.equal(call.to.name, 'FW_B: IPsec policy map1 10');
  });

  if (hasPage) {
    test('a person renames a peer with F2', async () => {
      const config = await opened('fw_a.cfg');
      const before = config.getText();
      const place = behind(config, ' ike-peer fw');
      await putCursor(config, place);
      await press('F2');
      await until(
        'the box for the new name',
        async () => (await textOf('.rename-box input:focus')).length > 0,
      );
      await typeText('branch');
      await screenshot('rename');
      await press('Enter');
      await until('the new name', () => config.getText().includes('ike peer branch'));
      await vscode.window.showTextDocument(config);
      await run('undo');
      assert.equal(config.getText(), before);
    });
  }
});
