import type { Document } from '../syntax/document';
import type { RuleFinding } from './analysis';
import type { Project } from './project';

/** `# huawei-ipsec ignore RULE: reason`, in a line of its own above the one that is meant; devices drop such lines, files keep them. */
const IGNORE = /^\s*#\s*huawei-ipsec\s+ignore\s+([\w-]+)\s*:\s*\S/;

/** Whether a comment above the line of a finding accepts it. Several comments can stand above a line. */
export function isIgnoredInFile({ place, rule }: RuleFinding, document: Document): boolean {
  const line = document.startOfItem(place.item) + place.line;
  for (let above = line - 1; above >= 0; above--) {
    const found = document.lineAt(above)?.line;
    if (found?.kind !== 'comment') return false;
    if (IGNORE.exec(found.text)?.[1] === rule.id) return true;
  }
  return false;
}

/** The comment line that accepts a finding in its file. */
export function ignoreLine(rule: string, reason: string): string {
  return `# huawei-ipsec ignore ${rule}: ${reason.replace(/\s+/g, ' ').trim()}`;
}

/** Whether the project file accepts what a rule found on a device or in a tunnel. */
export function isAccepted(
  { suppressions }: Project,
  rule: string,
  devices: readonly string[],
  tunnel: string | undefined,
): boolean {
  return suppressions.some(
    (each) =>
      each.rule === rule &&
      (each.device === undefined ||
        devices.some((device) => device.toLowerCase() === each.device?.toLowerCase())) &&
      (each.tunnel === undefined || isPartOf(each.tunnel, tunnel)),
  );
}

/** A tunnel is named by its id in either order, or by the id of one of its ends. */
function isPartOf(wanted: string, id: string | undefined): boolean {
  if (id === undefined) return false;
  const ends = id.split(' ↔ ');
  const named = wanted.split(/\s*↔\s*/);
  return named.every((each) => ends.includes(each));
}
