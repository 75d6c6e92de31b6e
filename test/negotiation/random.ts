/** Numbers that look random and follow from a seed alone, so that a pair can be made again (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** At least 0, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.integer(0, list.length - 1)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  /** One of some things, each as often as its weight says. */
  weighted<T>(weights: readonly (readonly [T, number])[]): T {
    let left = this.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [thing, weight] of weights) {
      left -= weight;
      if (left < 0) return thing;
    }
    throw new Error('no weight is above zero');
  }

  /** One of the keys, each as often as its weight says. */
  keyOf<T extends string>(weights: Readonly<Record<T, number>>): T {
    return this.weighted(Object.entries<number>(weights) as [T, number][]);
  }

  shuffled<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let at = result.length - 1; at > 0; at--) {
      const with_ = this.integer(0, at);
      [result[at], result[with_]] = [result[with_] as T, result[at] as T];
    }
    return result;
  }

  /** `some` of a list: all those that must be in it and up to `more` others, in any order. */
  including<T>(needed: readonly T[], list: readonly T[], more: number): T[] {
    const others = this.shuffled(list.filter((each) => !needed.includes(each)));
    return this.shuffled([...needed, ...others.slice(0, this.integer(0, more))]);
  }
}
