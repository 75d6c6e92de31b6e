import type {
  CodeAction,
  CodeLens,
  Diagnostic,
  Hover,
  InlayHint,
  Position,
  Range,
} from 'vscode-languageserver-types';
import { codeActions, resolveCodeAction, type CodeActionOptions } from './features/codeActions';
import { codeLens } from './features/codeLens';
import { compareEnds, type ComparedEnds } from './features/compareEnds';
import { diagnostics } from './features/diagnostics';
import { fileProblem } from './features/fileStatus';
import { hover } from './features/hover';
import { inlayHints } from './features/inlayHints';
import { repairTunnel } from './features/repairTunnel';
import { evidence, problemDetails, problems, reportable } from './features/troubleshooting';
import { tunnelReport } from './features/tunnelReport';
import { endsAt, tunnelInfos } from './features/tunnelsAt';
import type { EvidenceScript, ProblemNode, Reportable, TunnelInfo, TunnelRepair } from './protocol';
import { tunnelNamed } from './workspace/repairs';
import type { Settings } from './workspace/settings';
import type { Snapshot } from './workspace/workspace';

export { Workspace, Snapshot } from './workspace/workspace';
export { FIX_ALL } from './features/codeActions';
export { detectLanguage } from './syntax/detect';
export { defaultSettings, type Settings } from './workspace/settings';

/**
 * Everything the product can say of a workspace, as plain functions over one snapshot of it: no connection, no file system. The
 * language server, the command line and the tests are thin layers over this.
 */
export interface LanguageService {
  /** What the rules found in a file; empty for a file that is not in the snapshot. */
  diagnostics(snapshot: Snapshot, uri: string, settings: Settings): Diagnostic[];
  /** What cannot be analysed of a file, in one sentence for the user; undefined where all of it can. */
  fileProblem(snapshot: Snapshot, uri: string): string | undefined;
  /** What is known of the word at a position; undefined where there is nothing to say. */
  hover(snapshot: Snapshot, uri: string, position: Position): Hover | undefined;
  /** The repairs of the problems in a range. */
  codeActions(snapshot: Snapshot, uri: string, range: Range, options: CodeActionOptions): CodeAction[];
  /** An action with its edit, where that was left open until somebody wants to carry it out. */
  resolveCodeAction(snapshot: Snapshot, action: CodeAction, settings: Settings): CodeAction;
  /** Which tunnel each policy entry, template and profile of a file is an end of; `commands`: the client has ours. */
  codeLens(snapshot: Snapshot, uri: string, commands: boolean): CodeLens[];
  /** The other end's value behind every line that differs from it. */
  inlayHints(snapshot: Snapshot, uri: string, range: Range): InlayHint[];
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
  fileProblem,
  hover,
  codeActions,
  resolveCodeAction,
  codeLens,
  inlayHints,
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
