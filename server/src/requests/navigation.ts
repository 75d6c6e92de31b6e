import { LSPErrorCodes, ResponseError, type Location, type LocationLink } from 'vscode-languageserver';
import { languageService, RenameRefusal } from '../languageService';
import type { RequestGroup } from './request';

/** Links for a client that takes them, else where they lead. */
function linksOrPlaces(links: LocationLink[], takesLinks: boolean): LocationLink[] | Location[] {
  return takesLinks
    ? links
    : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}

/** An answer, or the reason why there is none as an error that a client shows. */
function orRefusal<T>(answer: () => T): T | ResponseError {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof RenameRefusal)) throw error;
    return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
  }
}

/** Ways through files: from names to what they mean and back, outlines, folding, and from end to end of tunnels. */
export const navigation: RequestGroup = {
  capabilities: (client) => ({
    definitionProvider: true,
    typeDefinitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    // A client that does not ask whether a name can be changed must not be told of that question.
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    documentLinkProvider: {},
    callHierarchyProvider: true,
  }),

  listen(connection, session) {
    connection.onDefinition(({ textDocument, position }) => {
      const { snapshot, client } = session();
      const links = languageService.definition(snapshot, textDocument.uri, position);
      return linksOrPlaces(links, client.definitionLinks);
    });

    connection.onTypeDefinition(({ textDocument, position }) => {
      const { snapshot, client } = session();
      const links = languageService.typeDefinition(snapshot, textDocument.uri, position);
      return linksOrPlaces(links, client.typeDefinitionLinks);
    });

    connection.onReferences(({ textDocument, position, context }) =>
      languageService.references(session().snapshot, textDocument.uri, position, context.includeDeclaration),
    );

    connection.onDocumentHighlight(({ textDocument, position }) =>
      languageService.documentHighlights(session().snapshot, textDocument.uri, position),
    );

    connection.onPrepareRename(({ textDocument, position }) =>
      orRefusal(() => languageService.prepareRename(session().snapshot, textDocument.uri, position)),
    );

    connection.onRenameRequest(({ textDocument, position, newName }) =>
      orRefusal(() => languageService.rename(session().snapshot, textDocument.uri, position, newName)),
    );

    connection.languages.onLinkedEditingRange(
      ({ textDocument, position }) =>
        languageService.linkedEditing(session().snapshot, textDocument.uri, position) ?? null,
    );

    connection.onDocumentSymbol(({ textDocument }) =>
      languageService.documentSymbols(session().snapshot, textDocument.uri),
    );

    connection.onWorkspaceSymbol(({ query }) => languageService.workspaceSymbols(session().snapshot, query));

    connection.onFoldingRanges(({ textDocument }) =>
      languageService.foldingRanges(session().snapshot, textDocument.uri),
    );

    connection.onSelectionRanges(({ textDocument, positions }) =>
      languageService.selectionRanges(session().snapshot, textDocument.uri, positions),
    );

    connection.onDocumentLinks(({ textDocument }) =>
      languageService.documentLinks(session().snapshot, textDocument.uri),
    );

    connection.languages.callHierarchy.onPrepare(({ textDocument, position }) =>
      languageService.prepareCallHierarchy(session().snapshot, textDocument.uri, position),
    );

    connection.languages.callHierarchy.onOutgoingCalls(({ item }) =>
      languageService.outgoingCalls(session().snapshot, item),
    );

    connection.languages.callHierarchy.onIncomingCalls(({ item }) =>
      languageService.incomingCalls(session().snapshot, item),
    );
  },
};
