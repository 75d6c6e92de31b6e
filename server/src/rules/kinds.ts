import * as l10n from '@vscode/l10n';
import type { NameKind } from '../commands/types';

/** What a kind of name is called in a message. */
export function kindName(kind: NameKind): string {
  switch (kind) {
    case 'ike-proposal':
      return l10n.t('IKE proposal');
    case 'ike-peer':
      return l10n.t('IKE peer');
    case 'ike-user-table':
      return l10n.t('IKE user table');
    case 'ike-user':
      return l10n.t('IKE user');
    case 'ipsec-proposal':
      return l10n.t('IPsec proposal');
    case 'ipsec-policy':
      return l10n.t('IPsec policy');
    case 'ipsec-policy-template':
      return l10n.t('IPsec policy template');
    case 'ipsec-profile':
      return l10n.t('IPsec profile');
    case 'ipsec-efficient-vpn':
      return l10n.t('Efficient VPN policy');
    case 'acl':
      return l10n.t('ACL');
    case 'interface':
      return l10n.t('interface');
    case 'vpn-instance':
      return l10n.t('VPN instance');
    case 'ip-pool':
      return l10n.t('IP address pool');
    case 'aaa-domain':
      return l10n.t('AAA domain');
    case 'service-scheme':
      return l10n.t('service scheme');
    case 'pki-domain':
      return l10n.t('PKI domain');
    case 'pki-entity':
      return l10n.t('PKI entity');
    case 'pki-realm':
      return l10n.t('PKI realm');
    case 'address-set':
      return l10n.t('address set');
    case 'nqa':
      return l10n.t('NQA test instance');
    case 'bfd-session':
      return l10n.t('BFD session');
    case 'time-range':
      return l10n.t('time range');
    case 'smart-link-profile':
      return l10n.t('smart link profile');
  }
}
