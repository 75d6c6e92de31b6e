import { Draft } from '../workspace/draft';
import type { Snapshot } from '../workspace/workspace';
import { extractProposal } from './extractProposal';
import { mergeProposals } from './mergeProposals';
import { migrateToIkev2 } from './migrateToIkev2';
import { splitPeer } from './splitPeer';
import { strengthenAlgorithms } from './strengthenAlgorithms';
import { targetAt, type Refactoring } from './refactoring';
import { isSafe } from './safety';

/** In the order in which they are offered. */
export const refactorings: readonly Refactoring[] = [
  strengthenAlgorithms,
  migrateToIkev2,
  splitPeer,
  extractProposal,
  mergeProposals,
];

/** A refactoring as it can be carried out here. */
export interface Refactored {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** The texts of the files that change, by URI. */
  readonly texts: ReadonlyMap<string, string>;
}

const known = new WeakMap<Snapshot, Map<string, readonly Refactored[]>>();

function workedOut(snapshot: Snapshot, refactoring: Refactoring, uri: string, line: number): Refactored[] {
  const target = targetAt(snapshot, uri, line);
  if (!target) return [];
  const { id, kind } = refactoring;
  return refactoring.offers(target).flatMap(({ title, carryOut }): Refactored[] => {
    const draft = new Draft(snapshot);
    return carryOut(draft) && isSafe(draft) ? [{ id, kind, title, texts: draft.texts() }] : [];
  });
}

/**
 * What can be made of the view at a line, each with the texts that come of it: tried out before it is offered, so that no tunnel is worse
 * off by it. `wants` says which kinds are asked for.
 */
export function refactoringsAt(
  snapshot: Snapshot,
  uri: string,
  line: number,
  wants: (kind: string) => boolean,
): Refactored[] {
  let ofSnapshot = known.get(snapshot);
  if (!ofSnapshot) {
    ofSnapshot = new Map();
    known.set(snapshot, ofSnapshot);
  }
  const found: Refactored[] = [];
  for (const refactoring of refactorings.filter(({ kind }) => wants(kind))) {
    const key = `${refactoring.id} ${line} ${uri}`;
    const offers = ofSnapshot.get(key) ?? workedOut(snapshot, refactoring, uri, line);
    ofSnapshot.set(key, offers);
    found.push(...offers);
  }
  return found;
}
