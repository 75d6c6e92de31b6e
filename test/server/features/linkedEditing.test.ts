import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageService } from '../../../server/src/languageService';
import { atCursor, URI } from './atCursor';

const CONFIG = `#
sysname FW_A
#
ike proposal 10
#
ike peer branch
 ike-proposal 10
#
ipsec policy map1 10 isakmp
 ike-peer branch
#
ipsec policy map1 20 isakmp
 ike-peer "branch"
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
return
`;

function linkedAt(before: string, config = CONFIG, others = {}): string[] | undefined {
  const at = config.indexOf(before) + before.length;
  const { snapshot, position, text } = atCursor(
    `${config.slice(0, at)}|${config.slice(at)}`,
    'huawei-vrp',
    others,
  );
  const found = languageService.linkedEditing(snapshot, URI, position);
  const lines = text.split('\n');
  return found?.ranges.map(
    ({ start, end }) => `${start.line + 1} ${lines[start.line]?.slice(start.character, end.character) ?? ''}`,
  );
}

test('a name changes with its uses in the file, quotes aside', () => {
  const all = ['6 branch', '10 branch', '13 branch'];
  assert.deepEqual(linkedAt('ike peer br'), all);
  assert.deepEqual(linkedAt('ike-peer "br'), all);
  assert.deepEqual(linkedAt('ike proposal 1'), ['4 10', '7 10']);
});

test('what is no name, has no use, cannot be changed or stands in other files stays as it is', () => {
  assert.equal(linkedAt('ike pe'), undefined);
  assert.equal(linkedAt('interface Gig'), undefined);
  assert.equal(linkedAt('ike peer br', CONFIG.replaceAll(/ ike-peer .*\n/g, '')), undefined);
  const capture = { 'file:///capture.txt': '<FW_A>display ike peer name branch\n Peer name : branch\n' };
  assert.equal(linkedAt('sysname F', CONFIG, capture), undefined);
});
