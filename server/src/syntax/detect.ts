import type { LanguageId } from './classify';

/** How much of a file is looked at. The first line says nothing in most real files: it is blank, or `#`. */
const HEAD_LINES = 80;
const HEAD_CHARACTERS = 16_384;
const LINE_CHARACTERS = 240;

/** From this weight on a file is taken for one of ours. */
const ENOUGH = 4;

interface Sign {
  readonly weight: number;
  readonly pattern: RegExp;
}

function signs(weight: number, ...patterns: RegExp[]): Sign[] {
  return patterns.map((pattern) => ({ weight, pattern }));
}

/** What only VRP writes, and what it shares with few. Every pattern is tried on one line and is linear. */
const VRP: readonly Sign[] = [
  ...signs(
    6,
    /^!Software Version V\d{3}R\d{3}/,
    /^\[V\d{3}R\d{3}[^\]]{0,40}\]$/,
    /%\^%#.{8,}%\^%#/,
    /%\$%\$.{8,}%\$%\$/,
    /@%@%.{8,}@%@%/,
    /snmp-agent local-engineid 800007DB/i,
    /^(?:undo )?service-manage /,
    /^l2tp domain suffix-separator/,
  ),
  ...signs(
    3,
    /^vlan batch \d/,
    /^interface (?:Vlanif|MEth|Virtual-if|Wlan-Radio)\d/i,
    /^port (?:trunk allow-pass|default vlan|hybrid pvid|hybrid untagged vlan)/,
    /^drop illegal-mac alarm/,
    /^set cpu-usage threshold/,
    /^portal local-server load/,
    /^user-manage /,
    /^dhcp select (?:interface|global|relay)/,
    /^(?:undo )?portswitch$/,
    /^firewall zone (?:name )?\S/,
    /^(?:isis|ospf) enable \d/,
    /^ike (?:proposal|peer|user-table) \S/i,
    /^ipsec (?:proposal|policy|policy-template|profile|efficient-vpn) \S/i,
    /^(?:undo )?version [12]$/,
    /^service-location \d/,
    /^service-instance-group \S/,
    /^(?:local-user|manager-user) \S+(?: password (?:cipher|irreversible-cipher|simple))?/,
    /^http (?:secure-)?server load/,
    /^wlan (?:ac|ap)\b/,
    /^snmp-agent trap enable feature-name/,
    /^user-bind static/,
    /^traffic (?:classifier|behavior|policy) \S/,
    /^diffserv domain/,
    /^stp (?:region-configuration|mode mstp|instance \d)/,
    /^info-center \S/,
    /^ip pool \S/,
    /^ip binding vpn-instance/,
    /^bfd(?: \S+ bind peer-ip .*)?$/,
    /^nqa test-instance/,
    /^capwap source/,
    /^pki (?:realm|domain) \S/,
    /^stelnet server enable/,
    /^system-view$/,
  ),
  ...signs(
    1,
    /^sysname \S/,
    /^undo \S/,
    /^user-interface \S/,
    /^acl(?: number| name)? \S/,
    /^rule (?:\d+ )?(?:permit|deny)\b/,
    /^ip route-static \S/,
    /^ip route-s\w* \S/,
    /^authentication-scheme \S/,
    /^interface \S/,
    /^interface (?:Eth-Trunk|LoopBack|NULL|Tunnel|GigabitEthernet|XGigabitEthernet|Ethernet|Serial)\s?\d/,
    /^int (?:g|gi|ge|e|eth|s|lo|t|tu|v|vlan\w*) ?\d/i,
    /^ip a(?:d|dd|ddress)? \d+\.\d+\.\d+\.\d+ (?:\d\d?|255\.\S+)/,
    /^ipv6 (?:enable|address)\b/,
    /^sys(?:name)? \S/,
    /^sys?$/,
    /^q$/,
    /^quit$/,
    /^nat (?:outbound|server|address-group)\b/,
    /^security-policy$/,
    /^(?:ospf|bgp|isis|rip)(?: \d+)?(?: router-id \S+)?$/,
    /^area \d/,
    /^network \d+\.\d+\.\d+\.\d+ 0\.\d+\.\d+\.\d+$/,
    /^mpls(?: lsr-id \S+| ldp)?$/,
    /^port link-type (?:access|trunk|hybrid)/,
    /^vrrp vrid \d/,
    /^tunnel-protocol \S/,
    /^clock timezone/,
    /^aaa$/,
    /^return$/,
    /^snmp-agent\b/,
    /^(?:route-policy|ip ip-prefix|ip vpn-instance) \S/,
    /^peer \S+ (?:as-number|connect-interface|enable)/,
    /^(?:encryption-algorithm|authentication-algorithm|integrity-algorithm) \S/,
    /^(?:pre-shared-key|ike-proposal|remote-address|security acl|ike-peer) \S/,
    /^esp (?:authentication|encryption)-algorithm \S/,
    /^dh group\d/,
    /^proposal \S+$/,
    /^dhcp enable$/,
    /^stp \S/,
    /^firewall \S/,
  ),
];

/** What a device answers, and what its logs and alarms say. */
const OUTPUT: readonly Sign[] = [
  ...signs(
    6,
    /^\W{0,40}(?:<[^<>\s]{1,64}>|\[[~*]?[^[\]\s=]{1,128}\])\s?(?:dis|disp|displ|displa|display|sys|system-view|save|reset|quit|commit|return|undo|ping|tracert|debugging|terminal|terminal monitor)\b/,
    /^\[[~*]?[^[\]\s=]{1,100}-(?:ike-peer|ike-proposal|ipsec-\w+|acl-\w+|GigabitEthernet)/i,
    /\b(?:IKE|IPSEC|IPSEC-VPN|IPSec)\/\d\/\w+/,
    /%%\d\d[A-Z][\w-]*\/\d\/\w+/,
    /^\W{0,8}\[[~*]?[A-Za-z][\w.-]{0,63}\]\s?(?:ike|ipsec|acl|interface|int|ip|undo|rule|ospf|bgp|aaa|firewall|security-policy|sysname|dh|encryption-algorithm|authentication-\w+|pre-shared-key|remote-address|security|proposal|transform|esp|pfs) /i,
    /^Interface\s+PHY\s+Protocol\s+InUti/i,
    /^\*down: administratively down/,
    /'s Device status:$/,
    /\bhwI(?:PSec|psec|KE)\w+/,
    /1\.3\.6\.1\.4\.1\.2011\./,
    /IKE SA [Ii]nformation/,
    /^ipsec sa information/i,
    /Ike offline information/i,
    /^IPSec history record/i,
    /^Conn-ID\s+Peer\s+VPN/i,
    /^(?:IKE|IPSec) Global Config/i,
    /IKE (?:Error|Offline) Information/i,
    /^IKE Proposal\s*:/i,
    /^IP(?:Sec|sec| security) [Pp]roposal [Nn]ame\s*:/i,
    /^(?:current|Number of) (?:ike|ipsec) /i,
    /Huawei Versatile Routing Platform/i,
    /VRP \(R\) [Ss]oftware/,
    /^(?:Basic|Advanced|User) ACL \S+, \d+ rules?/i,
    /\b(?:phase1 proposal|phase2 proposal or pfs|initiator dh|responder dh|flow or peer|peer address|encapsulation mode|config id)[ _-]mismatch\b/i,
    /\b(?:dpd[ _-]timeout|flow conf(?:l)?ict|malformed payload|construct local id fail)\b/i,
  ),
  ...signs(3, /^-{60,}$/, /^\S.{0,40}\s:\s\S/),
];

/** What others write: Comware first, which shares VRP's ancestry and many of its words. */
const FOREIGN: readonly Sign[] = [
  ...signs(
    12,
    /^version \d+\.\d+(?:\.\d+)?, (?:Release|ESS|Feature|Alpha|Test|Demo|Customer)/i,
    /\b(?:H3C|HPE|HP) Comware|Comware (?:Platform )?Software/i,
    /^port link-mode (?:bridge|route)/,
    /^interface (?:Vlan-interface|Bridge-Aggregation|Route-Aggregation|Ten-GigabitEthernet|M-GigabitEthernet|FortyGigE|Twenty-FiveGigE|HundredGigE|WLAN-ESS)/i,
    /^irf(?: |-)/,
    /^(?:ike keychain|ike profile|ipsec transform-set|ipsec apply policy|transform-set) ?/,
    /^authorization-attribute (?:level|user-role|work-directory)/,
    /^user-role /,
    /^line (?:class )?(?:vty|aux|console)\b/i,
    /^local-user \S+ class /,
    /\$c\$3\$|\$h\$6\$/,
    /^password hash /,
    /^port trunk permit vlan/,
    /^port access vlan \d/,
    /^undo copyright-info enable/,
    /snmp-agent local-engineid 8000(?:63A2|63a2)/,
    /^(?:access|state|primary|secondary) (?:authentication|accounting) /,
    /^dot1x authentication-method/,
    /^domain (?:name )?\S+ ?default enable/,
    /^domain default enable/,
    /^public-key peer/,
    /^mdc /,
  ),
  ...signs(
    6,
    /^(?:hostname|enable secret|aaa new-model|boot-start-marker|ip cef|no ip |service timestamps|service password)\b/,
    /^crypto (?:isakmp|ipsec|ikev2|map|pki)\b/,
    /^router (?:bgp|ospf|eigrp|isis|rip)\b/,
    /^switchport\b/,
    /^ip access-list (?:standard|extended)\b/,
    /^conf(?:igure)? t(?:erminal)?$/,
    /^config (?:system|vpn|firewall|router|user|log)\b/,
    /^#config-version=/,
    /^define \w+ ?\{/,
    /^(?:global|defaults)$/,
    /^(?:frontend|backend|listen) \S+$/,
    /^set (?:system|interfaces|security|protocols) /,
    /^transceiver qsfp/,
    /^<\?xml|^<!DOCTYPE|^<html/i,
  ),
  ...signs(
    2,
    /^no \S/,
    /^[\w.$-]+\s*=\s*\S?/,
    /^(?:seta?|bind|exec|echo|unbind|vstr) \S/,
    /[{};]$/,
    /^(?:set|edit|next|end)\b/,
    /^\[[\w.: -]+\]$/,
    /^ip route \d/,
    /^access-list \d/,
    /^line vty/,
  ),
];

function weigh(line: string, table: readonly Sign[]): number {
  let heaviest = 0;
  for (const { weight, pattern } of table) if (weight > heaviest && pattern.test(line)) heaviest = weight;
  return heaviest;
}

function headLines(text: string): string[] {
  const head = text.length > HEAD_CHARACTERS ? text.slice(0, HEAD_CHARACTERS) : text;
  const lines: string[] = [];
  for (const line of head.split(/\r\n|\n|\r/)) {
    // eslint-disable-next-line no-control-regex -- saves end in NUL, captures hold control characters
    const clean = line.slice(0, LINE_CHARACTERS).replace(/[\u0000-\u001f\ufeff\u007f]+/g, ' ').trim();
    if (clean === '' || clean === '#' || clean === '!') continue;
    lines.push(clean);
    if (lines.length === HEAD_LINES) break;
  }
  return lines;
}

/**
 * Tells from the beginning of a file whether it is a Huawei configuration or a capture of a Huawei terminal session, log or alarms;
 * undefined for anything else, and in doubt. Takes text of any length and looks at the first lines only.
 */
export function detectLanguage(text: string): LanguageId | undefined {
  let vrp = 0;
  let output = 0;
  let foreign = 0;
  let typed = 0;
  const lines = headLines(text);
  for (const line of lines) {
    const ours = weigh(line, VRP);
    const printed = weigh(line, OUTPUT);
    const others = weigh(line, FOREIGN);
    vrp += ours;
    foreign += ours >= 3 && others < 6 ? 0 : others;
    if (printed >= 6) typed += printed;
    output += printed;
  }
  if (foreign >= 12 && foreign * 2 >= vrp) return undefined;
  if (foreign > vrp + typed) return undefined;
  if (typed >= 6 && (typed >= vrp || output >= vrp)) return 'huawei-vrp-output';
  return vrp >= ENOUGH && vrp * 3 >= lines.length ? 'huawei-vrp' : undefined;
}
