import { faultMatrix, type Cell } from './matrix';
import { STYLES, VERSIONS } from './pairs';

/** `npm run faults`: prints what was found and repaired of every fault in every kind of pair. Exit code 1 where anything is missing. */

const cells = faultMatrix();

/** `4/4` where every end was found and repaired, `-` where the fault cannot be made. */
function cellText(own: readonly Cell[]): string {
  const good = own.filter(({ complaints }) => complaints.length === 0).length;
  return own.length === 0 ? '-' : `${good}/${own.length}`;
}

const columns = STYLES.flatMap((style) => VERSIONS.map((version) => ({ style, version })));
const faults = [...new Set(cells.map(({ fault }) => fault))];
const rows = faults.map(({ name, rule }) => [
  `${name} (${rule})`,
  ...columns.map(({ style, version }) =>
    cellText(
      cells.filter(
        (cell) =>
          cell.fault.name === name &&
          cell.fault.rule === rule &&
          cell.style === style &&
          cell.version === version,
      ),
    ),
  ),
]);
const head = ['fault (rule)', ...columns.map(({ style, version }) => `${style}, ${version}`)];
const unique = rows.filter(([label], at) => rows.findIndex(([other]) => other === label) === at);
for (const row of [head, head.map(() => '---'), ...unique]) console.log(`| ${row.join(' | ')} |`);

const bad = cells.filter(({ complaints }) => complaints.length > 0);
console.log(
  `\n${cells.length - bad.length} of ${cells.length} faults were found on both lines, alone, and repaired by the preferred repair.`,
);
for (const { fault, style, version, side, complaints } of bad)
  console.log(`${fault.name}, ${style}, ${version}, end ${side}:\n  ${complaints.join('\n  ')}`);
process.exitCode = bad.length > 0 ? 1 : 0;
