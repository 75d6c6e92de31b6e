import type { Judgement } from '../rules/judge';
import type { Edit, Repair } from '../rules/rule';
import type { Document } from '../syntax/document';
import { tunnelId } from '../tunnels/pairing';
import { analyseWorkspace, findingsIn } from './tunnels';
import { Workspace, type Snapshot } from './workspace';

/** Repairs that follow one another; more than any file needs, so that one that does not help cannot go on for ever. */
const MAX_REPAIRS = 500;

/** What repairs come to. */
export interface Repaired {
  /** The texts of the files that change, by URI. */
  readonly texts: ReadonlyMap<string, string>;
  /** The titles of the repairs, in the order in which they were carried out. */
  readonly steps: readonly string[];
}

function positionIn(edit: Edit, at: 'start' | 'end', document: Document) {
  const line = document.startOfItem(edit.item) + edit[at].line;
  if (line < document.lineCount) return { line, character: edit[at].character };
  const last = document.lineCount - 1;
  return { line: last, character: document.lineAt(last)?.line.text.length ?? 0 };
}

/** Carries a repair out in a workspace of its own: the last edit of each file first, so that the others stay where they are. */
function apply(workspace: Workspace, { edits }: Repair): void {
  const { snapshot } = workspace;
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const file = snapshot.file(uri);
    if (!file) continue;
    const changes = edits
      .filter((edit) => edit.uri === uri)
      .map((edit, order) => ({
        range: {
          start: positionIn(edit, 'start', file.document),
          end: positionIn(edit, 'end', file.document),
        },
        text: edit.newText,
        order,
      }))
      .sort(
        (a, b) =>
          b.range.start.line - a.range.start.line ||
          b.range.start.character - a.range.start.character ||
          b.order - a.order,
      );
    workspace.change(uri, changes, file.version ?? 0);
  }
}

/** Carries out one repair after another, each worked out from what the last one left, until `next` has none or repeats itself. */
function repairAll(snapshot: Snapshot, next: (snapshot: Snapshot) => Repair | undefined): Repaired {
  const workspace = Workspace.of(snapshot);
  const done = new Set<string>();
  const steps: string[] = [];
  for (let count = 0; count < MAX_REPAIRS; count++) {
    const repair = next(workspace.snapshot);
    if (!repair) break;
    const key = JSON.stringify([
      repair.title,
      repair.edits.map(({ uri, start, newText }) => [uri, start, newText]),
    ]);
    if (done.has(key)) break;
    done.add(key);
    steps.push(repair.title);
    apply(workspace, repair);
  }
  const texts = new Map<string, string>();
  for (const { uri, document } of workspace.snapshot.all) {
    const text = document.text;
    if (text !== snapshot.file(uri)?.document.text) texts.set(uri, text);
  }
  return { texts, steps };
}

/**
 * Carries out the preferred repairs of a tunnel, in the order of the negotiation: all of them, or those whose titles are in `only`.
 */
export function repairTunnel(snapshot: Snapshot, id: string, only?: ReadonlySet<string>): Repaired {
  return repairAll(snapshot, (now) => {
    const documents = (uri: string) => now.file(uri)?.document;
    for (const { effect, repairs } of tunnelNamed(now, id)?.differences ?? []) {
      const preferred =
        effect === 'none' ? undefined : repairs?.(documents).find((repair) => repair.preferred);
      if (preferred && (only?.has(preferred.title) ?? true)) return preferred;
    }
    return undefined;
  });
}

/** Carries out the preferred repairs of every problem, or of those of one rule. */
export function repairFiles(snapshot: Snapshot, rule?: string): Repaired {
  return repairAll(snapshot, (now) => {
    for (const { uri } of now.all)
      for (const finding of findingsIn(now, uri)) {
        if (rule !== undefined && finding.rule.id !== rule) continue;
        const preferred = finding.repairs?.().find((repair) => repair.preferred);
        if (preferred) return preferred;
      }
    return undefined;
  });
}

/** The judgement of a tunnel by its name. */
export function tunnelNamed(snapshot: Snapshot, id: string): Judgement | undefined {
  return analyseWorkspace(snapshot).judgements.find(({ tunnel }) => tunnelId(tunnel) === id);
}
