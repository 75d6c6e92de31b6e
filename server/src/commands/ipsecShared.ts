import type { CommandDefinition, ViewId } from './types';

/** Tunnels that follow a tracked object, in each of the views that can say so. */
export function connectTrack(view: ViewId | readonly ViewId[]): CommandDefinition {
  return {
    view,
    syntax: '{ connect | disconnect } track <tracked:text>',
    repeat: 'add',
    summary: {
      en: 'Brings the tunnel up or down as an NQA test, a BFD session or a VRRP group says.',
      'zh-cn': '配置隧道与 NQA、BFD 或 VRRP 联动，按其状态建立或拆除隧道。',
    },
    causes: ['disconnect track nqa/bfd/vrrp', 'in disconnect state'],
    sources: [
      'AR V200R010 command reference, list of IPsec commands',
      'Huawei IPSec Fault Cause Reference, disconnect track nqa/bfd/vrrp',
    ],
  };
}

/** The definitions whose format begins with one of these phrases, for another view that knows the same commands. */
export function inView(
  view: ViewId,
  definitions: readonly CommandDefinition[],
  phrases: readonly string[],
): readonly CommandDefinition[] {
  return phrases.flatMap((phrase) =>
    definitions
      .filter(({ syntax }) => syntax === phrase || syntax.startsWith(`${phrase} `))
      .map((definition) => ({ ...definition, view })),
  );
}
