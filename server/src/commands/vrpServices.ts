import { plainLines, secretWithRest } from './plain';
import type { CommandDefinition } from './types';

const COMMUNITY = secretWithRest('community', 'cipher | simple', 'acl | mib-view | alias | ipv6');
const SECURITY_NAME = secretWithRest(
  'community',
  'cipher | simple',
  'v1 | v2c | v3 | private-netmanager | ext-vb | notify-filter-profile',
);
const SHARED_KEY = secretWithRest(
  'key',
  'cipher | simple',
  'server-group | vpn-instance | protect | ack-reserved-interval | weight | source | secondary',
);
const PASSWORD = secretWithRest(
  'password',
  'cipher | simple | irreversible-cipher',
  'privilege | level | service-type | access-limit | idle-timeout | state | ftp-directory',
);

/** Single lines of the system view: management, services, and what factory configurations are full of. */
export const vrpServiceCommands: readonly CommandDefinition[] = [
  ...plainLines('system', [
    // Lines with secrets first
    `snmp-agent community { read | write } ${COMMUNITY}`,
    'snmp-agent usm-user { v1 | v2c | v3 } <user:string> [ group ] [ <group:string> ] [ acl <acl:ref acl> ]',
    'snmp-agent usm-user v3 <user:string> [ <group:string> ] authentication-mode <algorithm:string> [ cipher | simple ] <key:secret> ' +
      '[ privacy-mode <privacy:string> [ cipher | simple ] <privacyKey:secret> ] [ acl <acl:ref acl> ]',
    'snmp-agent usm-user v3 <user:string> [ <group:string> ] privacy-mode <privacy:string> [ cipher | simple ] <privacyKey:secret>',
    'snmp-agent local-user v3 <user:string> authentication-mode <algorithm:string> [ cipher | simple ] <key:secret> ' +
      '[ privacy-mode <privacy:string> [ cipher | simple ] <privacyKey:secret> ]',
    'snmp-agent target-host [ host-name <host:string> ] { trap | inform } address udp-domain <server:ip> ' +
      '[ udp-port <port:integer> | source <source:interface> | vpn-instance <vpn:ref vpn-instance> | public-net ] * ' +
      `params securityname ${SECURITY_NAME}`,
    'ntp-service authentication-keyid <key:integer> authentication-mode <algorithm:string> [ cipher | simple | plain ] <secret:secret>',
    'ntp authentication-keyid <key:integer> authentication-mode <algorithm:string> [ cipher | simple | plain ] <secret:secret>',
    `radius-server authorization <server:ip> [ vpn-instance <vpn:ref vpn-instance> ] shared-key ${SHARED_KEY}`,
    `local-user <user:string> password ${PASSWORD}`,
    'super password [ level <level:integer 1-15> ] [ cipher | simple ] <password:secret>',
    'set authentication password [ cipher | simple ] <password:secret>',
    'firewall ids authentication type <type:string> [ <key:secret> ]',
    'hrp authentication-key [ cipher ] <key:secret>',
    // Management
    'snmp-agent',
    'snmp-agent target-host trap-hostname <host:string> address [ udp-domain ] <server:ip> [ udp-port <port:integer> | vpn-instance <vpn:ref vpn-instance> | ' +
      'public-net ] * trap-paramsname <params:string> [ <rest:text> ]',
    'snmp-agent target-host trap-paramsname <params:string> { v1 | v2c | v3 } securityname [ cipher | simple ] <community:secret>',
    'snmp-agent local-engineid <engine:string>',
    'snmp-agent remote-engineid <engine:string> usm-user v3 <user:string> [ <group:string> ] [ authentication-mode <algorithm:string> ' +
      '[ cipher | simple ] <key:secret> [ privacy-mode <privacy:string> [ cipher | simple ] <privacyKey:secret> ] ] [ acl <acl:ref acl> ]',
    'ntp-service authentication enable',
    'snmp-agent { acl | blacklist | extend | group | heartbeat | inform | mib-view | notify-filter-profile | ' +
      'notification-log | packet | packet-priority | protocol | set-cache | statistics | sys-info | trap | trap-mib | udp-port } [ <rest:text> ]',
    'snmp-agent community complexity-check disable',
    'clock daylight-saving-time <rest:text>',
    'ntp-service { unicast-peer | refclock-master | source-interface | reliable | access | server | disable | max-dynamic-sessions | ' +
      'sync-interval | ipv6 | enable | port | max-distance } [ <rest:text> ]',
    'ntp { unicast-server | unicast-peer | refclock-master | server | authentication | trusted | ipv6 } [ <rest:text> ]',
    'ssh { server | client | user | authentication-type | authorization-type | server-source } <rest:text>',
    '{ stelnet | sftp | scp | snetconf } { server | client | ipv4 | ipv6 } [ server ] [ enable | <rest:text> ]',
    'telnet [ ipv4 | ipv6 ] { server | server-source | client-source | client } [ <rest:text> ]',
    'ftp { server | client-source | acl | timeout | client } [ <rest:text> ]',
    'tftp { client-source | client } <rest:text>',
    'http { server | secure-server | acl | timeout | server-source | secure | client } [ <rest:text> ]',
    'web-manager { enable | security | timeout | config-guide | server | http | multi-user | captcha } [ <rest:text> ]',
    'info-center { enable | source | loghost | channel | logbuffer | trapbuffer | console | monitor | timestamp | filter-id | max-logfile-number | local | ' +
      'logfile | rate-limit | log-file | server-source | syslog } [ <rest:text> ]',
    'user-interface maximum-vty <count:integer>',
    'header { login | shell | incoming | motd } { information | file } <text:text>',
    'banner enable',
    'router id <routerId:ipv4>',
    'super password',
    'set { cpu-usage | memory-usage | disk-scan | save-configuration | transceiver-monitoring | flow-stat | patch | power | workmode } <rest:text>',
    'cpu-usage-mgmtplane alarm <rest:text>',
    'cpu-usage-dataplane alarm <rest:text>',
    'disk-usage alarm <rest:text>',
    'log { type | host | session | format } <rest:text>',
    'rsa local-key-pair { create | destroy }',
    '{ dsa | ecc } local-key-pair { create | destroy }',
    'ssl renegotiation-rate <rate:integer>',
    'factory-configuration prohibit',
    'privacy-statement { english | chinese }',
    'lldp { enable | mdn | message-transmission | management-address | tlv-enable | trap | run | restart-delay | fast-count } [ <rest:text> ]',
    '{ ndp | ntdp | cluster | smart-link } enable',
    'update { schedule | restore | server | host | apply | force | proxy | confirm | download } [ <rest:text> ]',
    'decoding uri-cache { enable | disable }',
    'ips log merge enable',
    'license-server domain <domain:string>',
    'dcn',
    'command-privilege level <rest:text>',
    'alarm { correlation-suppress | delay | name | select } <rest:text>',
    'device { board | transceiver } <rest:text>',
    'board add <rest:text>',
    'authentication { unified-mode | mac-move enable }',
    'dot1x { enable | timer | authentication-method | retry | quiet-period } [ <rest:text> ]',
    'portal { local-server | quiet-period | timer | free-rule | max-user | url-encode } <rest:text>',
    'user-bind static <rest:text>',
    // Firewall
    'firewall { defend | detect | session | packet-filter | statistic | mac-binding | blacklist | whitelist | dataplane | tcp-mss | import-flow | long-link | ' +
      'hash-mode | fragment-forward | ipv6 | dataplane-memory | log | permit | l3-vlan | state | acl-accelerate | trace | ssl-vpn | server-map | nbr } [ <rest:text> ]',
    'hrp { interface | standby-device | mirror | standby | base | track | mgt-interface | preempt | auto-sync | adjust | ospf-cost | ospfv3-cost | bgp-cost | ' +
      'timer | device | escape | active-device | load-balance | ip-packet | nat | ospf | ipv6 } [ <rest:text> ]',
    'user-manage { web-authentication | security | auto-sync | online-user | portal-template | import-user | default-authentication | log-import-user | ' +
      'redirect | user-num } [ <rest:text> ]',
    'right-manager { authentication | server-group-enable | state } <rest:text>',
    'l2tp { domain | sendaccm | tunnel | keepalive | aging } [ <rest:text> ]',
    'v-gateway <name:string> { interface | alias | udp-port | private | public | domain } <rest:text>',
    'vsys enable',
    'dataflow enable',
    'active ipsec { slot | bandwidth-enhance } <rest:text>',
    'system { resource | tcam } <rest:text>',
    'isp name <rest:text>',
    'nat { alg | server | static | dns-map | log | filter-mode | mapping-mode | link-down | miss | overlap-address | arp-gratuitous | arp-reply | statistics | session | ' +
      'ipsec-esp | source-nat | no-pat | full-cone | easy-ip | port-block | aging } <rest:text>',
    'mac-address { aging-time | static | blackhole | flapping | restrict | update } <rest:text>',
    'rbl-filter enable',
    'drop illegal-mac alarm',
    'ipv6',
    'ipv6 { nd | neighbor | icmp-error | pathmtu | unicast-routing | icmp | tcp | fib } <rest:text>',
    // Addresses, routing
    'arp { static | anti-attack | expire-time | speed-limit | validate | learning | miss | proxy | detect-mode | broadcast-detect | direct-route } <rest:text>',
    'arp ip-conflict-detect enable',
    'dns { resolve | proxy | server | domain | relay | forward | spoofing | transparent-proxy } [ <rest:text> ]',
    'dhcp { snooping | server | relay | client | option82 | arp-ping | speed-limit } <rest:text>',
    'dhcpv6 { duid | relay | server | interface-id | remote-id | snooping | packet-rate } [ <rest:text> ]',
    'ip { ip-prefix | ipv6-prefix | as-path-filter | community-filter | extcommunity-filter | rd-filter | host | local | icmp | soft-forward | df-unreachables | ' +
      'rpf-longest-match | netstream | ttl-expires | tunnel | load-balance | urpf | relay | source-route | fast-forwarding | frr | unr | domain-set | forward | import-rib } [ <rest:text> ]',
    'icmp { port-unreachable | ttl-exceeded | redirect | unreachable | name | rate-limit | broadcast-address } [ <rest:text> ]',
    'tcp { timer | window | max-mss | min-mss | ipv6 } <rest:text>',
    'mpls lsr-id <lsrId:ipv4>',
    'static-lsp { ingress | egress | transit } <rest:text>',
    'multicast { routing-enable | forwarding-table | rpf | load-splitting } [ <rest:text> ]',
    'capwap { source | dtls | ipv6 | echo | control-link-priority | timer } [ <rest:text> ]',
    'stp { enable | disable | mode | instance | bpdu-protection | pathcost-standard | root | priority | timer | timer-factor | tc-protection | v-stp | converge | ' +
      'bridge-diameter | vlan | flush } [ <rest:text> ]',
    'lacp { m-lag | priority | preempt } <rest:text>',
    'loopback-detect { enable | packet | action | untagged } [ <rest:text> ]',
    'observe-port <port:integer> <rest:text>',
    'dcb pfc [ <rest:text> ]',
    'cpu-defend-policy <name:string> [ global ]',
    'cpu-defend { application-apperceive | host-car | dynamic-car | trap } <rest:text>',
    'voice-vlan { mac-address | oui-mode } <rest:text>',
    'gvrp',
    'ospf { router-id | valid-ttl-check | mib-binding } <rest:text>',
    'efm enable',
    'cfm enable',
    'ptp { enable | profile | domain } [ <rest:text> ]',
    'transceiver { non-certified-alarm | diagnosis } [ <rest:text> ]',
    'sflow { agent | collector | version } <rest:text>',
    'local-user <user:string> { service-type | level | privilege | state | ftp-directory | user-group | access-limit } [ <rest:text> ]',
    'vxlan { tunnel-status | anycast-gateway } <rest:text>',
  ]),
];
