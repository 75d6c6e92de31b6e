import { plainLines } from './plain';
import { trackingOtherCommands } from './trackingOther';
import type { CommandDefinition } from './types';

/** What tunnels and routes hang on: NQA tests and BFD sessions. */
export const trackingCommands: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax: 'nqa test-instance <admin:string 1-32> <name:new nqa 1-32>',
    opens: 'nqa',
    summary: {
      en: 'Creates or opens an NQA test. Routes, VRRP groups and IKE peers can follow its result (`track nqa …`).',
      'zh-cn': '创建或进入 NQA 测试例。路由、VRRP 和 IKE 对等体可以联动其结果（`track nqa …`）。',
    },
    arguments: {
      admin: {
        text: {
          en: 'Administrator name: first half of the name.',
          'zh-cn': '管理者名称，测试例名的前半部分。',
        },
      },
      name: { text: { en: 'Test name: second half.', 'zh-cn': '测试例名称，测试例名的后半部分。' } },
    },
    causes: ['disconnect track nqa/bfd/vrrp'],
    sources: ['AR650 V300 CLI guide, IPsec with NQA'],
  },
  {
    view: 'nqa',
    syntax:
      'test-type { icmp | tcp | udp | jitter | icmpjitter | pathjitter | trace | dns | dhcp | ftp | http | snmp | lspping | lsptrace | pathmtu | ' +
      'macping | mtrace | ping | pingoverpath }',
    summary: {
      en: 'The kind of test. `icmp` sends pings.',
      'zh-cn': '测试类型，`icmp` 表示发送 ping 报文。',
    },
  },
  {
    view: 'nqa',
    syntax:
      'destination-address { ipv4 <address:ipv4> | ipv6 <address6:ipv6> | url <url:string> } [ <rest:text> ]',
    summary: {
      en: 'The address that the test asks. For a tunnel take one behind the peer that answers pings.',
      'zh-cn': '测试的目的地址。检测隧道时，应选择对端身后可应答 ping 的地址。',
    },
  },
  {
    view: 'nqa',
    syntax: 'source-address { ipv4 <address:ipv4> | ipv6 <address6:ipv6> }',
    summary: {
      en: 'Source address of the test. Through a tunnel it must lie in the protected network.',
      'zh-cn': '测试报文的源地址。经由隧道测试时，该地址应属于受保护网段。',
    },
  },
  {
    view: 'nqa',
    syntax: 'source-interface <interface:interface>',
    summary: { en: 'Interface that the test packets leave from.', 'zh-cn': '测试报文的源接口。' },
  },
  {
    view: 'nqa',
    syntax: 'frequency <seconds:integer 1-604800>',
    summary: { en: 'Time between two tests.', 'zh-cn': '两次测试的间隔。' },
    arguments: { seconds: { text: { en: 'Interval.', 'zh-cn': '间隔时间。' }, unit: 'seconds' } },
  },
  {
    view: 'nqa',
    syntax: 'interval { seconds <seconds:integer 1-60> | milliseconds <milliseconds:integer 10-60000> }',
    summary: { en: 'Time between two packets of a test.', 'zh-cn': '一次测试中相邻探测报文的间隔。' },
  },
  {
    view: 'nqa',
    syntax: 'probe-count <count:integer 1-15>',
    summary: { en: 'Packets in a test.', 'zh-cn': '一次测试的探测次数。' },
  },
  {
    view: 'nqa',
    syntax: 'timeout <seconds:integer 1-60>',
    summary: { en: 'How long a test waits for an answer.', 'zh-cn': '等待应答的超时时间。' },
    arguments: { seconds: { text: { en: 'Wait.', 'zh-cn': '等待时间。' }, unit: 'seconds' } },
  },
  {
    view: 'nqa',
    syntax: 'start { now | at <time:time> | delay | daily } [ <rest:text> ]',
    undo: 'start',
    summary: {
      en: 'Starts the test. A test that is not started never changes what follows it.',
      'zh-cn': '启动测试。未启动的测试例不会影响与其联动的对象。',
    },
  },
  {
    view: 'nqa',
    syntax: 'vpn-instance <vpn:ref vpn-instance>',
    summary: { en: 'VPN instance of the test.', 'zh-cn': '测试所属的 VPN 实例。' },
  },
  ...plainLines('nqa', [
    'stop',
    'destination-port <port:integer 1-65535>',
    'source-port <port:integer 1-65535>',
    'ttl <ttl:integer 1-255>',
    'tos <tos:integer 0-255>',
    'datasize <size:integer 0-8100>',
    'datafill <fill:string>',
    'fail-percent <percent:integer 1-100>',
    'nexthop { ipv4 | ipv6 } <address:ip>',
    'records { history | result } <count:integer>',
    'sendpacket passroute',
    'probe-failtimes <times:integer>',
    'test-failtimes <times:integer>',
    'send-trap { all | overthreshold | probefailure | testcomplete | testfailure | rtd | owd-ds | owd-sd } *',
    'threshold { rtd | owd-sd | owd-ds } <value:integer>',
    'alarm <rest:text>',
    'agetime <seconds:integer>',
    'jitter-packetnum <count:integer>',
    'jitter-codec <codec:string>',
    'dns-server { ipv4 | ipv6 } <address:ip>',
    'http-operation <rest:text>',
    'http-url <rest:text>',
    'ftp-username <user:string>',
    'ftp-password [ cipher ] <password:secret>',
    'code-type <type:string>',
    'lsp-type <type:string>',
    'local-pw-id <id:integer>',
    'tracert-livetime <rest:text>',
    'clear-records',
    'hardware-based enable',
    'description <description:text>',
  ]),
  {
    view: 'system',
    syntax: 'bfd',
    opens: 'free',
    summary: {
      en: 'Switches BFD on and opens its view. Without this line no session comes up.',
      'zh-cn': '使能全局 BFD 并进入 BFD 视图。未配置时 BFD 会话无法建立。',
    },
  },
  {
    view: 'system',
    syntax:
      'bfd <name:new bfd-session 1-64> bind { peer-ip { <peer:ipv4> | default-ip } | peer-ipv6 <peer6:ipv6> } ' +
      '[ vpn-instance <vpn:ref vpn-instance> | interface <interface:interface> | source-ip <source:ipv4> | source-ipv6 <source6:ipv6> | ' +
      'auto | one-arm-echo | track-interface interface <tracked:interface> | nexthop <nexthop:ip> ] *',
    opens: 'bfd-session',
    summary: {
      en: 'Creates or opens a BFD session. Routes, VRRP groups and IKE peers can follow it (`track bfd-session …`).',
      'zh-cn': '创建或进入 BFD 会话。路由、VRRP 和 IKE 对等体可以与其联动（`track bfd-session …`）。',
    },
    causes: ['disconnect track nqa/bfd/vrrp'],
  },
  {
    view: 'system',
    syntax:
      'bfd <name:new bfd-session 1-64> bind { ldp-lsp | mpls-te | static-lsp | pw | vsi-name | lsp-tunnel } <rest:text>',
    opens: 'bfd-session',
  },
  {
    view: 'system',
    syntax: 'bfd <name:new bfd-session 1-64>',
    opens: 'bfd-session',
    summary: { en: 'Opens a BFD session that exists.', 'zh-cn': '进入已存在的 BFD 会话。' },
  },
  {
    view: 'bfd-session',
    syntax: 'discriminator { local | remote } <discriminator:integer 1-4294967295>',
    repeat: 'add',
    summary: {
      en: 'Numbers of the session: local of one end is remote of the other.',
      'zh-cn': '会话标识符：一端的本地标识符即对端的远端标识符。',
    },
  },
  {
    view: 'bfd-session',
    syntax: 'commit',
    undo: false,
    summary: { en: 'Lets the settings of the session take effect.', 'zh-cn': '提交 BFD 会话配置使其生效。' },
  },
  {
    view: 'bfd-session',
    syntax: 'detect-multiplier <multiplier:integer 3-50>',
    summary: { en: 'Missed packets after which the session is down.', 'zh-cn': '本地检测倍数。' },
  },
  {
    view: 'bfd-session',
    syntax: '{ min-tx-interval | min-rx-interval } <milliseconds:integer 3-20000>',
    repeat: 'add',
    summary: { en: 'Shortest time between packets.', 'zh-cn': '报文的最小发送或接收间隔。' },
    arguments: {
      milliseconds: { text: { en: 'Interval.', 'zh-cn': '间隔时间。' }, unit: 'milliseconds' },
    },
  },
  ...plainLines('bfd-session', [
    'min-echo-rx-interval <milliseconds:integer>',
    'process-interface-status [ sub-if ]',
    'process-pst',
    'shutdown',
    'wtr <minutes:integer>',
    'tos-exp <exp:integer>',
    'unlink-lsp <rest:text>',
    'description <description:text>',
  ]),
  ...trackingOtherCommands,
];
