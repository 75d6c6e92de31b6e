import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDevice } from '../../../server/src/model/build';
import { Document } from '../../../server/src/syntax/document';

const SAVED = `#
ike proposal 10
 dh group2
 encryption-algorithm aes-256
#
ike peer hq v1
 exchange-mode aggressive
 remote-address 203.0.113.1
#
ipsec proposal tran1
 transform ah
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255
 rule 10 permit ip source 10.1.2.0 0.0.0.255
#
ipsec policy map1 10 isakmp
 security acl 3000
 proposal tran1
 pfs dh-group14
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.2 255.255.255.0
 ipsec policy map1
#
`;

const TYPED = `ike proposal 10
 undo dh
#
ike peer hq
 undo exchange-mode
 undo remote-address 203.0.113.1
 remote-address 203.0.113.9
#
ipsec proposal tran1
 undo transform
#
acl 3000
 undo rule 5
#
ipsec policy map1 10
 undo pfs
 undo proposal tran1
 proposal tran2
#
interface GigabitEthernet1/0/0
 undo ipsec policy
#
`;

test('an undo takes back what an earlier place says of the same object', () => {
  const device = buildDevice('file:///x.cfg', Document.parse(SAVED + TYPED, 'huawei-vrp'));
  const [proposal] = device.ikeProposals;
  assert.deepEqual([proposal?.dh, proposal?.encryption?.value], [undefined, ['aes-256']]);
  const [peer] = device.ikePeers;
  assert.ok(peer);
  assert.equal(peer.exchangeMode, undefined);
  assert.deepEqual(peer.versions.value, { v1: true, v2: false });
  assert.deepEqual(
    peer.remoteAddresses.map(({ value }) => value.text),
    ['203.0.113.9'],
  );
  assert.deepEqual(device.ipsecProposals[0]?.transform.value, 'esp');
  assert.deepEqual(
    device.acls.map(({ name, rules }) => [name, rules.map(({ id }) => id)]),
    [['3000', [10]]],
  );
  const [policy] = device.policies;
  assert.deepEqual([policy?.mode, policy?.perfectForwardSecrecy], ['isakmp', undefined]);
  assert.deepEqual(
    policy?.proposals.map(({ value }) => value),
    ['tran2'],
  );
  const [port] = device.interfaces;
  assert.deepEqual([port?.ipsecPolicy, port?.addresses.length], [undefined, 1]);
  assert.equal(peer.blocks.length, 2);
});
