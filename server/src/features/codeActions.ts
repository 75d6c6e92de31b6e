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
import { tunnelId } from '../tunnels/pairing';
import {
  isEditable,
  preferredRepairs,
  repairFiles,
  repairsOf,
  tunnelRepairs,
  type RepairChoice,
} from '../workspace/repairs';
import type { Settings } from '../workspace/settings';
import { findingsIn, type TunnelFinding } from '../workspace/tunnels';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';
import { acceptActions } from './acceptActions';
import { SOURCE, toDiagnostic } from './diagnostics';
import { editOfTexts } from './lineEdits';
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
function wholeRepair(snapshot: Snapshot, id: string, options: CodeActionOptions): CodeAction[] {
  const { length } = tunnelRepairs(snapshot, id);
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
  const accepting: CodeAction[] = [];
  const found: (RuleFinding | TunnelFinding)[] = [];
  const ruleIds = new Set<string>();
  for (const finding of findingsIn(snapshot, uri)) {
    if (finding.place.uri !== uri || !meets(rangeOf(finding.place, document), range)) continue;
    const diagnostic = toDiagnostic(snapshot, finding, options.settings);
    if (!diagnostic) continue;
    if (asked && asked.length > 0 && !asked.some((each) => each.code === diagnostic.code)) continue;
    for (const repair of repairsOf(snapshot, finding))
      actions.push(actionFor(snapshot, repair, diagnostic, options));
    ruleIds.add(finding.rule.id);
    found.push(finding);
    if (options.commands) accepting.push(...acceptActions(snapshot, finding, diagnostic));
  }
  for (const id of ruleIds) actions.push(...fixAllOf(snapshot, uri, id, options));
  const tunnels = new Set(found.flatMap((finding) => ('tunnel' in finding ? tunnelId(finding.tunnel) : [])));
  for (const id of tunnels) actions.push(...wholeRepair(snapshot, id, options));
  return [...actions, ...accepting];
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
