import { plainLines } from './plain';
import type { CommandDefinition } from './types';

/** Address sets of the firewalls, which security policies, NAT policies and ACL rules refer to. */
export const addressSetCommands: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax:
      'ip address-set <name:new address-set> [ type { object | group } ] [ vpn-instance <vpn:ref vpn-instance> ]',
    opens: 'address-set',
    summary: {
      en: 'Creates or opens an address set: a name for addresses (object), or for addresses and other sets (group).',
      'zh-cn': '创建或进入地址集：地址对象（object）或可包含其他地址集的地址组（group）。',
    },
    products: ['usg'],
    sources: ['USG6000E command reference, address'],
  },
  {
    view: 'address-set',
    syntax:
      'address [ <id:integer 0-4095> ] { <address:ipv4> { <wildcard:wildcard> | mask <mask:mask> } | <address6:ipv6> <length:integer 0-128> | ' +
      'range <from:ip> <to:ip> | address-set <member:ref address-set> } [ description <description:text> ]',
    undo: 'address { <id:integer 0-4095> | all | address-set <member:ref address-set> }',
    repeat: 'add',
    summary: {
      en: 'A member of the set: a network, a host, a range or another set.',
      'zh-cn': '地址集的一个成员：网段、主机、地址范围或其他地址集。',
    },
    arguments: {
      id: { text: { en: 'Number of the member.', 'zh-cn': '成员编号。' } },
      wildcard: {
        text: {
          en: 'Wildcard mask; `0` is one host.',
          'zh-cn': '通配符掩码，`0` 表示单个主机。',
        },
      },
      mask: { text: { en: 'Subnet mask or its length.', 'zh-cn': '子网掩码或掩码长度。' } },
    },
    sources: ['USG6000E command reference, address'],
  },
  ...plainLines('address-set', [
    'address [ <id:integer 0-4095> ] <mac:string 12-17> [ description <description:text> ]',
    'description <description:text>',
  ]),
];
