import * as l10n from '@vscode/l10n';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Reading } from '../workspace/folders';

/** Folders that are read within this time are not spoken of, in milliseconds. */
const PATIENCE = 500;

/** How often it is told how far it is, in milliseconds. */
const PACE = 250;

function countText(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count);
}

/** Reads folders, and tells a client that wants to know how far it is once that takes long. The client can end it. */
export async function withProgress(
  connection: Connection,
  wanted: boolean,
  read: (reading: Reading) => Promise<void>,
): Promise<void> {
  let count = 0;
  let told = 0;
  let isStopped = false;
  let isDone = false;
  let reporter: WorkDoneProgressServerReporter | undefined;

  const begin = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    created.begin(l10n.t('Reading the files of the workspace'), undefined, countText(count), true);
    created.token.onCancellationRequested(() => {
      isStopped = true;
    });
    if (isDone) created.done();
    else reporter = created;
  };

  const waiting = setTimeout(() => {
    // A client that cannot show it goes without.
    if (wanted) begin().catch(() => undefined);
  }, PATIENCE);
  try {
    await read({
      get isStopped() {
        return isStopped;
      },
      next: () => {
        count++;
        const now = Date.now();
        if (!reporter || now - told < PACE) return;
        told = now;
        reporter.report(countText(count));
      },
    });
  } finally {
    isDone = true;
    clearTimeout(waiting);
    reporter?.done();
  }
}
