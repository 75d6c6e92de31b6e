import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Position,
  Range,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
  SignatureHelp,
  TextEdit,
} from 'vscode-languageserver-types';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './features/callHierarchy';
import { codeActions, resolveCodeAction, type CodeActionOptions } from './features/codeActions';
import { codeLens } from './features/codeLens';
import { completion, resolveCompletion, type CompletionOptions } from './features/completion';
import { compareEnds, type ComparedEnds } from './features/compareEnds';
import { definition, typeDefinition } from './features/definition';
import { diagnosticReport, diagnostics, type DiagnosticReport } from './features/diagnostics';
import { documentLinks } from './features/documentLinks';
import { documentSymbols, workspaceSymbols } from './features/documentSymbols';
import { fileProblem } from './features/fileStatus';
import { foldingRanges } from './features/foldingRanges';
import { formatting, onTypeFormatting, rangeFormatting } from './features/formatting';
import { hover } from './features/hover';
import { inlayHints, resolveInlayHint } from './features/inlayHints';
import { linkedEditing, type LinkedRanges } from './features/linkedEditing';
import { documentHighlights, references } from './features/references';
import { prepareRename, rename, type Renamable } from './features/rename';
import { semanticTokens } from './features/semanticTokens';
import { signatureHelp } from './features/signatureHelp';
import { repairTunnel } from './features/repairTunnel';
import { selectionRanges } from './features/selectionRanges';
import { evidence, problemDetails, problems, reportable } from './features/troubleshooting';
import { tunnelReport } from './features/tunnelReport';
import { endsAt, tunnelInfos } from './features/tunnelsAt';
import type { EvidenceScript, ProblemNode, Reportable, TunnelInfo, TunnelRepair } from './protocol';
import { tunnelNamed } from './workspace/repairs';
import type { Settings } from './workspace/settings';
import type { Snapshot } from './workspace/workspace';

export { Workspace, Snapshot } from './workspace/workspace';
export { FIX_ALL } from './features/codeActions';
export { RenameRefusal } from './features/rename';
export { semanticTokensEdits, semanticTokensLegend } from './features/semanticTokens';
export { detectLanguage } from './syntax/detect';
export { defaultSettings, type Settings } from './workspace/settings';

/**
 * Everything the product can say of a workspace, as plain functions over one snapshot of it: no connection, no file system. The
 * language server, the command line and the tests are thin layers over this.
 */
export interface LanguageService {
  /** What the rules found in a file; empty for a file that is not in the snapshot. */
  diagnostics(snapshot: Snapshot, uri: string, settings: Settings): Diagnostic[];
  /** The same with a name that stays as long as it says the same. */
  diagnosticReport(snapshot: Snapshot, uri: string, settings: Settings): DiagnosticReport;
  /** What cannot be analysed of a file, in one sentence for the user; undefined where all of it can. */
  fileProblem(snapshot: Snapshot, uri: string): string | undefined;
  /** What is known of the word at a position; undefined where there is nothing to say. */
  hover(snapshot: Snapshot, uri: string, position: Position): Hover | undefined;
  /** What can be written at a position; nothing in what a device printed. */
  completion(snapshot: Snapshot, uri: string, position: Position, options: CompletionOptions): CompletionList;
  /** An item of a completion with its page. */
  resolveCompletion(snapshot: Snapshot, item: CompletionItem): CompletionItem;
  /** The formats of the command at a position, with the part that stands or may stand there; of short ones only when `asked`. */
  signatureHelp(
    snapshot: Snapshot,
    uri: string,
    position: Position,
    asked: boolean,
  ): SignatureHelp | undefined;
  /** What each word is, in the numbers of the protocol. */
  semanticTokens(snapshot: Snapshot, uri: string, range?: Range): number[];
  /** The edits that write a configuration as devices save it; none for a capture. */
  formatting(snapshot: Snapshot, uri: string): TextEdit[];
  /** The same for some lines. */
  rangeFormatting(snapshot: Snapshot, uri: string, range: Range): TextEdit[];
  /** What a line end or a `#` that was typed at a position asks for. */
  onTypeFormatting(snapshot: Snapshot, uri: string, position: Position, typed: string): TextEdit[];
  /** The repairs of the problems in a range. */
  codeActions(snapshot: Snapshot, uri: string, range: Range, options: CodeActionOptions): CodeAction[];
  /** An action with its edit, where that was left open until somebody wants to carry it out. */
  resolveCodeAction(snapshot: Snapshot, action: CodeAction, settings: Settings): CodeAction;
  /** Which tunnel each policy entry, template and profile of a file is an end of; `commands`: the client has ours. */
  codeLens(snapshot: Snapshot, uri: string, commands: boolean): CodeLens[];
  /** What lines do not say themselves: values in force, addresses, sizes, the other end's value; `lazy`: without their tooltips. */
  inlayHints(snapshot: Snapshot, uri: string, range: Range, settings?: Settings, lazy?: boolean): InlayHint[];
  /** A hint with its tooltip. */
  resolveInlayHint(snapshot: Snapshot, hint: InlayHint, settings: Settings): InlayHint;
  /** Where the object that a name means is defined. */
  definition(snapshot: Snapshot, uri: string, position: Position): LocationLink[];
  /** What the object that a name means is negotiated with: policy → peer → proposal. */
  typeDefinition(snapshot: Snapshot, uri: string, position: Position): LocationLink[];
  /** Every mention of an object in the files of its device. */
  references(snapshot: Snapshot, uri: string, position: Position, withDefinitions: boolean): Location[];
  /** The mentions of an object in one file. */
  documentHighlights(snapshot: Snapshot, uri: string, position: Position): DocumentHighlight[];
  /** What can be renamed at a position; throws a `RenameRefusal` where nothing can. */
  prepareRename(snapshot: Snapshot, uri: string, position: Position): Renamable;
  /** Another name for an object in all configuration lines of its device; throws a `RenameRefusal` where it cannot be that. */
  rename(snapshot: Snapshot, uri: string, position: Position, newName: string): WorkspaceEdit;
  /** The mentions of a name that change together while it is typed; undefined where other files mention it too. */
  linkedEditing(snapshot: Snapshot, uri: string, position: Position): LinkedRanges | undefined;
  /** The outline of a file. */
  documentSymbols(snapshot: Snapshot, uri: string): DocumentSymbol[];
  /** The views and named objects of all devices that fit a query. */
  workspaceSymbols(snapshot: Snapshot, query: string): SymbolInformation[];
  /** What folds in a file. */
  foldingRanges(snapshot: Snapshot, uri: string): FoldingRange[];
  /** What is selected step by step around positions. */
  selectionRanges(snapshot: Snapshot, uri: string, positions: readonly Position[]): SelectionRange[];
  /** RFCs and ACLs that a file refers to. */
  documentLinks(snapshot: Snapshot, uri: string): DocumentLink[];
  /** The ends of tunnels at a position, as items of a hierarchy. */
  prepareCallHierarchy(snapshot: Snapshot, uri: string, position: Position): CallHierarchyItem[];
  /** The ends that the ends of an item talk to. */
  outgoingCalls(snapshot: Snapshot, item: CallHierarchyItem): CallHierarchyOutgoingCall[];
  /** The ends that start negotiations with those of an item. */
  incomingCalls(snapshot: Snapshot, item: CallHierarchyItem): CallHierarchyIncomingCall[];
  /** The tunnels that the view at a position is a part of. */
  tunnelsAt(snapshot: Snapshot, uri: string, position: Position): TunnelInfo[];
  /** The tunnels of these names, as far as there are any. */
  tunnelsNamed(snapshot: Snapshot, uri: string, ids: readonly string[]): TunnelInfo[];
  /** Both ends of a tunnel laid out field by field; undefined for a name that no tunnel has. */
  compareEnds(snapshot: Snapshot, id: string): ComparedEnds | undefined;
  /** What brings a tunnel up, as one edit; of the repairs only those whose titles are given, if any are. Undefined where there is none. */
  repairTunnel(snapshot: Snapshot, id: string, only?: readonly string[]): TunnelRepair | undefined;
  /** Everything that is wrong, one problem for each tunnel, and for each peer that no file knows. */
  problems(snapshot: Snapshot, settings: Settings): ProblemNode[];
  /** What stands below a problem: causes, their steps, and what answers or would answer each. */
  problemDetails(snapshot: Snapshot, id: string, settings: Settings): ProblemNode[];
  /** What is still to be captured, a script for each device; of one problem where one is named. */
  evidence(snapshot: Snapshot, settings: Settings, problem?: string): EvidenceScript[];
  /** Everything a report can be made of. */
  reportable(snapshot: Snapshot, settings: Settings): Reportable[];
  /** A report of a tunnel or a problem as Markdown; `folders` are those that its paths are told from. */
  tunnelReport(
    snapshot: Snapshot,
    id: string,
    settings?: Settings,
    folders?: readonly string[],
  ): string | undefined;
}

/** The one implementation; it holds no state. */
export const languageService: LanguageService = {
  diagnostics,
  diagnosticReport,
  fileProblem,
  hover,
  completion,
  resolveCompletion,
  signatureHelp,
  semanticTokens,
  formatting,
  rangeFormatting,
  onTypeFormatting,
  codeActions,
  resolveCodeAction,
  codeLens,
  inlayHints,
  resolveInlayHint,
  definition,
  typeDefinition,
  references,
  documentHighlights,
  prepareRename,
  rename,
  linkedEditing,
  documentSymbols,
  workspaceSymbols,
  foldingRanges,
  selectionRanges,
  documentLinks,
  prepareCallHierarchy,
  outgoingCalls,
  incomingCalls,
  tunnelsAt: (snapshot, uri, position) => {
    const judgements = endsAt(snapshot, uri, position).flatMap((each) => each.judgements);
    return tunnelInfos(snapshot, uri, [...new Set(judgements)]);
  },
  tunnelsNamed: (snapshot, uri, ids) =>
    tunnelInfos(
      snapshot,
      uri,
      ids.flatMap((id) => tunnelNamed(snapshot, id) ?? []),
    ),
  compareEnds: (snapshot, id) => {
    const judgement = tunnelNamed(snapshot, id);
    return judgement && compareEnds(judgement);
  },
  repairTunnel,
  problems,
  problemDetails,
  evidence,
  reportable,
  tunnelReport,
};
