/** Configurations with faults of every kind, for the tests of repairs. */

const NAMES = `#
sysname FW_A
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ike proposal 10
 encryption-algorithm aes-256
 dh group14
#
ike peer branch
 pre-shared-key %^%#G7(t:%yFw/PV#Jsva;"zx]oL!sw//8zC;I}RY5uT.-+a%^%#
 ike-proposal 20
 remote-address 203.0.113.2
#
ike peer lonely
 pre-shared-key %^%#G7(t:%yFw/PV#Jsva;"zx]oL!sw//8zC;I}RY5uT.-+a%^%#
 ike-proposal 10
 user-table 7
 remote-address 203.0.113.7
#
ipsec policy-template temp1 1
 ike-peer branch
 proposal TRAN1
#
ipsec policy map1 10 isakmp
 security acl 3001
 ike-peer brnach
 proposal tran2
 pfs dh-group14
ipsec policy map1 100 isakmp template tmp1
#
ipsec profile prof1
 ike-peer "fw b"
 proposal tran1
 pfs dh-group14
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
 ipsec policy mapp1
#
interface Tunnel1
 tunnel-protocol ipsec
 source 203.0.113.1
 ipsec profile prof2
#
return
`;

const INCOMPLETE = `#
sysname FW_A
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ipsec proposal tran1
#
ike proposal 10
ike proposal 20
 authentication-method rsa-signature
#
ike peer a
ike peer b
 ike-proposal 10
ike peer c
 ike-proposal 20
 remote-address 203.0.113.4
#
ipsec policy-template temp1 1
 ike-peer b
#
ipsec policy map1 10 isakmp
 ike-peer a
ipsec policy map1 20 isakmp
 security acl 3000
 ike-peer b
 proposal tran1
ipsec policy map1 30 manual
 proposal tran1
 sa spi inbound esp 12345
 sa spi outbound esp 54321
ipsec policy map1 100 isakmp template temp1
#
ipsec profile prof1
 proposal tran1
ipsec profile prof2
 ike-peer c
 proposal tran1
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#
interface GigabitEthernet1/0/2
 ip address 10.1.1.1 255.255.255.0
#
interface LoopBack0
 ip address 203.0.113.9 255.255.255.255
#
interface Tunnel1
 ip address 172.16.0.1 255.255.255.252
 tunnel-protocol ipsec
 source 203.0.113.1
 destination 203.0.113.4
#
return
`;

const ADDRESSES = `#
sysname FW_A
#
acl number 3000
 rule 5 permit ip source 10.1.0.0 0.0.255.255 destination 10.2.0.0 0.0.255.255
acl number 3001
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.2.1.0 0.0.0.255
acl number 2000
 rule 5 permit source 10.1.1.0 0.0.0.255
#
ike heartbeat-timer interval 20
ike heartbeat-timer timeout 30
ipsec netmask source 24 destination 24
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ike peer a
 pre-shared-key %^%#G7(t:%yFw/PV#Jsva;"zx]oL!sw//8zC;I}RY5uT.-+a%^%#
 local-id-type fqdn
 remote-address 203.0.113.1
ike peer b
 pre-shared-key %^%#G7(t:%yFw/PV#Jsva;"zx]oL!sw//8zC;I}RY5uT.-+a%^%#
 local-id-type user-fqdn
 local-id a@example
 remote-id a@example
 remote-address 203.0.113.8
#
ipsec profile prof1
 ike-peer b
 proposal tran1
 pfs dh-group14
#
ipsec policy-template temp1 1
 security acl 3000
 ike-peer b
 proposal tran1
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer a
 proposal tran1
ipsec policy map1 20 isakmp
 security acl 3001
 ike-peer b
 proposal tran1
 tunnel local 203.0.113.1
ipsec policy map1 30 isakmp
 security acl 2000
 ike-peer b
 proposal tran1
ipsec policy map1 100 isakmp template temp1
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#
interface Tunnel1
 ip address 172.16.0.1 255.255.255.252
 tunnel-protocol ipsec
 source 203.0.113.1
 destination 203.0.113.9
 ipsec profile prof1
#
return
`;

const ALGORITHMS = `#
sysname FW_A
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ike proposal 10
 encryption-algorithm aes-256 des 3des
 dh group2
 authentication-algorithm md5
 integrity-algorithm aes-xcbc-96
 prf hmac-md5 hmac-sha2-256
#
ike proposal 20
 encryption-algorithm 3des
 dh group5
 authentication-algorithm sha1
 prf hmac-sha1
#
ike peer a
 pre-shared-key Admin@1234
 remote-address 203.0.113.2
ike peer b
 undo version 1
 exchange-mode aggressive
 pre-shared-key Admin@1234
 remote-address 203.0.113.3
#
ipsec proposal sm
 esp authentication-algorithm sm3
 esp encryption-algorithm sm4 aes-256
#
ipsec proposal ah
 transform ah
 ah authentication-algorithm sha1
 esp encryption-algorithm aes-256
#
ipsec proposal none
 undo esp authentication-algorithm
 undo esp encryption-algorithm
#
ipsec proposal half
 undo esp authentication-algorithm
 esp encryption-algorithm aes-256
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer a
 proposal sm ah none half
 pfs dh-group2
ipsec policy map2 10 isakmp
 security acl 3000
 ike-peer b
 proposal sm
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
interface GigabitEthernet1/0/2
 ip address 198.51.100.1 255.255.255.0
 ipsec policy map2
#
return
`;

const WORDS = `#
ike proposal 10
 encrytion-algorithm aes-256
 dh group14
 dh group14
 authentication-algorithm sha2-265
 authentication-method
 prf hmac-sha2-256
 prf hmac-sha2-512
 sa duration 5
#
ike peer a
 dh group14
 pre-shared-key %^%#G7(t:%yFw/PV#Jsva;"zx]oL!sw//8zC;I}RY5uT.-+a%^%#
 remote-address 203.0.113.256
 remote-adress 203.0.113.2
 ike-proposal 10
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer a
 proposl tran1
#
`;

const FLAT = `sysname FW_A
acl 3000
rule permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
quit
ike proposal 10
quit
ike peer a
exchange-mode main
undo version 1
ike-proposal 20
quit
ipsec policy map1 10 isakmp
security acl 3001
ike-peer b
quit
ipsec policy map1 20 isakmp
ike-peer a
quit
interface GigabitEthernet1/0/1
ip address 203.0.113.1 24
quit
`;

const VRP8 = `#
 sysname NE_A
#
service-instance-group group1
 service-location 1
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ike proposal 10
 encryption-algorithm des-cbc
 dh group14
#
ike peer b
 ike-proposal 20
 remote-address 172.20.1.2
#
ipsec proposal tran1
 undo esp authentication-algorithm
 undo esp encryption-algorithm
ipsec proposal tran2
 esp authentication-algorithm sha2-256
 esp encryption-algorithm 3des
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer b
 proposal tran1
#
interface Tunnel1
 ip address 172.20.1.1 255.255.255.255
 tunnel-protocol ipsec
#
return
`;

export const BROKEN: readonly (readonly [string, string])[] = [
  ['names', NAMES],
  ['incomplete blocks', INCOMPLETE],
  ['addresses and identities', ADDRESSES],
  ['algorithms', ALGORITHMS],
  ['words', WORDS],
  ['typed flat', FLAT],
  ['VRP8', VRP8],
];
