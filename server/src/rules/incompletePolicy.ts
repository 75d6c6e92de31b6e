import * as l10n from '@vscode/l10n';
import type { Device, Named, PolicySettings } from '../model/device';
import type { Document } from '../syntax/document';
import { insertCommand } from './edits';
import type { DeviceRule, Finding, Repair } from './rule';
import { blockOf } from './targets';

type Part = 'security acl' | 'ike-peer' | 'proposal' | 'tunnel remote' | 'sa spi';

/** The parts that are missing of those an entry needs; a line that is there but not understood counts as there. */
function missingParts(entry: PolicySettings, needed: readonly Part[]): Part[] {
  return needed.filter((part) => !entry.lines.some((line) => !line.undo && line.starts(part)));
}

/** The one name that can be meant, where the device has exactly one of the kind. */
function onlyName(names: readonly string[]): string | undefined {
  return new Set(names).size === 1 ? names[0] : undefined;
}

function valueFor(part: Part, device: Device): { value: string; known: boolean } | undefined {
  switch (part) {
    case 'ike-peer': {
      const name = onlyName(device.ikePeers.map((peer) => peer.name));
      return name === undefined ? undefined : { value: name, known: true };
    }
    case 'proposal': {
      const name = onlyName(device.ipsecProposals.map((proposal) => proposal.name));
      return name === undefined ? undefined : { value: name, known: true };
    }
    case 'security acl': {
      const name = onlyName(device.acls.filter((acl) => /^3\d{3}$/.test(acl.name)).map((acl) => acl.name));
      return name === undefined ? undefined : { value: name, known: true };
    }
    case 'tunnel remote':
      return { value: '192.0.2.1', known: false };
    case 'sa spi':
      return undefined;
  }
}

function repairsFor(part: Part, entry: Named, device: Device, document: Document): Repair[] {
  const block = blockOf(entry);
  const found = valueFor(part, device);
  if (!block || !found) return [];
  const command = `${part} ${found.value}`;
  const edit = insertCommand(block, command, document, found.known ? undefined : `${part} \${1:${found.value}}`);
  return [{ title: l10n.t('Add {0}', command), preferred: found.known, edits: [edit] }];
}

/** An IPsec policy entry, template entry or profile that lacks a part it cannot work without. */
export const incompletePolicy: DeviceRule = {
  id: 'incomplete-ipsec-policy',
  severity: 'error',
  causes: ['no policy applied on interface'],
  documentation: {
    title: { en: 'A policy that is not complete', 'zh-cn': '安全策略配置不完整' },
    checks: {
      en:
        'An ISAKMP policy without security ACL, IKE peer or proposal; a manual policy without ACL, proposal, remote address or SPI; a ' +
        'template or profile without IKE peer or proposal.',
      'zh-cn':
        'ISAKMP 安全策略缺少安全 ACL、IKE 对等体或安全提议；手工安全策略缺少 ACL、安全提议、对端地址或 SPI；策略模板或安全框架缺少 IKE 对等体或安全提议。',
    },
    why: {
      en: 'An incomplete entry negotiates nothing: traffic that it should protect is dropped or leaves in clear.',
      'zh-cn': '不完整的安全策略无法协商：本应保护的流量会被丢弃或以明文发出。',
    },
    repair: {
      en: 'Adds the command where the device has only one name that can be meant.',
      'zh-cn': '当设备上只有一个可选名称时，添加相应命令。',
    },
    sources: ['USG6000E guide, IPSec policy', 'NetEngine 8000 F1A guide, policy template'],
  },
  checkDevice: ({ device, documents }) => {
    const findings: Finding[] = [];
    const look = (entry: Named & PolicySettings, label: string, needed: readonly Part[]): void => {
      const document = documents.get(entry.place.uri);
      if (!document) return;
      for (const part of missingParts(entry, needed)) {
        findings.push({
          place: entry.place,
          severity: device.whole ? 'error' : 'warning',
          message: l10n.t('{0} has no {1}, so it cannot protect anything.', label, part),
          repairs: repairsFor(part, entry, device, document),
        });
      }
    };
    for (const policy of device.policies) {
      const label = l10n.t('IPsec policy {0}', `${policy.name} ${policy.sequence}`);
      if (policy.mode === 'isakmp') look(policy, label, ['security acl', 'ike-peer', 'proposal']);
      else if (policy.mode === 'manual') look(policy, label, ['security acl', 'proposal', 'tunnel remote', 'sa spi']);
    }
    for (const template of device.templates) {
      const label = l10n.t('IPsec policy template {0}', `${template.name} ${template.sequence}`);
      look(template, label, ['ike-peer', 'proposal']);
    }
    for (const profile of device.profiles) {
      look(profile, l10n.t('IPsec profile {0}', profile.name), ['ike-peer', 'proposal']);
    }
    return findings;
  },
};
