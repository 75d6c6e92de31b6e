import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile, until, untilDiagnostics, untilLanguage, putCursor } from './editor';
import { hasPage, press, screenshot, textOf } from './page';
import { afterEach, suite, test } from './runner';

const firewall = `#
sysname FW_NORTH
#
ike proposal 10
 encryption-algorithm aes-256
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
#
ike peer b
 pre-shared-key %^%#abcdefghijklmnopqrstuvwxyz%^%#
 ike-proposal 10
 remote-adress 203.0.113.2
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
#
return
`;

const codeOf = (diagnostic: vscode.Diagnostic): unknown =>
  typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;

/** The problem that the misspelt command makes. */
async function slipIn(config: vscode.TextDocument): Promise<vscode.Diagnostic> {
  const isSlip = (each: vscode.Diagnostic): boolean => codeOf(each) === 'unknown-command';
  const slip = (await untilDiagnostics(config.uri, (all) => all.some(isSlip))).find(isSlip);
  assert.ok(slip);
  return slip;
}

async function actionsAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
}

suite('problems and repairs', () => {
  afterEach(closeEditors);

  test('a slip is underlined on the word, repaired, and the repair is undone', async () => {
    const { document } = await openFile('fw_a.cfg', firewall);
    const config = await untilLanguage(document.uri, 'huawei-vrp');
    const slip = await slipIn(config);
    assert.equal(config.getText(slip.range), 'remote-adress');
    assert.equal(slip.severity, vscode.DiagnosticSeverity.Error);
    const actions = await actionsAt(config.uri, slip.range);
    const repair = actions.find((action) => action.isPreferred);
    assert.ok(repair?.edit, `a preferred repair among: ${actions.map((action) => action.title).join(' | ')}`);
    assert.ok(await vscode.workspace.applyEdit(repair.edit));
    assert.equal(config.getText(), firewall.replace('remote-adress', 'remote-address'));
    await until('the problem to be gone', () =>
      vscode.languages.getDiagnostics(config.uri).every((each) => codeOf(each) !== 'unknown-command'),
    );
    await vscode.window.showTextDocument(config);
    await vscode.commands.executeCommand('undo');
    assert.equal(config.getText(), firewall);
    await untilDiagnostics(config.uri, (all) => all.some((each) => codeOf(each) === 'unknown-command'));
  });

  test('a missing line is written where the device saves it', async () => {
    const text = firewall.replace('remote-adress', 'remote-address').replace(
      'interface',
      `acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ipsec proposal p
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ipsec policy map1 10 isakmp
 security acl 3000
 proposal p
#
interface`,
    );
    const { document } = await openFile('fw_a.cfg', text);
    const config = await untilLanguage(document.uri, 'huawei-vrp');
    const found = await untilDiagnostics(config.uri, (all) =>
      all.some((each) => codeOf(each) === 'incomplete-ipsec-policy'),
    );
    const problem = found.find((each) => codeOf(each) === 'incomplete-ipsec-policy');
    assert.ok(problem);
    const actions = await actionsAt(config.uri, problem.range);
    const repair = actions.find((action) => action.title.includes('ike-peer b'));
    assert.ok(repair?.edit);
    assert.ok(await vscode.workspace.applyEdit(repair.edit));
    assert.equal(config.getText(), text.replace(' security acl 3000\n', ' security acl 3000\n ike-peer b\n'));
  });

  test('the examples show their fault and nothing else', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    for (const name of ['fw_a.cfg', 'fw_b.cfg']) {
      const editor = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, name));
      const config = await untilLanguage(editor.document.uri, 'huawei-vrp');
      if (name === 'fw_b.cfg') {
        const found = await untilDiagnostics(config.uri, (all) => all.length > 1);
        assert.deepEqual(found.map(codeOf).sort(), ['dh-group-mismatch', 'weak-algorithm']);
        await screenshot('example-fault');
      }
    }
  });

  if (hasPage) {
    test('a person opens the bulb and sees the repair', async () => {
      const { document } = await openFile('fw_a.cfg', firewall);
      const config = await untilLanguage(document.uri, 'huawei-vrp');
      const slip = await slipIn(config);
      await putCursor(config, slip.range.start);
      await press('Control+.');
      await until('the menu', async () =>
        (await textOf('.action-widget')).some((text) => text.includes('remote-address')),
      );
      await screenshot('quick-fix-menu');
      await press('Enter');
      await until('the repair in the text', () => config.getText().includes('remote-address 203.0.113.2'));
    });
  }
});
