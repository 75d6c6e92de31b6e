import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commandsOfEdits } from '../../../server/src/rules/deviceCommands';
import type { Edit } from '../../../server/src/rules/rule';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { Document } from '../../../server/src/syntax/document';

const URI = 'file:///device.cfg';

/** The edit that writes `after` in the place of a part of a text. */
function editOf(document: Document, before: string, after: string): Edit {
  const text = document.text;
  const at = text.indexOf(before);
  assert.ok(at >= 0 && !text.includes(before, at + 1), before);
  const positionOf = (offset: number): { line: number; character: number } => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  const [start, end] = [positionOf(at), positionOf(at + before.length)];
  const found = document.lineAt(start.line);
  assert.ok(found);
  const first = document.startOfItem(found.item);
  return {
    uri: URI,
    item: found.item,
    start: { ...start, line: start.line - first },
    end: { ...end, line: end.line - first },
    newText: after,
  };
}

/** What is typed for a change, view by view; undefined where that is not known. */
function typedFor(
  text: string,
  before: string,
  after: string,
  language: LanguageId = 'huawei-vrp',
): string[] | undefined {
  const document = Document.parse(text, language);
  return commandsOfEdits(document, [editOf(document, before, after)])?.map(({ views, lines }) =>
    [...views, ...lines].join(' | '),
  );
}

const PEER =
  '#\nike peer hq\n dh group2\n undo version 2\n exchange-mode aggressive\n remote-address 203.0.113.1\n#\n';
const POLICY =
  '#\nipsec policy map1 10 isakmp\n security acl 3000\n ike-peer hq\n proposal tran1\n pfs dh-group14\n#\n';
const MANUAL =
  '#\nipsec policy map1 20 manual\n sa spi inbound esp 300\n sa string-key inbound esp cipher Example-Key-1\n#\n';
const ACL = '#\nacl number 3000\n rule 5 permit ip source 10.1.1.0 0.0.0.255\n rule 10 deny ip\n#\n';

describe('the commands of a change', () => {
  for (const [name, text, before, after, wanted] of [
    ['another value', PEER, 'aggressive', 'main', ['ike peer hq | exchange-mode main']],
    ['a line less', PEER, ' exchange-mode aggressive\n', '', ['ike peer hq | undo exchange-mode']],
    ['a default that is back', PEER, ' undo version 2\n', '', ['ike peer hq | version 2']],
    [
      'one version for the other',
      PEER,
      'undo version 2',
      'undo version 1',
      ['ike peer hq | version 2 | undo version 1'],
    ],
    [
      'an address',
      PEER,
      '203.0.113.1',
      '203.0.113.9',
      ['ike peer hq | undo remote-address 203.0.113.1 | remote-address 203.0.113.9'],
    ],
    ['a line that the device had refused', PEER, ' dh group2\n', '', []],
    [
      'an ACL',
      POLICY,
      'acl 3000',
      'acl 3001',
      ['ipsec policy map1 10 isakmp | undo security acl | security acl 3001'],
    ],
    [
      'a proposal',
      POLICY,
      'tran1',
      'tran2',
      ['ipsec policy map1 10 isakmp | undo proposal tran1 | proposal tran2'],
    ],
    ['no PFS', POLICY, ' pfs dh-group14\n', '', ['ipsec policy map1 10 isakmp | undo pfs']],
    ['a whole block less', POLICY, POLICY.slice(2), '', ['undo ipsec policy map1 10']],
    [
      'a rule',
      ACL,
      '10.1.1.0',
      '10.1.2.0',
      ['acl number 3000 | undo rule 5 | rule 5 permit ip source 10.1.2.0 0.0.0.255'],
    ],
    ['a rule less', ACL, ' rule 10 deny ip\n', '', ['acl number 3000 | undo rule 10']],
    [
      'an SPI',
      MANUAL,
      '300',
      '400',
      ['ipsec policy map1 20 manual | undo sa spi inbound esp | sa spi inbound esp 400'],
    ],
    [
      'a key, which is not shown',
      MANUAL,
      'Example-Key-1',
      'Example-Key-2',
      [
        'ipsec policy map1 20 manual | undo sa string-key inbound esp | sa string-key inbound esp cipher <type the key>',
      ],
    ],
    [
      'a new block',
      POLICY,
      POLICY,
      `#\nike proposal 10\n dh group14\n${POLICY}`,
      ['ike proposal 10 | dh group14'],
    ],
    [
      'a line of the system view',
      'ike heartbeat-timer timeout 60\n',
      '60',
      '90',
      ['ike heartbeat-timer timeout 90'],
    ],
    [
      'a line of the system view less',
      'ike heartbeat-timer timeout 60\n#\n',
      'ike heartbeat-timer timeout 60\n',
      '',
      ['undo ike heartbeat-timer timeout'],
    ],
    ['a remark', PEER, ' exchange-mode aggressive\n', ' exchange-mode aggressive // as agreed\n', []],
  ] as const)
    test(name, () => {
      assert.deepEqual(typedFor(text, before, after), wanted);
    });

  test('of a setting that is written twice leave the one that counts', () => {
    const twice = '#\nike proposal 10\n dh group2\n dh group14\n#\n';
    assert.deepEqual(typedFor(twice, ' dh group2\n', ''), []);
    const again = '#\nike proposal 10\n dh group2\n#\nike proposal 10\n dh group14\n#\n';
    assert.deepEqual(typedFor(again, ' dh group2\n', ''), []);
    assert.deepEqual(typedFor(again, 'ike proposal 10\n dh group2\n#\n', ''), []);
  });
  test('are those of typed lines as well', () => {
    const session = '<FW>system-view\n[FW]ike peer hq\n[FW-ike-peer-hq]exchange-mode aggressive\n';
    const wanted = ['ike peer hq | exchange-mode main'];
    assert.deepEqual(typedFor(session, 'aggressive', 'main', 'huawei-vrp-output'), wanted);
    const inside = '[FW-ike-peer-hq]exchange-mode aggressive\n';
    assert.deepEqual(typedFor(inside, 'aggressive', 'main', 'huawei-vrp-output'), wanted);
  });
});

describe('no key is in a command', () => {
  for (const line of [
    'snmp-agent community read cipher Example-Secret-1',
    'local-user admin password irreversible-cipher Example-Secret-1',
    'hrp authentication-key cipher Example-Secret-1',
    'super password level 3 cipher Example-Secret-1',
    'set authentication password cipher Example-Secret-1',
    'ntp-service authentication-keyid 1 authentication-mode md5 cipher Example-Secret-1',
  ])
    test(`where it is taken out: ${line}`, () => {
      const typed = typedFor(`#\n${line}\n#\n`, `${line}\n`, '');
      assert.doesNotMatch(JSON.stringify(typed ?? ''), /Example-Secret/);
    });
  test('where it is set: a placeholder that no device takes for one', () => {
    const peer = '#\nike peer hq\n pre-shared-key cipher Example-Secret-1\n#\n';
    assert.deepEqual(typedFor(peer, 'Secret-1', 'Secret-2'), [
      'ike peer hq | pre-shared-key cipher <type the key>',
    ]);
    const pasted = Document.parse('#\nike peer hq\n pre-shared-key cipher <type the key>\n#\n', 'huawei-vrp');
    const [line] = pasted.items.flatMap(({ lines }) => lines).filter(({ text }) => text.includes('<'));
    assert.notEqual(line?.match?.status, 'complete');
  });
});

describe('no commands are made up', () => {
  test('for what a device printed', () => {
    const output = '<FW>display ike proposal\n IKE Proposal: 10\n   Diffie-Hellman Group : MODP-1024\n';
    assert.equal(typedFor(output, 'MODP-1024', 'group14', 'huawei-vrp-output'), undefined);
  });
  test('for a rule without a number that others follow', () => {
    const acl = '#\nacl number 3000\n rule permit ip source 10.1.1.0 0.0.0.255\n rule deny ip\n#\n';
    assert.equal(typedFor(acl, '10.1.1.0', '10.1.2.0'), undefined);
  });
  test('for a line that no device is known to take', () => {
    assert.equal(typedFor(PEER, 'exchange-mode aggressive', 'exchange-mode sometimes'), undefined);
  });
  test('for a peer that is made anew', () => {
    const old = '#\nike peer hq v1\n remote-address 203.0.113.1\n#\n';
    assert.equal(typedFor(old, 'hq v1', 'hq v2'), undefined);
  });
  test('for a setting that is taken back without a known value', () => {
    const off = '#\nipsec proposal tran1\n undo esp authentication-algorithm\n#\n';
    assert.equal(typedFor(off, ' undo esp authentication-algorithm\n', ''), undefined);
  });
});
