import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOutputs } from '../../../server/src/display';
import { isUp } from '../../../server/src/display/interfaceBrief';
import { Document } from '../../../server/src/syntax/document';
import { factsOf, onOneLine, withoutCommand } from './readFacts';

const BRIEF = `<FW_A>display interface brief
PHY: Physical
*down: administratively down
^down: standby
(l): loopback
(s): spoofing
(b): BFD down
InUti/OutUti: input utility/output utility
Interface                   PHY   Protocol  InUti OutUti   inErrors  outErrors
Eth-Trunk1                  up    up           0%  0.01%          0          0
  GigabitEthernet1/0/1(10G) up    up           0%     0%          0          0
  GigabitEthernet1/0/2      *down down         0%     0%          0          0
GigabitEthernet1/0/3(v)     up(l) down         0%     0%          0          0
Tunnel1                     up    *down        --     --          0          0
Virtual-if0                 up    up(s)        --     --          0          0
NULL0                       up    up(s)        --     --          0          0
<FW_A>
`;

const ROWS = [
  ['Eth-Trunk1', 'up', 'up'],
  ['GigabitEthernet1/0/1', 'up', 'up'],
  ['GigabitEthernet1/0/2', '*down', 'down'],
  ['GigabitEthernet1/0/3', 'up(l)', 'down'],
  ['Tunnel1', 'up', '*down'],
  ['Virtual-if0', 'up', 'up(s)'],
  ['NULL0', 'up', 'up(s)'],
];

function rowsOf(text: string): unknown[] {
  return factsOf(text, 'interfaceBrief').map(({ name, physical, protocol }) => [name, physical, protocol]);
}

describe('display interface brief', () => {
  it('is read with every state', () => {
    assert.deepEqual(rowsOf(BRIEF), ROWS);
  });

  it('is read without its command, and from one line', () => {
    assert.deepEqual(rowsOf(withoutCommand(BRIEF)), ROWS);
    assert.deepEqual(rowsOf(onOneLine(BRIEF.replace(/<FW_A>\n$/, ''))), ROWS);
  });

  it('says whether an interface is up', () => {
    const [displayed] = readOutputs(Document.parse(BRIEF, 'huawei-vrp-output').items);
    assert.ok(displayed?.name === 'interfaceBrief');
    assert.deepEqual(
      displayed.facts.map(({ physical, protocol }) => [isUp(physical), isUp(protocol)]),
      ROWS.map(([, physical = '', protocol = '']) => [physical.startsWith('up'), protocol.startsWith('up')]),
    );
  });
});
