import * as l10n from '@vscode/l10n';
import { isPlaceholder } from '../model/secret';
import { isMaskedAddress } from '../syntax/address';
import type { DeviceRule, Finding } from './rule';

/** A peer that expects its own name from the other end. */
export const equalIds: DeviceRule = {
  id: 'local-id-equals-remote-id',
  severity: 'warning',
  causes: ['config ID mismatch'],
  documentation: {
    title: { en: 'Local ID and remote ID are the same', 'zh-cn': '本端 ID 与对端 ID 相同' },
    checks: {
      en: '`local-id` and `remote-id` of one IKE peer are equal. Silent for masked values.',
      'zh-cn': '同一 IKE 对等体的 `local-id` 与 `remote-id` 相同。被人为掩盖的值不报告。',
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
    for (const { name, localId, remoteId } of device.ikePeers) {
      if (!localId || remoteId?.value !== localId.value) continue;
      if (isPlaceholder(localId.value) || isMaskedAddress(localId.value)) continue;
      findings.push({
        place: remoteId.place,
        message: l10n.t(
          'remote-id {0} equals the local-id of IKE peer {1}; it must be the ID that the other end sends.',
          remoteId.value,
          name,
        ),
        related: [{ place: localId.place, message: l10n.t('local-id {0}', localId.value) }],
      });
    }
    return findings;
  },
};
