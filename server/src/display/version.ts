import type { OutputKind } from './kind';
import type { Field, Output } from './output';

/** What `display version` says of the software. */
export interface DisplayedVersion {
  /** `USG6000V`, `AR6280`, `NE40E` … */
  readonly product: Field;
  /** `V500R005C10SPC300`. */
  readonly release: Field;
}

const SOFTWARE =
  /\bVRP \(R\) software, Version [\d.]{1,12} \(([^\s()]{1,40})(?: [^()]{0,40}?)? (V\d{3}R\d{3}\w{0,20})\)/i;

function read({ lines }: Output): readonly DisplayedVersion[] {
  for (const line of lines) {
    const found = SOFTWARE.exec(line.text);
    const [product, release] = found ? line.groups(found) : [];
    if (product && release) return [{ product, release }];
  }
  return [];
}

/** `display version`. */
export const versionOutput: OutputKind<DisplayedVersion> = {
  command: 'display version',
  opening: /\bHuawei Versatile Routing Platform Software\b|\bVRP \(R\) software, Version\b/i,
  about: { reads: 'product and release', layouts: { 'AR, S switches, VRP8': 'device' } },
  read,
};
