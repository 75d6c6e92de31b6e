import { analysedTexts, repaired, type Seen } from './analysed';
import { based, broken, FAULTS, isLine, type Fault } from './faults';
import {
  healthyPair,
  STYLES,
  VERSIONS,
  type EndStyle,
  type PairTexts,
  type Side,
  type Version,
} from './pairs';

/** One fault at one end of one kind of pair, and what was wrong with what was reported of it: nothing where the list is empty. */
export interface Cell {
  readonly fault: Fault;
  readonly style: EndStyle;
  readonly version: Version;
  readonly side: Side;
  readonly complaints: readonly string[];
}

const isProblem = ({ severity }: Seen): boolean => severity === 'error' || severity === 'warning';

/** What the fixtures have on purpose and every pair is told. */
const KNOWN: ReadonlySet<string> = new Set(['clear-text-key', 'ah-with-encryption']);

function problemsOf(seen: readonly Seen[]): Seen[] {
  return seen.filter((each) => isProblem(each) && !KNOWN.has(each.rule));
}

function expectedLine(fault: Fault, texts: PairTexts, healthy: PairTexts, side: Side): string | undefined {
  if (fault.seenAt !== undefined)
    return texts[side]
      .split('\n')
      .find((line) => isLine(fault.seenAt ?? '', line))
      ?.trim();
  const [before, after] = [healthy[side].split('\n'), texts[side].split('\n')];
  return after.find((line, at) => line !== before[at])?.trim();
}

/** Breaks a pair, looks at what is reported, repairs it by the preferred repairs and looks again. */
function check(fault: Fault, style: EndStyle, version: Version, side: Side): string[] {
  const healthy = based(healthyPair(style, version), fault);
  const before = problemsOf(analysedTexts({ ...healthy }).seen);
  let texts: PairTexts = broken(healthy, side, fault);
  const other: Side = side === 'a' ? 'b' : 'a';
  const complaints = before.map(({ rule, text, file }) => `healthy: ${rule} at "${text}" of ${file}`);
  const { seen, tunnels, snapshot } = analysedTexts(texts);
  const problems = problemsOf(seen);
  const own = problems.filter(({ file, rule }) => file === side && rule === fault.rule);
  const others = problems.filter(({ file, rule }) => file === other && rule === fault.rule);
  const ownLine = expectedLine(fault, texts, healthy, side);
  if (own.length !== 1 || own[0]?.text !== ownLine)
    complaints.push(
      `${side} is underlined at [${own.map(({ text }) => text).join(', ')}], not at "${ownLine ?? ''}"`,
    );
  const otherLine = fault.otherAt ?? fault.line;
  const anyEnd = fault.seenAt !== undefined && fault.otherAt === undefined ? fault.line : otherLine;
  if (others.length !== 1 || !others.every(({ text }) => isLine(anyEnd, text)))
    complaints.push(
      `${other} is underlined at [${others.map(({ text }) => text).join(', ')}], not at ${String(anyEnd)}`,
    );
  for (const { rule, file, text } of problems.filter(
    (each) => each.rule !== fault.rule && each.rule !== fault.also,
  ))
    complaints.push(`also reported: ${rule} at "${text}" of ${file}`);
  const [tunnel] = tunnels;
  const verdict = fault.verdict?.(version) ?? 'fails';
  if (tunnels.length !== 1 || tunnel?.verdict !== verdict || tunnel.phase !== fault.phase)
    complaints.push(`verdict ${tunnels.map((each) => `${each.verdict} ${each.phase ?? ''}`).join(', ')}`);
  if (!tunnel?.causes.some((cause) => fault.causes.includes(cause)))
    complaints.push(`causes ${tunnel?.causes.join(', ') ?? 'none'}`);
  for (const { finding, file } of [...own, ...others]) {
    const preferred = finding.repairs?.().filter((repair) => repair.preferred) ?? [];
    if (preferred.length !== 1) complaints.push(`${preferred.length} preferred repairs at ${file}`);
    if ((finding.related ?? []).length !== 1) complaints.push(`no related information at ${file}`);
  }
  for (const { finding, file } of [...own, ...others])
    for (const repair of finding.repairs?.() ?? []) {
      const after = analysedTexts(repaired(texts, snapshot, repair));
      if (problemsOf(after.seen).some(({ rule }) => rule === fault.rule))
        complaints.push(`still there after "${repair.title}" at ${file}`);
    }
  for (let round = 0; round < 3; round++) {
    const now = analysedTexts(texts);
    const finding = problemsOf(now.seen).find(({ rule }) => rule === fault.rule)?.finding;
    const repair = finding?.repairs?.().find((each) => each.preferred);
    if (!repair) break;
    texts = repaired(texts, now.snapshot, repair) as unknown as PairTexts;
  }
  const after = analysedTexts(texts);
  for (const { rule, file, text } of problemsOf(after.seen).filter((each) => each.rule !== fault.also))
    complaints.push(`after the repair: ${rule} at "${text}" of ${file}`);
  if (after.tunnels[0]?.verdict !== 'ok')
    complaints.push(`after the repair: ${after.tunnels[0]?.verdict ?? 'no tunnel'}`);
  return complaints;
}

/** Every fault at every end of every kind of pair in which it can be made. */
export function placements(): Omit<Cell, 'complaints'>[] {
  return FAULTS.flatMap((fault) =>
    (fault.styles ?? STYLES).flatMap((style) =>
      (fault.versions ?? VERSIONS).flatMap((version) =>
        (['a', 'b'] as const)
          .filter((side) => fault.at?.(side, style) ?? true)
          .map((side) => ({ fault, style, version, side })),
      ),
    ),
  );
}

/** The same with what was wrong with what was reported. */
export function faultMatrix(): Cell[] {
  return placements().map((each) => ({
    ...each,
    complaints: check(each.fault, each.style, each.version, each.side),
  }));
}
