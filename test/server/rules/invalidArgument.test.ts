import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRule, repairTitles, seenIn, source } from './check';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

const RULE = 'invalid-argument';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const capture = { language: 'huawei-vrp-output' } as const;

describe('finds', () => {
  test('numbers out of range in the views', () => {
    check(`
#
ike proposal 5
 sa duration 59
             ^^ error invalid-argument 59 is out of range: it must be 60 to 604800.
ike peer b
 dpd idle-time 5
               ^ error invalid-argument 5 is out of range: it must be 10 to 3600.
 dpd retransmit-interval 61
                         ^^ error invalid-argument 2 to 60
 dpd retry-limit 11
                 ^^ error invalid-argument 3 to 10
 re-authentication interval 604801
                            ^^^^^^ error invalid-argument 60 to 604800
ipsec policy map1 10 isakmp
 sa duration time-based 29
                        ^^ error invalid-argument 30 to 604800
 sa duration traffic-based 200000001
                           ^^^^^^^^^ error invalid-argument 0 to 200000000
 anti-replay window 16
                    ^^ error invalid-argument 32 to 1024
ipsec policy map1 20 manual
 sa spi inbound esp 255
                    ^^^ error invalid-argument 256 to 4294967295
#`);
  });
  test('numbers out of range in the system view', () => {
    check(`
#
 ike heartbeat-timer interval 19
                              ^^ error invalid-argument 20 to 28800
 ike dpd idle-time 3601
                   ^^^^ error invalid-argument 10 to 3600
 ipsec sa global-duration time-based 604801
                                     ^^^^^^ error invalid-argument 30 to 604800
 ipsec netmask source 33
                      ^^ error invalid-argument 0 to 32
#
ipsec policy map1 10001 isakmp
                  ^^^^^ error invalid-argument 10001 is out of range: it must be 1 to 10000.
#
ipsec policy-template temp1 0
                            ^ error invalid-argument 1 to 10000
#`);
  });
  test('numbers of IKE proposals that no product has, where they are defined and where they are used', () => {
    check(`
#
ike proposal 0
             ^ error invalid-argument 0 is out of range: it must be 1 to 1024.
ike proposal 1025
             ^^^^ error invalid-argument 1 to 1024
ike proposal 10000
             ^^^^^ error invalid-argument 1 to 1024
#
ike peer b
 ike-proposal 2000
              ^^^^ error invalid-argument 1 to 1024
#`);
  });
  test('a name in place of the number of an IKE proposal', () => {
    check(`
#
ike proposal strong
             ^^^^^^ error invalid-argument strong is no number: an IKE proposal has one from 1 to 1024.
#`);
  });
  test('addresses that are none', () => {
    check(`
#
ike peer b
 remote-address 203.0.113.256
                ^^^^^^^^^^^^^ error invalid-argument 203.0.113.256 is no valid address.
 remote-address 203.0.113
                ^^^^^^^^^ error invalid-argument 203.0.113 is no valid address.
 remote-address 203.0.113.2.1
                ^^^^^^^^^^^^^ error invalid-argument no valid address
 remote-address vpn-instance vpn1 2001:db8::1::2
                                  ^^^^^^^^^^^^^^ error invalid-argument no valid address
ipsec policy map1 10 isakmp
 tunnel local 300.0.113.1
              ^^^^^^^^^^^ error invalid-argument no valid address
#`);
  });
  test('names that are too long, as a warning, and empty ones', () => {
    check(`
#
ike peer abcdefghijklmnop
         ^^^^^^^^^^^^^^^^ warning invalid-argument This name has 16 characters; shorten it to 15 at most.
#
ipsec proposal ""
               ^^ warning invalid-argument This name has 0 characters; it needs 1 at least.
#
ipsec policy "head office of us" 10 isakmp
             ^^^^^^^^^^^^^^^^^^^ warning invalid-argument This name has 17 characters
#`);
  });
  test('what is typed flat and abbreviated, and what stands behind a prompt', () => {
    check(`
ike peer b
remote-add 203.0.113.256
           ^^^^^^^^^^^^^ error invalid-argument no valid address
`);
    checkRule(
      RULE,
      `
[FW]ike peer b
[FW-ike-peer-b]remote-address 203.0.113.256
                              ^^^^^^^^^^^^^ error invalid-argument no valid address
[FW-ike-peer-b]quit
`,
      capture,
    );
  });
});

describe('stays silent', () => {
  test('on the ends of every range', () => {
    check(`
#
 ike heartbeat-timer interval 28800
 ipsec sa global-duration traffic-based 0
 ipsec netmask source 0 destination 32
#
ike proposal 1
 sa duration 60
ike proposal 1024
 sa duration 604800
ike proposal default
#
ike peer abcdefghijklmno
 ike-proposal default
 dpd idle-time 10
 dpd retransmit-interval 2
 dpd retry-limit 3
ike peer "abcdefghijklmno"
 ike-proposal 1024
 dpd idle-time 3600
 dpd retransmit-interval 60
 dpd retry-limit 10
 re-authentication interval 60
#
ipsec policy map1 1 isakmp
 sa duration time-based 30
 sa duration traffic-based 0
 anti-replay window 32
ipsec policy map1 10000 manual
 sa spi inbound esp 256
 sa spi outbound esp 4294967295
ipsec policy map1 9999 isakmp
 sa duration traffic-based disable
 anti-replay window 1024
#`);
  });
  test('on addresses of every kind', () => {
    check(`
#
ike peer b
 remote-address 203.0.113.2
 remote-address 203.0.113.2 203.0.113.9
 remote-address 2001:db8::2
 remote-address ::ffff:203.0.113.2
 remote-address vpn-instance vpn1 203.0.113.2
 remote-address host-name 203.0.113.256.example
 local-id 203.0.113.256
 local-id-type ip 203.0.113.1
#`);
  });
  test('on what a person has masked', () => {
    check(`
#
ike peer b
 remote-address 203.0.113.x
ike peer c
 remote-address 203.*.*.2
ike peer d
 remote-address x.x.x.x
ike peer e
 remote-address 2001:db8:x::2
ike peer f
 remote-address 公网ip
ike peer <the-name-of-the-peer>
 remote-address ***.***.***.***
#
ipsec policy map1 10 isakmp
 tunnel local XX.XX.XX.XX
#`);
  });
  test('on keys, undo lines and names that a line only refers to', () => {
    check(`
#
ike peer b
 pre-shared-key 203.0.113.256
 undo remote-address 203.0.113.256
 undo sa duration 1
#
ipsec policy map1 10 isakmp
 ike-peer abcdefghijklmnop
 proposal abcdefghijklmnop
 undo sa duration time-based 1
#`);
  });
  test('on other features, whose lines it does not know well enough', () => {
    check(`
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.256 255.0.255.0
 mtu 99999999
#
acl number 3000
 rule 5 permit ip source 203.0.113.256 0
#`);
  });
  test('on the names of the factory proposals of VRP8', () => {
    check(`
#
ike peer b
 ike-proposal default1
#`);
  });
  test('on output', () => {
    checkRule(
      RULE,
      `
<FW>display ike peer
---------------------------
 Peer name : abcdefghijklmnop
 ike peer abcdefghijklmnop
 remote-address 203.0.113.256
<FW>
`,
      capture,
    );
  });
  test('on healthy files of every product', () => {
    for (const [, style] of STYLES) {
      for (const [, text] of HEALTHY) checkRule(RULE, style(source(text)));
      checkRule(RULE, style(CAPTURE), capture);
    }
  });
});

test('draws the same ranges with CRLF', () => {
  const text = '#\nike peer b\n remote-address 203.0.113.256\n#\n';
  const ranges = (source: string): unknown[] =>
    seenIn(source)
      .filter(({ rule }) => rule === RULE)
      .map(({ line, start, end }) => [line, start, end]);
  assert.deepEqual(ranges(text.replace(/\n/g, '\r\n')), [[2, 16, 29]]);
  assert.deepEqual(ranges(text), [[2, 16, 29]]);
});

test('offers no repair: the value that is meant is not known', () => {
  assert.deepEqual(repairTitles(RULE, '#\nike peer b\n remote-address 203.0.113.256\n#\n'), []);
});
