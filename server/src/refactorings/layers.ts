import { algorithmById, type AlgorithmKind } from '../commands/algorithms';
import type { Device, Named } from '../model/device';
import type { Value } from '../model/value';
import type { Judgement } from '../rules/judge';
import { STRONG, type Setting } from '../rules/tunnel/align';
import type { AlgorithmView } from '../rules/spelling';
import type { End } from '../tunnels/end';
import { phase1Of } from '../tunnels/phase1';
import { phase2Of } from '../tunnels/phase2';
import { comparedSessions } from '../tunnels/session';
import { endsWith, sideOf } from './parts';
import type { Snapshot } from '../workspace/workspace';

/** Where the algorithms of a tunnel stand: in IKE proposals, in IPsec proposals, and the PFS of its policies. */
export type Layer = 'ike' | 'ipsec' | 'pfs';

export const LAYERS: readonly Layer[] = ['ike', 'ipsec', 'pfs'];

/** Something of a device that names algorithms, with an end that uses it. */
export interface Part {
  readonly end: End;
  readonly object: Named;
}

/** A setting of a layer, whose values both ends must have in common. */
export interface Field {
  readonly command: string;
  readonly kind: AlgorithmKind;
  readonly view: AlgorithmView;
  /** Undefined where it is not known; an empty list where it is off or not in use. */
  readonly valueOf: (part: Part) => Value<readonly string[]> | undefined;
}

const OFF: Value<readonly string[]> = { value: [], origin: 'default' };

function ike(
  command: string,
  kind: AlgorithmKind,
  field: 'encryption' | 'hash' | 'dh' | 'integrity' | 'prf',
): Field {
  const valueOf: Field['valueOf'] = ({ object, end }) =>
    end.ikeProposals?.find((each) => each === object)?.[field];
  return { command, kind, view: 'ike', valueOf };
}

function ipsec(
  command: string,
  kind: AlgorithmKind,
  field: 'espEncryption' | 'espAuthentication' | 'ahAuthentication',
): Field {
  const other = field.startsWith('esp') ? 'ah' : 'esp';
  const valueOf: Field['valueOf'] = ({ object, end }) => {
    const proposal = end.ipsecProposals?.find((each) => each === object);
    // What belongs to the other protocol is not in use.
    return proposal?.transform.value === other ? OFF : proposal?.[field];
  };
  return { command, kind, view: 'ipsec', valueOf };
}

export const FIELDS: Readonly<Record<Layer, readonly Field[]>> = {
  ike: [
    ike('encryption-algorithm', 'encryption', 'encryption'),
    ike('dh', 'dh', 'dh'),
    ike('authentication-algorithm', 'hash', 'hash'),
    ike('integrity-algorithm', 'integrity', 'integrity'),
    ike('prf', 'prf', 'prf'),
  ],
  ipsec: [
    ipsec('esp encryption-algorithm', 'encryption', 'espEncryption'),
    ipsec('esp authentication-algorithm', 'hash', 'espAuthentication'),
    ipsec('ah authentication-algorithm', 'hash', 'ahAuthentication'),
  ],
  pfs: [
    {
      command: 'pfs',
      kind: 'dh',
      view: 'pfs',
      valueOf: ({ end }) => {
        const pfs = end.settings.perfectForwardSecrecy;
        return pfs ? { ...pfs, value: [pfs.value] } : OFF;
      },
    },
  ],
};

/** What the two ends of a tunnel are negotiated with in a layer, in the order of its ends; undefined where they do not agree for sure. */
export function agreedParts({ tunnel }: Judgement, layer: Layer): readonly [Part, Part] | undefined {
  const parts = (objects: readonly [Named, Named]): readonly [Part, Part] => [
    { end: tunnel.ends[0], object: objects[0] },
    { end: tunnel.ends[1], object: objects[1] },
  ];
  if (layer === 'pfs') return parts([tunnel.ends[0].settings, tunnel.ends[1].settings]);
  if (layer === 'ipsec') {
    const { agreement, nearest } = phase2Of(tunnel);
    return agreement === 'agree' && nearest ? parts(nearest.proposals) : undefined;
  }
  const met = comparedSessions(tunnel).map((session) => phase1Of(tunnel, session));
  const [first] = met;
  if (!first?.nearest || met.some(({ agreement }) => agreement === 'differ')) return undefined;
  const { proposals } = first.nearest;
  const isOne = met.every(({ nearest }) => nearest?.proposals.every((each, at) => each === proposals[at]));
  return isOne ? parts(proposals) : undefined;
}

/** Whether an end offers something of a layer, whether or not it is what is agreed on. */
export function offers({ ikeProposals, ipsecProposals, settings }: End, object: Named): boolean {
  return [settings, ...(ikeProposals ?? []), ...(ipsecProposals ?? [])].includes(object);
}

/** Parts that have to change together, since tunnels hang between them. */
export interface Component {
  readonly parts: readonly Part[];
  /** Parts that also serve somebody who is in no file. */
  readonly strangers: readonly Part[];
}

/** The parts that have to change with some; undefined where the ends of a tunnel between them do not agree for sure. */
export function componentOf(snapshot: Snapshot, layer: Layer, seeds: readonly Part[]): Component | undefined {
  const parts = new Map<Named, Part>();
  const strangers: Part[] = [];
  const waiting = [...seeds];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const { object, end: from } = part;
    if (parts.has(object)) continue;
    parts.set(object, part);
    for (const { end, judgements } of endsWith(snapshot, from.device, (each) => offers(each, object))) {
      // One that takes whoever comes serves those that are known.
      if (judgements.length === 0 && !end.open) strangers.push({ end, object });
      for (const judgement of judgements) {
        const agreed = agreedParts(judgement, layer);
        if (!agreed) return undefined;
        const own = sideOf(judgement, end);
        if (agreed[own].object === object) waiting.push(agreed[own === 0 ? 1 : 0]);
      }
    }
  }
  return { parts: [...parts.values()], strangers };
}

function isStrong(kind: AlgorithmKind, id: string): boolean {
  const algorithm = algorithmById(kind, id);
  return algorithm?.strength === 'strong' && algorithm.encrypts !== false;
}

function isWeak(kind: AlgorithmKind, id: string): boolean {
  return (algorithmById(kind, id)?.strength ?? 'strong') !== 'strong';
}

/** Routers before V200R007 have no SHA-2 in an IKE proposal (AR V200R003 online help), and nobody knows what later ones lack. */
function canTake({ release }: Device, { view, kind }: Field): boolean {
  if (view !== 'ike' || release?.product !== 'ar-v200') return true;
  return kind === 'encryption' || kind === 'dh' || !/^V200R00[0-6]/.test(release.text ?? '');
}

/** Values for a setting of one part. */
export interface Change {
  readonly setting: Setting;
  readonly ids: readonly string[];
}

function settingOf({ end, object }: Part, field: Field, value: Value<readonly string[]>): Setting {
  const { command, kind, view } = field;
  const { place } = value;
  return {
    end,
    object,
    label: object.name,
    command,
    kind,
    view,
    values: value.value,
    ...(place ? { place } : {}),
  };
}

/** What makes a setting strong in all parts: what is strong in every one of them already, else one strong algorithm for all. */
function changesOfField(parts: readonly Part[], field: Field): Change[] {
  const all = parts.map((part) => ({ part, value: field.valueOf(part) }));
  // Beside a value that nobody knows no other one can be chosen.
  if (all.some(({ value }) => value === undefined)) return [];
  const used = all.flatMap(({ part, value }) => (value && value.value.length > 0 ? [{ part, value }] : []));
  const { kind } = field;
  if (!used.some(({ value }) => value.value.some((id) => isWeak(kind, id)))) return [];
  if (!used.every(({ part }) => canTake(part.end.device, field))) return [];
  const [first, ...others] = used.map(({ value }) => value.value.filter((id) => isStrong(kind, id)));
  const common = (first ?? []).filter((id) => others.every((each) => each.includes(id)));
  const strong = STRONG[kind];
  if (common.length === 0 && strong === undefined) return [];
  return used.flatMap(({ part, value }) => {
    const kept = value.value.filter((id) => !isWeak(kind, id));
    const ids = common.length > 0 ? kept : [strong ?? ''];
    const isSame = ids.length === value.value.length && ids.every((id) => value.value.includes(id));
    return isSame ? [] : [{ setting: settingOf(part, field, value), ids }];
  });
}

/** What makes a layer strong in all parts; nothing where it is, or where no device says what to take instead. */
export function changesOf(parts: readonly Part[], layer: Layer): Change[] {
  return FIELDS[layer].flatMap((field) => changesOfField(parts, field));
}
