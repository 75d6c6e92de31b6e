import { aaaSchemeCommands } from './aaaSchemes';
import { plainLines, secretWithRest } from './plain';
import type { CommandDefinition } from './types';

const USER = { text: { en: 'User name, often with `@domain`.', 'zh-cn': '用户名，常带 `@域名`。' } } as const;

/** AAA: the part of it that XAUTH, EAP and Efficient VPN servers lean on, and the accounts of administrators. */
export const aaaCommands: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax: 'aaa',
    opens: 'aaa',
    undo: false,
    summary: {
      en: 'Opens the AAA view: users, domains and how users are authenticated.',
      'zh-cn': '进入 AAA 视图：配置用户、域以及认证方式。',
    },
  },
  {
    view: 'aaa',
    syntax: 'domain <name:new aaa-domain 1-64> [ domain-index <index:integer> ]',
    opens: 'aaa-domain',
    summary: {
      en: 'Creates or opens a domain. A user `name@domain` is authenticated as its domain says; a user without a domain belongs to `default`.',
      'zh-cn': '创建或进入域。`用户名@域名` 的用户按该域的配置认证；不带域名的用户属于 `default` 域。',
    },
    details: {
      en: 'An IKE peer names the domain of its remote users with `aaa authorization domain …` (AR); on firewalls the domain must carry the service type `ike`.',
      'zh-cn':
        'IKE 对等体通过 `aaa authorization domain …` 指定远端用户的域（AR）；防火墙上域的业务类型需包含 `ike`。',
    },
    causes: ['xauth authentication fail', 'eap authentication fail'],
  },
  {
    view: 'aaa',
    syntax: 'service-scheme <name:new service-scheme 1-32>',
    opens: 'service-scheme',
    summary: {
      en: 'Creates or opens a service scheme: the address pool, DNS and WINS servers that an Efficient VPN server or XAUTH gives to a client.',
      'zh-cn':
        '创建或进入业务方案：Efficient VPN 服务器或 XAUTH 分配给客户端的地址池、DNS 和 WINS 服务器等。',
    },
    causes: ['ip assigned fail'],
    sources: ['AR650/AR1600 V300R003 CLI guide, Efficient VPN'],
  },
  {
    view: 'aaa',
    syntax: 'authentication-scheme <name:string 1-32>',
    opens: 'aaa-scheme',
    summary: {
      en: 'Creates or opens an authentication scheme: local, RADIUS and so on.',
      'zh-cn': '创建或进入认证方案（本地、RADIUS 等）。',
    },
  },
  {
    view: 'aaa',
    syntax: 'authorization-scheme <name:string 1-32>',
    opens: 'aaa-scheme',
    summary: { en: 'Creates or opens an authorization scheme.', 'zh-cn': '创建或进入授权方案。' },
  },
  {
    view: 'aaa',
    syntax: 'accounting-scheme <name:string 1-32>',
    opens: 'aaa-scheme',
    summary: { en: 'Creates or opens an accounting scheme.', 'zh-cn': '创建或进入计费方案。' },
  },
  {
    view: 'aaa',
    syntax: 'recording-scheme <name:string 1-32>',
    opens: 'aaa-scheme',
    summary: { en: 'Creates or opens a recording scheme.', 'zh-cn': '创建或进入记录方案。' },
  },
  {
    view: 'aaa',
    syntax:
      'local-user <user:string 1-253> password ' +
      secretWithRest(
        'password',
        'cipher | irreversible-cipher | simple',
        'privilege | level | service-type | access-limit | idle-timeout | state | ftp-directory',
      ),
    repeat: 'add',
    summary: {
      en: 'A user kept on the device, with a password. XAUTH and EAP users can be such users.',
      'zh-cn': '创建本地用户并配置密码。XAUTH、EAP 用户可以是本地用户。',
    },
    arguments: {
      user: USER,
      password: {
        text: { en: 'Password, plain or as the device saves it.', 'zh-cn': '密码，明文或密文。' },
      },
    },
    causes: ['xauth authentication fail', 'eap authentication fail'],
  },
  {
    view: 'aaa',
    syntax: 'local-user <user:string 1-253> service-type <services:string 1-32>+',
    repeat: 'add',
    summary: {
      en: 'What the user may log in for: `ssh`, `ppp`, `web`, `l2tp` and others.',
      'zh-cn': '配置用户可使用的接入类型，如 `ssh`、`ppp`、`web`、`l2tp` 等。',
    },
    arguments: { user: USER },
  },
  {
    view: 'aaa',
    syntax:
      'local-user <user:string 1-253> { privilege level <privilege:integer 0-15> | level <level:integer 0-15> }',
    repeat: 'add',
    summary: { en: 'The command level of the user.', 'zh-cn': '配置用户的命令级别。' },
    arguments: { user: USER },
  },
  {
    view: 'aaa',
    syntax: 'local-user <user:string 1-253> state { active | block }',
    repeat: 'add',
    summary: {
      en: 'Lets the user in or keeps the account blocked.',
      'zh-cn': '配置用户的状态：激活或阻塞。',
    },
    causes: ['xauth authentication fail'],
    arguments: { user: USER },
  },
  {
    view: 'aaa',
    syntax:
      'local-user <user:string 1-253> { access-limit | idle-timeout | ftp-directory | http-directory | user-group | expire-date | time-range | ' +
      'mac-address | vlan | bind | callback-nocheck | callback-number | description | user-type | acl-number | device-type } [ <rest:text> ]',
    repeat: 'add',
    summary: { en: 'Further properties of a local user.', 'zh-cn': '配置本地用户的其他属性。' },
    arguments: { user: USER },
  },
  {
    view: 'aaa',
    syntax: 'manager-user <name:string 1-64>',
    opens: 'free',
    summary: { en: 'An administrator of the firewall.', 'zh-cn': '创建或进入防火墙管理员。' },
    products: ['usg'],
  },
  {
    view: 'aaa',
    syntax: 'role <name:string 1-64>',
    opens: 'free',
    summary: { en: 'A role for administrators of the firewall.', 'zh-cn': '创建或进入管理员角色。' },
    products: ['usg'],
  },
  {
    view: 'aaa',
    syntax: 'bind manager-user <name:string 1-64> role <role:string 1-64>',
    repeat: 'add',
    summary: { en: 'Gives an administrator a role.', 'zh-cn': '将管理员与角色绑定。' },
    products: ['usg'],
  },
  { view: 'aaa', syntax: 'task-group <name:string>', opens: 'free' },
  { view: 'aaa', syntax: 'user-group <name:string>', opens: 'free' },
  ...plainLines('aaa', [
    'local-user <user:string 1-253>',
    'local-user authentication lock <rest:text>',
    'local-user policy security-enhance',
    'local-user change-password',
    'local-aaa-user { password | change-offline | wrong-password | user-name } [ <rest:text> ]',
    'lock-authentication { enable | failed-count | timeout } [ <rest:text> ]',
    'administrator { remote | local } [ <rest:text> ]',
    'aaa-author session invalid-vlan-user <rest:text>',
    'aaa-authen-bypass enable [ <rest:text> ]',
    'aaa-author-bypass enable [ <rest:text> ]',
    'remote-user { authen-fail | password } [ <rest:text> ]',
    'remote-aaa-user { authen-fail | password } [ <rest:text> ]',
    'domain-name-delimiter <delimiter:string 1-1>',
    'domain-location { after-delimiter | before-delimiter }',
    'domainname-parse-direction { left-to-right | right-to-left }',
    'security-name { delimiter | enable } [ <rest:text> ]',
    'cmd recording-scheme <scheme:string>',
    'outbound recording-scheme <scheme:string>',
    'system recording-scheme <scheme:string>',
    'user-password { complexity-check | expire | password-modify } [ <rest:text> ]',
    'access-user { remove | syslog-restrain | terminal } [ <rest:text> ]',
    'default-user-name <rest:text>',
    'authentication-type <rest:text>',
  ]),
  ...aaaSchemeCommands,
];
