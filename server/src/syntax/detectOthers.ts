import { Signs } from './detectSigns';

/** Comware (H3C, HPE, 3Com) and nobody at Huawei: one is as good as a signature. */
export const COMWARE_SIGNATURES = new Signs(
  /^version \d+\.[\d.]+, [a-z]+\b/,
  /^(?:(?:H3C|HPE|HP|3Com) )?Comware (?:Platform )?Software|^(?:H3C|HPE|HP|3Com) Comware\b/,
  /^(?:undo )?port link-mode (?:bridge|route)/,
  /^interface (?:range )?(?:Vlan-interface|Bridge-Aggregation|Route-Aggregation|Ten-GigabitEthernet|M-GigabitEthernet|M-Ethernet|FortyGigE|Twenty-FiveGigE|HundredGigE|FiftyGigE|WLAN-ESS|WLAN-BSS|Reth|Smartrate-Ethernet)/,
  /^(?:undo )?irf(?: |-)/,
  /^ike (?:keychain|profile|identity|logging) ?/,
  /^ipsec (?:transform-set|apply policy|logging|redundancy) ?/,
  /^(?:transform-set|ike-profile|ikev2-profile) \S/,
  /^pre-shared-key (?:address|hostname) \S+ .{0,80}\bkey\b/,
  /^match remote identity /,
  /^authorization-attribute (?:level|user-role|work-directory|idle-cut|acl|vlan)/,
  /^user-role \S/,
  /^role name level-\d/,
  /^line (?:class )?(?:vty|aux|tty|usb|console|con)\b.{0,12}$/,
  /^local-user \S+ class (?:manage|network)/,
  /^password hash /,
  /\$c\$3\$|\$h\$6\$/,
  /^(?:undo )?port (?:trunk permit|access) vlan/,
  /^port hybrid vlan \d/,
  /^undo copyright-info enable/,
  /snmp-agent local-engineid 800063A2/,
  /^(?:security-zone name|import interface|zone-pair security|object-policy|object-group (?:ip|ipv6|service)) ?/,
  /^security-policy ip(?:v6)?$/,
  /^action pass$/,
  /^acl (?:advanced|basic|mac|ipv6 advanced|ipv6 basic) (?:\d|name )/,
  /^packet-filter (?:name|ipv6) /,
  /^(?:lldp|stp) global enable/,
  /^scheduler (?:logfile|job|schedule) /,
  /^(?:password-recovery|xbar|system-working-mode|undo password-recovery) \S/,
  /^ip https? (?:enable|port)/,
  /^netconf (?:ssh|soap) /,
  /^link-aggregation (?:mode|global|load-sharing|selected-port)/,
  /^port link-aggregation group/,
  /^combo enable/,
  /^group-attribute allow-guest/,
  /^ssh user \S+ service-type \S+ authentication-type/,
  /^nqa (?:entry|schedule) /,
  /^wlan (?:service-template|auto-ap|rrm|ap \S+ model)/,
  /^(?:mdc|context) \S+ id \d/,
  /^address-family (?:ipv[46]|vpnv[46])/,
  /^ip (?:ttl-expires|unreachables) enable|^undo ip (?:ttl-expires|unreachables)/,
  /^dhcp relay server-select \d+$/,
  /^undo (?:toggle-voice|ike identity)/,
);

/** Words of Comware that old Huawei devices with VRP3 wrote as well. */
export const COMWARE = new Signs(
  /^domain (?:name )?\S+ ?default enable|^domain default enable/,
  /^(?:access|state|primary|secondary) (?:authentication|accounting) /,
  /^(?:access-limit|idle-cut|self-service-url) disable$/,
  /^user-group system$/,
  /^dhcp server ip-pool /,
  /^(?:public-key (?:local|peer)|dot1x authentication-method|dhcp-snooping$|key (?:authentication|accounting) )/,
  /^authentication-mode scheme/,
  /^%%10[A-Z]/,
  /^sysname (?:H3C|HPE?|3Com)\b/,
  /^(?:pre-shared-key|password|key) cipher [a-z\d+/]{11,120}={1,2}$/,
  /^packet-filter \d+ |^xconnect vsi \S|^rule \d+ name \S|^(?:source|destination)-ip (?:address )?\S/,
  /^interface Vlan-i/,
);

/** Others whose lines are theirs alone. */
export const FOREIGN_STRONG = new Signs(
  // Cisco and those who write like it: Arista, Ruijie, ZTE, Maipu, Dell, Brocade
  /^(?:hostname|switchname) \S/,
  /^(?:enable (?:secret|password|algorithm-type)|aaa new-model|boot-start-marker|ip cef|ip classless|no ip |no service |service (?:timestamps|password-encryption|dhcp)|Building configuration|Current configuration :)\b/,
  /^(?:ASA|PIX|FWSM) Version|^(?:nameif|security-level) \S|^: (?:Saved|Serial Number)|^!! IOS|^!Command:|^! (?:Command|device|boot system|RANCID-CONTENT)/,
  /^crypto (?:isakmp|ipsec|ikev[12]|map|pki|key|ca|dynamic-map)\b/,
  /^router (?:bgp|ospf|ospfv3|eigrp|isis|rip|static)\b/,
  /^(?:no )?switchport\b/,
  /^ip(?:v6)? access-list \S/,
  /^(?:no )?spanning-tree \S/,
  /^snmp-server \S/,
  /^(?:username|user) \S+ (?:privilege|secret|role|password \d)/,
  /^interface (?:FastEthernet|TenGigabitEthernet|TwentyFiveGigE|FortyGigabitEthernet|TenGigE|HundredGigE|Port-channel|Vlan ?\d|mgmt|Management\d|Gi\d|Te\d|AggregatePort|gei_|gpon|smartgroup|port-channel|Te ?\d|ethe |e1\/|ethernet \d)/,
  /^(?:exit-address-family|neighbor \S+ (?:remote-as|activate)|redistribute \S|feature (?:bgp|ospf|lacp|vpc|interface-vlan)|vrf (?:context|definition) |ip (?:domain[- ]name|name-server|default-gateway|nat (?:inside|outside)) |channel-group \d|logging (?:buffered|host|trap|on|source)|transceiver qsfp|class-map |policy-map )/,
  /^conf(?:igure)? t(?:erminal)?$/,
  /^(?:un)?tagged (?:ethe|\d+\/)|^ver \d\d\.|^; \S+ Configuration Editor|^module \d+ type/,
  // FortiOS, PAN-OS, Junos, RouterOS, Check Point, VyOS
  /^config (?:system|vpn|firewall|router|user|log|global|vdom|webfilter|wireless-controller)\b/,
  /^#config-version=/,
  /^set (?:deviceconfig|network|rulebase|address|address-group|zone|shared|mgt-config|vsys|system|interfaces?|security|protocols|policy-options|routing-options|routing-instances|firewall|groups|version|apply-groups|chassis|snmp|vlans|service|hostname|ike|vrouter|policy|auth)\b/,
  /^## Last (?:commit|changed)|^version [\w.-]+;/,
  /^\/(?:interface|ip|ipv6|system|routing|queue|tool|user|snmp|ppp|port|certificate)\b/,
  /^(?:add|set) (?:\[ ?find|[a-z][a-z-]*=)/,
  // Logs of other devices and programs
  /\b(?:charon|pluto|racoon|iked|openvpn|kmd|strongswan|sshd|systemd|CRON)(?:-systemd)?(?:\[\d+\])?: /,
  /%(?:ASA|FTD|PIX|[A-Z][A-Z\d_]{2,20})-\d-[A-Z\d_]{3,40}: /,
  /^(?:<\d+>)?date=\d{4}-\d\d-\d\d time=|\bdevname="/,
  // Programs and what they are told
  /^define \w+ ?\{/,
  /^(?:frontend|backend|listen) \S+$/,
  /^<\?xml|^<!DOCTYPE|^<!--|^<\/\w|^<\w[\w:-]* [\w:-]+=/,
  /^(?:from \S+ import |import [\w.*{"']+(?: as| from|;|$)|def \w+\(|class \w+.{0,60}[:{]$|public |private |static |package \w|using \w|namespace \w|#include|#!|@\w+\()/,
  /^(?:const|let|var|type|export|async|function|func|fn|impl|struct|enum) [\w{*]/,
  /^(?:if|for|while|elif|else|try|except|with)\b.{0,160}(?:[:{]|; ?(?:then|do))$|^(?:fi|done|esac|then)$/,
  /^"[^"]{1,60}"\s*:/,
);

/** What hints at others. */
export const FOREIGN = new Signs(
  /^no \S/,
  /^encapsulation dot1q \d/,
  /^[\w.$-]+\s*=\s*\S?/,
  /^(?:seta?|bind|exec|echo|unbind|vstr) \S/,
  /[{};]$/,
  /^(?:set|edit|next|end|exit)(?: |$)/,
  /^\[[\w.: -]+\]$/,
  /^ip route \d/,
  /^access-list \d/,
  /^(?:global|defaults)$/,
  /^[\w .-]{1,40}:(?: |$)/,
  /^(?:[^,]{0,60},){3}/,
  /^(?:#{2,6} |```|~~~|[*+-] |\d+\. |> |\|.*\|$)/,
  /^\d{4}-\d\d-\d\dT?\s?\d\d:\d\d/,
);

/** A program: what it holds of commands is for it to send. Two such lines are enough. */
export const PROGRAM =
  /^#!\s?\/|^from \S+ import |^import [\w.]+(?: as \w+)?;?$|^def \w+\(|^class \w+[\w(), .]{0,60}:$|"""|'''|^#include\b|^(?:const|let|var) \w+ ?=|^(?:public|private) (?:class|static|void|final)\b|^function \w+ ?\(|^package \w+;?$/;

/** Statements and values of a template language: what would be written there is not known yet. */
export const TEMPLATE =
  /^\{%[-+ ]? ?(?:if|elif|else|endif|for|endfor|set|block|endblock|macro|endmacro|include|import|extends|raw|with)\b|\{\{-? ?[a-z_][\w.[\]'"]{0,60} ?(?:\| ?\w[^}]{0,60})?-?\}\}/i;

/** Marks of Markdown and its like: a text about something. */
export const MARKUP = /^(?:#{2,6} \S|```|~~~|\|[^|]+\|.*\|$)|\]\(https?:/;

/** A line in the frame of a banner. */
export const FRAMED = /^([*|+=~:])(?: [^|]*)?\s\1$|^[^a-z\d\u0080-\uffff]*$/i;

/** A sentence of a text. */
export const SENTENCE = /^[A-Z][a-z]+(?: [\w'’,()-]+){5,}[.:]$/;
