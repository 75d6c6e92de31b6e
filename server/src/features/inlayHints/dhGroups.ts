import * as l10n from '@vscode/l10n';
import { algorithmById } from '../../commands/algorithms';
import { localize } from '../../l10n';
import { algorithmWords } from '../../model/algorithmSet';
import type { Place } from '../../model/value';
import { settingsOf } from '../../rules/targets';
import type { Hint, HintSource } from './hint';

/** The sizes of the groups on a line, where they are asked for: of weak ones only, unless the user wants all. */
function hintOf(place: Place, all: boolean): Hint[] {
  const groups = algorithmWords('dh', place).flatMap(({ id }) => algorithmById('dh', id) ?? []);
  if (groups.length === 0 || (!all && groups.every(({ strength }) => strength === 'strong'))) return [];
  const sizes = groups.map(({ bits = 0, display }) =>
    display[0]?.startsWith('ECP') ? l10n.t('{0} bits (curve)', bits) : l10n.t('{0} bits', bits),
  );
  return [
    {
      place,
      text: sizes.join(', '),
      tooltip: groups.map(({ title, about }) => `${title}: ${localize(about)}`).join('\n\n'),
    },
  ];
}

/** How large the DH groups of IKE proposals and of PFS are. */
export const dhGroupHints: HintSource = ({ devices, settings: { dhGroups }, isAsked }) => {
  if (dhGroups === 'off') return [];
  return devices.flatMap((device) => {
    const places = [
      ...device.ikeProposals.map(({ dh }) => dh?.place),
      ...settingsOf(device).map(({ perfectForwardSecrecy }) => perfectForwardSecrecy?.place),
    ];
    return places.flatMap((place) => (place && isAsked(place) ? hintOf(place, dhGroups === 'all') : []));
  });
};
