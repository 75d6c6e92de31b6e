/** The head of a file that is nobody's business here. Written for the tests in the manner of the real ones. */
export interface ForeignSample {
  readonly name: string;
  readonly text: string;
}

export const othersSamples: readonly ForeignSample[] = [
  // Cisco and those who write like it
  {
    name: 'IOS',
    text: `!
version 15.4
service timestamps debug datetime msec
!
hostname R1
!
crypto isakmp policy 10
 encr aes 256
 authentication pre-share
 group 14
!
interface GigabitEthernet0/0
 ip address 203.0.113.1 255.255.255.0
!
router ospf 1
 network 10.1.1.0 0.0.0.255 area 0
!
ip route 0.0.0.0 0.0.0.0 203.0.113.254
end`,
  },
  {
    name: 'IOS, interfaces only',
    text: `interface GigabitEthernet0/0
 description to the provider
 ip address 203.0.113.1 255.255.255.0
 duplex auto
 speed auto
interface GigabitEthernet0/1
 description office
 ip address 10.1.1.1 255.255.255.0
 shutdown
interface Loopback0
 ip address 10.255.0.1 255.255.255.255`,
  },
  {
    name: 'ASA',
    text: `: Saved
ASA Version 9.8(2)
hostname asa
interface GigabitEthernet0/0
 nameif outside
 security-level 0
 ip address 203.0.113.1 255.255.255.0
crypto ikev1 policy 10
 authentication pre-share`,
  },
  {
    name: 'NX-OS',
    text: `!Command: show running-config
version 7.0(3)I7(6)
switchname nx1
vdc nx1 id 1
feature bgp
feature interface-vlan
vlan 1,10
interface Vlan10
  no shutdown
  ip address 10.1.1.1/24
interface mgmt0
  vrf member management`,
  },
  {
    name: 'IOS XR',
    text: `!! IOS XR Configuration 6.1.2
hostname xr1
interface MgmtEth0/RP0/CPU0/0
 ipv4 address 10.0.0.1 255.255.255.0
!
interface GigabitEthernet0/0/0/0
 ipv4 address 203.0.113.1 255.255.255.252
!
router bgp 65000
 address-family ipv4 unicast
 neighbor 203.0.113.2
  remote-as 65001
!
end`,
  },
  {
    name: 'EOS',
    text: `! device: leaf1 (vEOS, EOS-4.20.1F)
transceiver qsfp default-mode 4x10G
hostname leaf1
spanning-tree mode mstp
aaa authorization exec default local
interface Ethernet1
   no switchport
   ip address 10.0.0.1/31
router bgp 65001
   neighbor 10.0.0.0 remote-as 65000
end`,
  },
  {
    name: 'RGOS',
    text: `version RGOS 10.4(3b19)
hostname Ruijie
vlan 10
 name office
username admin password 7 0123456789
interface GigabitEthernet 0/1
 switchport access vlan 10
interface VLAN 10
 no ip proxy-arp
 ip address 10.1.1.1 255.255.255.0
ip route 0.0.0.0 0.0.0.0 10.1.1.254
line vty 0 4
 login local
end`,
  },
  {
    name: 'ZXR10',
    text: `!<mim>
hostname ZXR10
!</mim>
!<if-intf>
interface gei_1/1
  no shutdown
  ip address 10.1.1.1 255.255.255.0
$
interface vlan10
  ip address 10.2.1.1 255.255.255.0
!</if-intf>
ip route 0.0.0.0 0.0.0.0 10.1.1.254`,
  },
  {
    name: 'Maipu',
    text: `hostname MyPower
enable password 0123456789 encrypt
vlan 10
 exit
interface gigabitethernet0/1
 switchport mode access
 switchport access vlan 10
 exit
interface vlan10
 ip address 10.1.1.1 255.255.255.0
 exit
ip route 0.0.0.0 0.0.0.0 10.1.1.254`,
  },
  {
    name: 'Dell OS',
    text: `! Version 9.14(1.0)
boot system stack-unit 1 primary system: A:
hostname dell
interface TenGigabitEthernet 1/1
 no ip address
 switchport
 no shutdown
interface Vlan 10
 ip address 10.1.1.1/24
 untagged TenGigabitEthernet 1/1
 no shutdown`,
  },
  {
    name: 'FastIron',
    text: `ver 08.0.30tT213
stack unit 1
  module 1 icx6450-24-port-management-module
vlan 1 name DEFAULT-VLAN by port
vlan 10 name office by port
 tagged ethe 1/1/1
 untagged ethe 1/1/2
 router-interface ve 10
hostname icx
ip route 0.0.0.0/0 10.1.1.254
interface ve 10
 ip address 10.1.1.1 255.255.255.0`,
  },
  {
    name: 'ProCurve',
    text: `; J9280A Configuration Editor; Created on release #Y.11.12
hostname "access"
snmp-server community "public" Unrestricted
vlan 1
   name "DEFAULT_VLAN"
   untagged 1-24
   ip address 10.1.1.2 255.255.255.0
   exit`,
  },
  // Other firewalls and routers
  {
    name: 'FortiOS',
    text: `#config-version=FGT60E-6.0.5-FW-build0268-190507:opmode=0:vdom=0:user=admin
config system global
    set hostname "fgt"
end
config vpn ipsec phase1-interface
    edit "to-branch"
        set interface "wan1"
        set proposal aes256-sha256
    next
end`,
  },
  {
    name: 'PAN-OS in set form',
    text: `set deviceconfig system hostname pa
set network interface ethernet ethernet1/1 layer3 ip 203.0.113.1/24
set network ike crypto-profiles ike-crypto-profiles default dh-group group14
set network ike gateway gw1 peer-address ip 198.51.100.2
set rulebase security rules out from trust`,
  },
  {
    name: 'Junos',
    text: `## Last commit: 2020-01-01 00:00:00 UTC by admin
version 18.4R2;
system {
    host-name srx;
}
security {
    ike {
        proposal p1 {
            dh-group group14;
        }
    }
}`,
  },
  {
    name: 'Junos in set form',
    text: 'set version 18.4R2\nset system host-name srx\nset security ike proposal p1 dh-group group14\nset interfaces ge-0/0/0 unit 0 family inet address 203.0.113.1/24',
  },
  {
    name: 'RouterOS',
    text: `# jan/02/2024 10:00:00 by RouterOS 6.48.6
/interface bridge
add name=bridge1
/ip ipsec profile
add dh-group=modp2048 enc-algorithm=aes-256 name=profile1
/ip address
add address=10.1.1.1/24 interface=bridge1`,
  },
  {
    name: 'strongSwan',
    text: 'config setup\n    charondebug="ike 2"\n\nconn branch\n    keyexchange=ikev2\n    left=203.0.113.1\n    right=198.51.100.2\n    ike=aes256-sha256-modp2048!',
  },
  {
    name: 'racoon',
    text: 'path pre_shared_key "/etc/racoon/psk.txt";\nremote anonymous {\n  exchange_mode main,aggressive;\n  proposal {\n    encryption_algorithm 3des;\n    dh_group 2;\n  }\n}',
  },
  {
    name: 'Hillstone',
    text: `hostname "SG-6000"
zone "trust"
  vrouter "trust-vr"
exit
interface ethernet0/1
  zone  "trust"
  ip address 10.1.1.1 255.255.255.0
exit
isakmp proposal "p1"
  group 14
exit`,
  },
  // Programs and what they are told
  {
    name: 'HAProxy',
    text: 'global\n    log /dev/log local0\n    maxconn 4096\n\ndefaults\n    mode http\n    timeout client 30s\n\nfrontend web\n    bind *:80\n    acl is_static path_beg /static\n    default_backend app',
  },
  {
    name: 'Nagios',
    text: 'define host{\n        use                     linux-server\n        host_name               localhost\n        address                 127.0.0.1\n        }\ndefine service{\n        use local-service\n        }',
  },
  {
    name: 'setup.cfg',
    text: '[metadata]\nname = example\nversion = 1.0\n\n[options]\npackages = find:\n\n[flake8]\nmax-line-length = 100\nexclude = build',
  },
  {
    name: 'an ini',
    text: '; settings\n[network]\naddress=10.1.1.1\nmask=255.255.255.0\n\n[display]\nmode=full',
  },
  {
    name: 'a game',
    text: '// config\nhostname "My Server"\nsv_password ""\nbind w +forward\nbind mouse1 +attack\nseta name "player"\nsensitivity 3\nexec autoexec.cfg',
  },
  {
    name: 'supervisord',
    text: '[unix_http_server]\nfile=/tmp/supervisor.sock\n\n[supervisord]\nlogfile=/tmp/supervisord.log\n\n[program:web]\ncommand=/usr/bin/web\nautostart=true',
  },
  {
    name: 'nginx',
    text: 'server {\n    listen 80;\n    server_name example.org;\n    location / {\n        return 301 https://$host;\n    }\n}',
  },
  {
    name: 'systemd',
    text: '[Unit]\nDescription=Web\nAfter=network.target\n\n[Service]\nExecStart=/usr/bin/web\nRestart=always',
  },
  {
    name: 'a Dockerfile',
    text: 'FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\nEXPOSE 8080\nCMD ["node", "server.js"]',
  },
  // Logs
  {
    name: 'syslog',
    text: 'Jan  5 10:00:01 web CRON[123]: (root) CMD (run-parts /etc/cron.hourly)\nJan  5 10:00:03 web sshd[124]: Accepted publickey for root from 10.0.0.9\nJan  5 10:00:09 web charon: 05[IKE] sending DPD request\nJan  5 10:00:19 web charon: 06[IKE] dpd timeout, peer 198.51.100.2',
  },
  {
    name: 'the log of a program',
    text: '2024-01-05 10:00:00,123 [main] INFO  c.e.App - Starting\n2024-01-05 10:00:01,001 [main] DEBUG c.e.Db - connected\n[INFO] display of 12 items\n[ERROR] save failed\n[main] reset connection',
  },
  {
    name: 'Maven',
    text: '[INFO] Scanning for projects...\n[INFO] quit\n[INFO] Building app 1.0\n[WARNING] return code 1\n[ERROR] undo failed',
  },
  {
    name: 'the log of a web server',
    text: '10.0.0.9 - - [05/Jan/2024:10:00:00 +0000] "GET / HTTP/1.1" 200 612\n10.0.0.9 - - [05/Jan/2024:10:00:01 +0000] "GET /a.css HTTP/1.1" 200 90',
  },
  {
    name: 'FortiOS logs',
    text: 'date=2024-01-05 time=10:00:00 devname="fgt" type="event" msg="IPsec phase 1 error" reason="peer SA proposal not match local policy"',
  },
  {
    name: 'an IOS session',
    text: 'R1#show crypto isakmp sa\ndst             src             state          conn-id status\n198.51.100.2    203.0.113.1     QM_IDLE           1001 ACTIVE\nR1#',
  },
  // Texts and code
  {
    name: 'Markdown',
    text: '# Notes\n\n## Setup\n\n1. Install it.\n2. Run `npm start`.\n\n- one\n- two\n\n```\nip address 10.1.1.1 24\nundo shutdown\n```\n\nSee [the docs](https://example.org).',
  },
  {
    name: 'Markdown about such devices',
    text: '# VPN\n\n## Overview\n\nThe firewall reports a phase1 proposal mismatch when both ends differ.\n\n| Cause | Step |\n|---|---|\n| a | b |\n\n## Links\n\n[Docs](https://example.org)\n',
  },
  {
    name: 'JSON',
    text: '{\n  "name": "example",\n  "interface": "GigabitEthernet0/0/1",\n  "acl": 3000,\n  "undo": true\n}',
  },
  {
    name: 'YAML',
    text: 'version: 2\nnetwork:\n  ethernets:\n    eth0:\n      addresses: [10.1.1.1/24]\nacl: 3000\naaa: true\nbgp: 65000',
  },
  {
    name: 'a shell script',
    text: '#!/bin/bash\n# Configures the switch\nsysname=core\nfor vlan in 10 20; do\n  echo "vlan $vlan"\ndone\nundo shutdown\nsystem-view',
  },
  {
    name: 'Python that writes configurations',
    text: 'import re\nfrom netmiko import ConnectHandler\n\nCONFIG = """\nsysname {name}\ninterface GigabitEthernet0/0/1\n undo shutdown\n"""\n\ndef build(name):\n    return CONFIG.format(name=name)\n\nclass Device:\n    pass',
  },
  {
    name: 'TypeScript',
    text: "import { a } from './a';\n\nexport interface Peer {\n  readonly name: string;\n}\n\nconst peers: Peer[] = [];\nexport function find(name: string) {\n  return peers.find((p) => p.name === name);\n}",
  },
  {
    name: 'HTML',
    text: '<!DOCTYPE html>\n<html>\n<head><title>display ike sa</title></head>\n<body>\n<p>save</p>\n<div>display ip interface brief</div>\n</body>\n</html>',
  },
  {
    name: 'CSV',
    text: 'name,address,port,reason\nfw1,198.51.100.2,500,dpd timeout\nfw2,198.51.100.3,500,peer request\nfw3,198.51.100.4,4500,heartbeat timeout',
  },
  {
    name: "a README of this product's kind",
    text: 'Reads configurations of firewalls and says why a tunnel does not come up.\n\nInterface names, rules and zones are resolved. Return values are documented.\nUndo is supported in every editor. Quit with Ctrl+C.',
  },
  {
    name: 'prose',
    text: 'The quick brown fox jumps over the lazy dog. Interface design matters.\nRule 5 permits no exception.\nReturn to the office when you can.',
  },
  {
    name: 'a license',
    text: 'MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files, to deal in the Software',
  },
  { name: 'nothing', text: '' },
  { name: 'blank lines', text: '\n\n  \n#\n#\n' },
  { name: 'one word', text: 'return' },
];
