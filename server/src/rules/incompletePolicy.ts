import * as l10n from '@vscode/l10n';
import type { Device, Named, PolicySettings } from '../model/device';
import type { Phase } from '../tunnels/phase';
import type { Document } from '../syntax/document';
import { insertCommand, repair } from './edits';
import type { DeviceRule, Finding, Repair } from './rule';
import { blockOf, isMentioned, mayHold, referencesTo } from './targets';

type Part = 'security acl' | 'ike-peer' | 'proposal' | 'tunnel remote' | 'sa spi';

/** Where a tunnel stops that lacks a part. */
const STOPS: Readonly<Record<Part, Phase>> = {
  'tunnel remote': 'address',
  'ike-peer': 'address',
  'security acl': 'flow',
  proposal: 'phase2',
  'sa spi': 'phase2',
};

/**
 * The parts that are missing of those an entry needs; a line that is there but not understood counts as there. In an excerpt an entry with
 * few of its parts is one that is only changed there.
 */
function missingParts(entry: Named & PolicySettings, needed: readonly Part[], whole: boolean): Part[] {
  // What an output shows has no lines that could be missing.
  if (entry.printed) return [];
  const missing = needed.filter(
    (part) =>
      !entry.lines.some((line) => !line.undo && line.starts(part)) &&
      !mayHold(entry, part.split(' ')[0] ?? part),
  );
  return whole || missing.length * 2 <= needed.length ? missing : [];
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
      // An ACL that something else uses (NAT, QoS, another tunnel) is not meant here.
      const free = device.acls.filter(
        ({ name, family, blocks }) =>
          family === 4 &&
          blocks.every(({ block }) => block.view === 'acl-advanced') &&
          referencesTo(device, 'acl', name).length === 0 &&
          !isMentioned(device, name),
      );
      const [only] = free;
      if (!only || free.length > 1) return undefined;
      return { value: /^\d+$/.test(only.name) ? only.name : `name ${only.name}`, known: true };
    }
    case 'tunnel remote':
      return { value: '192.0.2.1', known: false };
    case 'sa spi':
      return undefined;
  }
}

/** Whether the one peer of a device waits to be called, which a policy without a template cannot do: then another one is meant. */
function isMeant(part: Part, entry: Named, device: Device): boolean {
  const starts = device.policies.some((policy) => policy === entry && policy.mode === 'isakmp');
  return part !== 'ike-peer' || !starts || device.ikePeers.some((peer) => peer.remoteAddresses.length > 0);
}

function repairsFor(part: Part, entry: Named, device: Device, document: Document): Repair[] {
  const block = blockOf(entry);
  const found = valueFor(part, device);
  if (!block || !found) return [];
  const preferred = found.known && isMeant(part, entry, device);
  const command = `${part} ${found.value}`;
  const snippet = found.known ? undefined : `${part} \${1:${found.value}}`;
  return repair(l10n.t('Add {0}', command), preferred, insertCommand(block, command, document, snippet));
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
        'template or profile without IKE peer or proposal. A warning in an excerpt, and there only for entries that have at least half of ' +
        'their parts.',
      'zh-cn':
        'ISAKMP 安全策略缺少安全 ACL、IKE 对等体或安全提议；手工安全策略缺少 ACL、安全提议、对端地址或 SPI；策略模板或安全框架缺少 IKE 对等体或安全提议。配置片段中为告警，且仅针对至少具备一半要素的条目。',
    },
    why: {
      en: 'An incomplete entry negotiates nothing: traffic that it should protect is dropped or leaves in clear.',
      'zh-cn': '不完整的安全策略无法协商：本应保护的流量会被丢弃或以明文发出。',
    },
    repair: {
      en: 'Adds the command where the device has only one name that can be meant, or with a value to fill in.',
      'zh-cn': '当设备上只有一个可选名称时，添加相应命令；否则取值待填写。',
    },
    sources: ['USG6000E guide, IPSec policy', 'NetEngine 8000 F1A guide, policy template'],
  },
  checkDevice: ({ device, documents }) => {
    const findings: Finding[] = [];
    const look = (entry: Named & PolicySettings, label: string, needed: readonly Part[]): void => {
      const document = documents.get(entry.place.uri);
      if (!document) return;
      for (const part of missingParts(entry, needed, device.whole)) {
        findings.push({
          place: entry.place,
          severity: device.whole ? 'error' : 'warning',
          message: l10n.t('{0} has no {1}, so it protects nothing: add that line.', label, part),
          ...(device.whole ? { stops: STOPS[part] } : {}),
          repairs: () => repairsFor(part, entry, device, document),
        });
      }
    };
    for (const policy of device.policies) {
      const label = l10n.t('IPsec policy {0}', `${policy.name} ${policy.sequence}`);
      if (policy.mode === 'isakmp') look(policy, label, ['security acl', 'ike-peer', 'proposal']);
      else if (policy.mode === 'manual')
        look(policy, label, ['security acl', 'proposal', 'tunnel remote', 'sa spi']);
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
