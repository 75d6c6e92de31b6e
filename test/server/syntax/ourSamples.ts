import type { LanguageId } from '../../../server/src/syntax/classify';

/** The head of a file, with what it is. Written for the tests in the manner of what devices save and people type. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly language: LanguageId;
}

const config = (name: string, text: string): Sample => ({ name, text, language: 'huawei-vrp' });
const output = (name: string, text: string): Sample => ({ name, text, language: 'huawei-vrp-output' });

const FIREWALL = `
!Software Version V500R005C20SPC500
!Last configuration was saved at 2024-03-11 08:15:02 UTC
#
sysname FW_A
#
 l2tp domain suffix-separator @
#
undo telnet server enable
#
 firewall packet-filter basic-protocol enable
#
interface GigabitEthernet1/0/1
 undo shutdown
 ip address 203.0.113.1 255.255.255.0
 service-manage ping permit
#
return
`;

const ROUTER = `[V200R003C00]
#
 sysname AR1
#
 snmp-agent local-engineid 800007DB03000000000000
 snmp-agent
#
 clock timezone China-Standard-Time minus 08:00:00
#
aaa
 authentication-scheme default
 domain default
 local-user admin password cipher %$%$aB3;cD4:eF5!gH6?iJ7%$%$
#
interface GigabitEthernet0/0/0
 ip address 10.1.1.1 255.255.255.0
#
return
`;

const PLAIN_ROUTER = `#
 sysname R2
#
interface GigabitEthernet0/0/0
 ip address 10.0.12.2 255.255.255.0
#
interface LoopBack0
 ip address 10.0.2.2 255.255.255.255
#
ospf 1
 area 0.0.0.0
  network 10.0.12.0 0.0.0.255
  network 10.0.2.2 0.0.0.0
#
user-interface con 0
user-interface vty 0 4
#
return
`;

const longHeader = Array.from(
  { length: 90 },
  (_, n) => `# change ${n}: link moved to the other board, see the plan`,
);

export const ourSamples: readonly Sample[] = [
  config('a save of a firewall, its first line empty', FIREWALL),
  config('the same with CRLF and a NUL behind it', `${FIREWALL.replaceAll('\n', '\r\n')}\0`),
  config('a save of a router', ROUTER),
  config('a router without anything particular', PLAIN_ROUTER),
  config('nothing but separators at the top', `${'#\n'.repeat(60)}${PLAIN_ROUTER}`),
  config('a page of remarks at the top', `${longHeader.join('\n')}\n${PLAIN_ROUTER}`),
  config(
    'a text above the first command',
    `Backup of the branch router, taken before the change of provider.\nAsk the network team before using it.\n\n${PLAIN_ROUTER}`,
  ),
  config(
    'a banner with many lines',
    `#\nsysname CORE\n#\nheader login information "\n${'  Only for staff. All you do here is recorded and kept.\n'.repeat(20)}"\n${PLAIN_ROUTER}`,
  ),
  config(
    'one that was asked for, the prompts kept',
    `<R2>display current-configuration\n${PLAIN_ROUTER}<R2>\n`,
  ),
  config(
    'a core switch',
    `!Software Version V200R019C10SPC500
#
sysname SW_CORE
#
vlan batch 10 20 100 to 110
#
stp mode rstp
stp instance 0 root primary
#
dhcp enable
#
interface Vlanif10
 ip address 10.10.10.1 255.255.255.0
 dhcp select global
#
interface MEth0/0/1
#
interface Eth-Trunk1
 port link-type trunk
 port trunk allow-pass vlan 10 20
#
interface XGigabitEthernet0/0/1
 eth-trunk 1
#
return`,
  ),
  config(
    'an access switch typed in a hurry',
    `sy
sys ACC
vl b 10 20
int g0/0/1
p l a
port default vlan 10
q
int g0/0/24
port link t
p t a v 10 20`,
  ),
  config(
    'a data center switch',
    `!Software Version V200R022C00SPC500
#
sysname LEAF1
#
bridge-domain 10
 vxlan vni 10010
#
dfs-group 1
 authentication-mode hmac-sha256 password %^%#kL0|mN1}oP2{qR3]sT4[uV5%^%#
#
interface 25GE1/0/1
 eth-trunk 1 mode lacp-static
#
interface Nve1
 source 10.255.0.1
#
bgp 65001
 peer 10.255.0.9 as-number 65001
#
return`,
  ),
  config(
    'a wireless controller',
    `#
 set memory-usage threshold 0
#
vlan batch 100 to 101
#
capwap source interface vlanif100
#
wlan
 traffic-profile name default
 security-profile name staff
  security wpa2 psk pass-phrase %^%#wX6.yZ7,aB8;cD9:eF0!gH1%^%# aes
 ssid-profile name staff
  ssid Office
 vap-profile name staff
  forward-mode tunnel
 ap-group name default
 ap-id 0 type-id 61 ap-mac 00e0-fc00-0001
#
return`,
  ),
  config(
    'a service router of VRP8',
    `#
sysname PE1
#
isis 1
 is-level level-2
 network-entity 49.0001.0000.0000.0001.00
#
interface GigabitEthernet0/1/0
 undo shutdown
 ip address 10.0.0.1 255.255.255.252
 isis enable 1
#
bgp 65000
 ipv4-family unicast
  undo synchronization
  peer 10.0.0.9 enable
#
return`,
  ),
  config(
    'an excerpt of a manual: the IKE and IPsec part',
    `acl number 3001
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-128
#
ike proposal 5
 encryption-algorithm aes-128
 dh group14
#
ike peer rut1
 pre-shared-key cipher Example@123
 ike-proposal 5
 remote-address 198.51.100.1`,
  ),
  config(
    'an excerpt of ten lines of addresses and routes',
    `#
interface GigabitEthernet1/0/0
 ip address 198.51.100.1 255.255.255.0
#
interface GigabitEthernet2/0/0
 ip address 10.1.1.1 255.255.255.0
#
ip route-static 10.1.2.0 255.255.255.0 198.51.100.2
ip route-static 198.51.100.128 255.255.255.128 198.51.100.2
#`,
  ),
  config(
    'a legacy router of the first firewalls',
    `#
 sysname Office
#
radius scheme system
#
domain system
#
ike dpd dpd1
#
ike peer main
 exchange-mode aggressive
 pre-shared-key Example
 id-type name
 remote-name HQ
 remote-address 198.51.100.7
 nat traversal
#
ipsec proposal p1
 esp encryption-algorithm aes 128
#
ipsec policy policy1 1 isakmp
 security acl 3000
 ike-peer main
 proposal p1
#
interface Ethernet0/1
 ipsec policy policy1
#`,
  ),
  config('a very short script', 'sys\nint g0/0/1\nip a 10.1.1.1 24\nq'),
  config('a shorter one', 'int g0/0/0\nip add 10.0.0.1 30'),
  config('a script of two commands', 'sysname FW_A\nundo info-center enable'),
  config(
    'a script with remarks in Chinese',
    `# 配置接口地址
interface GigabitEthernet 0/0/1
 ip address 192.168.1.1 24
# 配置安全区域
firewall zone trust
 add interface GigabitEthernet 0/0/1`,
  ),
  config(
    'a Chinese text that was read in the wrong encoding',
    `#\nsysname \ufffd\ufffd\ufffd\n#\nip address-set \ufffd\ufffd type object\n address 0 10.1.1.0 mask 24\n#\nsecurity-policy\n rule name \ufffd\ufffd\n  source-zone trust\n  action permit\n`,
  ),
  config(
    'what a cloud provider says to type',
    `  # phase 1
  ike proposal 1
    encryption-algorithm aes-256
    dh group14
  ike peer cloud
    undo version 1
    pre-shared-key Example@1
    ike-proposal 1
    remote-address 198.51.100.xx`,
  ),
  output(
    'a session about a tunnel',
    `<FW_A>display ike sa
IKE SA information :
    Conn-ID    Peer                VPN    Flag(s)    Phase  RemoteType  RemoteID
  ------------------------------------------------------------------------------
    16777239   198.51.100.2:500           RD|ST|A    v2:2   IP          198.51.100.2
  Number of IKE SA : 1`,
  ),
  output(
    'a table without its prompt',
    '    Conn-ID    Peer            VPN              Flag(s)               Phase\n  ------\n    7   198.51.100.2   0   RD|ST   2',
  ),
  output(
    'a hot standby pair',
    `HRP_M<FW_A>display hrp state
 Role: active, peer: standby
HRP_M<FW_A>sys
HRP_M[FW_A]ike peer b
HRP_M[FW_A-ike-peer-b]dpd type periodic`,
  ),
  output(
    'a session that configures',
    `[Router]ike proposal 5
[Router-ike-proposal-5]dh group14
[Router-ike-proposal-5]quit
[Router]ike peer b
[Router-ike-peer-b]display this
#
ike peer b
 ike-proposal 5
#`,
  ),
  output(
    'uncommitted changes on VRP8',
    '[~PE1]interface GigabitEthernet0/1/0\n[*PE1-GigabitEthernet0/1/0]ip address 10.0.0.1 30\n[*PE1-GigabitEthernet0/1/0]commit',
  ),
  output(
    'a session with the pager left in',
    '<FW_A>dis ipsec sa\nipsec sa information:\n  ---- More ----\u001b[42D                                          \u001b[42D    Tunnel local : 203.0.113.1',
  ),
  output(
    'the answer about failed negotiations',
    `2024-05-01 12:00:00.120
  current info Num :2
Ike error information:
current ike Error-info number :2
----------------------------------------------------------------------
peer                     port   error-reason              version  error-time
----------------------------------------------------------------------
198.51.100.2             500    phase1 proposal mismatch  v1       2024-05-01 11:58:03`,
  ),
  output(
    'logs',
    'Mar  4 2024 09:12:44+08:00 FW_A %%01IKE/5/IKE_NEGO_FAIL(l):IPSec tunnel negotiation fails.(PeerAddress=198.51.100.2, Reason=peer address mismatch)',
  ),
  output(
    'logs of another product',
    'IPSEC/5/IPSEC_TUNNEL_TEARED_DOWN:The IPSec tunnel is teared down. (PolicyName=map1, IfIndex=7, Reason=x)',
  ),
  output(
    'any log of such a device',
    'Jan  5 2024 10:00:00 SW1 %%01SHELL/5/CMDRECORD(s)[17]:Recorded command information.\nJan  5 2024 10:00:04 SW1 %%01SHELL/5/LOGOUT(s)[18]:The user succeeded in logging out.',
  ),
  output(
    'an alarm',
    '#Mar  4 2024 09:12:44+08:00 FW_A IPSEC/4/IPSECNEGOFAIL:OID 1.3.6.1.4.1.2011.6.122.26.6.14 IPSec tunnel negotiation fails.',
  ),
  output(
    'notes of a fault',
    'Ticket 4711, branch south\n\ntunnel down since 09:12, error-info says flow or peer mismatch\nacl on our side is 3000',
  ),
  output(
    'notes with common causes only',
    'Monday: dpd timeout\nTuesday: heartbeat-timeout\nWednesday: malformed payload',
  ),
  output(
    'the version',
    'Huawei Versatile Routing Platform Software\nVRP (R) software, Version 5.170 (USG6300 V500R005C00SPC100)\n',
  ),
  output(
    'a guide with a session in it',
    `Configuring the gateway
=======================

#. Log in to the router.

   .. code-block::

      <AR1>system-view
      [AR1]ike proposal 5
      [AR1-ike-proposal-5]dh group14`,
  ),
];
