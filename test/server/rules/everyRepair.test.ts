import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { languageService, type Snapshot } from '../../../server/src/languageService';
import { splitLines } from '../../../server/src/syntax/line';
import { defaultSettings } from '../../../server/src/workspace/settings';
import { findingsIn } from '../../../server/src/workspace/tunnels';
import { Workspace } from '../../../server/src/workspace/workspace';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  Diagnostic,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-types';
import { healthyPair, STYLES as ENDS, VERSIONS } from '../tunnels/pairs';
import { HEALTHY, STYLES } from './fixtures';

type Texts = Readonly<Record<string, string>>;

/** Healthy files, broken below in ways that nobody has thought of. */
const SOURCES: readonly (readonly [string, Texts])[] = [
  ...HEALTHY.map(([name, text]) => [name, { x: text }] as const),
  ...ENDS.flatMap((end) =>
    VERSIONS.map((version) => [`${end}, ${version}`, { ...healthyPair(end, version) }] as const),
  ),
];

/** Ways to write one and the same text. */
const WRITTEN: readonly (readonly [string, (text: string) => string])[] = [
  ...STYLES,
  ['tabs', (text) => text.replace(/^ /gm, '\t')],
  ['without #', (text) => text.replace(/^#\n/gm, '')],
  ['flat', (text) => text.replace(/^ +/gm, '')],
  ['two blanks', (text) => text.replace(/^ /gm, '  ')],
];

const WORDS = [
  '3des',
  'aes-128',
  'group2',
  'group19',
  'sha1',
  'sm4',
  'transport',
  'ah',
  'aggressive',
  'auto',
];

/** A sequence of numbers below a limit that is the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/** Takes a line out, doubles, moves or changes it. */
function damaged(text: string, below: (limit: number) => number): string {
  const lines = text.split('\n');
  const [at, other] = [below(lines.length), below(lines.length)];
  const [line = '', second = ''] = [lines[at], lines[other]];
  const words = line.split(' ');
  switch (below(6)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, line);
      break;
    case 2:
      [lines[at], lines[other]] = [second, line];
      break;
    case 3:
      lines[at] = words.map((word, index) => (index === words.length - 1 ? word.slice(1) : word)).join(' ');
      break;
    case 4:
      lines[at] = line.replace(/\d+/, (number) => String(Number(number) + 1));
      break;
    default:
      lines[at] = [...words.slice(0, -1), WORDS[below(WORDS.length)]].join(' ');
  }
  return lines.join('\n');
}

const uriOf = (name: string): string => `file:///${name}.cfg`;

function opened(texts: Texts): Snapshot {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(texts)) workspace.set(uriOf(name), text, 'huawei-vrp', 3);
  return workspace.snapshot;
}

/** A snippet as it stands when nobody fills it in. */
function filled(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+:([^}]*)\}/g,
    (_, escaped: string | undefined, text: string | undefined) => escaped ?? text ?? '',
  );
}

function applied(texts: Texts, { edit }: CodeAction): Texts {
  const result: Record<string, string> = { ...texts };
  for (const { textDocument, edits } of (edit?.documentChanges ?? []) as TextDocumentEdit[]) {
    const name = textDocument.uri.slice('file:///'.length, -'.cfg'.length);
    const document = TextDocument.create(textDocument.uri, 'huawei-vrp', 3, texts[name] ?? '');
    assert.equal(textDocument.version, 3);
    const plain = (edits as (TextEdit | SnippetTextEdit)[]).map((each): TextEdit =>
      'snippet' in each ? { range: each.range, newText: filled(each.snippet.value) } : each,
    );
    // Throws where two edits of a repair overlap.
    result[name] = TextDocument.applyEdits(document, plain);
  }
  return result;
}

/** What a problem is about, wherever its line has moved. */
function problemsIn(texts: Texts): string[] {
  const snapshot = opened(texts);
  return Object.keys(texts).flatMap((name) => {
    const lines = Array.from(splitLines(texts[name] ?? ''), ({ text }) => text);
    return languageService
      .diagnostics(snapshot, uriOf(name), defaultSettings)
      .map((each) => signature(name, each, lines));
  });
}

function signature(name: string, { code, severity, range }: Diagnostic, lines: readonly string[]): string {
  const line = lines[range.start.line] ?? '';
  return [name, code, severity, line.slice(range.start.character, range.end.character), line.trim()].join(
    '|',
  );
}

const countOf = (all: readonly string[], wanted: string): number =>
  all.filter((each) => each === wanted).length;

/** Carries out every repair of every problem, each on its own, as an editor does. Gives how many there were. */
function repairEach(texts: Texts): number {
  const snapshot = opened(texts);
  const before = problemsIn(texts);
  let count = 0;
  for (const name of Object.keys(texts)) {
    const uri = uriOf(name);
    const lines = Array.from(splitLines(texts[name] ?? ''), ({ text }) => text);
    const eol = /\r?\n/.exec(texts[name] ?? '')?.[0];
    for (const diagnostic of languageService.diagnostics(snapshot, uri, defaultSettings)) {
      const actions = languageService
        .codeActions(snapshot, uri, diagnostic.range, {
          settings: defaultSettings,
          snippets: true,
          commands: false,
          diagnostics: [diagnostic],
        })
        .filter(({ diagnostics }) => diagnostics?.some(({ message }) => message === diagnostic.message));
      assert.ok(actions.filter(({ isPreferred }) => isPreferred).length <= 1);
      assert.equal(new Set(actions.map(({ title }) => title)).size, actions.length);
      const wanted = signature(name, diagnostic, lines);
      // What is to be typed changes no file; `scripts.test.ts` types it.
      for (const action of actions.filter(({ edit }) => edit)) {
        const after = applied(texts, action);
        assert.ok(countOf(problemsIn(after), wanted) < countOf(before, wanted), `${action.title}: ${wanted}`);
        for (const text of Object.values(after))
          for (const line of splitLines(text))
            if (eol !== undefined && line.eol !== '') assert.equal(line.eol, eol, action.title);
        count++;
      }
    }
  }
  return count;
}

/** Carries out what an editor runs on saving. Nothing of that kind is left then. */
function save(texts: Texts): void {
  for (const name of Object.keys(texts)) {
    const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
    const ask = (of: Texts): CodeAction[] =>
      languageService.codeActions(opened(of), uriOf(name), whole, {
        settings: defaultSettings,
        snippets: true,
        commands: false,
        only: ['source.fixAll'],
      });
    const [action] = ask(texts);
    if (!action) continue;
    const after = applied(texts, action);
    assert.deepEqual(ask(after), [], 'something is left');
    const errors = (of: Texts): number =>
      findingsIn(opened(of), uriOf(name)).filter(({ rule }) => rule.id === 'duplicate-command').length;
    assert.ok(errors(after) <= errors(texts));
  }
}

describe('whatever is broken, every repair of it does what it says', () => {
  for (const [index, [name, texts]] of SOURCES.entries())
    test(name, () => {
      const below = sequence(index + 1);
      let count = 0;
      for (let round = 0; round < 8; round++) {
        const [, write] = WRITTEN[below(WRITTEN.length)] ?? ['', (text: string) => text];
        const broken: Record<string, string> = { ...texts };
        for (let faults = 1 + below(3); faults > 0; faults--) {
          const names = Object.keys(broken);
          const which = names[below(names.length)] ?? '';
          broken[which] = damaged(broken[which] ?? '', below);
        }
        const written = Object.fromEntries(Object.entries(broken).map(([each, text]) => [each, write(text)]));
        count += repairEach(written);
        save(written);
      }
      assert.ok(count > 0);
    });
});
