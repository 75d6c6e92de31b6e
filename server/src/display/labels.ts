import type { Field, OutputLine } from './output';

/** The labels of an output by the name that the facts have for what stands behind them; several where products spell it otherwise. */
export type Labels<K extends string> = Readonly<Record<K, string | readonly string[]>>;

/**
 * Where a value ends although no label follows: at a rule of dashes, where the rest is left out, and before somebody's remark. Behind `#`
 * a remark is Chinese; anything else may be part of the value.
 */
export const VALUE_END = /(?:^|\s)(?:[-=]{7,}|\.{3,}|…|\/\/|←|<-|#{1,3}(?=[^#]{0,60}[\u4e00-\u9fff]))/;

/** A label with what stands behind it. */
export interface Labelled<K extends string> {
  readonly key: K;
  readonly label: Field;
  readonly value: Field;
}

/** Reads the labels of one output. Made once for each. */
export class LabelReader<K extends string> {
  private readonly pattern: RegExp;
  private readonly needsColon: boolean;
  private readonly keys = new Map<string, K>();

  /**
   * `bare` are labels without a colon behind them. Labels count whatever their case, and with any blanks, hyphens or underscores between
   * their words.
   */
  constructor(labels: Labels<K>, bare: readonly NoInfer<K>[] = []) {
    const alternatives: { readonly source: string; readonly length: number }[] = [];
    for (const [key, spellings] of Object.entries(labels) as [K, string | readonly string[]][]) {
      for (const spelling of [spellings].flat()) {
        this.keys.set(plain(spelling), key);
        const words = spelling.split(/[\s_-]+/).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
        const colon = bare.includes(key) ? '(?:[ \\t]*[:：]|(?=[ \\t]))' : '[ \\t]*[:：]';
        alternatives.push({ source: `(?:${words.join('[\\s_-]{0,4}')})${colon}`, length: spelling.length });
      }
    }
    // A longer label goes before one that it begins or ends with.
    const source = alternatives.sort((a, b) => b.length - a.length).map((each) => each.source);
    this.pattern = new RegExp(`(?<![\\w-])(?:${source.join('|')})`, 'gi');
    this.needsColon = bare.length === 0;
  }

  /** Every label of a line with what stands behind it: up to the next label, or to the end of the line. */
  read(line: OutputLine): Labelled<K>[] {
    if (this.needsColon && !/[:：]/.test(line.text)) return [];
    const found = [...line.text.matchAll(this.pattern)];
    return found.flatMap((match, at): Labelled<K>[] => {
      const key = this.keys.get(plain(match[0]));
      if (key === undefined) return [];
      const start = match.index + match[0].length;
      const next = found[at + 1]?.index ?? line.text.length;
      const rule = VALUE_END.exec(line.text.slice(start, next))?.index;
      let end = rule === undefined ? next : start + rule;
      // A comma that parts two labels on a line belongs to neither.
      while (end > start && /[\s,;]/.test(line.text.charAt(end - 1))) end--;
      const label = line.field(match.index, start);
      return [{ key, label, value: line.field(start, end) }];
    });
  }
}

/** A label as it is looked up: without case, blanks, hyphens, and the colon behind it. */
function plain(label: string): string {
  return label.toLowerCase().replace(/[\s_:：-]/g, '');
}

/** Whether a value says that there is none, as `-`, `--` and an empty one do. */
export function isNothing(text: string): boolean {
  return /^(?:-{0,3}|none|null)$/i.test(text);
}

/** The values of one object by their labels; of a label that stands twice, the first. */
export type Values<K extends string> = Partial<Record<K, Field>>;

/**
 * Reads an output in which objects follow each other, each as labels and values and each beginning with the same label. Lines before the
 * first object are passed over; lines that say nothing known are too.
 */
export function readObjects<K extends string>(
  lines: readonly OutputLine[],
  reader: LabelReader<K>,
  head: K,
): Values<K>[] {
  const objects: Values<K>[] = [];
  let current: Values<K> | undefined;
  for (const line of lines) {
    for (const { key, value } of reader.read(line)) {
      if (key === head) {
        current = {};
        objects.push(current);
      }
      if (current && !(key in current)) current[key] = value;
    }
  }
  return objects;
}

/** The objects that have a name. */
export function named<K extends string>(
  all: readonly Values<K | 'name'>[],
): (Values<K> & { readonly name: Field })[] {
  return all.flatMap((values) => {
    const { name } = values;
    return name && !isNothing(name.text) ? [{ ...values, name }] : [];
  });
}

/** The fields that are there: what was not printed is absent. */
export function present<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
