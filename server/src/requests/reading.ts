import { languageService } from '../languageService';
import type { RequestGroup } from './request';

/** What is shown in and between the lines of a file. */
export const reading: RequestGroup = {
  capabilities: (client) => ({
    hoverProvider: true,
    codeLensProvider: {},
    inlayHintProvider: { resolveProvider: client.resolvesHints },
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

    connection.languages.inlayHint.on(({ textDocument, range }) => {
      const { snapshot, settings, client } = session();
      return languageService.inlayHints(snapshot, textDocument.uri, range, settings, client.resolvesHints);
    });

    connection.languages.inlayHint.resolve((hint) => {
      const { snapshot, settings } = session();
      return languageService.resolveInlayHint(snapshot, hint, settings);
    });
  },
};
