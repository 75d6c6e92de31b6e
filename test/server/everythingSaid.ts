import type { MarkupContent } from 'vscode-languageserver-types';
import { languageService as service, type Snapshot } from '../../server/src/languageService';
import type { ProblemNode } from '../../server/src/protocol';
import { defaultSettings } from '../../server/src/workspace/settings';

/** One text that a person reads, and what says it. */
export interface Said {
  readonly by: string;
  readonly text: string;
}

const settings = defaultSettings;
const whole = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

function textOf(content: string | MarkupContent | undefined): string | undefined {
  return typeof content === 'object' ? content.value : content;
}

/** What stands in the lines of a file when somebody points at each word, and what could be written there. */
function* atWords(snapshot: Snapshot, uri: string): Generator<[string, string | undefined]> {
  const document = snapshot.file(uri)?.document;
  if (!document) return;
  for (const [index, item] of document.items.entries())
    for (const [at, { words }] of item.lines.entries()) {
      const line = document.startOf(index) + at;
      for (const word of words.slice(0, 12)) {
        const position = { line, character: word.start };
        yield [
          'hover',
          textOf(service.hover(snapshot, uri, position)?.contents as MarkupContent | undefined),
        ];
        const help = service.signatureHelp(snapshot, uri, position, true);
        for (const { documentation, parameters } of help?.signatures ?? []) {
          yield ['signature', textOf(documentation)];
          for (const each of parameters ?? []) yield ['parameter', textOf(each.documentation)];
        }
      }
      const [word] = words;
      if (!word) continue;
      const options = { snippets: true, insertReplace: false, deprecated: true, ownBlocks: true };
      for (const character of [word.start, word.end + 1]) {
        const { items } = service.completion(snapshot, uri, { line, character }, options);
        for (const item of items.slice(0, 30)) {
          yield ['completion', item.detail];
          yield ['completion', item.labelDetails?.description];
          yield ['page', textOf(service.resolveCompletion(snapshot, item).documentation)];
        }
      }
    }
}

function* ofProblem(
  node: ProblemNode,
  children: readonly ProblemNode[] = [],
): Generator<[string, string | undefined]> {
  yield [`${node.kind} label`, node.kind === 'cause' || node.kind === 'command' ? undefined : node.label];
  yield [`${node.kind} description`, node.description];
  yield [`${node.kind} tooltip`, node.tooltip];
  for (const child of [...children, ...(node.children ?? [])]) yield* ofProblem(child);
}

function* ofWorkspace(snapshot: Snapshot): Generator<[string, string | undefined]> {
  for (const problem of service.problems(snapshot, settings))
    yield* ofProblem(problem, service.problemDetails(snapshot, problem.id, settings));
  for (const { title, id } of service.reportable(snapshot, settings)) {
    yield ['report title', title];
    yield ['report', service.tunnelReport(snapshot, id, settings)];
    const compared = service.compareEnds(snapshot, id);
    if (compared)
      for (const text of Object.values(compared) as unknown[])
        yield ['comparison', typeof text === 'string' ? text : undefined];
    for (const text of service.repairTunnel(snapshot, id)?.steps ?? []) yield ['repair of a tunnel', text];
  }
}

function* ofFile(snapshot: Snapshot, uri: string): Generator<[string, string | undefined]> {
  const document = snapshot.file(uri)?.document;
  if (!document) return;
  for (const { message, relatedInformation } of service.diagnostics(snapshot, uri, settings)) {
    yield ['problem', textOf(message)];
    for (const related of relatedInformation ?? []) yield ['related', related.message];
  }
  const options = { settings, snippets: true, commands: true };
  for (const { title } of service.codeActions(snapshot, uri, whole, options)) yield ['action', title];
  for (const { command } of service.codeLens(snapshot, uri, true)) yield ['lens', command?.title];
  for (const { label, tooltip } of service.inlayHints(snapshot, uri, whole)) {
    yield ['hint', typeof label === 'string' ? label : label.map(({ value }) => value).join('')];
    yield ['hint', textOf(tooltip)];
  }
  for (const { tooltip } of service.documentLinks(snapshot, uri)) yield ['link', tooltip];
  for (const { detail } of service.documentSymbols(snapshot, uri)) yield ['outline', detail];
  yield ['status', service.fileProblem(snapshot, uri)];
}

/** Everything that is said of a workspace in the language in force, each text once; `pointing`: also of each word of its files. */
export function everythingSaid(snapshot: Snapshot, pointing = false): Said[] {
  const seen = new Map<string, Said>();
  const take = (all: Iterable<[string, string | undefined]>): void => {
    for (const [by, text] of all)
      if (text !== undefined && text !== '' && !seen.has(text)) seen.set(text, { by, text });
  };
  take(ofWorkspace(snapshot));
  for (const { uri } of snapshot.all) {
    take(ofFile(snapshot, uri));
    if (pointing) take(atWords(snapshot, uri));
  }
  return [...seen.values()];
}
