import * as l10n from '@vscode/l10n';
import type { Device, IkePeer } from '../model/device';
import { linesOf } from '../model/reading';
import type { Document } from '../syntax/document';
import { keyCommand } from './blocks';
import { insertCommand, repair } from './edits';
import { blockOf, mayHold, referencesTo } from './targets';
import type { DeviceRule, Finding, Repair } from './rule';

/** The first ISAKMP entry that uses each peer without a template, so that the device must know where to send its first packet. */
function initiators(device: Device): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { mode, ikePeer, lines, name, sequence } of device.policies) {
    if (mode !== 'isakmp' || !ikePeer || found.has(ikePeer.value)) continue;
    // Intelligent link selection brings addresses of its own.
    if (lines.some((line) => line.starts('smart-link'))) continue;
    found.set(ikePeer.value, `${name} ${sequence}`);
  }
  return found;
}

function hasAddress(peer: IkePeer): boolean {
  if (peer.remoteAddresses.length > 0 || peer.remoteName) return true;
  // A line that is there but not understood may hold the address.
  return (
    peer.lines.some((line) => !line.undo && line.starts('remote-address')) || mayHold(peer, 'remote-address')
  );
}

/** Authentication methods that the peer's proposals can use; undefined where one of them is not known. */
export function methodsOf(device: Device, peer: IkePeer): string[] | undefined {
  // A reference that is not understood may name any proposal.
  if (!peer.proposal && peer.lines.some((line) => !line.undo && line.starts('ike-proposal')))
    return undefined;
  const named = device.ikeProposals.filter((proposal) => proposal.name === peer.proposal?.value);
  // Without a name all are offered; one that is not defined may be any of them.
  const proposals = named.length > 0 ? named : device.ikeProposals;
  if (peer.proposal && proposals.length === 0) return undefined;
  const methods = proposals.map(({ authenticationMethod, blocks }) => {
    if (authenticationMethod) return authenticationMethod.value;
    const isWritten = blocks.some(({ uri, item, block }) =>
      linesOf(uri, item, block).some((line) => line.starts('authentication-method')),
    );
    // Pre-shared key is the default of every product whose reference is public.
    return isWritten ? undefined : 'pre-share';
  });
  const known = methods.flatMap((method) => method ?? []);
  return known.length === methods.length ? known : undefined;
}

/** Lines that show another way to authenticate than a key in the peer itself. */
const CREDENTIALS =
  /^(?:pre-shared-key|certificate|pki|user-table|eap|xauth|aaa|authentication|local-authentication|remote-authentication|service-scheme)/;

function missingCredential(device: Device, peer: IkePeer): 'key' | 'certificate' | undefined {
  if (peer.key || peer.certificate || peer.userTable) return undefined;
  if (mayHold(peer, 'pre-shared-key') || mayHold(peer, 'user-table')) return undefined;
  const named = peer.lines.some((line) => !line.undo && CREDENTIALS.test(line.keywords[0] ?? ''));
  if (named || hasUnreadCredential(peer)) return undefined;
  const methods = methodsOf(device, peer);
  if (!methods) return undefined;
  if (methods.every((method) => method === 'pre-share')) return 'key';
  return methods.every((method) => method.startsWith('rsa')) ? 'certificate' : undefined;
}

function hasUnreadCredential(peer: IkePeer): boolean {
  return peer.blocks.some(({ item, block }) =>
    item.lines
      .slice(block.start + 1, block.end)
      .some((line) => !line.match && CREDENTIALS.test(line.words[0]?.text ?? '')),
  );
}

function insertRepair(peer: IkePeer, document: Document, command: string, snippet: string): Repair[] {
  const block = blockOf(peer);
  if (!block) return [];
  return repair(l10n.t('Add {0}', command), false, insertCommand(block, command, document, snippet));
}

/** An IKE peer that lacks what it needs to negotiate. */
export const incompletePeer: DeviceRule = {
  id: 'incomplete-ike-peer',
  severity: 'error',
  causes: ['authentication fail', 'peer address mismatch'],
  documentation: {
    title: { en: 'An IKE peer that is not complete', 'zh-cn': 'IKE 对等体配置不完整' },
    checks: {
      en:
        'A peer without `remote-address` that an ISAKMP policy uses without a template; a peer in use without a pre-shared key or user ' +
        'table where all its proposals ask for one, or without a certificate (warning). A warning in an excerpt. Silent where a line ' +
        'of the peer or of its proposals is not understood and may hold the answer, and with intelligent link selection.',
      'zh-cn':
        '非模板方式的 ISAKMP 安全策略引用的对等体没有配置 `remote-address`；被引用的对等体的所有安全提议都要求预共享密钥，却没有配置密钥或用户表；或要求证书而没有配置证书（告警）。配置片段中为告警。对等体或其安全提议中有无法识别、可能包含答案的命令时不报告；采用智能选路时不报告。',
    },
    why: {
      en:
        'Without an address the device has nobody to send the first packet to; only a policy template or a tunnel interface can wait for ' +
        'the other end. Without a key or certificate it cannot authenticate.',
      'zh-cn':
        '没有对端地址，设备无法发出第一个报文（只有策略模板或隧道接口可以等待对端发起）；没有密钥或证书，无法通过身份认证。',
    },
    repair: {
      en: 'Adds the missing command with a value to fill in.',
      'zh-cn': '添加缺少的命令，取值待填写。',
    },
    sources: [
      'IPSec Fault Cause Reference, peer address mismatch',
      'IPSec Fault Cause Reference, authentication fail',
    ],
  },
  checkDevice: ({ device, documents }) => {
    const findings: Finding[] = [];
    const severity = device.whole ? 'error' : 'warning';
    const policies = initiators(device);
    for (const peer of device.ikePeers) {
      // What an output shows of a peer is not all that it has.
      if (peer.printed) continue;
      const document = documents.get(peer.place.uri);
      if (!document || referencesTo(device, 'ike-peer', peer.name).length === 0) continue;
      const policy = policies.get(peer.name);
      if (policy !== undefined && !hasAddress(peer)) {
        findings.push({
          place: peer.place,
          severity,
          causes: ['peer address mismatch'],
          ...(device.whole ? { stops: 'address' } : {}),
          message: l10n.t(
            'IKE peer {0} has no remote-address, but IPsec policy {1} uses it without a template, so the device cannot start a negotiation.',
            peer.name,
            policy,
          ),
          repairs: () =>
            insertRepair(peer, document, 'remote-address 192.0.2.1', 'remote-address ${1:192.0.2.1}'),
        });
      }
      const missing = missingCredential(device, peer);
      if (missing === 'key') {
        const command = keyCommand(device);
        findings.push({
          place: peer.place,
          severity,
          causes: ['authentication fail'],
          ...(device.whole ? { stops: 'authentication' } : {}),
          message: l10n.t(
            'IKE peer {0} authenticates with a pre-shared key but has none: add pre-shared-key.',
            peer.name,
          ),
          repairs: () =>
            insertRepair(peer, document, `${command} <pre-shared-key>`, `${command} \${1:<pre-shared-key>}`),
        });
      } else if (missing === 'certificate') {
        findings.push({
          place: peer.place,
          severity: 'warning',
          causes: ['authentication fail'],
          message: l10n.t(
            'IKE peer {0} authenticates with a certificate but names none: add certificate or pki.',
            peer.name,
          ),
        });
      }
    }
    return findings;
  },
};
