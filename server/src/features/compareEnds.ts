import * as l10n from '@vscode/l10n';
import { endId } from '../tunnels/pairing';
import { endLabel } from '../rules/tunnel/labels';
import type { Judgement } from '../rules/judge';
import type { End } from '../tunnels/end';
import { fieldsOf, type EndField } from './endFields';
import { tableCell } from './hover/markdown';
import { labelled } from '../l10n';

/** The two ends of a tunnel as texts whose lines stand beside each other in a diff editor. */
export interface ComparedEnds {
  readonly title: string;
  readonly ends: readonly [ComparedEnd, ComparedEnd];
}

export interface ComparedEnd {
  readonly name: string;
  readonly text: string;
}

/** The values of one field, filled up with empty lines where the other end has more of them. */
function lines({ label, values }: EndField, other: EndField | undefined): string[] {
  const count = Math.max(values.length, other?.values.length ?? 0, 1);
  const shown = Array.from({ length: count }, (_, at) => values[at] ?? (at === 0 ? '-' : ''));
  return [`${label}:`, ...shown.map((value) => (value === '' ? '' : `  ${value}`))];
}

function textOf(end: End, other: End, isFirst: boolean): string {
  const others = fieldsOf(other, end, !isFirst);
  const fields = fieldsOf(end, other, isFirst).flatMap((field, at) => lines(field, others[at]));
  return `${fields.join('\n')}\n`;
}

/** Lays the two ends of a tunnel out field by field, so that the lines of ends that fit are alike. */
export function compareEnds({ tunnel }: Judgement): ComparedEnds {
  const [a, b] = tunnel.ends;
  const nameOf = (end: End): string => labelled(end.device.name, endLabel(end));
  return {
    title: l10n.t('{0} ↔ {1}', nameOf(a), nameOf(b)),
    ends: [
      { name: endId(a), text: textOf(a, b, true) },
      { name: endId(b), text: textOf(b, a, false) },
    ],
  };
}

/** Of more values than this, such as the flows of a long ACL, a table shows the first ones; the comparison shows them all. */
const MAX_VALUES = 20;

function shortened(values: readonly string[]): readonly string[] {
  return values.length > MAX_VALUES ? [...values.slice(0, MAX_VALUES), '…'] : values;
}

/** The two ends as a Markdown table. */
export function endsTable({ tunnel }: Judgement): string {
  const [a, b] = tunnel.ends;
  const others = fieldsOf(b, a, false);
  const cell = (values: readonly string[]): string => tableCell(shortened(values).join('<br>')) || '–';
  const rows = fieldsOf(a, b, true).map(
    ({ label, values }, at) => `| ${label} | ${cell(values)} | ${cell(others[at]?.values ?? [])} |`,
  );
  return [`| | ${a.device.name} | ${b.device.name} |`, '|:--|:--|:--|', ...rows].join('\n');
}
