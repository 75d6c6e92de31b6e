import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver-types';
import { COPY_SCRIPT_COMMAND, type DeviceScriptInfo } from '../protocol';
import { scriptsOf, scriptText, type CausedRepair, type DeviceScript } from '../workspace/deviceScripts';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';
import { clauses, labelled } from '../l10n';

/** A command is cut to this many characters in a title. */
const MAX_SUMMARY = 80;

/** What a script does, as short as a title: `dh group14 in ike proposal 10`, and how many lines more. */
function summaryOf({ commands }: DeviceScript): string {
  const [first] = commands;
  const view = first?.views.at(-1);
  const all = commands.flatMap(({ views, lines }) => (lines.length > 0 ? lines : views.slice(-1)));
  // What is taken out first says less than what comes in its place.
  const said = first?.lines.findLast((line) => !line.startsWith('undo ')) ?? all[0] ?? '';
  const line = said.length > MAX_SUMMARY ? `${said.slice(0, MAX_SUMMARY)}…` : said;
  const where = view === undefined || first?.lines.length === 0 ? line : l10n.t('{0} in {1}', line, view);
  return all.length > 1 ? `${where} (+${all.length - 1})` : where;
}

function infoOf(script: DeviceScript): DeviceScriptInfo {
  const { device, lines, before, after } = script;
  return {
    device,
    summary: summaryOf(script),
    lines,
    remarks: [...before, ...after],
    text: scriptText(script),
  };
}

/** The scripts of some repairs as clients get them; undefined where they are not known or there is nothing to type. */
export function scriptInfos(
  snapshot: Snapshot,
  repairs: readonly CausedRepair[],
  left?: (file: WorkspaceFile) => boolean,
): DeviceScriptInfo[] | undefined {
  const scripts = scriptsOf(snapshot, repairs, left);
  return scripts && scripts.length > 0 ? scripts.map(infoOf) : undefined;
}

/** The action that gives scripts to the user: the client copies them, and one without our commands has the server show them. */
export function copyAction(
  scripts: readonly DeviceScriptInfo[],
  diagnostic: Diagnostic,
  isPreferred: boolean,
): CodeAction {
  const [first] = scripts;
  const title =
    first && scripts.length === 1
      ? l10n.t('Copy commands for {0}: {1}', first.device, first.summary)
      : l10n.t(
          'Copy commands for {0}',
          clauses(scripts.map(({ device, summary }) => labelled(device, summary))),
        );
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(isPreferred ? { isPreferred } : {}),
    command: { title, command: COPY_SCRIPT_COMMAND, arguments: [scripts] },
  };
}
