import * as l10n from '@vscode/l10n';
import { removeLine, repair } from './edits';
import type { DeviceRule, Finding } from './rule';

/** Lines that devices save in every peer, whatever its version. */
const SAVED_ANYWAY = ['ikev2 authentication sign-hash', 'rsa encryption-padding', 'rsa signature-padding'];

/** A command of one IKE version in a peer that speaks only the other. */
export const commandWithoutEffect: DeviceRule = {
  id: 'command-without-effect',
  severity: 'hint',
  causes: [],
  documentation: {
    title: { en: 'A command of the other IKE version', 'zh-cn': '命令属于另一个 IKE 版本' },
    checks: {
      en:
        'A command that works with IKEv1 only (`exchange-mode`, `dpd msg` …) in a peer on which IKEv1 is off, or one that works with IKEv2 ' +
        'only in a peer on which IKEv2 is off. Silent for lines that the device saves by itself.',
      'zh-cn':
        '仅适用于 IKEv1 的命令（如 `exchange-mode`、`dpd msg`）出现在关闭了 IKEv1 的对等体中，或仅适用于 IKEv2 的命令出现在关闭了 IKEv2 的对等体中。设备自动保存的命令不报告。',
    },
    why: {
      en: 'It does nothing here, and whoever compares the two ends takes it for a setting.',
      'zh-cn': '该命令在此不生效，对比两端配置时容易造成误解。',
    },
    repair: { en: 'Removes the line.', 'zh-cn': '删除该命令行。' },
    sources: [
      'USG6000E command reference, exchange-mode',
      'USG6000E command reference, re-authentication interval',
    ],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    for (const peer of device.ikePeers) {
      const { v1, v2 } = peer.versions.value;
      if (v1 === v2) continue;
      for (const line of peer.lines) {
        const { match } = line.line;
        const version = match?.status === 'complete' ? match.command.ikeVersion : undefined;
        if (line.undo || version === undefined || version === (v1 ? 1 : 2)) continue;
        if (SAVED_ANYWAY.some((phrase) => line.starts(phrase))) continue;
        const phrase = line.keywords.slice(0, 2).join(' ');
        findings.push({
          place: line.whole,
          message: l10n.t(
            '{0} works with IKEv{1} only and does nothing here: IKE peer {2} speaks IKEv{3}.',
            phrase,
            version,
            peer.name,
            v1 ? 1 : 2,
          ),
          tag: 'unnecessary',
          related: peer.versions.place
            ? [{ place: peer.versions.place, message: l10n.t('The version of IKE peer {0}', peer.name) }]
            : [],
          repairs: () => repair(l10n.t('Remove this line'), true, removeLine(line.whole)),
        });
      }
    }
    return findings;
  },
};
