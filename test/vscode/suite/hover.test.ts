import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openExample, openFile, until, untilLanguage, putCursor } from './editor';
import { hasPage, press, say, screenshot, textOf } from './page';
import { causeNames } from './causeNames';
import { afterEach, suite, test } from './runner';

/** The text of everything VS Code shows on hover at a place. */
async function hoverText(document: vscode.TextDocument, line: number, character: number): Promise<string> {
  return until(`a hover at ${line}:${character}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(line, character),
    );
    const text = hovers
      .flatMap((hover) => hover.contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    return text === '' ? undefined : text;
  });
}

suite('hover', () => {
  afterEach(closeEditors);

  test('every one of the 70 causes is explained in a table row, in any case and with hyphens', async () => {
    const spellings = [
      (name: string) => name,
      (name: string) => name.toUpperCase(),
      (name: string) => name.replaceAll(' ', '-'),
      (name: string) => name.replaceAll(' ', '_'),
    ];
    const rows = causeNames.map(
      (name, at) => `  203.0.113.2   500   ${spellings[at % 4]?.(name) ?? name}   v2`,
    );
    const { document } = await openFile(
      'all.txt',
      `<FW_NORTH>display ike error-info\n${rows.join('\n')}\n<FW_NORTH>\n`,
    );
    const capture = await untilLanguage(document.uri, 'huawei-vrp-output');
    const seen: string[] = [];
    for (const [at, name] of causeNames.entries()) {
      const text = await hoverText(capture, at + 1, 24);
      assert.ok(text.includes(`\`${name}\``), `the hover of ${name} names it`);
      seen.push(name);
    }
    say(`  ${seen.length} causes explained on hover`);
    assert.equal(seen.length, 70);
  }, 60);

  test('a cause is explained in a log line, by its reason code and in an alarm', async () => {
    const log = [
      'Mar  2 2026 09:14:27 FW_NORTH %%01IKE/5/IKE_NEGO_FAIL(l)[3]:IKE negotiation failed. (reason=initiator dh mismatch)',
      'IPSEC/4/IPSECNEGOFAIL: OID 1.3.6.1.4.1.2011.6.122.26.6.14 IPSec tunnel negotiation fails. (Ifindex=7, SeqNum=10, Reason=x, ReasonCode=6, PeerAddress=203.0.113.2)',
      '',
    ].join('\n');
    const { document } = await openFile('night.log', log);
    const capture = await untilLanguage(document.uri, 'huawei-vrp-output');
    const [first = '', second = ''] = log.split('\n');
    assert.match(await hoverText(capture, 0, first.indexOf('initiator dh') + 3), /initiator dh mismatch/);
    assert.match(await hoverText(capture, 1, second.indexOf('ReasonCode=6') + 11), /responder dh mismatch/);
    assert.match(await hoverText(capture, 1, second.indexOf('1.3.6.1') + 5), /hwIPSecNegoFail/);
    assert.match(await hoverText(capture, 1, second.indexOf('PeerAddress') + 2), /PeerAddress/);
  });

  test('a command, an algorithm and a name are explained in a configuration', async () => {
    const { document } = await openExample('fw_b.cfg');
    const config = await untilLanguage(document.uri, 'huawei-vrp');
    const place = (text: string, within = 1): [number, number] => {
      const offset = config.getText().indexOf(text) + within;
      const { line, character } = config.positionAt(offset);
      return [line, character];
    };
    assert.match(await hoverText(config, ...place('dh group2')), /Diffie-Hellman/);
    assert.match(await hoverText(config, ...place('group2', 2)), /1024/);
    const peer = await hoverText(config, ...place('ike-peer fw_a', 10));
    assert.match(peer, /203\.0\.113\.1/);
    assert.match(peer, /IKEv1 and IKEv2/);
    const key = await hoverText(config, ...place('%^%#', 3));
    assert.ok(!key.includes('%^%#'), 'a key is not shown');
    assert.match(await hoverText(config, ...place('acl 3000', 5)), /rule 5 permit ip/);
  });

  if (hasPage) {
    test('a person sees the hover', async () => {
      const editor = await openExample('fw_b-capture.txt');
      await untilLanguage(editor.document.uri, 'huawei-vrp-output');
      const capture = vscode.window.activeTextEditor;
      assert.ok(capture);
      const at = capture.document.positionAt(capture.document.getText().indexOf('initiator dh mismatch') + 3);
      await putCursor(capture.document, at);
      await vscode.commands.executeCommand('editor.action.showHover');
      const shown = await until('the hover on the page', async () =>
        (await textOf('.monaco-hover')).find((text) => text.includes('initiator dh mismatch')),
      );
      assert.match(shown, /dh/);
      await screenshot('hover-cause');
      await press('Escape');
    });
  }
});
