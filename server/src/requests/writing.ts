import { SignatureHelpTriggerKind } from 'vscode-languageserver';
import { languageService, semanticTokensEdits, semanticTokensLegend } from '../languageService';
import type { RequestGroup } from './request';

/** So many files have their last tokens kept, for clients that ask what has changed since. */
const MAX_KEPT = 32;

/** The tokens last sent of each file; the oldest file first. */
class SentTokens {
  private readonly sent = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  private last = 0;

  /** Keeps an answer and gives its name. */
  keep(uri: string, data: readonly number[]): string {
    const id = String(++this.last);
    this.sent.delete(uri);
    this.sent.set(uri, { id, data });
    for (const oldest of this.sent.keys()) {
      if (this.sent.size <= MAX_KEPT) break;
      this.sent.delete(oldest);
    }
    return id;
  }

  /** The answer of a name, if it is the last one of the file. */
  of(uri: string, id: string): readonly number[] | undefined {
    const known = this.sent.get(uri);
    return known?.id === id ? known.data : undefined;
  }
}

/** What helps somebody who writes: what can stand at the cursor, what a command takes, how lines are laid out, what each word is. */
export const writing: RequestGroup = {
  capabilities: () => ({
    completionProvider: {
      triggerCharacters: [' '],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
    signatureHelpProvider: { triggerCharacters: [' '] },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['#'] },
    semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
  }),

  listen(connection, session) {
    connection.onCompletion(({ textDocument, position }) => {
      const { snapshot, client } = session();
      return languageService.completion(snapshot, textDocument.uri, position, {
        snippets: client.completion.snippets,
        insertReplace: client.completion.insertReplace,
        deprecated: client.completion.deprecated,
        ownBlocks: client.commands,
      });
    });

    connection.onCompletionResolve((item) => languageService.resolveCompletion(session().snapshot, item));

    connection.onSignatureHelp(({ textDocument, position, context }) => {
      const asked = !context || context.triggerKind === SignatureHelpTriggerKind.Invoked;
      return languageService.signatureHelp(session().snapshot, textDocument.uri, position, asked) ?? null;
    });

    connection.onDocumentFormatting(({ textDocument }) =>
      languageService.formatting(session().snapshot, textDocument.uri),
    );

    connection.onDocumentRangeFormatting(({ textDocument, range }) =>
      languageService.rangeFormatting(session().snapshot, textDocument.uri, range),
    );

    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) =>
      languageService.onTypeFormatting(session().snapshot, textDocument.uri, position, ch),
    );

    const sent = new SentTokens();

    connection.languages.semanticTokens.on(({ textDocument }) => {
      const data = languageService.semanticTokens(session().snapshot, textDocument.uri);
      return { resultId: sent.keep(textDocument.uri, data), data };
    });

    connection.languages.semanticTokens.onDelta(({ textDocument, previousResultId }) => {
      const data = languageService.semanticTokens(session().snapshot, textDocument.uri);
      const before = sent.of(textDocument.uri, previousResultId);
      const resultId = sent.keep(textDocument.uri, data);
      return before ? { resultId, edits: semanticTokensEdits(before, data) } : { resultId, data };
    });

    connection.languages.semanticTokens.onRange(({ textDocument, range }) => ({
      data: languageService.semanticTokens(session().snapshot, textDocument.uri, range),
    }));
  },
};
