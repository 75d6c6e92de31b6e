import * as l10n from '@vscode/l10n';
import { aclViewOf } from '../commands';
import { isPlaceholder } from '../model/secret';
import type { DeviceRule, Finding } from './rule';
import { aclOf, settingsOf } from './targets';

/** A security ACL of a kind that cannot name both ends of a flow. */
export const securityAclKind: DeviceRule = {
  id: 'security-acl-not-advanced',
  severity: 'error',
  causes: ['flow or peer mismatch'],
  documentation: {
    title: { en: 'The security ACL is no advanced ACL', 'zh-cn': '安全 ACL 不是高级 ACL' },
    checks: {
      en: '`security acl` with a number that is none of an advanced ACL (3000-3999, on VRP8 also those of named lists), or with the name of a basic ACL.',
      'zh-cn':
        '`security acl` 的编号不是高级 ACL 的编号（3000～3999，VRP8 命名 ACL 另有编号），或其名称为基本 ACL。',
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
      if (!acl || isPlaceholder(acl.value)) continue;
      const found = aclOf(device, acl);
      const number = /^\d+$/.test(acl.value) ? Number(acl.value) : undefined;
      const views = found
        ? found.blocks.map(({ block }) => block.view)
        : number === undefined
          ? []
          : [aclViewOf(number)];
      if (views.length === 0 || views.includes('acl-advanced')) continue;
      findings.push({
        place: acl.place,
        stops: 'flow',
        message: l10n.t(
          'ACL {0} is no advanced ACL (3000 to 3999), so it cannot name the two ends of a flow.',
          acl.value,
        ),
        ...(found ? { related: [{ place: found.place, message: l10n.t('ACL {0}', found.name) }] } : {}),
      });
    }
    return findings;
  },
};
