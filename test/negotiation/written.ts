import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PHASES } from '../../server/src/tunnels/phase';
import type { Daemons } from './daemons';
import type { Stop } from './logs';
import { bringUp, type Attempt } from './negotiate';
import { outcomeBy, type Outcome } from './oracle';
import { SIDES, type Side } from './pair';

/**
 * A pair that was written by hand in both languages, so that a writer's misunderstanding cannot hide in it. One text file each:
 *
 *     Why it is here.
 *     expect: fails flow          what the product must say
 *     daemons: ok                 what the daemons do, where the documents say something else; the first lines tell why
 *     start: A k1 k2, B k1        which children are brought up, from which end; without it `k` from both
 *     crlf                        the configurations have the line ends of Windows
 *     === A.cfg                   then the files: A.cfg and B.cfg for the product, A.conf and B.conf for swanctl
 */
export interface WrittenPair {
  readonly name: string;
  readonly reason: string;
  readonly expected: Outcome;
  readonly daemons: Outcome;
  readonly starts: readonly { readonly side: Side; readonly children: readonly string[] }[];
  readonly configurations: readonly [string, string];
  readonly swanctl: readonly [string, string];
}

/** The folder of the sources: the tests run compiled, from `out`. */
const FOLDER = join(__dirname, '..', '..', '..', 'test', 'negotiation', 'fixtures');

function outcomeNamed(text: string): Outcome {
  const [verdict, phase] = text.trim().split(' ');
  if (verdict === 'ok') return { verdict, phase: null };
  const stop = PHASES.find((each) => each === phase);
  if ((verdict !== 'fails' && verdict !== 'fails-at-rekey') || !stop || stop === 'liveness')
    throw new Error(`${text} is no outcome`);
  return { verdict, phase: stop satisfies Stop };
}

function parse(name: string, text: string): WrittenPair {
  const [head = '', ...parts] = text.split(/^=== /m);
  const files = new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end).trim(), part.slice(end + 1)] as const;
    }),
  );
  const file = (wanted: string): string => {
    const found = files.get(wanted);
    if (found === undefined) throw new Error(`${name} has no ${wanted}`);
    return found;
  };
  const setting = (key: string): string | undefined => new RegExp(`^${key}: (.*)$`, 'm').exec(head)?.[1];
  const ends = (text_: string): string => (/^crlf$/m.test(head) ? text_.replace(/\n/g, '\r\n') : text_);
  const expected = outcomeNamed(setting('expect') ?? '');
  const daemons = setting('daemons');
  return {
    name,
    reason: head.replace(/^(?:expect|daemons|start): .*$|^crlf$/gm, '').trim(),
    expected,
    daemons: daemons === undefined ? expected : outcomeNamed(daemons),
    starts: (setting('start') ?? 'A k, B k').split(',').map((words) => {
      const [side, ...children] = words.trim().split(' ');
      return { side: side === 'A' ? 0 : 1, children };
    }),
    configurations: [ends(file('A.cfg')), ends(file('B.cfg'))],
    swanctl: [file('A.conf'), file('B.conf')],
  };
}

/** All pairs written by hand. */
export function writtenPairs(): WrittenPair[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parse(name.replace(/\.txt$/, ''), readFileSync(join(FOLDER, name), 'utf8')));
}

/** The connection that a child belongs to, and its version. */
function connectionOf(conf: string, child: string): { ike: string; version: 1 | 2 } {
  let found: { ike: string; version: 1 | 2 } | undefined;
  for (const [, ike = '', body = ''] of conf.matchAll(/^ {2}(\w+) \{\n([^]*?)^ {2}\}/gm))
    if (new RegExp(`^ {6}${child} \\{`, 'm').test(body))
      found ??= { ike, version: /^ {4}version = 1$/m.test(body) ? 1 : 2 };
  if (!found) throw new Error(`no connection has a child ${child}`);
  return found;
}

/** Negotiates a pair written by hand. */
export async function negotiateWritten(daemons: Daemons, pair: WrittenPair): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const { side, children } of pair.starts) {
    await Promise.all(SIDES.map((each) => daemons.load(each, pair.swanctl[each])));
    try {
      for (const [flow, child] of children.entries())
        attempts.push(
          await bringUp(daemons, {
            initiator: side,
            child,
            flow,
            ...connectionOf(pair.swanctl[side], child),
          }),
        );
    } finally {
      await daemons.clear();
    }
  }
  return attempts;
}

/** What the daemons did, with no thought of what devices do otherwise. */
export function outcomeOfWritten(attempts: readonly Attempt[]): Outcome {
  return outcomeBy(attempts, ({ stop }) => stop);
}
