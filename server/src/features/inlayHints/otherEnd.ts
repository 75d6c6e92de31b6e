import { findingsIn } from '../../workspace/tunnels';
import type { HintSource } from './hint';

/** The other end's value behind every line that differs from it; a click goes there. */
export const otherEndHints: HintSource = ({ snapshot, file, isAsked }) =>
  findingsIn(snapshot, file.uri).flatMap((finding) => {
    const [other] = finding.related ?? [];
    if (!('tunnel' in finding) || !other || !isAsked(finding.place) || !snapshot.file(other.place.uri))
      return [];
    return [
      { place: finding.place, text: `↔ ${other.message}`, tooltip: other.message, target: other.place },
    ];
  });
