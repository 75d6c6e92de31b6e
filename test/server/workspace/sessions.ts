/** One firewall of a made-up pair: what its configuration says and what its terminal shows come from the same values. */
export interface Firewall {
  readonly name: string;
  readonly own: string;
  readonly peer: string;
  readonly lan: string;
  readonly remoteLan: string;
}

export const FW_A: Firewall = {
  name: 'FW_A',
  own: '203.0.113.1',
  peer: '203.0.113.2',
  lan: '10.1.1.0',
  remoteLan: '10.1.2.0',
};

export const FW_B: Firewall = {
  name: 'FW_B',
  own: '203.0.113.2',
  peer: '203.0.113.1',
  lan: '10.1.2.0',
  remoteLan: '10.1.1.0',
};

/** The whole configuration of a firewall. */
export function configuration({ name, own, peer, lan, remoteLan }: Firewall): string {
  return `!Software Version V600R007C00SPC500
#
sysname ${name}
#
acl number 3000
 rule 5 permit ip source ${lan} 0.0.0.255 destination ${remoteLan} 0.0.0.255
#
ike proposal 10
 encryption-algorithm aes-256 aes-192
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
#
ike peer hq
 undo version 1
 pre-shared-key %^%#made-up-of-words-made-up-of-words%^%#
 ike-proposal 10
 remote-address ${peer}
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer hq
 proposal tran1
#
interface GigabitEthernet1/0/1
 ip address ${own} 255.255.255.0
 ipsec policy map1
#
interface GigabitEthernet1/0/2
 ip address ${lan.replace(/0$/, '1')} 255.255.255.0
#
return
`;
}

/** The answers of a firewall, by what was asked; each ends before the next prompt. */
export function answers({ own, peer, lan, remoteLan }: Firewall) {
  return {
    proposal: `display ike proposal number 10
-------------------------------------------
 IKE Proposal: 10
   Authentication Method      : PRE_SHARED
   Authentication Algorithm   : SHA2-256
   Encryption Algorithm       : AES-192 AES-256
   Diffie-Hellman Group       : MODP-2048
   SA Duration(Seconds)       : 86400
   Integrity Algorithm        : HMAC-SHA2-256
   Prf Algorithm              : HMAC-SHA2-256
-------------------------------------------
`,
    peer: `display ike peer name hq
-----------------------------------------------------------
 Peer name               : hq
 IKE version             : v2
 VPN instance            : -
 Remote IP               : ${peer}
 Authentic IP address    : -
 Proposal                : 10
 Pre-shared-key          : ******
 Local ID type           : IP
 Local ID                : -
 Remote ID type          : -
 Remote ID               : -
 Exchange mode           : main on phase 1
 NAT-traversal           : Enable
-----------------------------------------------------------
`,
    ipsecProposal: `display ipsec proposal
 IPSec proposal name: tran1
  Encapsulation mode: Tunnel
  Transform         : esp-new
  ESP protocol      : Authentication SHA2-HMAC-256
                      Encryption AES-256
`,
    policy: `display ipsec policy
===========================================
IPSec policy group: "map1"
Using interface: GigabitEthernet1/0/1
===========================================

    Sequence number: 10
    Policy Alias: map1-10
    Security data flow: 3000
    IKE-peer name:  hq
    Perfect forward secrecy: -
    Proposal name:  tran1
    IPSec SA local duration(time based): 3600 seconds
    IPSec SA local duration(traffic based): 5242880 kilobytes
    SA trigger mode: Automatic
`,
    acl: `display acl 3000
Advanced ACL 3000, 1 rule
Acl's step is 5
 rule 5 permit ip source ${lan} 0.0.0.255 destination ${remoteLan} 0.0.0.255 (12 times matched)
`,
    addresses: `display ip interface brief
Interface                         IP Address/Mask      Physical   Protocol
GigabitEthernet1/0/1              ${own}/24       up         up
GigabitEthernet1/0/2              ${lan.replace(/0$/, '1')}/24          up         up
`,
    version: `display version
Huawei Versatile Routing Platform Software
VRP (R) software, Version 5.170 (USG6000E V600R007C00SPC500)
`,
  };
}

/** A session in which answers follow each other, each behind the prompt of the device. */
export function session({ name }: Firewall, texts: readonly string[]): string {
  return [...texts.map((text) => `<${name}>${text}`), `<${name}>\n`].join('');
}

/** Everything that tells of a tunnel, captured in one session; `change` rewrites it. */
export function capture(firewall: Firewall, change = (text: string): string => text): string {
  return change(session(firewall, Object.values(answers(firewall))));
}
