import type { ForeignSample } from './othersSamples';

/** Heads of files of Comware, VRP's cousin. Written for the tests in the manner of the real ones. */
export const comwareSamples: readonly ForeignSample[] = [
  {
    name: 'Comware 7, a switch',
    text: `#
 version 7.1.070, Release 6555P01
#
 sysname H3C-Core
#
 clock timezone beijing add 08:00:00
#
 irf mac-address persistent timer
 irf auto-update enable
#
 lldp global enable
#
vlan 1
#
vlan 10
 name office
#
stp instance 0 root primary
 stp global enable
#
interface Bridge-Aggregation1
 port link-type trunk
 port trunk permit vlan 1 10
#
interface Vlan-interface10
 ip address 10.10.10.1 255.255.255.0
#
line vty 0 63
 authentication-mode scheme
 user-role network-operator
#
return`,
  },
  {
    name: 'Comware 5, a router with IPsec',
    text: `#
 version 5.20, Release 2207P34, Standard
#
 sysname MSR
#
 domain default enable system
#
acl number 3001
 rule 0 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ike proposal 1
 encryption-algorithm 3des-cbc
 dh group2
#
ike peer branch
 pre-shared-key cipher $c$3$Example0Example0==
 remote-address 198.51.100.3
#
ipsec proposal t1
 esp authentication-algorithm sha1
#
ipsec policy map1 10 isakmp
 security acl 3001
 ike-peer branch
 proposal t1`,
  },
  {
    name: 'Comware 5, only the part about IPsec and users',
    text: `#
ike peer branch
 pre-shared-key cipher uqWUC2uW1wbDFIn0NObiHg==
 remote-address 198.51.100.3
#
ipsec proposal t1
 esp authentication-algorithm sha1
 esp encryption-algorithm 3des
#
ipsec policy-template gw 1
 ike-peer branch
 proposal t1
#
local-user neo
 password simple Example
 authorization-attribute level 3
 service-type ssh telnet terminal`,
  },
  {
    name: 'Comware 7, only the part about IPsec',
    text: `acl advanced 3101
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ipsec transform-set tran1
 esp encryption-algorithm aes-cbc-192
 esp authentication-algorithm sha1
#
ike keychain keychain1
 pre-shared-key address 198.51.100.2 255.255.255.0 key simple Example
#
ike profile profile1
 keychain keychain1
 match remote identity address 198.51.100.2 255.255.255.0
#
ipsec policy map1 10 isakmp
 transform-set tran1
 security acl 3101
 remote-address 198.51.100.2
 ike-profile profile1`,
  },
  {
    name: 'Comware 7, a firewall',
    text: `security-zone name Trust
 import interface GigabitEthernet1/0/1
#
security-zone name Untrust
 import interface GigabitEthernet1/0/2
#
object-group ip address office
 0 network subnet 10.1.1.0 255.255.255.0
#
security-policy ip
 rule 0 name out
  action pass
  source-zone Trust
  destination-zone Untrust
#
nat address-group 1
 address 203.0.113.5 203.0.113.9`,
  },
  {
    name: 'Comware, a script as it is typed',
    text: `system-view
sysname S1
vlan 10
port g1/0/1
port g1/0/2
quit
interface Vlan-interface10
 ip address 10.1.1.1 255.255.255.0
quit
ospf 1
 area 0.0.0.0
  network 10.1.1.0 0.0.0.255
quit`,
  },
  {
    name: 'Comware 3, a switch of 3Com',
    text: `#
 sysname 4500
#
 local-server nas-ip 127.0.0.1 key 3com
#
 domain default enable system
#
radius scheme system
 primary authentication 127.0.0.1 1645
 primary accounting 127.0.0.1 1646
#
domain system
 access-limit disable
 state active
 idle-cut disable
#
vlan 1
#
interface Vlan-interface1
 ip address 192.168.1.250 255.255.255.0
#
interface Ethernet1/0/1
 stp edged-port enable
#
user-interface vty 0 4
 authentication-mode scheme`,
  },
  {
    name: 'Comware, a session',
    text: `<H3C>display version
H3C Comware Software, Version 7.1.075, Alpha 7571
Copyright (c) 2004-2017 New H3C Technologies Co., Ltd. All rights reserved.
H3C MSR36-20 uptime is 0 weeks, 0 days, 0 hours, 2 minutes
<H3C>system-view
[H3C]interface GigabitEthernet0/0
[H3C-GigabitEthernet0/0]ip address 10.1.1.1 24`,
  },
  {
    name: 'Comware, a session of a device with a name',
    text: `<gw>display ike sa
    Connection-ID   Remote                Flag         DOI
------------------------------------------------------------------
    1               198.51.100.2          RD           IPsec
Flags:
RD--READY RL--REPLACED FD-FADING RK-REKEY
<gw>display ipsec sa
-------------------------------
Interface: GigabitEthernet1/0/2
-------------------------------
    Traffic Flow Confidentiality enable: N
    Transmitting entity: Initiator`,
  },
  {
    name: 'Comware, logs',
    text: '%Apr 26 12:00:00:123 2013 gw IFNET/3/PHY_UPDOWN: Physical state on the interface changed to up.\n<187>Apr 26 12:00:00 2013 gw %%10IFNET/3/PHY_UPDOWN: Physical state changed to up.',
  },
];
