import type { OutputKind } from './kind';
import { LabelReader, present, type Values } from './labels';
import type { Field, Output, OutputLine } from './output';

/** A VRRP group as `display vrrp [brief | verbose]` prints it. */
export interface DisplayedVrrpGroup {
  readonly id: Field;
  readonly interfaceName: Field;
  /** `Master`, `Backup`, `Initialize`. */
  readonly state?: Field;
  readonly type?: Field;
  readonly virtualAddress?: Field;
  readonly priority?: Field;
}

/** A row: group, state, interface, type and address. */
const ROW =
  /(?<![^\s])(\d{1,3})[ \t]+(Master|Backup|Initialize|Non-active|Inactive)[ \t]+([A-Za-z\d][\w/.:-]{1,60})[ \t]+(Normal|Admin(?:istrator)?|Member|Load-Balance(?:-Member)?|LM|[NAML]|[A-Za-z][\w-]{1,20})(?:[ \t]+([\da-f]{1,4}[.:][\da-f.:]{1,40}))?(?=\s|$)/gi;

const HEADING = /\bVRID\s+State\s+Interface\b/i;

const BLOCK = /(?<![^\s])([A-Za-z\d][\w/.:-]{1,60})[ \t]*\|[ \t]*Virtual Router[ \t]+(\d{1,3})\b/gi;

const reader = new LabelReader({
  state: 'State',
  virtualAddress: 'Virtual IP',
  masterAddress: 'Master IP',
  localAddress: 'Local IP',
  priority: ['PriorityRun', 'Running priority'],
  priorityConfig: 'PriorityConfig',
  masterPriority: 'MasterPriority',
  type: 'Config type',
  interfaceState: 'IF State',
  trackState: 'Track State',
});

type Kept = 'state' | 'virtualAddress' | 'priority' | 'type';

function isKept(key: string): key is Kept {
  return key === 'state' || key === 'virtualAddress' || key === 'priority' || key === 'type';
}

function ofRows(line: OutputLine): DisplayedVrrpGroup[] {
  return [...line.text.matchAll(ROW)].flatMap((found) => {
    const [id, state, interfaceName, type, virtualAddress] = line.groups(found);
    return id && interfaceName ? [{ id, interfaceName, ...present({ state, type, virtualAddress }) }] : [];
  });
}

function ofBlocks(lines: readonly OutputLine[]): DisplayedVrrpGroup[] {
  const all: (Pick<DisplayedVrrpGroup, 'id' | 'interfaceName'> & Values<Kept>)[] = [];
  const labels = (line: OutputLine): void => {
    const current = all.at(-1);
    if (!current) return;
    for (const { key, value } of reader.read(line))
      if (isKept(key) && value.text !== '') current[key] ??= value;
  };
  for (const line of lines) {
    const heads = [...line.text.matchAll(BLOCK)];
    if (heads.length === 0) labels(line);
    for (const [at, found] of heads.entries()) {
      const [interfaceName, id] = line.groups(found);
      if (interfaceName && id) all.push({ id, interfaceName });
      labels(line.part(found.index + found[0].length, heads[at + 1]?.index));
    }
  }
  return all;
}

function read({ lines }: Output): readonly DisplayedVrrpGroup[] {
  return lines.some(({ text }) => HEADING.test(text)) ? lines.flatMap(ofRows) : ofBlocks(lines);
}

/** `display vrrp [brief | verbose]`. */
export const vrrpOutput: OutputKind<DisplayedVrrpGroup> = {
  command: 'display vrrp',
  opening: /\bVRID\s+State\s+Interface\b|(?<!\S)[A-Za-z\d][\w/.:-]{1,60}[ \t]*\|[ \t]*Virtual Router\s+\d/i,
  about: {
    reads: 'state, virtual address and interface of every group',
    layouts: { 'USG, AR, S switches': 'document' },
  },
  read,
};
