import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pairOf } from './generate';
import type { Attempt } from './negotiate';
import { outcomeOf, stopOf } from './oracle';
import { host, type End, type Flow, type Pair } from './pair';

const FLOW: Flow = { protocol: 'ip', source: host('10.1.1.10'), destination: host('10.2.1.10') };

function without(end: End, ...fields: readonly (keyof End)[]): End {
  const copy = { ...end };
  for (const field of fields) Reflect.deleteProperty(copy, field);
  return copy;
}

/** A pair of policies of which only what is given matters. */
function pairOfEnds(both: Partial<End>, second: Partial<End> = {}): Pair {
  const [a, b] = pairOf(1, 0).ends;
  const plain = { kind: 'policy', exchangeMode: 'main', mode: 'tunnel', flows: [FLOW] } as const;
  return {
    index: 0,
    ends: [
      { ...without(a, 'localId', 'remoteId'), ...plain, ...both },
      { ...without(b, 'localId', 'remoteId'), ...plain, ...both, ...second },
    ],
    differences: [],
  };
}

const V1: Partial<End> = { v1: true, v2: false };
const V2: Partial<End> = { v1: false, v2: true };

function attempt(stop: Attempt['stop'], more: Partial<Attempt> = {}): Attempt {
  return { initiator: 0, flow: 0, stop, evidence: '', narrowed: false, logs: ['', ''], ...more };
}

describe('where strongSwan departs from the documents', () => {
  it('another exchange mode is refused before anything else', () => {
    const pair = pairOfEnds(V1, { exchangeMode: 'aggressive' });
    assert.equal(stopOf(attempt('phase1'), pair), 'version');
    assert.equal(stopOf(attempt('authentication'), pair), 'version');
    assert.equal(stopOf(attempt('address'), pair), 'address');
    assert.equal(stopOf(attempt('phase1'), pairOfEnds(V1)), 'phase1');
    assert.equal(stopOf(attempt('phase1'), pairOfEnds(V1, { exchangeMode: 'auto' })), 'phase1');
    assert.equal(stopOf(attempt('phase1'), pairOfEnds(V2, { exchangeMode: 'aggressive' })), 'phase1');
  });

  it('a wrong key hides a wrong ID in IKEv1', () => {
    const wrong = { remoteId: { type: 'fqdn', value: 'c.example' } } as const;
    assert.equal(stopOf(attempt('authentication'), pairOfEnds(V1, wrong)), 'identity');
    assert.equal(stopOf(attempt('authentication'), pairOfEnds(V1)), 'authentication');
    assert.equal(stopOf(attempt('authentication'), pairOfEnds(V2, wrong)), 'authentication');
  });

  it('IKEv1 asks for the exact mirror image', () => {
    const pair = pairOfEnds(V1);
    assert.equal(stopOf(attempt(undefined, { narrowed: true }), pair), 'flow');
    assert.equal(stopOf(attempt('phase2', { narrowed: true }), pair), 'flow');
    assert.equal(stopOf(attempt(undefined), pair), undefined);
    const [first, second] = pair.ends;
    const template: Pair = { ...pair, ends: [first, { ...without(second, 'flows'), kind: 'template' }] };
    assert.equal(stopOf(attempt(undefined, { narrowed: true }), template), undefined);
  });

  it('both ends insist on their encapsulation mode', () => {
    assert.equal(stopOf(attempt(undefined), pairOfEnds(V2, { mode: 'transport' })), 'phase2');
    assert.equal(stopOf(attempt(undefined), pairOfEnds(V2, { mode: 'auto' })), undefined);
    const starts = pairOfEnds({ ...V2, mode: 'transport' }, { mode: 'auto' });
    assert.equal(stopOf(attempt(undefined), starts), undefined);
    assert.equal(stopOf(attempt(undefined, { initiator: 1 }), starts), 'phase2');
    assert.equal(stopOf(attempt('flow'), pairOfEnds(V2, { mode: 'transport' })), 'flow');
  });
});

describe('what becomes of a pair', () => {
  const pair = pairOfEnds(V2);

  it('is ok where every flow comes up from every end', () => {
    assert.deepEqual(outcomeOf([attempt(undefined), attempt(undefined, { initiator: 1 })], pair), {
      verdict: 'ok',
      phase: null,
    });
  });

  it('fails at the first step at which any flow stops', () => {
    const attempts = [attempt('phase2'), attempt('flow', { flow: 1 }), attempt(undefined, { initiator: 1 })];
    assert.deepEqual(outcomeOf(attempts, pair), { verdict: 'fails', phase: 'flow' });
  });

  it('fails at the rekey where nothing fails before', () => {
    const later = attempt(undefined, { rekeyStop: 'phase2' });
    assert.deepEqual(outcomeOf([later], pair), { verdict: 'fails-at-rekey', phase: 'phase2' });
    assert.deepEqual(outcomeOf([later, attempt('phase2')], pair), { verdict: 'fails', phase: 'phase2' });
  });

  it('comes up with its first flow where a second one fails as the rekeying of the first does', () => {
    const later = attempt(undefined, { rekeyStop: 'phase2' });
    const second = attempt('phase2', { flow: 1 });
    const atRekey = { verdict: 'fails-at-rekey', phase: 'phase2' };
    assert.deepEqual(outcomeOf([later, second], pair), atRekey);
    assert.deepEqual(outcomeOf([later, attempt('flow', { flow: 1 })], pair), {
      verdict: 'fails',
      phase: 'flow',
    });
    const fails = { verdict: 'fails', phase: 'phase2' };
    assert.deepEqual(outcomeOf([attempt(undefined), second], pair), fails);
    assert.deepEqual(
      outcomeOf([attempt(undefined, { initiator: 1, rekeyStop: 'phase2' }), second], pair),
      fails,
    );
  });
});
