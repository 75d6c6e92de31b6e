import * as l10n from '@vscode/l10n';
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import { fieldByName, messageByMnemonic, messageByOid, messageByTrap } from '../causes';
import { causeByReasonCode, findCauses } from '../causes/find';
import { algorithmByDisplay, algorithms } from '../commands/algorithms';
import type { ViewId } from '../commands/types';
import { localize } from '../l10n';
import type { Device } from '../model/device';
import { matchOperational } from '../syntax/views';
import { splitWords } from '../syntax/line';
import type { TreeLine } from '../syntax/tree';
import { analyse } from '../workspace/analysis';
import type { Snapshot } from '../workspace/workspace';
import { endsTable } from './compareEnds';
import { endsAt } from './tunnelsAt';
import { tunnelTitle } from './verdicts';
import { causePage } from './hover/cause';
import { algorithmAt, algorithmPage, argumentRange, commandPage } from './hover/command';
import { code, paragraphs } from './hover/markdown';
import { fieldPage, messagePage } from './hover/message';
import { objectPage } from './hover/object';

/** Markdown for some characters of a line. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

const ALGORITHM_KINDS = new Set(algorithms.map((algorithm) => algorithm.kind));

/** Longer lines are no text that anyone points at. */
const MAX_LINE = 20_000;

function at<T extends { readonly start: number; readonly end: number }>(
  all: Iterable<T>,
  character: number,
): T | undefined {
  for (const each of all) if (each.start <= character && character <= each.end) return each;
  return undefined;
}

function matches(
  text: string,
  pattern: RegExp,
): { start: number; end: number; text: string; value: string }[] {
  return [...text.matchAll(pattern)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0],
    value: found[1] ?? found[0],
  }));
}

/** A fault cause at the position. Ordinary words that also name a cause are none inside a configuration command. */
function causeAt(line: TreeLine, character: number): Found | undefined {
  const mention = at(findCauses(line.text), character);
  if (!mention) return undefined;
  const inCommand =
    line.role !== 'output' && line.kind === 'command' && mention.start < (line.remark ?? Infinity);
  if (inCommand && (!mention.distinctive || line.match)) return undefined;
  return { start: mention.start, end: mention.end, markdown: causePage(mention.cause) };
}

/** What a log line or an alarm says of itself at the position: mnemonic, trap name, OID, reason code, field. */
function messagePartAt(text: string, character: number): Found | undefined {
  const reason = at(matches(text, /\bReasonCode\s*[=:]\s*(\d{1,4})/gi), character);
  const byCode = reason && causeByReasonCode(Number(reason.value));
  if (reason && byCode) return { ...reason, markdown: causePage(byCode) };
  const oid = at(matches(text, /\b1\.3\.6\.1(?:\.\d{1,10}){4,24}/g), character);
  const alarm = oid && messageByOid(oid.text);
  if (oid && alarm) return { ...oid, markdown: messagePage(alarm) };
  const mnemonic = at(matches(text, /(?:%%\d{2})?[A-Za-z][\w-]{1,30}\/\d\/\w{2,60}/g), character);
  const log = mnemonic && messageByMnemonic(mnemonic.text);
  if (mnemonic && log) return { ...mnemonic, markdown: messagePage(log) };
  const word = at(matches(text, /\b[A-Za-z][\w-]{1,60}/g), character);
  if (!word) return fieldOfValueAt(text, character);
  const trap = messageByTrap(word.text);
  if (trap) return { ...word, markdown: messagePage(trap) };
  const isMessageField = text[word.end] === '=';
  const field = fieldByName(word.text, isMessageField ? 'message' : 'display');
  if (field && (isMessageField || isLabel(text, word))) return { ...word, markdown: fieldPage(field) };
  const object = /^hw[Ii][PK]/.test(word.text) ? fieldByName(word.text, 'message') : undefined;
  return object ? { ...word, markdown: fieldPage(object) } : fieldOfValueAt(text, character);
}

/** The field whose value stands at the position: `7` in `Ifindex=7`. */
function fieldOfValueAt(text: string, character: number): Found | undefined {
  const pair = at(matches(text, /\b([A-Za-z][\w-]{1,60})=[^,()=\s]{1,120}/g), character);
  const field = pair && fieldByName(pair.value, 'message');
  return field && { ...pair, markdown: fieldPage(field) };
}

/** Whether a word heads a column or labels a value, rather than being one. */
function isLabel(text: string, word: { readonly start: number; readonly end: number }): boolean {
  const behind = text.slice(word.end, word.end + 40);
  return /^\s{0,39}:/.test(behind) || !/[=:\d]/.test(text);
}

/** A label of several words, such as `Remote IP`, in front of a colon. */
function labelAt(text: string, character: number): Found | undefined {
  const colon = text.indexOf(':');
  if (colon < 0 || character > colon) return undefined;
  const label = text.slice(0, colon).trim();
  const start = text.indexOf(label);
  const field = label.length > 0 && label.length < 60 ? fieldByName(label, 'display') : undefined;
  return field && { start, end: start + label.length, markdown: fieldPage(field) };
}

/** An algorithm in display spelling: `MODP-2048`, `SHA2-HMAC-256`, `DH group 14`. */
function displayedAlgorithmAt(text: string, character: number): Found | undefined {
  for (const pattern of [/\bDH group \d{1,2}\b/gi, /[A-Za-z0-9][\w-]*[A-Za-z0-9]/g]) {
    const word = at(matches(text, pattern), character);
    if (!word) continue;
    for (const kind of ALGORITHM_KINDS) {
      const algorithm = algorithmByDisplay(kind, word.text);
      if (algorithm) return { ...word, markdown: algorithmPage(algorithm) };
    }
  }
  return undefined;
}

/** The word of a configuration line, in the light of the command it belongs to. */
function commandWordAt(line: TreeLine, device: Device, character: number): Found | undefined {
  const word = line.words.findIndex((each) => each.start <= character && character <= each.end);
  const span = line.words[word];
  const { match } = line;
  const matched = match?.words[word];
  if (!span || !match || !matched) return undefined;
  const found = (markdown: string): Found => ({ start: span.start, end: span.end, markdown });
  if (matched.kind === 'undo') return found(commandPage(match.command));
  const algorithm = algorithmAt(line, word);
  if (algorithm && word > 0) return found(algorithmPage(algorithm));
  if (matched.kind === 'keyword') {
    const meaning = match.command.keywords?.[matched.keyword];
    const own = word > 0 && meaning ? `${code(matched.keyword)}: ${localize(meaning)}` : undefined;
    return match.command.summary || own ? found(paragraphs(own, commandPage(match.command))) : undefined;
  }
  const { argument } = matched;
  if (argument.type === 'secret') {
    return found(
      paragraphs(
        l10n.t('A key. It is never shown, compared in clear or sent anywhere.'),
        commandPage(match.command),
      ),
    );
  }
  const text = line.text.slice(span.start, span.end).replace(/^"(.*)"$/, '$1');
  const kind = argument.kind ?? (argument.type === 'interface' ? 'interface' : undefined);
  if (kind) {
    const name = kind === 'interface' ? interfaceText(line, word) : text;
    const page = objectPage(device, kind, name);
    if (page !== undefined) return found(page);
  }
  if (!match.command.summary) return undefined;
  const doc = match.command.arguments?.[argument.name];
  const range = argumentRange(argument, doc?.unit);
  const about = doc ? localize(doc.text) : undefined;
  const own =
    (about ?? range)
      ? [`*${argument.name}*`, about, range && `(${range})`].filter(Boolean).join(' ')
      : undefined;
  return found(paragraphs(own, commandPage(match.command)));
}

/** An interface's name, which can be written in two words. */
function interfaceText(line: TreeLine, word: number): string {
  const isPart = (at: number): boolean => {
    const matched = line.match?.words[at];
    return matched?.kind === 'argument' && matched.argument.type === 'interface';
  };
  const from = isPart(word - 1) && /^\d/.test(line.words[word]?.text ?? '') ? word - 1 : word;
  const next =
    /^\D+$/.test(line.words[from]?.text ?? '') && isPart(from + 1) ? (line.words[from + 1]?.text ?? '') : '';
  return (line.words[from]?.text ?? '') + next;
}

/** A `display`, `reset` or other command that is typed and not saved. */
function operationalAt(line: TreeLine, character: number): Found | undefined {
  const words = line.role === 'output' ? displayWords(line.text, character) : line.words;
  const matched = words && matchOperational(words)?.match;
  const [first] = words ?? [];
  const last = words?.[(matched?.words.length ?? 0) - 1];
  if (matched?.status !== 'complete' || !first || !last || !matched.command.summary) return undefined;
  if (character < first.start || character > last.end) return undefined;
  return { start: first.start, end: last.end, markdown: commandPage(matched.command) };
}

/** The words from a `display` on, where a note or a web page quotes a command. */
function displayWords(text: string, character: number): TreeLine['words'] | undefined {
  const quoted = matches(text, /\b(?:display|reset) [a-z][\w -]{2,80}/gi).findLast(
    (each) => each.start <= character,
  );
  return quoted && splitWords(text.slice(0, quoted.end), quoted.start).words;
}

function find(device: Device, line: TreeLine, character: number): Found | undefined {
  if (line.text.length > MAX_LINE) return undefined;
  const cause = causeAt(line, character);
  if (cause) return cause;
  if (line.role === 'output') {
    return (
      messagePartAt(line.text, character) ??
      labelAt(line.text, character) ??
      displayedAlgorithmAt(line.text, character) ??
      operationalAt(line, character)
    );
  }
  return (
    commandWordAt(line, device, character) ??
    operationalAt(line, character) ??
    messagePartAt(line.text, character)
  );
}

/** Whether a line names a peer, or opens the view of a peer or of one end. */
function isAboutEnd(line: TreeLine): boolean {
  const words = line.match?.words ?? [];
  const kinds = words.flatMap((word) => (word.kind === 'argument' ? (word.argument.kind ?? []) : []));
  const opens = line.match?.command.opens;
  return kinds.includes('ike-peer') || (opens !== undefined && END_VIEWS.has(opens));
}

const END_VIEWS: ReadonlySet<ViewId> = new Set<ViewId>([
  'ike-peer',
  'ipsec-policy-isakmp',
  'ipsec-policy-manual',
  'ipsec-policy-template',
  'ipsec-profile',
]);

/** More tunnels than this are only counted: a hub has thousands. */
const MAX_TABLES = 2;

/** Both ends of the tunnels that the view at a position belongs to, side by side. */
function tunnelsPage(snapshot: Snapshot, uri: string, position: Position): string | undefined {
  const judgements = endsAt(snapshot, uri, position).flatMap((each) => each.judgements);
  const shown = judgements.slice(0, MAX_TABLES).map((each) => {
    const problems = each.differences
      .filter(({ effect }) => effect !== 'none')
      .map(({ sides }) => `- ${sides[0].message}`);
    return paragraphs(`#### ${tunnelTitle(each)}`, endsTable(each), problems.join('\n'));
  });
  const more = judgements.length - shown.length;
  return judgements.length === 0
    ? undefined
    : paragraphs(...shown, more > 0 ? l10n.t('… and {0} more tunnels', more) : undefined);
}

/** What is known of the word at a position; undefined where there is nothing to say. */
export function hover(snapshot: Snapshot, uri: string, position: Position): Hover | undefined {
  const file = snapshot.file(uri);
  const at = file?.document.lineAt(position.line);
  if (!file || !at) return undefined;
  const found = find(analyse(file).device, at.line, position.character);
  if (!found) return undefined;
  const tunnel = isAboutEnd(at.line) ? tunnelsPage(snapshot, uri, position) : undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: paragraphs(found.markdown, tunnel) },
    range: {
      start: { line: position.line, character: found.start },
      end: { line: position.line, character: found.end },
    },
  };
}
