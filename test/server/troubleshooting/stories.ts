import { detectLanguage } from '../../../server/src/syntax/detect';
import { problemsIn, type Problem, type ProblemCause } from '../../../server/src/troubleshooting/problems';
import type { AnsweredStep } from '../../../server/src/troubleshooting/steps';
import { Workspace, type Snapshot } from '../../../server/src/workspace/workspace';
import { rangeOf } from '../../../server/src/features/positions';
import type { Place } from '../../../server/src/model/value';

/** The files of a made-up folder. */
export const FOLDER = 'file:///home/somebody/site%20A';

/** A workspace of files by name, each taken for what its text shows. */
export function workspaceOf(texts: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(texts)) {
    const language = detectLanguage(text);
    if (language) workspace.set(`${FOLDER}/${name}`, text, language);
  }
  return workspace;
}

/** `file:line` of a place, from 1. */
export function where(snapshot: Snapshot, place: Place): string {
  const document = snapshot.file(place.uri)?.document;
  const name = decodeURIComponent(place.uri.slice(FOLDER.length + 1));
  return document ? `${name}:${rangeOf(place, document).start.line + 1}` : name;
}

/** The one problem of a workspace. */
export function onlyProblem(snapshot: Snapshot): Problem {
  const found = problemsIn(snapshot);
  const [problem] = found;
  if (!problem || found.length > 1)
    throw new Error(`one problem expected, found ${found.map(({ id }) => id).join('; ')}`);
  return problem;
}

/** A cause of a problem by its name. */
export function causeIn({ causes }: Problem, name: string): ProblemCause {
  const found = causes.find(({ cause }) => cause.name === name);
  if (!found) throw new Error(`${name} is not among ${causes.map(({ id }) => id).join('; ')}`);
  return found;
}

/** The states of the steps of a cause, in order. */
export function statesOf({ steps }: { readonly steps: readonly AnsweredStep[] }): string[] {
  return steps.map(({ state }) => state);
}
