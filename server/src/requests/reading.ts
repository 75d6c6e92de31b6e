import { languageService } from '../languageService';
import type { RequestGroup } from './request';

/** What is shown in and between the lines of a file. */
export const reading: RequestGroup = {
  capabilities: () => ({
    hoverProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
  }),

  listen(connection, session) {
    connection.onHover(
      ({ textDocument, position }) =>
        languageService.hover(session().snapshot, textDocument.uri, position) ?? null,
    );

    connection.onCodeLens(({ textDocument }) => {
      const { snapshot, client } = session();
      return languageService.codeLens(snapshot, textDocument.uri, client.commands);
    });

    connection.languages.inlayHint.on(({ textDocument, range }) =>
      languageService.inlayHints(session().snapshot, textDocument.uri, range),
    );
  },
};
