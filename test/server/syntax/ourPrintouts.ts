import type { Sample } from './ourSamples';

const output = (name: string, text: string): Sample => ({ name, text, language: 'huawei-vrp-output' });

/** Single print-outs without the prompt above them, parts of them, and notes. Written for the tests in the form that devices give them. */
export const ourPrintouts: readonly Sample[] = [
  output(
    'a part of the IPsec SAs',
    '    Encapsulation mode: Tunnel\n    Tunnel local      : 198.51.100.1\n    Tunnel remote     : 198.51.100.2\n    Flow source       : 10.1.1.0/255.255.255.0 0/0',
  ),
  output(
    'the end of the IPsec SAs',
    '      SPI: 28095 (0x6dbf)\n      Proposal: ESP-ENCRYPT-AES-256 SHA2-256-128\n      SA remaining key duration (bytes/sec): 1887436800/3581\n      Max sent sequence-number: 7',
  ),
  output(
    'tunnels that were torn down',
    '  peer               port    offline-reason       version     offline-time\n  198.51.100.9       500     dpd-timeout          v2          2024/03/01  10:00:55',
  ),
  output(
    'packets that were dropped',
    '  IPv4 security packet statistics:\n    input/output security packets: 3/4\n    dropped security packet detail:\n      invalid SA: 0',
  ),
  output(
    'the ARP table',
    'IP ADDRESS      MAC ADDRESS     EXPIRE(M) TYPE        INTERFACE   VPN-INSTANCE\n----------\n10.1.1.9        00e0-fc00-0001  12        D-0         GE0/0/1',
  ),
  output(
    'the MAC addresses',
    '---------------\nMAC Address    VLAN/VSI/BD                       Learned-From        Type\n---------------\n00e0-fc00-0001 10/-/-                            GE0/0/1             dynamic',
  ),
  output(
    'the routes',
    'Route Flags: R - relay, D - download to fib\n-----------\nRouting Tables: Public\n         Destinations : 8        Routes : 8',
  ),
  output(
    'the BGP peers',
    ' BGP local router ID : 10.0.0.9\n Local AS number : 65001\n\n  Peer            V          AS  MsgRcvd  MsgSent  OutQ  Up/Down       State PrefRcv',
  ),
  output(
    'an interface',
    'Vlanif20 current state : UP\nLine protocol current state : UP\nLast line protocol up time : 2024-03-01 08:00:01\nDescription:servers',
  ),
  output(
    'the addresses of the interfaces',
    '*down: administratively down\n^down: standby\n(l): loopback\n(s): spoofing\nThe number of interface that is UP in Physical is 4',
  ),
  output(
    'the VLANs',
    'The total number of VLANs is : 4\n----------\nU: Up;         D: Down;         TG: Tagged;',
  ),
  output(
    'the neighbours, one of which is of another vendor',
    'GE0/0/1 has 1 neighbors:\n\nNeighbor index : 1\nSystem description :Cisco IOS Software, Version 15.2',
  ),
  output(
    'a trunk',
    "Eth-Trunk3's state information is:\nWorkingMode: NORMAL         Hash arithmetic: According to SIP-XOR-DIP",
  ),
  output(
    'the files',
    'Directory of flash:/\n\n  Idx  Attr     Size(Byte)  Date        Time       FileName\n    0  -rw-          8,140  Mar 01 2024 08:00:35   vrpcfg.zip',
  ),
  output(
    'the sessions of a firewall',
    ' Current Total Sessions : 1\n udp  VPN: public --> public  198.51.100.1:500 --> 198.51.100.2:500',
  ),
  output(
    'the middle of the version of a chassis',
    'LPU 3 : uptime is 12 days, 4 hours, 1 minute\n  StartupTime 2024/02/18   06:23:30\n  SDRAM Memory Size   : 4096 M bytes\n  PCB Version         : XX57LPUF REV A',
  ),
  output(
    'the time server',
    ' clock status: synchronized\n clock stratum: 3\n synchronization state: clock synchronized',
  ),
  output(
    'a session saved by PuTTY, its own line above it',
    "=~=~=~=~=~=~=~=~=~=~=~= PuTTY log 2024.03.01 10:00:22 =~=~=~=~=~=~=~=~=~=~=~=\nlogin as: ops\nops@198.51.100.1's password:\n\nInfo: The max number of VTY users is 10.\n<FW_A>dis ike sa\n\u001b[16D  ---- More ----\u001b[16D                \u001b[16D  IKE SA information :",
  ),
  output(
    'a session below the frame of a terminal program',
    '     ┌──────────────────────┐\n     │   • Terminal v22 •   │\n     │ ⮞ SSH to 198.51.100.1 │\n     └──────────────────────┘\n\n<FW_A>display ipsec statistics',
  ),
  output(
    'a simulator that starts',
    'Please press enter to start cmd line!\n\n<Huawei>system-view\nEnter system view, return user view with Ctrl+Z.',
  ),
  output(
    'a ping',
    '<R1>ping 10.1.1.9\n  PING 10.1.1.9: 56  data bytes, press CTRL_C to break\n    Reply from 10.1.1.9: bytes=56 Sequence=1 ttl=255 time=1 ms',
  ),
  output(
    'a command that the device does not know',
    "[FW]ike pear b\n         ^\nError: Unrecognized command found at '^' position.",
  ),
  output('one alarm', 'Alarm hwIPSecNegoFail raised, Reason=1'),
  output('one object identifier', '1.3.6.1.4.1.2011.6.122.26.6.14'),
  output('a cause and nothing else', 'flow or peer mismatch'),
  output('a cause as a constant', 'PHASE1_PROPOSAL_MISMATCH'),
  output('a cause that others have too, given as such', 'To Lyon again at 10:15, reason = dpd timeout'),
  output('a cause that others have too, alone', 'authentication fail'),
  output('a note about a tunnel', 'The VPN to Lyon fell over: dpd timeout at ten, twice.'),
];
