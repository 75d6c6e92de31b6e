import * as l10n from '@vscode/l10n';
import { algorithmById, type AlgorithmKind } from '../../commands/algorithms';
import type { Device, IkeProposal, IpsecProposal, Named } from '../../model/device';
import { linesOf } from '../../model/reading';
import type { Value } from '../../model/value';
import { insertCommand } from '../../rules/edits';
import { blockOf } from '../../rules/targets';
import { spell, type AlgorithmView } from '../../rules/spelling';
import { offeredBy } from '../../tunnels/end';
import { isEditable } from '../../workspace/repairs';
import type { Hint, HintContext, HintSource } from './hint';

/** A setting that both ends must have in common, of an object that is negotiated with it. */
interface Setting {
  readonly object: Named;
  readonly command: string;
  readonly kind: AlgorithmKind;
  readonly view: AlgorithmView;
  readonly value: Value<readonly string[]> | undefined;
}

/** Settings of a proposal with which some peer negotiates: what only the other IKE version looks at is left out. */
function ofIkeProposal(device: Device, proposal: IkeProposal): Setting[] {
  if (/^default\d?$/.test(proposal.name)) return [];
  const users = device.ikePeers.filter((peer) => offeredBy(device, peer)?.includes(proposal));
  // With both versions on a peer begins with IKEv2.
  const isV2 = users.some(({ versions }) => versions.value.v2);
  const isV1 = users.some(({ versions }) => !versions.value.v2);
  const setting = (
    command: string,
    kind: AlgorithmKind,
    field: 'encryption' | 'dh' | 'hash' | 'integrity' | 'prf',
  ): Setting => ({ object: proposal, command, kind, view: 'ike', value: proposal[field] });
  if (users.length === 0) return [];
  return [
    setting('encryption-algorithm', 'encryption', 'encryption'),
    setting('dh', 'dh', 'dh'),
    ...(isV1 ? [setting('authentication-algorithm', 'hash', 'hash')] : []),
    ...(isV2 ? [setting('integrity-algorithm', 'integrity', 'integrity')] : []),
    // VRP8 has no command for it.
    ...(isV2 && device.release?.product !== 'vrp8' ? [setting('prf', 'prf', 'prf')] : []),
  ];
}

function ofIpsecProposal(proposal: IpsecProposal): Setting[] {
  const { transform, espEncryption, espAuthentication, ahAuthentication } = proposal;
  const setting = (command: string, kind: AlgorithmKind, value: Setting['value']): Setting => ({
    object: proposal,
    command,
    kind,
    view: 'ipsec',
    value,
  });
  // A cipher that authenticates by itself needs nothing beside it.
  const isAead = espEncryption?.value.every((id) => algorithmById('encryption', id)?.aead) ?? false;
  return [
    ...(transform.value === 'ah' ? [] : [setting('esp encryption-algorithm', 'encryption', espEncryption)]),
    ...(transform.value === 'ah' || isAead
      ? []
      : [setting('esp authentication-algorithm', 'hash', espAuthentication)]),
    ...(transform.value === 'esp' ? [] : [setting('ah authentication-algorithm', 'hash', ahAuthentication)]),
  ];
}

/** Whether a view has a line of a command, understood or not. */
function isWritten({ blocks }: Named, command: string): boolean {
  return blocks.some(({ uri, item, block }) =>
    linesOf(uri, item, block).some((line) => line.starts(command)),
  );
}

function hintOf(device: Device, setting: Setting, { snapshot }: HintContext): Hint[] {
  const { object, command, kind, view, value } = setting;
  if (isWritten(object, command) || object.printed || value?.origin === 'display') return [];
  const { place } = object;
  const release = device.release?.text;
  if (!value)
    return [
      {
        place,
        text: l10n.t('{0}: depends on the release', command),
        tooltip: l10n.t(
          'No {0} is written, and no document says what this release takes then. What `display version` prints tells the release.',
          command,
        ),
      },
    ];
  const words = value.value.map((id) => spell(kind, id, device, view));
  if (words.length === 0 || words.includes(undefined)) return [];
  const line = `${command} ${words.join(' ')}`;
  const at = blockOf(object);
  const file = at && snapshot.file(at.uri);
  const edit = file && isEditable(file) ? insertCommand(at, line, file.document) : undefined;
  const tooltip =
    release === undefined
      ? l10n.t('Not written: {0} is the default.', line)
      : l10n.t('Not written: {0} is the default of {1}.', line, release);
  return [{ place, text: l10n.t('default: {0}', line), tooltip, ...(edit ? { edit } : {}) }];
}

/** What is in force where a line is missing, of the settings that both ends must agree in. */
export const defaultHints: HintSource = (context) => {
  if (!context.settings.defaults) return [];
  return context.devices.flatMap((device) => {
    // An excerpt does not say what is missing.
    if (!device.whole) return [];
    const used = new Set(
      [...device.policies, ...device.templates, ...device.profiles].flatMap(({ proposals }) =>
        proposals.map(({ value }) => value.toLowerCase()),
      ),
    );
    return [
      ...device.ikeProposals
        .filter(({ place }) => context.isAsked(place))
        .flatMap((proposal) => ofIkeProposal(device, proposal)),
      ...device.ipsecProposals
        .filter(({ place, name }) => context.isAsked(place) && used.has(name.toLowerCase()))
        .flatMap(ofIpsecProposal),
    ].flatMap((setting) => hintOf(device, setting, context));
  });
};
