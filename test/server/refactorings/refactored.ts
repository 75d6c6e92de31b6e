import assert from 'node:assert/strict';
import { refactoringsAt, type Refactored } from '../../../server/src/refactorings';
import { Document } from '../../../server/src/syntax/document';
import { tunnelId } from '../../../server/src/tunnels/pairing';
import { analyseWorkspace } from '../../../server/src/workspace/tunnels';
import type { Snapshot } from '../../../server/src/workspace/workspace';
import { analysedTexts, type Texts } from '../tunnels/analysed';

const uriOf = (name: string): string => `file:///${name}.cfg`;

/** What is offered at the first line that begins with a text. */
export function offeredAt(texts: Texts, file: string, line: string, id?: string): Refactored[] {
  const { snapshot } = analysedTexts(texts);
  const at = (texts[file] ?? '').split(/\r?\n/).findIndex((each) => each.trim().startsWith(line));
  assert.ok(at >= 0, `${file} has a line "${line}"`);
  return refactoringsAt(snapshot, uriOf(file), at, () => true).filter(
    (each) => id === undefined || each.id === id,
  );
}

/** The texts after a refactoring. */
export function textsAfter(texts: Texts, { texts: changed }: Refactored): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, changed.get(uriOf(name)) ?? text]),
  );
}

function verdictsOf(snapshot: Snapshot): Map<string, string> {
  return new Map(
    analyseWorkspace(snapshot).judgements.map(({ tunnel, verdict }) => [tunnelId(tunnel), verdict]),
  );
}

/** What the rules say but for hints, by rule and file: names in the messages may be others after a refactoring. */
function problemsOf(texts: Texts): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { file, rule, severity, text } of analysedTexts(texts).seen) {
    if (severity === 'hint') continue;
    const key = `${file} ${rule}`;
    found.set(key, (found.get(key) ?? new Set()).add(text.replace(/\d+|\b[\w.-]*_\d+\b/g, '*')));
  }
  return found;
}

/**
 * What every refactoring promises: the texts are read without loss and every line that it writes is understood, no problem is new, a
 * tunnel that was up is up, and there is nothing left to do at the same place.
 */
export function checkPromises(
  texts: Texts,
  refactored: Refactored,
  file: string,
  line: string,
): Record<string, string> {
  const { id, title } = refactored;
  const after = textsAfter(texts, refactored);
  assert.notDeepEqual(after, texts, title);
  const [before, now] = [analysedTexts(texts), analysedTexts(after)];
  for (const [name, text] of Object.entries(after)) {
    const document = Document.parse(text, 'huawei-vrp');
    assert.equal(document.text, text, title);
    const known = new Set((texts[name] ?? '').split(/\r?\n/).map((each) => each.trim()));
    const first = /\r?\n/.exec(texts[name] ?? '')?.[0] ?? '\n';
    for (const item of document.items)
      for (const each of item.lines) {
        if (each.eol !== '') assert.equal(each.eol, first, `${title}: a line end in ${name}`);
        if (each.kind !== 'command' || known.has(each.text.trim())) continue;
        assert.equal(each.match?.status, 'complete', `${title}: "${each.text}" in ${name}`);
        assert.ok(
          each.match.words.every((word) => word.kind !== 'argument' || word.problem === undefined),
          `${title}: "${each.text}" in ${name}`,
        );
      }
  }
  const problems = problemsOf(texts);
  for (const [key, all] of problemsOf(after))
    for (const each of all) assert.ok(problems.get(key)?.has(each), `${title}: ${key} is new at "${each}"`);
  const verdicts = verdictsOf(now.snapshot);
  const wasUp = [...verdictsOf(before.snapshot)].filter(([, verdict]) => verdict === 'ok');
  for (const [tunnel] of wasUp) assert.equal(verdicts.get(tunnel), 'ok', `${title}: ${tunnel}`);
  // A proposal that was merged into another one is gone.
  if (!(after[file] ?? '').split(/\r?\n/).some((each) => each.trim().startsWith(line))) return after;
  const again = offeredAt(after, file, line, id).map((each) => each.title);
  assert.ok(!again.includes(title), `${title} is offered again`);
  return after;
}
