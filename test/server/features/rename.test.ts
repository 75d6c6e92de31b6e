import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { languageService, RenameRefusal, Workspace } from '../../../server/src/languageService';
import { FIREWALL, ROUTER } from '../rules/fixtures';
import { healthyPair, STYLES, VERSIONS } from '../tunnels/pairs';
import { marked, ODD_POSITIONS, uriOf } from './marked';
import { applied, freshName, renamed, targetsIn, told } from './renaming';

/** The texts of the files that a rename at the cursor changes. */
function renamedTexts(files: Readonly<Record<string, string>>, newName: string): Record<string, string> {
  const { snapshot, uri, position } = marked(files);
  const { documentChanges = [] } = languageService.rename(snapshot, uri, position, newName);
  return Object.fromEntries(
    (documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
      textDocument.uri.replace('file:///', ''),
      applied(snapshot.file(textDocument.uri)?.document.text ?? '', edits as TextEdit[]),
    ]),
  );
}

/** Why a rename at the cursor is refused. */
function refusal(files: Readonly<Record<string, string>>, newName = 'other'): string {
  const { snapshot, uri, position } = marked(files);
  try {
    languageService.rename(snapshot, uri, position, newName);
  } catch (error) {
    if (error instanceof RenameRefusal) return error.message;
    throw error;
  }
  return 'not refused';
}

const CONFIG = `#
sysname FW_A
#
acl name vpn 3999
 description to b and map1
 rule 5 permit ip
#
ike proposal 10
 dh group14
ike proposal 20
 dh group19
#
ike peer b
 pre-shared-key b
 ike-proposal 10
 remote-address b
 remote-id b
#
ipsec proposal p
 esp encryption-algorithm aes-256
#
ipsec policy map1 10 isakmp
 alias b
 security acl 3999
 ike-peer b
 proposal p
ipsec policy map1 20 isakmp
 security acl name vpn
 ike-peer b
 proposal P
#
interface GigabitEthernet1/0/0
 description ike peer b
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
security-policy
 rule name ike-peer
  description ike-peer b
  source-address address-set lan
#
ip address-set lan type object
 address 0 10.1.1.0 mask 24
#
return
`;

/** CONFIG with the cursor behind the first place where a text stands. */
function at(before: string): Record<string, string> {
  const offset = CONFIG.indexOf(before) + before.length;
  return { 'a.cfg': `${CONFIG.slice(0, offset)}|${CONFIG.slice(offset)}` };
}

test('a peer is renamed where it is defined and where it is used, and nowhere else', () => {
  const wanted = CONFIG.replace('\nike peer b\n', '\nike peer branch\n').replaceAll(
    '\n ike-peer b\n',
    '\n ike-peer branch\n',
  );
  assert.notEqual(wanted, CONFIG);
  assert.deepEqual(renamedTexts(at('ike peer '), 'branch'), { 'a.cfg': wanted });
  assert.deepEqual(renamedTexts(at('\n ike-peer b'), 'branch'), { 'a.cfg': wanted });
});

test('a policy group is renamed in every entry and on its interface', () => {
  const wanted = CONFIG.replaceAll('ipsec policy map1', 'ipsec policy hub');
  assert.deepEqual(renamedTexts(at('ipsec policy map'), 'hub'), { 'a.cfg': wanted });
});

test('the number and the name of an ACL are renamed apart', () => {
  assert.deepEqual(renamedTexts(at('vpn 399'), '3998'), { 'a.cfg': CONFIG.replaceAll('3999', '3998') });
  assert.deepEqual(renamedTexts(at('acl name v'), 'branches'), {
    'a.cfg': CONFIG.replaceAll('name vpn', 'name branches'),
  });
});

test('names that count whatever their case are renamed in every spelling', () => {
  const wanted = CONFIG.replace('ipsec proposal p', 'ipsec proposal Q')
    .replace(' proposal p\n', ' proposal Q\n')
    .replace(' proposal P\n', ' proposal Q\n');
  assert.deepEqual(renamedTexts(at('ipsec proposal '), 'Q'), { 'a.cfg': wanted });
});

test('a name behind its keyword in a view of another feature is renamed too', () => {
  assert.deepEqual(renamedTexts(at('ip address-set l'), 'inside'), {
    'a.cfg': CONFIG.replaceAll('address-set lan', 'address-set inside'),
  });
});

test('quotes around a name stay', () => {
  const text =
    '#\nsysname FW_A\n#\nike peer "a b"\n remote-address 203.0.113.2\n#\nipsec policy m 1 isakmp\n ike-peer "|a b"\n#\n';
  const { snapshot, uri, position } = marked({ 'a.cfg': text });
  const found = languageService.prepareRename(snapshot, uri, position);
  assert.equal(found.placeholder, 'a b');
  assert.deepEqual(found.range, { start: { line: 7, character: 11 }, end: { line: 7, character: 14 } });
  assert.deepEqual(renamedTexts({ 'a.cfg': text }, 'c d'), {
    'a.cfg': text.replace('|', '').replaceAll('a b', 'c d'),
  });
});

test('the range and the name are told before', () => {
  const { snapshot, uri, position } = marked(at('\n ike-peer b'));
  assert.deepEqual(languageService.prepareRename(snapshot, uri, position), {
    range: { start: { line: 24, character: 10 }, end: { line: 24, character: 11 } },
    placeholder: 'b',
  });
});

test('the edit is for the version of the file that it was made of', () => {
  const { snapshot, uri, position } = marked(at('ike peer '));
  const { documentChanges = [] } = languageService.rename(snapshot, uri, position, 'c');
  assert.deepEqual(
    (documentChanges as TextDocumentEdit[]).map(({ textDocument }) => textDocument),
    [{ uri, version: 1 }],
  );
});

test('a name that the device would not take is refused with the reason', () => {
  assert.equal(
    refusal(at('ike peer '), 'a-name-that-is-too-long'),
    'IKE peer: a name has 1 to 15 characters, and this one has 23.',
  );
  assert.equal(refusal(at('ike peer '), ' '), 'IKE peer: a name has at least one character.');
  assert.equal(refusal(at('ike peer '), 'a b'), 'IKE peer: a name has no blanks.');
  assert.equal(refusal(at('ike peer '), 'a?'), 'IKE peer: a name has no question marks and no quotes.');
  assert.equal(refusal(at('ike peer '), '//a'), 'IKE peer: a name does not begin with //.');
  assert.equal(refusal(at('ike proposal 1'), 'ten'), 'IKE proposal: the name is a number from 1 to 1024.');
  assert.equal(refusal(at('ike proposal 1'), '1025'), 'IKE proposal: the name is a number from 1 to 1024.');
  assert.equal(refusal(at('acl name v'), '12'), 'The name of an ACL is not made of digits only.');
  assert.match(refusal(at('vpn 399'), '2999'), /^The number of an ACL says of which type it is/);
  assert.match(refusal(at('vpn 399'), 'x'), /^The number of an ACL says of which type it is/);
});

test('a name that means something already is refused', () => {
  assert.equal(refusal(at('ike proposal 1'), '20'), 'This device has IKE proposal 20 already, in line 10.');
  const dangling = CONFIG.replace('proposal P\n', 'proposal q\n').replace(
    'ipsec proposal p',
    'ipsec proposal |p',
  );
  assert.equal(
    refusal({ 'a.cfg': dangling }, 'q'),
    'Line 30 already refers to IPsec proposal q, and would come to mean this one.',
  );
});

test('a name that would be read as a keyword is refused', () => {
  const text =
    '#\nsysname FW_A\n#\nacl name |a 3000\n rule permit ip\n#\nipsec policy m 1 isakmp\n security acl a\n#\n';
  assert.equal(refusal({ 'a.cfg': text }, 'ipv6'), 'ipv6 would be read as a keyword in line 8.');
});

test('renumbering that changes the order in which a peer offers its proposals is refused', () => {
  assert.equal(renamedTexts(at('ike proposal 1'), '30')['a.cfg']?.includes('ike proposal 30'), true);
  const open = CONFIG.replace(' ike-proposal 10\n', '').replace('ike proposal 10', 'ike proposal 1|0');
  assert.match(refusal({ 'a.cfg': open }, '30'), /^With the number 30 the proposal would come to stand/);
  assert.equal(renamedTexts({ 'a.cfg': open }, '15')['a.cfg']?.includes('ike proposal 15'), true);
});

test('what is no name, or not defined, or an interface, is not renamed', () => {
  assert.equal(refusal(at('remote-address')), 'No name stands here that could be changed.');
  assert.equal(refusal(at('pre-shared-key ')), 'No name stands here that could be changed.');
  assert.equal(refusal(at(' description to ')), 'No name stands here that could be changed.');
  assert.match(refusal(at('interface Gig')), /^The name of an interface/);
  const text = '#\nsysname FW_A\n#\nipsec policy m 1 isakmp\n ike-peer |x\n#\n';
  assert.match(refusal({ 'a.cfg': text }), /^IKE peer x is not defined in this file/);
  const factory = '#\nsysname FW_A\n#\nip vpn-instance |default\n ipv4-family\n#\n';
  assert.equal(
    refusal({ 'a.cfg': factory }),
    'VPN instance default comes with the device and keeps its name.',
  );
});

const CAPTURE = `<FW_A>display ike peer name b
-------------------------------------------
 Peer name                            : b
 Remote IP                            : 203.0.113.2
-------------------------------------------
<FW_A>display current-configuration configuration ike-peer
#
ike peer b
 remote-address 203.0.113.2
#
return
`;

test('a capture stays as it is', () => {
  const wanted = CONFIG.replace('\nike peer b\n', '\nike peer c\n').replaceAll(
    '\n ike-peer b\n',
    '\n ike-peer c\n',
  );
  assert.deepEqual(renamedTexts({ ...at('ike peer '), 'a.txt': CAPTURE }, 'c'), { 'a.cfg': wanted });
  for (const before of [': ', '\nike peer ']) {
    const offset = CAPTURE.indexOf(before) + before.length;
    const drawn = `${CAPTURE.slice(0, offset)}|${CAPTURE.slice(offset)}`;
    assert.match(refusal({ 'a.cfg': CONFIG, 'a.txt': drawn }), /^A capture is a record/);
  }
});

test('another device with the same names stays as it is', () => {
  const other = CONFIG.replaceAll('FW_A', 'FW_B').replaceAll('203.0.113.1 ', '203.0.113.9 ');
  assert.deepEqual(Object.keys(renamedTexts({ 'b.cfg': other, ...at('ike peer ') }, 'c')), ['a.cfg']);
});

const WORKSPACES: readonly Readonly<Record<string, string>>[] = [
  { 'a.cfg': FIREWALL },
  { 'a.cfg': ROUTER },
  ...STYLES.flatMap((style) =>
    VERSIONS.map((version) => {
      const { a, b } = healthyPair(style, version);
      // A difference between the ends, whose message names objects of both.
      return { 'a.cfg': a, 'b.cfg': b.replace(' dh group14', ' dh group2') };
    }),
  ),
];

test('renaming changes nothing that is told but the name, and renaming back gives the text again', () => {
  const workspaces = WORKSPACES.map((files) => {
    const workspace = new Workspace();
    for (const [name, text] of Object.entries(files)) workspace.set(uriOf(name), text, 'huawei-vrp', 1);
    const { snapshot } = workspace;
    return {
      snapshot,
      targets: targetsIn(snapshot),
      texts: Object.values(files).join(''),
      told: told(snapshot),
    };
  });
  const choices = workspaces.flatMap((each) =>
    // What comes with the device keeps its name.
    each.targets.flatMap((target) => (target.name === 'default' ? [] : { ...each, target })),
  );
  assert.ok(choices.length > 80);
  fc.assert(
    fc.property(fc.nat(choices.length - 1), fc.stringMatching(/^[a-z_][a-z0-9_-]{4,12}$/), (at, word) => {
      const choice = choices[at];
      assert.ok(choice);
      const { snapshot, target, texts } = choice;
      const isFree = !/^\d+$/.test(target.name) && !texts.includes(word);
      const fresh = isFree ? word : freshName(target, texts);
      assert.ok(fresh !== undefined);
      const after = renamed(snapshot, target, fresh);
      assert.ok(
        !('refused' in after),
        'refused' in after ? `${target.name} → ${fresh}: ${after.refused}` : '',
      );
      assert.deepEqual(after.files, [target.uri]);
      assert.deepEqual(told(after.snapshot, fresh, target.name), choice.told, `${target.name} → ${fresh}`);
      const again = targetsIn(after.snapshot).find(
        ({ uri, name, use }) => uri === target.uri && name === fresh && use.kind === target.use.kind,
      );
      assert.ok(again);
      const back = renamed(after.snapshot, again, target.name);
      assert.ok(!('refused' in back));
      for (const { uri, document } of snapshot.all)
        assert.equal(back.snapshot.file(uri)?.document.text, document.text);
    }),
    { numRuns: 150 },
  );
});

test('whatever the text, the place and the name, a rename is edits or a refusal', () => {
  const line = fc.constantFrom(
    'ike peer b',
    ' ike-peer b',
    'acl 3000',
    'acl ipv6 name "x',
    ' rule permit ip',
    '#',
    'sysname |',
    'undo ike peer b',
    '"',
    '//',
    'nqa test-instance',
    'ipsec policy map1 10 isakmp template t',
    '[FW_A]ike peer b',
    '<FW_A>display ike peer',
    ' Peer name : b',
    'return',
    '',
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r'))),
      fc.constantFrom('huawei-vrp' as const, 'huawei-vrp-output' as const),
      fc.record({ line: fc.integer({ min: -1, max: 12 }), character: fc.integer({ min: -1, max: 20 }) }),
      fc.string(),
      (lines, language, position, name) => {
        const workspace = new Workspace();
        const text = lines.flat().join('');
        workspace.set(uriOf('a.cfg'), text, language, 1);
        for (const each of [position, ...ODD_POSITIONS]) {
          try {
            languageService.rename(workspace.snapshot, uriOf('a.cfg'), each, name);
          } catch (error) {
            assert.ok(error instanceof RenameRefusal, String(error));
          }
        }
      },
    ),
  );
});
