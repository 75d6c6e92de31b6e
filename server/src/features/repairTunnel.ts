import * as l10n from '@vscode/l10n';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { repairTunnel as textsAfter } from '../workspace/repairs';
import type { Snapshot } from '../workspace/workspace';
import { lineEdits } from './lineEdits';

const ANNOTATION = 'huawei-ipsec-repair';

/**
 * All that brings a tunnel up, in the order of the negotiation, as one edit; `preview` has the editor show it before it is carried out.
 * Undefined where there is nothing to repair.
 */
export function repairTunnel(snapshot: Snapshot, id: string, preview: boolean): WorkspaceEdit | undefined {
  const changed = textsAfter(snapshot, id);
  if (changed.size === 0) return undefined;
  return {
    documentChanges: [...changed].flatMap(([uri, text]) => {
      const file = snapshot.file(uri);
      if (!file) return [];
      const edits = lineEdits(file.document.text, text);
      return [
        {
          textDocument: { uri, version: file.version ?? null },
          edits: preview ? edits.map((edit) => ({ ...edit, annotationId: ANNOTATION })) : edits,
        },
      ];
    }),
    ...(preview
      ? { changeAnnotations: { [ANNOTATION]: { label: l10n.t('Repair {0}', id), needsConfirmation: true } } }
      : {}),
  };
}
