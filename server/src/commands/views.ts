import { localize } from '../l10n';
import type { ViewDefinition, ViewId } from './types';

/**
 * Every view that the product tells apart. Prompts are written as `[sysname-…]` shows them, `*` for the variable part; a reader of
 * prompts takes the first that fits, so the longer of two similar ones stands first. An interface shows as its own name.
 */
export const views: readonly ViewDefinition[] = [
  {
    id: 'system',
    name: { en: 'system view', 'zh-cn': '系统视图' },
    complete: false,
  },
  {
    id: 'ike-proposal',
    name: { en: 'IKE proposal view', 'zh-cn': 'IKE 安全提议视图' },
    prompt: 'ike-proposal-*',
    complete: true,
  },
  {
    id: 'ike-peer',
    name: { en: 'IKE peer view', 'zh-cn': 'IKE 对等体视图' },
    prompt: 'ike-peer-*',
    complete: true,
  },
  {
    id: 'ike-user',
    name: { en: 'IKE user view', 'zh-cn': 'IKE 用户视图' },
    prompt: 'ike-user-table-*-*',
    complete: true,
  },
  {
    id: 'ike-user-table',
    name: { en: 'IKE user table view', 'zh-cn': 'IKE 用户表视图' },
    prompt: 'ike-user-table-*',
    complete: true,
  },
  {
    id: 'ipsec-proposal',
    name: { en: 'IPsec proposal view', 'zh-cn': 'IPsec 安全提议视图' },
    prompt: 'ipsec-proposal-*',
    complete: true,
  },
  {
    id: 'ipsec-policy-isakmp',
    name: { en: 'ISAKMP IPsec policy view', 'zh-cn': 'ISAKMP 方式 IPsec 安全策略视图' },
    prompt: 'ipsec-policy-isakmp-*',
    complete: true,
  },
  {
    id: 'ipsec-policy-manual',
    name: { en: 'manual IPsec policy view', 'zh-cn': '手工方式 IPsec 安全策略视图' },
    prompt: 'ipsec-policy-manual-*',
    complete: true,
  },
  {
    id: 'ipsec-policy-template',
    name: { en: 'IPsec policy template view', 'zh-cn': 'IPsec 安全策略模板视图' },
    prompt: 'ipsec-policy-templet-*',
    complete: true,
  },
  {
    id: 'ipsec-profile',
    name: { en: 'IPsec profile view', 'zh-cn': 'IPsec 安全框架视图' },
    prompt: 'ipsec-profile-*',
    complete: true,
  },
  {
    id: 'ipsec-efficient-vpn',
    name: { en: 'Efficient VPN policy view', 'zh-cn': 'Efficient VPN 策略视图' },
    prompt: 'ipsec-efficient-vpn-*',
    complete: true,
  },
  {
    id: 'acl-basic',
    name: { en: 'basic ACL view', 'zh-cn': '基本 ACL 视图' },
    prompt: ['acl-basic-*', 'acl4-basic-*', 'acl6-basic-*'],
    complete: false,
  },
  {
    id: 'acl-advanced',
    name: { en: 'advanced ACL view', 'zh-cn': '高级 ACL 视图' },
    prompt: ['acl-adv-*', 'acl4-advance-*', 'acl6-adv-*', 'acl6-advance-*'],
    complete: false,
  },
  {
    id: 'acl-other',
    name: { en: 'ACL view', 'zh-cn': 'ACL 视图' },
    prompt: 'acl-L2-*',
    complete: false,
  },
  {
    id: 'interface',
    name: { en: 'interface view', 'zh-cn': '接口视图' },
    complete: false,
  },
  {
    id: 'aaa',
    name: { en: 'AAA view', 'zh-cn': 'AAA 视图' },
    prompt: 'aaa',
    complete: false,
  },
  {
    id: 'aaa-domain',
    name: { en: 'AAA domain view', 'zh-cn': 'AAA 域视图' },
    prompt: 'aaa-domain-*',
    complete: false,
  },
  {
    id: 'aaa-scheme',
    name: { en: 'AAA scheme view', 'zh-cn': 'AAA 方案视图' },
    prompt: 'aaa-authen-*',
    complete: false,
  },
  {
    id: 'service-scheme',
    name: { en: 'service scheme view', 'zh-cn': '业务方案视图' },
    prompt: 'aaa-service-*',
    complete: false,
  },
  {
    id: 'ip-pool',
    name: { en: 'IP address pool view', 'zh-cn': 'IP 地址池视图' },
    prompt: 'ip-pool-*',
    complete: false,
  },
  {
    id: 'pki-domain',
    name: { en: 'PKI domain view', 'zh-cn': 'PKI 域视图' },
    prompt: 'pki-domain-*',
    complete: false,
  },
  {
    id: 'pki-entity',
    name: { en: 'PKI entity view', 'zh-cn': 'PKI 实体视图' },
    prompt: 'pki-entity-*',
    complete: false,
  },
  {
    id: 'pki-realm',
    name: { en: 'PKI realm view', 'zh-cn': 'PKI 域（realm）视图' },
    prompt: 'pki-realm-*',
    complete: false,
  },
  {
    id: 'address-set',
    name: { en: 'address set view', 'zh-cn': '地址对象（组）视图' },
    prompt: 'object-address-set-*',
    complete: false,
  },
  {
    id: 'nqa',
    name: { en: 'NQA test instance view', 'zh-cn': 'NQA 测试例视图' },
    prompt: 'nqa-*',
    complete: false,
  },
  {
    id: 'bfd-session',
    name: { en: 'BFD session view', 'zh-cn': 'BFD 会话视图' },
    prompt: 'bfd-session-*',
    complete: false,
  },
  {
    id: 'vpn-instance',
    name: { en: 'VPN instance view', 'zh-cn': 'VPN 实例视图' },
    prompt: 'vpn-instance-*',
    complete: false,
  },
  {
    id: 'free',
    name: { en: 'view of another feature', 'zh-cn': '其他特性视图' },
    complete: false,
  },
];

/** What a view is called, in the language in force. */
export function viewName(id: ViewId): string {
  const view = views.find((each) => each.id === id);
  return view ? localize(view.name) : id;
}
