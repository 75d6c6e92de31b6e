import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameWords } from '../../../server/src/commands/nameWords';

test('a keyword that names a kind announces a name of it, one that other things have too does not', () => {
  const { kinds } = nameWords();
  assert.equal(kinds.get('acl'), 'acl');
  assert.equal(kinds.get('vpn-instance'), 'vpn-instance');
  assert.equal(kinds.get('address-set'), 'address-set');
  assert.equal(kinds.get('interface'), 'interface');
  assert.equal(kinds.get('acl-name'), 'acl');
  assert.equal(kinds.get('nqa *'), 'nqa');
  for (const each of ['number', 'name', 'proposal', 'domain', 'template', 'ip', 'ipv6'])
    assert.equal(kinds.get(each), undefined, each);
});

test('what stands between such a keyword and the name is known, and where texts and keys begin', () => {
  const { between, texts, secrets } = nameWords();
  for (const each of ['name', 'number', 'ipv6']) assert.ok(between.get('acl')?.has(each), each);
  assert.ok(texts.has('description'));
  for (const each of ['pre-shared-key', 'cipher', 'password']) assert.ok(secrets.has(each), each);
  for (const each of ['acl', 'source', 'vpn-instance'])
    assert.ok(!texts.has(each) && !secrets.has(each), each);
});
