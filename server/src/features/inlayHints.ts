import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver-types';
import { findingsIn } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { rangeOf } from './positions';

/** Longer values are cut: the hint stands behind the line and must not push it off the screen. */
const MAX_LENGTH = 60;

function short(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}

/** The other end's value behind every line that differs from it; a click goes there. */
export function inlayHints(snapshot: Snapshot, uri: string, range: Range): InlayHint[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const hints: InlayHint[] = [];
  const seen = new Set<string>();
  for (const finding of findingsIn(snapshot, uri)) {
    const [other] = finding.related ?? [];
    if (!('tunnel' in finding) || !other) continue;
    const { line } = rangeOf(finding.place, file.document).start;
    if (line < range.start.line || line > range.end.line) continue;
    const target = snapshot.file(other.place.uri);
    const key = `${line} ${other.message}`;
    if (!target || seen.has(key)) continue;
    seen.add(key);
    const character = file.document.lineAt(line)?.line.text.length ?? 0;
    hints.push({
      position: { line, character },
      label: [
        {
          value: `↔ ${short(other.message)}`,
          tooltip: other.message,
          location: { uri: other.place.uri, range: rangeOf(other.place, target.document) },
        },
      ],
      kind: InlayHintKind.Type,
      paddingLeft: true,
    });
  }
  return hints;
}
