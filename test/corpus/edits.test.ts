import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readOutputs } from '../../server/src/display';
import { readEvents } from '../../server/src/display/events';
import type { Field } from '../../server/src/display/output';
import { buildDevices } from '../../server/src/model/build';
import type { LanguageId } from '../../server/src/syntax/classify';
import { Document, type Position } from '../../server/src/syntax/document';
import { decode } from '../../server/src/text/decode';
import { noises } from '../server/syntax/noise';
import { corpus, skip } from './load';

/** More of a file makes the test slower, not stronger. */
const MAX_LENGTH = 12_000;

function textsIn(folder: string): string[] {
  if (skip) return [];
  return readdirSync(join(corpus, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => decode(readFileSync(file))?.text.slice(0, MAX_LENGTH) ?? '');
}

const texts = ['configs', 'displays', 'syslog', 'nonhuawei'].flatMap(textsIn);

/** What comes out of a file, with all places. */
function readingOf(document: Document): unknown {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    if ('text' in value && 'item' in value) {
      const { text, item, line, start, end } = value as Field;
      const length = item.lines[line]?.text.length ?? -1;
      assert.ok(0 <= start && start <= end && end <= length, 'a place lies outside its line');
      return [text, document.startOfItem(item) + line, start, end];
    }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
  };
  return {
    items: document.items.map(({ block, lines }) => ({
      block,
      lines: lines.map(({ match, ...line }) => ({ ...line, match: match?.command.syntax })),
    })),
    outputs: readOutputs(document.items).map(({ name, output, facts }) => [
      name,
      output.device,
      output.command,
      plain(facts),
    ]),
    events: readEvents(document.items).map((event) => plain({ ...event, message: event.message?.kind })),
    devices: buildDevices('file:///a.txt', document, new Map()).map(({ name, running }) => [
      name,
      running.listed.size,
      running.ikePeers.length,
      running.policies.length,
    ]),
  };
}

/** Where a place lies in the text, as the protocol counts: behind the end of a line is its end. */
function offsetOf(document: Document, { line, character }: Position): number {
  let offset = 0;
  let number = 0;
  for (const each of document.items.flatMap(({ lines }) => lines)) {
    if (number++ === line) return offset + Math.min(character, each.text.length);
    offset += each.text.length + each.eol.length;
  }
  return offset;
}

const language = fc.constantFrom<LanguageId>('huawei-vrp', 'huawei-vrp-output', 'huawei-vrp-output');

const slice = fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 400 })).map(([file, at, length]) => {
  const text = texts[file % texts.length] ?? '';
  return text.slice(at % (text.length + 1)).slice(0, length);
});

const inserted = fc.oneof(
  slice,
  fc.string({ maxLength: 6, unit: 'binary' }),
  fc.constantFrom(
    '\n',
    '\r',
    '<FW_A>display current-configuration\n',
    '<FW_A>display ike peer\r\n',
    '[FW_A-ike-peer-b]',
    '[20:01:02] <FW_A>',
    '---- More ----\u001b[42D',
    '\u001b[1P',
    '#\n',
    'header login information "\n',
    'Nov 25 2026 20:01:02 FW_A %%01IKE/4/X(l)[1]:(Reason=dpd timeout, ',
    '&lt;FW_A&gt;',
  ),
);

describe('real files with anything cut out and put in', { skip }, () => {
  it('read the same after edits as from scratch', () => {
    const file = fc.tuple(fc.nat(), fc.constantFrom(...Object.values(noises)));
    const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 300 }), text: inserted });
    fc.assert(
      fc.property(file, language, fc.array(edit, { minLength: 1, maxLength: 4 }), (drawn, id, edits) => {
        let document = Document.parse(drawn[1](texts[drawn[0] % texts.length] ?? ''), id);
        readingOf(document);
        for (const { at, length, text } of edits) {
          const line = at % document.lineCount;
          const character = Math.floor(at / 7) % ((document.lineAt(line)?.line.text.length ?? 0) + 1);
          const end = { line: line + (length % 12), character: character + (length % 40) };
          const [from, to] = [offsetOf(document, { line, character }), offsetOf(document, end)];
          const whole = document.text.slice(0, from) + text + document.text.slice(to);
          document = document.edit({ range: { start: { line, character }, end }, text });
          assert.equal(document.text, whole);
          const fresh = Document.parse(document.text, id);
          assert.deepEqual(readingOf(document), readingOf(fresh));
        }
      }),
      { numRuns: 100 },
    );
  });
});
