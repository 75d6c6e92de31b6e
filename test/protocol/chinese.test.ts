import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  Diagnostic,
  Hover,
  InlayHint,
} from 'vscode-languageserver-protocol';
import { TestClient } from './client';

const URIS = ['file:///fw_a.cfg', 'file:///fw_b.cfg'] as const;
const HAN = /\p{Script=Han}/u;

const exampleOf = (uri: string): string =>
  readFileSync(join(process.cwd(), 'examples', uri.slice('file:///'.length)), 'utf8');

/** The two ends of the example in an editor of a language, and the difference between them. */
async function started(locale: string): Promise<{ client: TestClient; found: Diagnostic }> {
  const related = { relatedInformation: true };
  const client = await TestClient.start({ textDocument: { publishDiagnostics: related } }, locale, [], {
    commands: true,
  });
  for (const uri of URIS) await client.open(uri, exampleOf(uri));
  const isDh = ({ code }: Diagnostic): boolean => code === 'dh-group-mismatch';
  const all = await client.diagnosticsUntil(URIS[0], (each) => each.some(isDh));
  const found = all.find(isDh);
  assert.ok(found);
  return { client, found };
}

test('problems, repairs, lenses, hints, hovers and proposals are Chinese in a Chinese editor', async (context) => {
  const { client, found } = await started('zh-cn');
  context.after(() => {
    client.kill();
  });
  const [uri] = URIS;
  const textDocument = { uri };
  assert.equal(
    found.message,
    'FW_A 的 IKE 安全提议 10 中 dh 为 group14，而 FW_B 的 IKE 安全提议 10 中为 group2：没有相同的值。',
  );
  assert.match(found.relatedInformation?.[0]?.message ?? '', /^FW_B：IKE 安全提议 10 中的 dh group2$/);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: found.range,
    context: { diagnostics: [found] },
  });
  const titles = actions.map(({ title }) => title);
  assert.ok(titles.includes('使 FW_B 与 FW_A 一致：IKE 安全提议 10 中配置 dh group14'), titles.join('\n'));
  for (const title of titles) assert.match(title, HAN);
  const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  const lensTitles = lenses.map(({ command }) => command?.title);
  assert.ok(lensTitles.includes('FW_A ↔ FW_B：协商失败：阶段 1（1 个问题）'), lensTitles.join('\n'));
  assert.ok(lensTitles.includes('比较两端'), lensTitles.join('\n'));
  const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
    textDocument,
    range: { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } },
  });
  assert.ok(hints.length > 0);
  const lines = exampleOf(uri).split('\n');
  const line = lines.findIndex((each) => each.startsWith('ike peer'));
  const position = { line, character: 'ike peer '.length };
  const hover = await client.request<Hover | null>('textDocument/hover', { textDocument, position });
  assert.match((hover?.contents as { value: string }).value, /\| 预共享密钥 \| 已配置，密文 \|/);
  const { items } = await client.request<CompletionList>('textDocument/completion', {
    textDocument,
    position: { line: line + 1, character: 1 },
  });
  assert.ok(items.some(({ detail }) => detail !== undefined && HAN.test(detail)));
  const refusal = client.request('textDocument/rename', { textDocument, position, newName: 'a b' });
  await assert.rejects(refusal, { message: 'IKE 对等体：名称不能含空格。' });
  assert.equal(await client.stop(), 0);
});

test('they are English in an editor of any other language', async (context) => {
  const { client, found } = await started('fr');
  context.after(() => {
    client.kill();
  });
  assert.match(
    JSON.stringify(found.message),
    /^"FW_A has dh group14 in IKE proposal 10, but FW_B has group2/,
  );
  assert.equal(await client.stop(), 0);
});
