import type { Failure } from '../failure';
import type { End } from '../../../tunnels/end';

/** The ends of the failing device that a failure is about. */
export function ownEnds({ tunnels, unpaired }: Failure): readonly End[] {
  return [...new Set([...tunnels.map(({ judgement, at }) => judgement.tunnel.ends[at]), ...unpaired])];
}

/** The ends on the other side, as far as they are in files. */
export function otherEnds({ tunnels }: Failure): readonly End[] {
  return [...new Set(tunnels.map(({ judgement, at }) => judgement.tunnel.ends[at === 0 ? 1 : 0]))];
}
