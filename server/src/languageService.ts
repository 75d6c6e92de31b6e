import type { CodeAction, Diagnostic, Hover, Position, Range } from 'vscode-languageserver-types';
import { codeActions, type CodeActionOptions } from './features/codeActions';
import { diagnostics } from './features/diagnostics';
import { fileProblem } from './features/fileStatus';
import { hover } from './features/hover';
import type { Settings } from './workspace/settings';
import type { Snapshot } from './workspace/workspace';

export { Workspace, Snapshot } from './workspace/workspace';
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
}

/** The one implementation; it holds no state. */
export const languageService: LanguageService = { diagnostics, fileProblem, hover, codeActions };
