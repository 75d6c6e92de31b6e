import * as l10n from '@vscode/l10n';
import { isIpv4, isIpv6 } from '../syntax/address';
import { replace } from './edits';
import { peerOf } from './targets';
import type { DeviceRule, Finding, Repair } from './rule';

/** A tunnel interface and the peer of its profile that point at different addresses. */
export const tunnelDestination: DeviceRule = {
  id: 'tunnel-destination-mismatch',
  severity: 'error',
  causes: ['flow or peer mismatch', 'peer address mismatch'],
  documentation: {
    title: { en: 'Tunnel destination against remote address', 'zh-cn': '隧道目的地址与对端地址不一致' },
    checks: {
      en:
        '`destination` of a tunnel interface with an IPsec profile is none of the `remote-address` lines of the profile\'s IKE peer. ' +
        'Silent where either of the two is not written.',
      'zh-cn':
        '应用了安全框架的隧道接口的 `destination` 与该框架所引用 IKE 对等体的 `remote-address` 均不相同。任一方未配置时不报告。',
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
    for (const tunnel of device.interfaces) {
      const { destination, ipsecProfile } = tunnel;
      if (!destination || !ipsecProfile || !(isIpv4(destination.value) || isIpv6(destination.value))) continue;
      const profile = device.profiles.find((each) => each.name === ipsecProfile.value);
      const peer = profile && peerOf(device, profile);
      if (!profile || !peer || peer.remoteAddresses.length === 0) continue;
      const comparable = peer.remoteAddresses.filter(({ value }) => isIpv4(value.text) || isIpv6(value.text));
      if (comparable.length < peer.remoteAddresses.length) continue;
      if (comparable.some(({ value }) => value.to !== undefined || value.text === destination.value)) continue;
      const [remote] = comparable;
      if (!remote) continue;
      const shared = device.names.filter(
        (use) => use.role === 'reference' && use.kind === 'ike-peer' && use.name === peer.name,
      );
      const single = comparable.length === 1;
      const repairs: Repair[] = [
        {
          title: l10n.t('Change remote-address to {0}', destination.value),
          preferred: single && shared.length === 1,
          edits: [replace(remote.place, destination.value)],
        },
        {
          title: l10n.t('Change destination to {0}', remote.value.text),
          preferred: single && shared.length > 1,
          edits: [replace(destination.place, remote.value.text)],
        },
      ];
      findings.push({
        place: destination.place,
        message: l10n.t(
          'destination {0} of {1} is not the remote-address {2} of its IKE peer {3}.',
          destination.value,
          tunnel.name,
          comparable.map(({ value }) => value.text).join(', '),
          peer.name,
        ),
        related: [{ place: remote.place, message: l10n.t('remote-address of IKE peer {0}', peer.name) }],
        repairs: single ? repairs : repairs.slice(1),
      });
    }
    return findings;
  },
};
