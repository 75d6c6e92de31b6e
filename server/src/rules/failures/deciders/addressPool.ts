import * as l10n from '@vscode/l10n';
import { countOf } from '../../../display/ipPool';
import { mayBeCut, placeOf } from '../../../model/displayedValue';
import type { Failure, FailureContext } from '../failure';
import type { Decider, Decision } from './decider';
import { because, factsOf, mention, noted } from './shown';

function decide({ device, deviceName }: Failure, context: FailureContext): readonly Decision[] {
  const owner = deviceName ?? device.name;
  const shown = factsOf('ipPool', device, context).flatMap(({ uri, fact }) => {
    const numbers = [fact, ...fact.sections].flatMap(({ idle, used, total }) => [idle, used, total]);
    if (numbers.some((each) => each && mayBeCut(each))) return [];
    const [total, used, idle] = [countOf(fact, 'total'), countOf(fact, 'used'), countOf(fact, 'idle')];
    // A pool without any address, as VRP8 lists those that a server fills, is none that clients wait for.
    if (idle === undefined || total === 0) return [];
    return [{ uri, fact, total, used, idle }];
  });
  // Where the configuration says which pools users get their addresses from, the others do not matter.
  const named = new Set(
    device.names
      .filter(({ kind, role }) => kind === 'ip-pool' && role === 'reference')
      .map(({ name }) => name.toLowerCase()),
  );
  const meant = shown.filter(({ fact }) => named.has(fact.name.text.toLowerCase()));
  const pools = meant.length > 0 ? meant : shown;
  const areAllUsed = pools.every(({ idle }) => idle === 0);
  return pools.flatMap(({ uri, fact, total, used, idle }): Decision[] => {
    const place = placeOf(uri, fact.idle ?? fact.sections[0]?.idle ?? fact.name);
    const values = { total: total ?? '?', used: used ?? '?' };
    if (idle > 0) {
      const message = l10n.t(
        'The address pool {0} of {1} has {2} free addresses ({3} of {4} in use).',
        fact.name.text,
        owner,
        idle,
        values.used,
        values.total,
      );
      return [noted(message, place)];
    }
    const message = l10n.t(
      'The address pool {0} of {1} has no free address: {2} of {3} are in use.',
      fact.name.text,
      owner,
      values.used,
      values.total,
    );
    const pool = mention(uri, fact.name, l10n.t('{0}: address pool {1}', owner, fact.name.text));
    // Which pool a client gets its address from is not known where others have some left.
    return [
      areAllUsed
        ? because(message, 'error', { place, message: l10n.t('{0}: no free address', owner) }, pool)
        : noted(message, place),
    ];
  });
}

/** A pool whose addresses are all in use. */
export const addressPool: Decider = { causes: ['ip assigned fail'], outputs: ['ipPool'], decide };
