import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { EXAMPLE_CAPTURE, EXAMPLE_FILES } from '../../client/src/exampleFiles';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const { contributes } = json('package.json') as Manifest;
const steps = contributes.walkthroughs.flatMap((each) => each.steps);

describe('example', () => {
  test('has the files that are opened', () => {
    assert.deepEqual([...EXAMPLE_FILES].sort(), readdirSync('examples').sort());
    assert.ok(readFileSync(`examples/${EXAMPLE_CAPTURE.file}`, 'utf8').includes(EXAMPLE_CAPTURE.cause));
  });
});

describe('walkthrough', () => {
  const commands = new Set(contributes.commands.map(({ command }) => command));
  const views = Object.values(contributes.views)
    .flat()
    .map(({ id }) => `${id}.focus`);

  test('runs commands that there are, in every language', () => {
    for (const path of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const texts = json(path) as Readonly<Record<string, string>>;
      for (const { description, id } of steps) {
        const text = texts[description.slice(1, -1)];
        assert.ok(text, `${id} in ${path}`);
        const run = Array.from(text.matchAll(/\(command:([\w.]+)\)/g), ([, name = '']) => name);
        for (const name of run.filter((each) => each.startsWith('huaweiIpsec')))
          assert.ok(commands.has(name) || views.includes(name), name);
      }
    }
    for (const { completionEvents } of steps)
      for (const event of completionEvents)
        if (event.startsWith('onCommand:huaweiIpsec'))
          assert.ok(commands.has(event.slice('onCommand:'.length)), event);
  });

  test('has pictures in the colours of the theme', () => {
    for (const { media } of steps) {
      const svg = readFileSync(media.svg, 'utf8');
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="/);
      // Where VS Code shows it neither style sheets nor scripts run.
      assert.doesNotMatch(svg, /style|<script|href/);
      const colours = Array.from(svg.matchAll(/(?:fill|stroke)="([^"]*)"/g), ([, colour]) => colour ?? '');
      for (const colour of colours) assert.match(colour, /^(?:none|var\(--vscode-.*\))$/);
      assert.ok(media.altText.startsWith('%'));
    }
  });
});
