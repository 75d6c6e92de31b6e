import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRunning } from '../../../server/src/model/running';
import { Document } from '../../../server/src/syntax/document';

function listedIn(lines: readonly string[]): string[] {
  const { items } = Document.parse(`${lines.join('\n')}\n<FW>\n`, 'huawei-vrp-output');
  return [...readRunning('file:///a.txt', items).listed];
}

const ENTRY = [
  'IPSec policy group: "map1"',
  'Using interface: GigabitEthernet1/0/0',
  '    Sequence number: 10',
  '    Peer name    :  b',
];

describe('whether an answer lists all that there is', () => {
  it('does not take the sequence number of an entry for how many there are', () => {
    assert.deepEqual(listedIn(['<FW>display ipsec policy', ...ENTRY]), ['ipsec-policy']);
  });

  it('counts what came against what the device says there is, also with blank lines between', () => {
    const said = (count: number): string[] => [
      '<FW>display ipsec policy',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      `Current ipsec policy number: ${count}`,
      ...ENTRY,
    ];
    assert.deepEqual(listedIn(said(1)), ['ipsec-policy']);
    assert.deepEqual(listedIn(said(2)), []);
  });

  for (const count of [
    'Number of IKE Proposals: 2',
    'Current ike proposal number: 2',
    ' Total IKE proposal number : 2',
    'Number of proposals: 2',
  ]) {
    it(`reads the count of ${count}`, () => {
      const proposal = ['IKE Proposal: 10', '  Diffie-Hellman Group : MODP-2048'];
      assert.deepEqual(listedIn(['<FW>display ike proposal', count, ...proposal]), []);
      const two = [...proposal, 'IKE Proposal: 20', '  Diffie-Hellman Group : MODP-2048'];
      assert.deepEqual(listedIn(['<FW>display ike proposal', count, ...two]), ['ike-proposal']);
    });
  }
});
