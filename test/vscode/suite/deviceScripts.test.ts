import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OPEN_SCRIPT_COMMAND, type DeviceScriptInfo } from '../../../server/src/protocol';
import { closeEditors, openFile, until, untilDiagnostics, untilLanguage } from './editor';
import { afterEach, suite, test } from './runner';

const configuration = `#
sysname GW_LEFT
#
acl number 3000
 rule 5 permit ip source 10.71.1.0 0.0.0.255 destination 10.72.1.0 0.0.0.255
#
ike proposal 10
 encryption-algorithm aes-256
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
#
ike peer right
 pre-shared-key %^%#abcdefghijklmnopqrstuvwxyz%^%#
 ike-proposal 10
 undo version 1
 remote-address 192.0.2.72
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ipsec policy map1 10 isakmp
 security acl 3000
 pfs dh-group14
 ike-peer right
 proposal tran1
#
interface GigabitEthernet1/0/0
 ip address 192.0.2.71 255.255.255.0
 ipsec policy map1
#
return
`;

const capture = `<GW_RIGHT>display ike proposal
-------------------------------------------
 IKE Proposal: 20
   Authentication Method      : PRE_SHARED
   Authentication Algorithm   : SHA2-256
   Encryption Algorithm       : AES-256
   Diffie-Hellman Group       : MODP-1024
   SA Duration(Seconds)       : 86400
   Integrity Algorithm        : HMAC-SHA2-256
   Prf Algorithm              : HMAC-SHA2-256
-------------------------------------------
<GW_RIGHT>display ike peer
-------------------------------------------
 Peer name               : left
 IKE version             : v2
 Remote IP               : 192.0.2.71
 Proposal                : 20
 Pre-shared-key          : ******
-------------------------------------------
<GW_RIGHT>display ipsec policy
===========================================
IPSec policy group: "map7"
Using interface: GigabitEthernet1/0/0
===========================================

    Sequence number: 10
    Security data flow: 3000
    Peer name    :  left
    Perfect forward secrecy: DH group 14
    Proposal name:  tran7
<GW_RIGHT>display ip interface brief
Interface                         IP Address/Mask      Physical   Protocol
GigabitEthernet1/0/0              192.0.2.72/24        up         up
<GW_RIGHT>
`;

const SCRIPT = ['system-view', 'ike proposal 20', 'dh group14', 'return'];

const isFault = ({ code }: vscode.Diagnostic): boolean =>
  (typeof code === 'object' ? code.value : code) === 'dh-group-mismatch';

/** The action that copies what is to be typed on the captured device. */
async function copyAction(): Promise<{ script: DeviceScriptInfo; run: () => Thenable<unknown> }> {
  await openFile('gw_left.cfg', configuration);
  const { document } = await openFile('gw_right.log', capture);
  const log = await untilLanguage(document.uri, 'huawei-vrp-output');
  const fault = (await untilDiagnostics(log.uri, (all) => all.some(isFault))).find(isFault);
  assert.ok(fault);
  assert.equal(log.getText(fault.range), 'MODP-1024');
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    log.uri,
    fault.range,
  );
  const copy = actions.find(
    ({ title }) => title === 'Copy commands for GW_RIGHT: dh group14 in ike proposal 20',
  );
  assert.ok(copy?.command, actions.map(({ title }) => title).join(' | '));
  assert.equal(copy.edit, undefined);
  const { command, arguments: given = [] } = copy.command as { command: string; arguments?: unknown[] };
  const [[script] = []] = given as [DeviceScriptInfo[]?];
  assert.ok(script);
  return { script, run: () => vscode.commands.executeCommand(command, ...given) };
}

suite('commands for a device', () => {
  afterEach(closeEditors);

  test('are copied from a problem of a capture, whole and for the right device, and opened as a script', async () => {
    const { script, run } = await copyAction();
    assert.deepEqual(script.lines, SCRIPT);
    await vscode.env.clipboard.writeText('nothing yet');
    await run();
    const copied = await until('the clipboard', async () => {
      const text = await vscode.env.clipboard.readText();
      return text === 'nothing yet' ? undefined : text;
    });
    assert.match(copied, /^# Commands for GW_RIGHT\n/);
    assert.deepEqual(
      copied.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
      SCRIPT,
    );
    await vscode.commands.executeCommand(OPEN_SCRIPT_COMMAND, script);
    const opened = await until('the script', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.isUntitled ? document : undefined;
    });
    assert.equal(opened.languageId, 'huawei-vrp');
    assert.equal(opened.getText(), script.text);
  });
});
