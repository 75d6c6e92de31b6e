import * as l10n from '@vscode/l10n';
import type { Device } from '../model/device';
import type { Finding, RuleBase } from './rule';

/** A rule about a device that several files describe. */
export interface VersionRule extends RuleBase {
  /** The finding on the version that does not count for tunnels, if there is a place for it. */
  readonly checkVersion: (older: Device, counts: Device) => Finding | undefined;
}

/** A file that describes a device which a newer or an open file describes as well. */
export const olderVersion: VersionRule = {
  id: 'older-version-of-device',
  severity: 'information',
  causes: [],
  documentation: {
    title: { en: 'Another version of the same device', 'zh-cn': '同一设备的另一版本' },
    checks: {
      en:
        'Two files with one sysname that negotiate from one address, or have another one in common and call the same peer. For tunnels a ' +
        'whole configuration counts before an excerpt, then the file that is open, then the one changed last. Two ends of one tunnel are ' +
        'two devices whatever they are called, and under a factory name such as `Huawei` all addresses must be the same.',
      'zh-cn':
        '两个文件的设备名（sysname）相同，且本端地址相同，或有其他相同的接口地址并指向同一对端。分析隧道时依次优先采用完整配置、已打开的文件、最近修改的文件。同一隧道的两端无论设备名如何都视为两台设备；`Huawei` 等出厂设备名仅在所有地址都相同时才视为同一设备。',
    },
    why: {
      en: 'What differs between two ends is only looked for in the version that counts.',
      'zh-cn': '只对所采用的版本检查两端差异。',
    },
    sources: [],
  },
  checkVersion: (older, counts) => {
    const place = older.sysname?.place;
    const other = counts.sysname?.place;
    return (
      place && {
        place,
        message: l10n.t(
          'Another file describes {0} as well and is the one that tunnels are judged by: it is open, newer or more complete.',
          older.name,
        ),
        ...(other ? { related: [{ place: other, message: l10n.t('The version that counts') }] } : {}),
      }
    );
  },
};
