import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension';
import type { NewPairEnd } from '../../../server/src/protocol';
import { configuration, type Firewall } from '../../server/workspace/sessions';
import { closeEditors, openFile, product, until, untilDiagnostics, untilLanguage } from './editor';
import { hasPage, hover, press, screenshot, textOf, type } from './page';
import { afterEach, skip, suite, test } from './runner';

const KEY = 'Summer-Wind-93';

const LONE: Firewall = {
  name: 'FW_BENCH',
  own: '192.0.2.91',
  peer: '192.0.2.92',
  lan: '10.91.0.0',
  remoteLan: '10.91.1.0',
};

const tunnels = (): Api['tunnels'] => (product() as vscode.Extension<Api>).exports.tunnels;

/** The groups of the view of the tunnels. */
async function groups(): Promise<string[]> {
  return (await tunnels().getChildren()).flatMap((node) => (node.kind === 'group' ? [node.label] : []));
}

const end = (at: 0 | 1): NewPairEnd => ({
  name: `NEW_${at}`,
  product: at === 0 ? 'usg-v600' : 'ar-v300',
  interface: at === 0 ? 'GigabitEthernet1/0/1' : 'GigabitEthernet0/0/1',
  address: `192.0.2.${93 + at}/24`,
  network: `10.92.${at}.0/24`,
});

/** The documents of a new pair. */
async function untilPair(): Promise<vscode.TextDocument[]> {
  return until('both configurations', () => {
    const all = vscode.workspace.textDocuments.filter(
      (each) => each.isUntitled && each.getText().includes('sysname NEW_'),
    );
    return all.length === 2 ? all : undefined;
  });
}

async function isFine(): Promise<boolean> {
  for (const group of await tunnels().getChildren())
    for (const node of await tunnels().getChildren(group))
      if (node.kind === 'tunnel' && node.ids.some((id) => id.includes('NEW_0') && id.includes('NEW_1')))
        return node.tunnel.verdict === 'ok' && node.tunnel.problems === 0;
  return false;
}

suite('commands of the workbench', () => {
  afterEach(closeEditors);

  test('a copy without keys is opened, and is no device of its own', async () => {
    const text = configuration(LONE).replace(/pre-shared-key .*/, `pre-shared-key ${KEY}`);
    const { document } = await openFile('fw_bench.cfg', text);
    const config = await untilLanguage(document.uri, 'huawei-vrp');
    await untilDiagnostics(config.uri, (all) => all.length > 0);
    await vscode.window.showTextDocument(config);
    await vscode.commands.executeCommand('huaweiIpsec.redact');
    const copy = await until('the copy', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.isUntitled === true ? editor.document : undefined;
    });
    assert.equal(copy.getText(), text.replace(KEY, 'Masked-1'));
    assert.match(copy.uri.path, /fw_bench-redacted\.cfg$/);
    await untilLanguage(copy.uri, 'huawei-vrp');
    await screenshot('redacted-copy');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(
      vscode.languages.getDiagnostics(copy.uri).map(({ message }) => message),
      [],
    );
    assert.deepEqual(
      (await groups()).filter((name) => name.startsWith('FW_BENCH')),
      ['FW_BENCH'],
    );
  });

  test('a new server knows what is open', async () => {
    const { document } = await openFile('fw_again.cfg', configuration({ ...LONE, name: 'FW_AGAIN' }));
    const config = await untilLanguage(document.uri, 'huawei-vrp');
    await until('the device', async () => (await groups()).includes('FW_AGAIN'));
    await vscode.commands.executeCommand('huaweiIpsec.restartServer');
    await until('the device of the new server', async () => (await groups()).includes('FW_AGAIN'));
    const lenses = await until('a lens', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        config.uri,
        5,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.match(lenses[0]?.command?.title ?? '', /^FW_AGAIN ↔ /);
  });

  (hasPage ? test : skip)('the language status names the device, its release and its tunnels', async () => {
    const { document } = await openFile('fw_state.cfg', configuration({ ...LONE, name: 'FW_STATE' }));
    await untilLanguage(document.uri, 'huawei-vrp');
    await until('the device', async () => (await groups()).includes('FW_STATE'));
    const status = '[id="status.languageStatus"]';
    const shown = await until('the status', async () => {
      await hover(status);
      const text = (await textOf('.hover-language-status')).join(' ');
      return text.includes('FW_STATE') && text.includes('1 tunnel') ? text : undefined;
    });
    assert.match(shown, /Huawei configuration.*recognised by its content/s);
    assert.match(shown, /FW_STATE.*USG \(V500\/V600\) V600R007C00SPC500 · 1 tunnel/s);
    assert.match(shown, /IPsec analysis is on/);
    await screenshot('language-status');
  });

  test('a new pair comes up, and nothing is wrong with it', async () => {
    await vscode.commands.executeCommand('huaweiIpsec.newPair', [end(0), end(1)]);
    const [first, second] = await untilPair();
    assert.ok(first && second);
    await until('the tunnel to be judged', isFine);
    for (const { uri } of [first, second])
      assert.deepEqual(
        vscode.languages.getDiagnostics(uri).map(({ message }) => message),
        [],
      );
    await screenshot('new-pair');
  });

  (hasPage ? test : skip)(
    'a new pair is asked for question by question, and wrong answers are told',
    async () => {
      const done = vscode.commands.executeCommand('huaweiIpsec.newPair');
      const title = async (): Promise<string> => (await textOf('.quick-input-titlebar')).join(' ');
      const answer = async (number: number, text: string): Promise<void> => {
        await until(`question ${number}`, async () => (await title()).includes(`(${number}/10)`));
        if (text !== '') await type(text);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await press('Enter');
      };
      await answer(1, 'NEW_0');
      await answer(2, 'V600');
      await answer(3, '');
      await answer(4, '192.0.2.93/24');
      await answer(5, '10.92.0.7/24');
      await until('what is wrong', async () =>
        (await textOf('.quick-input-message')).join(' ').includes('begins at 10.92.0.0'),
      );
      await screenshot('new-pair-question');
      for (const key of Array<string>('7/24'.length).fill('Backspace')) await press(key);
      await answer(5, '0/24');
      await answer(6, 'NEW_1');
      await answer(7, 'AR');
      await answer(8, '');
      await answer(9, '192.0.2.94/24');
      await answer(10, '10.92.1.0/24');
      await done;
      const texts = (await untilPair()).map((each) => each.getText());
      assert.ok(texts.some((text) => /V600.*interface GigabitEthernet1\/0\/1/s.test(text)));
      assert.ok(texts.some((text) => /V300.*interface GigabitEthernet0\/0\/1/s.test(text)));
    },
    60,
  );
});
