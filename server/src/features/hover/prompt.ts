import * as l10n from '@vscode/l10n';
import type { NameKind } from '../../commands/types';
import { viewName } from '../../commands/views';
import type { Device } from '../../model/device';
import type { TreeLine } from '../../syntax/tree';
import { code, paragraphs } from './markdown';
import type { Found } from './messagePart';
import { objectPage } from './object';
import { labelled } from '../../l10n';

/** The prompt of a typed command: the view, and the object that the view is of. */
export function promptAt({ prompt }: TreeLine, device: Device, character: number): Found | undefined {
  if (!prompt || character < prompt.start || character >= prompt.end) return undefined;
  const view = prompt.view === 'user' ? l10n.t('user view') : viewName(prompt.view);
  const kind = VIEW_OF.get(prompt.view);
  const markdown = paragraphs(
    labelled(code(prompt.device), view),
    kind && prompt.name !== undefined ? objectPage(device, kind, prompt.name) : undefined,
  );
  return { start: prompt.start, end: prompt.end, markdown };
}

/** Views whose prompt ends in the name of the object. */
const VIEW_OF: ReadonlyMap<string, NameKind> = new Map<string, NameKind>([
  ['ike-peer', 'ike-peer'],
  ['ike-proposal', 'ike-proposal'],
  ['ipsec-proposal', 'ipsec-proposal'],
  ['ipsec-profile', 'ipsec-profile'],
  ['acl-advanced', 'acl'],
  ['acl-basic', 'acl'],
  ['interface', 'interface'],
]);
