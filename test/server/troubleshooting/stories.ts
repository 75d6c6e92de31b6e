import { detectLanguage } from '../../../server/src/syntax/detect';
import type { EvidenceScript } from '../../../server/src/troubleshooting/evidence';
import { problemsIn, type Problem, type ProblemCause } from '../../../server/src/troubleshooting/problems';
import type { AnsweredStep } from '../../../server/src/troubleshooting/steps';
import { Workspace, type Snapshot } from '../../../server/src/workspace/workspace';
import { rangeOf } from '../../../server/src/features/positions';
import type { Place } from '../../../server/src/model/value';
import { answers, type Firewall } from '../workspace/sessions';

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

/** One row of `display ike error-info`. */
export interface Row {
  readonly peer: string;
  readonly reason: string;
  readonly time: string;
}

/** What a device prints in answer to `display ike error-info`, behind its prompt. */
export function errorInfo(name: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ({ peer, reason, time }) => `  ${peer.padEnd(19)}500     ${reason.padEnd(40)}v2          ${time}`,
  );
  return `<${name}>display ike error-info
  current info Num :${rows.length}
  Ike error information:
-----------------------------------------------------------------------------------------
  peer               port    error-reason                            version     error-time
-----------------------------------------------------------------------------------------
${lines.join('\n')}
-----------------------------------------------------------------------------------------
<${name}>
`;
}

/** What a terminal writes when the script is pasted: the prompt, each command, and what the firewall answers. */
export function played(
  script: EvidenceScript,
  firewall: Firewall,
  change = (text: string): string => text,
): string {
  const known = Object.values(answers(firewall)).map((text) => {
    const [command = '', ...lines] = text.split('\n');
    return { command, text: lines.join('\n') };
  });
  const answer = (command: string): string => {
    const found = known.find(
      (each) => command.startsWith(each.command) || each.command.startsWith(`${command} `),
    );
    if (found) return found.text;
    return command.startsWith('screen-length') ? '' : 'Info: There is nothing to display.\n';
  };
  const lines = script.text.split('\n').filter((line) => line !== '');
  return change(
    `${lines.map((line) => `<${firewall.name}>${line}\n${answer(line)}`).join('')}<${firewall.name}>\n`,
  );
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
