import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import {
  causes,
  displayFields,
  fieldsOfOutput,
  messageFields,
  messages,
  type CauseDefinition,
  type CommandPlace,
  type StepCommand,
} from '../../../server/src/causes';
import type { ViewId } from '../../../server/src/commands/types';
import { causePage } from '../../../server/src/features/hover/cause';
import { fieldPage, messagePage } from '../../../server/src/features/hover/message';
import { setLocale, type Localized } from '../../../server/src/l10n';
import { splitWords } from '../../../server/src/syntax/line';
import { matchIn, matchOperational } from '../../../server/src/syntax/views';

const viewOfPlace: Readonly<Partial<Record<CommandPlace, ViewId>>> = {
  'system view': 'system',
  'interface view': 'interface',
  'tunnel interface view': 'interface',
  'IKE proposal view': 'ike-proposal',
  'IKE peer view': 'ike-peer',
  'IKE user view': 'ike-user',
  'IPsec proposal view': 'ipsec-proposal',
  'ISAKMP IPsec policy view': 'ipsec-policy-isakmp',
  'IPsec policy template view': 'ipsec-policy-template',
  'IPsec profile view': 'ipsec-profile',
  'ACL view': 'acl-advanced',
  'AAA view': 'aaa',
  'AAA domain view': 'aaa-domain',
  'IP address pool view': 'ip-pool',
};

/** Something to type for what stands in angle brackets. */
const samples: Readonly<Record<string, string>> = {
  'acl-number': '3000',
  bytes: '1500',
  'destination-wildcard': '0.0.0.255',
  'dh-group': 'dh-group14',
  group: 'group14',
  'HH:MM:SS': '12:00:00',
  'host-name': 'gateway.example',
  interface: 'GigabitEthernet0/0/1',
  kilobytes: '4096',
  mask: '255.255.255.0',
  'mask-length': '24',
  network: '10.1.0.0',
  'next-hop': '10.1.1.1',
  number: '10',
  'rule-id': '5',
  seconds: '3600',
  'source-wildcard': '0.0.0.255',
  'tunnel-interface': 'Tunnel0/0/1',
  type: 'fqdn',
  'YYYY-MM-DD': '2026-01-31',
};

function sampleOf(name: string, command: string): string {
  const known = samples[name];
  if (known !== undefined) return known;
  if (name.endsWith('address')) return '10.1.1.1';
  if (name !== 'algorithm') return 'sample';
  if (/^(?:integrity-algorithm|prf) /.test(command)) return 'hmac-sha2-256';
  return command.includes('encryption-algorithm') ? 'aes-256' : 'sha2-256';
}

/** The lines that can be typed for a command: one for each of its alternatives. */
function linesOf(command: string): string[] {
  const choice = /\{ ([^{}]*) \}/.exec(command);
  if (choice) {
    return (choice[1] ?? '').split(' | ').flatMap((each) => linesOf(command.replace(choice[0], () => each)));
  }
  return [command.replace(/<([^>]+)>/g, (_, name: string) => sampleOf(name, command))];
}

function commandsOf(cause: CauseDefinition): StepCommand[] {
  return cause.steps.flatMap((step) => [
    ...(step.commands ?? []),
    ...step.branches.flatMap((branch) => branch.commands ?? []),
  ]);
}

/** Why a line cannot be typed there; undefined where it can. */
function complaint(line: string, place: CommandPlace): string | undefined {
  const { words } = splitWords(line, 0);
  const view = viewOfPlace[place];
  const isOperational = /^(?:display|ping|reset|clock)\b/.test(line);
  const match = (isOperational || view === undefined ? matchOperational(words) : matchIn(view, words))?.match;
  if (!match) return 'no such command';
  if (match.status !== 'complete') return match.status;
  return match.abbreviated ? 'abbreviated' : undefined;
}

/** Every text in both languages anywhere inside a value. */
function localizedIn(value: unknown): Localized[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [value as Localized];
  return Object.values(value).flatMap(localizedIn);
}

describe('the steps of the causes', () => {
  for (const cause of causes) {
    it(`${cause.name}: every command is one that the device takes in the view that is named`, () => {
      if (cause.listed) assert.ok(cause.possibleCauses.length > 0 && cause.steps.length > 0);
      for (const { command, place } of commandsOf(cause)) {
        for (const line of linesOf(command)) {
          assert.equal(complaint(line, place), undefined, `${line} (${place})`);
        }
      }
    });
  }

  it('a command that does not exist, or not in that view, would be noticed', () => {
    assert.ok(complaint('display ike failure', 'any view'));
    assert.ok(complaint('remote-address 10.1.1.1', 'IKE proposal view'));
    assert.ok(complaint('pfs group14', 'IPsec profile view'));
    assert.ok(complaint('encapsulation-mode', 'IPsec proposal view'));
  });

  it('every field of an output about IKE or IPsec that they look at is explained', () => {
    let looked = 0;
    for (const cause of causes) {
      for (const { command, fields = [] } of commandsOf(cause)) {
        if (!/^display (?:ike|ipsec) /.test(command)) continue;
        for (const field of fields) {
          looked += 1;
          const known = fieldsOfOutput(field).some(({ commands = [] }) =>
            commands.some((each) => command === each || command.startsWith(`${each} `)),
          );
          assert.ok(known, `${cause.name}: ${field} of ${command}`);
        }
      }
    }
    assert.ok(looked > 100, `only ${looked} fields`);
  });

  it('what sets a field is a command of some view', () => {
    for (const { name, setBy } of displayFields) {
      if (setBy === undefined) continue;
      const { words } = splitWords(setBy, 0);
      const known = Object.values(viewOfPlace).some((view) => {
        const match = matchIn(view, words)?.match;
        return match?.words.length === words.length && !match.abbreviated;
      });
      assert.ok(known, `${name}: ${setBy}`);
    }
  });
});

describe('pages', () => {
  afterEach(() => {
    setLocale('en');
  });

  const pages = (): [string, string][] => [
    ...causes.map((cause): [string, string] => [cause.name, causePage(cause)]),
    ...messages.map((message): [string, string] => [message.title.en, messagePage(message)]),
    ...[...messageFields, ...displayFields].map((field): [string, string] => [field.name, fieldPage(field)]),
  ];

  for (const locale of ['en', 'zh-cn'] as const) {
    it(`are well-formed Markdown in ${locale}`, () => {
      setLocale(locale);
      for (const [name, page] of pages()) {
        assert.ok(page.startsWith('### '), name);
        assert.doesNotMatch(page, /\n{3}|undefined|\[object|https?:(?!\/\/www\.rfc-editor\.org\/)/, name);
        for (const line of page.split('\n')) {
          assert.equal((line.match(/`/g) ?? []).length % 2, 0, `${name}: ${line}`);
          const prose = line
            .replace(/`[^`]*`/g, '')
            .replace(/\[RFC [^\]]+\]\(https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#[\w.-]+\)/g, '');
          assert.equal((prose.match(/\*\*/g) ?? []).length % 2, 0, `${name}: ${line}`);
          assert.doesNotMatch(
            prose.replace(/\*\*/g, '').replace(/^\*.*\*$/, ''),
            /[<>|*]|\]\(|(?<!\w)_|_(?!\w)/,
            `${name}: ${line}`,
          );
        }
      }
    });

    it(`number their steps, and every step leads on in ${locale}`, () => {
      setLocale(locale);
      for (const cause of causes) {
        const numbers = [...causePage(cause).matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
        assert.deepEqual(
          numbers,
          cause.steps.map((_, index) => index + 1),
          cause.name,
        );
      }
    });
  }

  it('hold no Chinese in English and no English frame in Chinese', () => {
    for (const [name, page] of pages()) assert.doesNotMatch(page, /\p{Script=Han}/u, name);
    setLocale('zh-cn');
    const frame =
      /\b(?:on both ends|on the other end|look at|go on with|go to step|done\.|collect the evidence|Possible causes|What to do|Read next|Source:|Reason code|Also printed|Harmless|Not harmless|Set by|Printed by|Known as|Fields:|(?:system|interface|user|peer|proposal) view)\b/;
    for (const [name, page] of pages()) {
      assert.doesNotMatch(page.replace(/\*来源：.*\*$/, ''), frame, name);
      assert.match(page, /\p{Script=Han}/u, name);
    }
  });
});

const referencePath = join(process.cwd(), '..', 'shared', 'reference', 'ipsec-fault-causes.txt');

describe('wording', { skip: existsSync(referencePath) ? false : 'the reference is not at hand' }, () => {
  /** Words in a row that, if both have them, are called a copy. */
  const RUN = 6;

  /** Words of a text; commands and output fields in code style count as one mark that matches nothing. */
  const wordsOf = (text: string): string[] =>
    text
      .toLowerCase()
      .replaceAll(/`[^`]*`/g, ' # ')
      .replaceAll(/[^a-z0-9#']+/g, ' ')
      .trim()
      .split(' ');

  const runsOf = (words: readonly string[]): string[] =>
    words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));

  it(`shares no ${RUN} words in a row with the reference`, () => {
    const theirs = new Set(
      readFileSync(referencePath, 'utf8')
        .split(/\r?\n/)
        .filter((line) => !line.startsWith('<sysname>'))
        .flatMap((line) => runsOf(wordsOf(line))),
    );
    assert.ok(theirs.size > 2000);
    const copied = localizedIn([causes, messages, messageFields, displayFields]).flatMap(({ en }) =>
      runsOf(wordsOf(en)).filter((run) => theirs.has(run)),
    );
    assert.deepEqual(copied, []);
  });
});
