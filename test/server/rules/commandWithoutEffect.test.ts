import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lineOf } from '../../../server/src/model/value';
import { checkFix, checkFixAll, checkRule, findingsIn, repairTitles } from './check';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

const RULE = 'command-without-effect';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const capture = { language: 'huawei-vrp-output' } as const;

describe('finds', () => {
  test('commands of IKEv1 in a peer that speaks IKEv2 only, as hints under the whole line', () => {
    check(`
#
ike peer b
 undo version 1
 exchange-mode aggressive
 ^^^^^^^^^^^^^^^^^^^^^^^^ hint command-without-effect exchange-mode aggressive works with IKEv1 only and does nothing here: IKE peer b speaks IKEv2.
 dpd type periodic
 dpd msg seq-hash-notify
 ^^^^^^^^^^^^^^^^^^^^^^^ hint command-without-effect dpd msg works with IKEv1 only
 dpd msg notify-hash-sequence learning
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint command-without-effect dpd msg works with IKEv1 only
#`);
  });
  test('commands of IKEv2 in a peer that speaks IKEv1 only', () => {
    check(`
#
ike peer b
 undo version 2
 exchange-mode main
 re-authentication interval 3600
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint command-without-effect re-authentication interval works with IKEv2 only and does nothing here: IKE peer b speaks IKEv1.
#`);
  });
  test('however the version is said', () => {
    check(`
#
ike peer a v2
 exchange-mode main
 ^^^^^^^^^^^^^^^^^^ hint command-without-effect IKE peer a speaks IKEv2
ike peer b v1
 re-authentication interval 3600
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint command-without-effect IKE peer b speaks IKEv1
ike peer c
 version 1
 re-authentication interval 3600
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint command-without-effect IKE peer c speaks IKEv1
ike peer d
 version 2
 exchange-mode auto
 ^^^^^^^^^^^^^^^^^^ hint command-without-effect IKE peer d speaks IKEv2
#`);
  });
  test('what is typed flat and abbreviated, by its full name', () => {
    check(`
ike peer b
un ver 1
exch agg
^^^^^^^^ hint command-without-effect exchange-mode aggressive works with IKEv1 only
`);
  });
  test('in a capture', () => {
    checkRule(
      RULE,
      `
[FW]ike peer b
[FW-ike-peer-b]undo version 1
[FW-ike-peer-b]exchange-mode main
               ^^^^^^^^^^^^^^^^^^ hint command-without-effect exchange-mode main
`,
      capture,
    );
  });
  test('and names the line that says the version', () => {
    const text = '#\nike peer b\n undo version 1\n exchange-mode main\n#\n';
    const [finding] = findingsIn(text).filter(({ rule }) => rule.id === RULE);
    assert.ok(finding);
    assert.deepEqual(
      finding.related?.map(({ place, message }) => [lineOf(place).text, message]),
      [[' undo version 1', 'The version of IKE peer b']],
    );
    assert.equal(finding.tag, 'unnecessary');
  });
});

describe('stays silent', () => {
  test('where the line is taken back, and where the version is turned on again', () => {
    checkRule(RULE, '#\nike peer b\n undo version 1\n exchange-mode main\n undo exchange-mode\n#\n');
    checkRule(RULE, '#\nike peer b\n undo version 1\n version 1\n exchange-mode main\n#\n');
  });
  test('where both versions are on, or none', () => {
    check(`
#
ike peer a
 exchange-mode main
 re-authentication interval 3600
ike peer b
 version 1
 version 2
 exchange-mode main
 re-authentication interval 3600
ike peer c
 undo version 1
 undo version 2
 exchange-mode main
#`);
  });
  test('on commands of the version that is on, and of both', () => {
    check(`
#
ike peer a
 undo version 1
 re-authentication interval 3600
 dpd type periodic
 nat traversal
ike peer b
 undo version 2
 exchange-mode main
 dpd msg seq-hash-notify
#`);
  });
  test('on what routers save in every peer', () => {
    check(`[V300R019C00SPC300]
#
 sysname AR_A
#
ike peer b
 version 1
 ikev2 authentication sign-hash sha2-256
 rsa encryption-padding oaep
 rsa signature-padding pss
#`);
  });
  test('on undo lines', () => {
    check(`
#
ike peer b
 undo version 1
 undo exchange-mode
 undo dpd msg notify-hash-sequence learning
#`);
  });
  test('on the proposal, which serves peers of both versions', () => {
    check(`
#
ike proposal 5
 authentication-algorithm sha2-256
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
#
ike peer b
 undo version 1
 ike-proposal 5
#`);
  });
  test('on healthy files of every product', () => {
    for (const [, style] of STYLES) {
      for (const [, text] of HEALTHY) checkRule(RULE, style(text));
      checkRule(RULE, style(CAPTURE), capture);
    }
  });
});

describe('repairs', () => {
  const before = `
#
ike peer b
 undo version 1
 exchange-mode main
 pre-shared-key <key>
 dpd msg seq-hash-notify
 remote-address 203.0.113.2
#
return
`;
  test('takes the line out', () => {
    assert.deepEqual(repairTitles(RULE, before), ['* Remove this line', '* Remove this line']);
    checkFix(RULE, before, before.replace(' exchange-mode main\n', ''));
  });
  test('with its CRLF', () => {
    const crlf = before.trimStart().replace(/\n/g, '\r\n');
    checkFix(RULE, crlf, crlf.replace(' exchange-mode main\r\n', ''));
  });
  test('at the end of a file without a line end', () => {
    const text = '\n#\nike peer b\n pre-shared-key <key>\n undo version 1\n exchange-mode main';
    checkFix(RULE, text, text.replace('\n exchange-mode main', ''));
  });
  test('all of a file at once', () => {
    checkFixAll(
      RULE,
      before,
      before.replace(' exchange-mode main\n', '').replace(' dpd msg seq-hash-notify\n', ''),
    );
  });
});
