/** Files whose outline, folding and selections are looked at. */

export const CONFIG = `!Software Version V500R005C10SPC300
!Last configuration was saved at 2024-03-05 08:15:00 UTC
#
sysname FW_A
#
 ike heartbeat-timer interval 20
 ike heartbeat-timer timeout 60
#
# first note
# second note
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ike user-table 1
 user one
  id-type ip 203.0.113.7
  pre-shared-key %^%#abcdefghijklmnop%^%#
 user two
  id-type ip 203.0.113.8
#
ike peer b
 remote-address 203.0.113.2
#
time-range work 08:00 to 18:00 working-day
#
ipsec policy map1 10 isakmp
 ike-peer b
 security acl 3000
ipsec policy map1 20 isakmp template temp1
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
return
`;

export const CAPTURE = `<FW_A>display ike peer
Number of IKE peers: 2
-------------------------------------------
 Peer name                            : b
 Remote IP                            : 203.0.113.2
-------------------------------------------
 Peer name                            : c
 Remote IP                            : 203.0.113.3
-------------------------------------------
<FW_A>system-view
[FW_A]ike peer b
[FW_A-ike-peer-b]pre-shared-key Example-Key-1
Info: The key is weak.
[FW_A-ike-peer-b]display this
#
ike peer b
 pre-shared-key %^%#abcdefghijklmnop%^%#
 remote-address 203.0.113.2
#
return
[FW_A-ike-peer-b]quit
<FW_A>
`;
