import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fileProblem } from '../../../server/src/features/fileStatus';
import { buildDevices } from '../../../server/src/model/build';
import { readOutputs } from '../../../server/src/display';
import { Document, type TextChange } from '../../../server/src/syntax/document';
import { MAX_READ_LINES } from '../../../server/src/syntax/readLimit';
import { Workspace, defaultSettings, languageService } from '../../../server/src/languageService';
import { insideCrlf, language, positionAt, shapeOf, textOf } from './pieces';

const LIMIT = 24;

/** The text of some items. */
function written(items: Document['items']): string {
  return items.flatMap(({ lines }) => lines.map(({ text, eol }) => text + eol)).join('');
}

function isUnread({ unread }: Document['items'][number]): boolean {
  return unread !== undefined;
}

test('of a long file no text is lost, by any edits, and what is read is read as ever', () => {
  const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 40 }), text: textOf(3) });
  let compared = 0;
  fc.assert(
    fc.property(
      textOf(90, 'max'),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      language,
      (start, edits, id) => {
        let text = start;
        let document = Document.parse(text, id, LIMIT);
        // What stands before the gap names devices, by which prompts behind it are read as they were when the file was opened.
        let isOnlyBehind = true;
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
          const end = document.unread?.end ?? 0;
          isOnlyBehind &&= (change.range?.start.line ?? 0) >= end;
          document = document.edit(change);
          assert.equal(document.text, text);
          const gap = document.items.findIndex(isUnread);
          assert.equal(gap >= 0, document.unread !== undefined);
          if (gap < 0) continue;
          const head = document.items.slice(0, gap);
          if (gap > 0 && !written(head).endsWith('\r')) {
            const alone = Document.parse(written(head), id);
            // The empty line behind the last line end is the first one that is not read.
            const lines = (items: Document['items']): unknown[] =>
              items.flatMap((item) => (shapeOf(item) as { lines: unknown[] }).lines);
            assert.deepEqual(lines(head), lines(alone.items).slice(0, -1));
          }
          const fresh = Document.parse(text, id, LIMIT);
          const isSame =
            JSON.stringify(fresh.unread) === JSON.stringify(document.unread) &&
            written(fresh.items.slice(0, gap)) === written(head) &&
            JSON.stringify(fresh.items.find(isUnread)?.unread) ===
              JSON.stringify(document.items[gap]?.unread);
          if (!isSame || !isOnlyBehind) continue;
          compared++;
          assert.deepEqual(document.items.map(shapeOf), fresh.items.map(shapeOf));
        }
      },
    ),
    { numRuns: 1000 },
  );
  assert.ok(compared > 20, `${compared} trees compared`);
});

/** Many lines of one kind. */
function many(count: number, line: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => `${line(number)}\n`).join('');
}

test('of a capture the beginning and the end are read, at the answers of commands', () => {
  const text =
    '<FW_A>display version\nVRP (R) software, Version 5.170\n' +
    many(20, () => '<FW_A>display ike sa\n  Number of IKE SA : 0') +
    '<FW_A>display clock\n2026-11-25 20:01:02\n';
  const document = Document.parse(text, 'huawei-vrp-output', 12);
  const names = readOutputs(buildDevices('file:///a', document)[0]?.items ?? []).map(({ name }) => name);
  assert.deepEqual(document.unread, { start: 4, end: 40 });
  assert.ok(names.includes('version') && names.includes('clock'), names.join());
});

test('an answer that is cut says nothing', () => {
  const table = many(60, (number) => ` Peer name : p${number}`);
  const whole = `<FW_A>display ike peer brief\n current ike peer number: 60\n${table}`;
  const cut = Document.parse(`${whole}<FW_A>display clock\n2026-11-25 20:01:02\n`, 'huawei-vrp-output', 20);
  const [device] = buildDevices('file:///a', cut);
  assert.deepEqual(device?.ikePeers, []);
  assert.deepEqual(
    readOutputs(device.items).map(({ name }) => name),
    ['clock'],
  );
});

test('a log without commands is read at both ends', () => {
  const log = many(
    40,
    (number) => `Nov 25 2026 20:01:${10 + number} FW_A %%01IFNET/4/IF_STATE(l)[${number}]:Interface down.`,
  );
  const document = Document.parse(log, 'huawei-vrp-output', 20);
  assert.deepEqual(document.unread, { start: 10, end: 31 });
});

test('of a configuration the beginning is read, to the end of a view', () => {
  const peers = many(20, (number) => `ike peer p${number}\n remote-address 10.0.0.${number}\n#`);
  const document = Document.parse(`sysname FW_A\n#\n${peers}`, 'huawei-vrp', 20);
  assert.deepEqual(document.unread, { start: 19, end: 63 });
  const [device] = buildDevices('file:///a', document);
  assert.equal(device?.ikePeers.length, 6);
  assert.equal(device.whole, false);
});

test('a list that goes on beyond the limit is not read in part', () => {
  const rules = many(60, (number) => ` rule ${number} permit ip source 10.0.${number}.0 0.0.0.255`);
  const document = Document.parse(`sysname FW_A\n#\nacl number 3000\n${rules}`, 'huawei-vrp', 20);
  assert.deepEqual(buildDevices('file:///a', document)[0]?.acls, []);
});

test('names that unread lines may define are no fault, and the user is told what is not read', () => {
  const policy =
    'sysname FW_A\n#\nipsec policy map1 10 isakmp\n ike-peer hq\n proposal p1\n security acl 3000\n#\n';
  const interfaces = many(MAX_READ_LINES / 2, (number) => `interface LoopBack${number}\n#`);
  const workspace = new Workspace();
  workspace.set('file:///a', `${policy}${interfaces}ike peer hq\n#\n`, 'huawei-vrp', 1);
  const codes = languageService
    .diagnostics(workspace.snapshot, 'file:///a', defaultSettings)
    .map(({ code }) => code);
  assert.ok(!codes.includes('undefined-name'), codes.slice(0, 5).join());
  assert.match(fileProblem(workspace.snapshot, 'file:///a') ?? '', /^Lines \d+ to 200010 .*200000 lines/);
});
