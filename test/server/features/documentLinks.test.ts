import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageService } from '../../../server/src/languageService';
import { marked, shown } from './marked';

const CONFIG = `#
sysname FW_A
#
# see RFC 7296, rfc2409 and RFC-4303, not RFCs or RFC 1
#
acl number 3000
 rule 5 permit ip
#
ipsec policy map1 10 isakmp
 security acl 3000
 security acl 3001
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
return|
`;

test('RFCs that are named and ACLs that are defined can be gone to', () => {
  const { snapshot, uri } = marked({ 'a.cfg': CONFIG });
  const links = languageService.documentLinks(snapshot, uri);
  assert.deepEqual(
    links.map(({ range, target }) => `${shown(snapshot, uri, range)} → ${String(target)}`),
    [
      'a.cfg:4 RFC 7296 → https://www.rfc-editor.org/rfc/rfc7296',
      'a.cfg:4 rfc2409 → https://www.rfc-editor.org/rfc/rfc2409',
      'a.cfg:4 RFC-4303 → https://www.rfc-editor.org/rfc/rfc4303',
      'a.cfg:10 3000 → file:///a.cfg#L6,12',
    ],
  );
});

test('from a capture to the ACL of the configuration', () => {
  const capture = `<FW_A>display ipsec policy
IPSec policy group: "map1"
Using interface: GigabitEthernet1/0/0

    Sequence number: 10
    Security data flow: 3000/IPv4
`;
  const { snapshot } = marked({ 'a.cfg': CONFIG, 'a.txt': capture });
  assert.deepEqual(
    languageService.documentLinks(snapshot, 'file:///a.txt').map(({ target }) => target),
    ['file:///a.cfg#L6,12'],
  );
});

test('from a remark to the line that it speaks of', () => {
  const capture = `# compare a.cfg:6 with a.cfg line 10, and line 4 here; 第 5 行
# not nowhere.cfg:3, not a.cfg:99, not line 99, not 10.1.1.1:500
<FW_A>display users
  VTY 0 is on line 2
|`;
  const { snapshot, uri } = marked({ 'a.txt': capture, 'a.cfg': CONFIG.replace('|', '') });
  assert.deepEqual(
    languageService
      .documentLinks(snapshot, uri)
      .map(({ range, target }) => `${shown(snapshot, uri, range)} → ${String(target)}`),
    [
      'a.txt:1 a.cfg:6 → file:///a.cfg#L6,1',
      'a.txt:1 a.cfg line 10 → file:///a.cfg#L10,1',
      'a.txt:1 line 4 → file:///a.txt#L4,1',
      'a.txt:1 第 5 行 → file:///a.txt#L5,1',
    ],
  );
});
