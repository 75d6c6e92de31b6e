import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openExample, openFile, until, untilLanguage, putCursor } from './editor';
import { afterEach, suite, test } from './runner';

/** What VS Code proposes at a place, once the server has answered: the first first, words of the file left out. */
async function proposed(
  document: vscode.TextDocument,
  position: vscode.Position,
  wanted: string,
): Promise<vscode.CompletionItem[]> {
  return until(`${wanted} among what is proposed at ${position.line}:${position.character}`, async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    return items.some((item) => labelOf(item) === wanted) ? items : undefined;
  });
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

async function configuration(
  text: string,
): Promise<{ document: vscode.TextDocument; editor: vscode.TextEditor }> {
  const { document: opened } = await openFile('fw.cfg', text);
  const document = await untilLanguage(opened.uri, 'huawei-vrp');
  return { document, editor: await vscode.window.showTextDocument(document) };
}

const CONFIG =
  '#\nsysname FW_NORTH\n#\nike proposal 10\n    encryption-algorithm aes-256\n dh group2\n \n#\nike peer b\n pre-shared-key Secret@12345\n ike-proposal \n#\n';

suite('writing', () => {
  afterEach(closeEditors);

  test('the commands of a view, the names of the device and no key are proposed', async () => {
    const { document } = await configuration(CONFIG);
    const commands = await proposed(document, new vscode.Position(6, 1), 'authentication-algorithm');
    assert.ok(!commands.some((item) => labelOf(item) === 'remote-address'));
    const names = await proposed(document, new vscode.Position(10, 14), '10');
    assert.ok(!names.some((item) => labelOf(item).includes('Secret')));
    assert.equal(vscode.workspace.getConfiguration('editor', document).get('wordBasedSuggestions'), 'off');
  });

  test('a person types, and takes what is proposed', async () => {
    const { document } = await configuration(CONFIG);
    await proposed(document, new vscode.Position(6, 1), 'integrity-algorithm');
    const at = new vscode.Position(6, 1);
    await putCursor(document, at);
    await vscode.commands.executeCommand('type', { text: 'integ' });
    await until('the line', async () => {
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.lineAt(6).text === ' integrity-algorithm';
    });
  });

  test('in the middle of a word the whole word is replaced', async () => {
    const { document } = await configuration(CONFIG);
    const items = await proposed(document, new vscode.Position(5, 7), 'group14');
    const item = items.find((each) => labelOf(each) === 'group14');
    assert.ok(item?.range && 'replacing' in item.range);
    assert.deepEqual([item.range.inserting.end.character, item.range.replacing.end.character], [7, 10]);
    const weak = items.find((each) => labelOf(each) === 'group1');
    assert.deepEqual(weak?.tags, [vscode.CompletionItemTag.Deprecated]);
  });

  test('the other end’s value comes first', async () => {
    const { document: opened } = await openExample('fw_a.cfg');
    const document = await untilLanguage(opened.uri, 'huawei-vrp');
    const at = document.positionAt(document.getText().indexOf('dh group14') + 3);
    await until('the value of FW_B', async () => {
      const items = await proposed(document, at, 'group2');
      const first = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0];
      return first && labelOf(first) === 'group2' && first.detail?.includes('other end');
    });
  });

  test('the format of a command shows with its active part', async () => {
    const { document } = await configuration('acl number 3000\n rule 5 permit ip source 10.1.1.0 \n#\n');
    const help = await until('signature help', async () =>
      vscode.commands.executeCommand<vscode.SignatureHelp | undefined>(
        'vscode.executeSignatureHelpProvider',
        document.uri,
        new vscode.Position(1, document.lineAt(1).text.length),
      ),
    );
    const [first] = help.signatures;
    const part = first?.parameters[help.activeParameter]?.label as [number, number];
    assert.equal(first?.label.slice(...part), '<source-wildcard>');
  });

  test('formatting a document writes it as a device saves it', async () => {
    const { document } = await configuration(CONFIG);
    await proposed(document, new vscode.Position(6, 1), 'authentication-algorithm');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until('the blanks', () => document.lineAt(4).text === ' encryption-algorithm aes-256');
    assert.equal(document.lineAt(9).text, ' pre-shared-key Secret@12345');
  });

  test('a capture is neither formatted nor completed in what the device printed', async () => {
    const { document: opened } = await openExample('fw_b-capture.txt');
    const document = await untilLanguage(opened.uri, 'huawei-vrp-output');
    const prompt = document
      .getText()
      .split('\n')
      .findIndex((line) => line.startsWith('<FW_B>display'));
    await proposed(document, new vscode.Position(prompt, '<FW_B>'.length), 'display ike sa');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 4, insertSpaces: true },
    );
    assert.deepEqual(edits ?? [], []);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(prompt + 1, 0),
    );
    assert.deepEqual(items.map(labelOf), []);
  });

  test('words have semantic tokens, as a whole and of a range', async () => {
    const { document } = await configuration(CONFIG);
    const legend = await until('a legend', async () =>
      vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      ),
    );
    assert.ok(legend.tokenModifiers.includes('secret'));
    const full = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const types = new Set<string | undefined>();
    for (let at = 3; at < full.data.length; at += 5) types.add(legend.tokenTypes[full.data[at] ?? -1]);
    for (const type of ['keyword', 'enumMember', 'class', 'struct', 'string'])
      assert.ok(types.has(type), type);
    const part = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentRangeSemanticTokens',
      document.uri,
      new vscode.Range(5, 0, 5, 10),
    );
    assert.equal(part.data.length, 10);
  });
});
