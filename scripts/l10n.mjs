// `npm run l10n`: holds the Chinese texts of l10n/ and package.nls.zh-cn.json against the English ones of the code and the manifest.
// Texts that are new get an empty place in the bundle, those that nothing says any more leave it, and what is to be done is listed.
// `npm run l10n -- --check` writes nothing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { Failure, main, root } from './processes.mjs';

const BUNDLE = join('l10n', 'bundle.l10n.zh-cn.json');

/** Floors that hold data in both languages beside each other; their texts are looked at by tests of their own. */
const TABLES = /^server[\\/]src[\\/](commands|causes|display)[\\/]/;

const read = (path) => readFileSync(join(root, path), 'utf8');

/** The text of a literal, also of one that is written in several parts; undefined for anything else. */
function literalOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const parts = [literalOf(node.left), literalOf(node.right)];
  return parts.includes(undefined) ? undefined : parts.join('');
}

const isTextCall = (node) => ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText());

const insideFunction = (node) =>
  node.parent && (ts.isFunctionLike(node.parent) || insideFunction(node.parent));

const placeholders = (text) => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort().join(' ');

/** A sentence as a person reads it: words, and an end. */
const SENTENCE = /[a-z]{2,},? [a-z]{2,}.*(?:[^.]\.|[?!…])$/s;

/** Literals that nobody translates: both languages in one place, references, and what is said to developers. */
function isElsewhere(node) {
  const { parent } = node;
  if (!parent || ts.isFunctionLike(node)) return false;
  if (isTextCall(node) || ts.isImportDeclaration(node)) return true;
  if (ts.isPropertyAssignment(node) && /^(?:en|'zh-cn'|sources?)$/.test(node.name.getText())) return true;
  if (ts.isNewExpression(node) && node.expression.getText() === 'Error') return true;
  return isElsewhere(parent);
}

/** Every text of a file that goes through `l10n.t`, and what is wrong with how it is written. */
function textsOf(path, problems) {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const texts = [];
  const complain = (node, sentence) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    problems.push(`${path}:${line + 1}: ${sentence}`);
  };
  const visitCall = (call) => {
    const [first, ...args] = call.arguments;
    const text = first && literalOf(first);
    if (text === undefined) return complain(call, 'the text must be a literal.');
    if (!insideFunction(call))
      complain(call, 'a text is read when it is said, not when the module is loaded.');
    const numbers = (text.match(/\{\d+\}/g) ?? []).map((each) => Number(each.slice(1, -1)));
    const given = args.some(ts.isSpreadElement) ? Infinity : args.length;
    if (numbers.some((number) => number >= given))
      complain(call, `${text} has more placeholders than values.`);
    texts.push(text);
  };
  const visit = (node) => {
    if (isTextCall(node)) visitCall(node);
    else if (!TABLES.test(path) && (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))) {
      const shown = (ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : node.text)
        .replace(/\$\{[^}]*\}/g, 'x')
        .trim();
      if (SENTENCE.test(shown) && !isElsewhere(node)) complain(node, `not translated: ${shown.slice(0, 80)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** What is wrong between a text and its translation; undefined where nothing is. */
function flaw(text, translation) {
  if (translation === '') return 'not translated';
  if (placeholders(text) !== placeholders(translation)) return 'other placeholders than the English text';
  if (translation === text && /\b[a-z]{3,}/.test(text)) return 'still in English';
  if (SENTENCE.test(text) && !/\p{Script=Han}/u.test(translation)) return 'no Chinese';
  return undefined;
}

/** The words of the manifest in both languages: what it asks for, what it finds. */
function checkManifest(problems) {
  const asked = new Set([...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
  const [english, chinese] = ['package.nls.json', 'package.nls.zh-cn.json'].map((path) => {
    const texts = JSON.parse(read(path));
    for (const key of asked) if (!texts[key]) problems.push(`${path}: ${key} is missing.`);
    for (const key of Object.keys(texts)) if (!asked.has(key)) problems.push(`${path}: ${key} is stale.`);
    return texts;
  });
  for (const key of asked) {
    const wrong = english[key] && chinese[key] && flaw(english[key], chinese[key]);
    if (wrong) problems.push(`package.nls.zh-cn.json: ${key}: ${wrong}.`);
  }
}

main(() => {
  const checkOnly = process.argv.includes('--check');
  const problems = [];
  checkManifest(problems);
  const files = ['client/src', 'server/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(folder, path)),
  );
  const texts = new Set(files.flatMap((path) => textsOf(path, problems)));
  const bundle = JSON.parse(read(BUNDLE));
  for (const text of Object.keys(bundle)) if (!texts.has(text)) problems.push(`${BUNDLE}: stale: ${text}`);
  for (const text of texts) {
    const wrong = flaw(text, bundle[text] ?? '');
    if (wrong) problems.push(`${BUNDLE}: ${wrong}: ${text}`);
  }
  const sorted = Object.fromEntries([...texts].sort().map((text) => [text, bundle[text] ?? '']));
  const written = `${JSON.stringify(sorted, undefined, 2)}\n`;
  if (!checkOnly) writeFileSync(join(root, BUNDLE), written);
  else if (problems.length === 0 && written !== read(BUNDLE)) problems.push(`${BUNDLE} is not in order.`);
  if (problems.length > 0)
    throw new Failure(`${problems.join('\n')}\nnpm run l10n lists what is to be done.`);
  console.log(`${texts.size} texts in both languages.`);
});
