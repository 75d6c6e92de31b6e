import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { lineEdits } from '../../../server/src/features/lineEdits';
import { languageService } from '../../../server/src/languageService';
import { GO_TO_OTHER_END_COMMAND } from '../../../server/src/protocol';
import { analysedTexts } from '../tunnels/analysed';
import { broken, FAULTS } from '../tunnels/faults';
import { healthyPair, STYLES, VERSIONS, type PairTexts } from '../tunnels/pairs';
import { defaultSettings } from '../../../server/src/workspace/settings';

const ID = 'FW_A/policy/map1/10 ↔ FW_B/policy/map1/10';
const URI = { a: 'file:///a.cfg', b: 'file:///b.cfg' } as const;

function fault(rule: string): (typeof FAULTS)[number] {
  const found = FAULTS.find((each) => each.rule === rule);
  assert.ok(found, rule);
  return found;
}

function edited(texts: PairTexts, edits: readonly TextDocumentEdit[]): PairTexts {
  const apply = (uri: string, text: string): string => {
    const changes = edits.filter(({ textDocument }) => textDocument.uri === uri);
    const document = TextDocument.create(uri, 'huawei-vrp', 1, text);
    return TextDocument.applyEdits(
      document,
      changes.flatMap((each) => each.edits as TextEdit[]),
    );
  };
  return { a: apply(URI.a, texts.a), b: apply(URI.b, texts.b) };
}

const healthy = healthyPair('policy', 'IKEv2');
const twice = broken(broken(healthy, 'b', fault('dh-group-mismatch')), 'a', fault('pfs-mismatch'));

describe('code lens', () => {
  test('says what becomes of the tunnel, and leads to the other end, a comparison and a repair', () => {
    const { snapshot } = analysedTexts({ ...twice });
    const lenses = languageService.codeLens(snapshot, URI.a, true);
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['FW_A ↔ FW_B: fails: phase 1 (2 problems)', 'Compare ends', 'Repair this tunnel'],
    );
    const line = twice.a.split('\n').indexOf('ipsec policy map1 10 isakmp');
    assert.ok(lenses.every(({ range }) => range.start.line === line));
    assert.equal(lenses[0]?.command?.command, GO_TO_OTHER_END_COMMAND);
    assert.deepEqual(lenses[0].command.arguments, [{ uri: URI.a, ids: [ID] }]);
  });
  test('runs no command that the client has not', () => {
    const { snapshot } = analysedTexts({ ...twice });
    const lenses = languageService.codeLens(snapshot, URI.a, false);
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      [''],
    );
  });
  test('stands on templates and profiles as well', () => {
    for (const style of STYLES) {
      const { snapshot } = analysedTexts({ ...healthyPair(style, 'IKEv2') });
      const [lens, ...others] = languageService.codeLens(snapshot, URI.b, true);
      assert.equal(lens?.command?.title, 'FW_A ↔ FW_B: ok', style);
      assert.equal(others.length, 1, 'nothing to repair');
    }
  });
  test('says where the other end is not in the workspace', () => {
    const { snapshot } = analysedTexts({ a: healthy.a });
    const [lens] = languageService.codeLens(snapshot, URI.a, true);
    assert.equal(lens?.command?.title, 'FW_A ↔ 198.51.100.2: the other end is not in the workspace');
  });
});

const ONLY_DIFFERENCES = {
  ...defaultSettings,
  inlayHints: { ...defaultSettings.inlayHints, addresses: false },
};

describe('inlay hints', () => {
  test("show the other end's value behind the line that differs, and lead there", () => {
    const { snapshot } = analysedTexts({ ...twice });
    const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const lines = twice.b.split('\n');
    const hints = languageService
      .inlayHints(snapshot, URI.b, everything, ONLY_DIFFERENCES)
      .map(({ position, label }) => {
        const [part] = label as { value: string; location?: { uri: string } }[];
        return [lines[position.line], position.character, part?.value, part?.location?.uri];
      });
    assert.deepEqual(hints, [
      [' dh group19', 11, '↔ FW_A: dh group14 in IKE proposal 10', URI.a],
      [' pfs dh-group14', 15, '↔ FW_A: pfs dh-group19 in IPsec policy map1 10', URI.a],
    ]);
  });
  test('are none where the ends fit', () => {
    const { snapshot } = analysedTexts({ ...healthy });
    const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    assert.deepEqual(languageService.inlayHints(snapshot, URI.b, everything, ONLY_DIFFERENCES), []);
  });
});

describe('the tunnels at a position', () => {
  test('are those of the view there, be it the policy, the peer, a proposal, the ACL or the interface', () => {
    const { snapshot } = analysedTexts({ ...healthy });
    for (const line of [
      'pfs dh-group14',
      'remote-id b.example',
      'dh group14',
      'rule 5 permit',
      'ip address 203.0.113.1',
    ]) {
      const at = healthy.a.split('\n').findIndex((each) => each.includes(line));
      const found = languageService.tunnelsAt(snapshot, URI.a, { line: at, character: 2 });
      assert.deepEqual(
        found.map(({ id, otherEnd }) => [id, otherEnd.uri]),
        [[ID, URI.b]],
        line,
      );
    }
    assert.deepEqual(languageService.tunnelsAt(snapshot, URI.a, { line: 1, character: 0 }), []);
  });
});

describe('comparing ends', () => {
  for (const style of ['policy', 'profile'] as const)
    for (const version of VERSIONS)
      test(`ends that fit are alike: ${style}, ${version}`, () => {
        const { snapshot, tunnels } = analysedTexts({ ...healthyPair(style, version) });
        const compared = languageService.compareEnds(snapshot, tunnels[0]?.id ?? '');
        assert.ok(compared);
        assert.equal(compared.ends[0].text, compared.ends[1].text);
      });
  test('ends that do not fit differ in the fields that are wrong, line by line', () => {
    const { snapshot } = analysedTexts({ ...twice });
    const compared = languageService.compareEnds(snapshot, ID);
    assert.ok(compared);
    const [left, right] = compared.ends.map(({ text }) => text.split('\n'));
    assert.equal(left?.length, right?.length);
    assert.deepEqual(
      left?.flatMap((line, at) => (line === right?.[at] ? [] : [[line.trim(), right?.[at]?.trim()]])),
      [
        ['DH group 14', 'DH group 19'],
        ['DH group 19', 'DH group 14'],
      ],
    );
  });
  test('no key is shown', () => {
    const { snapshot } = analysedTexts({ ...healthy });
    assert.doesNotMatch(JSON.stringify(languageService.compareEnds(snapshot, ID)), /Example-Key/);
  });
});

describe('the hover of a peer or a policy', () => {
  test('shows both ends side by side and what is wrong', () => {
    const { snapshot } = analysedTexts({ ...twice });
    const line = twice.a.split('\n').indexOf('ike peer fw_b');
    const hover = languageService.hover(snapshot, URI.a, { line, character: 10 });
    const { value } = hover?.contents as { value: string };
    assert.match(value, /#### FW_A ↔ FW_B: fails: phase 1 \(2 problems\)/);
    assert.match(value, /\| Perfect forward secrecy \| DH group 19 \| DH group 14 \|/);
    assert.match(value, /- FW_A has dh group14 in IKE proposal 10, but FW_B has group19/);
    assert.doesNotMatch(value, /Example-Key/);
  });
});

describe('repairing a tunnel', () => {
  test('does all of it as one edit over both files, and the tunnel comes up', () => {
    const { snapshot } = analysedTexts({ ...twice });
    const repair = languageService.repairTunnel(snapshot, ID);
    assert.ok(repair);
    assert.deepEqual(repair.steps, [
      'Make FW_A like FW_B: dh group19 in IKE proposal 10',
      'Make FW_B like FW_A: pfs dh-group19 in IPsec policy map1 10',
    ]);
    const changes = repair.edit.documentChanges as TextDocumentEdit[];
    const { tunnels } = analysedTexts({ ...edited(twice, changes) });
    assert.equal(tunnels[0]?.verdict, 'ok');
  });
  test('rewrites all rules of a long list that fit nothing on the other end', () => {
    const rules = (from: string, to: string): string =>
      Array.from(
        { length: 120 },
        (_, at) => ` rule ${5 * at + 5} permit ip source ${from}.${at} 0 destination ${to}.${at} 0\n`,
      ).join('');
    const long = (text: string, all: string): string =>
      text.replace(/(?<=^acl number 3000\n)(?: rule .*\n)+/m, all);
    const texts: PairTexts = {
      a: long(healthy.a, rules('10.1.1', '10.1.2')),
      b: long(healthy.b, rules('10.1.2', '10.9.9')),
    };
    const { snapshot, tunnels: before } = analysedTexts({ ...texts });
    assert.equal(before[0]?.phase, 'flow');
    const repair = languageService.repairTunnel(snapshot, ID);
    assert.equal(repair?.steps.length, 120);
    const { tunnels } = analysedTexts({
      ...edited(texts, repair.edit.documentChanges as TextDocumentEdit[]),
    });
    assert.equal(tunnels[0]?.verdict, 'ok');
  });
  for (const style of STYLES)
    for (const version of VERSIONS) {
      const faults = FAULTS.filter(
        (each) =>
          (each.styles ?? STYLES).includes(style) &&
          (each.versions ?? VERSIONS).includes(version) &&
          !each.base &&
          !each.second,
      );
      test(`any faults together: ${style}, ${version}`, () => {
        const subset = fc.subarray(faults, { minLength: 1, maxLength: 6 });
        const sides = fc.array(fc.constantFrom('a' as const, 'b' as const), { minLength: 6, maxLength: 6 });
        fc.assert(
          fc.property(subset, sides, (chosen, where) => {
            let texts = healthyPair(style, version);
            for (const [at, each] of chosen.entries()) {
              const side = where[at] ?? 'a';
              // A fault that meets a line which another one has taken out cannot be made.
              if (!(each.at?.(side, style) ?? true)) continue;
              try {
                texts = broken(texts, side, each);
              } catch {
                continue;
              }
            }
            const before = analysedTexts({ ...texts });
            const [tunnel] = before.tunnels;
            if (!tunnel || before.tunnels.length > 1) return;
            const repair = languageService.repairTunnel(before.snapshot, tunnel.id);
            const changes = (repair?.edit.documentChanges ?? []) as TextDocumentEdit[];
            const after = analysedTexts({ ...edited(texts, changes) });
            assert.equal(after.tunnels[0]?.verdict, 'ok', JSON.stringify(chosen.map(({ name }) => name)));
          }),
          { numRuns: 60 },
        );
      });
    }
});

describe('edits by lines', () => {
  const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'a\r\n'), { maxLength: 12 });
  const text = fc.tuple(lines, fc.constantFrom('', 'end')).map(([all, end]) => all.join('') + end);
  test('make one text of the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const document = TextDocument.create('file:///x', 'huawei-vrp', 1, before);
        assert.equal(TextDocument.applyEdits(document, lineEdits(before, after)), after);
      }),
    );
  });
  test('leave the lines alone that stay', () => {
    assert.deepEqual(
      lineEdits('a\nb\nc\nd\n', 'a\nx\nc\nd\ne\n').map(({ newText }) => newText),
      ['x\n', 'e\n'],
    );
  });
});
