import * as l10n from '@vscode/l10n';
import type { Device, Interface, IpsecPolicy } from '../model/device';
import { nameKey } from '../model/reading';
import type { Document } from '../syntax/document';
import { insertCommand } from './edits';
import { peerOf, blockOf } from './targets';
import type { DeviceRule, Finding, Repair } from './rule';

/** The interfaces whose address a policy group names as its own. */
function interfacesMeant(device: Device, policies: readonly IpsecPolicy[]): Interface[] {
  const locals = policies.flatMap((policy) => [
    policy.tunnelLocal?.value,
    peerOf(device, policy)?.localAddress?.value,
  ]);
  return device.interfaces.filter((each) => each.addresses.some(({ value }) => locals.includes(value.address)));
}

/** The interfaces through which the device reaches a peer directly: one of its networks holds the peer's address. */
function candidates(device: Device): Interface[] {
  return device.interfaces.filter((each) => each.addresses.length > 0 && !each.ipsecPolicy && !/^(?:LoopBack|NULL|MEth)/.test(each.name));
}

function repairsFor(device: Device, name: string, policies: readonly IpsecPolicy[], document: Document): Repair[] {
  const meant = interfacesMeant(device, policies);
  const shown = meant.length > 0 ? meant : candidates(device).slice(0, 4);
  return shown.flatMap((each) => {
    const block = blockOf(each);
    if (!block || each.ipsecPolicy) return [];
    return [
      {
        title: l10n.t('Apply policy {0} to {1}', name, each.name),
        preferred: meant.length === 1,
        edits: [insertCommand(block, `ipsec policy ${name}`, document)],
      },
    ];
  });
}

/** A policy group or profile that stands on no interface. */
export const unappliedPolicy: DeviceRule = {
  id: 'policy-not-applied',
  severity: 'warning',
  causes: ['no policy applied on interface'],
  documentation: {
    title: { en: 'A policy applied to no interface', 'zh-cn': '安全策略未应用到接口' },
    checks: {
      en: 'An IPsec policy group or profile of a whole configuration that no interface carries.',
      'zh-cn': '完整配置中没有应用到任何接口的 IPsec 安全策略组或安全框架。',
    },
    why: {
      en: 'A policy takes effect only on the interface it is applied to; until then its traffic leaves in clear.',
      'zh-cn': '安全策略只有应用到接口后才生效，否则流量以明文转发。',
    },
    repair: {
      en: 'Adds `ipsec policy` to the interface that the policy names as its own, or to one that you choose.',
      'zh-cn': '在策略指定的接口或所选接口上添加 `ipsec policy`。',
    },
    sources: ['IPSec Fault Cause Reference, no policy applied on interface', 'NetEngine 8000 F1A command reference, ipsec policy'],
  },
  checkDevice: ({ device, documents }) => {
    if (!device.whole) return [];
    const findings: Finding[] = [];
    const applied = new Set(
      device.interfaces.flatMap((each) => [
        each.ipsecPolicy && `policy ${each.ipsecPolicy.value}`,
        each.ipsecProfile && `profile ${each.ipsecProfile.value}`,
      ]),
    );
    for (const name of new Set(device.policies.map((policy) => policy.name))) {
      const policies = device.policies.filter((policy) => policy.name === name);
      const [first] = policies;
      const document = first && documents.get(first.place.uri);
      if (!first || !document || applied.has(`policy ${name}`)) continue;
      findings.push({
        place: first.place,
        message: l10n.t('IPsec policy {0} is applied to no interface, so it protects nothing.', name),
        repairs: repairsFor(device, name, policies, document),
      });
    }
    for (const profile of device.profiles) {
      if (applied.has(`profile ${nameKey('ipsec-profile', profile.name)}`)) continue;
      findings.push({
        place: profile.place,
        message: l10n.t('IPsec profile {0} is applied to no tunnel interface, so it protects nothing.', profile.name),
      });
    }
    return findings;
  },
};
