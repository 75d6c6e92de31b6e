import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageService } from '../../../server/src/languageService';
import { marked, shown, type Marked } from './marked';

const CONFIG = `#
sysname FW_A
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
acl ipv6 number 3000
 rule 5 permit ipv6
#
ike proposal 10
 dh group14
ike proposal 20
 dh group19
#
ike peer b
 ike-proposal 10
 remote-address 203.0.113.2
ike peer c
 remote-address 203.0.113.3
#
ipsec proposal Tran1
 esp encryption-algorithm aes-256
#
ipsec policy-template temp1 1
 ike-peer c
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer b
 proposal tran1
ipsec policy map1 20 isakmp template temp1
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
interface Tunnel1
 source GigabitEthernet1/0/0
#
security-policy
 rule name a
  source-address address-set lan
#
ip address-set lan type object
 address 0 10.1.1.0 mask 24
#
return
`;

/** CONFIG with the cursor behind some text within a line. */
function at(line: string, before: string): Marked {
  const start = CONFIG.indexOf(line);
  assert.ok(start >= 0, line);
  const offset = start + line.indexOf(before) + before.length;
  return marked({ 'a.cfg': `${CONFIG.slice(0, offset)}|${CONFIG.slice(offset)}` });
}

const definitionsAt = ({ snapshot, uri, position }: Marked): string[] =>
  languageService
    .definition(snapshot, uri, position)
    .map(({ targetUri, targetSelectionRange }) => shown(snapshot, targetUri, targetSelectionRange));

const typesAt = ({ snapshot, uri, position }: Marked): string[] =>
  languageService
    .typeDefinition(snapshot, uri, position)
    .map(({ targetUri, targetSelectionRange }) => shown(snapshot, targetUri, targetSelectionRange));

test('a name leads to the line that defines it', () => {
  assert.deepEqual(definitionsAt(at(' ike-peer b', 'ike-peer ')), ['a.cfg:14 b']);
  assert.deepEqual(definitionsAt(at(' ike-proposal 10', 'proposal 1')), ['a.cfg:9 10']);
  assert.deepEqual(definitionsAt(at(' proposal tran1', 'proposal tran1')), ['a.cfg:20 Tran1']);
  assert.deepEqual(definitionsAt(at(' security acl 3000', 'acl 30')), ['a.cfg:4 3000']);
  assert.deepEqual(definitionsAt(at('isakmp template temp1', 'template t')), ['a.cfg:23 temp1']);
  assert.deepEqual(definitionsAt(at(' source Gig', 'Gig')), ['a.cfg:32 GigabitEthernet1/0/0']);
});

test('a policy group is defined by all its entries', () => {
  assert.deepEqual(definitionsAt(at(' ipsec policy map1\n', 'map')), ['a.cfg:26 map1', 'a.cfg:30 map1']);
});

test('a name in a view of another feature is told by the keyword before it', () => {
  assert.deepEqual(definitionsAt(at('  source-address address-set lan', 'set l')), ['a.cfg:43 lan']);
});

test('keywords, values and texts lead nowhere', () => {
  assert.deepEqual(definitionsAt(at(' ike-peer b', 'ike')), []);
  assert.deepEqual(definitionsAt(at(' remote-address 203', '203')), []);
});

test('a definition shows the whole view and where it was asked from', () => {
  const { snapshot, uri, position } = at(' ike-peer b', 'ike-peer ');
  const [link] = languageService.definition(snapshot, uri, position);
  assert.deepEqual(link?.originSelectionRange, {
    start: { line: 27, character: 10 },
    end: { line: 27, character: 11 },
  });
  assert.deepEqual(link.targetRange, {
    start: { line: 13, character: 0 },
    end: { line: 15, character: ' remote-address 203.0.113.2'.length },
  });
});

test('the type definition leads from an interface down to the proposal', () => {
  assert.deepEqual(typesAt(at('interface GigabitEthernet1/0/0\n', 'interface G')), [
    'a.cfg:26 map1',
    'a.cfg:30 map1',
  ]);
  assert.deepEqual(typesAt(at(' ipsec policy map1\n', 'map')), ['a.cfg:14 b', 'a.cfg:23 temp1']);
  assert.deepEqual(typesAt(at('ipsec policy map1 10', 'map')), ['a.cfg:14 b']);
  assert.deepEqual(typesAt(at('ipsec policy map1 20', 'map')), ['a.cfg:23 temp1']);
  assert.deepEqual(typesAt(at('isakmp template temp1', 'template t')), ['a.cfg:17 c']);
  assert.deepEqual(typesAt(at(' ike-peer b', 'ike-peer ')), ['a.cfg:9 10']);
  assert.deepEqual(typesAt(at(' ike-proposal 10', 'proposal 1')), []);
});

test('a peer that names no proposal leads to all that it offers', () => {
  assert.deepEqual(typesAt(at(' ike-peer c', 'ike-peer ')), ['a.cfg:9 10', 'a.cfg:11 20']);
});

test('IPv4 and IPv6 lists of one number are two objects', () => {
  assert.deepEqual(definitionsAt(at('acl ipv6 number 3000', 'number 3')), ['a.cfg:6 3000']);
});

const CAPTURE = `<FW_A>display ike peer name b
-------------------------------------------
 Peer name                            : b
 IKE version                          : v1v2
 Remote IP                            : 203.0.113.2
 Proposal                             : 10
-------------------------------------------
<FW_A>display ipsec policy
===========================================
IPSec policy group: "map1"
Using interface: GigabitEthernet1/0/0
===========================================

    Sequence number: 10
    Security data flow: 3000/IPv4
    IKE-peer name: b
    Perfect forward secrecy: none
    Proposal name: tran1
`;

test('a name that a device printed leads to the configuration', () => {
  const from = (before: string): string[] => {
    const offset = CAPTURE.indexOf(before) + before.length;
    const drawn = `${CAPTURE.slice(0, offset)}|${CAPTURE.slice(offset)}`;
    return definitionsAt(marked({ 'a.cfg': CONFIG, 'a.txt': drawn }));
  };
  assert.deepEqual(from('IKE-peer name: '), ['a.cfg:14 b']);
  assert.deepEqual(from('Security data flow: 3'), ['a.cfg:4 3000']);
  assert.deepEqual(from('Proposal name: t'), ['a.cfg:20 Tran1']);
  assert.deepEqual(from('policy group: "m'), ['a.cfg:26 map1', 'a.cfg:30 map1']);
  assert.deepEqual(from('Using interface: Gig'), ['a.cfg:32 GigabitEthernet1/0/0']);
  assert.deepEqual(from('Remote IP                            : 203'), []);
});

test('without a configuration the output that shows the object is its definition', () => {
  const offset = CAPTURE.indexOf('IKE-peer name: ') + 'IKE-peer name: '.length;
  const found = definitionsAt(marked({ 'a.txt': `${CAPTURE.slice(0, offset)}|${CAPTURE.slice(offset)}` }));
  assert.deepEqual(found, ['a.txt:3 b']);
});

test('another device is another world', () => {
  const other = CONFIG.replaceAll('FW_A', 'FW_B').replaceAll('203.0.113.1 ', '203.0.113.2 ');
  const offset = CONFIG.indexOf(' ike-peer b') + 10;
  const drawn = `${CONFIG.slice(0, offset)}|${CONFIG.slice(offset)}`;
  assert.deepEqual(definitionsAt(marked({ 'b.cfg': other, 'a.cfg': drawn })), ['a.cfg:14 b']);
});
