import * as l10n from '@vscode/l10n';
import { algorithmById } from '../commands/algorithms';
import type { IkePeer, IpsecProposal, Named } from '../model/device';
import type { Value } from '../model/value';
import { algorithmWords } from '../model/algorithmSet';
import type { Document } from '../syntax/document';
import { insertCommand, removeLine, repair, replace } from './edits';
import { blockOf, peerOf, proposalOf, settingsOf } from './targets';
import type { DeviceContext, DeviceRule, Edit, Finding, Repair } from './rule';

/** What stands in for a Chinese national algorithm under IKEv2. */
const INSTEAD = {
  espEncryption: { kind: 'encryption', id: 'aes-256' },
  espAuthentication: { kind: 'hash', id: 'sha2-256' },
  ahAuthentication: { kind: 'hash', id: 'sha2-256' },
} as const;

type Setting = keyof typeof INSTEAD;

function smAlgorithms(setting: Setting, value: Value<readonly string[]> | undefined): string[] {
  return (value?.value ?? []).filter((id) => algorithmById(INSTEAD[setting].kind, id)?.sm === true);
}

/** Turns IKEv2 off: the line that turns it on goes, or one that turns it off comes. */
function withoutIkev2(peer: IkePeer, document: Document): Edit | undefined {
  const on = peer.lines.find((line) => !line.undo && line.starts('version 2'));
  if (on) return removeLine(on.whole);
  const block = blockOf(peer);
  return block && insertCommand(block, 'undo version 2', document);
}

function repairsFor(
  peer: IkePeer,
  proposal: IpsecProposal,
  setting: Setting,
  { documents }: DeviceContext,
): Repair[] {
  const value = proposal[setting];
  const document = documents.get(peer.place.uri);
  if (!value?.place || !document) return [];
  const { kind, id } = INSTEAD[setting];
  const sm = smAlgorithms(setting, value);
  const kept = algorithmWords(kind, value.place).filter((word) => !sm.includes(word.id));
  const left = kept.length > 0 ? kept.map(({ text }) => text).join(' ') : id;
  const { v1 } = peer.versions.value;
  // Who chose an SM algorithm mostly must use it; where IKEv1 is on too, IKEv2 is the one to go.
  const version = v1
    ? repair(
        l10n.t('Turn IKEv2 off for IKE peer {0} (the other end must use IKEv1)', peer.name),
        false,
        withoutIkev2(peer, document),
      )
    : [];
  const algorithm = repair(
    l10n.t('Use {0} instead (do the same on the other end)', left),
    !v1,
    replace(value.place, left),
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
        'SM1, SM3 or SM4 in an IPsec proposal that a policy, template or profile uses together with a peer on which IKEv2 is on. An error ' +
        'where IKEv1 is off, a warning where both versions are on, since IKEv2 is the one that the device initiates.',
      'zh-cn':
        '安全策略、策略模板或安全框架引用的 IPsec 安全提议使用了 SM1、SM3 或 SM4，而其对等体启用了 IKEv2。仅启用 IKEv2 时为错误；两个版本都启用时为告警，因为设备以 IKEv2 发起协商。',
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
  checkDevice: (context) => {
    const { device } = context;
    const findings: Finding[] = [];
    const seen = new Set<unknown>();
    for (const settings of settingsOf(device)) {
      const peer = peerOf(device, settings);
      if (!peer?.versions.value.v2) continue;
      for (const reference of settings.proposals) {
        const proposal = proposalOf(device, reference.value);
        if (!proposal) continue;
        for (const setting of Object.keys(INSTEAD) as Setting[]) {
          const value = proposal[setting];
          const found = smAlgorithms(setting, value);
          if (!value?.place || found.length === 0 || seen.has(value)) continue;
          seen.add(value);
          findings.push({
            place: value.place,
            severity: peer.versions.value.v1 ? 'warning' : 'error',
            message: l10n.t(
              '{0} works with IKEv1 only, but {1} negotiates this proposal with IKE peer {2}, on which IKEv2 is on.',
              found.map((id) => id.toUpperCase()).join(', '),
              (settings as Named).name,
              peer.name,
            ),
            related: [
              { place: peer.versions.place ?? peer.place, message: l10n.t('IKE peer {0}', peer.name) },
            ],
            repairs: repairsFor(peer, proposal, setting, context),
          });
        }
      }
    }
    return findings;
  },
};
