/** Configurations on which nothing is wrong: no rule may find an error or a warning in them. */

/** A ciphered key as devices save it, with the characters that keys have and other words have not. */
const KEY = '%^%#G7(t:%yFw/PV#Jsva;"zx]oL!sw//8zC;I}RY5uT.-+a%^%#';

/** A firewall's save: a branch with a policy, a template group for dial-in branches, a profile on a tunnel interface. */
export const FIREWALL = `
!Software Version V500R005C10SPC300
!Last configuration was saved at 2024-03-05 08:15:00 UTC
#
sysname FW_A
#
 ipsec sha2 compatible enable
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
acl number 3001
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.3.0 0.0.0.255
#
ike user-table 1
 user branch1
  id-type fqdn branch1.example
  pre-shared-key ${KEY}
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
ipsec proposal tran2
 undo esp authentication-algorithm
 esp encryption-algorithm aes-256-gcm-128
#
ike proposal default
 encryption-algorithm aes-256 aes-192 aes-128
 dh group14
 authentication-algorithm sha2-512 sha2-384 sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
ike proposal 10
 encryption-algorithm aes-256
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
#
ike peer fw_b
 undo version 2
 exchange-mode main
 pre-shared-key ${KEY}
 ike-proposal 10
 local-id-type fqdn
 local-id fw_a
 remote-id fw_b
 dpd type periodic
 remote-address 203.0.113.2
ike peer fw_c
 pre-shared-key ${KEY}
 ike-proposal 10
 remote-address 203.0.113.3
ike peer branches
 ike-proposal 10
 user-table 1
#
ipsec profile prof1
 ike-peer fw_c
 proposal tran2
 pfs dh-group14
#
ipsec policy-template temp1 1
 ike-peer branches
 proposal tran1
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer fw_b
 proposal tran1
 pfs dh-group14
 tunnel local 203.0.113.1
ipsec policy map1 20 isakmp
 security acl 3001
 ike-peer fw_c
 proposal tran1 tran2
 pfs dh-group14
ipsec policy map1 100 isakmp template temp1
#
aaa
 authentication-scheme default
 domain default
#
interface GigabitEthernet0/0/0
 undo shutdown
 ip binding vpn-instance default
 ip address 192.168.0.1 255.255.255.0
#
interface GigabitEthernet1/0/1
 undo shutdown
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
interface GigabitEthernet1/0/2
 undo shutdown
 ip address 10.1.1.1 255.255.255.0
#
interface Tunnel1
 ip address 172.16.0.1 255.255.255.252
 tunnel-protocol ipsec
 source 203.0.113.1
 destination 203.0.113.3
 ipsec profile prof1
#
interface NULL0
#
firewall zone untrust
 set priority 5
 add interface GigabitEthernet1/0/1
#
ip route-static 0.0.0.0 0.0.0.0 203.0.113.254
#
return \0`;

/** A router's save: blanks behind the lines, a peer of IKEv1 only, an empty proposal, NAT with an ACL of its own. */
export const ROUTER = `[V200R010C00SPC600]
#
 sysname AR_A
#
acl number 3001
 rule 5 deny ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
 rule 10 permit ip
acl number 3101
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ike proposal 5
 encryption-algorithm aes-256
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
#
ike peer spub
 version 1
 exchange-mode aggressive
 pre-shared-key cipher ${KEY}
 ike-proposal 5
 local-id-type fqdn
 remote-id spub
 nat traversal
 remote-address 198.51.100.2
 rsa encryption-padding oaep
 rsa signature-padding pss
 ikev2 authentication sign-hash sha2-256
#
 ike local-name spua
#
ipsec policy map1 10 isakmp
 security acl 3101
 pfs dh-group14
 ike-peer spub
 proposal tran1
#
interface GigabitEthernet0/0/1
 ip address 198.51.100.1 255.255.255.252
 ipsec policy map1
 nat outbound 3001
#
interface GigabitEthernet0/0/2
 ip address 10.1.1.254 255.255.255.0
#
ip route-static 0.0.0.0 0.0.0.0 GigabitEthernet0/0/1 198.51.100.3
#
return
`;

/** A VRP8 router: ciphers in two words, the policy on a tunnel interface with a service instance group. */
export const VRP8 = `#
 sysname NE_A
#
service-location 1
 location slot 1
#
service-instance-group group1
 service-location 1
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ike proposal 10
 encryption-algorithm aes-cbc 256
 dh group14
 authentication-algorithm sha2-256
 integrity-algorithm hmac-sha2-256
#
ike peer b
 pre-shared-key ${KEY}
 ike-proposal 10
 remote-address 172.20.1.2
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes 256
#
ipsec policy map1 10 isakmp
 security acl 3000
 pfs dh-group14
 ike-peer b
 proposal tran1
 local-address 172.20.1.1
#
interface GigabitEthernet0/1/1
 undo shutdown
 ip address 10.1.1.1 255.255.255.0
#
interface Tunnel1
 ip address 172.20.1.1 255.255.255.255
 tunnel-protocol ipsec
 ipsec policy map1 service-instance-group group1
#
 ip route-static 10.1.2.0 255.255.255.0 Tunnel1 172.20.1.2
#
return
`;

/** What a person types: no indentation, abbreviations, remarks. The key can be read, which is a warning of its own. */
export const SCRIPT = `system-view
sysname FW_A
int g1/0/1
ip add 203.0.113.1 24
quit
acl 3000
rule permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
quit
ike proposal 10
encryption-algorithm aes-256
dh group14
quit
ike peer fw_b
pre-shared-key <key>
ike-pro 10
remote-address 203.0.113.2 // the branch
quit
ipsec proposal tran1
esp enc aes-256
esp auth sha2-256
quit
ipsec policy map1 10 isakmp
security acl 3000
ike-peer fw_b
proposal tran1
pfs dh-group14
quit
interface GigabitEthernet 1/0/1
ipsec policy map1
quit
return
`;

/** A terminal session: commands at prompts, configuration printed by \`display this\`. */
export const CAPTURE = `<FW_A>system-view
[FW_A]ike proposal 10
[FW_A-ike-proposal-10]display this
#
ike proposal 10
 encryption-algorithm aes-256
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
#
return
[FW_A-ike-proposal-10]quit
[FW_A]ike peer fw_b
[FW_A-ike-peer-fw_b]display this
#
ike peer fw_b
 pre-shared-key ${KEY}
 ike-proposal 10
 remote-address 203.0.113.2
#
return
[FW_A-ike-peer-fw_b]quit
[FW_A]display ike sa
IKE SA information :
 Conn-ID    Peer              VPN              Flag(s)      Phase
-------------------------------------------------------------------
 5          203.0.113.2:500                    RD|ST|A      v2:2
-------------------------------------------------------------------
[FW_A]quit
`;

export const HEALTHY: readonly (readonly [string, string])[] = [
  ['firewall', FIREWALL],
  ['router', ROUTER],
  ['VRP8', VRP8],
  ['script', SCRIPT],
];

/** The ways in which one and the same text comes: line ends, a lost last line end, blanks behind the lines. */
export const STYLES: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['CRLF', (text) => text.replace(/\n/g, '\r\n')],
  ['no last line end', (text) => text.replace(/\n$/, '')],
  ['trailing blanks', (text) => text.replace(/([^\n ])\n/g, '$1 \n')],
  ['NUL behind the end', (text) => `${text}\0`],
];
