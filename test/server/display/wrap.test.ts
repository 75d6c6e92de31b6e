import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOutputs } from '../../../server/src/display';
import { Document } from '../../../server/src/syntax/document';
import { factsOf } from './readFacts';

/** The lines of the first answer, as they are read. */
function linesOf(text: string): string[] {
  const [first] = readOutputs(Document.parse(text, 'huawei-vrp-output').items);
  return (first?.output.lines ?? []).map((line) => line.text).filter((each) => each !== '');
}

/** What a terminal of 80 columns shows. */
function at80(text: string): string {
  return text.replaceAll(/(.{80})(?=.)/g, '$1\n');
}

describe('a line that fills the terminal', () => {
  it('is not put together with the next row of its table', () => {
    const rows = ['16387', '12345', '7'].map(
      (id) => `${id.padEnd(10)}${id.padEnd(10)}203.0.113.2     Up        D/IP-IF       GigabitEthernet1/0/2`,
    );
    assert.ok(rows.every((row) => row.length === 80));
    assert.deepEqual(linesOf(`<FW_A>display ike statistics\n${rows.join('\n')}\n`), rows);
  });

  it('is not put together with a label of its own', () => {
    const full = `Authentication fail (may be pre-shared-key error)${' '.repeat(20)}:12345678901`;
    assert.equal(full.length, 81);
    const exact = full.slice(0, -1);
    const next = `Peer's flow netmask range is too wide${' '.repeat(32)}:0`;
    assert.deepEqual(linesOf(`<FW_A>display ikev2 statistics error\n${exact}\n${next}\n`), [exact, next]);
  });

  it('is put together with the rest of its value, also of a label and of an address', () => {
    const value = ` Description      : ${'x'.repeat(90)}`;
    const label = `${' '.repeat(70)}IPSec netmask source : 24`;
    const address = ` User ID          : ${' '.repeat(49)}2001:db8:abcd:abcd::1`;
    for (const line of [value, label, address])
      assert.deepEqual(linesOf(at80(`<FW_A>display ike user-table\nx : 1\n${line}\ny : 2\n`)), [
        'x : 1',
        line,
        'y : 2',
      ]);
  });

  it('leaves an answer alone that has longer lines', () => {
    const lines = ['x'.repeat(80), 'y : 1', 'z'.repeat(90)];
    assert.deepEqual(linesOf(`<FW_A>display ike statistics\n${lines.join('\n')}\n`), lines);
  });
});

describe('the time of a terminal program', () => {
  it('is taken off where every line has one, with the places of the file', () => {
    const text = `[09:14:01] <FW_A>display ike global config
[09:14:01] IKE Global Config:
[09:14:02] ----------------------------
[09:14:02]   IKE call admission  : 800
`;
    const [config] = factsOf(text, 'ikeGlobalConfig');
    assert.equal(config?.['callAdmission'], '800');
  });

  it('is kept where it is what a table or a log says', () => {
    const lines = ['2026-03-02 09:14:27 something', '2026-03-02 09:14:28 else'];
    assert.deepEqual(linesOf(`<FW_A>display ike statistics\n${lines.join('\n')}\n`), lines);
  });
});
