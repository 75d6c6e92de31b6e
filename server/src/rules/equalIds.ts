import * as l10n from '@vscode/l10n';
import type { Device, IkePeer } from '../model/device';
import { isPlaceholder } from '../model/secret';
import { maybeSeveral } from '../model/several';
import type { Written } from '../model/value';
import { canonicalAddress, isMaskedAddress } from '../syntax/address';
import { commandAt } from './targets';
import type { DeviceRule, Finding } from './rule';

/** The ID that a peer sends: its own, or what stands for it by the type of the ID. */
function sentBy(peer: IkePeer, device: Device): Written<string> | undefined {
  const type = peer.localIdType?.value;
  if (peer.localId) return peer.localId;
  if (type === 'fqdn' || type === 'user-fqdn' || type === 'name') return device.globals.ikeLocalName;
  return type === undefined || type === 'ip' ? peer.localAddress : undefined;
}

/** The form by which two IDs are compared: addresses in one spelling. */
function idKey(text: string): string {
  return canonicalAddress(text) ?? text;
}

/** A peer that expects its own name from the other end. */
export const equalIds: DeviceRule = {
  id: 'local-id-equals-remote-id',
  severity: 'warning',
  causes: ['config ID mismatch'],
  documentation: {
    title: { en: 'Local ID and remote ID are the same', 'zh-cn': '本端 ID 与对端 ID 相同' },
    checks: {
      en:
        '`local-id` and `remote-id` (or `remote-name`) of one IKE peer are equal. Where the peer has no `local-id`, `ike local-name` ' +
        'stands for it with a type of name, `local-address` with the type `ip`. Silent for masked values.',
      'zh-cn':
        '同一 IKE 对等体的 `local-id` 与 `remote-id`（或 `remote-name`）相同。未配置 `local-id` 时，名称类型以 `ike local-name` 为准，`ip` 类型以 `local-address` 为准。被人为掩盖的值不报告。',
    },
    why: {
      en:
        'Each end sends its local ID and compares what it receives with its remote ID; the two lines cross over between the ends. Equal ' +
        'values are nearly always a line copied to the wrong place, and the other end is not recognised.',
      'zh-cn':
        '每一端发送自己的本端 ID，并将收到的 ID 与对端 ID 比较，两端的这两条命令是交叉对应的。两者相同几乎总是抄写错误，导致无法识别对端。',
    },
    sources: ['IPSec Fault Cause Reference, config ID mismatch'],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    if (maybeSeveral(device)) return findings;
    for (const peer of device.ikePeers) {
      const sent = sentBy(peer, device);
      const expected = peer.remoteId ?? peer.remoteName;
      if (!sent || !expected || idKey(sent.value) !== idKey(expected.value)) continue;
      if (isPlaceholder(sent.value) || isMaskedAddress(sent.value)) continue;
      const [here, there] = [commandAt(sent.place), commandAt(expected.place)];
      findings.push({
        place: expected.place,
        message: l10n.t(
          '{0} {1} equals the {2} of IKE peer {3}; it must be the ID that the other end sends.',
          there,
          expected.value,
          here,
          peer.name,
        ),
        related: [{ place: sent.place, message: `${here} ${sent.value}` }],
      });
    }
    return findings;
  },
};
