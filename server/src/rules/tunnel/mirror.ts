import * as l10n from '@vscode/l10n';
import { addressSet, inOrder, type AclRule } from '../../model/acl';
import type { Acl, Device } from '../../model/device';
import {
  addressesContain,
  intersection,
  mirrored,
  prefixSet,
  type AddressSet,
  type Flow,
} from '../../model/flow';
import { permitText } from '../../model/ruleText';
import { lineOf, textOf, type Place } from '../../model/value';
import type { End } from '../../tunnels/end';
import type { ProtectedFlow } from '../../tunnels/protectedFlows';
import { insertBefore, repair, replace, type Step } from '../edits';
import type { Repair } from '../rule';
import type { Documents } from '../tunnelRule';
import { addCommand, isPrinted, typing } from '../typing';

/** What a rule permits, as written: `ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255`. */
export function flowText({ rule, place, flow }: ProtectedFlow): string {
  if (!rule) return (flow && permitText(flow)?.replace(/^permit /, '')) ?? textOf(place);
  return textOf(bodyOf(rule)).replace(/^\S+\s+/, '');
}

/** The part of a rule behind its number: from `permit` on. */
function bodyOf({ place }: AclRule): Place {
  const { words, match } = lineOf(place);
  const at = match
    ? match.words.findIndex((word) => word.kind === 'keyword' && word.keyword === 'permit')
    : words.findIndex(({ text }) => text === 'permit');
  return { ...place, start: words[at]?.start ?? place.start };
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

/** The usual distance between the numbers of two rules. */
const STEP = 5;

/** The greatest number a rule can have (USG6000E command reference, rule). */
const MAX_NUMBER = 4294967294;

/** The numbers in use in an ACL: also those of rules that were not understood. */
function numbersIn({ blocks, rules }: Acl): number[] {
  const known = rules.flatMap(({ id }) => id ?? []);
  const written = blocks.flatMap(({ item, block }) =>
    block.lines.flatMap((line) => {
      const [command, number] = item.lines[line]?.words ?? [];
      return command?.text === 'rule' && /^\d+$/.test(number?.text ?? '') ? Number(number?.text) : [];
    }),
  );
  return [...known, ...written];
}

/** Where a new rule goes. */
interface RulePlace {
  /** With the blank behind it; empty where the device numbers the rules. */
  readonly number: string;
  /** The rule that it must come before; absent where it comes last. */
  readonly before?: AclRule;
}

/** A deny rule that is tried before `until` and takes packets of a flow out, or may do so. */
function denyOf({ rules }: Acl, flow: Flow, until?: AclRule): AclRule | undefined {
  const ordered = inOrder(rules);
  const end = until ? ordered.indexOf(until) : ordered.length;
  return ordered
    .slice(0, end)
    .find((rule) => rule.action === 'deny' && (!rule.flow || intersection(rule.flow, flow)));
}

/** A new rule comes last, yet before the rule that denies its packets. Undefined where there is no room for it. */
function placeFor(acl: Acl, flow: Flow): RulePlace | undefined {
  const { rules, matchOrder } = acl;
  const deny = denyOf(acl, flow);
  // The device sorts such a list itself, by how exact the rules are.
  if (matchOrder === 'auto') return deny ? undefined : { number: '' };
  const isNumbered = rules.every(({ id }) => id !== undefined);
  if (!isNumbered) return deny ? { number: '', before: deny } : { number: '' };
  const used = numbersIn(acl);
  const limit = deny?.id ?? MAX_NUMBER + 1;
  const last = used.reduce((most, number) => (number < limit ? Math.max(most, number) : most), -1);
  const usual = (Math.floor(Math.max(0, last) / STEP) + 1) * STEP;
  // Half way between its neighbours there stays room on both sides.
  const number = usual < limit ? usual : last + Math.ceil((limit - last) / 2);
  return number < limit ? { number: `${number} `, ...(deny ? { before: deny } : {}) } : undefined;
}

/** Makes an end protect the mirror image of a flow: over the rule that was meant to, else as a rule of its own. */
function mirrorAt(
  end: End,
  instead: ProtectedFlow | undefined,
  flow: Flow,
  documents: Documents,
): Step | undefined {
  const { device, acl } = end;
  const wanted = mirrored(flow);
  const text = permitText(wanted);
  if (text === undefined || acl?.family !== wanted.source.family) return undefined;
  if (instead?.rule) {
    if (denyOf(acl, wanted, instead.rule)) return undefined;
    const { id, place } = instead.rule;
    if (!isPrinted(place)) return replace(bodyOf(instead.rule), text);
    // A rule of the same number would be laid over the old one, parts of which could stay.
    return id === undefined ? undefined : typing(device, acl, [`undo rule ${id}`, `rule ${id} ${text}`]);
  }
  const at = placeFor(acl, wanted);
  if (!at) return undefined;
  const command = `rule ${at.number}${text}`;
  const { before } = at;
  if (!before || isPrinted(before.place)) return addCommand(device, acl, command, documents);
  const document = documents(before.place.uri);
  return document && insertBefore(before.place, command, document);
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
