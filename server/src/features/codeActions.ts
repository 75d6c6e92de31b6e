import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Edit, Repair } from '../rules/rule';
import type { RuleFinding } from '../workspace/analysis';
import type { Settings } from '../workspace/settings';
import { tunnelId } from '../tunnels/pairing';
import { findingsIn, type TunnelFinding } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { acceptActions } from './acceptActions';
import { toDiagnostic } from './diagnostics';
import { rangeOf, rangeOfEdit } from './positions';
import { repairTunnel } from './repairTunnel';

export interface CodeActionOptions {
  readonly settings: Settings;
  /** The diagnostics the editor asks about; all in the range where it names none. */
  readonly diagnostics?: readonly Diagnostic[];
  /** The editor takes placeholders in a workspace edit. */
  readonly snippets: boolean;
  /** The editor has the commands of our client. */
  readonly commands: boolean;
}

function meets(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range): boolean =>
    x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !before(a, b) && !before(b, a);
}

/** The workspace edit of some edits, one document edit a file. */
export function workspaceEdit(snapshot: Snapshot, edits: readonly Edit[], snippets: boolean): WorkspaceEdit {
  const byFile = new Map<string, TextDocumentEdit>();
  for (const edit of edits) {
    const file = snapshot.file(edit.uri);
    if (!file) continue;
    let target = byFile.get(edit.uri);
    if (!target) {
      target = { textDocument: { uri: edit.uri, version: file.version ?? null }, edits: [] };
      byFile.set(edit.uri, target);
    }
    const range = rangeOfEdit(edit, file.document);
    if (snippets && edit.snippet !== undefined) {
      target.edits.push({ range, snippet: { kind: 'snippet', value: edit.snippet } });
    } else target.edits.push({ range, newText: edit.newText });
  }
  return { documentChanges: [...byFile.values()] };
}

function actionFor(
  snapshot: Snapshot,
  repair: Repair,
  diagnostic: Diagnostic,
  options: CodeActionOptions,
): CodeAction {
  return {
    title: repair.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: repair.preferred,
    edit: workspaceEdit(snapshot, repair.edits, options.snippets),
  };
}

/** Edits that do not touch each other, in order; of two that overlap the first is kept. */
function withoutOverlap(snapshot: Snapshot, repairs: readonly Repair[]): Edit[] {
  const taken: { uri: string; range: Range }[] = [];
  const kept: Edit[] = [];
  for (const repair of repairs) {
    const ranges = repair.edits.flatMap((edit) => {
      const file = snapshot.file(edit.uri);
      return file ? [{ uri: edit.uri, range: rangeOfEdit(edit, file.document) }] : [];
    });
    if (ranges.some((one) => taken.some((other) => one.uri === other.uri && meets(one.range, other.range))))
      continue;
    taken.push(...ranges);
    kept.push(...repair.edits);
  }
  return kept;
}

function fixAll(
  snapshot: Snapshot,
  findings: readonly RuleFinding[],
  ruleId: string,
): CodeAction | undefined {
  const preferred = findings
    .filter((finding) => finding.rule.id === ruleId)
    .flatMap((finding) => finding.repairs?.().find((repair) => repair.preferred) ?? []);
  if (preferred.length < 2) return undefined;
  return {
    title: l10n.t('Fix all problems of this kind in the file ({0})', ruleId),
    kind: CodeActionKind.QuickFix,
    edit: workspaceEdit(snapshot, withoutOverlap(snapshot, preferred), false),
  };
}

/** All that brings a tunnel up as one edit, where that takes more than one repair. */
function wholeRepair(snapshot: Snapshot, id: string): CodeAction[] {
  const repair = repairTunnel(snapshot, id);
  if (!repair || repair.steps.length < 2) return [];
  const title = l10n.t('Repair the whole tunnel {0} ({1} repairs)', id, repair.steps.length);
  return [{ title, kind: CodeActionKind.QuickFix, edit: repair.edit }];
}

/** The repairs of the problems in a range, and for each rule among them one action that repairs all of its kind in the file. */
export function codeActions(
  snapshot: Snapshot,
  uri: string,
  range: Range,
  options: CodeActionOptions,
): CodeAction[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const findings = findingsIn(snapshot, uri);
  const asked = options.diagnostics?.filter((diagnostic) => diagnostic.source === 'huawei-ipsec');
  const actions: CodeAction[] = [];
  const accepting: CodeAction[] = [];
  const found: (RuleFinding | TunnelFinding)[] = [];
  const ruleIds = new Set<string>();
  for (const finding of findings) {
    if (finding.place.uri !== uri || !meets(rangeOf(finding.place, file.document), range)) continue;
    const diagnostic = toDiagnostic(snapshot, finding, options.settings);
    if (!diagnostic) continue;
    if (asked && asked.length > 0 && !asked.some((each) => each.code === diagnostic.code)) continue;
    for (const repair of finding.repairs?.() ?? [])
      actions.push(actionFor(snapshot, repair, diagnostic, options));
    ruleIds.add(finding.rule.id);
    found.push(finding);
    if (options.commands) accepting.push(...acceptActions(snapshot, finding, diagnostic));
  }
  for (const id of ruleIds) {
    const all = fixAll(snapshot, findings, id);
    if (all) actions.push(all);
  }
  const tunnels = new Set(found.flatMap((finding) => ('tunnel' in finding ? tunnelId(finding.tunnel) : [])));
  for (const id of tunnels) actions.push(...wholeRepair(snapshot, id));
  return [...actions, ...accepting];
}
