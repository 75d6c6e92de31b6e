import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';
import type { NameKind } from '../commands/types';
import type { Device, NameUse } from '../model/device';
import { lineOf, textOf } from '../model/value';
import type { Document } from '../syntax/document';
import { newBlock } from './blocks';
import { insertBlockBefore, replace } from './edits';
import { kindName } from './kinds';
import type { DeviceRule, Finding, Repair } from './rule';

/** Kinds of names whose definition this product sees in full. */
const CHECKED: ReadonlySet<NameKind> = new Set<NameKind>([
  'ike-proposal',
  'ike-peer',
  'ike-user-table',
  'ipsec-proposal',
  'ipsec-policy',
  'ipsec-policy-template',
  'ipsec-profile',
  'ipsec-efficient-vpn',
  'acl',
  'pki-domain',
]);

const NEAR = 2;

/** An ACL is looked for only where IPsec uses it: other features have ACLs of their own. */
function isChecked(use: NameUse): boolean {
  if (use.role !== 'reference' || !CHECKED.has(use.kind)) return false;
  const { view, match } = lineOf(use.place);
  if (match?.undo) return false;
  if (use.kind === 'acl' || use.kind === 'pki-domain') return view.startsWith('ipsec-') || view.startsWith('ike-');
  return true;
}

function nearNames(use: NameUse, defined: readonly string[]): string[] {
  const lower = use.name.toLowerCase();
  return defined.filter((name) => {
    if (name.toLowerCase() === lower) return true;
    return use.name.length > 2 && distance(name.toLowerCase(), lower) <= NEAR;
  });
}

function repairsFor(use: NameUse, defined: readonly string[], device: Device, document: Document): Repair[] {
  const kind = kindName(use.kind);
  const near = nearNames(use, defined);
  const candidates = near.length > 0 ? near : defined.slice(0, 3);
  const changes = candidates.map((name) => ({
    title: l10n.t('Change to {0} {1}', kind, name),
    preferred: near.length === 1,
    edits: [replace(use.place, name)],
  }));
  const written = textOf(use.place);
  const block = newBlock(use.kind, written, device);
  if (!block) return changes;
  const edit = insertBlockBefore(use.place.item, use.place.uri, block.lines, document, block.snippet);
  const create = { title: l10n.t('Create {0} {1}', kind, written), preferred: changes.length === 0, edits: [edit] };
  return [...changes, create];
}

/** A name that a line uses and nothing defines. */
export const undefinedName: DeviceRule = {
  id: 'undefined-name',
  severity: 'error',
  causes: [],
  documentation: {
    title: { en: 'A name that is not defined', 'zh-cn': '引用了未定义的名称' },
    checks: {
      en:
        'An IKE peer, IKE proposal, IPsec proposal, security ACL, policy, template, profile, user table or PKI domain that a line ' +
        'refers to and the file does not define. In an excerpt only where the file defines others of the kind.',
      'zh-cn':
        '某行引用的 IKE 对等体、IKE 安全提议、IPsec 安全提议、安全 ACL、安全策略、策略模板、安全框架、用户表或 PKI 域在文件中没有定义。对于配置片段，仅当文件中定义了同类对象时才报告。',
    },
    why: {
      en: 'The device refuses the line or leaves the policy incomplete, and no negotiation starts.',
      'zh-cn': '设备会拒绝该命令，或者安全策略不完整，无法发起协商。',
    },
    repair: {
      en: 'Changes the name to the one that is meant, or creates the missing block with strong settings.',
      'zh-cn': '改为正确的名称，或以高强度参数创建缺少的对象。',
    },
    sources: ['USG6000E guide, IPSec policy'],
  },
  checkDevice: ({ device, documents }) => {
    const defined = new Map<NameKind, string[]>();
    for (const use of device.names) {
      if (use.role !== 'definition') continue;
      const names = defined.get(use.kind);
      if (names) names.push(use.name);
      else defined.set(use.kind, [use.name]);
    }
    const findings: Finding[] = [];
    for (const use of device.names) {
      if (!isChecked(use)) continue;
      const names = defined.get(use.kind) ?? [];
      const document = documents.get(use.place.uri);
      if (!document || names.includes(use.name)) continue;
      if (!device.whole && names.length === 0) continue;
      findings.push({
        place: use.place,
        message: l10n.t('{0} {1} is not defined on this device.', kindName(use.kind), textOf(use.place)),
        ...(device.whole ? {} : { severity: 'warning' as const }),
        repairs: repairsFor(use, [...new Set(names)], device, document),
      });
    }
    return findings;
  },
};
