import * as l10n from '@vscode/l10n';
import { algorithmTitle, type AlgorithmKind } from '../commands/algorithms';
import { says, type IkeProposal, type IpsecProposal } from '../model/device';
import { lineOf, textOf, type Value } from '../model/value';
import { mirrored } from '../model/flow';
import { permitText } from '../model/ruleText';
import type { End } from '../tunnels/end';
import { expectedIdentity, localIdentity, type Identity } from '../tunnels/identity';
import { protectionOf } from '../tunnels/protectedFlows';
import { startingMode } from '../tunnels/session';
import { series } from '../l10n';

/** One setting of an end in words, so that two ends can be laid side by side. */
export interface EndField {
  readonly label: string;
  /** A line for each value; empty where the end has none. */
  readonly values: readonly string[];
}

function algorithms(kind: AlgorithmKind, value: Value<readonly string[]> | undefined): string {
  if (!value) return l10n.t('default, depends on the release');
  if (value.value.length === 0) return l10n.t('none');
  const shown = series(value.value.map((id) => algorithmTitle(kind, id)));
  return value.origin === 'default' ? l10n.t('{0} (default)', shown) : shown;
}

function ikeProposal(each: IkeProposal, end: End): string[] {
  const { v1, v2 } = end.peer?.versions.value ?? { v1: true, v2: true };
  return [
    l10n.t('encryption {0}', algorithms('encryption', each.encryption)),
    ...(v1 ? [l10n.t('hash {0}', algorithms('hash', each.hash))] : []),
    ...(v2
      ? [
          l10n.t('integrity {0}', algorithms('integrity', each.integrity)),
          l10n.t('PRF {0}', algorithms('prf', each.prf)),
        ]
      : []),
    algorithms('dh', each.dh),
    l10n.t('method {0}', each.authenticationMethod?.value ?? 'pre-share'),
  ];
}

function ipsecProposal(each: IpsecProposal): string[] {
  const { transform, encapsulation } = each;
  const esp =
    transform.value === 'ah'
      ? []
      : [
          l10n.t('ESP encryption {0}', algorithms('encryption', each.espEncryption)),
          l10n.t('ESP authentication {0}', algorithms('hash', each.espAuthentication)),
        ];
  const ah =
    transform.value === 'esp'
      ? []
      : [l10n.t('AH authentication {0}', algorithms('hash', each.ahAuthentication))];
  const mode = says(each, 'encapsulation') ? encapsulation.value : unknown();
  return [says(each, 'transform') ? transform.value : unknown(), l10n.t('mode {0}', mode), ...esp, ...ah];
}

/** What an output leaves open. */
const unknown = (): string => l10n.t('not known');

function versions({ peer }: End): string {
  if (peer && !says(peer, 'versions')) return unknown();
  const { v1, v2 } = peer?.versions.value ?? { v1: true, v2: true };
  return v1 && v2 ? l10n.t('IKEv1 and IKEv2, starts with IKEv2') : v2 ? 'IKEv2' : 'IKEv1';
}

function exchangeMode(end: End): string {
  const { peer } = end;
  if (peer && !says(peer, 'exchangeMode')) return unknown();
  return peer?.exchangeMode?.value ?? startingMode(end);
}

function perfectForwardSecrecy({ settings }: End): string {
  const group = settings.perfectForwardSecrecy?.value;
  if (group === undefined) return says(settings, 'perfectForwardSecrecy') ? l10n.t('none') : unknown();
  return algorithmTitle('dh', group);
}

/** How the key is kept; never the key. */
function key({ peer }: End): string[] {
  if (peer?.userTable) return [l10n.t('in IKE user table {0}', peer.userTable.value)];
  switch (peer?.key?.value.form) {
    case 'cipher':
      return [l10n.t('set, ciphered')];
    case 'plain':
      return [l10n.t('set, in clear text (not shown)')];
    case 'masked':
      return [l10n.t('masked in this file')];
    case undefined:
      return [];
  }
}

function idText(identity: Identity | undefined, none: string): string[] {
  if (!identity) return [none];
  return [[identity.type, identity.text].filter((part) => part !== undefined).join(' ')];
}

/** The flows of an end as the first end of the tunnel writes them: those of the second one mirrored. */
function flows(end: End, mirror: boolean): string[] {
  const protection = protectionOf(end);
  if (protection.kind === 'any') return [l10n.t('whatever the other end asks for')];
  if (protection.kind === 'unknown') return [];
  return protection.flows.map(({ flow, rule, place }) => {
    const text = flow && permitText(mirror ? mirrored(flow) : flow);
    return text?.replace(/^permit /, '') ?? (rule ? lineOf(place).text.trim() : textOf(place));
  });
}

/** Where nothing is written both ends go by their addresses. */
function setsIds({ peer }: End): boolean {
  return [peer?.localId, peer?.localIdType, peer?.remoteId, peer?.remoteIdType, peer?.remoteName].some(
    Boolean,
  );
}

/**
 * Everything of an end that matters to the other one, in the order of the negotiation, as the end sees it: `first` is the end that comes
 * first in the tunnel. What one end has and what the other one expects stand under one label, flows in the direction of the first end, so
 * that the fields of two ends that fit are alike.
 */
export function fieldsOf(end: End, other: End, isFirst: boolean): EndField[] {
  const { peer } = end;
  const isV1 = peer?.versions.value.v1 ?? true;
  const local = end.localAddresses.map(({ text }) => text);
  const remote =
    end.remoteAddresses.length > 0
      ? end.remoteAddresses.map(({ text }) => text)
      : [end.open || !end.settings.printed ? l10n.t('any') : unknown()];
  const own = idText(localIdentity(end), '-');
  const expected = idText(expectedIdentity(end), l10n.t('any'));
  const [a, b] = isFirst ? [end.device.name, other.device.name] : [other.device.name, end.device.name];
  return [
    { label: l10n.t('Address of {0}', a), values: isFirst ? local : remote },
    { label: l10n.t('Address of {0}', b), values: isFirst ? remote : local },
    { label: l10n.t('IKE version'), values: [versions(end)] },
    { label: l10n.t('Exchange mode'), values: isV1 ? [exchangeMode(end)] : [] },
    {
      label: l10n.t('IKE proposals'),
      values: (end.ikeProposals ?? []).flatMap((each) => ikeProposal(each, end)),
    },
    ...(setsIds(end) || setsIds(other)
      ? [
          { label: l10n.t('ID of {0}', a), values: isFirst ? own : expected },
          { label: l10n.t('ID of {0}', b), values: isFirst ? expected : own },
        ]
      : []),
    { label: l10n.t('Pre-shared key'), values: key(end) },
    { label: l10n.t('Flows from {0} to {1}', a, b), values: flows(end, !isFirst) },
    { label: l10n.t('IPsec proposals'), values: (end.ipsecProposals ?? []).flatMap(ipsecProposal) },
    {
      label: l10n.t('Perfect forward secrecy'),
      values: [perfectForwardSecrecy(end)],
    },
  ];
}
