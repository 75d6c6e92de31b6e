import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refactoringsAt } from '../../../server/src/refactorings';
import { lineEdits } from '../../../server/src/features/lineEdits';
import { detectLanguage } from '../../../server/src/syntax/detect';
import { Workspace } from '../../../server/src/workspace/workspace';
import type { Texts } from '../tunnels/analysed';
import { healthyPair } from '../tunnels/pairs';
import { checkPromises, offeredAt } from './refactored';

const KEY = 'Example-Key-1';

/** A hub with a peer of two addresses: one branch behind each, each with a network of its own. */
function hub(
  lines: { readonly peer?: string; readonly acl?: string; readonly entries?: string } = {},
): string {
  return `#
sysname HUB
#
acl number 3000
${
  lines.acl ??
  ` rule 5 permit ip source 10.0.0.0 0.0.255.255 destination 10.1.1.0 0.0.0.255
 rule 10 permit ip source 10.0.0.0 0.0.255.255 destination 10.1.2.0 0.0.0.255
`
}#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ike proposal 10
 encryption-algorithm aes-256
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
#
ike peer branches
 undo version 1
 pre-shared-key ${KEY}
 ike-proposal 10
${lines.peer ?? ` remote-address 203.0.113.11\n remote-address 203.0.113.12\n`}#
${
  lines.entries ??
  `ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer branches
 proposal tran1
`
}#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
interface GigabitEthernet1/0/1
 ip address 10.0.0.1 255.255.0.0
#
return
`;
}

function branch(number: number, changes: (text: string) => string = (text) => text): string {
  return changes(`#
sysname BRANCH_${number}
#
acl number 3000
 rule 5 permit ip source 10.1.${number}.0 0.0.0.255 destination 10.0.0.0 0.0.255.255
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ike proposal 10
 encryption-algorithm aes-256
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
#
ike peer hub
 undo version 1
 pre-shared-key ${KEY}
 ike-proposal 10
 remote-address 203.0.113.1
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer hub
 proposal tran1
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1${number} 255.255.255.0
 ipsec policy map1
#
return
`);
}

const WEB: Texts = { hub: hub(), one: branch(1), two: branch(2) };

/** The same with a list, an entry and an address for each branch: its tunnels come up. */
const APART = hub({
  acl: ` rule 5 permit ip source 10.0.0.0 0.0.255.255 destination 10.1.1.0 0.0.0.255
#
acl number 3001
 rule 5 permit ip source 10.0.0.0 0.0.255.255 destination 10.1.2.0 0.0.0.255
`,
  entries: `ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer branches
 proposal tran1
#
ipsec policy map1 20 isakmp
 security acl 3001
 ike-peer branches
 proposal tran1
`,
});

/** Carries out the one thing of a kind that is offered at a line. */
function made(texts: Texts, file: string, line: string, id: string): Record<string, string> {
  const [only, ...others] = offeredAt(texts, file, line, id);
  assert.ok(only, `${id} at ${line}`);
  assert.deepEqual(others, []);
  assert.ok(!only.title.includes(KEY));
  return checkPromises(texts, only, file, line);
}

/** What changes in a text, line by line: `- ` and `+ `. */
function changes(before: Texts, after: Texts, file: string): string {
  const [was, is] = [before[file] ?? '', after[file] ?? ''];
  const lines = was.split('\n');
  return lineEdits(was, is)
    .flatMap(({ range, newText }) => [
      ...lines.slice(range.start.line, range.end.line).map((line) => `-${line}`),
      ...newText
        .split('\n')
        .slice(0, -1)
        .map((line) => `+${line}`),
    ])
    .join('\n');
}

describe('a proposal of its own', () => {
  const second = hub().replace(
    '#\nipsec policy map1',
    `ike peer other
 undo version 1
 pre-shared-key ${KEY}
 ike-proposal 10
 remote-address 192.0.2.9
#
ipsec policy map1`,
  );
  const texts: Texts = { ...WEB, hub: second };

  test('is made for a peer whose IKE proposal another one names', () => {
    const after = made(texts, 'hub', 'ike peer branches', 'extract-proposal');
    assert.equal(
      changes(texts, after, 'hub'),
      `+ike proposal 20
+ encryption-algorithm aes-256
+ dh group14
+ authentication-algorithm sha2-256
+ authentication-method pre-share
+ integrity-algorithm hmac-sha2-256
+ prf hmac-sha2-256
- ike-proposal 10
+ ike-proposal 20`,
    );
  });

  test('is the one that the tunnels are negotiated with, where a peer offers all', () => {
    const several: Texts = {
      ...texts,
      hub: second
        .replace(
          'ike proposal 10',
          'ike proposal 5\n encryption-algorithm 3des\n dh group2\n#\nike proposal 10',
        )
        .replace(' ike-proposal 10\n remote-address 203.0.113.11', ' remote-address 203.0.113.11'),
    };
    const after = made(several, 'hub', 'ike peer branches', 'extract-proposal');
    assert.match(after['hub'] ?? '', /ike proposal 15\n encryption-algorithm aes-256\n dh group14/);
    assert.match(after['hub'] ?? '', / pre-shared-key \S+\n ike-proposal 15\n/);
  });

  test('is not guessed for a peer whose other end is in no file', () => {
    const several = second
      .replace(
        'ike proposal 10',
        'ike proposal 5\n encryption-algorithm 3des\n dh group2\n#\nike proposal 10',
      )
      .replace(' ike-proposal 10\n remote-address 192.0.2.9', ' remote-address 192.0.2.9');
    assert.deepEqual(offeredAt({ ...texts, hub: several }, 'hub', 'ike peer other', 'extract-proposal'), []);
  });

  test('needs no copy where nobody else uses it', () => {
    const alone: Texts = { ...WEB, hub: hub().replace(' ike-proposal 10\n', '') };
    const after = made(alone, 'hub', 'ike peer branches', 'extract-proposal');
    assert.equal(changes(alone, after, 'hub'), '+ ike-proposal 10');
  });

  test('is made for a policy entry, with a name that the device takes', () => {
    const long = 'tran-for-all-15';
    const two: Texts = {
      hub: hub({
        entries: `ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer branches
 proposal ${long}
#
ipsec policy map1 20 isakmp
 proposal ${long}
`,
      }).replace('ipsec proposal tran1', `ipsec proposal ${long}`),
      one: branch(1),
      two: branch(2),
    };
    const after = made(two, 'hub', 'ipsec policy map1 10', 'extract-proposal');
    assert.equal(
      changes(two, after, 'hub'),
      `+ipsec proposal tran-for-all-_2
+ esp authentication-algorithm sha2-256
+ esp encryption-algorithm aes-256
- proposal ${long}
+ proposal tran-for-all-_2`,
    );
  });
});

describe('equal proposals', () => {
  test('become one, defaults read', () => {
    const version = '!Software Version V600R007C20SPC600\n';
    const text =
      version +
      hub().replace(
        '#\nike peer branches',
        `ike proposal 20
 encryption-algorithm aes-256
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
#
ike peer spare
 undo version 1
 pre-shared-key ${KEY}
 ike-proposal 20
 remote-address 192.0.2.9
#
ike peer branches`,
      );
    const texts: Texts = { ...WEB, hub: text };
    const after = made(texts, 'hub', 'ike proposal 20', 'merge-proposals');
    assert.equal(
      changes(texts, after, 'hub'),
      `-ike proposal 20
- encryption-algorithm aes-256
- dh group14
- authentication-algorithm sha2-256
- authentication-method pre-share
- ike-proposal 20
+ ike-proposal 10`,
    );
    const unknown = text.replace(version, '');
    assert.deepEqual(offeredAt({ hub: unknown }, 'hub', 'ike proposal 20', 'merge-proposals'), []);
  });

  test('are named once where a policy named both', () => {
    const copies = ['b', 'c'].map(
      (name) => `ipsec proposal ${name}
 esp encryption-algorithm aes-256
 esp authentication-algorithm sha2-256
`,
    );
    const text = hub()
      .replace('#\nike proposal 10', `${copies.join('')}#\nike proposal 10`)
      .replace('\n proposal tran1', '\n proposal b tran1 c');
    const texts: Texts = { ...WEB, hub: text };
    const after = made(texts, 'hub', 'ipsec proposal c', 'merge-proposals');
    assert.match(after['hub'] ?? '', /\n proposal tran1\n#/);
    assert.ok(!/ipsec proposal [bc]/.test(after['hub'] ?? ''));
    const apart = { ...WEB, hub: text.replace(' proposal b tran1 c', ' proposal b\n proposal c') };
    assert.match(made(apart, 'hub', 'ipsec proposal b', 'merge-proposals')['hub'] ?? '', /\n proposal b\n#/);
  });
});

describe('a peer with several addresses', () => {
  test('is taken apart with its entry and its list', () => {
    const after = made(WEB, 'hub', 'ike peer branches', 'split-peer');
    const wanted = hub({
      acl: ` rule 5 permit ip source 10.0.0.0 0.0.255.255 destination 10.1.1.0 0.0.0.255
acl number 3001
 rule 10 permit ip source 10.0.0.0 0.0.255.255 destination 10.1.2.0 0.0.0.255
`,
      peer: ` remote-address 203.0.113.11
ike peer branches_2
 undo version 1
 pre-shared-key ${KEY}
 ike-proposal 10
 remote-address 203.0.113.12
`,
      entries: `ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer branches
 proposal tran1
ipsec policy map1 20 isakmp
 security acl 3001
 ike-peer branches_2
 proposal tran1
`,
    });
    assert.equal(after['hub'], wanted);
    assert.equal(offeredAt(WEB, 'hub', 'ipsec policy map1 10', 'split-peer').length, 1);
  });

  test('gives each entry its address where each has a list of its own', () => {
    const texts: Texts = { ...WEB, hub: APART };
    const after = made(texts, 'hub', 'ike peer branches', 'split-peer');
    assert.match(
      after['hub'] ?? '',
      /ipsec policy map1 20 isakmp\n security acl 3001\n ike-peer branches_2\n/,
    );
  });

  test('stays where it is not certain what belongs together', () => {
    const cases: Texts = {
      'a rule for nobody': hub({
        acl: ` rule 5 permit ip source 10.0.0.0 0.0.255.255 destination 10.1.1.0 0.0.0.255
 rule 10 permit ip source 10.0.0.0 0.0.255.255 destination 10.9.9.0 0.0.0.255
`,
      }),
      'a rule for both': hub({
        acl: ' rule 5 permit ip source 10.0.0.0 0.0.255.255 destination 10.1.0.0 0.0.255.255\n',
      }),
      'a rule that denies': hub().replace(' rule 10 permit', ' rule 7 deny ip\n rule 10 permit'),
      'a device in reserve': hub({ peer: ' remote-address 203.0.113.11\n remote-address 192.0.2.88\n' }),
      'a list that another feature uses': hub().replace(
        '#\nreturn',
        '#\ntraffic classifier c\n if-match acl 3000\n#\nreturn',
      ),
    };
    for (const [name, text] of Object.entries(cases))
      assert.deepEqual(offeredAt({ ...WEB, hub: text }, 'hub', 'ike peer branches', 'split-peer'), [], name);
  });
});

describe('IKEv2', () => {
  test('comes with its lines on both ends, and what only IKEv1 has goes', () => {
    const { a, b } = healthyPair('policy', 'IKEv1 aggressive');
    const old = (text: string): string => text.replace(/ (?:integrity-algorithm|prf) .*\n/g, '');
    const texts: Texts = { a: old(a), b: old(b) };
    const after = made(texts, 'b', 'ike peer', 'migrate-to-ikev2');
    for (const file of ['a', 'b'])
      assert.equal(
        changes(texts, after, file),
        `+ integrity-algorithm hmac-sha2-256
+ prf hmac-sha2-256
- undo version 2
- exchange-mode aggressive
+ undo version 1`,
      );
  });

  test('goes along to every end that a peer talks to', () => {
    const v1 = (text: string): string => text.replace('undo version 1', 'undo version 2');
    const texts: Texts = { hub: v1(APART), one: branch(1, v1), two: branch(2, v1) };
    const after = made(texts, 'one', 'ike peer', 'migrate-to-ikev2');
    for (const text of Object.values(after)) assert.match(text, /\n undo version 1\n/);
    assert.deepEqual(
      offeredAt({ hub: v1(APART), one: branch(1, v1) }, 'one', 'ike peer', 'migrate-to-ikev2'),
      [],
    );
  });

  test('is turned on beside IKEv1 where anybody may call', () => {
    const { a, b } = healthyPair('template', 'IKEv1 main');
    const after = made({ a, b }, 'a', 'ike peer', 'migrate-to-ikev2');
    assert.equal(changes({ a, b }, after, 'b'), '- undo version 2');
    const [offered] = offeredAt({ a, b }, 'a', 'ike peer', 'migrate-to-ikev2');
    assert.equal(offered?.title, 'Migrate to IKEv2 on both ends (FW_A, FW_B); FW_B still answers IKEv1');
  });
});

describe('weak algorithms', () => {
  const weak = (text: string): string =>
    text
      .replace(' dh group14', ' dh group2')
      .replace(' esp encryption-algorithm aes-256', ' esp encryption-algorithm 3des aes-256');

  test('go on all ends of a proposal', () => {
    const texts: Texts = { hub: weak(hub()), one: branch(1, weak), two: branch(2, weak) };
    const ike = made(texts, 'one', 'ike proposal', 'strengthen-algorithms');
    for (const file of Object.keys(texts))
      assert.equal(changes(texts, ike, file), '- dh group2\n+ dh group14');
    const all = made(texts, 'hub', 'ike peer', 'strengthen-algorithms');
    for (const text of Object.values(all)) assert.match(text, / esp encryption-algorithm aes-256\n/);
    assert.deepEqual(offeredAt(all, 'one', 'ike peer', 'strengthen-algorithms'), []);
  });

  test('stay for ends that are in no file: the tunnel gets proposals of its own', () => {
    const stranger = weak(hub()).replace(
      '#\ninterface GigabitEthernet1/0/0',
      `#
ike peer stranger
 undo version 1
 pre-shared-key ${KEY}
 ike-proposal 10
 remote-address 192.0.2.9
#
acl number 3100
 rule 5 permit ip source 10.0.0.0 0.0.255.255 destination 10.7.0.0 0.0.255.255
#
ipsec policy map1 90 isakmp
 security acl 3100
 ike-peer stranger
 proposal tran1
#
interface GigabitEthernet1/0/0`,
    );
    const texts: Texts = { hub: stranger, one: branch(1, weak), two: branch(2, weak) };
    const after = made(texts, 'hub', 'ike peer branches', 'strengthen-algorithms');
    assert.match(after['hub'] ?? '', /ike proposal 20\n encryption-algorithm aes-256\n dh group14\n/);
    assert.match(after['hub'] ?? '', /ike proposal 10\n encryption-algorithm aes-256\n dh group2\n/);
    assert.match(after['hub'] ?? '', / ike-proposal 10\n remote-address 192.0.2.9/);
    assert.match(after['hub'] ?? '', /ipsec proposal tran1_2\n/);
    assert.equal(changes(texts, after, 'one').match(/dh group14/g)?.length, 1);
  });

  test('stay where a router has nothing better', () => {
    const header = '[V200R003C00]\n';
    const sha1 = (text: string): string =>
      header +
      text
        .replace('undo version 1', 'undo version 2')
        .replace(
          'authentication-algorithm sha2-256\n authentication-method',
          'authentication-algorithm sha1\n authentication-method',
        );
    const texts: Texts = { hub: sha1(hub()), one: branch(1, sha1), two: branch(2, sha1) };
    assert.deepEqual(offeredAt(texts, 'one', 'ike proposal', 'strengthen-algorithms'), []);
  });
});

test('nothing is offered in a capture, in what was typed, and outside of views', () => {
  const typed = hub()
    .split('\n')
    .filter((line) => line !== '#')
    .map((line) => `[HUB]${line.trim()}`)
    .join('\n');
  const workspace = new Workspace();
  workspace.set('file:///capture.txt', typed, detectLanguage(typed) ?? 'huawei-vrp-output');
  const lines = typed.split('\n').length;
  for (let line = 0; line <= lines + 1; line++)
    assert.deepEqual(
      refactoringsAt(workspace.snapshot, 'file:///capture.txt', line, () => true),
      [],
    );
  assert.deepEqual(
    refactoringsAt(workspace.snapshot, 'file:///nowhere.cfg', 0, () => true),
    [],
  );
});
