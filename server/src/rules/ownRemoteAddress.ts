import * as l10n from '@vscode/l10n';
import type { Device } from '../model/device';
import type { Place } from '../model/value';
import { canonicalAddress } from '../syntax/address';
import type { DeviceRule, Finding } from './rule';

/** The VPN instances of the interfaces by which the packets of a peer leave. */
function leavesBy(device: Device, peer: string): string[] {
  const names = new Set(
    device.policies.filter(({ ikePeer }) => ikePeer?.value === peer).map(({ name }) => name),
  );
  return device.interfaces
    .filter(({ ipsecPolicy }) => ipsecPolicy && names.has(ipsecPolicy.value))
    .map(({ vpnInstance }) => vpnInstance?.value ?? '');
}

/** A peer whose remote address is one of the device's own. */
export const ownRemoteAddress: DeviceRule = {
  id: 'remote-address-is-own',
  severity: 'error',
  causes: ['no policy applied on interface'],
  documentation: {
    title: { en: 'The remote address is an own one', 'zh-cn': '对端地址是本端地址' },
    checks: {
      en: '`remote-address` of an IKE peer equals an address of an interface of the same device, in the same VPN instance. Silent for masked addresses.',
      'zh-cn':
        'IKE 对等体的 `remote-address` 与本设备同一 VPN 实例中某接口的地址相同。被人为掩盖的地址不报告。',
    },
    why: {
      en: 'The device sends the packets to itself, through an internal loopback, and never meets the interface that carries the policy.',
      'zh-cn': '报文被送往设备内部的环回接口，不会从应用了安全策略的接口发出。',
    },
    sources: ['IPSec Fault Cause Reference, no policy applied on interface'],
  },
  checkDevice: ({ device }) => {
    const own = new Map<string, { name: string; place: Place }>();
    for (const { name, vpnInstance, addresses } of device.interfaces) {
      for (const { value, place } of addresses) {
        const key = canonicalAddress(value.address);
        if (key !== undefined) own.set(`${vpnInstance?.value ?? ''} ${key}`, { name, place });
      }
    }
    const findings: Finding[] = [];
    for (const peer of device.ikePeers) {
      for (const { value, place } of peer.remoteAddresses) {
        const key = value.to === undefined ? canonicalAddress(value.text) : undefined;
        const found = key === undefined ? undefined : own.get(`${value.vpnInstance ?? ''} ${key}`);
        if (!found || leavesBy(device, peer.name).some((vpn) => vpn !== (value.vpnInstance ?? ''))) continue;
        findings.push({
          place,
          stops: 'address',
          message: l10n.t(
            'remote-address {0} is the address of this device’s own {1}; it must be the address of the other end.',
            value.text,
            found.name,
          ),
          related: [{ place: found.place, message: l10n.t('{0} has this address.', found.name) }],
        });
      }
    }
    return findings;
  },
};
