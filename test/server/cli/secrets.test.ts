import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check, formatText } from '../../../server/src/cli/check';
import { formatSarif } from '../../../server/src/cli/sarif';
import { repairFiles } from '../../../server/src/workspace/repairs';
import { defaultSettings } from '../../../server/src/workspace/settings';
import { Workspace } from '../../../server/src/workspace/workspace';
import { SECRET_COMMANDS, secretLines } from '../features/secretLines';

const VIEWS = [
  'ike peer a',
  'ike proposal 10',
  'ike user-table 1\n user x',
  'ipsec proposal p',
  'ipsec policy m 1 isakmp',
  'ipsec policy m 1 manual',
  'ipsec policy-template t 1',
  'ipsec profile p',
  'interface Tunnel1',
  'aaa',
];

/** Ways in which somebody can write a line wrongly. */
const SLIPS: readonly ((line: string) => string)[] = [
  (line) => line,
  (line) => line.replace(/(\w)(\w)/, '$2$1'),
  (line) => line.replace(/(\w)(\w)(\S* )(?=\S+$)/, '$2$1$3'),
  (line) => `${line} more`,
  (line) => `${line}\n  ${line}`,
  (line) => line.replace(/\b(cipher|simple|plain)\b/, 'chiper'),
  (line) => `undo ${line}`,
];

describe('nothing that is printed holds a secret', () => {
  for (const { syntax } of SECRET_COMMANDS)
    test(syntax, () => {
      for (const line of secretLines(syntax).slice(0, 12))
        for (const view of VIEWS) {
          const workspace = new Workspace();
          for (const [at, slip] of SLIPS.entries()) {
            const text = `#\nsysname A${at}\n#\n${view}\n  ${slip(line)}\n#\nreturn\n`;
            workspace.set(`file:///${at}.cfg`, text, 'huawei-vrp');
          }
          const report = check(workspace.snapshot, defaultSettings, (uri) => uri.replace('file://', ''));
          const { steps } = repairFiles(workspace.snapshot);
          const printed = [
            JSON.stringify(report),
            formatText(report),
            formatSarif(report, '/'),
            steps.join(),
          ];
          for (const each of printed) assert.doesNotMatch(each, /Canary|7f#3K/, `${view}: ${line}`);
        }
    });
});
