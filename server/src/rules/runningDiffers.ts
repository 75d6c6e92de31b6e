import * as l10n from '@vscode/l10n';
import type { Device, Named } from '../model/device';
import { keyIn, LIST_NAMES, LISTS, NOTHING_RUNS, type RunningList } from '../model/running';
import { kindName } from './kinds';
import type { Finding, RuleBase } from './rule';
import { COMPARISONS, type RunningDifference } from './runningSettings';

/** A rule about a device of which both the configuration and outputs are there. */
export interface RunningRule extends RuleBase {
  /** The findings, each on both places. */
  readonly checkRunning: (device: Device) => readonly Finding[];
}

/** What an object is called: `IPsec policy map1 10`. */
function label(list: RunningList, object: Named & { readonly sequence?: number }): string {
  const number = object.sequence === undefined ? '' : ` ${object.sequence}`;
  return `${kindName(LISTS[list].kind)} ${object.name}${number}`;
}

/** Whether a view says what is meant: commands at a prompt are a part of it only. */
function isConfigured({ blocks, printed }: Named): boolean {
  return (
    printed === undefined && blocks.some(({ item, block }) => item.lines[block.start]?.role === 'config')
  );
}

function differencesIn(
  list: RunningList,
  device: Device,
): { readonly object: Named; readonly difference: RunningDifference }[] {
  type T = Device[RunningList][number];
  const compare = COMPARISONS[list] as (a: T, b: T, device: Device) => readonly RunningDifference[];
  const printed = new Map((device.running[list] as readonly T[]).map((each) => [keyIn(list, each), each]));
  return (device[list] as readonly T[]).flatMap((object) => {
    const other = isConfigured(object) ? printed.get(keyIn(list, object)) : undefined;
    return other ? compare(object, other, device).map((difference) => ({ object, difference })) : [];
  });
}

function findingsFor(
  { setting, configured, printed }: RunningDifference,
  object: string,
  device: string,
): Finding[] {
  const names = [setting, object, device, configured.text, printed.text];
  return [
    {
      place: configured.place,
      message: l10n.t(
        '{0} of {1} is {3} here, but {2} printed {4}: not applied, or captured at a different time.',
        ...names,
      ),
      related: [{ place: printed.place, message: l10n.t('{2} printed: {4}', ...names) }],
    },
    {
      place: printed.place,
      message: l10n.t(
        '{2} printed {4} for {0} of {1}, but its configuration says {3}: not applied, or captured at a different time.',
        ...names,
      ),
      related: [{ place: configured.place, message: l10n.t('The configuration of {2}: {3}', ...names) }],
    },
  ];
}

/** Findings by device, as long as it is the same one. */
const known = new WeakMap<Device, readonly Finding[]>();

function check(device: Device): readonly Finding[] {
  if (device.running === NOTHING_RUNS) return [];
  let findings = known.get(device);
  if (!findings) {
    findings = LIST_NAMES.flatMap((list) =>
      differencesIn(list, device).flatMap(({ object, difference }) =>
        findingsFor(difference, label(list, object), device.name),
      ),
    );
    known.set(device, findings);
  }
  return findings;
}

/** What a device prints against what its configuration says. */
export const runningDiffers: RunningRule = {
  id: 'running-differs',
  severity: 'information',
  causes: [],
  documentation: {
    title: { en: 'The device runs something else', 'zh-cn': '运行状态与配置不一致' },
    checks: {
      en:
        'Values of a configuration against those that the same device prints in a capture: IKE proposals, IKE peers, IPsec proposals, ' +
        'policies, templates, profiles, ACL rules and interface addresses. Only what the configuration writes is compared, and PFS, which ' +
        'a policy has not where it is not written. The order of algorithms, spellings, units, names that a table cuts, keys, and values ' +
        'in which two captures of unknown times differ are left out.',
      'zh-cn':
        '将配置中的值与同一设备在采集文件中的回显比较：IKE 安全提议、IKE 对等体、IPsec 安全提议、安全策略、策略模板、安全框架、ACL 规则及接口地址。仅比较配置中明确写出的值以及 PFS（策略中未配置即为没有）。算法顺序、书写形式、单位、表格中被截断的名称、密钥，以及时间未知的两次采集之间不一致的值均不比较。',
    },
    why: {
      en:
        'The change was not applied (or not committed), or the capture is of another time. Tunnels are judged by the configuration, so the ' +
        'verdict may not be what the device does at the moment.',
      'zh-cn': '配置未生效（或未提交），或采集的时间不同。隧道按配置判断，因此结论可能与设备当前的行为不同。',
    },
    sources: [],
  },
  checkRunning: check,
};
