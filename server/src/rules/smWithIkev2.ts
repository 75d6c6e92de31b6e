import * as l10n from '@vscode/l10n';
import { algorithmById } from '../commands/algorithms';
import { says, type Device, type IkePeer, type IpsecProposal } from '../model/device';
import type { Place, Value } from '../model/value';
import { algorithmWords, type AlgorithmWord } from '../model/algorithmSet';
import { insertCommand, removeLine, repair, replace } from './edits';
import { blockOf, mayHold, peerOf, proposalOf, settingsOf } from './targets';
import type { DeviceContext, DeviceRule, Edit, Repair } from './rule';
import { series } from '../l10n';

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

function isSm(setting: Setting, id: string): boolean {
  return algorithmById(INSTEAD[setting].kind, id)?.sm === true;
}

/** Whether a proposal can be negotiated without an SM algorithm. */
function hasWayOut(proposal: IpsecProposal): boolean {
  return NEGOTIATED[proposal.transform.value].every((setting) => {
    const { value = [] } = proposal[setting] ?? {};
    return value.length === 0 || value.some((id) => !isSm(setting, id));
  });
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
  readonly sm: readonly AlgorithmWord[];
  readonly users: Set<string>;
  readonly peers: Set<IkePeer>;
  /** One of the users has nothing else to offer: neither in this setting nor in another proposal. */
  inevitable: boolean;
}

function usesIn(device: Device): Use[] {
  const uses = new Map<unknown, Use>();
  const add = (
    setting: Setting,
    value: Value<readonly string[]> | undefined,
    user: string,
    peer: IkePeer,
    needed: boolean,
  ): void => {
    if (!value?.place || !value.value.some((id) => isSm(setting, id))) return;
    const { place } = value;
    let use = uses.get(value);
    if (!use) {
      const sm = algorithmWords(INSTEAD[setting].kind, place).filter(({ id }) => isSm(setting, id));
      use = { setting, place, sm, users: new Set(), peers: new Set(), inevitable: false };
      uses.set(value, use);
    }
    use.users.add(user);
    use.peers.add(peer);
    use.inevitable ||= needed && value.value.every((id) => isSm(setting, id));
  };
  for (const settings of settingsOf(device)) {
    const peer = peerOf(device, settings);
    if (!peer?.versions.value.v2 || !says(peer, 'versions')) continue;
    if (peer.versions.origin === 'default' && mayHold(peer, 'version')) continue;
    // A peer that names no IKE proposal offers all of them, and the others serve it.
    const { encryption } = device.ikeProposals.find(({ name }) => name === peer.proposal?.value) ?? {};
    add('encryption', encryption, settings.name, peer, true);
    const proposals = settings.proposals.map(({ value }) => proposalOf(device, value));
    const serving = proposals.some((proposal) => !proposal || hasWayOut(proposal));
    for (const proposal of proposals) {
      if (!proposal) continue;
      for (const setting of NEGOTIATED[proposal.transform.value])
        add(setting, proposal[setting], settings.name, peer, !serving);
    }
  }
  return [...uses.values()];
}

function repairsFor({ setting, place, peers }: Use, { documents }: DeviceContext): Repair[] {
  const { kind, id } = INSTEAD[setting];
  const kept = algorithmWords(kind, place).filter((word) => !isSm(setting, word.id));
  const left = kept.length > 0 ? kept.map(({ text }) => text).join(' ') : id;
  const names = series([...peers].map((peer) => peer.name));
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

const USE_SM = 'proposal mismatch or use sm in ikev2';

/** An SM algorithm that an IKEv2 negotiation would have to use. */
export const smWithIkev2: DeviceRule = {
  id: 'sm-algorithm-with-ikev2',
  severity: 'error',
  causes: ['ikev2 not support sm in ipsec proposal', USE_SM],
  documentation: {
    title: { en: 'An SM algorithm under IKEv2', 'zh-cn': 'IKEv2 使用了国密算法' },
    checks: {
      en:
        'SM1, SM3 or SM4 in an IPsec proposal that a policy, template or profile uses together with a peer on which IKEv2 is on, or SM4 in ' +
        'the IKE proposal that such a peer names. An error ' +
        'where IKEv1 is off for one of the peers; a warning where both versions are on for all, since IKEv2 is what the device initiates ' +
        'with, and where another algorithm or proposal is offered besides.',
      'zh-cn':
        '安全策略、策略模板或安全框架引用的 IPsec 安全提议使用了 SM1、SM3 或 SM4（或对等体引用的 IKE 安全提议使用了 SM4），而其对等体启用了 IKEv2。仅启用 IKEv2 时为错误；两个版本都启用时为告警，因为设备以 IKEv2 发起协商；同时提供其他算法或提议时也为告警。',
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
    usesIn(context.device).flatMap((use) => {
      const { setting, sm, users, peers, inevitable } = use;
      const bothVersions = [...peers].every((peer) => peer.versions.value.v1);
      return sm.map(({ id, place }) => ({
        place,
        severity: bothVersions || !inevitable ? ('warning' as const) : ('error' as const),
        ...(setting === 'encryption' ? { causes: [USE_SM] } : {}),
        message: l10n.t(
          '{0} works with IKEv1 only, but {1} negotiates it with IKE peer {2}, on which IKEv2 is on.',
          id.toUpperCase(),
          series([...users]),
          series([...peers].map((peer) => peer.name)),
        ),
        related: [...peers].map((peer) => ({
          place: peer.versions.place ?? peer.place,
          message: l10n.t('IKE peer {0}', peer.name),
        })),
        repairs: () => repairsFor(use, context),
      }));
    }),
};
