import type { CommandDefinition, ViewId } from './types';

const ACL_VIEWS: readonly ViewId[] = ['acl-basic', 'acl-advanced', 'acl-other'];

/** Lines that every ACL view knows. */
export const aclCommonCommands: readonly CommandDefinition[] = [
  {
    view: ACL_VIEWS,
    syntax: 'rule <id:integer 0-4294967294> description <description:text>',
    undo: 'rule <id:integer 0-4294967294> description',
    repeat: 'add',
    summary: { en: 'Describes a rule for the reader.', 'zh-cn': '配置规则的描述信息。' },
  },
  {
    view: ACL_VIEWS,
    syntax: 'description <description:text>',
    summary: { en: 'Describes the list for the reader.', 'zh-cn': '配置 ACL 的描述信息。' },
  },
  {
    view: ACL_VIEWS,
    syntax: 'step <step:integer 1-20>',
    summary: {
      en: 'Distance between the numbers that the device gives to rules without a number.',
      'zh-cn': '设备自动分配规则编号时的步长。',
    },
    defaults: [
      { value: '5', products: ['s-series'], source: 'S-series command reference, rule (basic ACL view)' },
      { value: '5', products: ['vrp8'], source: 'NE40E V800R012 command reference, display acl' },
    ],
  },
];
