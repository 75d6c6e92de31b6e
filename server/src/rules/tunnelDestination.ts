import * as l10n from '@vscode/l10n';
import { canonicalAddress } from '../syntax/address';
import { repair, replace } from './edits';
import { peerOf, profileOf, referencesTo } from './targets';
import type { DeviceRule, Finding } from './rule';
import { series } from '../l10n';

/** A tunnel interface and the peer of its profile that point at different addresses. */
export const tunnelDestination: DeviceRule = {
  id: 'tunnel-destination-mismatch',
  severity: 'error',
  causes: ['flow or peer mismatch', 'peer address mismatch'],
  documentation: {
    title: { en: 'Tunnel destination against remote address', 'zh-cn': '隧道目的地址与对端地址不一致' },
    checks: {
      en:
        "`destination` of a tunnel interface with an IPsec profile is none of the `remote-address` lines of the profile's IKE peer. " +
        'Silent where either of the two is not written or is a host name, a range or masked.',
      'zh-cn':
        '应用了安全框架的隧道接口的 `destination` 与该框架所引用 IKE 对等体的 `remote-address` 均不相同。任一方未配置，或为域名、地址段、被人为掩盖时不报告。',
    },
    why: {
      en: 'The device negotiates with the one address and sends the protected packets to the other, and refuses its own negotiation.',
      'zh-cn': '设备与一个地址协商，却把受保护的报文发往另一个地址，协商因此失败。',
    },
    repair: { en: 'Makes one of the two like the other.', 'zh-cn': '将其中一方改为与另一方一致。' },
    sources: [
      'IPSec Fault Cause Reference, flow or peer mismatch',
      'IPSec Fault Cause Reference, peer address mismatch',
      'USG6000E guide, IPSec profile',
    ],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    const users = new Map<string, number>();
    for (const { ipsecProfile } of device.interfaces) {
      if (ipsecProfile) users.set(ipsecProfile.value, (users.get(ipsecProfile.value) ?? 0) + 1);
    }
    for (const { name, destination, ipsecProfile } of device.interfaces) {
      const target = destination && canonicalAddress(destination.value);
      if (!destination || target === undefined || !ipsecProfile) continue;
      const profile = profileOf(device, ipsecProfile.value);
      const peer = profile && peerOf(device, profile);
      if (!profile || !peer) continue;
      const remotes = peer.remoteAddresses.map(({ value }) =>
        value.to === undefined ? canonicalAddress(value.text) : undefined,
      );
      // A host name, a range or a masked address can be the destination.
      if (remotes.length === 0 || remotes.some((remote) => remote === undefined || remote === target))
        continue;
      const [remote] = peer.remoteAddresses;
      if (!remote) continue;
      const single = remotes.length === 1;
      // The device goes by `destination`: where nothing else uses the peer, the peer is the one to follow.
      const alone =
        single &&
        users.get(ipsecProfile.value) === 1 &&
        referencesTo(device, 'ike-peer', peer.name).length === 1;
      const changeRemote = repair(
        l10n.t('Change remote-address to {0}', destination.value),
        alone,
        replace(remote.place, destination.value),
      );
      findings.push({
        place: destination.place,
        stops: 'address',
        message: single
          ? l10n.t(
              'destination {0} of {1} differs from remote-address {2} of its IKE peer {3}; the two must be equal.',
              destination.value,
              name,
              remote.value.text,
              peer.name,
            )
          : l10n.t(
              'destination {0} of {1} is none of the remote-address lines of its IKE peer {2} ({3}).',
              destination.value,
              name,
              peer.name,
              series(peer.remoteAddresses.map(({ value }) => value.text)),
            ),
        related: [{ place: remote.place, message: l10n.t('remote-address of IKE peer {0}', peer.name) }],
        repairs: () => [
          ...(single ? changeRemote : []),
          ...repair(
            l10n.t('Change destination to {0}', remote.value.text),
            false,
            replace(destination.place, remote.value.text),
          ),
        ],
      });
    }
    return findings;
  },
};
