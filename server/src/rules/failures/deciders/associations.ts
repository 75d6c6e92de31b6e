import * as l10n from '@vscode/l10n';
import { causes } from '../../../causes';
import type { DisplayedIpsecSa } from '../../../display/ipsecSa';
import type { Field } from '../../../display/output';
import { mayBeCut } from '../../../model/displayedValue';
import { canonicalAddress } from '../../../syntax/address';
import type { Failure, FailureContext } from '../failure';
import type { Decider, Decision } from './decider';
import { answersOf, because, factsOf, mention, noted, type ShownFact } from './shown';

const PUBLIC = /^[-_]*(?:public_?)?[-_]*$/i;

type ShownSa = ShownFact<'ikeSa'>;

const ready = new WeakMap<readonly ShownSa[], Map<string, ShownSa[]>>();

/** The pairs of IPsec SAs that are in use, by the address of the peer. */
function readyByPeer(all: readonly ShownSa[]): ReadonlyMap<string, readonly ShownSa[]> {
  let byPeer = ready.get(all);
  if (!byPeer) {
    byPeer = new Map();
    for (const each of all) {
      const { phase, flags, peer } = each.fact;
      const set = flags?.text.split('|') ?? [];
      const isReady = set.includes('RD') && !['FD', 'TO', 'RL', 'BCK'].some((flag) => set.includes(flag));
      const key = canonicalAddress(peer.text);
      if (phase?.text !== '2' || !isReady || key === undefined) continue;
      byPeer.set(key, [...(byPeer.get(key) ?? []), each]);
    }
    ready.set(all, byPeer);
  }
  return byPeer;
}

function decideLive(failure: Failure, context: FailureContext): readonly Decision[] {
  const { device, deviceName, peer } = failure;
  const key = peer === undefined ? undefined : canonicalAddress(peer);
  if (key === undefined) return [];
  const { vpnInstance } = failure.last.at(-1) ?? {};
  const live = readyByPeer(factsOf('ikeSa', device, context))
    .get(key)
    ?.find(({ fact: { vpnInstance: vpn } }) => {
      const isPublic = vpn === undefined || PUBLIC.test(vpn.text);
      return vpnInstance === undefined || isPublic || vpn.text === vpnInstance;
    });
  if (!live) return [];
  const owner = deviceName ?? device.name;
  const { flags, peer: address } = live.fact;
  return [
    noted(
      l10n.t(
        'The SAs of {0} with {1} are up in what it shows ({2}).',
        owner,
        address.text,
        flags?.text ?? '',
      ),
      mention(live.uri, address, '').place,
    ),
  ];
}

/** Whether the tunnel is up in what was captured: that says nothing of why it was not. */
export const liveAssociation: Decider = {
  causes: causes.filter(({ harmless }) => harmless !== 'yes').map(({ name }) => name),
  outputs: ['ikeSa'],
  onlyFacts: true,
  decide: decideLive,
};

/** A number as printed: `1234 (0x4d2)`, `0x4d2`. */
function spiKey({ text }: Field): number | undefined {
  const number = Number(/0x[\da-f]{1,8}/i.exec(text)?.[0] ?? /^\d{1,10}/.exec(text)?.[0]);
  return Number.isNaN(number) ? undefined : number;
}

/** What tells one tunnel from another: the same one is printed once for each board that has it. */
function tunnelKey(sa: DisplayedIpsecSa): string {
  const { name, sequence, remoteAddress, flowSource, flowDestination } = sa;
  return [name, sequence, remoteAddress, flowSource, flowDestination]
    .map((field) => field?.text ?? '')
    .join(' ');
}

function decideSpi({ device, deviceName }: Failure, context: FailureContext): readonly Decision[] {
  const owner = deviceName ?? device.name;
  return answersOf('ipsecSa', device, context).flatMap(({ uri, displayed: { facts } }) => {
    const seen = new Map<string, { readonly field: Field; readonly tunnel: string }>();
    const found: Decision[] = [];
    for (const sa of facts)
      for (const { direction, protocol, spi } of sa.associations) {
        const number = spi && spiKey(spi);
        if (direction !== 'inbound' || !spi || number === undefined || mayBeCut(spi)) continue;
        const key = `${protocol} ${number}`;
        const before = seen.get(key);
        const tunnel = tunnelKey(sa);
        if (!before) seen.set(key, { field: spi, tunnel });
        else if (before.tunnel !== tunnel)
          found.push(
            because(
              l10n.t('Two inbound SAs of {0} have the SPI {1}.', owner, spi.text),
              'error',
              mention(uri, before.field, l10n.t('{0}: SPI {1}', owner, before.field.text)),
              mention(uri, spi, l10n.t('{0}: SPI {1}', owner, spi.text)),
            ),
          );
      }
    return found;
  });
}

/** Two inbound SAs with one SPI. */
export const duplicateSpi: Decider = { causes: ['spi conflict'], outputs: ['ipsecSa'], decide: decideSpi };
