import * as l10n from '@vscode/l10n';
import type { AclRule } from '../../model/acl';
import type { Acl, Device } from '../../model/device';
import { addressesContain, mirrored, prefixSet, type AddressSet, type Flow } from '../../model/flow';
import { addressSet } from '../../model/acl';
import { permitText } from '../../model/ruleText';
import { lineOf, textOf, type Place } from '../../model/value';
import type { End } from '../../tunnels/end';
import type { ProtectedFlow } from '../../tunnels/protectedFlows';
import { insertCommand, repair, replace } from '../edits';
import type { Edit, Repair } from '../rule';
import { blockOf } from '../targets';
import type { Documents } from '../tunnelRule';

/** What a rule permits, as written: `ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255`. */
export function flowText({ rule, place, flow }: ProtectedFlow): string {
  if (!rule) return (flow && permitText(flow)?.replace(/^permit /, '')) ?? textOf(place);
  return textOf(bodyOf(rule)).replace(/^\S+\s+/, '');
}

/** The part of a rule behind its number: from `permit` on. */
function bodyOf({ place }: AclRule): Place {
  const words = lineOf(place).match?.words ?? [];
  const at = words.findIndex((word) => word.kind === 'keyword' && word.keyword === 'permit');
  return { ...place, start: lineOf(place).words[at]?.start ?? place.start };
}

/** The networks a device is connected to. */
function networksOf({ interfaces }: Device): AddressSet[] {
  return interfaces.flatMap(({ addresses }) =>
    addresses.flatMap(({ value: { address, length } }) => {
      const host = addressSet(address);
      return host && length !== undefined ? [prefixSet(host.family, host.address, length)] : [];
    }),
  );
}

/** How well a flow fits where it stands: the own network is the source, that of the other device the destination. */
function plausibility(flow: Flow, own: Device, other: Device): number {
  const within = (device: Device, set: AddressSet): number =>
    networksOf(device).some((network) => addressesContain(network, set) || addressesContain(set, network))
      ? 1
      : 0;
  return (
    within(own, flow.source) -
    within(own, flow.destination) +
    within(other, flow.destination) -
    within(other, flow.source)
  );
}

/** The number of a rule behind the last one, where the rules are numbered: the next multiple of the usual step of 5. */
function nextNumber({ rules }: Acl): string {
  const numbers = rules.flatMap(({ id }) => id ?? []);
  if (numbers.length < rules.length) return '';
  return `${(Math.floor(Math.max(0, ...numbers) / 5) + 1) * 5} `;
}

/** Makes an end protect the mirror image of a flow: over the rule that was meant to, else as a rule of its own. */
function mirrorAt(
  end: End,
  instead: ProtectedFlow | undefined,
  flow: Flow,
  documents: Documents,
): Edit | undefined {
  const text = permitText(mirrored(flow));
  if (text === undefined) return undefined;
  if (instead?.rule) return replace(bodyOf(instead.rule), text);
  const { acl } = end;
  const block = acl && blockOf(acl);
  const document = block && documents(block.uri);
  return document && insertCommand(block, `rule ${nextNumber(acl)}${text}`, document);
}

/** Repairs for a flow of `own` and what stands for it at `other`: one is made the mirror image of the other, the more plausible one kept. */
export function mirrorRepairs(
  own: End,
  flow: ProtectedFlow,
  other: End,
  instead: ProtectedFlow | undefined,
  documents: Documents,
): Repair[] {
  const make = (
    end: End,
    model: End,
    wrong: ProtectedFlow | undefined,
    right: ProtectedFlow,
    preferred: boolean,
  ) =>
    right.flow && end.kind !== 'profile'
      ? repair(
          l10n.t(
            'Mirror the rule of {0} on {1}: {2}',
            model.device.name,
            end.device.name,
            permitText(mirrored(right.flow)) ?? '',
          ),
          preferred,
          mirrorAt(end, wrong, right.flow, documents),
        )
      : [];
  const keepOther =
    instead?.flow !== undefined &&
    flow.flow !== undefined &&
    plausibility(instead.flow, other.device, own.device) > plausibility(flow.flow, own.device, other.device);
  const atOther = make(other, own, instead, flow, !keepOther);
  const atOwn =
    instead?.rule && flow.rule ? make(own, other, flow, instead, keepOther || atOther.length === 0) : [];
  return keepOther ? [...atOwn, ...atOther] : [...atOther, ...atOwn];
}
