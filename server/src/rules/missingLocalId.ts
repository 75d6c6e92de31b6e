import * as l10n from '@vscode/l10n';
import type { IkePeer } from '../model/device';
import { insertCommand, repair } from './edits';
import { blockOf, mayHold } from './targets';
import type { DeviceRule, Finding } from './rule';

/** Whether a peer has a certificate, or a line that is not understood and may name one. */
function hasCertificate(peer: IkePeer): boolean {
  if (
    peer.certificate ||
    peer.lines.some((line) => !line.undo && /^(?:certificate|pki)$/.test(line.keywords[0] ?? ''))
  )
    return true;
  return mayHold(peer, 'certificate') || mayHold(peer, 'pki');
}

/** A peer that says which kind of name it has, and no name. */
export const missingLocalId: DeviceRule = {
  id: 'local-id-missing',
  severity: 'warning',
  causes: ['construct local ID fail'],
  documentation: {
    title: { en: 'A local ID type without its ID', 'zh-cn': '配置了本端 ID 类型但缺少 ID' },
    checks: {
      en:
        '`local-id-type fqdn` or `user-fqdn` without `local-id` in the peer and without the device-wide `ike local-name`; ' +
        '`local-id-type dn` without `local-id` and without a certificate whose subject could serve. In an excerpt `dn` only, since ' +
        '`ike local-name` may stand elsewhere.',
      'zh-cn':
        '配置了 `local-id-type fqdn` 或 `user-fqdn`，但对等体中没有 `local-id`，全局也没有 `ike local-name`；或配置了 `local-id-type dn`，但既没有 `local-id` 也没有可提供主题名的证书。配置片段中只检查 `dn`，因为 `ike local-name` 可能在片段之外。',
    },
    why: {
      en: 'The device cannot build the identity payload that it sends to the other end (RFC 2407 §4.6.2, RFC 7296 §3.5).',
      'zh-cn': '设备无法构造发往对端的身份载荷（RFC 2407 §4.6.2，RFC 7296 §3.5）。',
    },
    repair: {
      en: 'Adds `local-id` with the sysname, to be changed to what the other end expects.',
      'zh-cn': '以设备名添加 `local-id`，请按对端期望修改。',
    },
    sources: ['IPSec Fault Cause Reference, construct local ID fail'],
  },
  checkDevice: ({ device, documents }) => {
    const findings: Finding[] = [];
    for (const peer of device.ikePeers) {
      const type = peer.localIdType;
      if (!type || peer.localId || peer.printed || mayHold(peer, 'local-id')) continue;
      if (peer.lines.some((line) => !line.undo && line.starts('local-id'))) continue;
      const named = type.value === 'fqdn' || type.value === 'user-fqdn';
      if (!named && type.value !== 'dn') continue;
      // The device-wide name may stand outside an excerpt.
      if (named && (device.globals.ikeLocalName || !device.whole)) continue;
      if (type.value === 'dn' && hasCertificate(peer)) continue;
      const block = blockOf(peer);
      const document = documents.get(peer.place.uri);
      const value = device.sysname?.value ?? 'name';
      const id = type.value === 'user-fqdn' ? `user@${value}` : value;
      const command = `local-id ${id}`;
      const snippet = `local-id \${1:${id.replace(/[\\$}]/g, '\\$&')}}`;
      findings.push({
        place: type.place,
        ...(named ? { stops: 'identity' } : {}),
        message: named
          ? l10n.t(
              'local-id-type is {0}, but neither local-id of IKE peer {1} nor ike local-name says which name to send.',
              type.value,
              peer.name,
            )
          : l10n.t(
              'local-id-type is {0}, but IKE peer {1} has neither local-id nor a certificate to take it from.',
              type.value,
              peer.name,
            ),
        repairs: () =>
          block && document && named
            ? repair(l10n.t('Add {0}', command), false, insertCommand(block, command, document, snippet))
            : [],
      });
    }
    return findings;
  },
};
