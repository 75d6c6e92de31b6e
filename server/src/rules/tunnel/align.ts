import * as l10n from '@vscode/l10n';
import { algorithmById, type AlgorithmKind } from '../../commands/algorithms';
import type { Named } from '../../model/device';
import { textOf, type Place } from '../../model/value';
import type { End } from '../../tunnels/end';
import { insertCommand, repair, replace } from '../edits';
import type { Edit, Repair } from '../rule';
import { spell, type AlgorithmView } from '../spelling';
import { blockOf } from '../targets';
import type { Documents } from '../tunnelRule';

/** A line of one end that names algorithms, or would name them. */
export interface Setting {
  readonly end: End;
  /** What the line belongs to. */
  readonly object: Named;
  /** The object's name for people. */
  readonly label: string;
  /** The command up to its values: `dh`, `esp encryption-algorithm`. */
  readonly command: string;
  readonly kind: AlgorithmKind;
  readonly view: AlgorithmView;
  /** The ids of what it offers. */
  readonly values: readonly string[];
  /** The values as written; absent for a default. */
  readonly place?: Place;
}

/** The edit that gives a setting these values, in the spelling of its device. */
function setValues(setting: Setting, ids: readonly string[], documents: Documents): Edit | undefined {
  const { end, object, kind, view, command, place } = setting;
  const written = place ? textOf(place) : '';
  const words = ids.map((id) => spell(kind, id, end.device, view, written));
  if (words.length === 0 || words.includes(undefined)) return undefined;
  const text = words.join(' ');
  if (place) return replace(place, text);
  const block = blockOf(object);
  const file = block && documents(block.uri);
  return file && insertCommand(block, `${command} ${text}`, file);
}

/** How strong the weakest of some algorithms is: the one an attacker can ask for. */
function strengthOf(kind: AlgorithmKind, ids: readonly string[]): { strong: boolean; rank: number } {
  const known = ids.flatMap((id) => algorithmById(kind, id) ?? []);
  return {
    strong: known.length > 0 && known.every(({ strength }) => strength === 'strong'),
    rank: Math.min(...known.map(({ rank }) => rank)),
  };
}

/** What both ends are raised to where neither is strong. */
const STRONG: Readonly<Partial<Record<AlgorithmKind, string>>> = {
  encryption: 'aes-256',
  hash: 'sha2-256',
  integrity: 'hmac-sha2-256',
  prf: 'hmac-sha2-256',
  dh: 'group14',
};

/** The repairs that make two settings equal: the one like the other, the stronger preferred; both raised where neither is strong. */
export function alignRepairs(a: Setting, b: Setting, documents: Documents): Repair[] {
  const [first, second] = [strengthOf(a.kind, a.values), strengthOf(b.kind, b.values)];
  const likeFirst = first.strong && (!second.strong || first.rank >= second.rank);
  const likeSecond = second.strong && !likeFirst;
  const like = (changed: Setting, model: Setting, preferred: boolean): Repair[] => {
    const edit = setValues(changed, model.values, documents);
    const text = edit && valuesText(changed, model.values);
    return repair(
      l10n.t(
        'Make {0} like {1}: {2} in {3}',
        changed.end.device.name,
        model.end.device.name,
        text ?? '',
        changed.label,
      ),
      preferred,
      edit,
    );
  };
  const strong = STRONG[a.kind];
  const raised =
    first.strong || second.strong || strong === undefined
      ? []
      : repair(
          l10n.t('Raise both ends to {0}', valuesText(a, [strong])),
          true,
          setValues(a, [strong], documents),
          setValues(b, [strong], documents),
        );
  const alternatives = [...like(b, a, likeFirst), ...like(a, b, likeSecond)];
  return [...raised, ...alternatives.sort((x, y) => Number(y.preferred) - Number(x.preferred))];
}

function valuesText({ kind, end, view, command, place }: Setting, ids: readonly string[]): string {
  const written = place ? textOf(place) : '';
  return `${command} ${ids.map((id) => spell(kind, id, end.device, view, written) ?? id).join(' ')}`;
}
