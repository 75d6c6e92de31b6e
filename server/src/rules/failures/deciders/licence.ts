import * as l10n from '@vscode/l10n';
import type { LicenseItem } from '../../../display/license';
import type { Failure, FailureContext } from '../failure';
import { timeText } from '../wording';
import type { Decider, Decision } from './decider';
import { because, countIn, factsOf, mention, noted, type Mention } from './shown';
import { aside, labelled } from '../../../l10n';

/** Items that license tunnels, by what they are called: names are codes, so their description counts as well. */
const OF_TUNNELS = /ipsec|(?<![a-z])vpn(?![a-z])/i;
/** Licences for remote users of another kind. */
const OF_OTHERS = /ssl|l2tp|mpls|bgp|evpn|vxlan|gre|efficient|dsvpn/i;

const DAY = 24 * 3600 * 1000;

/** A trial goes on after the date. */
const TRIAL = /trial|demo/i;
const OFF = /^(?:disabled|not supported|expired|invalid)/i;

function isOfTunnels({ name, description }: LicenseItem): boolean {
  const text = `${name.text} ${description?.text ?? ''}`;
  return /ipsec/i.test(text) || (OF_TUNNELS.test(text) && !OF_OTHERS.test(text));
}

function judge(item: LicenseItem, uri: string, { device, deviceName, occasions }: Failure): Decision[] {
  const owner = deviceName ?? device.name;
  const name = item.description ? aside(item.name.text, item.description.text) : item.name.text;
  const { limit, used, state, expiry, expiresAt } = item;
  const [most, count] = [countIn(limit), countIn(used)];
  const shown = (field: LicenseItem['name'], label: string): Mention =>
    mention(uri, field, labelled(owner, `${label} ${field.text}`));
  const off = [state, limit].find((field) => field && OFF.test(field.text));
  if (off)
    return [
      because(
        l10n.t('The licence of {0} does not cover {1}: {2}.', owner, name, off.text),
        'error',
        shown(off, name),
      ),
    ];
  const isUsedUp = most !== undefined && most > 0 && count !== undefined && count >= most;
  // Items that switch a function on have the value 1, which is in use as soon as the function is.
  const isCounted = !/function/i.test(item.type?.text ?? '');
  if (isUsedUp && isCounted && limit && used)
    return [
      because(
        l10n.t('The licence of {0} allows {1} of {2}, and {3} are in use.', owner, most, name, count),
        'error',
        shown(used, l10n.t('used')),
        shown(limit, l10n.t('allowed')),
      ),
    ];
  const moment = occasions.at(-1)?.moment;
  const isOver =
    expiresAt !== undefined &&
    moment !== undefined &&
    !moment.lacksYear &&
    moment.milliseconds >= expiresAt.milliseconds + DAY;
  if (isOver && expiry) {
    const message = l10n.t(
      'The licence of {0} for {1} ended on {2}, before {3}.',
      owner,
      name,
      expiry.text,
      timeText(moment),
    );
    const end = shown(expiry, name);
    return [state && TRIAL.test(state.text) ? noted(message, end.place) : because(message, 'error', end)];
  }
  if (!isCounted || most === undefined || count === undefined || !used) return [];
  const message = l10n.t('The licence of {0} allows {1} of {2}; {3} are in use.', owner, most, name, count);
  return [noted(message, mention(uri, used, '').place)];
}

/** What the licence says of tunnels, and how many there are by the list of SAs. */
function decide(failure: Failure, context: FailureContext): readonly Decision[] {
  const { device, deviceName } = failure;
  const owner = deviceName ?? device.name;
  const licences = factsOf('license', device, context);
  const items = licences.flatMap(({ uri, fact }) =>
    fact.items.filter(isOfTunnels).map((item) => ({ item, uri })),
  );
  const decisions = items.flatMap(({ item, uri }) => judge(item, uri, failure));
  const missing =
    items.length === 0
      ? licences.flatMap(({ uri, fact: { state } }): Decision[] =>
          state && /default|expired|invalid/i.test(state.text)
            ? [
                noted(
                  l10n.t('{0} runs without a licence file: {1}.', owner, state.text),
                  mention(uri, state, '').place,
                ),
              ]
            : [],
        )
      : [];
  const associations = factsOf('ipsecSaBrief', device, context);
  const [first] = associations;
  // One SA in each direction makes a tunnel; a list that was captured twice counts once.
  const spis = new Set(
    associations.map(
      ({ fact: { source, destination, spi } }) => `${source.text} ${destination.text} ${spi.text}`,
    ),
  );
  const tunnels = Math.floor(spis.size / 2);
  const counted =
    first && tunnels > 0
      ? [
          noted(
            tunnels === 1
              ? l10n.t('{0} shows 1 IPsec tunnel.', owner)
              : l10n.t('{0} shows {1} IPsec tunnels.', owner, tunnels),
            mention(first.uri, first.fact.spi, '').place,
          ),
        ]
      : [];
  const allowed = items.flatMap(({ item, uri }): Decision[] => {
    const most = countIn(item.limit);
    if (!item.limit || most === undefined || most < 2 || tunnels < most || !first || item.used) return [];
    const message = l10n.t(
      'The licence of {0} allows {1} of {2}, and {3} tunnels are up.',
      owner,
      most,
      item.name.text,
      tunnels,
    );
    return [
      because(
        message,
        'error',
        mention(uri, item.limit, l10n.t('{0}: allowed {1}', owner, most)),
        mention(first.uri, first.fact.spi, l10n.t('{0}: {1} tunnels', owner, tunnels)),
      ),
    ];
  });
  return [...decisions, ...allowed, ...missing, ...counted];
}

/** A licence for tunnels that is used up, has ended or is not there. */
export const licence: Decider = {
  causes: ['license or specification limited', 'ipsec tunnel number reaches limitation'],
  outputs: ['license', 'ipsecSaBrief'],
  decide,
};
