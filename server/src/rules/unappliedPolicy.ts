import * as l10n from '@vscode/l10n';
import { addressSet } from '../model/acl';
import type { Device, Interface, IpsecPolicy, IpsecProfile } from '../model/device';
import { addressesContain, prefixSet, type AddressSet } from '../model/flow';
import { isPrivateNetwork } from '../model/privateNetworks';
import type { Document } from '../syntax/document';
import { insertCommand, repair } from './edits';
import { blockOf, isMentioned, peerOf } from './targets';
import type { DeviceRule, Finding, Repair } from './rule';

/** Interfaces that never carry an IPsec policy: inside the device, or for its management only. */
const NEVER = /^(?:LoopBack|NULL|MEth|Stack-Port|Aux|Async|Wlan|Virtual-Template)/i;

const MAX_CHOICES = 4;

function isFree({ name, ipsecPolicy, ipsecProfile, efficientVpn }: Interface): boolean {
  return !NEVER.test(name) && !ipsecPolicy && !ipsecProfile && !efficientVpn;
}

/** The interfaces whose address a policy group names as its own. */
function interfacesMeant(device: Device, policies: readonly IpsecPolicy[]): Interface[] {
  const locals = policies.flatMap((policy) => [
    policy.tunnelLocal?.value,
    peerOf(device, policy)?.localAddress?.value,
  ]);
  return device.interfaces.filter(
    (each) => isFree(each) && each.addresses.some(({ value }) => locals.includes(value.address)),
  );
}

/** How likely an interface is the way to the other end: its network holds a peer, its address is public or comes from the provider. */
function likelihood(each: Interface, remotes: readonly AddressSet[]): number {
  const networks = each.addresses.flatMap(({ value: { address, length } }) => {
    const host = addressSet(address);
    return host && length !== undefined ? [prefixSet(4, host.address, length)] : [];
  });
  if (networks.some((network) => remotes.some((remote) => addressesContain(network, remote)))) return 3;
  if (networks.some((network) => !isPrivateNetwork(network))) return 2;
  return each.dynamicAddress || /^(?:Dialer|Cellular)/.test(each.name) ? 1 : 0;
}

/** Interfaces that can carry the group, the likeliest first. */
function candidates(device: Device, policies: readonly IpsecPolicy[]): Interface[] {
  const remotes = policies.flatMap((policy) =>
    (peerOf(device, policy)?.remoteAddresses ?? []).flatMap(({ value }) => addressSet(value.text) ?? []),
  );
  const able = device.interfaces.filter(
    (each) => isFree(each) && (each.addresses.length > 0 || each.dynamicAddress) && !each.tunnelProtocol,
  );
  return able
    .map((each) => ({ each, rank: likelihood(each, remotes) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MAX_CHOICES)
    .map(({ each }) => each);
}

function applyTo(
  each: Interface,
  command: string,
  name: string,
  preferred: boolean,
  document: Document,
): Repair[] {
  const block = blockOf(each);
  if (!block) return [];
  return repair(
    l10n.t('Apply {0} to {1}', name, each.name),
    preferred,
    insertCommand(block, command, document),
  );
}

/** VRP8 has policies on tunnel interfaces only, with the group of boards that does the work. */
function repairsOnVrp8(device: Device, name: string, document: Document): Repair[] {
  const groups = device.items.flatMap(({ lines: [line] }) =>
    line?.words[0]?.text === 'service-instance-group' ? (line.words[1]?.text ?? []) : [],
  );
  const [group] = groups;
  if (group === undefined || groups.length > 1) return [];
  return device.interfaces
    .filter((each) => isFree(each) && each.tunnelProtocol?.value === 'ipsec')
    .slice(0, MAX_CHOICES)
    .flatMap((each) =>
      applyTo(each, `ipsec policy ${name} service-instance-group ${group}`, name, false, document),
    );
}

function repairsFor(
  device: Device,
  name: string,
  policies: readonly IpsecPolicy[],
  document: Document,
): Repair[] {
  if (device.release?.product === 'vrp8') return repairsOnVrp8(device, name, document);
  const meant = interfacesMeant(device, policies);
  const shown = meant.length > 0 ? meant : candidates(device, policies);
  return shown.flatMap((each) => applyTo(each, `ipsec policy ${name}`, name, meant.length === 1, document));
}

/** Tunnel interfaces that lack a profile, those that point at the peer of this one before the others. */
function repairsForProfile(device: Device, profile: IpsecProfile, document: Document): Repair[] {
  const remotes = (peerOf(device, profile)?.remoteAddresses ?? []).map(({ value }) => value.text);
  const free = device.interfaces.filter(
    (each) =>
      isFree(each) && (each.tunnelProtocol?.value === 'ipsec' || each.tunnelProtocol?.value === 'gre'),
  );
  const meant = free.filter(({ destination }) => destination && remotes.includes(destination.value));
  const shown = meant.length > 0 ? meant : free.slice(0, MAX_CHOICES);
  return shown.flatMap((each) =>
    applyTo(each, `ipsec profile ${profile.name}`, profile.name, meant.length === 1, document),
  );
}

/** A policy group or profile that stands on no interface. */
export const unappliedPolicy: DeviceRule = {
  id: 'policy-not-applied',
  severity: 'warning',
  causes: ['no policy applied on interface'],
  documentation: {
    title: { en: 'A policy applied to no interface', 'zh-cn': '安全策略未应用到接口' },
    checks: {
      en:
        'An IPsec policy group or profile of a whole configuration that no interface carries. Silent where a line that is not understood ' +
        'mentions its name.',
      'zh-cn':
        '完整配置中没有应用到任何接口的 IPsec 安全策略组或安全框架。若有未能识别的命令提到其名称，则不报告。',
    },
    why: {
      en: 'A policy takes effect only on the interface it is applied to; until then its traffic leaves in clear.',
      'zh-cn': '安全策略只有应用到接口后才生效，否则流量以明文转发。',
    },
    repair: {
      en:
        'Adds `ipsec policy` to the interface that the policy names as its own, or to one that you choose, the likeliest way to the peer ' +
        'first; `ipsec profile` to a tunnel interface.',
      'zh-cn':
        '在策略指定的接口或所选接口上添加 `ipsec policy`（最可能通往对端的接口排在最前）；或在隧道接口上添加 `ipsec profile`。',
    },
    sources: [
      'IPSec Fault Cause Reference, no policy applied on interface',
      'NetEngine 8000 F1A command reference, ipsec policy',
    ],
  },
  checkDevice: ({ device, documents }) => {
    if (!device.whole) return [];
    const findings: Finding[] = [];
    const groups = new Map<string, IpsecPolicy[]>();
    for (const policy of device.policies) {
      const group = groups.get(policy.name);
      if (group) group.push(policy);
      else groups.set(policy.name, [policy]);
    }
    const applied = new Set(device.interfaces.flatMap((each) => each.ipsecPolicy?.value ?? []));
    for (const [name, policies] of groups) {
      const [first] = policies;
      const document = first && documents.get(first.place.uri);
      if (!document || applied.has(name) || isMentioned(device, name)) continue;
      findings.push({
        place: first.place,
        message: l10n.t(
          'IPsec policy {0} is applied to no interface, so it protects nothing: add ipsec policy {0} to one.',
          name,
        ),
        repairs: () => repairsFor(device, name, policies, document),
      });
    }
    const inUse = new Set(device.interfaces.flatMap((each) => each.ipsecProfile?.value ?? []));
    for (const profile of device.profiles) {
      const { name, place } = profile;
      const document = documents.get(place.uri);
      if (!document || inUse.has(name) || isMentioned(device, name)) continue;
      findings.push({
        place,
        message: l10n.t(
          'IPsec profile {0} is applied to no tunnel interface, so it protects nothing: add ipsec profile {0} to one.',
          name,
        ),
        repairs: () => repairsForProfile(device, profile, document),
      });
    }
    return findings;
  },
};
