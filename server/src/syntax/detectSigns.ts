/**
 * What lines of configurations and captures look like, by who writes them. Every table is joined to one expression that is tried on one
 * trimmed line of bounded length; letters in either case. `\S`, `\d` and bounded repeats only: each is linear in the line.
 */
function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map((pattern) => `(?:${pattern.source})`).join('|'), 'i');
}

/** An interface name with its number, in one word or two. */
const INTERFACE = String.raw`[a-z][a-z-]{0,30} ?\d[\d/.:]{0,20}`;

/** Marks that only Huawei's VRP leaves: one is as good as a signature. */
export const SIGNATURES = anyOf(
  /^!Software Version V\d{3}R\d{3}/,
  /^\[V\d{3}R\d{3}[^\]]{0,40}\]$/,
  /%\^%#.{8,200}%\^%#/,
  /%\+%#.{8,200}%\+%#/,
  /[%$]\$[%$]\$.{8,200}[%$]\$[%$]\$/,
  /@%@%.{8,200}@%@%/,
  /%@%@.{8,200}%@%@/,
  /\$1[a-d]\$[^$ ]{4,120}\$[^ ]{8}/,
  /^snmp-agent local-engineid 800007DB/,
  /^(?:undo )?service-manage \S/,
  /^l2tp domain suffix-separator/,
  /^ipsec (?:authentication )?sha2 compatible enable/,
  /^drop illegal-mac alarm/,
  /^set cpu-usage threshold/,
  /^portal local-server load/,
  /^http (?:secure-)?server load/,
  /^(?:undo )?privacy-statement/,
);

/** What VRP writes and its Comware cousins do not. */
export const VRP = anyOf(
  /^!Last configuration was (?:updated|saved|changed) /,
  /^vlan batch \d/,
  /^interface (?:Vlanif|MEth|Virtual-if|Wlan-(?:Radio|Ess|Bss)|Eth-Trunk|XGigabitEthernet|Global-VE|Virtual-Ethernet|Sip) ?\d/,
  /^interface (?:10|25|40|50|100|200|400)?GE ?\d/,
  /^(?:eth-trunk|trunkport \S+) \d/,
  /^mode (?:lacp(?:-static|-dynamic)?|manual load-balance)$/,
  /^port (?:trunk allow-pass|default vlan|hybrid (?:un)?tagged vlan)/,
  /^undo port trunk allow-pass/,
  /^port-group group-member/,
  /^user-manage \S/,
  /^dhcp select (?:interface|global)/,
  /^(?:undo )?portswitch$/,
  /^firewall zone (?:name )?\S/,
  /^set priority \d/,
  /^add interface \S/,
  /^(?:isis|ospf) enable \d/,
  /^ike(?: |v2 )(?:user-table|dpd type|authentication sign-hash)/,
  /^ike-proposal \S/,
  /^undo version [12]$/,
  /^(?:local|remote)-id-type \S/,
  /^dpd (?:type|msg) /,
  /^integrity-algorithm \S/,
  /^prf (?:hmac|aes)-/,
  /^authentication-algorithm sha2-/,
  /^encryption-algorithm aes-(?:128|192|256|gcm)/,
  /^esp (?:authentication-algorithm sha2-|encryption-algorithm aes-(?:128|192|256|gcm))/,
  /^rsa (?:encryption-padding|signature-padding)/,
  /^ipsec efficient-vpn /,
  /^pre-shared-key cipher %/,
  /^service-(?:location|instance-group|scheme) \S/,
  /^(?:local|manager)-user \S+ (?:password|privilege|service-type|level|ftp-directory|state|user-type|access-limit|idle-timeout)/,
  /^(?:manager-user|bind manager-user|update schedule|ipv6 route-static) \S/,
  /^(?:authentication|authorization|accounting)-scheme \S/,
  /^authentication-mode aaa$/,
  /^domain default_admin/,
  /^wlan (?:ac|ac-global)\b/,
  /^(?:ap-group|vap-profile|ssid-profile|security-profile|regulatory-domain-profile|traffic-profile|rrm-profile) name \S/,
  /^ap-id \d+/,
  /^capwap source /,
  /^snmp-agent trap enable feature-name/,
  /^user-bind static/,
  /^traffic policy \S/,
  /^traffic-filter (?:inbound|outbound|vlan) /,
  /^traffic-policy \S+ (?:inbound|outbound|global)/,
  /^ip (?:address-set|service-set) \S+ type /,
  /^(?:nat-policy|traffic-policy|audit-policy|auth-policy|pcp-policy|quota-policy|dns-transparent-policy|policy-based-route|multi-linkif|page-setting|device-classification)$/,
  /^(?:diffserv domain|drop-profile|qos-profile name|authentication-profile name) \S/,
  /^ip pool \S/,
  /^bfd \S+ bind /,
  /^(?:nqa test-instance|bridge-domain \d+ mode|dfs-group|vxlan vni|evpn-overlay|assign forward) ?/,
  /^pki realm \S/,
  /^stelnet (?:ipv4 |ipv6 )?server /,
  /^ssh (?:server-source|client first-time)/,
  /^hrp (?:enable|interface|mirror|standby|track|nat|auto-sync)/,
  /^(?:keychain \S+ mode|telemetry|cpu-defend policy|dcb pfc|ip vpn-instance __)/,
  /^system-view$/,
);

/** What VRP shares with Comware and both write much. Worth more than one word shared with everybody. */
export const KIN_STRONG = anyOf(
  /^ike (?:proposal|peer) \S/,
  /^ipsec (?:proposal|policy|policy-template) \S/,
  /^security acl \S/,
  /^ip a(?:d|dd|ddr|ddress)? (?:\d{1,3}\.){3}\d{1,3} \d\d?$/,
  /^(?:undo )?(?:sysname|info-center)\b/,
  /^rule (?:\d+ )?(?:permit|deny)(?: |$)(?:ip|tcp|udp|icmp|gre|source|destination|$)/,
  /^vrrp vrid \d/,
);

/** Words of VRP that its cousins use as well, and hardly anybody else. */
export const KIN = anyOf(
  /^undo \S/,
  /^user-interface \S/,
  /^acl (?:number |name |ipv6 )*\S/,
  /^rule (?:name )?\S+/,
  /^ip route-s\w* (?:\S+ ){0,3}\d/,
  /^int (?:g|gi|ge|e|eth|s|lo|t|tu|v|vlan\w*) ?\d[\d/.:]{0,20}$/,
  /^ip a(?:d|dd|ddr)? (?:\d{1,3}\.){3}\d{1,3} 255\./,
  /^ip (?:address|add) (?:dhcp-alloc|ppp-negotiate)/,
  /^ipv6 enable$/,
  /^sys(?:n|na|nam|name)? \S+$|^sys?$/,
  /^q(?:u|ui|uit)?$/,
  /^nat (?:outbound|server|address-group)\b/,
  /^security-policy$/,
  /^(?:source|destination)-zone \S/,
  /^(?:ospf|bgp|isis|rip|ospfv3)(?: \d+)?(?: router-id \S+)?$/,
  /^area \d+(?:\.\d+\.\d+\.\d+)?$/,
  /^network (?:\d{1,3}\.){3}\d{1,3} (?:0\.(?:\d{1,3}\.){2}\d{1,3}|mask \S+)$/,
  /^mpls(?: lsr-id \S+| ldp)?$/,
  /^port link-(?:t\w*|type) (?:a|access|t|trunk|hybrid)/,
  /^tunnel-protocol \S/,
  /^(?:aaa|return|bfd)$/,
  /^snmp-agent\b/,
  /^(?:route-policy|ip ip-prefix|ip vpn-instance|ip binding vpn-instance|pki domain|traffic (?:classifier|behavior)) \S/,
  /^peer \S+ (?:as-number|connect-interface|enable|next-hop-local|reflect-client|group)/,
  /^ipv4-family (?:unicast|vpn)/,
  /^(?:encryption-algorithm|authentication-algorithm|authentication-method|encapsulation-mode|exchange-mode|transform) \S/,
  /^(?:pre-shared-key|remote-address|local-address|remote-id|local-id|ike-peer|ipsec profile|tunnel (?:local|remote)) \S/,
  /^esp (?:authentication|encryption)-algorithm \S/,
  /^(?:dh|pfs) (?:dh-)?group\d/,
  /^sa (?:duration|trigger-mode|spi|binding) /,
  /^(?:proposal \S+|version [12])$/,
  /^dhcp (?:enable|select relay)$/,
  /^stp \S/,
  /^(?:firewall|qos car|nat position) \S/,
  /^local-user \S+$/,
  /^(?:authentication-mode|set authentication|protocol inbound|user privilege|gateway-list|dns-list) \S/,
  /^(?:ntp-service \S|lldp enable)/,
);

/** Words of VRP that many others use as well: they add to the sum, yet say nothing alone. */
export const SHARED = anyOf(
  new RegExp(`^int(?:erface)? (?:${INTERFACE}|null ?0)$`),
  /^ip address (?:\d{1,3}\.){3}\d{1,3} 255\./,
  /^ipv6 address \S/,
  /^(?:vlan \d+|shutdown|clock timezone .*)$/,
  /^(?:password|service-type|description|link-protocol|ntp) \S/,
);

/** Comware (H3C, HPE, 3Com) and nobody at Huawei: one is as good as a signature. */
export const COMWARE_SIGNATURES = anyOf(
  /^version \d+\.[\d.]+, [a-z]+\b/,
  /\b(?:H3C|HPE|HP|3Com) Comware|Comware (?:Platform )?Software|\bComware V[357]\b/,
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
  /^packet-filter (?:\d+|name|ipv6) /,
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
  /^dhcp relay server-select/,
  /^undo (?:toggle-voice|ike identity)/,
);

/** Words of Comware that old Huawei devices with VRP3 wrote as well. */
export const COMWARE = anyOf(
  /^domain (?:name )?\S+ ?default enable|^domain default enable/,
  /^(?:access|state|primary|secondary) (?:authentication|accounting) /,
  /^(?:access-limit|idle-cut|self-service-url) disable$/,
  /^user-group system$/,
  /^dhcp server ip-pool /,
  /^(?:public-key (?:local|peer)|dot1x authentication-method|dhcp-snooping$|key (?:authentication|accounting) )/,
  /^authentication-mode scheme/,
  /^%%10[A-Z]/,
);

/** In a capture or log of Comware. */
export const COMWARE_OUTPUT = anyOf(
  /%%10[A-Z][\w-]{1,31}\/\d\//,
  /^%[A-Z][a-z]{2}\s+\d+ \d\d:\d\d:\d\d:\d{3} \d{4} \S+ [A-Z]\w+\/\d\//,
  /^Connection-ID\s+(?:Remote|Local)\b/,
  /^connection-id\s+peer\s+flag\s+phase\s+doi/,
  /^total phase-1 SAs:/,
  /^Transmitting entity\s*:/,
  /^Traffic Flow Confidentiality enable/,
  /^Global IPsec SA\b|^Tunnel id\s*:\s\d/,
  /^(?:The brief information of interface|Brief information on interface)/,
  /^Copyright \(c\) .{0,40}(?:H3C|Hangzhou|Hewlett)/,
  /\b(?:New H3C Technologies|Hangzhou H3C)\b/,
);

/** Others whose lines are theirs alone. */
export const FOREIGN_STRONG = anyOf(
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
export const FOREIGN = anyOf(
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

/** Marks of Markdown and its like: a text about something. */
export const PROSE = /^(?:#{2,6} \S|```|~~~|\|.*\|$)|\]\(https?:|^[A-Z][a-z]+(?: [\w'’,()-]+){5,}[.:]$/;

/** What a Huawei device prints, certain by itself. */
export const OUTPUT_SIGNATURES = anyOf(
  /%%0\d[A-Z][\w-]{1,31}\/\d\/\w/,
  /\b(?:IKE|IPSEC|IPSEC-VPN)\/\d\/(?:IKE_NEGO_FAIL|IPSECNEGOFAIL|IPSEC_?TUNNEL_?\w+|IPSEC_TUNNEL_\w+)/,
  /\bhwIP(?:Sec|sec)(?:Tunnel|Nego|Policy|Reason|IKE|Trap|Pki)\w*/,
  /\bhwIPsecIkeReset|\bhwIKE\w{3,}/,
  /\b1\.3\.6\.1\.4\.1\.2011\.(?:6\.122\.26|5\.25\.224)\b/,
  /^#?[A-Z][a-z]{2}\s+\d+ \d{4} [\d:+-]{8,14} \S+ [A-Z][\w-]+\/\d\/\w+:?\s?OID /,
  /OID 1\.3\.6\.1\.4\.1\.2011\./,
  /IKE SA [Ii]nformation ?(?::|for)/,
  /^ipsec sa information\b/,
  /^(?:Spu board slot \d+, )?IKE SA Information/,
  /Ike offline information/,
  /^IPSec history record/,
  /^Conn-ID\s+Peer\s+(?:VPN|Flag)/,
  /^conn-id\s+peer\s+flag\s+phase\s+(?:vpn|ext)/,
  /^(?:IKE|IPSec) Global Config/,
  /IKE (?:Error|Offline) Information/,
  /^IKE Proposal\s*:/,
  /^(?:Number of|Total) IKE (?:SA|Proposal)/,
  /^(?:Number of IPSec Proposals|Total IP security (?:proposal|association) number)\s*:/,
  /^IP(?:Sec|sec| security) proposal name\s*:/,
  /^IPSec policy name\s*:\s*"/,
  /^IPsec Policy (?:Template )?(?:Group|Name)\s*:/,
  /^current (?:ike|ipsec) /,
  /^flow source: .{0,80}flow destination: /,
  /Huawei Versatile Routing Platform/,
  /VRP \(R\) [Ss]oftware/,
  /^Interface\s+PHY\s+Protocol\s+InUti/,
  /^\*down: administratively down/,
  /'s Device status:$/,
  /^Slot\s+(?:Card|Sub|#)\s+Type\s+Online\s+Power\s+Register/,
  /^Slot\/Card\s+Card-Type\s+Online\s+Power\s+Register/,
  /^Total nonempty (?:acl|ACL) ?6? number is/,
  /^(?:Basic|Advanced|User) (?:IPv6 )?ACL \S+(?: name \S+)?, \d+ rules?(?:,|$| \()/,
  /^Creator\s*:\s*Huawei Technologies/,
  /^Interface\s+Direction\s+AppliedRecord/,
  /^Nat Server Information:/,
  /^ESN of (?:device|slot|master)/,
  /^Time Zone\([^)]{1,40}\) ?: UTC[+-]?\d?/,
  /^Patch Package (?:Version|State)\s*:/,
  /^(?:Next )?Startup (?:saved-configuration file|system software):/,
);

/** What a Huawei device prints, though others print the like. */
export const OUTPUT = anyOf(
  /^-{60,}$/,
  /^RD--READY /,
  /^Info: \S|^Error: (?:Unrecognized|Incomplete|Wrong|Too many|Ambiguous)|^Warning: .{0,120}\[Y\/N\]/,
  /^(?:IKE Peer|Ike peer name|ike peer)\s*:/,
  /^Vrf-Index\b/,
);

/** Fault causes that no other vendor's device prints. */
export const CAUSES = anyOf(
  /\b(?:phase1[ _-]proposal|phase2[ _-]proposal[ _-]or[ _-]pfs|(?:initiator|responder)[ _-]dh|flow[ _-]or[ _-]peer|config[ _-]id)[ _-]mismatch\b/,
  /\b(?:proposal[ _-]mismatch[ _-]or[ _-]use[ _-]sm|ikev2[ _-]not[ _-]support[ _-]sm)\b/,
  /\b(?:flow[ _-]confl?ict|construct[ _-]local[ _-]id[ _-]fail|no[ _-]policy[ _-]applied[ _-]on[ _-]interface|none[ _-]of[ _-]user'?s[ _-]interface)\b/,
  /\b(?:fragment[ _-]packet[ _-](?:limit|reassemble)|dynamic[ _-]peers[ _-]number[ _-]reach|ipsec[ _-]tunnel[ _-]number[ _-]reach|license[ _-]or[ _-]specification[ _-]limited)\b/,
  /\b(?:config[ _-]modify[ _-]or[ _-]manual[ _-]offline|kick[ _-]old[ _-]sa|hash[ _-]gene[ _-]adjusted|cpu[ _-]table[ _-]updated|phase[12][ _-](?:hard[ _-]expiry|sa[ _-]replace))\b/,
  /\b(?:ikev1[ _-]phase1[ _-]phase2[ _-]sa|receive[ _-]backup[ _-]delete[ _-]info|rekey[ _-]no[ _-]find[ _-]old[ _-]sa|eap[ _-]delete[ _-]old[ _-]sa|modecfg[ _-]address[ _-]soft|hard[ _-]expiry[ _-]triggered)\b/,
  /\b(?:ip[ _-]address[ _-]syn[ _-]failed|aaa[ _-]cut[ _-]user|disconnect[ _-]track[ _-](?:nqa|bfd|vrrp)|dns[ _-]resolution[ _-]status[ _-]change|receive[ _-]invalid[ _-]spi[ _-]notify)\b/,
);

/** Fault causes that others print as well: several different ones in a file tell. */
export const COMMON_CAUSES =
  /\b(?:dpd[ _-]timeout|malformed[ _-](?:payload|message)|peer[ _-]request|heartbeat[ _-]timeout|exchange[ _-]timeout|role[ _-]mismatch|route[ _-]limit|version[ _-]mismatch|netmask[ _-]mismatch|(?:local|peer)[ _-]address[ _-]mismatch|encapsulation[ _-]mode[ _-]mismatch|rekey[ _-]fail|invalid[ _-](?:length|cookie)|unsupported[ _-]version|spi[ _-]conflict|flow[ _-]overlap|flow[ _-]mismatch|nhrp[ _-]notify|ip[ _-]assigned[ _-]fail|re-auth[ _-]timeout|peer[ _-]address[ _-]switch|critical[ _-]drop|cookie[ _-]mismatch|first[ _-]packet[ _-]limited|nat[ _-]detection[ _-]fail|unknown[ _-]exchange[ _-]type|in[ _-]disconnect[ _-]state|hardware[ _-]timeout|(?:xauth|eap)[ _-]authentication[ _-](?:fail|timeout)|authentication[ _-]fail)\b/i;

/** Words in the brackets of a prompt that are those of something else: log levels, answers, units. */
export const NOT_A_DEVICE =
  /^(?:[\d:./, +-]+|cr|y\/n|yes\/no|[yn]|v\d{3}r\d{3}.*|info|warn|warning|error|err|debug|trace|fatal|notice|crit|critical|alert|emerg|main|ok|fail|failed|note|todo|x| |root|client|server|default|section|global|system|\w+ \w+.*)$/i;

/** What a prompt of Comware shows of its view. */
export const COMWARE_PROMPT =
  /^(?:H3C|HPE?|3Com|Comware)(?:$|[-_ ])|-(?:Vlan-interface|Bridge-Aggregation|Route-Aggregation|Ten-GigabitEthernet|M-GigabitEthernet|luser|line-|dhcp-pool|security-zone|ipsec-transform-set|ike-keychain|ike-profile|isp-|radius-|acl-ipv[46]-|security-policy-ip)/i;

/** What a prompt of VRP shows of its view. */
export const VRP_PROMPT =
  /-(?:ike-p|ike-user|ipsec-p|ipsec-efficient|acl-(?:adv|basic|advance|number|ipv6|\w+-\d)|aaa|zone-|policy-security|policy-nat|object-address-set|ip-pool|pki-|ui-|Vlanif|Eth-Trunk|Virtual-(?:if|Template)|\d+GE\d|X?GigabitEthernet\d|Ethernet\d|LoopBack\d|Tunnel\d|ospf-|bgp|vlan\d|nqa-|wlan-|mpls|isis-|route-policy|classifier-|behavior-)/i;

/** The second word of a `display` that is asked of such a device. */
export const DISPLAY_TOPIC =
  /^(?:ike\w*|ipsec|ips|ipv6|ip|int\w*|ver\w*|acl|arp|vlan|th\w*|cu\w*|sa\w*|clock|device|cpu\w*|mem\w*|log\w*|trap\w*|users?|route\w*|ospf|bgp|bfd|nqa|vrrp|hrp|fire\w*|nat|security\S*|zone|pki|aaa|local-user|access-user|license|patch\S*|startup|esn|lldp|stp|mac\S*|eth\S*|alarm|ntp\S*|tcp|udp|user-\S+|info-center|diag\w*|health|isis|mpls|tunnel\S*|keep\w*|l2tp|dhcp|ap|station|wlan|port|optical\S*|transceiver|hist\w*|dns|error\S*|this|snmp\S*|traffic\S*|policy\S*|rsa|dsa|ssh|session\S*|current-\S*|saved-\S*|counters?|debugging|dataplane|cellular|pppoe\S*|dot1x|radius\S*|efm|elabel|fan|power|temp\S*|environment|reboot\S*|schedule|version)$/i;
