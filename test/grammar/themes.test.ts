import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'jsonc-parser';
import type { IRawTheme } from 'vscode-textmate';
import { paint } from './grammars';

// The themes that come with VS Code.
const extensions = join(process.cwd(), 'node_modules', 'code-server', 'lib', 'vscode', 'extensions');
const skip = existsSync(extensions) ? false : 'code-server, which brings the themes, is not installed';

/** Theme files, and how many looks at least they have for the classes below (Monokai and Solarized know fewer colours). */
const THEMES: readonly (readonly [string, number])[] = [
  ['theme-defaults/themes/dark_plus.json', 9],
  ['theme-defaults/themes/light_plus.json', 9],
  ['theme-defaults/themes/2026-dark.json', 9],
  ['theme-defaults/themes/2026-light.json', 9],
  ['theme-defaults/themes/hc_black.json', 8],
  ['theme-monokai/themes/monokai-color-theme.json', 7],
  ['theme-solarized-dark/themes/solarized-dark-color-theme.json', 7],
  ['theme-solarized-light/themes/solarized-light-color-theme.json', 7],
];

type IRawThemeSetting = IRawTheme['settings'][number];

interface ThemeFile {
  readonly include?: string;
  readonly colors?: Readonly<Record<string, string>>;
  readonly tokenColors?: readonly IRawThemeSetting[];
}

function settingsOf(path: string): IRawThemeSetting[] {
  const theme = parse(readFileSync(path, 'utf8')) as ThemeFile;
  const included = theme.include === undefined ? [] : settingsOf(join(dirname(path), theme.include));
  return [...included, ...(theme.tokenColors ?? [])];
}

/** The first setting is that of text without a scope; its colour is one that no theme has. */
const PLAIN: IRawThemeSetting = { settings: { foreground: '#012345', background: '#543210' } };

type Sample = readonly [
  what: string,
  language: 'huawei-vrp' | 'huawei-vrp-output',
  line: string,
  word: string,
];

const CONFIG: readonly Sample[] = [
  ['opener of a view', 'huawei-vrp', 'ike peer b', 'ike peer'],
  ['command', 'huawei-vrp', ' remote-address 192.0.2.1', 'remote-address'],
  ['keyword', 'huawei-vrp', ' sa duration time-based 3600', 'time-based'],
  ['name', 'huawei-vrp', 'ike peer b2', 'b2'],
  ['number', 'huawei-vrp', ' sa duration time-based 3600', '3600'],
  ['algorithm', 'huawei-vrp', ' dh group14', 'group14'],
  ['key', 'huawei-vrp', ' pre-shared-key %^%#abc%^%#', '%^%#abc%^%#'],
  ['argument', 'huawei-vrp', ' remote-address host-name example', 'example'],
  ['comment', 'huawei-vrp', '# a remark', '# a remark'],
];

const OUTPUT: readonly Sample[] = [
  ['device', 'huawei-vrp-output', '<FW_A>display ike sa', 'FW_A'],
  ['typed command', 'huawei-vrp-output', '<FW_A>display ike sa', 'display'],
  ['title', 'huawei-vrp-output', 'IKE SA information :', 'IKE SA information'],
  ['label', 'huawei-vrp-output', '  Connection ID : 3', 'Connection ID'],
  ['cause', 'huawei-vrp-output', ' 1.1.1.1  500  dpd timeout', 'dpd timeout'],
  ['log message', 'huawei-vrp-output', '%%01IKE/5/IKE_NEGO_FAIL(l):x', 'IKE_NEGO_FAIL'],
];

async function looks(path: string, samples: readonly Sample[]): Promise<Map<string, string>> {
  const settings = [PLAIN, ...settingsOf(join(extensions, path)).filter(({ scope }) => scope !== undefined)];
  const found = new Map<string, string>();
  for (const [what, language, line, word] of samples) {
    const painted = await paint(language, { settings }, line);
    const from = line.lastIndexOf(word);
    const look = new Set(painted.slice(from, from + word.length));
    assert.equal(look.size, 1, `${path}: "${word}" in "${line}" has the looks ${[...look].join(', ')}`);
    found.set(what, [...look][0] ?? '');
  }
  return found;
}

for (const [path, least] of THEMES) {
  test(`${path} tells the classes of words apart`, { skip }, async () => {
    const config = await looks(path, CONFIG);
    const drawn = [...config].map(([what, look]) => `${what} ${look}`).join(', ');
    assert.ok(new Set(config.values()).size >= least, drawn);
    const plain = [...config].filter(([, look]) => look.startsWith('#012345')).map(([what]) => what);
    // Solarized paints parameters like text.
    assert.deepEqual(
      plain.filter((what) => what !== 'argument'),
      [],
    );
    const output = await looks(path, OUTPUT);
    assert.ok(new Set(output.values()).size >= 5, [...output].map((each) => each.join(' ')).join(', '));
    assert.ok([...output].every(([what, look]) => what === 'label' || !look.startsWith('#012345')));
  });
}
