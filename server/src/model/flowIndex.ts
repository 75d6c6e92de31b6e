import type { Flow } from './flow';

/** The flows of one pair of wildcards, and for each other pair a table by the address bits that both look at. */
interface Class<T> {
  readonly family: 4 | 6;
  readonly source: bigint;
  readonly destination: bigint;
  readonly entries: { readonly flow: Flow; readonly value: T }[];
  readonly tables: Map<string, Table<T>>;
}

interface Table<T> {
  readonly source: bigint;
  readonly destination: bigint;
  readonly byBits: Map<string, T[]>;
  /** How many of the entries are in it; the others are put in when they are asked for. */
  filled: number;
}

/**
 * Finds of many flows those whose addresses meet a given one without a look at each: two sets meet when they are equal in the bits that
 * neither wildcard leaves open, which is a look into a hash table. Lists use few different wildcards, so there are few tables.
 */
export class FlowIndex<T> {
  private readonly classes = new Map<string, Class<T>>();

  add(flow: Flow, value: T): void {
    const key = classKey(flow);
    let found = this.classes.get(key);
    if (!found) {
      const { source, destination } = flow;
      found = {
        family: source.family,
        source: source.wildcard,
        destination: destination.wildcard,
        entries: [],
        tables: new Map(),
      };
      this.classes.set(key, found);
    }
    found.entries.push({ flow, value });
  }

  /** The values whose flows have a source and a destination address in common with a flow, whatever their protocols and ports. */
  meeting(flow: Flow): T[] {
    const found: T[] = [];
    for (const met of this.met(flow)) for (const value of met) found.push(value);
    return found;
  }

  /** The same, list by list, for who looks for the first one that suits. */
  *met(flow: Flow): Generator<readonly T[]> {
    for (const each of this.classes.values()) {
      if (each.family !== flow.source.family) continue;
      const table = tableFor(each, flow);
      for (; table.filled < each.entries.length; table.filled++) {
        const entry = each.entries[table.filled];
        if (!entry) continue;
        const bits = bitsOf(entry.flow, table);
        const same = table.byBits.get(bits);
        if (same) same.push(entry.value);
        else table.byBits.set(bits, [entry.value]);
      }
      const met = table.byBits.get(bitsOf(flow, table));
      if (met) yield met;
    }
  }
}

function classKey({ source, destination }: Flow): string {
  return `${source.family}/${source.wildcard}/${destination.wildcard}`;
}

function tableFor<T>(each: Class<T>, flow: Flow): Table<T> {
  const key = classKey(flow);
  let table = each.tables.get(key);
  if (!table) {
    table = {
      source: ~(each.source | flow.source.wildcard),
      destination: ~(each.destination | flow.destination.wildcard),
      byBits: new Map(),
      filled: 0,
    };
    each.tables.set(key, table);
  }
  return table;
}

function bitsOf<T>({ source, destination }: Flow, table: Table<T>): string {
  return `${source.address & table.source}/${destination.address & table.destination}`;
}
