import type { BlockPlace, Device, IkePeer, Named, PolicySettings } from '../model/device';

/** Where a line is added to an object: the first place where its view is opened. */
export function blockOf(named: Named): BlockPlace | undefined {
  return named.blocks[0];
}

/** Everything that uses IKE peers: policy entries, templates and profiles. */
export function settingsOf(device: Device): readonly (Named & PolicySettings)[] {
  return [...device.policies, ...device.templates, ...device.profiles];
}

/** The peer that a policy, template or profile uses. */
export function peerOf(device: Device, settings: PolicySettings): IkePeer | undefined {
  const name = settings.ikePeer?.value;
  return name === undefined ? undefined : device.ikePeers.find((peer) => peer.name === name);
}
