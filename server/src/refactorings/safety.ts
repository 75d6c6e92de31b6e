import { lineOf, type Place } from '../model/value';
import type { Judgement, Verdict } from '../rules/judge';
import { tunnelId, type Tunnel } from '../tunnels/pairing';
import type { RuleFinding } from '../workspace/analysis';
import type { Draft } from '../workspace/draft';
import { analyseWorkspace, findingsIn } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';

/** The line of a place with the names in it left open, and numbers of views: a copy of a line says the same of another object. */
function lineKey(place: Place): string {
  const { words, match } = lineOf(place);
  return words
    .map(({ text }, at) => {
      const read = match?.words[at];
      const isOpen = match?.command.opens !== undefined;
      return read?.kind === 'argument' && (isOpen || read.argument.kind !== undefined) ? '*' : text;
    })
    .join(' ');
}

/** A hint fades what does nothing; anything else says that something is wrong. */
function isProblem({ severity, rule }: RuleFinding): boolean {
  return (severity ?? rule.severity) !== 'hint';
}

function problemsIn(snapshot: Snapshot, uri: string): Set<string> {
  const found = findingsIn(snapshot, uri).filter(isProblem);
  return new Set(found.map((finding) => `${finding.rule.id} ${lineKey(finding.place)}`));
}

/** Whether no file has a problem that it did not have before. */
function hasNoNewProblem({ before, now }: Draft): boolean {
  for (const { uri } of now.all) {
    const known = problemsIn(before, uri);
    for (const each of problemsIn(now, uri)) if (!known.has(each)) return false;
  }
  return true;
}

const RANK: Readonly<Record<Verdict, number>> = { ok: 0, unknown: 1, 'fails-at-rekey': 2, fails: 3 };

/** The devices of a tunnel, whichever of their ends it is between. */
function devicesOf({ ends: [a, b] }: Tunnel): string {
  return [a.device.name, b.device.name].sort().join(' ');
}

function worstByDevices(judgements: readonly Judgement[]): Map<string, number> {
  const worst = new Map<string, number>();
  for (const { tunnel, verdict } of judgements) {
    const key = devicesOf(tunnel);
    worst.set(key, Math.max(worst.get(key) ?? 0, RANK[verdict]));
  }
  return worst;
}

/** Whether every tunnel is there as before and no worse off; one between other ends of the same devices than before counts as the same. */
function keepsTunnels({ before, now }: Draft): boolean {
  const [was, is] = [before, now].map((snapshot) => analyseWorkspace(snapshot).judgements) as [
    readonly Judgement[],
    readonly Judgement[],
  ];
  const earlier = new Map(was.map((each) => [tunnelId(each.tunnel), each]));
  const later = new Set(is.map(({ tunnel }) => tunnelId(tunnel)));
  const worst = worstByDevices(was);
  const connected = worstByDevices(is);
  const isNoWorse = is.every(({ tunnel, verdict }) => {
    const same = earlier.get(tunnelId(tunnel));
    const most = same ? RANK[same.verdict] : worst.get(devicesOf(tunnel));
    return most !== undefined && RANK[verdict] <= most;
  });
  return (
    isNoWorse && was.every(({ tunnel }) => later.has(tunnelId(tunnel)) || connected.has(devicesOf(tunnel)))
  );
}

/** Whether a change may be offered: something changes, no problem is new, and no tunnel is worse off. */
export function isSafe(draft: Draft): boolean {
  return draft.texts().size > 0 && keepsTunnels(draft) && hasNoNewProblem(draft);
}
