import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOutputs, type Displayed } from '../../../server/src/display';
import { Document } from '../../../server/src/syntax/document';
import { factsOf } from './readFacts';

function outputsOf(text: string): readonly Displayed[] {
  return readOutputs(Document.parse(text, 'huawei-vrp-output').items);
}

describe('any capture', () => {
  it('tells several commands on one line apart', () => {
    const text =
      '<FW_A> display ipsec policy name map1 ========= IPSec policy group: "map1" Using interface: GE1/0/0 ========= Sequence number: 10 Security data flow: 3000 ...... <FW_A> display ike proposal number 1 ---------- IKE Proposal: 1 Encryption Algorithm : AES-256\n';
    assert.deepEqual(
      outputsOf(text).map(({ name, output }) => [name, output.device, output.command.join(' ')]),
      [
        ['ipsecPolicy', 'FW_A', 'display ipsec policy name map1'],
        ['ikeProposal', 'FW_A', 'display ike proposal number 1'],
      ],
    );
  });

  it('takes commands cut short, as devices do', () => {
    const text = '<FW_A>dis ike prop\n IKE Proposal: 10\n   Encryption Algorithm : AES-256\n';
    assert.deepEqual(factsOf(text, 'ikeProposal'), [{ name: '10', encryptionAlgorithm: 'AES-256' }]);
  });

  it('gives an answer that is longer than an item in one piece', () => {
    const rows = Array.from(
      { length: 1000 },
      (_, at) => `  203.0.113.1   500   dpd timeout   v2   2026-03-02 09:${String(10 + (at % 50))}:27\n`,
    );
    const text = `<FW_A>display ike offline-info\n-----------------\n  peer port offline-reason version offline-time\n-----------------\n${rows.join('')}<FW_A>\n`;
    assert.equal(outputsOf(text).length, 1);
    assert.equal(factsOf(text, 'ikeOfflineInfo').length, 1000);
  });
});
