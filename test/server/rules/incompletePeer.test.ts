import { describe, test } from 'node:test';
import { checkFix, checkRule } from './check';

const RULE = 'incomplete-ike-peer';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const capture = { language: 'huawei-vrp-output' } as const;

const WHOLE = `
#
sysname FW_A
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#`;
const POLICY = `
ipsec policy map1 10 isakmp
 ike-peer b
#`;

describe('finds', () => {
  test('what an undo line has taken away', () => {
    check(`${WHOLE}
ike peer b
         ^ error incomplete-ike-peer no remote-address
         ^ error incomplete-ike-peer pre-shared key but has none
 pre-shared-key <key>
 remote-address 203.0.113.2
 undo remote-address 203.0.113.2
 undo pre-shared-key
#${POLICY}`);
  });
  test('a peer without address in an ISAKMP policy, and one without a key', () => {
    check(`${WHOLE}
ike peer b
         ^ error incomplete-ike-peer IKE peer b has no remote-address, but IPsec policy map1 10 uses it without a template
 pre-shared-key <key>
ike peer c
         ^ error incomplete-ike-peer IKE peer c authenticates with a pre-shared key but has none
 remote-address 203.0.113.3
#${POLICY}
ipsec policy map1 20 isakmp
 ike-peer c
#
return`);
  });
  test('both at once', () => {
    check(`${WHOLE}
ike peer b
         ^ error incomplete-ike-peer has no remote-address
         ^ error incomplete-ike-peer pre-shared key
#${POLICY}`);
  });
  test('a peer without certificate where its proposal wants one', () => {
    check(`${WHOLE}
ike proposal 10
 authentication-method rsa-signature
#
ike peer b
         ^ warning incomplete-ike-peer IKE peer b authenticates with a certificate but names none
 ike-proposal 10
 remote-address 203.0.113.2
#${POLICY}`);
  });
  test('a peer used by a template or a profile needs a key, not an address', () => {
    check(`${WHOLE}
ike peer b
         ^ error incomplete-ike-peer pre-shared key but has none
ike peer c
         ^ error incomplete-ike-peer pre-shared key but has none
#
ipsec policy-template temp1 1
 ike-peer b
ipsec profile prof1
 ike-peer c
#`);
  });
  test('an excerpt gives a warning', () => {
    check(`
ike peer b
         ^ warning incomplete-ike-peer has no remote-address
 pre-shared-key <key>
${POLICY}`);
  });
  test('a peer typed flat', () => {
    check(`
sysname FW_A
int g1/0/1
ip add 203.0.113.1 24
quit
ike peer b
         ^ error incomplete-ike-peer has no remote-address
pre-shared-key <key>
ipsec policy map1 10 isakmp
ike-peer b
`);
  });
  test('a peer of a capture', () => {
    checkRule(
      RULE,
      `
[FW]ike peer b
             ^ warning incomplete-ike-peer has no remote-address
[FW-ike-peer-b]pre-shared-key <key>
[FW-ike-peer-b]quit
[FW]ipsec policy map1 10 isakmp
[FW-ipsec-policy-isakmp-map1-10]ike-peer b
`,
      capture,
    );
  });
  test('a key that is missing whatever proposal the undefined one turns out to be', () => {
    check(`${WHOLE}
ike proposal 10
#
ike peer b
         ^ error incomplete-ike-peer pre-shared key but has none
 ike-proposal 20
 remote-address 203.0.113.2
#${POLICY}`);
  });
});

describe('stays silent', () => {
  test('on a peer that nothing uses', () => {
    check(`${WHOLE}\nike peer b\n#`);
  });
  test('on a complete peer, its lines in any of its blocks', () => {
    check(`${WHOLE}
ike peer b
 pre-shared-key <key>
#
aaa
#
ike peer b
 remote-address vpn-instance v1 203.0.113.2
#${POLICY}`);
  });
  test('on host names, ranges, backup peers and names of older releases', () => {
    check(`${WHOLE}
ike peer b
 pre-shared-key <key>
 remote-address host-name fw.example
ike peer c
 pre-shared-key <key>
 remote-address 203.0.113.2 203.0.113.9
ike peer d
 pre-shared-key <key>
 remote-name fw_d
ike peer e
 pre-shared-key <key>
 remote-address 公网地址
#
ipsec policy map1 10 isakmp
 ike-peer b
ipsec policy map1 20 isakmp
 ike-peer c
ipsec policy map1 30 isakmp
 ike-peer d
ipsec policy map1 40 isakmp
 ike-peer e
#`);
  });
  test('with intelligent link selection', () => {
    check(`${WHOLE}
ike peer b
 pre-shared-key <key>
#
ipsec policy map1 10 isakmp
 ike-peer b
 smart-link profile link1
#`);
  });
  test('on a template of a group', () => {
    check(`${WHOLE}
ike peer b
 pre-shared-key <key>
#
ipsec policy-template temp1 1
 ike-peer b
#
ipsec policy map1 10 isakmp template temp1
#`);
  });
  test('where a slip hides the line: that is a finding of its own', () => {
    check(`${WHOLE}
ike peer b
 pre-share-key <key>
 remote-adress 203.0.113.2
#${POLICY}`);
  });
  test('on keys in a user table, certificates, EAP and XAUTH', () => {
    check(`${WHOLE}
ike proposal 20
 authentication-method rsa-sig
#
ike peer b
 user-table 1
 remote-address 203.0.113.2
ike peer c
 certificate local-filename fw.cer
 ike-proposal 20
ike peer d
 pki domain dom1
 ike-proposal 20
ike peer e
 local-authentication eap
 remote-address 203.0.113.5
ike peer f
 xauth type chap
 remote-address 203.0.113.6
#
ike user-table 1
 user u1
  id-type any
#${POLICY}
ipsec policy-template temp1 1
 ike-peer c
ipsec policy-template temp1 2
 ike-peer d
ipsec policy-template temp1 3
 ike-peer e
ipsec policy-template temp1 4
 ike-peer f
#`);
  });
  test('where one of the proposals that can be offered wants something else, or is not understood', () => {
    check(`${WHOLE}
ike proposal 10
ike proposal 20
 authentication-method rsa-signature
#
ike peer b
 remote-address 203.0.113.2
#${POLICY}`);
    check(`${WHOLE}
ike proposal 10
 authentication-method sm2-envelope
#
ike peer b
 ike-proposal 10
 remote-address 203.0.113.2
#${POLICY}`);
  });
  test('on a digital envelope', () => {
    check(`${WHOLE}
ike proposal 10
 authentication-method digital-envelope
#
ike peer b
 ike-proposal 10
 remote-address 203.0.113.2
#${POLICY}`);
  });
  test('on a key that was taken out of its line', () => {
    check(`${WHOLE}
ike peer b
 pre-shared-key cipher
 remote-address 203.0.113.2
#${POLICY}`);
  });
  test('on what was typed before a capture begins', () => {
    checkRule(
      RULE,
      `
[FW-ike-peer-b]remote-address 203.0.113.2
[FW-ike-peer-b]display this
#
ike peer b
 pre-shared-key <key>
 remote-address 203.0.113.2
#
return
[FW-ike-peer-b]quit
[FW]ipsec policy map1 10 isakmp
[FW-ipsec-policy-isakmp-map1-10]ike-peer b
`,
      capture,
    );
  });
});

describe('repairs', () => {
  const BEFORE = `${WHOLE}
ike peer b
 exchange-mode main
 ike-proposal 10
 local-id-type ip
 dpd type periodic
#
ike proposal 10
#${POLICY}
return
`;
  test('the address goes where the device saves it', () => {
    checkFix(RULE, BEFORE, BEFORE.replace('periodic\n', 'periodic\n remote-address 192.0.2.1\n'), {
      title: 'remote-address',
    });
  });
  test('the key too, with the keyword that routers want', () => {
    checkFix(
      RULE,
      BEFORE,
      BEFORE.replace('exchange-mode main\n', 'exchange-mode main\n pre-shared-key cipher <pre-shared-key>\n'),
      { finding: 1, title: 'pre-shared-key' },
    );
  });
  test('without it on a firewall', () => {
    const before = `!Software Version V500R005C10SPC300${BEFORE}`;
    checkFix(
      RULE,
      before,
      before.replace('exchange-mode main\n', 'exchange-mode main\n pre-shared-key <pre-shared-key>\n'),
      { finding: 1, title: 'pre-shared-key' },
    );
  });
  test('and without it where the file writes other keys so', () => {
    const before = BEFORE.replace(
      'ike proposal 10\n',
      'ike proposal 10\n#\nike peer x\n pre-shared-key ***\n',
    );
    checkFix(
      RULE,
      before,
      before.replace('exchange-mode main\n', 'exchange-mode main\n pre-shared-key <pre-shared-key>\n'),
      { finding: 1, title: 'pre-shared-key' },
    );
  });
  test('into a block that holds nothing, at the end of a file, with its line ends', () => {
    const head = `${WHOLE}${POLICY}\n`.trimStart().replace(/\n/g, '\r\n');
    checkFix(RULE, `${head}ike peer b`, `${head}ike peer b\r\n remote-address 192.0.2.1`, {
      title: 'remote-address',
    });
  });
  test('into a block typed flat', () => {
    const before = `
sysname FW_A
interface GigabitEthernet1/0/1
ip address 203.0.113.1 24
quit
ike peer b
pre-shared-key ***
quit
ipsec policy map1 10 isakmp
ike-peer b
quit
`;
    checkFix(RULE, before, before.replace('***\n', '***\nremote-address 192.0.2.1\n'), {
      title: 'remote-address',
    });
  });
  test('with the tabs of its neighbours', () => {
    const before = `${WHOLE}\nike peer b\n\tpre-shared-key ***\n#${POLICY}\n`;
    checkFix(RULE, before, before.replace('***\n', '***\n\tremote-address 192.0.2.1\n'), {
      title: 'remote-address',
    });
  });
});
