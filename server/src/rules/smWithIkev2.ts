import * as l10n from '@vscode/l10n';
import { algorithmById } from '../commands/algorithms';
import type { Device, IkePeer } from '../model/device';
import type { Place, Value } from '../model/value';
import { algorithmWords } from '../model/algorithmSet';
import { insertCommand, removeLine, repair, replace } from './edits';
import { blockOf, mayHold, peerOf, proposalOf, settingsOf } from './targets';
import type { DeviceContext, DeviceRule, Edit, Repair } from './rule';

/** What stands in for a Chinese national algorithm under IKEv2. */
const INSTEAD = {
  encryption: { kind: 'encryption', id: 'aes-256' },
  espEncryption: { kind: 'encryption', id: 'aes-256' },
  espAuthentication: { kind: 'hash', id: 'sha2-256' },
  ahAuthentication: { kind: 'hash', id: 'sha2-256' },
} as const;

type Setting = keyof typeof INSTEAD;

const ESP_SETTINGS = ['espEncryption', 'espAuthentication'] as const;
const AH_SETTINGS = ['ahAuthentication'] as const;

/** The settings of a proposal that are negotiated: those of a protocol that it leaves out are not. */
const NEGOTIATED = {
  esp: ESP_SETTINGS,
  ah: AH_SETTINGS,
  'ah-esp': [...ESP_SETTINGS, ...AH_SETTINGS],
} as const;

function smAlgorithms(setting: Setting, value: Value<readonly string[]> | undefined): string[] {
  return (value?.value ?? []).filter((id) => algorithmById(INSTEAD[setting].kind, id)?.sm === true);
}

/** Turns IKEv2 off: the line that turns it on goes, or one that turns it off comes. */
function withoutIkev2(peer: IkePeer, documents: DeviceContext['documents']): Edit | undefined {
  const on = peer.lines.find((line) => !line.undo && line.starts('version 2'));
  if (on) return removeLine(on.whole);
  const block = blockOf(peer);
  const document = block && documents.get(block.uri);
  return document && insertCommand(block, 'undo version 2', document);
}

/** A setting with SM algorithms, and the peers with IKEv2 that negotiate it. */
interface Use {
  readonly setting: Setting;
  readonly place: Place;
  readonly sm: readonly string[];
  readonly users: Set<string>;
  readonly peers: Set<IkePeer>;
}

function usesIn(device: Device): Use[] {
  const uses = new Map<unknown, Use>();
  const add = (
    setting: Setting,
    value: Value<readonly string[]> | undefined,
    user: string,
    peer: IkePeer,
  ): void => {
    const sm = smAlgorithms(setting, value);
    if (!value?.place || sm.length === 0) return;
    const { place } = value;
    const use = uses.get(value) ?? { setting, place, sm, users: new Set(), peers: new Set() };
    use.users.add(user);
    use.peers.add(peer);
    uses.set(value, use);
  };
  for (const settings of settingsOf(device)) {
    const peer = peerOf(device, settings);
    if (!peer?.versions.value.v2) continue;
    if (peer.versions.origin === 'default' && mayHold(peer, 'version')) continue;
    // A peer that names no IKE proposal offers all of them, and the others serve it.
    const ikeProposal = device.ikeProposals.find(({ name }) => name === peer.proposal?.value);
    add('encryption', ikeProposal?.encryption, settings.name, peer);
    for (const reference of settings.proposals) {
      const proposal = proposalOf(device, reference.value);
      if (!proposal) continue;
      for (const setting of NEGOTIATED[proposal.transform.value])
        add(setting, proposal[setting], settings.name, peer);
    }
  }
  return [...uses.values()];
}

function repairsFor({ setting, place, sm, peers }: Use, { documents }: DeviceContext): Repair[] {
  const { kind, id } = INSTEAD[setting];
  const kept = algorithmWords(kind, place).filter((word) => !sm.includes(word.id));
  const left = kept.length > 0 ? kept.map(({ text }) => text).join(' ') : id;
  const names = [...peers].map((peer) => peer.name).join(', ');
  // Who chose an SM algorithm mostly must use it: where IKEv1 is on everywhere, IKEv2 can go.
  const bothVersions = [...peers].every((peer) => peer.versions.value.v1);
  const version = bothVersions
    ? repair(
        l10n.t('Turn IKEv2 off for IKE peer {0} (the other end must use IKEv1)', names),
        false,
        ...[...peers].map((peer) => withoutIkev2(peer, documents)),
      )
    : [];
  const algorithm = repair(
    l10n.t('Use {0} instead (do the same on the other end)', left),
    !bothVersions,
    replace(place, left),
  );
  return [...version, ...algorithm];
}

/** An SM algorithm that an IKEv2 negotiation would have to use. */
export const smWithIkev2: DeviceRule = {
  id: 'sm-algorithm-with-ikev2',
  severity: 'error',
  causes: ['ikev2 not support sm in ipsec proposal', 'proposal mismatch or use sm in ikev2'],
  documentation: {
    title: { en: 'An SM algorithm under IKEv2', 'zh-cn': 'IKEv2 使用了国密算法' },
    checks: {
      en:
        'SM1, SM3 or SM4 in an IPsec proposal that a policy, template or profile uses together with a peer on which IKEv2 is on, or SM4 in ' +
        'the IKE proposal that such a peer names. An error ' +
        'where IKEv1 is off for one of the peers, a warning where both versions are on for all, since IKEv2 is what the device initiates with.',
      'zh-cn':
        '安全策略、策略模板或安全框架引用的 IPsec 安全提议使用了 SM1、SM3 或 SM4（或对等体引用的 IKE 安全提议使用了 SM4），而其对等体启用了 IKEv2。仅启用 IKEv2 时为错误；两个版本都启用时为告警，因为设备以 IKEv2 发起协商。',
    },
    why: {
      en: 'Huawei devices negotiate SM algorithms with IKEv1 only and refuse such a proposal under IKEv2.',
      'zh-cn': '华为设备仅支持通过 IKEv1 协商国密算法，IKEv2 会拒绝此类安全提议。',
    },
    repair: {
      en: 'Turns IKEv2 off for a peer on which IKEv1 is on too, or puts AES or SHA-2 in their place.',
      'zh-cn': '若对等体同时启用 IKEv1，则关闭其 IKEv2；或改用 AES、SHA-2。',
    },
    sources: ['IPSec Fault Cause Reference, ikev2 not support sm in ipsec proposal'],
  },
  checkDevice: (context) =>
    usesIn(context.device).map((use) => {
      const { place, sm, users, peers } = use;
      const bothVersions = [...peers].every((peer) => peer.versions.value.v1);
      return {
        place,
        severity: bothVersions ? 'warning' : 'error',
        message: l10n.t(
          '{0} works with IKEv1 only, but {1} negotiates it with IKE peer {2}, on which IKEv2 is on.',
          sm.map((id) => id.toUpperCase()).join(', '),
          [...users].join(', '),
          [...peers].map((peer) => peer.name).join(', '),
        ),
        related: [...peers].map((peer) => ({
          place: peer.versions.place ?? peer.place,
          message: l10n.t('IKE peer {0}', peer.name),
        })),
        repairs: () => repairsFor(use, context),
      };
    }),
};
