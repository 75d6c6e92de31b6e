import { parseFormat, type Argument, type Format, type Keyword } from './notation';

/** A keyword or an argument in a printed format. */
export interface PrintedLeaf {
  readonly leaf: Keyword | Argument;
  readonly start: number;
  readonly end: number;
}

/** A format as the vendor's references print it. */
export interface PrintedFormat {
  readonly text: string;
  readonly leaves: readonly PrintedLeaf[];
  /** Alternatives that are single keywords, such as `{ permit | deny }`: brackets included, by the leaves from one to another. */
  readonly groups: readonly {
    readonly leaves: ReadonlySet<Format>;
    readonly start: number;
    readonly end: number;
  }[];
}

/** The name of an argument as references write it: `preSharedKey` is `pre-shared-key`. */
export function argumentName({ name }: Argument): string {
  return name.replace(
    /([a-z0-9])([A-Z])/g,
    (_, before: string, after: string) => `${before}-${after.toLowerCase()}`,
  );
}

class Printer {
  text = '';
  readonly leaves: PrintedLeaf[] = [];
  readonly groups: { leaves: ReadonlySet<Format>; start: number; end: number }[] = [];

  whole(format: Format): void {
    if (format.node === 'choice') this.group(format, '{', '}');
    else this.print(format);
  }

  private print(node: Format): void {
    switch (node.node) {
      case 'keyword':
        this.leaf(node, node.word);
        break;
      case 'argument':
        this.leaf(node, `<${argumentName(node)}>`);
        break;
      case 'sequence':
        node.items.forEach((item, at) => {
          if (at > 0) this.text += ' ';
          if (item.node === 'choice') this.group(item, '{', '}');
          else this.print(item);
        });
        break;
      case 'choice':
        node.items.forEach((item, at) => {
          if (at > 0) this.text += ' | ';
          if (item.node === 'choice') this.group(item, '{', '}');
          else this.print(item);
        });
        break;
      case 'optional':
        if (node.item.node === 'repeat' && node.item.item.node !== 'argument')
          this.group(node.item.item, '[', '] *');
        else this.group(node.item, '[', ']');
        break;
      case 'repeat':
        if (node.item.node === 'argument') {
          this.print(node.item);
          this.text += ' &<1-n>';
        } else this.group(node.item, '{', '} *');
        break;
    }
  }

  private leaf(leaf: Keyword | Argument, shown: string): void {
    this.leaves.push({ leaf, start: this.text.length, end: this.text.length + shown.length });
    this.text += shown;
  }

  private group(inner: Format, open: string, close: string): void {
    const start = this.text.length;
    this.text += `${open} `;
    this.print(inner);
    this.text += ` ${close}`;
    const items = inner.node === 'choice' ? inner.items : [inner];
    if (items.every(({ node }) => node === 'keyword'))
      this.groups.push({ leaves: new Set(items), start, end: this.text.length });
  }
}

const printed = new WeakMap<Format, PrintedFormat>();

/** A format as the vendor's references print it, with the places of its parts. Printed once. */
export function printFormat(format: Format): PrintedFormat {
  let found = printed.get(format);
  if (!found) {
    const printer = new Printer();
    printer.whole(format);
    const { text, leaves, groups } = printer;
    found = { text, leaves, groups };
    printed.set(format, found);
  }
  return found;
}

/** A format as the vendor's references print it: argument names without their types. */
export function readableFormat(syntax: string): string {
  return printFormat(parseFormat(syntax)).text;
}
