import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Document, type TextChange } from '../../../server/src/syntax/document';
import { insideCrlf, language, line, PIECES, positionAt, shapeOf, textOf } from './pieces';

test('a parse is lossless: its lines give the text back', () => {
  fc.assert(
    fc.property(textOf(40), language, (text, id) => {
      assert.equal(Document.parse(text, id).text, text);
    }),
    { numRuns: 400 },
  );
});

test('after any edits the tree equals a parse from scratch', () => {
  const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 60 }), text: textOf(4) });
  fc.assert(
    fc.property(textOf(40), fc.array(edit, { minLength: 1, maxLength: 6 }), language, (start, edits, id) => {
      let text = start;
      let document = Document.parse(text, id);
      for (const { at, length, text: inserted } of edits) {
        let from = text.length === 0 ? 0 : at % (text.length + 1);
        let to = Math.min(text.length, from + length);
        if (insideCrlf(text, from)) from--;
        if (insideCrlf(text, to)) to++;
        const change: TextChange = {
          range: { start: positionAt(text, from), end: positionAt(text, to) },
          text: inserted,
        };
        text = text.slice(0, from) + inserted + text.slice(to);
        document = document.edit(change);
        assert.equal(document.text, text);
        const fresh = Document.parse(text, id);
        assert.deepEqual(document.items.map(shapeOf), fresh.items.map(shapeOf));
      }
    }),
    { numRuns: 600 },
  );
});

test('an edit keeps every item that it does not touch', () => {
  const blocks = Array.from(
    { length: 50 },
    (_, n) => `ike peer p${n}\n remote-address 10.0.0.${n}\n#\n`,
  ).join('');
  const before = Document.parse(blocks, 'huawei-vrp');
  const after = before.edit({
    range: { start: { line: 60, character: 3 }, end: { line: 60, character: 3 } },
    text: 'x',
  });
  const kept = after.items.filter((item) => before.items.includes(item));
  assert.ok(kept.length >= before.items.length - 4, `${kept.length} of ${before.items.length} items kept`);
});

test('an edit in a capture keeps the answers that it does not touch', () => {
  const session = Array.from(
    { length: 50 },
    (_, n) => `<FW_A>display ike sa\n  ${n}  198.51.100.2  RD|ST\n  Number of IKE SA : 1\n`,
  ).join('');
  const before = Document.parse(session, 'huawei-vrp-output');
  const after = before.edit({
    range: { start: { line: 61, character: 3 }, end: { line: 61, character: 3 } },
    text: 'x',
  });
  const kept = after.items.filter((item) => before.items.includes(item));
  assert.ok(kept.length >= before.items.length - 4, `${kept.length} of ${before.items.length} items kept`);
});

test('an edit in a long view reads again only the line that it touches', () => {
  const rules = Array.from({ length: 200 }, (_, n) => ` rule ${n} permit ip source 10.0.${n}.0 0.0.0.255`);
  const before = Document.parse(`acl number 3000\n${rules.join('\n')}\n#\n`, 'huawei-vrp');
  const after = before.edit({
    range: { start: { line: 100, character: 6 }, end: { line: 100, character: 6 } },
    text: '1',
  });
  const matchesOf = (document: Document) => document.items[0]?.lines.map(({ match }) => match) ?? [];
  const [old, now] = [matchesOf(before), matchesOf(after)];
  const fresh = now.flatMap((match, line) => (match === old[line] ? [] : [line]));
  assert.deepEqual(fresh, [100]);
});

test('an edit that ends a banner far below its beginning is seen at once', () => {
  const text = `header login information "\n${'ike peer p\n'.repeat(60)}#\n`;
  const before = Document.parse(text, 'huawei-vrp');
  const after = before.edit({
    range: { start: { line: 50, character: 0 }, end: { line: 50, character: 0 } },
    text: '"\n',
  });
  const fresh = Document.parse(after.text, 'huawei-vrp');
  assert.deepEqual(after.items.map(shapeOf), fresh.items.map(shapeOf));
  assert.equal(after.items[0]?.lines.length, 51);
});

/** Long captures of every kind of line, most of them of one kind. */
function longCapture(usual: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 60, arbitrary: usual },
    { weight: 20, arbitrary: usual.map((text) => `[20:01:02] ${text}`) },
    { weight: 1, arbitrary: line },
  );
  return fc
    .array(fc.tuple(piece, fc.constantFrom('\n', '\n', '\r\n')), {
      minLength: 300,
      maxLength: 1500,
      size: 'max',
    })
    .map((parts) => parts.map(([text, end]) => text + end).join(''));
}

const printed = fc.nat(100_000).map((number) => `  ${number}  203.0.113.2  dpd timeout`);
const written = fc
  .tuple(fc.constantFrom(...PIECES.slice(0, 32)), fc.nat(100_000))
  .map(([text, number]) => (number % 3 === 0 ? `${text} ${number}` : text));

for (const [kind, capture] of [
  ['output', longCapture(printed)],
  [
    'printed configurations',
    longCapture(written).map((text) => `<FW_A>display current-configuration\n${text}`),
  ],
] as const) {
  test(`after any edits of a long capture of ${kind} the tree equals a parse from scratch`, () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 200 }), text: textOf(3) });
    fc.assert(
      fc.property(capture, fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
        let text = start;
        let document = Document.parse(text, 'huawei-vrp-output');
        for (const { at, length, text: inserted } of edits) {
          let from = at % (text.length + 1);
          let to = Math.min(text.length, from + length);
          if (insideCrlf(text, from)) from--;
          if (insideCrlf(text, to)) to++;
          document = document.edit({
            range: { start: positionAt(text, from), end: positionAt(text, to) },
            text: inserted,
          });
          text = text.slice(0, from) + inserted + text.slice(to);
          const fresh = Document.parse(text, 'huawei-vrp-output');
          assert.deepEqual(document.items.map(shapeOf), fresh.items.map(shapeOf));
        }
      }),
      { numRuns: 60 },
    );
  });
}

/** How many lines were read again. */
function linesReadAgain(before: Document, after: Document): number {
  const items = new Set(before.items);
  return after.items.filter((item) => !items.has(item)).reduce((sum, item) => sum + item.lines.length, 0);
}

test('an edit in a printed configuration keeps nearly all of it', () => {
  const peers = Array.from({ length: 5000 }, (_, n) => `ike peer p${n}\n remote-address 10.0.0.1\n#\n`);
  for (const stamp of ['', '[20:01:02] ']) {
    const whole = `<FW_A>display current-configuration\n${peers.join('')}return\n<FW_A>\n`;
    const before = Document.parse(whole.replaceAll(/^/gm, stamp), 'huawei-vrp-output');
    for (const [character, text] of [
      [stamp.length + 3, 'x'],
      [stamp.length, '\n#\n'],
      [stamp.length, 'ike peer q\n'],
    ] as const) {
      const at = { line: 7001, character };
      const after = before.edit({ range: { start: at, end: at }, text });
      assert.ok(linesReadAgain(before, after) <= 8, `${linesReadAgain(before, after)} lines read again`);
      const fresh = Document.parse(after.text, 'huawei-vrp-output');
      assert.deepEqual(after.items.map(shapeOf), fresh.items.map(shapeOf));
    }
  }
});

test('an edit in a log without prompts keeps nearly all of it', () => {
  const log = Array.from(
    { length: 10_000 },
    (_, n) => `Nov 25 2026 20:01:02 FW_A %%01IKE/5/X(l)[${n}]:text ${n}\n`,
  ).join('');
  const before = Document.parse(log, 'huawei-vrp-output');
  for (const text of ['x', '\n', 'one\ntwo\nthree\n']) {
    const after = before.edit({
      range: { start: { line: 5000, character: 3 }, end: { line: 5000, character: 3 } },
      text,
    });
    const lines = linesReadAgain(before, after);
    assert.ok(lines <= 2500, `${lines} lines read again`);
    assert.deepEqual(
      after.items.map(shapeOf),
      Document.parse(after.text, 'huawei-vrp-output').items.map(shapeOf),
    );
  }
});
