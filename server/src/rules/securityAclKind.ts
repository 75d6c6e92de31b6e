import * as l10n from '@vscode/l10n';
import type { DeviceRule, Finding } from './rule';
import { settingsOf } from './targets';

/** A security ACL of a kind that cannot name both ends of a flow. */
export const securityAclKind: DeviceRule = {
  id: 'security-acl-not-advanced',
  severity: 'error',
  causes: ['flow or peer mismatch'],
  documentation: {
    title: { en: 'The security ACL is no advanced ACL', 'zh-cn': '安全 ACL 不是高级 ACL' },
    checks: {
      en: '`security acl` with a number outside 3000-3999.',
      'zh-cn': '`security acl` 的编号不在 3000～3999 范围内。',
    },
    why: {
      en: 'A flow has a source and a destination; a basic ACL knows the source only, so the device refuses it.',
      'zh-cn': '数据流由源和目的共同确定；基本 ACL 只能匹配源地址，设备不接受。',
    },
    sources: ['USG6000E guide, IPSec policy'],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    for (const { acl } of settingsOf(device)) {
      if (!acl || !/^\d+$/.test(acl.value) || /^3\d{3}$/.test(acl.value)) continue;
      findings.push({
        place: acl.place,
        message: l10n.t('ACL {0} is no advanced ACL (3000 to 3999), so it cannot say what the tunnel protects.', acl.value),
      });
    }
    return findings;
  },
};
