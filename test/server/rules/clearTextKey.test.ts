import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRule, findingsIn, repairTitles, source } from './check';
import { CAPTURE, FIREWALL, ROUTER, STYLES, VRP8 } from './fixtures';

const RULE = 'clear-text-key';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};

/** A peer with this line for its key. */
const peerWith = (line: string): string => `
#
ike peer b
 ${line}
 remote-address 203.0.113.2
#`;

describe('finds', () => {
  test('a key as firewalls and as routers take it, under the key alone', () => {
    check(`
#
ike peer a
 pre-shared-key Example-Key-1
                ^^^^^^^^^^^^^ warning clear-text-key This key is written in clear text: whoever reads the file knows it.
ike peer b
 pre-shared-key cipher Example-Key-1
                       ^^^^^^^^^^^^^ warning clear-text-key
ike peer c
 pre-shared-key simple Example-Key-1
                       ^^^^^^^^^^^^^ warning clear-text-key
#`);
  });
  test('a key in quotes, the quotes included', () => {
    check(`
#
ike peer a
 pre-shared-key "Example Key 1"
                ^^^^^^^^^^^^^^^ warning clear-text-key
#`);
  });
  test('all of a key with blanks that lacks its quotes', () => {
    check(`
#
ike peer a
 pre-shared-key Example Key 1
                ^^^^^^^^^^^^^ warning clear-text-key
#`);
  });
  test('the keys of IKE users, of manual SAs and of Efficient VPN policies', () => {
    check(`
#
ike user-table 1
 user branch1
  pre-shared-key Example-Key-1
                 ^^^^^^^^^^^^^ warning clear-text-key
#
ipsec policy map1 10 manual
 sa string-key inbound esp Example-Key-1
                           ^^^^^^^^^^^^^ warning clear-text-key
 sa string-key outbound esp cipher Example-Key-2
                                   ^^^^^^^^^^^^^ warning clear-text-key
 sa authentication-hex inbound ah simple 00112233
                                         ^^^^^^^^ warning clear-text-key
 sa encryption-hex outbound esp 44556677
                                ^^^^^^^^ warning clear-text-key
 sa spi inbound esp 12345
#
ipsec efficient-vpn evpn1 mode client
 remote-address 203.0.113.2 v2
 pre-shared-key cipher Example-Key-1
                       ^^^^^^^^^^^^^ warning clear-text-key
#`);
  });
  test('a key that is typed flat and abbreviated', () => {
    check(`
ike peer b
pre-sh Example-Key-1
       ^^^^^^^^^^^^^ warning clear-text-key
`);
  });
  test('a key behind a prompt', () => {
    checkRule(
      RULE,
      `
[FW]ike peer b
[FW-ike-peer-b]pre-shared-key Example-Key-1
                              ^^^^^^^^^^^^^ warning clear-text-key
`,
      { language: 'huawei-vrp-output' },
    );
  });
  test('short or odd keys that only look a little like ciphered or masked ones', () => {
    for (const key of ['Key!!', '%^Key#', 'xKey', '$1', '#Key#', 'a*b**c', 'Hidden-Key', 'cipher1']) {
      const found = findingsIn(source(peerWith(`pre-shared-key ${key}`))).filter(
        (finding) => finding.rule.id === RULE,
      );
      assert.equal(found.length, 1, key);
    }
  });
});

describe('stays silent', () => {
  const CIPHERED: readonly (readonly [string, string])[] = [
    ['firewalls of V500 and V600', '%^%#G7(t:%yFw/PV#Jsva;"zx]oL!sw//8zC;I}RY5uT.-+a%^%#'],
    ['firewalls of V100', '%$%$9"uS>p{Uz/;~K,3^oG1-V4Pd%$%$'],
    ['routers', '@%@%n1Y]o@-T6N:Qz3)XbGk4,"s!@%@%'],
    ['VRP8', '%+%##!!!!!!!!!"!!!!"!!!!*!!!!x3F/pBv9(;!!!!!2jp5!!!!!!!%+%#'],
    ['old switches', '$1a$Hx~0]W:2q,$Uv3w:T$'],
    ['Quidway', 'Q8;K2#R]7,T0V5!S<D1F^W!!'],
  ];
  for (const [device, key] of CIPHERED) {
    test(`on what ${device} save`, () => {
      check(peerWith(`pre-shared-key ${key}`));
      check(peerWith(`pre-shared-key cipher ${key}`));
    });
  }
  test('on masks', () => {
    for (const mask of [
      '******',
      '"***"',
      '<key>',
      '<secret hidden>',
      '[key]',
      '{{ key }}',
      '${KEY}',
      '%KEY%',
      'xxxxxx',
      'XXX-XXX',
      '......',
      '-----',
      '######',
      'REDACTED',
      'removed',
      '共享密钥',
    ]) {
      check(peerWith(`pre-shared-key ${mask}`));
      check(peerWith(`pre-shared-key cipher ${mask}`));
    }
  });
  test('on a ciphered key of which somebody left only the marks or the beginning', () => {
    for (const rest of ['%^%#......%^%#', '%^%#xxxx%^%#', '%^%#***%^%#', '%$%$abcd...', '%^%#', '$1a$...'])
      check(peerWith(`pre-shared-key cipher ${rest}`));
  });
  test('where the key was taken out and its keyword is left', () => {
    check(peerWith('pre-shared-key cipher'));
    check(peerWith('pre-shared-key simple'));
    check(peerWith('pre-shared-key'));
  });
  test('on a misspelled cipher with the ciphered key behind it', () => {
    check(peerWith('pre-shared-key chiper %^%#G7(t:%yFw/PV#Jsva;"zx]oL!sw//8zC;I}RY5uT.-+a%^%#'));
  });
  test('on undo lines, remarks and passwords of other features', () => {
    check(`
#
ike peer b
 undo pre-shared-key
 undo pre-shared-key Example-Key-1
 description Example-Key-1
#
ipsec policy map1 10 manual
 undo sa string-key inbound esp
#
aaa
 local-user admin password cipher Example-Key-1
#
interface Dialer1
 ppp chap password simple Example-Key-1
#`);
  });
  test('on saves and captures of every product', () => {
    for (const [, style] of STYLES) {
      for (const text of [FIREWALL, ROUTER, VRP8]) checkRule(RULE, style(source(text)));
      checkRule(RULE, style(CAPTURE), { language: 'huawei-vrp-output' });
    }
  });
});

test('no message, related place or title of any rule holds a key, however the line is mangled', () => {
  const lines = [
    'pre-shared-key Key4711abc',
    'pre-shared-key chiper Key4711abc',
    'pre-shared-key Secret Key4711abc',
    'pre-shared-key cipher Key4711abc Key4711abc',
    'pre-share-key Key4711abc',
    'undo pre-shared-key Key4711abc',
    'sa string-key inbound esp Key4711abc',
    'sa string-key inbound esp smiple Key4711abc',
    'sa string-key inbound Key4711abc',
    'sa string-key Key4711abc',
    'sa string-key inbund esp Key4711abc',
    'psk Key4711abc',
  ];
  const openers = [
    'ike peer b',
    'ike user-table 1\n user u1',
    'ike proposal 10',
    'ipsec policy map1 10 manual',
    'ipsec policy map1 10 isakmp',
    'ipsec efficient-vpn e mode client',
  ];
  for (const opener of openers) {
    for (const line of lines) {
      const findings = findingsIn(`#\nsysname FW_A\n#\n${opener}\n  ${line}\n  ${line}\n#\n`);
      const said = findings.flatMap((finding) => [
        finding.message,
        ...(finding.related ?? []).map((each) => each.message),
        ...(finding.repairs?.() ?? []).map((each) => each.title),
      ]);
      for (const text of said) assert.ok(!text.includes('4711'), `${opener} / ${line}: ${text}`);
    }
  }
});

test('offers no repair: the tool cannot cipher a key', () => {
  assert.deepEqual(repairTitles(RULE, peerWith('pre-shared-key Example-Key-1')), []);
});
