import * as l10n from '@vscode/l10n';
import type { Device, IkePeer } from '../model/device';
import type { Document } from '../syntax/document';
import { insertCommand } from './edits';
import { blockOf } from './targets';
import type { DeviceRule, Finding, Repair } from './rule';

/** The ISAKMP policy entry that uses a peer and is no template, so that the device must know where to send its first packet. */
function initiatorOf(device: Device, peer: IkePeer): string | undefined {
  const policy = device.policies.find(
    (entry) =>
      entry.mode === 'isakmp' &&
      entry.ikePeer?.value === peer.name &&
      !entry.lines.some((line) => line.starts('smart-link')),
  );
  return policy && `${policy.name} ${policy.sequence}`;
}

function needsAddress(device: Device, peer: IkePeer): string | undefined {
  if (peer.remoteAddresses.length > 0 || peer.remoteName) return undefined;
  // A line that is there but not understood may hold the address.
  if (peer.lines.some((line) => line.starts('remote-address'))) return undefined;
  return initiatorOf(device, peer);
}

/** Authentication methods that the peer's proposals can use; undefined where one of them is not known. */
function methodsOf(device: Device, peer: IkePeer): string[] | undefined {
  const proposals = peer.proposal
    ? device.ikeProposals.filter((proposal) => proposal.name === peer.proposal?.value)
    : device.ikeProposals;
  if (peer.proposal && proposals.length === 0) return undefined;
  // Pre-shared key is the default of every product whose reference is public.
  return proposals.length === 0 ? ['pre-share'] : proposals.map((each) => each.authenticationMethod?.value ?? 'pre-share');
}

function isUsed(device: Device, peer: IkePeer): boolean {
  return device.names.some((use) => use.kind === 'ike-peer' && use.role === 'reference' && use.name === peer.name);
}

function missingCredential(device: Device, peer: IkePeer): 'key' | 'certificate' | undefined {
  if (peer.key || peer.certificate || peer.userTable) return undefined;
  if (peer.lines.some((line) => /^(?:pre-shared-key|certificate|pki|eap|xauth|aaa|local-authentication|remote-authentication)/.test(line.keywords[0] ?? ''))) return undefined;
  const methods = methodsOf(device, peer);
  if (!methods || methods.length === 0) return undefined;
  if (methods.every((method) => method === 'pre-share')) return 'key';
  return methods.every((method) => method.startsWith('rsa')) ? 'certificate' : undefined;
}

function insertRepair(peer: IkePeer, document: Document, command: string, snippet: string): Repair[] {
  const block = blockOf(peer);
  return block
    ? [
        {
          title: l10n.t('Add {0}', command),
          preferred: false,
          edits: [insertCommand(block, command, document, snippet)],
        },
      ]
    : [];
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
        'A peer without `remote-address` that an ISAKMP policy uses without a template; a peer in use without a pre-shared key, user ' +
        'table or certificate where its proposals ask for one.',
      'zh-cn':
        '非模板方式的 ISAKMP 安全策略引用的对等体没有配置 `remote-address`；被引用的对等体没有配置其安全提议所要求的预共享密钥、用户表或证书。',
    },
    why: {
      en:
        'Without an address the device has nobody to send the first packet to; only a policy template or a tunnel interface can wait for ' +
        'the other end. Without a key or certificate it cannot authenticate.',
      'zh-cn':
        '没有对端地址，设备无法发出第一个报文（只有策略模板或隧道接口可以等待对端发起）；没有密钥或证书，无法通过身份认证。',
    },
    repair: { en: 'Adds the missing command with a value to fill in.', 'zh-cn': '添加缺少的命令，取值待填写。' },
    sources: ['IPSec Fault Cause Reference, peer address mismatch', 'IPSec Fault Cause Reference, authentication fail'],
  },
  checkDevice: ({ device, documents }) => {
    const findings: Finding[] = [];
    const severity = device.whole ? 'error' : 'warning';
    for (const peer of device.ikePeers) {
      const document = documents.get(peer.place.uri);
      if (!document || !isUsed(device, peer)) continue;
      const policy = needsAddress(device, peer);
      if (policy !== undefined) {
        findings.push({
          place: peer.place,
          severity,
          causes: ['peer address mismatch'],
          message: l10n.t(
            'IKE peer {0} has no remote-address, but IPsec policy {1} uses it without a template, so the device cannot start a negotiation.',
            peer.name,
            policy,
          ),
          repairs: insertRepair(peer, document, 'remote-address 192.0.2.1', 'remote-address ${1:192.0.2.1}'),
        });
      }
      const missing = missingCredential(device, peer);
      if (missing === 'key') {
        const command = device.release?.product === 'usg' ? 'pre-shared-key' : 'pre-shared-key cipher';
        findings.push({
          place: peer.place,
          severity,
          causes: ['authentication fail'],
          message: l10n.t('IKE peer {0} authenticates with a pre-shared key but has none.', peer.name),
          repairs: insertRepair(peer, document, `${command} <pre-shared-key>`, `${command} \${1:<pre-shared-key>}`),
        });
      } else if (missing === 'certificate') {
        findings.push({
          place: peer.place,
          severity,
          causes: ['authentication fail'],
          message: l10n.t('IKE peer {0} authenticates with a certificate but names none.', peer.name),
        });
      }
    }
    return findings;
  },
};
