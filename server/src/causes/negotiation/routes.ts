import { reference } from '../teardown/common';
import type { CauseDefinition, StepCommand } from '../types';

function routeInject(place: StepCommand['place']): StepCommand {
  return { command: 'undo route inject', place, end: 'this end' };
}

/** The routes made from the flows of tunnels are too many. */
export const routeLimit: CauseDefinition = {
  name: 'route limit',
  kind: 'negotiation',
  listed: true,
  reasonCode: 36,
  products: {
    en: 'The reason code stands on the lists of AR, WAC and AP, not on that of the S-series.',
    'zh-cn': '原因码见于 AR、WAC 和 AP 列表，S 系列列表中没有。',
  },
  harmless: 'no',
  meaning: {
    en: 'With route injection, this end adds a route for the network behind each tunnel. The next tunnel would have needed one more than IPsec may add, so its negotiation was broken off here, although the two ends agree in everything. The other end sees a failure without a fault of its own.',
    'zh-cn':
      '开启路由注入后，本端为每条隧道身后的网段增加一条路由。新隧道所需的路由超出 IPsec 可注入的上限，因此协商在本端中止，尽管两端参数一致。对端只看到失败，而自身没有错误。',
  },
  possibleCauses: [
    {
      en: 'More branches, or more protected networks in each, than were planned for.',
      'zh-cn': '分支数量，或每个分支保护的网段数量，超出规划。',
    },
    {
      en: 'The flows of the branches are cut into many small networks, and each makes a route.',
      'zh-cn': '分支的数据流划分过细，每个小网段各生成一条路由。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Count what is injected and think about what is needed: can the flows of a branch be summed up in one wider rule, or can one static route cover the branches instead?',
        'zh-cn':
          '统计已注入的路由，并规划实际需要的路由：分支的数据流能否汇总为一条较宽的规则？能否用一条静态路由覆盖各分支？',
      },
      commands: [
        { command: 'display ip routing-table statistics', place: 'any view', end: 'this end' },
        {
          command: 'display current-configuration | include route inject',
          place: 'any view',
          end: 'this end',
        },
      ],
      branches: [
        {
          when: { en: 'flows can be summed up', 'zh-cn': '数据流可以汇总' },
          advice: {
            en: 'Rewrite the rules on the branch and, where there is an ACL, mirror them here.',
            'zh-cn': '修改分支的规则；本端配置了 ACL 时做镜像修改。',
          },
          commands: [
            {
              command:
                'rule <rule-id> permit ip source <source-address> <source-wildcard> destination <destination-address> <destination-wildcard>',
              place: 'ACL view',
              end: 'both ends',
            },
          ],
          next: 2,
        },
        {
          when: { en: 'a static route can do it', 'zh-cn': '可用静态路由代替' },
          advice: {
            en: 'Enter the static route first, then take route injection out where the tunnel is configured.',
            'zh-cn': '先配置静态路由，再在隧道所在的视图下取消路由注入。',
          },
          commands: [
            {
              command: 'ip route-static <network> <mask> <next-hop>',
              place: 'system view',
              end: 'this end',
            },
            routeInject('ISAKMP IPsec policy view'),
            routeInject('IPsec policy template view'),
            routeInject('IPsec profile view'),
          ],
          next: 2,
        },
        {
          when: { en: 'neither: all routes are needed', 'zh-cn': '均不可行，所有路由都需要' },
          next: 'support',
        },
      ],
    },
    {
      check: {
        en: 'Let the refused tunnel negotiate again. Is the reason back?',
        'zh-cn': '重新触发被拒绝的隧道协商，是否又出现该原因？',
      },
      commands: [
        {
          command: 'display ike error-info',
          place: 'any view',
          end: 'this end',
          fields: ['peer', 'error-reason'],
        },
      ],
      branches: [
        { when: { en: 'no', 'zh-cn': '否' }, next: 'done' },
        { when: { en: 'yes', 'zh-cn': '是' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'ipsec tunnel number reaches limitation',
      why: {
        en: 'The tunnels themselves are too many.',
        'zh-cn': '隧道数量本身达到上限。',
      },
    },
    {
      name: 'dynamic peers number reaches limitation',
      why: {
        en: 'Too many peers came in over a template.',
        'zh-cn': '通过安全策略模板接入的对端过多。',
      },
    },
    {
      name: 'license or specification limited',
      why: {
        en: 'The ceiling is set by the licence or the model.',
        'zh-cn': '上限由 License 或设备规格决定。',
      },
    },
  ],
  note: {
    en: 'No source gives the number. It depends on product and version; see the specifications of the model.',
    'zh-cn': '没有资料给出具体数值，该上限因产品和版本而异，请查看设备规格。',
  },
  sources: [
    reference('route limit'),
    'AR alarm reference, hwIPSecNegoFail',
    'USG6000E configuration guide, route injection',
  ],
};
