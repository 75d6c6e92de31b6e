import { shownText } from '../syntax/line';
import type { Item } from '../syntax/tree';
import { aaaAbnormalOfflineRecordOutput, aaaOfflineRecordOutput } from './aaaOfflineRecord';
import { aclOutput } from './acl';
import { bfdSessionOutput } from './bfdSession';
import { clockOutput } from './clock';
import {
  ikeErrorHistoryOutput,
  ikeErrorInfoOutput,
  ikeOfflineHistoryOutput,
  ikeOfflineInfoOutput,
} from './faultRecords';
import { ikeGlobalConfigOutput, ipsecGlobalConfigOutput } from './globalConfig';
import { ikePeerOutput } from './ikePeer';
import { ikeProposalOutput } from './ikeProposal';
import { interfaceBriefOutput } from './interfaceBrief';
import { ipInterfaceBriefOutput } from './ipInterfaceBrief';
import { ipPoolOutput } from './ipPool';
import { ikeSaOutput } from './ikeSa';
import { ikeSaVerboseOutput } from './ikeSaVerbose';
import { ikeUserTableOutput } from './ikeUserTable';
import { ipsecHistoryOutput } from './ipsecHistory';
import { ipsecInterfaceBriefOutput } from './ipsecInterfaceBrief';
import { ipsecPolicyOutput, ipsecPolicyTemplateOutput, ipsecProfileOutput } from './ipsecPolicy';
import { ipsecProposalOutput } from './ipsecProposal';
import { ipsecSaOutput } from './ipsecSa';
import { ipsecSaBriefOutput } from './ipsecSaBrief';
import type { OutputKind } from './kind';
import { licenseOutput } from './license';
import { nqaResultsOutput } from './nqaResults';
import { outputsIn, type Output } from './output';
import { pkiCaListOutput, pkiCertificateOutput, pkiCertListOutput } from './pkiCertificate';
import { pkiCrlOutput } from './pkiCrl';
import { ikeStatisticsOutput, ipsecStatisticsOutput } from './statistics';
import { versionOutput } from './version';
import { vrrpOutput } from './vrrp';

export { readElsewhere } from './elsewhere';

/** Every output that is understood, by the name that the facts of it have. */
export const outputKinds = {
  ikeErrorInfo: ikeErrorInfoOutput,
  ikeOfflineInfo: ikeOfflineInfoOutput,
  ikeErrorHistory: ikeErrorHistoryOutput,
  ikeOfflineHistory: ikeOfflineHistoryOutput,
  ikeProposal: ikeProposalOutput,
  ikePeer: ikePeerOutput,
  ikeSa: ikeSaOutput,
  ikeSaVerbose: ikeSaVerboseOutput,
  ikeGlobalConfig: ikeGlobalConfigOutput,
  ikeUserTable: ikeUserTableOutput,
  ikeStatistics: ikeStatisticsOutput,
  ipsecProposal: ipsecProposalOutput,
  ipsecPolicy: ipsecPolicyOutput,
  ipsecPolicyTemplate: ipsecPolicyTemplateOutput,
  ipsecProfile: ipsecProfileOutput,
  ipsecSa: ipsecSaOutput,
  ipsecSaBrief: ipsecSaBriefOutput,
  ipsecInterfaceBrief: ipsecInterfaceBriefOutput,
  ipsecGlobalConfig: ipsecGlobalConfigOutput,
  ipsecStatistics: ipsecStatisticsOutput,
  ipsecHistory: ipsecHistoryOutput,
  acl: aclOutput,
  ipInterfaceBrief: ipInterfaceBriefOutput,
  version: versionOutput,
  clock: clockOutput,
  pkiCertificate: pkiCertificateOutput,
  pkiCaList: pkiCaListOutput,
  pkiCertList: pkiCertListOutput,
  pkiCrl: pkiCrlOutput,
  ipPool: ipPoolOutput,
  license: licenseOutput,
  aaaOfflineRecord: aaaOfflineRecordOutput,
  aaaAbnormalOfflineRecord: aaaAbnormalOfflineRecordOutput,
  interfaceBrief: interfaceBriefOutput,
  nqaResults: nqaResultsOutput,
  bfdSession: bfdSessionOutput,
  vrrp: vrrpOutput,
} as const;

type Kinds = typeof outputKinds;
export type OutputName = keyof Kinds;

/** What one answer of a device says. */
export type Displayed = {
  readonly [K in OutputName]: {
    readonly name: K;
    readonly output: Output;
    readonly facts: Kinds[K] extends OutputKind<infer T> ? readonly T[] : never;
  };
}[OutputName];

const kinds = Object.entries(outputKinds) as [OutputName, OutputKind<unknown>][];

const openings = new RegExp(kinds.map(([, { opening }]) => `(?:${opening.source})`).join('|'), 'i');

/** Whether typed words begin with those of a command; each may be cut short, as devices take it. */
function isCommand(typed: readonly string[], command: readonly string[]): boolean {
  return command.every((word, at) => {
    const own = typed[at]?.toLowerCase() ?? '';
    return own.length >= 2 && word.startsWith(own);
  });
}

/** Whether typed words mean one command rather than another: a word typed in full is that word, and `ip` no `ipsec`. */
function isNearer(typed: readonly string[], words: readonly string[], than: readonly string[]): boolean {
  const first = words.findIndex((word, at) => word !== than[at]);
  return first >= 0 && words.length >= than.length && typed[first]?.toLowerCase() === words[first];
}

type Spelling = (typeof byLength)[number];

const byLength = kinds
  .flatMap(([name, kind]) =>
    [kind.command, ...(kind.alsoCommands ?? [])].map((command) => ({
      name,
      kind,
      words: command.split(' '),
    })),
  )
  .sort((a, b) => b.words.length - a.words.length);

/** The output whose beginning stands first in a line. */
function opened(text: string): { name: OutputName; kind: OutputKind<unknown> } | undefined {
  const found = kinds.map(([name, kind]) => ({ name, kind, at: text.search(kind.opening) }));
  return found
    .filter(({ at }) => at >= 0)
    .reduce<(typeof found)[number] | undefined>(
      (first, each) => (first && first.at <= each.at ? first : each),
      undefined,
    );
}

/** The output that an answer is: by its command, else by what it begins with. */
function kindOf({ command, lines }: Output): { name: OutputName; kind: OutputKind<unknown> } | undefined {
  if (command.length > 0) {
    const found = byLength.filter(({ words }) => isCommand(command, words));
    return found.reduce<Spelling | undefined>(
      (best, each) => (best && !isNearer(command, each.words, best.words) ? best : each),
      undefined,
    );
  }
  for (const { text } of lines) if (openings.test(text)) return opened(text);
  return undefined;
}

const answers = new WeakMap<Item, boolean>();

/** Whether an item holds the beginning of an answer that is understood, or the command for one. Most items of a log hold neither. */
function mayAnswer(item: Item): boolean {
  let found = answers.get(item);
  if (found === undefined) {
    found = item.lines.some((line) => {
      const { words, role } = line;
      const shown = shownText(line);
      if (openings.test(shown)) return true;
      if (role !== 'typed' || words.length === 0) return false;
      const typed = words.map((word) => word.text);
      // Several commands that were pasted onto one line are told apart later.
      return (
        shown.indexOf('dis') !== shown.lastIndexOf('dis') ||
        byLength.some((each) => isCommand(typed, each.words))
      );
    });
    answers.set(item, found);
  }
  return found;
}

/** Pieces of a capture that are read as one: from an item that begins with a prompt up to the next one. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && !item.lines[0]?.prompt) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** What was read of a run, by its first item, as long as it is the same run. */
const known = new WeakMap<
  Item,
  { readonly run: readonly Item[]; readonly displayed: readonly Displayed[] }
>();

function readRun(run: readonly Item[]): readonly Displayed[] {
  const [first] = run;
  if (!first) return [];
  const before = known.get(first);
  if (before?.run.length === run.length && run.every((item, at) => item === before.run[at]))
    return before.displayed;
  const displayed = !run.some(mayAnswer)
    ? []
    : outputsIn(run, openings).flatMap((output): Displayed[] => {
        const found = kindOf(output);
        return found ? [{ name: found.name, output, facts: found.kind.read(output) } as Displayed] : [];
      });
  known.set(first, { run, displayed });
  return displayed;
}

/** What the items of a capture say: every answer that is understood, in order. An edit leaves what was read of the others as it is. */
export function readOutputs(items: readonly Item[]): readonly Displayed[] {
  return runsOf(items).flatMap(readRun);
}
