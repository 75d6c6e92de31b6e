import * as l10n from '@vscode/l10n';
import type { Device, Interface } from '../../model/device';
import { indexOf } from '../../model/deviceIndex';
import { nameKey } from '../../model/reading';
import { canonicalAddress } from '../../syntax/address';
import { endsOf, type End } from '../../tunnels/end';
import { namedBy } from '../../tunnels/fit';
import { analyseWorkspace } from '../../workspace/tunnels';
import type { Hint, HintContext, HintSource } from './hint';

/** The interface of a device that has an address. */
function interfaceWith({ interfaces }: Device, key: string): Interface | undefined {
  return interfaces.find(({ addresses, virtualAddresses }) =>
    [...addresses.map(({ value }) => value.address), ...virtualAddresses.map(({ value }) => value)].some(
      (text) => canonicalAddress(text) === key,
    ),
  );
}

/** Whom the addresses of an end lead to: the device and the interface, or the address where a name is written. */
function hintsOf(end: End, { snapshot, isAsked }: HintContext): Hint[] {
  const judgements = analyseWorkspace(snapshot).byEnd.get(end) ?? [];
  return end.remoteAddresses.flatMap(({ key, place, text }): Hint[] => {
    if (!isAsked(place)) return [];
    const hints = judgements.flatMap(({ tunnel }): Hint[] => {
      const other = tunnel.ends[0] === end ? tunnel.ends[1] : tunnel.ends[0];
      const isNamed = key !== undefined && namedBy(end, other, tunnel.nat).length > 0;
      const target = tunnel.nat.get(key ?? '') ?? key;
      const [local] = other.localAddresses.filter((each) => !isNamed || each.key === target);
      // A range or a name that only one device can be meant by says less than its address.
      if (!local || (isNamed ? false : key !== undefined)) return [];
      const at = interfaceWith(other.device, local.key)?.name;
      const where = at === undefined ? other.device.name : `${other.device.name} ${at}`;
      const shown = isNamed ? `→ ${where}` : `→ ${where} ${local.text}`;
      const tooltip = l10n.t('{0} leads to {1}, which has the address {2}.', text, where, local.text);
      return [{ place, text: shown, tooltip, target: local.place }];
    });
    // Several entries of one peer come to the same.
    return hints.filter((each, index) => hints.findIndex((other) => other.text === each.text) === index);
  });
}

/** The address behind the `source` of a tunnel interface. */
function sourceHints(device: Device, { isAsked }: HintContext): Hint[] {
  return device.interfaces.flatMap(({ source, ipsecProfile }): Hint[] => {
    if (!source?.place || !ipsecProfile || !isAsked(source.place)) return [];
    if (canonicalAddress(source.value) !== undefined) return [];
    const from = indexOf(device).interfaces.get(nameKey('interface', source.value));
    const [address] = from?.addresses ?? [];
    if (!address) return [];
    const text = address.value.address;
    const tooltip = l10n.t('Packets of the tunnel leave from {0}, the address of {1}.', text, source.value);
    return [{ place: source.place, text, tooltip, target: address.place }];
  });
}

/** What the addresses and names of tunnels come to. */
export const addressHints: HintSource = (context) => {
  if (!context.settings.addresses) return [];
  return context.devices.flatMap((device) => [
    ...endsOf(device).flatMap((end) => hintsOf(end, context)),
    ...sourceHints(device, context),
  ]);
};
