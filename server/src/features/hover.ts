import * as l10n from '@vscode/l10n';
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import { operationalCommands } from '../commands';
import { algorithmByDisplay, algorithms } from '../commands/algorithms';
import type { ViewId } from '../commands/types';
import { localize } from '../l10n';
import type { Device } from '../model/device';
import { matchOperational } from '../syntax/views';
import { splitWords } from '../syntax/line';
import type { TreeLine } from '../syntax/tree';
import { deviceAt } from '../workspace/mentions';
import type { Snapshot } from '../workspace/workspace';
import { endsTable } from './compareEnds';
import { endsAt } from './tunnelsAt';
import { tunnelTitle } from './verdicts';
import { causePage } from './hover/cause';
import { algorithmAt, algorithmPage, argumentRange, commandPage } from './hover/command';
import { code, paragraphs } from './hover/markdown';
import { causeMentionAt } from './hover/mention';
import { labelledValueAt, matchAt, messagePartAt, type Found } from './hover/messagePart';
import { objectPage } from './hover/object';
import { operationalPage } from './hover/operational';
import { promptAt } from './hover/prompt';
import { stateAt } from './hover/state';
import type { LinePlace } from './hover/surroundings';

const ALGORITHM_KINDS = new Set(algorithms.map((algorithm) => algorithm.kind));

/** Longer lines are no text that anyone points at. */
const MAX_LINE = 20_000;

/** An algorithm in display spelling: `MODP-2048`, `SHA2-HMAC-256`, `DH group 14`. */
function displayedAlgorithmAt(text: string, character: number): Found | undefined {
  for (const pattern of [/\bDH group \d{1,2}\b/gi, /[A-Za-z0-9][\w-]*[A-Za-z0-9]/g]) {
    const word = matchAt(text, pattern, character);
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
  const command = operationalCommands.find(({ syntax }) => syntax === matched?.command.syntax);
  if (matched?.status !== 'complete' || !first || !last || !command) return undefined;
  if (character < first.start || character > last.end) return undefined;
  return { start: first.start, end: last.end, markdown: operationalPage(command) };
}

/** The words from a `display` on, where a note or a web page quotes a command. */
function displayWords(text: string, character: number): TreeLine['words'] | undefined {
  const quoted = [...text.matchAll(/\b(?:display|reset) [a-z][\w -]{2,80}/gi)].findLast(
    ({ index }) => index <= character,
  );
  return quoted && splitWords(text.slice(0, quoted.index + quoted[0].length), quoted.index).words;
}

function find(device: Device, place: LinePlace, character: number): Found | undefined {
  const { line } = place;
  if (line.text.length > MAX_LINE) return undefined;
  const mention = causeMentionAt(place, character);
  if (mention) return { start: mention.start, end: mention.end, markdown: causePage(mention.cause) };
  if (line.role === 'output') {
    return (
      stateAt(line.text, character) ??
      messagePartAt(place, character) ??
      displayedAlgorithmAt(line.text, character) ??
      labelledValueAt(place, character) ??
      operationalAt(line, character)
    );
  }
  return (
    promptAt(line, device, character) ??
    commandWordAt(line, device, character) ??
    operationalAt(line, character) ??
    messagePartAt(place, character)
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
  const place: LinePlace = {
    line: at.line,
    number: position.line,
    lineAt: (number) => file.document.lineAt(number)?.line,
  };
  const found = find(deviceAt(snapshot, file, at.item), place, position.character);
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
