/**
 * Expressions that are tried together on one trimmed line of bounded length, letters in either case. `\S`, `\d` and bounded repeats only:
 * each is linear in the line.
 */
export class Signs {
  /** Those that begin at the begin of a line are apart from the others: an engine tries them there only, and is done. */
  private readonly atBegin: RegExp | undefined;
  private readonly anywhere: RegExp | undefined;
  private readonly each: readonly RegExp[];

  constructor(...patterns: readonly RegExp[]) {
    const sources = patterns.flatMap(({ source }) => alternativesOf(source));
    this.atBegin = joined(sources.filter((source) => source.startsWith('^')));
    this.anywhere = joined(sources.filter((source) => !source.startsWith('^')));
    this.each = patterns;
  }

  /** Whether a line has one of the signs. */
  test(line: string): boolean {
    return (this.atBegin?.test(line) ?? false) || (this.anywhere?.test(line) ?? false);
  }

  /** The first of the signs that a line has. */
  find(line: string): RegExp | undefined {
    return this.test(line) ? this.each.find((pattern) => pattern.test(line)) : undefined;
  }
}

function joined(sources: readonly string[]): RegExp | undefined {
  return sources.length > 0 ? new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'i') : undefined;
}

/** The alternatives of an expression that stand outside all groups and classes. */
function alternativesOf(source: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let inClass = false;
  let begin = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) {
      found.push(source.slice(begin, at));
      begin = at + 1;
    }
  }
  return [...found, source.slice(begin)];
}

/** An interface name with its number, in one word or two. */
const INTERFACE = String.raw`[a-z][a-z-]{0,30} ?\d[\d/.:]{0,20}`;

/** Marks that only Huawei's VRP leaves: one is as good as a signature. */
export const SIGNATURES = new Signs(
  /^!Software Version V\d{3}R\d{3}/,
  /^\[V\d{3}R\d{3}[^\]]{0,40}\]$/,
  /%\^%#.{8,200}%\^%#/,
  /%\+%#.{8,200}%\+%#/,
  /[%$]\$[%$]\$.{8,200}[%$]\$[%$]\$|\$@\$@.{8,200}\$@\$@/,
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
  /^sysname (?:huawei|quidway|eudemon|usg\d|ar\d{2,4})(?![a-z])/,
);

/** What VRP writes and its Comware cousins do not. */
export const VRP = new Signs(
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
  /^firewall (?:zone|interzone|packet-filter default) (?:name )?\S/,
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
  /^v(?:l|la|lan)? b(?:a|at|atch)? \d/,
  /^p(?:ort)? d\w{0,6} v\w{0,3} \d|^p(?:ort)? t\w{0,4} a\w{0,9} v/,
  /^(?:source|destination)-address (?:address-set \S|\S+ (?:mask \S|\d{1,3}$|0\.0\.0\.))/,
  /^address \d+ \S+ mask \S/,
  /^(?:policy|session|traffic) logging|^session aging-time \d/,
  /^(?:vsys (?:enable|name)|resource-class r\d|period-range \d|dhcpv6 pool \S)/,
  /^excluded-(?:ip-)?address \S/,
  /^rsa peer-public-key \S/,
  /^(?:ca id|binding tunnel|vlan-type dot1q|active ipsec slot|right-manager) \S|^multi-linkif$/,
  /^section \d+ (?:\d{1,3}\.){3}\d{1,3} (?:\d{1,3}\.){3}\d/,
  /^ssh (?:server|client) (?:cipher|hmac|key-exchange|dh-exchange|publickey)\b|^ssh authorization-type/,
  /^(?:web-manager|snetconf|set disk-scan|disk-usage alarm|set save-configuration) \S/,
);

/** What VRP shares with Comware and both write much. Worth more than one word shared with everybody. */
export const KIN_STRONG = new Signs(
  /^ike (?:proposal|peer) \S/,
  /^ipsec (?:proposal|policy|policy-template) \S/,
  /^security acl \S/,
  /^ip a(?:d|dd|ddr|ddress)? (?:\d{1,3}\.){3}\d{1,3} \d\d?$/,
  /^(?:undo )?(?:sysname|info-center)\b/,
  /^rule (?:\d+ )?(?:permit|deny)(?: |$)(?:ip|tcp|udp|icmp|gre|source|destination|$)/,
  /^vrrp vrid \d/,
);

/** Words of VRP that its cousins use as well, and hardly anybody else. */
export const KIN = new Signs(
  /^undo \S/,
  /^user-interface \S/,
  /^acl (?:(?:number |name |ipv6 |mac )+\S|\d{4,5}\b)/,
  /^rule (?:name \S|\d+ |permit\b|deny\b)/,
  /^time-range \S+$/,
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
  /^(?:source|destination) (?:(?:\d{1,3}\.){3}\d{1,3}|\S+\d\/\d\S*)$/,
  /^action (?:permit|deny)$/,
  /^(?:certificate request|fingerprint) \S|^ike dpd \S|^ospfv3 \d+ area |^mode pat$|^ipv[46]-family$/,
  /^public-key-code (?:begin|end)$/,
  /^u(?:n|nd|ndo)? (?:t\w{0,7} m\w{0,6}|in\w{0,9} e\w{0,5}|sh\w{0,6})$/,
  /^(?:import-route|router id|vpn-target|route-distinguisher|network-entity) \S/,
);

/** Words of VRP that many others use as well: they add to the sum, yet say nothing alone. */
export const SHARED = new Signs(
  new RegExp(`^int(?:erface)? (?:${INTERFACE}|null ?0)$`),
  /^ip address (?:\d{1,3}\.){3}\d{1,3} 255\./,
  /^ipv6 address \S/,
  /^(?:vlan \d+|shutdown|clock timezone .*)$/,
  /^(?:password|service-type|description|link-protocol|ntp|gre key) \S/,
);

/** Lines whose words are a person's: what stands there says nothing of the device. */
export const FREE_TEXT = /^(?:rule \d+ )?(?:description|remark|alias)\b/i;
