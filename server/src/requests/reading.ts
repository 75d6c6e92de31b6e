import { languageService } from '../languageService';
import { FILE_DEVICES } from '../protocol';
import type { RequestGroup } from './request';

/** What is shown in and between the lines of a file. */
export const reading: RequestGroup = {
  capabilities: (client) => ({
    hoverProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'huawei-ipsec',
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  }),

  listen(connection, session) {
    connection.onHover(
      ({ textDocument, position }) =>
        languageService.hover(session().snapshot, textDocument.uri, position) ?? null,
    );

    connection.onRequest(FILE_DEVICES, ({ uri }: { uri: string }) =>
      languageService.fileDevices(session().snapshot, uri),
    );

    connection.onCodeLens(({ textDocument }) => {
      const { snapshot, client } = session();
      return languageService.codeLens(snapshot, textDocument.uri, client.commands);
    });

    connection.languages.inlayHint.on(({ textDocument, range }) =>
      languageService.inlayHints(session().snapshot, textDocument.uri, range),
    );

    connection.languages.diagnostics.on(({ textDocument }) => {
      const { snapshot, settings } = session();
      return { kind: 'full', items: languageService.diagnostics(snapshot, textDocument.uri, settings) };
    });
  },
};
