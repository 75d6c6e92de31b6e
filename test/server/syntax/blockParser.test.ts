import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Document } from '../../../server/src/syntax/document';
import { blocksOf, check } from './blockDrawing';

describe('a saved configuration', () => {
  it('has its views by indentation, its global lines indented or not', () => {
    check(`
#                                    |
sysname FW_A                         | system
#                                    |
 l2tp domain suffix-separator @      | system
 ipsec sha2 compatible enable        | system
#                                    |
undo telnet server enable            | system
 update schedule ips-sdb daily 03:14 | system
#                                    |
ike peer b                           | system
 pre-shared-key %^%#a b%^%#          | ike-peer
 ike-proposal 10                     | ike-peer
 remote-address 198.51.100.2         | ike-peer
#                                    |
return                               | free
`);
  });

  it('keeps nested views of AAA apart from the lines between them', () => {
    assert.deepEqual(
      blocksOf(`aaa
 authentication-scheme default
 authentication-scheme radius
  authentication-mode radius
 domain default
  service-type internetaccess ike
  reference user current-domain
 manager-user admin
  password cipher %^%#x%^%#
  level 15
 role system-admin
 bind manager-user admin role system-admin
#
`),
      [
        'aaa: aaa, 6',
        '  authentication-scheme default: aaa-scheme, 0',
        '  authentication-scheme radius: aaa-scheme, 1',
        '  domain default: aaa-domain, 2',
        '  manager-user admin: free, 2',
        '  role system-admin: free, 0',
      ],
    );
  });

  it('keeps the rules of security and NAT policies in their policies', () => {
    assert.deepEqual(
      blocksOf(`security-policy
 default action deny
 rule name "to branch"
  source-zone trust
  action permit
 rule name back
  source-zone untrust
  action permit
#
nat-policy
 rule name no_nat
  action no-nat
#
`),
      [
        'security-policy: free, 3',
        '  rule name "to branch": free, 2',
        '  rule name back: free, 2',
        'nat-policy: free, 1',
        '  rule name no_nat: free, 1',
      ],
    );
  });

  it('nests the address families and areas of routing protocols, separators inside them or not', () => {
    assert.deepEqual(
      blocksOf(`bgp 65001
 peer 10.0.0.9 as-number 65001
 #
 ipv4-family unicast
  undo synchronization
  peer 10.0.0.9 enable
 #
 ipv4-family vpn-instance a
  import-route direct
#
ospf 1 router-id 10.0.0.1
 area 0.0.0.0
  network 10.0.0.0 0.0.0.255
 area 0.0.0.1
#
`),
      [
        'bgp 65001: free, 3',
        '  ipv4-family unicast: free, 2',
        '  ipv4-family vpn-instance a: free, 1',
        'ospf 1 router-id 10.0.0.1: free, 2',
        '  area 0.0.0.0: free, 1',
      ],
    );
  });

  it('follows blocks without a separator between them', () => {
    check(`
acl number 3000                        | system
 rule 5 permit ip                      | acl-advanced
acl number 2000                        | system
 rule 5 deny                           | acl-basic
interface Vlanif10                     | system
 ip address 10.1.1.1 255.255.255.0     | interface
route-policy a permit node 10          | system
 if-match acl 2000                     | free
traffic classifier c                   | system
 if-match acl 3000                     | free
traffic behavior b                     | system
 remark dscp ef                        | free
traffic policy p                       | system
 classifier c behavior b               | free
ip route-static 0.0.0.0 0 10.1.1.254   | system
`);
  });

  it('reads blocks that all stand some columns in', () => {
    check(`
  # phase 1                        |
  ike proposal 1                   | system
    encryption-algorithm aes-256   | ike-proposal
    dh group14                     | ike-proposal
  ike peer cloud                   | system
    undo version 1                 | ike-peer
    remote-address 198.51.100.2    | ike-peer
  ipsec sha2 compatible enable     | system
`);
  });

  it('knows the service boards of VRP8 and their groups', () => {
    check(`
service-location 1                          | system
 location slot 1                            | free
#                                           |
service-instance-group group1               | system
 service-location 1                         | free
#                                           |
ipsec policy p 1 isakmp                     | system
security acl 3001                           | ipsec-policy-isakmp
proposal pro1                               | ipsec-policy-isakmp
#                                           |
interface Tunnel1                           | system
tunnel-protocol ipsec                       | interface
ipsec policy p service-instance-group group1| interface
`);
  });
});

describe('a script as it is typed', () => {
  it('has its views by what the commands mean', () => {
    check(`
sy                                 | free
ike proposal 1                     | system
encryption-algorithm aes-256       | ike-proposal
dh group14                         | ike-proposal
q                                  | free
ike peer b                         | system
pre-shared-key Example@1           | ike-peer
ike-proposal 1                     | ike-peer
remote-address 198.51.100.2        | ike-peer
q                                  | free
int g1/0/0                         | system
ip a 203.0.113.1 24                | interface
ipsec policy map1                  | interface
q                                  | free
ip route-static 0.0.0.0 0 203.0.113.2 | system
`);
  });

  it('takes un and und for undo', () => {
    check(`
sysname A                                                       | system
un info en                                                      | system
ike pro 10                                                      | system
und dh                                                          | ike-proposal
enc aes-256                                                     | ike-proposal
int g0/0/1                                                      | system
un sh                                                           | interface
ip add 192.0.2.1 24                                             | interface
`);
  });

  it('keeps the abbreviated lines of other features in their views', () => {
    check(`
firewall zone trust                | system
a i g 1/0/1                        | free
q                                  | free
firewall zone untrust              | system
a i g 1/0/0                        | free
int g1/0/0                         | system
ip a 203.0.113.1 24                | interface
sec                                | system
rule n ipsec                       | free
source-zone local                  | free
destination-zone untrust           | free
ac p                               | free
int g1/0/0                         | system
ipsec policy map1                  | interface
`);
  });

  it('keeps flat lines of routing protocols in their views', () => {
    check(`
bgp 200                            | system
peer 10.0.0.2 as-number 100        | free
peer 10.0.0.2 connect-interface Tunnel1 | free
ipv4-family unicast                | free
undo synchronization               | free
ospf 1                             | system
a 0                                | free
net 10.0.0.0 0.0.0.255             | free
acl 3000                           | system
rule permit ip                     | acl-advanced
`);
  });

  it('lets one column in mean the same as none', () => {
    check(`
 ospf 1                            | system
 default-route-advertise           | free
  a 0                              | free
  net 10.0.0.0 0.0.0.255           | free
acl 3000                           | system
 rule permit ip                    | acl-advanced
`);
  });

  it('reads a slip of the pen where it was meant', () => {
    check(`
ike peer b                         | system
remote-adress 198.51.100.2         | ike-peer
pre-shraed-key Example             | ike-peer
ipsec propsal p                    | system
`);
  });

  it('does not make a view of what is only half a command', () => {
    assert.deepEqual(blocksOf('ac p\nrule permit ip\n'), []);
  });

  it('keeps the text between commands out of the views', () => {
    check(`
ipsec policy map1 10 isakmp                           | system
security acl 3000                                     | ipsec-policy-isakmp
2. \`security acl 3000\`: the traffic to be protected | free
proposal p                                            | ipsec-policy-isakmp
`);
  });
});

describe('words that mean one thing here and another there', () => {
  it('keeps lines of another feature’s view that look a little like system view commands', () => {
    check(`
security-policy                      | system
rule name to-branch                  | free
source-zone trust                    | free
service ike                          | free
action permit                        | free
rule name from-branch                | free
nat-policy                           | system
rule name no-nat                     | free
action no-nat                        | free
ipsce policy map1 10 isakmp          | system
`);
  });

  it('takes a word for an abbreviation where it is no whole command: ips', () => {
    check(`
ips policy map1 10 isakmp            | system
ike-peer b                           | ipsec-policy-isakmp
ips log merge enable                 | system
`);
  });

  it('reads the beginning of `default` as the built-in proposal, not as a number', () => {
    const line = Document.parse('ike proposal def\n', 'huawei-vrp').items[0]?.lines[0];
    assert.deepEqual(line?.match?.words.at(-1), { kind: 'keyword', keyword: 'default' });
  });

  it('overlooks the mark of hot standby behind a typed command', () => {
    check(
      `
HRP_M[FW_A]ike peer b (+B)                                | system
HRP_M[FW_A-ike-peer-b]remote-address 198.51.100.2 (+B)    | ike-peer
`,
      'huawei-vrp-output',
    );
    const { items } = Document.parse('HRP_M[FW_A]ike peer b (+B)\n', 'huawei-vrp-output');
    assert.equal(items[0]?.lines[0]?.match?.status, 'complete');
  });
});
