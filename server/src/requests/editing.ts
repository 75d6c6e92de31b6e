import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { FIX_ALL, languageService } from '../languageService';
import { COPY_SCRIPT_COMMAND, type DeviceScriptInfo } from '../protocol';
import type { RequestGroup } from './request';

/** The scripts that a command is given; what is something else is left out. */
function readScripts(given: unknown): DeviceScriptInfo[] {
  const isScript = (each: unknown): each is DeviceScriptInfo =>
    typeof each === 'object' &&
    each !== null &&
    'device' in each &&
    'text' in each &&
    typeof each.device === 'string' &&
    typeof each.text === 'string';
  return Array.isArray(given) ? given.filter(isScript) : [];
}

/** Repairs and refactorings, and what other clients get in place of our own commands. */
export const editing: RequestGroup = {
  capabilities: (client) => ({
    codeActionProvider: {
      codeActionKinds: ['quickfix', 'refactor', FIX_ALL],
      resolveProvider: client.resolvesEdits,
    },
    // A client with our commands has them itself; one name must not stand for two.
    ...(client.commands ? {} : { executeCommandProvider: { commands: [COPY_SCRIPT_COMMAND] } }),
  }),

  listen(connection, session) {
    connection.onCodeAction(({ textDocument, range, context }) => {
      const { snapshot, settings, client } = session();
      return languageService.codeActions(snapshot, textDocument.uri, range, {
        settings,
        diagnostics: context.diagnostics,
        snippets: client.snippets,
        commands: client.commands,
        lazy: client.resolvesEdits,
        ...(context.only ? { only: context.only } : {}),
      });
    });

    connection.onCodeActionResolve((action) => {
      const { snapshot, settings } = session();
      return languageService.resolveCodeAction(snapshot, action, settings);
    });

    connection.onExecuteCommand(({ command, arguments: given }) => {
      if (command !== COPY_SCRIPT_COMMAND) return null;
      const scripts = readScripts(given?.[0]);
      for (const { text } of scripts)
        void connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Info,
          message: text,
        });
      return scripts;
    });
  },
};
