import type { CauseStep, StepBranch, StepCommand } from '../types';

/** The one step of a cause that is normal operation: nothing to look at, nothing to change. */
export const normalOperation: CauseStep = {
  check: {
    en: 'Take the entry as a record of something that went as designed. There is nothing to repair.',
    'zh-cn': '该记录只说明设备按设计完成了一次动作，没有需要修复的内容。',
  },
  branches: [{ when: { en: 'always', 'zh-cn': '任何情况' }, next: 'done' }],
};

const repairPath: StepBranch = {
  when: { en: 'there is no answer', 'zh-cn': '无应答' },
  advice: {
    en: 'Repair the path first: interface state, addresses, routes, and any filter between the two public addresses.',
    'zh-cn': '先恢复路径：检查接口状态、IP 地址、路由以及两个公网地址之间的过滤规则。',
  },
  next: 'done',
};

/** The step that asks whether the two public addresses reach each other. */
export function pathBetweenPeers(whenReachable: StepBranch['next']): CauseStep {
  return {
    check: {
      en: 'Does the other gateway answer? Use the local end of the tunnel as the source address of the ping, so that it takes the road IKE takes.',
      'zh-cn': '对端网关是否应答？ping 时以本端隧道地址作为源地址，使其与 IKE 报文走同一路径。',
    },
    commands: [{ command: 'ping -a <local-address> <peer-address>', place: 'any view', end: 'both ends' }],
    branches: [repairPath, { when: { en: 'it answers', 'zh-cn': '有应答' }, next: whenReachable }],
  };
}

/** Shows which ACL a policy protects and what stands in that ACL, on both ends. */
export const protectedFlows: readonly StepCommand[] = [
  {
    command: 'display ipsec policy name <policy-name>',
    place: 'any view',
    end: 'both ends',
    fields: ['Security data flow'],
  },
  { command: 'display acl <acl-number>', place: 'any view', end: 'both ends', fields: ['rule'] },
];

/** Shows what has recently ended tunnels with one peer. */
export function recentTeardowns(end: StepCommand['end']): StepCommand {
  return {
    command: 'display ike offline-info peer <peer-address>',
    place: 'any view',
    end,
    fields: ['offline-reason', 'offline-time'],
  };
}

/** How this project cites the vendor's reference. */
export function reference(cause: string): string {
  return `IPSec Fault Cause Reference, ${cause}`;
}
