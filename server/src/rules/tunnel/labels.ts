import * as l10n from '@vscode/l10n';
import type { End } from '../../tunnels/end';

/** What an end is called in a message: `IPsec policy map1 10`. */
export function endLabel({ kind, name, sequence }: End): string {
  const named = sequence === undefined ? name : `${name} ${sequence}`;
  switch (kind) {
    case 'policy':
    case 'manual':
      return l10n.t('IPsec policy {0}', named);
    case 'template':
      return l10n.t('IPsec policy template {0}', named);
    case 'profile':
      return l10n.t('IPsec profile {0}', named);
  }
}
