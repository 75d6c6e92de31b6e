/** What a comparison of two values says: a value that is not known makes it unknown, unless the known ones settle it. */
export type Agreement = 'agree' | 'differ' | 'unknown';

/** All must agree: one that differs settles it. */
export function all(parts: readonly Agreement[]): Agreement {
  if (parts.includes('differ')) return 'differ';
  return parts.includes('unknown') ? 'unknown' : 'agree';
}

/** One must agree: one that does settles it. */
export function any(parts: readonly Agreement[]): Agreement {
  if (parts.includes('agree')) return 'agree';
  return parts.includes('unknown') ? 'unknown' : 'differ';
}

/** Whether two offers have a member in common. */
export function meet(a: readonly string[] | undefined, b: readonly string[] | undefined): Agreement {
  if (!a || !b) return 'unknown';
  return a.some((each) => b.includes(each)) ? 'agree' : 'differ';
}
