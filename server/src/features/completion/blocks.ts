import * as l10n from '@vscode/l10n';
import type { NameKind } from '../../commands/types';
import { blockSnippets } from '../../commands/snippets';
import type { Device } from '../../model/device';
import { newBlock } from '../../rules/blocks';
import { kindName } from '../../rules/kinds';
import type { Cursor } from '../cursor';
import type { Candidate } from './candidate';
import type { Names } from './names';

/** The kinds of which a whole block can be written for a name. */
const KINDS: readonly NameKind[] = ['acl', 'ipsec-proposal', 'ike-proposal', 'ike-peer'];

/** A text without its first words, where it begins with these; undefined where it does not. */
function behind(text: string, before: Cursor['before']): string | undefined {
  let rest = text;
  for (const { text: word } of before) {
    const [first = ''] = rest.split(/\s/, 1);
    if (first.toLowerCase() !== word.toLowerCase()) return undefined;
    rest = rest.slice(first.length).trimStart();
  }
  return rest;
}

/** Whole blocks for what is referred to and not defined, with the name filled in. */
function missingBlocks(device: Device, names: Names): { label: string; snippet: string; detail: string }[] {
  return KINDS.flatMap((kind) =>
    names(kind).flatMap(({ name, defined }) => {
      const block = defined ? undefined : newBlock(kind, name, device);
      if (!block) return [];
      const [opener = '', ...lines] = block.snippet;
      return [
        {
          label: block.lines[0] ?? '',
          snippet: [opener, ...lines.map((line) => ` ${line}`), '#', '$0'].join('\n'),
          detail: l10n.t('a whole block: {0} {1} is used and not defined yet', kindName(kind), name),
        },
      ];
    }),
  );
}

/** Whole blocks that can stand at the cursor; `own`: those for which the client has no snippets itself, too. */
export function blocksFor(cursor: Cursor, device: Device, names: Names, own: boolean): Candidate[] {
  const { before } = cursor;
  const offer = (label: string, snippet: string, detail: string, group: Candidate['group']): Candidate[] => {
    const [text, shown] = [behind(snippet, before), behind(label, before)];
    return text === undefined || shown === undefined || shown === ''
      ? []
      : [{ label: shown, snippet: text, kind: 'block', group, detail }];
  };
  return [
    ...missingBlocks(device, names).flatMap(({ label, snippet, detail }) =>
      offer(label, snippet, detail, 'missing'),
    ),
    ...(own ? [] : blockSnippets()).flatMap(({ prefix, body, description }) =>
      offer(prefix[0] ?? '', body.join('\n'), description, 'block'),
    ),
  ];
}
