import * as l10n from '@vscode/l10n';
import { commands, operationalCommands } from '../../commands';
import { algorithmByConfig, titleOf, type Algorithm, type AlgorithmKind } from '../../commands/algorithms';
import type { Keyword } from '../../commands/notation';
import { printFormat } from '../../commands/readable';
import type { CommandDefinition } from '../../commands/types';
import { localize, series } from '../../l10n';
import type { Continuation } from '../../syntax/match';
import type { Device } from '../../model/device';
import { writesTwoWordCiphers } from '../../rules/blocks';
import { algorithmKindOf, defaultWords } from '../hover/command';
import type { Candidate, Page } from './candidate';

const numbers = new Map<CommandDefinition, number>(commands.map((command, number) => [command, number]));
const operationalNumbers = new Map(operationalCommands.map(({ syntax }, number) => [syntax, number]));

/** The first sentence of a text that is written for a page, without its marks. */
export function firstSentence(text: string): string {
  const plain = text.replaceAll('`', '');
  const end = /[.。](?:\s|$)|。/.exec(plain);
  return (end ? plain.slice(0, end.index + (end[0].startsWith('。') ? 1 : 0)) : plain).slice(0, 120);
}

/** Of several commands that begin alike, how their formats go on; undefined where brackets would be torn apart. */
function restOf({ compiled, undo }: Continuation, last: Keyword): string | undefined {
  const { text, leaves } = printFormat((undo ? compiled.undoFormat : undefined) ?? compiled.format);
  const end = leaves.find(({ leaf }) => leaf === last)?.end;
  if (end === undefined || /[[{|]/.test(text.slice(0, end))) return undefined;
  const rest = text.slice(end);
  return rest.length > 60 ? `${rest.slice(0, 59)}…` : rest;
}

/** What is asked about keywords beside the commands. */
export interface KeywordSources {
  readonly device: () => Device;
  /** The words that the other end has in this place. */
  readonly otherEnd: (next: Continuation) => readonly string[];
  /** The commands are `display` and others that are typed and not saved. */
  readonly isOperational?: true;
}

interface Offer {
  readonly label: string;
  readonly keyword: string;
  readonly nexts: Continuation[];
  readonly last: Keyword;
}

interface NamedAlgorithm {
  readonly kind: AlgorithmKind;
  readonly algorithm: Algorithm;
  /** The size of the key is a word of its own. */
  readonly inTwoWords: boolean;
}

/** The algorithm that a keyword names in a command, alone or as the best of those that a further word makes of it (`aes-cbc 256`). */
function algorithmOf(next: Continuation, keyword: string): NamedAlgorithm | undefined {
  const last = next.before.at(-1);
  const kind = algorithmKindOf([...next.before, { kind: 'keyword', keyword }]);
  if (!kind || next.before.length === 0) return undefined;
  const words = last?.kind === 'keyword' ? [last.keyword, keyword] : [keyword];
  const whole = algorithmByConfig(kind, words) ?? algorithmByConfig(kind, [keyword]);
  const algorithm = whole ?? algorithmByConfig(kind, [keyword, '256']);
  return algorithm && { kind, algorithm, inTwoWords: whole === undefined };
}

function pageOf({ nexts, keyword }: Offer, isOperational: boolean): Page | undefined {
  const compiled = nexts[0]?.compiled;
  if (!compiled) return undefined;
  if (isOperational) {
    const number = operationalNumbers.get(compiled.command.syntax);
    return number === undefined ? undefined : { of: 'operational', command: number };
  }
  const command = numbers.get(compiled.command);
  if (command === undefined) return undefined;
  return { of: 'command', command, keyword, ...(nexts.length > 1 ? { others: nexts.length - 1 } : {}) };
}

function algorithmCandidate(
  { kind, algorithm, inTwoWords }: NamedAlgorithm,
  device: Device,
): Pick<Candidate, 'kind' | 'group' | 'order' | 'detail' | 'deprecated' | 'page'> {
  const isStrong = algorithm.strength === 'strong';
  // Devices write the ciphers in one word or in two, and do not take the other way.
  const spelledElse = kind === 'encryption' && inTwoWords !== writesTwoWordCiphers(device);
  return {
    kind: 'algorithm',
    group: isStrong ? (spelledElse ? 'further' : 'usual') : 'weak',
    order: (algorithm.strength === 'weak' ? 1000 : 500) - algorithm.rank,
    detail: titleOf(algorithm),
    ...(isStrong ? {} : { deprecated: true }),
    page: { of: 'algorithm', kind, id: algorithm.id },
  };
}

/** What is said of a keyword in one line: what it does, or that it is the default. */
function detailOf({ keyword, nexts }: Offer): string | undefined {
  const [next] = nexts;
  if (!next) return undefined;
  const { command } = next.compiled;
  const meaning = next.before.length > 0 ? command.keywords?.[keyword] : undefined;
  const text = meaning ?? nexts.find(({ compiled }) => compiled.command.summary)?.compiled.command.summary;
  return text && firstSentence(localize(text));
}

/** How a keyword is the default of its command, if it is. */
function defaultOf({ keyword, nexts }: Offer, device: () => Device): string | undefined {
  const [next] = nexts;
  if (!next || next.before.length === 0 || next.undo) return undefined;
  const found = next.compiled.command.defaults?.filter(({ value }) => value.split(' ')[0] === keyword) ?? [];
  const said = found.flatMap((each) => defaultWords(each, device().release) ?? []);
  return said.length > 0 ? series(said) : undefined;
}

function candidateOf(offer: Offer, sources: KeywordSources): Candidate {
  const [next] = offer.nexts;
  const { label, keyword, last, nexts } = offer;
  const found = next && !next.undo ? algorithmOf(next, keyword) : undefined;
  const algorithm = found && algorithmCandidate(found, sources.device());
  const isFirst = next === undefined || next.before.length === 0;
  const theirs = next !== undefined && !isFirst && sources.otherEnd(next).includes(keyword);
  const known = nexts.some(({ compiled }) => compiled.command.summary !== undefined);
  const page = pageOf(offer, sources.isOperational === true);
  const says = [
    theirs ? l10n.t('as the other end has it') : undefined,
    algorithm?.detail ?? detailOf(offer),
    defaultOf(offer, sources.device),
  ].filter((part) => part !== undefined);
  const rest = nexts.length === 1 && next ? restOf(next, last) : undefined;
  return {
    kind: isFirst ? 'command' : 'keyword',
    group: known ? 'usual' : 'further',
    // What opens a view of our own comes before hundreds of single lines.
    ...(isFirst && opensView(nexts) ? { order: 0 } : {}),
    ...(page ? { page } : {}),
    ...algorithm,
    label,
    ...(theirs ? { group: 'other-end' } : {}),
    ...(rest === undefined || rest === '' ? {} : { rest }),
    ...(says.length > 0 ? { detail: says.join(' · ') } : {}),
  };
}

function opensView(nexts: readonly Continuation[]): boolean {
  return nexts.some(({ compiled: { command }, undo }) => !undo && (command.opens ?? 'free') !== 'free');
}

/** More keywords than this in a row are not proposed at once. */
const MAX_PHRASE = 4;

/** The keywords that may stand next, as far as nothing but further keywords can follow joined to phrases. */
export function keywordsFor(nexts: readonly Continuation[], sources: KeywordSources): Candidate[] {
  const offers = new Map<string, Offer>();
  for (const next of nexts) {
    if (next.leaf.node !== 'keyword' || next.again) continue;
    const phrase = next.phrase.slice(0, MAX_PHRASE);
    const label = phrase.map(({ word }) => word).join(' ');
    const known = offers.get(label);
    if (known) known.nexts.push(next);
    else {
      const keyword = next.leaf.word.toLowerCase();
      offers.set(label, { label, keyword, nexts: [next], last: phrase.at(-1) ?? next.leaf });
    }
  }
  return [...offers.values()].map((offer) => candidateOf(offer, sources));
}
