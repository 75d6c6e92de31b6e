import { Signs } from './detectSigns';

/** What a Huawei device prints, certain by itself. */
export const OUTPUT_SIGNATURES = new Signs(
  /%%0\d[A-Z][\w-]{1,31}\/\d\/\w/,
  /\b(?:IKE|IPSEC|IPSEC-VPN)\/\d\/(?:IKE_NEGO_FAIL|IPSECNEGOFAIL|IPSEC_?TUNNEL_?\w+|IPSEC_TUNNEL_\w+)/,
  /\bhwIP(?:Sec|sec)(?:Tunnel|Nego|Policy|Reason|IKE|Trap|Pki)\w*/,
  /\bhwIPSecIkeReset|\bhwIKE\w{3,}/,
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
  /^Interface\s+PHY\s+Protocol\b|^InUti\/OutUti: /,
  /^The number of interface that is (?:UP|DOWN) in (?:Physical|Protocol) is \d/,
  /^Interface\s+IP Address\/Mask\s+Physical\s+Protocol/,
  /^Description:HUAWEI, |^HUAWEI \S.{0,60} uptime is \d/,
  /^Last (?:physical|line protocol) (?:up|down) time\s*:|^(?:Route|Switch) Port, ?(?:The Maximum|PVID|TPID)/,
  /^Route Flags: R - relay|^Destination\/Mask\s+Proto\s+Pre\s+Cost\s+Flags\s+NextHop/,
  /^Peer\s+V\s+AS\s+MsgRcvd\s+MsgSent\s+OutQ\s+Up\/Down\s+State\s+PrefRcv/,
  /^IP ADDRESS\s+MAC ADDRESS\s+EXPIRE/,
  /^MAC Address\s+VLAN\/(?:VSI)?/,
  /^VID\s+Type\s+Ports$|^U: Up;\s+D: Down;\s+TG: Tagged|^Port\s+Link Type\s+PVID\s+Trunk VLAN List/,
  /^Eth-Trunk\d+'s state information is|^ActorPortName\s+Status\s+PortType/,
  /^Idx\s+Attr\s+Size\(Byte\)\s+Date\s+Time/,
  /^Current Total Sessions\s*:\s*\d|\bVPN: ?\S+ ?-->/,
  /^The firewall's config state is|^Role: (?:active|standby), peer: /,
  /^RULE ID\s+RULE NAME\s+STATE\s+ACTION/,
  /^Local\s+Remote\s+PeerIpAddr\s+State/,
  /^NQA entry ?\(/,
  /^CPU Usage Stat\. Cycle|^System Total Memory Is/,
  /^synchronization state: clock /,
  /^Slot\s+Card\s+SensorName\s+Status|^PCB\s+I2C Addr\s+Chl\s+Status/,
  /^peer\s+port\s+(?:offline|error)-reason\b/,
  /^ID\s+MAC\s+Name\s+Group\s+IP\s+Type\s+State\s+STA\b/,
  /^Enter system view, return user view with Ctrl\+Z/,
  /^Error: ?(?:Unrecognized|Incomplete|Wrong|Too many|Ambiguous) (?:command|parameters?) found/,
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

/** What a Huawei device prints and few others do: two different ones are as good as a certain one. */
export const OUTPUT_LIKELY = new Signs(
  /^(?:IKE Peer|Ike peer name|ike peer)\s*:/i,
  /^Proposal\s*: (?:ESP|AH)-/i,
  /^SA remaining key duration/i,
  /^Tunnel (?:local|remote)\s*:/i,
  /^Flow (?:source|destination)\s*:/i,
  /^Qos (?:pre-classify|group)\s*:/i,
  /^Acl (?:group|rule|Group|Rule)\s*:/i,
  /^(?:Out|In)packet (?:count|(?:en|de)cap count|drop count)\s*:/i,
  /^IPSec (?:policy|profile) name\s*:/i,
  /^(?:Local|Remote) (?:ID type|ip|IP|ID)\s*:/i,
  /^Pool-(?:Name|No)\s*:/i,
  /^(?:Conflicted|Designated)\s*:\s?\d|^NetBois Type\s*:/i,
  /^input\/output (?:dropped )?security (?:packets|bytes)\s*:/i,
  /^(?:the|IPv[46]) (?:normal|security) packet statistics|^dropped security packet detail/i,
  /^IKEv[12] (?:IKE SA|child SA|(?:re-)?authenticate|drop|hard) .{0,60}: \d/i,
  /^\S{0,20} ?(?:MPU|LPU|SFU|SRU|NPU|VSU|SPU|MCU|PIC|CLK|RPU) ?\d{0,3} ?(?:\(\w+\))? ?: uptime is \d/i,
  /^(?:\d+\. )?(?:PCB|EPLD\d?|BootROM|BootLoad|MonitorBUS|MAB|CPLD\d?)\s+Version\s*:/i,
  /^(?:SDRAM|NVRAM|CF ?CARD\d?|CF Card\d?|Flash) Memory Size\s*:/i,
  /^\S{1,20}(?: \S{1,20}){0,2} version information ?:?$/i,
  /\bV\d{3}R\d{3}(?:C\d\d|SPH\d|SPC\d)/i,
  /\bHuawei Technologies Co\./i,
  /\S current state : (?:Administratively )?(?:UP|DOWN)/i,
  /^Internet protocol processing : |^(?:Input|Output) bandwidth utilization\b/i,
  /^The total number of VLANs is\s*:/i,
  /^[!^]down: (?:standby|FIB overload down)|^PHY: Physical$/i,
  /^BGP local router ID : |^Local AS number : /i,
  /^System Id\s+Interface\s+Circuit Id\s+State\s+HoldTime/i,
  /^Directory of (?:flash|hda\d|cfcard\d?|sdcard|sd\d):\//i,
  /^\S+ has \d+ neighbor(?:s|\(s\)):?$/i,
  /^Neighbor index ?:/i,
  /^Total AP information|^Total VPN-Instances configured/i,
  /^Total IPv[46] VPN-Instances configured|^VPN-Instance Name\s+RD\s+Address-family/i,
  /^HTTP Server Status\s*:|^TELNET IPv4 server\s*:/i,
  /^HTTP Secure-server Status\s*:|^ACL4 number\s*:/i,
  /^Peer information for ISIS\(\d/i,
  /^(?:Dfs-Group ID|Heart beat state)\s*:/i,
  /^Storage type: |^Community name: ?%/i,
  /^VRID\s+State\s+Interface\s+Type\s+Virtual IP|^Memory utilization statistics at /i,
  /^Please press enter to start cmd line/i,
  /^Reply from \S+: bytes=\d+ Sequence=\d+ ttl=|^PING \S+: \d+ +data bytes, press CTRL_C/i,
);

/** What a Huawei device prints as others do. */
export const OUTPUT = new Signs(
  /^RD--READY /i,
  /^Info: \S|^Warning: .{0,120}\[Y\/N\]/i,
  /^Vrf-Index\b/i,
  /^\*down: administratively down/i,
  /^Routing Tables? ?: \S/i,
  /^\[(?:inbound|outbound) (?:ESP|AH) SAs\]/i,
  /^(?:Encapsulation mode|Max (?:sent|received) sequence-number|UDP encapsulation used)\b/i,
  /^(?:ESP |AH )?SPI: \d+ \(/i,
  /^(?:inbound|outbound) (?:AH|ESP) setting\s*:|^(?:AH|ESP) (?:string-key|(?:authentication|encryption) hex key)\s*:/i,
  /^(?:can't find SA|queue is full|replay packet|too long packet|policy deny)\s*: \d/i,
  /^(?:clock status|clock stratum|reference clock ID|nominal frequency): /i,
  /^\.?Area \S+ interface \S+'s neighbors/i,
);

/** Fault causes that no other vendor's device prints. */
export const CAUSES = new Signs(
  /\b(?:phase1[ _-]proposal|phase2[ _-]proposal[ _-]or[ _-]pfs|(?:initiator|responder)[ _-]dh|flow[ _-]or[ _-]peer|config[ _-]id)[ _-]mismatch\b/,
  /\b(?:proposal[ _-]mismatch[ _-]or[ _-]use[ _-]sm|ikev2[ _-]not[ _-]support[ _-]sm)\b/,
  /\b(?:flow[ _-]confl?ict|construct[ _-]local[ _-]id[ _-]fail|no[ _-]policy[ _-]applied[ _-]on[ _-]interface|none[ _-]of[ _-]user'?s[ _-]interface)\b/,
  /\b(?:fragment[ _-]packet[ _-](?:limit|reassemble)|dynamic[ _-]peers[ _-]number[ _-]reach|ipsec[ _-]tunnel[ _-]number[ _-]reach|license[ _-]or[ _-]specification[ _-]limited)\b/,
  /\b(?:config[ _-]modify[ _-]or[ _-]manual[ _-]offline|kick[ _-]old[ _-]sa|hash[ _-]gene[ _-]adjusted|cpu[ _-]table[ _-]updated|phase[12][ _-](?:hard[ _-]expiry|sa[ _-]replace))\b/,
  /\b(?:ikev1[ _-]phase1[ _-]phase2[ _-]sa|receive[ _-]backup[ _-]delete[ _-]info|rekey[ _-]no[ _-]find[ _-]old[ _-]sa|eap[ _-]delete[ _-]old[ _-]sa|modecfg[ _-]address[ _-]soft|hard[ _-]expiry[ _-]triggered)\b/,
  /\b(?:ip[ _-]address[ _-]syn[ _-]failed|aaa[ _-]cut[ _-]user|disconnect[ _-]track[ _-](?:nqa|bfd|vrrp)|dns[ _-]resolution[ _-]status[ _-]change|receive[ _-]invalid[ _-]spi[ _-]notify)\b/,
);

/** Fault causes that others print as well: several different ones in a file tell, or one that is all that a short note says. */
export const COMMON_CAUSES =
  /\b(?:dpd[ _-]timeout|malformed[ _-](?:payload|message)|peer[ _-]request|heartbeat[ _-]timeout|exchange[ _-]timeout|role[ _-]mismatch|route[ _-]limit|version[ _-]mismatch|netmask[ _-]mismatch|(?:local|peer)[ _-]address[ _-]mismatch|encapsulation[ _-]mode[ _-]mismatch|rekey[ _-]fail|invalid[ _-](?:length|cookie)|unsupported[ _-]version|spi[ _-]conflict|flow[ _-]overlap|flow[ _-]mismatch|nhrp[ _-]notify|ip[ _-]assigned[ _-]fail|re-auth[ _-]timeout|peer[ _-]address[ _-]switch|critical[ _-]drop|cookie[ _-]mismatch|first[ _-]packet[ _-]limited|nat[ _-]detection[ _-]fail|unknown[ _-]exchange[ _-]type|in[ _-]disconnect[ _-]state|hardware[ _-]timeout|(?:xauth|eap)[ _-]authentication[ _-](?:fail|timeout)|authentication[ _-]fail)\b/i;

/** What may stand before a cause that a note gives as such: nothing, a bullet, or words and a colon or an equals sign. */
export const GIVEN_AS_CAUSE = /^[^\w]*$|\b(?:reason|cause|error|code)\b[^\w]*(?:is|was|says)?[^\w]*$/i;

/** Words of a note about a tunnel. */
export const ABOUT_TUNNELS = /\b(?:ike(?:v[12])?|ipsec|vpn|tunnel|huawei|usg\d*)\b/i;

/** Words in the brackets of a prompt that are those of something else: log levels, answers, units. */
export const NOT_A_DEVICE =
  /^(?:[\d:./, +-]+|cr|y\/n|yes\/no|[yn]|v\d{3}r\d{3}.*|info|warn|warning|error|err|debug|trace|fatal|notice|crit|critical|alert|emerg|main|ok|fail|failed|note|todo|x| |root|client|server|default|section|global|system|p|b|i|u|a|br|hr|li|ul|ol|td|th|tr|h[1-6]|em|pre|code|div|span|body|head|html|table|title|strong|details|summary|\w+ \w+.*)$/i;

/** What a prompt of Comware shows of its view. */
export const COMWARE_PROMPT =
  /^(?:H3C|HPE?|3Com|Comware)(?:$|[-_ ])|-(?:Vlan-interface|Bridge-Aggregation|Route-Aggregation|Ten-GigabitEthernet|M-GigabitEthernet|luser|line-|dhcp-pool|security-zone|ipsec-transform-set|ike-keychain|ike-profile|isp-|radius-|acl-ipv[46]-|security-policy-ip)/i;

/** What a prompt of VRP shows of its view. */
export const VRP_PROMPT =
  /-(?:ike-p|ike-user|ipsec-p|ipsec-efficient|acl-(?:adv|basic|advance|number|ipv6|\w+-\d)|aaa|zone-|policy-security|policy-nat|object-address-set|ip-pool|pki-|ui-|Vlanif|Eth-Trunk|Virtual-(?:if|Template)|\d+GE\d|X?GigabitEthernet\d|Ethernet\d|LoopBack\d|Tunnel\d|ospf-|bgp|vlan\d|nqa-|wlan-|mpls|isis-|route-policy|classifier-|behavior-)/i;

/** The second word of a `display` that is asked of such a device. */
export const DISPLAY_TOPIC =
  /^(?:ike\w*|ipsec|ips|ipv6|ip|int\w*|ver\w*|acl|arp|vlan|th\w*|cu\w*|sa\w*|clock|device|cpu\w*|mem\w*|log\w*|trap\w*|users?|route\w*|ospf|bgp|bfd|nqa|vrrp|hrp|fire\w*|nat|security\S*|zone|pki|aaa|local-user|access-user|license|patch\S*|startup|esn|lldp|stp|mac\S*|eth\S*|alarm|ntp\S*|tcp|udp|user-\S+|info-center|diag\w*|health|isis|mpls|tunnel\S*|keep\w*|l2tp|dhcp|ap|station|wlan|port|optical\S*|transceiver|hist\w*|dns|error\S*|this|snmp\S*|traffic\S*|policy\S*|rsa|dsa|ssh|session\S*|current-\S*|saved-\S*|counters?|debugging|dataplane|cellular|pppoe\S*|dot1x|radius\S*|efm|elabel|fan|power|temp\S*|environment|reboot\S*|schedule|version)$/i;

/** In a capture or log of Comware. */
export const COMWARE_OUTPUT = new Signs(
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
  /^(?:Vlan-interface|Bridge-Aggregation|Route-Aggregation|Ten-GigabitEthernet|M-GigabitEthernet|M-GE|BAGG|RAGG)\d/,
  /^VLAN type: (?:Static|Dynamic)|^Route interface: (?:Not )?[Cc]onfigured/,
  /^Link: ADM - administratively down/,
  /^(?:H3C|HPE?) \S.{0,60} uptime is \d/,
  /^SA remaining duration \(|^Transform set: ESP-/,
);

/** What Comware prints and old devices of Huawei may as well. */
export const COMWARE_OUTPUT_LIKELY = new Signs(
  /^Destination\/Mask\s+Proto\s+Pre\s+Cost\s+NextHop/i,
  /\s(?:Vlan\d+|[BR]AGG\d+|InLoop0|HGE\d\/\S+|FGE\d\/\S+|M-GE\d\S*)$/i,
  /^Interface\s+Physical\s+Protocol\s+IP/i,
  /^Peer\s+AS\s+MsgRcvd\s+MsgSent\s+OutQ\s+PrefRcv/i,
  /^BGP local router ID: |^Local AS number: /i,
  /\S current state: (?:Administratively )?(?:UP|DOWN)/i,
  /^\(s\): spoofing\s+\(l\): loopback$/i,
  /^(?:sour|dest) addr: /i,
  /^local {1,2}address(?:\/port)?: |^remote address(?:\/port)?: /i,
  /^Inside VPN ?:|^Extended Sequence Numbers? enable/i,
  /^Type: S-Static\s+D-Dynamic/i,
  /^Loadsharing Type: Shar/i,
  /^LLDP neighbor-information of port/i,
);
