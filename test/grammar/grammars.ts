import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import {
  INITIAL,
  parseRawGrammar,
  Registry,
  type IGrammar,
  type IRawTheme,
  type StateStack,
} from 'vscode-textmate';

const files: Readonly<Record<string, string>> = {
  'source.huawei-vrp': 'huawei-vrp.tmLanguage.json',
  'text.huawei-vrp-output': 'huawei-vrp-output.tmLanguage.json',
};

let registry: Promise<Registry> | undefined;

function load(): Promise<Registry> {
  registry ??= (async () => {
    const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
    await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
    return new Registry({
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      loadGrammar: (scope) => {
        const file = files[scope];
        if (file === undefined) return Promise.resolve(null);
        const path = join(process.cwd(), 'syntaxes', file);
        return Promise.resolve(parseRawGrammar(readFileSync(path, 'utf8'), path));
      },
    });
  })();
  return registry;
}

/** The grammar of a language, as VS Code would load it. */
export async function grammarOf(language: 'huawei-vrp' | 'huawei-vrp-output'): Promise<IGrammar> {
  const scope = language === 'huawei-vrp' ? 'source.huawei-vrp' : 'text.huawei-vrp-output';
  const grammar = await (await load()).loadGrammar(scope);
  if (!grammar) throw new Error(`no grammar for ${language}`);
  return grammar;
}

/** How VS Code would paint each character of a line with a theme: colour and font style, as one string a character. */
export async function paint(
  language: 'huawei-vrp' | 'huawei-vrp-output',
  theme: IRawTheme,
  line: string,
): Promise<string[]> {
  const grammar = await grammarOf(language);
  const registry = await load();
  registry.setTheme(theme);
  const colours = registry.getColorMap();
  const { tokens } = grammar.tokenizeLine2(line, INITIAL);
  const painted: string[] = [];
  for (let at = 0; at < tokens.length; at += 2) {
    const metadata = tokens[at + 1] ?? 0;
    const look = `${colours[(metadata >>> 15) & 0x1ff] ?? ''}/${(metadata >>> 11) & 0xf}`;
    for (let character = tokens[at] ?? 0; character < (tokens[at + 2] ?? line.length); character++)
      painted[character] = look;
  }
  return painted;
}

/** Some characters of a line with their scopes, the outermost first. */
export interface ScopedText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Tokens of every line of a text. */
export function tokenize(grammar: IGrammar, text: string): ScopedText[][] {
  let state: StateStack = INITIAL;
  return text.split(/\r?\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      end: Math.min(endIndex, line.length),
      text: line.slice(startIndex, endIndex),
      scopes: scopes.flatMap((scope) => scope.split(' ')),
    }));
  });
}
