// What the command formats say about the words of a line: which word begins a command, which line opens a view, and behind which keyword
// a name, a key or a text stands, so that a name is no keyword because it reads like one.

/** Classes of arguments, the one that decides first: where two commands differ, a key must not be shown as anything else. */
const CLASSES = ['secret', 'define', 'reference', 'interface', 'text', 'argument'];

const CLASS_OF_TYPE = {
  secret: 'secret',
  new: 'define',
  ref: 'reference',
  string: 'argument',
  interface: 'interface',
};

/** Arguments that reach to the end of the line and are prose. */
const PROSE = new Set(['description', 'alias']);

function classOf(argument) {
  if (argument.node === 'keyword') return undefined;
  if (argument.type === 'text') return PROSE.has(argument.name) ? 'text' : undefined;
  return CLASS_OF_TYPE[argument.type];
}

/** Which words can follow which: `edges` from word to word, `first` the words it can begin with, `last` those it can end with. */
function walk(node, edges) {
  const connect = (from, to) => {
    for (const word of from) {
      const behind = edges.get(word) ?? new Set();
      for (const next of to) behind.add(next);
      edges.set(word, behind);
    }
  };
  switch (node.node) {
    case 'keyword':
    case 'argument':
      return { first: [node], last: [node], empty: false };
    case 'optional':
      return { ...walk(node.item, edges), empty: true };
    case 'repeat': {
      const inner = walk(node.item, edges);
      connect(inner.last, inner.first);
      return inner;
    }
    case 'choice': {
      const parts = node.items.map((item) => walk(item, edges));
      return {
        first: parts.flatMap(({ first }) => first),
        last: parts.flatMap(({ last }) => last),
        empty: parts.some(({ empty }) => empty),
      };
    }
    default: {
      let [first, last, empty] = [[], [], true];
      for (const item of node.items) {
        const part = walk(item, edges);
        connect(last, part.first);
        if (empty) first = [...first, ...part.first];
        last = part.empty ? [...last, ...part.last] : part.last;
        empty &&= part.empty;
      }
      return { first, last, empty };
    }
  }
}

/** What can stand behind one keyword, over all formats that begin with the same word. */
function emptyPlace() {
  return {
    /** Keywords and classes of arguments that can stand there. */
    keywords: new Set(),
    classes: new Set(),
    /** Of names: what they are names of. */
    kinds: new Set(),
    /** Whether words of any kind can stand there. */
    open: false,
    /** Whether the argument can be given several times. */
    repeated: false,
    /** Keywords behind a number that can stand there, and whether a number can end the line there. */
    numbered: new Set(),
    number: false,
    /** Whether a key can stand right behind a number there. */
    keyBehindNumber: false,
    /** Names and keys that can follow the argument, and keywords that can. */
    second: new Set(),
    secondKeywords: new Set(),
    /** Whether the second, a key, is given once more. */
    confirmed: false,
  };
}

function look(edges, from, place) {
  for (const next of edges.get(from) ?? []) {
    if (next.node === 'keyword') {
      place.keywords.add(next.word.toLowerCase());
      continue;
    }
    const behind = edges.get(next) ?? new Set();
    const itsClass = classOf(next);
    if (itsClass !== undefined) place.classes.add(itsClass);
    else if (next.type === 'text') place.open = true;
    else if (next.type === 'integer' && behind.size === 0) place.number = true;
    if (next.kind !== undefined) place.kinds.add(next.kind);
    for (const word of behind) {
      if (word.node === 'keyword') {
        if (next.type === 'integer') place.numbered.add(word.word.toLowerCase());
        if (itsClass !== undefined) place.secondKeywords.add(word.word.toLowerCase());
      } else if (next.type === 'integer') {
        place.keyBehindNumber ||= classOf(word) === 'secret';
      } else if (word === next) place.repeated = true;
      else if (['secret', 'define', 'reference'].includes(classOf(word))) {
        place.second.add(classOf(word));
        place.confirmed ||= [...(edges.get(word) ?? [])].some((each) => classOf(each) === 'secret');
      }
    }
  }
}

/** The class that decides. */
export function decide(classes) {
  return CLASSES.find((each) => classes.has(each));
}

/**
 * The formats by the word they begin with: its keywords, and what stands behind each (`places`, `''` for the place behind the first word
 * itself).
 */
export function readHeads(formats) {
  const heads = new Map();
  for (const format of formats) {
    const edges = new Map();
    const { first } = walk(format, edges);
    for (const { node, word } of first) {
      if (node !== 'keyword') continue;
      const key = word.toLowerCase();
      const head = heads.get(key) ?? { keywords: new Set(), places: new Map() };
      heads.set(key, head);
      for (const from of [...edges.keys()]) {
        for (const next of edges.get(from)) {
          if (next.node === 'keyword') head.keywords.add(next.word.toLowerCase());
        }
        if (from.node !== 'keyword') continue;
        const name = from.word.toLowerCase() === key && first.includes(from) ? '' : from.word.toLowerCase();
        const place = head.places.get(name) ?? emptyPlace();
        head.places.set(name, place);
        look(edges, from, place);
      }
    }
  }
  return heads;
}

/** The keywords a format begins with, each with its alternatives, and the items behind them. */
export function leadOf(format) {
  const items = format.node === 'sequence' ? [...format.items] : [format];
  const lead = [];
  while (items.length > 0) {
    const [item] = items;
    const words =
      item.node === 'keyword'
        ? [item.word]
        : item.node === 'choice' && item.items.every(({ node }) => node === 'keyword')
          ? item.items.map(({ word }) => word)
          : undefined;
    if (!words) break;
    lead.push(words.map((word) => word.toLowerCase()));
    items.shift();
  }
  return { lead, rest: items };
}
