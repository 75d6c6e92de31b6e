import * as l10n from '@vscode/l10n';
import { algorithmById, type AlgorithmKind } from '../../commands/algorithms';
import type { Named } from '../../model/device';
import { textOf, type Place } from '../../model/value';
import { endsOf, type End } from '../../tunnels/end';
import { writesTwoWordCiphers } from '../blocks';
import { removeCommand, repair, replace, type Step } from '../edits';
import type { Repair } from '../rule';
import { spell, type AlgorithmView } from '../spelling';
import type { Documents } from '../tunnelRule';
import { addCommand, isPrinted, typing } from '../typing';

/** A line of one end that names algorithms or keywords, or would name them. */
export interface Setting {
  readonly end: End;
  /** What the line belongs to. */
  readonly object: Named;
  /** The object's name for people. */
  readonly label: string;
  /** The command up to its values: `dh`, `esp encryption-algorithm`. */
  readonly command: string;
  /** Absent where the values are keywords. */
  readonly kind?: AlgorithmKind;
  readonly view: AlgorithmView;
  /** The ids of what it offers; none for what is switched off. */
  readonly values: readonly string[];
  /** It is off where no line says otherwise, so that devices save no line for it: the line goes, rather than an `undo` taking its place. */
  readonly offByDefault?: true;
  /** The values as written, or the whole line that switches them off; absent for a default. */
  readonly place?: Place;
}

/** Algorithms of a kind, the strongest first. */
function byStrength(kind: AlgorithmKind, ids: readonly string[]): string[] {
  const rank = (id: string): number => algorithmById(kind, id)?.rank ?? 0;
  return [...ids].sort((a, b) => rank(b) - rank(a));
}

/** What a setting is to name: of several algorithms the strongest where the device takes only one. */
function taken({ kind, end, values }: Setting, ids: readonly string[]): readonly string[] {
  const single = kind === 'dh' || writesTwoWordCiphers(end.device);
  return kind && single && ids.length > 1 && values.length <= 1 ? byStrength(kind, ids).slice(0, 1) : ids;
}

/** The command line that gives a setting these values, in the spelling of its device; undefined where that is not known. */
function commandFor(
  setting: Setting,
  ids: readonly string[],
): { command: string; values: string } | undefined {
  const { end, kind, view, command, place } = setting;
  if (ids.length === 0) return { command: `undo ${command}`, values: '' };
  const written = place && !isPrinted(place) ? textOf(place) : '';
  const words = taken(setting, ids).map((id) => (kind ? spell(kind, id, end.device, view, written) : id));
  if (words.includes(undefined)) return undefined;
  const values = words.join(' ');
  return { command: `${command} ${values}`, values };
}

/** What gives a setting these values: a line is changed, written, or taken out; undefined where the device's spelling is not known. */
export function changeSetting(
  setting: Setting,
  ids: readonly string[],
  documents: Documents,
): (Step | undefined)[] {
  const { object, command, offByDefault, place } = setting;
  if (ids.length === 0 && offByDefault && place && !isPrinted(place)) return removeCommand(object, command);
  return [step(setting, ids, documents)];
}

function step(setting: Setting, ids: readonly string[], documents: Documents): Step | undefined {
  const { end, object, place, values } = setting;
  const wanted = commandFor(setting, ids);
  if (!wanted) return undefined;
  if (place && isPrinted(place)) return typing(end.device, object, [wanted.command]);
  // A line that switches the setting off is replaced whole; so is one that is to switch it off.
  if (place && values.length > 0 && ids.length > 0) return replace(place, wanted.values);
  if (place) return replace({ ...place, start: startOf(place) }, wanted.command);
  return addCommand(end.device, object, wanted.command, documents);
}

/** Where the command of a place begins. */
function startOf({ item, line }: Place): number {
  return item.lines[line]?.words[0]?.start ?? 0;
}

/** How strong the weakest of some algorithms is: the one an attacker can ask for. */
function strengthOf({ kind, values }: Setting): { strong: boolean; rank: number } {
  const known = kind ? values.flatMap((id) => algorithmById(kind, id) ?? []) : [];
  return {
    strong: known.length > 0 && known.every(({ strength }) => strength === 'strong'),
    rank: known.length > 0 ? Math.min(...known.map(({ rank }) => rank)) : -1,
  };
}

/** What both ends are raised to where neither is strong. */
export const STRONG: Readonly<Partial<Record<AlgorithmKind, string>>> = {
  encryption: 'aes-256',
  hash: 'sha2-256',
  integrity: 'hmac-sha2-256',
  prf: 'hmac-sha2-256',
  dh: 'group14',
};

function make(changed: Setting, model: Setting, preferred: boolean, documents: Documents): Repair[] {
  const text = commandFor(changed, model.values)?.command ?? '';
  const [own, others] = [changed.end.device.name, model.end.device.name];
  const title =
    changed.offByDefault && model.values.length === 0
      ? l10n.t('Make {0} like {1}: no {2} in {3}', own, others, changed.command, changed.label)
      : l10n.t('Make {0} like {1}: {2} in {3}', own, others, text, changed.label);
  const weakens = changed.kind !== undefined && !strengthOf(model).strong;
  return repair(title, preferred, ...changeSetting(changed, model.values, documents)).map((each) =>
    weakens ? { ...each, weakens } : each,
  );
}

/** How many tunnels hang on a setting, as far as its device says: one that takes whoever comes has many. */
function users({ end, object }: Setting): number {
  const uses = ({ settings, ikeProposals, ipsecProposals }: End): boolean =>
    [settings, ...(ikeProposals ?? []), ...(ipsecProposals ?? [])].includes(object);
  return endsOf(end.device).reduce((sum, each) => sum + (uses(each) ? (each.open ? MANY : 1) : 0), 0);
}

/** More callers than a device has entries. */
const MANY = 10_000;

/**
 * The repairs that make two settings equal: the one like the other, the stronger preferred; where neither is strong, first of all both
 * raised. Of two that are both strong the one stays on which more tunnels hang, else the stronger one; of two that are equally strong the
 * second end follows the first. `keep` says which one stays where that is known better.
 */
export function alignRepairs(a: Setting, b: Setting, documents: Documents, keep?: Setting): Repair[] {
  const [first, second] = [strengthOf(a), strengthOf(b)];
  const strong = a.kind && STRONG[a.kind];
  const both = strong !== undefined && !first.strong && !second.strong;
  const used = first.strong === second.strong ? users(b) - users(a) : 0;
  const stronger = second.rank > first.rank && (second.strong || !first.strong);
  const likeSecond = !both && (keep ? keep === b : used === 0 ? stronger : used > 0);
  const raised = both
    ? repair(
        l10n.t('Raise both ends to {0}', commandFor(a, [strong])?.command ?? strong),
        true,
        ...changeSetting(a, [strong], documents),
        ...changeSetting(b, [strong], documents),
      )
    : [];
  const alternatives = [
    ...make(b, a, !both && !likeSecond, documents),
    ...make(a, b, likeSecond, documents),
  ].sort((x, y) => Number(y.preferred) - Number(x.preferred));
  return [...raised, ...alternatives];
}
