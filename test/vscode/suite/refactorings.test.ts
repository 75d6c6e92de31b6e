import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile, until, untilLanguage } from './editor';
import { hasPage, press, screenshot, textOf } from './page';
import { afterEach, suite, test } from './runner';

/** One end of a tunnel of its own, that no example is a part of. */
function end(name: string, own: string, other: string, network: string, far: string): string {
  return `#
sysname ${name}
#
acl number 3000
 rule 5 permit ip source ${network} 0.0.0.255 destination ${far} 0.0.0.255
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ike proposal 10
 encryption-algorithm aes-256
 dh group2
 authentication-algorithm sha2-256
 authentication-method pre-share
#
ike peer other
 undo version 2
 exchange-mode main
 pre-shared-key %^%#abcdefghijklmnopqrstuvwxyz%^%#
 ike-proposal 10
 remote-address ${other}
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer other
 proposal tran1
#
interface GigabitEthernet1/0/0
 ip address ${own} 255.255.255.0
 ipsec policy map1
#
return
`;
}

/** The two ends of a tunnel; a test takes a number of its own, since closed files stay known for a while. */
function ends(number: number): { readonly east: string; readonly west: string } {
  const [east, west] = [`192.0.2.${number}`, `198.51.100.${number}`];
  const [near, far] = [`172.20.${number}.0`, `172.21.${number}.0`];
  return {
    east: end(`FW_EAST_${number}`, east, west, near, far),
    west: end(`FW_WEST_${number}`, west, east, far, near),
  };
}

suite('refactorings', () => {
  afterEach(closeEditors);

  async function both(number: number): Promise<{ east: vscode.TextDocument; west: vscode.TextDocument }> {
    const texts = ends(number);
    const west = await untilLanguage((await openFile('west.cfg', texts.west)).document.uri, 'huawei-vrp');
    const east = await untilLanguage((await openFile('east.cfg', texts.east)).document.uri, 'huawei-vrp');
    return { east, west };
  }

  test('a peer is migrated to IKEv2 on both ends, and one undo takes it back', async () => {
    const { east, west } = await both(11);
    const before = east.getText();
    const at = east.positionAt(before.indexOf('ike peer'));
    const migration = await until('the migration', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        east.uri,
        new vscode.Range(at, at),
        vscode.CodeActionKind.Refactor.value,
        10,
      );
      return actions.find(({ title }) => title.startsWith('Migrate to IKEv2 on both ends'));
    });
    assert.ok(migration.edit);
    assert.ok(await vscode.workspace.applyEdit(migration.edit, { isRefactoring: true }));
    for (const document of [east, west]) {
      assert.match(document.getText(), /\n undo version 1\n pre-shared-key/);
      assert.match(document.getText(), /\n integrity-algorithm hmac-sha2-256\n prf hmac-sha2-256\n/);
    }
    await vscode.window.showTextDocument(east);
    await vscode.commands.executeCommand('undo');
    assert.equal(east.getText(), before);
  });

  if (hasPage) {
    test('a person finds the refactorings in their menu', async () => {
      const { east } = await both(12);
      const editor = await vscode.window.showTextDocument(east);
      const at = east.positionAt(east.getText().indexOf('ike peer'));
      editor.selection = new vscode.Selection(at, at);
      await until('the bulb to know both ends', async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          east.uri,
          new vscode.Range(at, at),
          vscode.CodeActionKind.Refactor.value,
        );
        return actions.some(({ title }) => title.startsWith('Migrate'));
      });
      await press('Control+Shift+r');
      await until('the menu', async () =>
        (await textOf('.action-widget')).some((text) => text.includes('Migrate to IKEv2 on both ends')),
      );
      await screenshot('refactorings-menu');
      await press('Escape');
    });
  }
});
