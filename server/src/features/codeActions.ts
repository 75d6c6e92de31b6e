import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { REPAIR_TUNNEL_COMMAND, type DeviceScriptInfo, type TunnelArguments } from '../protocol';
import type { Edit, Repair } from '../rules/rule';
import type { RuleFinding } from '../workspace/analysis';
import { tunnelId } from '../tunnels/pairing';
import {
  canBeMade,
  isEditable,
  leftOf,
  preferredRepairs,
  repairFiles,
  tunnelRepairs,
  type RepairChoice,
} from '../workspace/repairs';
import type { Settings } from '../workspace/settings';
import { findingsIn, type TunnelFinding } from '../workspace/tunnels';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';
import { acceptActions } from './acceptActions';
import { copyAction, scriptInfos } from './deviceScript';
import { SOURCE, toDiagnostic } from './diagnostics';
import { editOfTexts } from './lineEdits';
import { rangeOf, rangeOfEdit } from './positions';
import { repairTunnel } from './repairTunnel';

export interface CodeActionOptions {
  readonly settings: Settings;
  /** The diagnostics the editor asks about; all in the range where it names none. */
  readonly diagnostics?: readonly Diagnostic[];
  /** The editor takes tab stops in a workspace edit. */
  readonly snippets: boolean;
  /** The editor has the commands of our client. */
  readonly commands: boolean;
  /** The kinds of actions the editor asks for; repairs where it names none. */
  readonly only?: readonly string[];
  /** The editor asks for the edit of an action that it is to carry out: those that take long to work out are left open until then. */
  readonly lazy?: boolean;
}

/** The kind of the action that an editor runs on saving, if its user wants that. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.huawei-ipsec`;

/** What an action left open says of itself. */
type Deferred =
  | { readonly kind: 'fix-all'; readonly uri: string; readonly rule: string | null }
  | { readonly kind: 'tunnel'; readonly id: string };

function isDeferred(data: unknown): data is Deferred {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, uri, rule, id } = data as Record<string, unknown>;
  if (kind === 'tunnel') return typeof id === 'string';
  return kind === 'fix-all' && typeof uri === 'string' && (rule === null || typeof rule === 'string');
}

/** Whether an editor that asks for some kinds of actions wants one of this kind: `source` takes in `source.fixAll`. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`)) ?? false;
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

/** A repair that takes more than edits: those that can be made, and the commands for what is left. */
function mixedAction(
  snapshot: Snapshot,
  repair: Repair,
  scripts: readonly DeviceScriptInfo[],
  diagnostic: Diagnostic,
  options: CodeActionOptions,
): CodeAction {
  const copy = copyAction(scripts, diagnostic, repair.preferred);
  const edits = repair.edits.filter(({ uri }) => {
    const file = snapshot.file(uri);
    return file && isEditable(file);
  });
  if (edits.length === 0) return copy;
  const devices = scripts.map(({ device }) => device).join(', ');
  const title = l10n.t('{0}, and copy the commands for {1}', repair.title, devices);
  return { ...copy, title, edit: workspaceEdit(snapshot, edits, options.snippets) };
}

/** The repairs of a finding: as edits, and as what is to be typed on the devices. */
function repairActions(
  snapshot: Snapshot,
  finding: RuleFinding,
  diagnostic: Diagnostic,
  options: CodeActionOptions,
): { readonly repairs: CodeAction[]; readonly copies: CodeAction[] } {
  const causes = finding.causes ?? finding.rule.causes;
  const repairs: CodeAction[] = [];
  const copies: CodeAction[] = [];
  for (const repair of finding.repairs?.() ?? []) {
    const whole = canBeMade(repair, snapshot, isEditable);
    if (whole) repairs.push(actionFor(snapshot, repair, diagnostic, options));
    // An editor that cannot copy is served well enough by the edit.
    if (whole && !options.commands) continue;
    const scripts = scriptInfos(snapshot, [{ repair, causes }], whole ? undefined : isEditable);
    if (!scripts) continue;
    if (whole) copies.push(copyAction(scripts, diagnostic, false));
    else repairs.push(mixedAction(snapshot, repair, scripts, diagnostic, options));
  }
  return { repairs, copies };
}

/** The repairs that are carried out together: those of one rule, which may touch other files, or all that this file alone needs. */
function choiceFor(uri: string, rule: string | null, settings: Settings): RepairChoice {
  if (rule !== null) return { uri, rule, settings };
  // Saving a file changes no other one, and no key.
  const editable = (file: WorkspaceFile): boolean => file.uri === uri && isEditable(file);
  return { uri, settings, editable, keepKeys: true };
}

function editFor(snapshot: Snapshot, deferred: Deferred, settings: Settings): WorkspaceEdit {
  if (deferred.kind === 'tunnel') return repairTunnel(snapshot, deferred.id)?.edit ?? { documentChanges: [] };
  const { texts } = repairFiles(snapshot, choiceFor(deferred.uri, deferred.rule, settings));
  return editOfTexts(snapshot, texts);
}

function action(
  snapshot: Snapshot,
  title: string,
  kind: string,
  deferred: Deferred,
  { lazy, settings }: CodeActionOptions,
): CodeAction {
  return lazy === true
    ? { title, kind, data: deferred }
    : { title, kind, edit: editFor(snapshot, deferred, settings) };
}

/** Works out the edit of an action that was left open; any other action stays as it is. */
export function resolveCodeAction(snapshot: Snapshot, open: CodeAction, settings: Settings): CodeAction {
  const data: unknown = open.data;
  if (!isDeferred(data)) return open;
  const resolved: CodeAction = { ...open, edit: editFor(snapshot, data, settings) };
  delete resolved.data;
  return resolved;
}

/** One action for all problems of a rule in a file, where more than one of them can be repaired without asking. */
function fixAllOf(snapshot: Snapshot, uri: string, rule: string, options: CodeActionOptions): CodeAction[] {
  const preferred = preferredRepairs(snapshot, choiceFor(uri, rule, options.settings));
  if (preferred.next().done === true || preferred.next().done === true) return [];
  const title = l10n.t('Fix all problems of this kind in the file ({0})', rule);
  return [action(snapshot, title, CodeActionKind.QuickFix, { kind: 'fix-all', uri, rule }, options)];
}

/** The action that an editor runs on saving. */
function fixFile(snapshot: Snapshot, uri: string, options: CodeActionOptions): CodeAction[] {
  const preferred = preferredRepairs(snapshot, choiceFor(uri, null, options.settings));
  if (preferred.next().done === true) return [];
  const title = l10n.t('Fix all problems that have one sure repair');
  return [action(snapshot, title, FIX_ALL, { kind: 'fix-all', uri, rule: null }, options)];
}

/** All that brings a tunnel up as one edit, where that takes more than one repair. */
function wholeRepair(snapshot: Snapshot, uri: string, id: string, options: CodeActionOptions): CodeAction[] {
  const { length } = tunnelRepairs(snapshot, id);
  if (length === 0) return [];
  if (leftOf(snapshot, id, true).length > 0) {
    // An edit alone would leave the tunnel down: the command goes on to what must be typed.
    if (!options.commands) return [];
    const title = l10n.t('Repair the whole tunnel {0} ({1} repairs, and what must be typed)', id, length);
    const meant: TunnelArguments = { uri, ids: [id] };
    const command = { title, command: REPAIR_TUNNEL_COMMAND, arguments: [meant] };
    return [{ title, kind: CodeActionKind.QuickFix, command }];
  }
  if (length < 2) return [];
  const title = l10n.t('Repair the whole tunnel {0} ({1} repairs)', id, length);
  return [action(snapshot, title, CodeActionKind.QuickFix, { kind: 'tunnel', id }, options)];
}

/** The repairs of the problems in a range, and for each rule among them one action that repairs all of its kind in the file. */
function quickFixes(
  snapshot: Snapshot,
  { uri, document }: WorkspaceFile,
  range: Range,
  options: CodeActionOptions,
): CodeAction[] {
  const asked = options.diagnostics?.filter((diagnostic) => diagnostic.source === SOURCE);
  const actions: CodeAction[] = [];
  const copying: CodeAction[] = [];
  const accepting: CodeAction[] = [];
  const found: (RuleFinding | TunnelFinding)[] = [];
  const ruleIds = new Set<string>();
  for (const finding of findingsIn(snapshot, uri)) {
    if (finding.place.uri !== uri || !meets(rangeOf(finding.place, document), range)) continue;
    const diagnostic = toDiagnostic(snapshot, finding, options.settings);
    if (!diagnostic) continue;
    if (asked && asked.length > 0 && !asked.some((each) => each.code === diagnostic.code)) continue;
    const { repairs, copies } = repairActions(snapshot, finding, diagnostic, options);
    actions.push(...repairs);
    copying.push(...copies);
    ruleIds.add(finding.rule.id);
    found.push(finding);
    if (options.commands) accepting.push(...acceptActions(snapshot, finding, diagnostic));
  }
  for (const id of ruleIds) actions.push(...fixAllOf(snapshot, uri, id, options));
  const tunnels = new Set(found.flatMap((finding) => ('tunnel' in finding ? tunnelId(finding.tunnel) : [])));
  for (const id of tunnels) actions.push(...wholeRepair(snapshot, uri, id, options));
  return [...actions, ...copying, ...accepting];
}

/** What an editor can do about the problems in a range: repairs, or where it asks for that, one action that repairs the whole file. */
export function codeActions(
  snapshot: Snapshot,
  uri: string,
  range: Range,
  options: CodeActionOptions,
): CodeAction[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const only = options.only?.length === 0 ? undefined : options.only;
  return [
    ...(only === undefined || wants(only, CodeActionKind.QuickFix)
      ? quickFixes(snapshot, file, range, options)
      : []),
    ...(wants(only, FIX_ALL) ? fixFile(snapshot, uri, options) : []),
  ];
}
