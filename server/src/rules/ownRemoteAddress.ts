import * as l10n from '@vscode/l10n';
import type { Device, Interface } from '../model/device';
import { indexOf } from '../model/deviceIndex';
import { maybeSeveral } from '../model/several';
import type { Place } from '../model/value';
import { canonicalAddress } from '../syntax/address';
import type { DeviceRule, Finding } from './rule';
import { commandAt } from './targets';

/** A place that names the address of another device, and the VPN instance in which it is looked up. */
interface Target {
  readonly address: string;
  readonly vpnInstance: string;
  readonly place: Place;
  /** The policy groups that lead there. */
  readonly groups: ReadonlySet<string>;
}

/** The VPN instances of the interfaces by which packets leave. */
function vpnInstances(interfaces: readonly Interface[]): string[] {
  return interfaces.map(({ vpnInstance }) => vpnInstance?.value ?? '');
}

function peerTargets(device: Device): Target[] {
  const policies = new Map<string, Set<string>>();
  for (const { name, ikePeer } of device.policies) {
    if (!ikePeer) continue;
    const names = policies.get(ikePeer.value) ?? new Set<string>();
    policies.set(ikePeer.value, names.add(name));
  }
  const index = indexOf(device);
  return device.ikePeers.flatMap((peer) => {
    const groups = policies.get(peer.name) ?? new Set<string>();
    const ways = [...groups].flatMap((name) => vpnInstances(index.interfacesWith('ipsecPolicy', name)));
    return peer.remoteAddresses.flatMap(({ value: { text, to, vpnInstance }, place }) => {
      // Without a VPN instance of its own the address is looked up where the policy stands, as far as that is one.
      const unsure = vpnInstance === undefined && ways.some((vpn) => vpn !== '');
      return to !== undefined || unsure
        ? []
        : [{ address: text, vpnInstance: vpnInstance ?? '', place, groups }];
    });
  });
}

/** `tunnel remote` of manual policies and `remote-address` of Efficient VPN policies, where they leave by the public network. */
function otherTargets(device: Device): Target[] {
  const index = indexOf(device);
  const manual = device.policies
    .filter(({ mode, name }) => mode === 'manual' && isPublic(index.interfacesWith('ipsecPolicy', name)))
    .flatMap(({ tunnelRemote, name }) =>
      tunnelRemote ? [{ ...tunnelRemote, groups: new Set([name]) }] : [],
    );
  const inVpn = new Set(
    device.interfaces.flatMap((each) => (isPublic([each]) ? [] : (each.efficientVpn?.value ?? []))),
  );
  const branch = device.efficientVpns
    .filter(({ name }) => !inVpn.has(name))
    .flatMap(({ remoteAddresses }) =>
      remoteAddresses.map((each) => ({ ...each, groups: new Set<string>() })),
    );
  return [...manual, ...branch].map(({ value, place, groups }) => ({
    address: value,
    vpnInstance: '',
    place,
    groups,
  }));
}

function isPublic(interfaces: readonly Interface[]): boolean {
  return vpnInstances(interfaces).every((vpn) => vpn === '');
}

/** The addresses of the interfaces, those that VRRP shares included, by VPN instance and address. */
function ownAddresses(device: Device): Map<string, { of: Interface; place: Place }> {
  const own = new Map<string, { of: Interface; place: Place }>();
  for (const each of device.interfaces) {
    const addresses = each.addresses.map(({ value, place }) => ({ value: value.address, place }));
    for (const { value, place } of [...each.virtualAddresses, ...addresses]) {
      const key = canonicalAddress(value);
      if (key !== undefined) own.set(`${each.vpnInstance?.value ?? ''} ${key}`, { of: each, place });
    }
  }
  return own;
}

/** A peer whose remote address is one of the device's own. */
export const ownRemoteAddress: DeviceRule = {
  id: 'remote-address-is-own',
  severity: 'error',
  causes: ['no policy applied on interface'],
  documentation: {
    title: { en: 'The remote address is an own one', 'zh-cn': '对端地址是本端地址' },
    checks: {
      en:
        '`remote-address` of an IKE peer or an Efficient VPN policy, or `tunnel remote` of a manual policy, equals an address of an ' +
        'interface of the same device, in the same VPN instance; a virtual address of VRRP counts. Silent for masked addresses, and in notes that may hold ' +
        'both ends of a tunnel.',
      'zh-cn':
        'IKE 对等体或 Efficient VPN 策略的 `remote-address`，或手工安全策略的 `tunnel remote`，与本设备同一 VPN 实例中某接口的地址（含 VRRP 虚拟地址）相同。被人为掩盖的地址，以及可能同时包含隧道两端配置的笔记不报告。',
    },
    why: {
      en: 'The device sends the packets to itself, through an internal loopback, and never meets the interface that carries the policy.',
      'zh-cn': '报文被送往设备内部的环回接口，不会从应用了安全策略的接口发出。',
    },
    sources: ['IPSec Fault Cause Reference, no policy applied on interface'],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    if (maybeSeveral(device)) return findings;
    const own = ownAddresses(device);
    const targets = [...peerTargets(device), ...otherTargets(device)];
    for (const { address, vpnInstance, place, groups } of targets) {
      const key = canonicalAddress(address);
      const found = key === undefined ? undefined : own.get(`${vpnInstance} ${key}`);
      if (!found) continue;
      // An excerpt may show the interface of one end and the peer of the other, unless the one leads to the other.
      const { name, ipsecPolicy } = found.of;
      if (!device.whole && targets.length > 1 && !groups.has(ipsecPolicy?.value ?? '')) continue;
      findings.push({
        place,
        stops: 'address',
        message: l10n.t(
          '{0} {1} is the address of this device’s own {2}; it must be the address of the other end.',
          commandAt(place),
          address,
          name,
        ),
        related: [{ place: found.place, message: l10n.t('{0} has this address.', name) }],
      });
    }
    return findings;
  },
};
