import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openExample, openFile, until, untilLanguage } from './editor';
import { hasPage, screenshot } from './page';
import { afterEach, suite, test } from './runner';

const SETTING = 'huaweiIpsec.inlayHints';

const DEVICE = `!Software Version V600R007C20SPC600
#
sysname FW_HINTS
#
ike proposal 10
 encryption-algorithm aes-256
 dh group5
 authentication-algorithm sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
#
ike peer x
 pre-shared-key %^%#abcdefghijklmnopqrstuvwxyz%^%#
 ike-proposal 10
 remote-address 192.0.2.200
#
interface GigabitEthernet1/0/0
 ip address 192.0.2.201 255.255.255.0
#
return
`;

async function hintsOf({ uri }: vscode.TextDocument): Promise<string[]> {
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    uri,
    new vscode.Range(0, 0, 999, 0),
  );
  return hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
}

suite('inlay hints', () => {
  afterEach(closeEditors);

  test('show what is in force and how large a weak group is, each as long as it is wanted', async () => {
    const { document } = await openFile('fw_hints.cfg', DEVICE);
    const config = await untilLanguage(document.uri, 'huawei-vrp');
    await until('the hints', async () => {
      const found = await hintsOf(config);
      return found.includes('1536 bits') && found.includes('default: prf hmac-sha2-256');
    });
    const settings = vscode.workspace.getConfiguration(SETTING);
    try {
      await settings.update('dhGroups', 'off', vscode.ConfigurationTarget.Global);
      await settings.update('defaults', false, vscode.ConfigurationTarget.Global);
      await until('no hints', async () => (await hintsOf(config)).length === 0);
    } finally {
      await settings.update('dhGroups', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('defaults', undefined, vscode.ConfigurationTarget.Global);
    }
    await until('the hints again', async () => (await hintsOf(config)).length === 2);
    assert.equal(config.getText(), DEVICE);
  });

  if (hasPage) {
    test('stand behind the lines of an example', async () => {
      const { document } = await openExample('fw_b.cfg');
      const config = await untilLanguage(document.uri, 'huawei-vrp');
      await until('the hints', async () => (await hintsOf(config)).some((text) => text.startsWith('→ FW_A')));
      await screenshot('inlay-hints');
    });
  }
});
