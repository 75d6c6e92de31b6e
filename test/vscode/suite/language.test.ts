import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile, product, until, untilLanguage } from './editor';
import { isBrowser } from './host';
import { click, hasPage, screenshot, textOf } from './page';
import { afterEach, suite, test } from './runner';

const firewall = `
!Software Version V500R005C00SPC100
#
sysname FW_NORTH
#
ike proposal 1
 encryption-algorithm aes-256
 dh group14
#
ike peer b
 undo version 2
 ike-proposal 1
 remote-address 203.0.113.2
#
return
`;

suite('language', () => {
  afterEach(closeEditors);

  for (const name of ['fw_a.cfg', 'fw_a.txt', 'fw_a.log', 'fw_a']) {
    test(`a configuration named ${name} is recognised by its content`, async () => {
      const { document } = await openFile(name, firewall);
      await untilLanguage(document.uri, 'huawei-vrp');
      if (name === 'fw_a.cfg') await screenshot('language-configuration');
    });
  }

  test('captured output is recognised by its content', async () => {
    const capture = `<FW_NORTH>display ike error-info
2026-11-23 10:00:00.000
  current info Num :2
Ike error information:
current ike Error-info number :2
-----------------------------------------------------------
 peer                  port     error-reason             version   error-time
-----------------------------------------------------------
 203.0.113.2           500      phase1 proposal mismatch v1        2026-11-23 09:59:00
-----------------------------------------------------------
<FW_NORTH>
`;
    const { document } = await openFile('session.txt', capture);
    await untilLanguage(document.uri, 'huawei-vrp-output');
  });

  test("someone else's configuration keeps the language it had", async () => {
    await product().activate();
    const { document } = await openFile('setup.cfg', '[metadata]\nname = demo\nversion = 1.0\n');
    const before = document.languageId;
    const sentinel = await openFile('fw_b.cfg', firewall);
    await untilLanguage(sentinel.document.uri, 'huawei-vrp');
    assert.equal(document.languageId, before);
    assert.equal(document.languageId.startsWith('huawei'), false);
  });

  test('text pasted into an untitled file is recognised', async () => {
    await product().activate();
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), firewall);
    });
    await untilLanguage(document.uri, 'huawei-vrp');
  });

  test('a long configuration pasted into an untitled file is recognised, and so is one line of a log', async () => {
    await product().activate();
    const long = firewall.replace(
      'return\n',
      'acl number 3000\n rule 5 permit ip source 10.1.1.0 0.0.0.255\n#\n'.repeat(2000),
    );
    const line = 'Mar  4 2024 09:12:44 FW_NORTH %%01IKE/5/IKE_NEGO_FAIL(l):IPSec tunnel negotiation fails.';
    for (const [text, language] of [
      [long, 'huawei-vrp'],
      [line, 'huawei-vrp-output'],
    ] as const) {
      const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(0, 0), text);
      });
      await untilLanguage(document.uri, language);
    }
  });

  test('a page of remarks above a configuration does not hide it', async () => {
    const { document } = await openFile(
      'remarks.cfg',
      '# ask before you touch this\n'.repeat(600) + firewall,
    );
    await untilLanguage(document.uri, 'huawei-vrp');
  });

  test('a person who gives a file one of the languages has the last word as well', async () => {
    await product().activate();
    const { document } = await openFile('notes.txt', 'Nothing that says Huawei.\n');
    await vscode.languages.setTextDocumentLanguage(document, 'huawei-vrp');
    await untilLanguage(document.uri, 'huawei-vrp');
    await pause();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.window.showTextDocument(document.uri);
    await untilLanguage(document.uri, 'huawei-vrp');
    await vscode.commands.executeCommand('huaweiIpsec.detectLanguage');
    await until('the language it had', () =>
      vscode.workspace.textDocuments.every(
        (each) => each.uri.toString() !== document.uri.toString() || !each.languageId.startsWith('huawei'),
      ),
    );
  });

  test('a person who takes the language back has the last word, also when the file is opened again', async () => {
    const { document } = await openFile('fw_a.cfg', firewall);
    const config = await untilLanguage(document.uri, 'huawei-vrp');
    await vscode.languages.setTextDocumentLanguage(config, 'plaintext');
    await pause();
    assert.equal((await vscode.workspace.openTextDocument(config.uri)).languageId, 'plaintext');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const again = await vscode.window.showTextDocument(config.uri);
    await pause();
    assert.notEqual(again.document.languageId, 'huawei-vrp');
    await vscode.commands.executeCommand('huaweiIpsec.detectLanguage');
    await untilLanguage(config.uri, 'huawei-vrp');
  });

  test('the setting turns detection off', async () => {
    const settings = vscode.workspace.getConfiguration('huaweiIpsec');
    // A browser host under test keeps no settings of the person.
    const target = isBrowser ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await settings.update('detectLanguage.enabled', false, target);
    try {
      const { document } = await openFile('fw_a.cfg', firewall);
      await pause();
      assert.notEqual(document.languageId, 'huawei-vrp');
      assert.notEqual(vscode.window.activeTextEditor?.document.languageId, 'huawei-vrp');
    } finally {
      await settings.update('detectLanguage.enabled', undefined, target);
    }
  });

  test('a save with a NUL byte at its end and CRLF line ends is recognised', async () => {
    const interfaces = Array.from(
      { length: 40 },
      (_, n) => `interface GigabitEthernet1/0/${n}\n undo shutdown\n#\n`,
    );
    const saved = firewall.replace('return\n', `${interfaces.join('')}return  \0`);
    const text = saved.replaceAll('\n', '\r\n');
    const { document } = await openFile('vrpcfg.cfg', text);
    await untilLanguage(document.uri, 'huawei-vrp');
  });

  if (hasPage) {
    test('GB18030 text read as UTF-8 is noticed and opened again in the right encoding', async () => {
      const text = `${firewall.replace('return\n', '')}acl number 3001\n description `;
      const utf8 = new TextEncoder();
      // 总部 (head office) in GB18030.
      const chinese = [0xd7, 0xdc, 0xb2, 0xbf];
      const bytes = Uint8Array.from([...utf8.encode(text), ...chinese, ...utf8.encode('\n#\nreturn\n')]);
      const { document } = await openFile('fw_gb.cfg', bytes);
      await untilLanguage(document.uri, 'huawei-vrp');
      // A workbench under test keeps notices to its list.
      await until('the notice', async () => {
        await vscode.commands.executeCommand('notifications.showList');
        return (await textOf('.notifications-center')).some((text) => text.includes('GB18030'));
      });
      await screenshot('encoding-notice');
      await click('.notifications-center .notification-list-item-buttons-container .monaco-button');
      await until('the Chinese text', () =>
        vscode.workspace.textDocuments.some(
          (each) => each.uri.toString() === document.uri.toString() && each.getText().includes('总部'),
        ),
      );
    });
  }
});

/** Long enough for detection to have made up its mind, were it to act. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500));
}
