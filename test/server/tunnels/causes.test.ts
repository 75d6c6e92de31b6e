import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causes } from '../../../server/src/causes';
import { rules } from '../../../server/src/rules';

/** What the difference of two ends, or the lack at one of them, makes devices print; each with the rules about two ends that predict it. */
const PREDICTED: Readonly<Record<string, readonly string[]>> = {
  'peer address mismatch': ['peer-address-mismatch'],
  'local address mismatch': ['peer-address-mismatch'],
  'version mismatch': ['ike-version-mismatch'],
  'role mismatch': ['exchange-mode-mismatch'],
  'phase1 proposal mismatch': [
    'ike-encryption-mismatch',
    'ike-hash-mismatch',
    'ike-integrity-mismatch',
    'ike-prf-mismatch',
    'dh-group-mismatch',
    'authentication-method-mismatch',
  ],
  'proposal mismatch or use sm in ikev2': [
    'ike-encryption-mismatch',
    'ike-hash-mismatch',
    'ike-integrity-mismatch',
    'ike-prf-mismatch',
    'dh-group-mismatch',
    'transform-mismatch',
    'esp-encryption-mismatch',
    'esp-authentication-mismatch',
    'ah-authentication-mismatch',
  ],
  'initiator dh mismatch': ['dh-group-mismatch'],
  'responder dh mismatch': ['dh-group-mismatch'],
  'config ID mismatch': ['peer-id-mismatch'],
  'authentication fail': ['peer-id-mismatch', 'pre-shared-key-mismatch', 'authentication-method-mismatch'],
  'malformed message': ['pre-shared-key-mismatch'],
  'malformed payload': ['pre-shared-key-mismatch'],
  'flow or peer mismatch': ['peer-address-mismatch', 'protected-flow-mismatch'],
  'flow confict': ['branch-flows-overlap'],
  'kick old sa with same flow': ['branch-flows-overlap'],
  'netmask mismatch': ['netmask-mismatch'],
  'encapsulation mode mismatch': ['encapsulation-mode-mismatch'],
  'phase2 proposal or pfs mismatch': [
    'encapsulation-mode-mismatch',
    'transform-mismatch',
    'esp-encryption-mismatch',
    'esp-authentication-mismatch',
    'ah-authentication-mismatch',
    'pfs-mismatch',
  ],
  'rekey fail': ['pfs-mismatch'],
  'dpd timeout': ['dpd-message-mismatch', 'dpd-on-one-end'],
  'heartbeat timeout': ['heartbeat-mismatch', 'heartbeat-form-mismatch'],
  'phase1 hard expiry': ['lifetime-difference'],
  'phase2 hard expiry': ['pfs-mismatch', 'lifetime-difference'],
  'nat detection fail': ['nat-traversal-off'],
};

/** What one end alone brings about: the rules about one device underline it, and it stops the tunnel all the same. */
const AT_ONE_END: Readonly<Record<string, readonly string[]>> = {
  'construct local ID fail': ['local-id-missing'],
  'ikev2 not support sm in ipsec proposal': ['sm-algorithm-with-ikev2'],
  'no policy applied on interface': [
    'policy-not-applied',
    'incomplete-ipsec-policy',
    'remote-address-is-own',
  ],
  "none of user's interface is selected": ['ike-user-table-fault'],
  'flow overlap': ['security-acl-overlap'],
};

/** A cause of the version step that no configuration brings about: the packet has a version that is neither 1 nor 2. */
const IN_NO_CONFIGURATION = 'unsupported version';

const aboutTwo = rules.filter((rule) => 'checkTunnel' in rule || 'checkHub' in rule);

test('every cause of a difference is predicted by the rules that find it, and by no others', () => {
  const found = new Map<string, Set<string>>();
  for (const { id, causes: predicted } of aboutTwo)
    for (const cause of predicted) found.set(cause, (found.get(cause) ?? new Set()).add(id));
  const sorted = (all: Iterable<string>): string[] => [...all].sort();
  assert.deepEqual(
    Object.fromEntries([...found].map(([cause, ids]) => [cause, sorted(ids)])),
    Object.fromEntries(Object.entries(PREDICTED).map(([cause, ids]) => [cause, sorted(ids)])),
  );
});

test('every cause of one end alone is predicted by the rules about one device', () => {
  for (const [cause, ids] of Object.entries(AT_ONE_END))
    for (const id of ids)
      assert.ok(
        rules.find((rule) => rule.id === id)?.causes.includes(cause),
        `${id} does not lead to ${cause}`,
      );
});

test('every predicted cause is one that devices print, in their spelling', () => {
  const known = new Set(causes.map(({ name }) => name));
  const named = [...Object.keys(PREDICTED), ...Object.keys(AT_ONE_END), IN_NO_CONFIGURATION];
  assert.deepEqual(
    named.filter((cause) => !known.has(cause)),
    [],
  );
  for (const rule of rules)
    for (const cause of rule.causes) assert.ok(known.has(cause), `${rule.id}: ${cause}`);
  assert.deepEqual(
    rules.filter((rule) => rule.causes.includes(IN_NO_CONFIGURATION)).map(({ id }) => id),
    [],
  );
});
