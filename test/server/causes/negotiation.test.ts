import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  causes,
  negotiationCauses,
  teardownCauses,
  type CauseDefinition,
  type StepCommand,
} from '../../../server/src/causes';
import { causeByName, causeByReasonCode } from '../../../server/src/causes/find';
import type { Localized } from '../../../server/src/l10n';

/** The names, as the vendor's reference prints and orders them, each with its reason code. */
const expected: readonly (readonly [name: string, reasonCode?: number])[] = [
  ['authentication fail', 15],
  ['config ID mismatch', 13],
  ['construct local ID fail', 14],
  ['cookie mismatch', 31],
  ['critical drop', 34],
  ['dynamic peers number reaches limitation', 42],
  ['eap authentication fail'],
  ['eap authentication timeout'],
  ['encapsulation mode mismatch', 3],
  ['first packet limited', 18],
  ['flow confict', 46],
  ['flow or peer mismatch', 4],
  ['fragment packet limit', 50],
  ['fragment packet reassemble timeout', 51],
  ['ikev2 not support sm in ipsec proposal', 47],
  ['in disconnect state', 44],
  ['initiator dh mismatch', 7],
  ['invalid cookie', 21],
  ['invalid length', 24],
  ['ip assigned fail', 10],
  ['ipsec tunnel number reaches limitation', 41],
  ['license or specification limited'],
  ['local address mismatch', 39],
  ['malformed message', 30],
  ['malformed payload', 28],
  ['nat detection fail', 40],
  ['netmask mismatch', 48],
  ['no policy applied on interface', 49],
  ["none of user's interface is selected", 43],
  ['peer address mismatch', 12],
  ['phase1 proposal mismatch', 1],
  ['phase2 proposal or pfs mismatch', 2],
  ['proposal mismatch or use sm in ikev2', 45],
  ['rekey fail', 17],
  ['rekey no find old sa', 16],
  ['responder dh mismatch', 6],
  ['role mismatch'],
  ['route limit', 36],
  ['unknown exchange type', 33],
  ['unsupported version', 26],
  ['version mismatch', 5],
  ['xauth authentication fail'],
  ['xauth authentication timeout'],
];

/** Every text in both languages anywhere inside a value. */
function localizedIn(value: unknown): Localized[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [value as Localized];
  return Object.values(value).flatMap(localizedIn);
}

function commandsOf(cause: CauseDefinition): StepCommand[] {
  return cause.steps.flatMap((step) => [
    ...(step.commands ?? []),
    ...step.branches.flatMap((branch) => branch.commands ?? []),
  ]);
}

function causeNamed(name: string): CauseDefinition {
  const cause = negotiationCauses.find((candidate) => candidate.name === name);
  assert.ok(cause, `no cause named ${name}`);
  return cause;
}

function isSourced(cause: CauseDefinition, command: string): boolean {
  return commandsOf(cause).some((ours) => ours.command === command || ours.command.startsWith(`${command} `));
}

describe('negotiation causes', () => {
  it('are the 43 of the reference, in its order, with the documented reason codes', () => {
    assert.deepEqual(
      negotiationCauses.map(({ name, reasonCode }) => [name, reasonCode]),
      expected.map(([name, reasonCode]) => [name, reasonCode]),
    );
    assert.equal(negotiationCauses.length, 43);
    assert.equal(negotiationCauses.length + teardownCauses.length, 70);
    for (const cause of negotiationCauses) {
      assert.equal(cause.kind, 'negotiation', cause.name);
      assert.equal(cause.listed, true, cause.name);
    }
  });

  it('are harmless where the reference says so', () => {
    const named = (harmless: CauseDefinition['harmless']): string[] =>
      negotiationCauses.filter((cause) => cause.harmless === harmless).map((cause) => cause.name);
    assert.deepEqual(named('yes'), ['rekey no find old sa']);
    assert.deepEqual(named('depends'), ['invalid cookie', 'netmask mismatch']);
  });

  it('are found by every spelling that is documented', () => {
    const spellings: readonly (readonly [spelling: string, name: string])[] = [
      ['Flow_Conflict', 'flow confict'],
      ['flow mismatch', 'flow or peer mismatch'],
      ['ikev2 not support sm in ipsec proposal ikev2', 'ikev2 not support sm in ipsec proposal'],
      ['Peer address can not match with any ike peer config', 'peer address mismatch'],
      ['ID can not match with any ike peer config', 'config ID mismatch'],
      ['Construct local id fail', 'construct local ID fail'],
      ['Authentication fail (may be pre-shared-key error)', 'authentication fail'],
      ['Version error', 'version mismatch'],
      ['Rekey, not find old child', 'rekey no find old sa'],
      ['Critical Payload : Dropped', 'critical drop'],
      ['Unknown Exchange Type', 'unknown exchange type'],
    ];
    for (const [spelling, name] of spellings) assert.equal(causeByName(spelling)?.name, name, spelling);
  });

  it('share no name, alias or reason code with another cause', () => {
    const owners = new Map<string, string>();
    for (const cause of causes) {
      for (const name of [cause.name, ...(cause.aliases ?? [])]) {
        const key = name.toLowerCase().replaceAll(/[\s_-]+/g, ' ');
        assert.equal(owners.get(key), undefined, `${name}: ${owners.get(key) ?? ''} and ${cause.name}`);
        owners.set(key, cause.name);
      }
      if (cause.reasonCode !== undefined) assert.equal(causeByReasonCode(cause.reasonCode), cause);
    }
  });

  for (const cause of negotiationCauses) {
    it(`${cause.name}: texts, steps and relations hold together`, () => {
      for (const text of localizedIn(cause)) {
        assert.ok(text.en.trim(), 'empty English text');
        assert.ok(text['zh-cn'].trim(), `empty Chinese text beside: ${text.en}`);
        assert.match(text['zh-cn'], /\p{Script=Han}/u, `no Chinese in: ${text['zh-cn']}`);
        assert.doesNotMatch(text.en, /\p{Script=Han}/u);
        assert.doesNotMatch(text.en, / {2}|https?:|\/work\/|\*/);
      }
      assert.ok(cause.possibleCauses.length > 0);
      assert.ok(cause.sources.includes(`IPSec Fault Cause Reference, ${cause.name}`));
      for (const source of cause.sources) assert.doesNotMatch(source, /https?:|\/work\//);

      assert.ok(cause.related.length >= 1 && cause.related.length <= 4);
      assert.equal(new Set(cause.related.map(({ name }) => name)).size, cause.related.length);
      for (const related of cause.related) {
        assert.notEqual(related.name, cause.name);
        assert.ok(
          causes.some(({ name }) => name === related.name),
          `no cause named ${related.name}`,
        );
      }

      assert.ok(cause.steps.length > 0);
      cause.steps.forEach((step, index) => {
        assert.ok(step.branches.length > 0, `step ${index + 1} leads nowhere`);
        for (const { next } of step.branches) {
          if (typeof next !== 'number') continue;
          assert.ok(Number.isInteger(next) && next >= 1 && next <= cause.steps.length, `no step ${next}`);
          assert.notEqual(next, index + 1, `step ${next} leads to itself`);
        }
      });
      const reached = new Set<number>();
      const open = [1];
      for (let number = open.pop(); number !== undefined; number = open.pop()) {
        if (reached.has(number)) continue;
        reached.add(number);
        for (const { next } of cause.steps[number - 1]?.branches ?? []) {
          if (typeof next === 'number') open.push(next);
        }
      }
      assert.equal(reached.size, cause.steps.length, 'every step can be reached');

      for (const { command, place, fields } of commandsOf(cause)) {
        assert.equal(command, command.trim().replaceAll(/\s+/g, ' '));
        if (command.startsWith('display ') && command !== 'display this') assert.equal(place, 'any view');
        if (fields) assert.ok(fields.length > 0 && fields.every((field) => field.trim() !== ''));
      }
    });
  }

  it('say where a difference of the two IKE versions shows', () => {
    const textOf = (name: string): string =>
      localizedIn(causeNamed(name))
        .map((text) => text.en)
        .join(' ');
    assert.match(textOf('authentication fail'), /main mode.*fifth message/);
    assert.match(textOf('malformed message'), /fifth message/);
    assert.match(textOf('malformed payload'), /AUTHENTICATION_FAILED/);
    assert.match(textOf('phase2 proposal or pfs mismatch'), /first IPsec SA.*rekey/);
    assert.match(textOf('flow or peer mismatch'), /IKEv1.*mirror.*IKEv2/);
    assert.match(textOf('version mismatch'), /begins with IKEv2/);
    assert.match(textOf('construct local ID fail'), /primary address of the interface/);
  });
});

const referencePath = join(process.cwd(), '..', 'shared', 'reference', 'ipsec-fault-causes.txt');

describe(
  'negotiation causes against the reference',
  { skip: existsSync(referencePath) ? false : 'the reference is not at hand' },
  () => {
    /** The lines of each cause's solution. */
    const readSolutions = (): Map<string, string[]> => {
      const lines = readFileSync(referencePath, 'utf8').split(/\r?\n/);
      const start = lines.indexOf('IKE Negotiation Failure Causes');
      const end = lines.indexOf('IPSec Tunnel Teardown Causes', start);
      const solutions = new Map<string, string[]>();
      let solution: string[] | undefined;
      for (let at = start; at < end; at += 1) {
        const line = lines[at] ?? '';
        if (lines[at + 1] === 'Description') {
          solution = undefined;
          solutions.set(line, []);
        } else if (line === 'Solution') {
          solution = [...solutions.values()].at(-1);
        } else {
          solution?.push(line);
        }
      }
      return solutions;
    };

    it('the names are those of its entries', () => {
      assert.deepEqual(
        [...readSolutions().keys()],
        expected.map(([name]) => name),
      );
    });

    it('every command a solution says to run is in our steps', () => {
      let checked = 0;
      for (const [name, lines] of readSolutions()) {
        const cause = causeNamed(name);
        for (const match of lines.join('\n').matchAll(/\brun the (.+?) commands?\b/gi)) {
          const list = match[1] ?? '';
          if (list === 'required') continue;
          for (const command of list.split(/, or |, | or | and /)) {
            checked += 1;
            assert.ok(isSourced(cause, command.replaceAll(/\s+/g, ' ').trim()), `${name}: ${command}`);
          }
        }
        if (lines.some((line) => /\bping\b/.test(line))) assert.ok(isSourced(cause, 'ping'), `${name}: ping`);
      }
      assert.ok(checked > 70, `only ${checked} commands were found in the reference`);
    });

    it('a path ends at support where the solution does, and as normal operation where it does', () => {
      for (const [name, lines] of readSolutions()) {
        const ends = causeNamed(name).steps.flatMap(({ branches }) => branches.map(({ next }) => next));
        const solution = lines.join('\n');
        if (solution.includes('technical support')) assert.ok(ends.includes('support'), name);
        if (/no action is required|no operation is required/.test(solution))
          assert.ok(ends.includes('done'), name);
        assert.equal(causeNamed(name).harmless === 'yes', solution.includes('symptom is normal'), name);
      }
    });

    it('no sentence of it stands in our English', () => {
      const plain = (text: string): string =>
        ` ${text
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, ' ')
          .trim()} `;
      const ours = negotiationCauses
        .flatMap(localizedIn)
        .map((text) => plain(text.en))
        .join('\n');
      const sentences = readFileSync(referencePath, 'utf8')
        .split(/\r?\n|(?<=[.:])\s/)
        .map(plain)
        .filter((sentence) => sentence.trim().split(' ').length >= 6);
      assert.ok(sentences.length > 100);
      assert.deepEqual(
        sentences.filter((sentence) => ours.includes(sentence)),
        [],
      );
    });
  },
);
