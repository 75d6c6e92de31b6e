import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  openExample,
  product,
  putCursor,
  until,
  untilDiagnostics,
  untilLanguage,
} from './editor';
import { hasPage, press, screenshot, textOf, type } from './page';
import { afterEach, suite, test } from './runner';

const HAN = /\p{Script=Han}/u;

const isFault = ({ code }: vscode.Diagnostic): boolean =>
  (typeof code === 'object' ? code.value : code) === 'dh-group-mismatch';

/** The example with its fault, once the product has found it. */
async function example(): Promise<{ config: vscode.TextDocument; fault: vscode.Diagnostic }> {
  const { document } = await openExample('fw_a.cfg');
  const config = await untilLanguage(document.uri, 'huawei-vrp');
  const fault = (await untilDiagnostics(config.uri, (all) => all.some(isFault))).find(isFault);
  assert.ok(fault);
  return { config, fault };
}

suite(
  'in Chinese',
  () => {
    afterEach(closeEditors);

    test('the editor is Chinese, and so is what the manifest gives it', () => {
      assert.equal(vscode.env.language, 'zh-cn');
      const { contributes } = product().packageJSON as {
        // Of a command VS Code mostly keeps the English title as well, to find it by.
        contributes: { commands: { title: string | { value: string } }[]; configuration: unknown };
      };
      for (const { title } of contributes.commands)
        assert.match(typeof title === 'string' ? title : title.value, HAN);
      assert.match(JSON.stringify(contributes.configuration), HAN);
    });

    test('the blocks that are proposed are described in Chinese', async () => {
      const { config } = await example();
      const end = config.lineAt(config.lineCount - 1).range.end;
      await until('the snippets', async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          config.uri,
          end,
        );
        return items.some(({ detail }) => detail?.startsWith('使用强算法的 IKE 安全提议'));
      });
    });

    test('a problem, what it refers to and its repairs are Chinese', async () => {
      const { config, fault } = await example();
      assert.equal(
        fault.message,
        'FW_A 的 IKE 安全提议 10 中 dh 为 group14，而 FW_B 的 IKE 安全提议 10 中为 group2：没有相同的值。',
      );
      assert.equal(fault.relatedInformation?.[0]?.message, 'FW_B：IKE 安全提议 10 中的 dh group2');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        config.uri,
        fault.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const titles = actions.map(({ title }) => title);
      assert.ok(
        titles.includes('使 FW_B 与 FW_A 一致：IKE 安全提议 10 中配置 dh group14'),
        titles.join('\n'),
      );
    });

    test('a hover and the lenses are Chinese', async () => {
      const { config } = await example();
      const line = config
        .getText()
        .split('\n')
        .findIndex((each) => each.startsWith('ike peer'));
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        config.uri,
        new vscode.Position(line, 'ike peer '.length),
      );
      const text = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
        .join('\n');
      assert.match(text, /\| 预共享密钥 \| 已配置，密文 \|/);
      const lenses = await until('the lenses', async () => {
        const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          config.uri,
          20,
        );
        return found.length > 0 ? found : undefined;
      });
      const titles = lenses.map(({ command }) => command?.title ?? '');
      assert.ok(
        titles.some((title) => title.includes('协商失败：阶段 1')),
        titles.join('\n'),
      );
      assert.ok(titles.includes('比较两端'), titles.join('\n'));
      await putCursor(config, new vscode.Position(line, 0));
      await screenshot('chinese');
    });

    test('what is chosen from is Chinese: commands in the palette, languages of a file', async () => {
      await example();
      if (!hasPage) return;
      const rows = '.quick-input-list .monaco-list-row';
      await press('F1');
      await type('Huawei IPsec');
      await until('the commands', async () => (await textOf(rows)).join('\n').includes('比较隧道两端'));
      await screenshot('chinese-commands');
      await press('Escape');
      void vscode.commands.executeCommand('huaweiIpsec.chooseLanguage');
      await until('the languages', async () => (await textOf(rows)).join('\n').includes('根据内容检测'));
      await press('Escape');
    });
  },
  'zh-cn',
);
