import type {
  DocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { languageService } from '../languageService';
import type { RequestGroup, Session } from './request';

/** The reports of all files; those that say what the client has already are no more than a word. */
function reportsFor(
  { snapshot, settings }: Session,
  { previousResultIds }: WorkspaceDiagnosticParams,
): WorkspaceDocumentDiagnosticReport[] {
  const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
  // What a client still shows of files that are gone is taken back.
  const uris = new Set([...Array.from(snapshot.all, ({ uri }) => uri), ...before.keys()]);
  return [...uris].map((uri) => {
    const { resultId, items } = languageService.diagnosticReport(snapshot, uri, settings);
    const about = { uri, version: snapshot.file(uri)?.version ?? null, resultId };
    return before.get(uri) === resultId
      ? { ...about, kind: 'unchanged' }
      : { ...about, kind: 'full', items: [...items] };
  });
}

/**
 * What is wrong in files, for clients that ask: of one file, or of all of them, also of those that no editor has open. A client that takes
 * partial results asks again and again, and is answered once there is something new.
 */
export const problems: RequestGroup = {
  capabilities: (client) =>
    client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'huawei-ipsec',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},

  listen(connection, session, changes) {
    connection.languages.diagnostics.on(({ textDocument, previousResultId }): DocumentDiagnosticReport => {
      const { snapshot, settings } = session();
      const { resultId, items } = languageService.diagnosticReport(snapshot, textDocument.uri, settings);
      return resultId === previousResultId
        ? { kind: 'unchanged', resultId }
        : { kind: 'full', resultId, items: [...items] };
    });

    connection.languages.diagnostics.onWorkspace((params, token, _done, partial) => {
      const first = reportsFor(session(), params);
      const isNew = (reports: typeof first): boolean => reports.some(({ kind }) => kind === 'full');
      const waits = partial !== undefined && params.previousResultIds.length > 0;
      if (isNew(first) || !waits) return { items: first };
      return new Promise((resolve) => {
        const answer = (items: typeof first): void => {
          stopListening();
          cancelled.dispose();
          resolve({ items });
        };
        const stopListening = changes(() => {
          const reports = reportsFor(session(), params);
          if (isNew(reports)) answer(reports);
        });
        const cancelled = token.onCancellationRequested(() => {
          answer([]);
        });
      });
    });
  },
};
