import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { languageService } from '../../../server/src/languageService';
import { marked, shown, type Marked } from './marked';

const referencesAt = ({ snapshot, uri, position }: Marked, withDefinitions = true): string[] =>
  languageService
    .references(snapshot, uri, position, withDefinitions)
    .map(({ uri: file, range }) => shown(snapshot, file, range));

const ACL = `#
sysname FW_A
#
acl name vpn 3999
 description vpn 3999
 rule 5 permit ip vpn-instance vpn
#
ip vpn-instance vpn
#
ipsec policy map1 10 isakmp
 security acl 3999
ipsec policy map1 20 isakmp
 security acl name |vpn
#
interface GigabitEthernet1/0/0
 traffic-filter inbound acl 3999
 undo traffic-filter outbound acl name vpn
#
`;

test('an ACL is mentioned by its number and by its name', () => {
  assert.deepEqual(referencesAt(marked({ 'a.cfg': ACL })), [
    'a.cfg:4 vpn',
    'a.cfg:4 3999',
    'a.cfg:11 3999',
    'a.cfg:13 vpn',
    'a.cfg:16 3999',
    'a.cfg:17 vpn',
  ]);
  assert.equal(referencesAt(marked({ 'a.cfg': ACL }), false).length, 4);
});

test('names of other kinds and words of texts are not among them', () => {
  const found = referencesAt(marked({ 'a.cfg': ACL }));
  assert.ok(
    found.every((each) => !/^a\.cfg:(?:5|6|8) /.test(each)),
    found.join('\n'),
  );
});

test('what was captured of the device is among them', () => {
  const config = `#
sysname FW_A
#
ike peer b
 remote-address 203.0.113.2
#
ipsec policy map1 10 isakmp
 ike-peer |b
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
return
`;
  const capture = `<FW_A>display ike peer name b
-------------------------------------------
 Peer name                            : b
 Remote IP                            : 203.0.113.2
-------------------------------------------
<FW_A>system-view
[FW_A]ike peer b
[FW_A-ike-peer-b]remote-address 203.0.113.2
`;
  const found = referencesAt(marked({ 'a.cfg': config, 'a.txt': capture }), false);
  assert.deepEqual(found, ['a.cfg:8 b', 'a.txt:3 b']);
  const all = referencesAt(marked({ 'a.cfg': config, 'a.txt': capture }));
  assert.deepEqual(all, ['a.cfg:4 b', 'a.cfg:8 b', 'a.txt:3 b', 'a.txt:7 b']);
});

test('users of two tables and tests of two owners are not one', () => {
  const text = `#
sysname FW_A
#
ike user-table 1
 user |x
#
ike user-table 2
 user x
#
nqa test-instance admin x
#
nqa test-instance other x
#
ip route-static 10.0.0.0 255.0.0.0 203.0.113.1 track nqa other x
#
traffic behavior a
 redirect nexthop 10.1.30.1 track nqa other x
#
`;
  assert.deepEqual(referencesAt(marked({ 'a.cfg': text })), ['a.cfg:5 x']);
  const nqa = text.replace('|', '').replace('admin x', 'admin |x');
  assert.deepEqual(referencesAt(marked({ 'a.cfg': nqa })), ['a.cfg:10 x']);
  const other = text.replace('|', '').replace('other x\n#\nip', 'other |x\n#\nip');
  assert.deepEqual(referencesAt(marked({ 'a.cfg': other })), ['a.cfg:12 x', 'a.cfg:14 x', 'a.cfg:17 x']);
});

test('two devices of one file do not mix', () => {
  const one = (name: string, cursor: string): string =>
    `#\nsysname ${name}\n#\nike peer b\n remote-address 203.0.113.2\n#\nipsec policy m 1 isakmp\n ike-peer ${cursor}b\n#\nreturn\n`;
  assert.deepEqual(referencesAt(marked({ 'a.cfg': one('FW_A', '') + one('FW_B', '|') })), [
    'a.cfg:14 b',
    'a.cfg:18 b',
  ]);
});

test('the mentions in a file are highlighted, written where it is defined', () => {
  const { snapshot, uri, position } = marked({ 'a.cfg': ACL });
  const found = languageService.documentHighlights(snapshot, uri, position);
  assert.equal(found.length, 6);
  const written = found.filter(({ kind }) => kind === DocumentHighlightKind.Write);
  assert.deepEqual(new Set(written.map(({ range }) => range.start.line)), new Set([3]));
  const { line } = position;
  assert.deepEqual(languageService.documentHighlights(snapshot, uri, { line, character: 2 }), []);
});

test('an interface is one name in one word and in two', () => {
  const text = `#
sysname FW_A
#
interface GigabitEthernet 1/0/0
 ip address 203.0.113.1 24
#
interface Tunnel1
 source G|E1/0/0
#
`;
  assert.deepEqual(referencesAt(marked({ 'a.cfg': text })), [
    'a.cfg:4 GigabitEthernet 1/0/0',
    'a.cfg:8 GE1/0/0',
  ]);
});

test('in views of other features an ACL is told by its keyword, with the family and what stands between', () => {
  const text = `#
sysname FW_A
#
acl number 3000
 rule 5 permit ip
acl ipv6 number 3000
 rule 5 permit ipv6
#
traffic classifier a
 if-match acl |3000
 if-match ipv6 acl 3000
 description acl 3000
 authentication-key acl 3000
 community read cipher acl acl 3000
#
user-interface vty 0 4
 acl 3000 inbound
 acl ipv6 3000 inbound
 undo acl number 3000
#
`;
  assert.deepEqual(referencesAt(marked({ 'a.cfg': text })), [
    'a.cfg:4 3000',
    'a.cfg:10 3000',
    'a.cfg:14 3000',
    'a.cfg:17 3000',
    'a.cfg:19 3000',
  ]);
  const v6 = text.replace('|', '').replace('ipv6 number ', 'ipv6 number |');
  assert.deepEqual(referencesAt(marked({ 'a.cfg': v6 })), ['a.cfg:6 3000', 'a.cfg:11 3000', 'a.cfg:18 3000']);
});
