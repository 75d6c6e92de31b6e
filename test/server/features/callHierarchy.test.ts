import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageService } from '../../../server/src/languageService';
import { healthyPair } from '../tunnels/pairs';
import { marked, ODD_POSITIONS, shown, type Marked } from './marked';

/** A head office with an entry for each of two branches. */
const HUB = `#
sysname FW_HUB
#
acl number 3001
 rule 5 permit ip source 10.0.0.0 0.0.0.255 destination 10.0.1.0 0.0.0.255
acl number 3002
 rule 5 permit ip source 10.0.0.0 0.0.0.255 destination 10.0.2.0 0.0.0.255
#
ipsec proposal p
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ike proposal 10
 dh group14
#
ike peer s1
 pre-shared-key Example-Key-1
 ike-proposal 10
 remote-address 203.0.113.1
ike peer s2
 pre-shared-key Example-Key-1
 ike-proposal 10
 remote-address 203.0.113.2
#
ipsec policy map1 10 isakmp
 security acl 3001
 ike-peer s1
 proposal p
ipsec policy map1 20 isakmp
 security acl 3002
 ike-peer s2
 proposal p
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.254 255.255.255.0
 ipsec policy map1
#
return
`;

const spoke = (number: number): string => `#
sysname FW_S${number}
#
acl number 3000
 rule 5 permit ip source 10.0.${number}.0 0.0.0.255 destination 10.0.0.0 0.0.0.255
#
ipsec proposal p
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ike proposal 10
 dh group14
#
ike peer hub
 pre-shared-key Example-Key-1
 ike-proposal 10
 remote-address 203.0.113.254
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer hub
 proposal p
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.${number} 255.255.255.0
 ipsec policy map1
#
return
`;

function files(file: string, before: string): Marked {
  const all: Record<string, string> = { 'hub.cfg': HUB, 's1.cfg': spoke(1), 's2.cfg': spoke(2) };
  const text = all[file] ?? '';
  const offset = text.indexOf(before) + before.length;
  return marked({ ...all, [file]: `${text.slice(0, offset)}|${text.slice(offset)}` });
}

test('an entry of the hub calls its spoke, from the line that names it, and the spoke the hub', () => {
  const { snapshot, uri, position } = files('hub.cfg', 'ipsec policy map1 10');
  const [item, ...others] = languageService.prepareCallHierarchy(snapshot, uri, position);
  assert.ok(item);
  assert.equal(others.length, 0);
  assert.equal(item.name, 'FW_HUB: IPsec policy map1 10');
  assert.equal(shown(snapshot, item.uri, item.selectionRange), 'hub.cfg:25 map1');
  assert.equal(item.range.end.line, 27);
  const [out, ...more] = languageService.outgoingCalls(snapshot, item);
  assert.ok(out);
  assert.equal(more.length, 0);
  assert.equal(out.to.name, 'FW_S1: IPsec policy map1 10');
  assert.equal(out.to.detail, 'ok');
  assert.deepEqual(
    out.fromRanges.map((range) => shown(snapshot, uri, range)),
    ['hub.cfg:19 203.0.113.1'],
  );
  // The other way round, from what the answer gave.
  const [back] = languageService.outgoingCalls(snapshot, out.to);
  assert.equal(back?.to.name, 'FW_HUB: IPsec policy map1 10');
  const [incoming] = languageService.incomingCalls(snapshot, item);
  assert.equal(incoming?.from.name, 'FW_S1: IPsec policy map1 10');
  assert.deepEqual(
    incoming.fromRanges.map((range) => shown(snapshot, incoming.from.uri, range)),
    ['s1.cfg:17 203.0.113.254'],
  );
});

test('the interface of the hub stands for all its ends', () => {
  const { snapshot, uri, position } = files('hub.cfg', 'interface Gig');
  const [item] = languageService.prepareCallHierarchy(snapshot, uri, position);
  assert.ok(item);
  assert.equal(item.name, 'FW_HUB');
  assert.equal(item.detail, '2 ends');
  assert.deepEqual(
    languageService.outgoingCalls(snapshot, item).map(({ to }) => to.name),
    ['FW_S1: IPsec policy map1 10', 'FW_S2: IPsec policy map1 10'],
  );
});

test('a template only answers: nobody is called by it who has to wait for it', () => {
  const { a, b } = healthyPair('template', 'IKEv2');
  const offset = a.indexOf('ipsec policy map1') + 14;
  const { snapshot, uri, position } = marked({
    'a.cfg': `${a.slice(0, offset)}|${a.slice(offset)}`,
    'b.cfg': b,
  });
  const [item] = languageService.prepareCallHierarchy(snapshot, uri, position);
  assert.ok(item);
  assert.deepEqual(
    languageService.outgoingCalls(snapshot, item).map(({ to }) => to.name),
    ['FW_B: IPsec policy template temp1 1'],
  );
  assert.deepEqual(languageService.incomingCalls(snapshot, item), []);
  const [to] = languageService.outgoingCalls(snapshot, item).map((each) => each.to);
  assert.ok(to);
  assert.deepEqual(
    languageService.incomingCalls(snapshot, to).map(({ from }) => from.name),
    ['FW_A: IPsec policy map1 10'],
  );
});

test('what is no end, no place or no item of ours has no hierarchy', () => {
  const { snapshot, uri, position } = files('hub.cfg', 'sysname');
  assert.deepEqual(languageService.prepareCallHierarchy(snapshot, uri, position), []);
  for (const each of ODD_POSITIONS) languageService.prepareCallHierarchy(snapshot, uri, each);
  const range = { start: position, end: position };
  const item = { name: '', kind: 1 as const, uri, range, selectionRange: range };
  for (const data of [undefined, null, 'x', { ends: [1] }, { ends: ['FW_X/policy/none/1'] }]) {
    assert.deepEqual(languageService.outgoingCalls(snapshot, { ...item, data }), []);
    assert.deepEqual(languageService.incomingCalls(snapshot, { ...item, data }), []);
  }
});
