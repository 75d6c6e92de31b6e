import * as l10n from '@vscode/l10n';
import type { DeviceRule, Finding } from './rule';

/** A peer whose remote address is one of the device's own. */
export const ownRemoteAddress: DeviceRule = {
  id: 'remote-address-is-own',
  severity: 'error',
  causes: ['no policy applied on interface'],
  documentation: {
    title: { en: 'The remote address is an own one', 'zh-cn': '对端地址是本端地址' },
    checks: {
      en: '`remote-address` of an IKE peer equals an address of an interface of the same device, in the same VPN instance.',
      'zh-cn': 'IKE 对等体的 `remote-address` 与本设备同一 VPN 实例中某接口的地址相同。',
    },
    why: {
      en: 'The device sends the packets to itself, through an internal loopback, and never meets the interface that carries the policy.',
      'zh-cn': '报文被送往设备内部的环回接口，不会从应用了安全策略的接口发出。',
    },
    sources: ['IPSec Fault Cause Reference, no policy applied on interface'],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    for (const peer of device.ikePeers) {
      for (const remote of peer.remoteAddresses) {
        for (const each of device.interfaces) {
          if ((each.vpnInstance?.value ?? '') !== (remote.value.vpnInstance ?? '')) continue;
          const own = each.addresses.find(({ value }) => value.address === remote.value.text);
          if (!own) continue;
          findings.push({
            place: remote.place,
            message: l10n.t(
              'remote-address {0} is the address of this device\'s own {1}; it must be the other end\'s.',
              remote.value.text,
              each.name,
            ),
            related: [{ place: own.place, message: l10n.t('{0} has this address.', each.name) }],
          });
        }
      }
    }
    return findings;
  },
};
