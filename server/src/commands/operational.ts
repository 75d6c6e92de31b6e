import { ipsecDisplayCommands } from './operationalIpsec';
import { systemOperationalCommands } from './operationalSystem';
import type { OperationalCommand } from './types';

function command(
  where: OperationalCommand['where'],
  syntax: string,
  en: string,
  zhCn: string,
  sources?: readonly string[],
): OperationalCommand {
  return { syntax, summary: { en, 'zh-cn': zhCn }, where, ...(sources ? { sources } : {}) };
}

/** Everything that is typed at a prompt and never saved. */
export const operationalCommands: readonly OperationalCommand[] = [
  ...ipsecDisplayCommands,
  command(
    'user view',
    'reset ike sa [ all | remote <remote:ip> | connection-id <connection:integer 1-4294967295> | <connection:integer 1-4294967295> | slot <slot:integer> ]',
    'Deletes IKE SAs and with them their tunnels, so that they are negotiated again.',
    '删除 IKE SA 及其隧道，使其重新协商。',
    ['IPSec fault cause reference', 'NetEngine 8000 F1A command reference, reset ike sa'],
  ),
  command(
    'user view',
    'reset ipsec sa [ remote <remote:ip> | policy <policy:string 1-15> [ <sequence:integer 1-10000> ] | profile <profile:string 1-15> | ' +
      'parameters <peer:ip> { ah | esp } <spi:integer 256-4294967295> | efficient-vpn <efficientVpn:string> ]',
    'Deletes IPsec SAs. To negotiate all anew, run `reset ike sa` after it.',
    '删除 IPsec SA。如需完全重新协商，随后再执行 `reset ike sa`。',
    ['S-series command reference, reset ipsec sa'],
  ),
  command(
    'user view',
    'reset { ike | ikev1 | ikev2 | ipsec } [ packet ] { statistics | error-info | offline-info | history | error | offline } [ <rest:text> ]',
    'Sets counters and records back, so that only what happens next is shown.',
    '清除统计和记录，便于只观察后续信息。',
  ),
  command(
    'user view',
    'reset acl counter { all | <acl:string 1-64> | name <name:string 1-64> }',
    'Sets the hit counters of ACL rules back.',
    '清除 ACL 规则的命中计数。',
    ['S1720-S6720 V200R011 command reference, ACL'],
  ),
  command(
    'user view',
    'debugging { ike | ikev1 | ikev2 | ipsec | pki } [ <rest:text> ]',
    'Prints what IKE does, step by step. It needs `terminal debugging` and load on the device; switch it off with `undo debugging all`.',
    '打印 IKE 的处理过程。需配合 `terminal debugging` 使用，会增加设备负担，用完后执行 `undo debugging all`。',
  ),
  command(
    'any view',
    'ping [ ip | ipv6 ] [ -a <source:ip> | -c <count:integer> | -s <size:integer> | -f | -t <timeout:integer> | -m <interval:integer> | -i <interface:interface> | ' +
      '-h <ttl:integer> | -tos <tos:integer> | -q | -r | -v | -n | -vpn-instance <vpn:string> | vpn-instance <vpn6:string> ] * <host:string 1-255>',
    'Asks an address for an answer. With `-a` an address of the protected network the ping runs through the tunnel and can trigger it.',
    '检测地址是否可达。用 `-a` 指定受保护网段的地址作为源地址时，ping 报文经过隧道，并可触发隧道建立。',
  ),
  command(
    'any view',
    'tracert [ ipv6 ] [ -a <source:ip> | -f <first:integer> | -m <max:integer> | -p <port:integer> | -q <probes:integer> | -w <timeout:integer> | ' +
      '-name | -vpn-instance <vpn:string> | vpn-instance <vpn6:string> ] * <host:string 1-255>',
    'Shows the way to an address, hop by hop.',
    '逐跳显示到目的地址的路径。',
  ),
  command(
    'user view',
    'clock datetime <time:time> <date:date>',
    'Sets the clock. Certificates are judged by it.',
    '设置设备时间，证书有效期以此判断。',
    ['IPSec fault cause reference'],
  ),
  command(
    'any view',
    'cut access-user { all | username <user:string> [ <rest:text> ] | user-id <id:integer> [ <last:integer> ] | domain <domain:string> | ip-address <address:ip> [ <rest:text> ] | ' +
      'interface <interface:interface> [ <rest:text> ] | access-type <rest:text> | slot <slot:integer> | <rest:text> }',
    'Ends sessions of users; their tunnels go down with the cause `aaa cut user`.',
    '强制用户下线，其隧道以原因 `aaa cut user` 拆除。',
    ['IPSec fault cause reference'],
  ),
  command(
    'user view',
    'system-view',
    'Goes from the user view to the system view.',
    '从用户视图进入系统视图。',
  ),
  command('any view', 'quit', 'Goes back to the view above.', '返回上一级视图。'),
  command('any view', 'return', 'Goes back to the user view.', '返回用户视图。'),
  command(
    'system view',
    'commit [ trial [ <seconds:integer 60-65535> ] | label <label:string> | description <description:text> ]',
    'Lets the changes since the last commit take effect (VRP8). Before it nothing typed is in force.',
    '提交自上次提交以来的配置（VRP8），提交前的配置不生效。',
  ),
  command(
    'user view',
    'save [ all | logfile | configuration ] [ force ] [ <file:string> ]',
    'Writes the running configuration to the file that the device starts from.',
    '将当前配置保存到启动配置文件。',
  ),
  command(
    'user view',
    'terminal { monitor | debugging | logging | trapping | echo-mode | alarm } [ <rest:text> ]',
    'Shows logs and debugging output on this terminal.',
    '在当前终端显示日志和调试信息。',
  ),
  ...systemOperationalCommands,
];
