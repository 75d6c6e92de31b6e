import { commands } from '../../../server/src/commands';
import { parseFormat, type Format } from '../../../server/src/commands/notation';
import type { CommandDefinition, ViewId } from '../../../server/src/commands/types';

/** A secret that can be told from anything else. */
export const CANARY = 'Canary.7f#3K';

/** Lines of a command, each way through its format, no more than this many. */
const MAX_LINES = 200;

function linesOf(format: Format): string[][] {
  switch (format.node) {
    case 'keyword':
      return [[format.word]];
    case 'argument': {
      const { type, min = 3 } = format;
      if (type === 'secret') return [[CANARY]];
      if (type === 'integer') return [[String(min)]];
      if (type === 'ip' || type === 'ipv4') return [['192.0.2.9']];
      return [[type === 'ipv6' ? '2001:DB8::1' : type === 'text' ? 'more' : 'abc']];
    }
    case 'sequence':
      return format.items
        .map(linesOf)
        .reduce<string[][]>(
          (lines, next) =>
            lines.flatMap((line) => next.map((words) => [...line, ...words])).slice(0, MAX_LINES),
          [[]],
        );
    case 'choice':
      return format.items.flatMap(linesOf);
    case 'optional':
      return [[], ...linesOf(format.item)];
    case 'repeat':
      return linesOf(format.item);
  }
}

/** Lines that open views. */
export const OPENERS: Partial<Record<ViewId, string>> = {
  'ike-peer': 'ike peer a',
  'ike-user': 'ike user-table 1\n user x',
  'ipsec-policy-manual': 'ipsec policy m 1 manual',
  'ipsec-efficient-vpn': 'ipsec efficient-vpn x mode client',
  interface: 'interface Tunnel1',
  aaa: 'aaa',
  'pki-realm': 'pki realm x',
};

/** The commands that take a secret. */
export const SECRET_COMMANDS: readonly CommandDefinition[] = commands.filter(({ syntax }) =>
  syntax.includes(':secret>'),
);

/** The lines of a command with a secret, which is the canary. */
export function secretLines(syntax: string): string[] {
  return linesOf(parseFormat(syntax))
    .filter((words) => words.includes(CANARY))
    .map((words) => words.join(' '));
}
