import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findMoment, momentOf, readMoment, withYearNear } from '../../../server/src/display/moment';

/** The evening that most spellings below say. */
const EVENING = Date.UTC(2026, 10, 25, 20, 1, 2);

describe('a moment', () => {
  const spellings: readonly string[] = [
    '2026-11-25 20:01:02',
    '2026/11/25 20:01:02',
    '2026/11/25  20:01:02',
    '2026.11.25 20:01:02',
    '2026-11-25T20:01:02',
    '2026-11-25T20:01:02Z',
    '2026-11-25T20:01:02+0800',
    '2026-11-25 20:01:02+08:00',
    '2026-11-25 20:01:02 UTC-08:00',
    '2026-11-25 20:01:02 DST',
    '2026-11-25 20:01:02+09:00 DST',
    '2026-11-25 20:1:2',
    '[2026-11-25 20:01:02]'.slice(1),
    'Nov 25 2026 20:01:02',
    'Nov 25 2026 20:01:02+08:00',
    'Nov 25 2026 20:01:02.000.1+08:00',
    'Nov 25 2026 20:01:02 DST',
    'Nov 25, 2026 20:01:02',
    'November 25 2026 20:01:02',
    'Wed Nov 25 2026 20:01:02',
    'Nov 25 20:01:02 2026 GMT',
    'Wed Nov 25 20:01:02 2026',
    '25-Nov-2026 20:01:02',
    '25-nov-2026 20:01:02',
    '25 Nov 2026 20:01:02',
    '25 Nov 2026, 20:01:02',
    'Wed, 25 Nov 2026 20:01:02 GMT',
    '25/Nov/2026:20:01:02 +0800',
    '20:01:02 UTC Nov 25 2026',
    '20:01:02 UTC Wed Nov 25 2026',
    '20:01:02 UTC+08:00 Wed 2026/11/25',
    '2026年11月25日 20:01:02',
    '2026年11月25日20:01:02',
  ];
  for (const text of spellings)
    it(`is read from ${text}`, () => {
      assert.equal(momentOf(text), EVENING);
    });

  it('is read with its fraction', () => {
    assert.equal(momentOf('2026-11-25 20:01:02.5'), EVENING + 500);
    assert.equal(momentOf('2026-11-25 20:01:02,370'), EVENING + 370);
    assert.equal(momentOf('Nov 25 2026 20:01:02.370.12+08:00'), EVENING + 370);
    assert.equal(momentOf('2026-11-25 20:01:02.123456'), EVENING + 123);
  });

  it('is read from a date alone', () => {
    const date = Date.UTC(2026, 10, 25);
    for (const text of ['2026-11-25', '2026/11/25', '25-Nov-2026', 'Nov 25 2026', '2026年11月25日']) {
      assert.equal(momentOf(text), date, text);
      assert.equal(readMoment(text)?.isDate, true, text);
    }
  });

  it('knows what was printed of its zone', () => {
    assert.equal(readMoment('2026-11-25 20:01:02+08:00')?.offset, 480);
    assert.equal(readMoment('Nov 25 2026 20:01:02-03:30 DST')?.offset, -210);
    assert.equal(readMoment('Nov 25 2026 20:01:02-03:30 DST')?.isSummerTime, true);
    assert.equal(readMoment('Nov 25 20:01:02 2026 GMT')?.offset, 0);
    assert.equal(readMoment('2026-11-25 20:01:02')?.offset, undefined);
  });

  for (const text of [
    '05/06/2026 20:01:02',
    '25/11/2026',
    '11-25-2026 20:01:02',
    '26-11-25 20:01:02',
    '2026-13-25 20:01:02',
    '2026-02-30 20:01:02',
    '2026-11-25 25:01:02',
    '2026-11-25 20:61:02',
    '2026/11-25 20:01:02',
    '20:01:02',
    '2026',
    '0000-00-00 00:00:00',
    'Nov 31 2026 20:01:02',
    'NovX 25 2026',
    '-',
    '',
  ])
    it(`is not guessed from ${text || 'nothing'}`, () => {
      assert.equal(momentOf(text), undefined);
    });

  it('without a year sorts within one and finds its year beside another time', () => {
    const evening = readMoment('Nov 25 20:01:02');
    const next = readMoment('Nov  26 00:00:00');
    assert.ok(evening?.lacksYear && next);
    assert.equal(momentOf('Nov 25 20:01:02'), undefined);
    assert.ok(evening.milliseconds < next.milliseconds);
    assert.equal(withYearNear(evening, EVENING + 5000).milliseconds, EVENING);
    const silvester = readMoment('Dec 31 23:59:59');
    assert.ok(silvester);
    const year = withYearNear(silvester, Date.UTC(2027, 0, 1));
    assert.deepEqual(year, { milliseconds: Date.UTC(2026, 11, 31, 23, 59, 59) });
    const leap = readMoment('Feb 29 12:00:00');
    assert.ok(leap);
    assert.equal(withYearNear(leap, Date.UTC(2027, 6, 1)).milliseconds, Date.UTC(2028, 1, 29, 12));
  });

  it('is found within a line, with its place', () => {
    const text = '<189>Nov 25 2026 20:01:02+08:00 FW_A %%01IKE/4/X(l):';
    const found = findMoment(text);
    assert.deepEqual(found && [text.slice(found.start, found.end), found.moment.milliseconds], [
      'Nov 25 2026 20:01:02+08:00',
      EVENING,
    ]);
    assert.equal(findMoment('20.1.2.3 4500 10:00'), undefined);
  });

  it('sorts as its clock does, however it is spelled', () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (date) => {
          date.setUTCMilliseconds(0);
          const day = date.toISOString().slice(0, 10);
          const time = date.toISOString().slice(11, 19);
          const [year, , number] = day.split('-');
          const month = date.toUTCString().slice(8, 11);
          for (const text of [
            `${day} ${time}`,
            `${day.replaceAll('-', '/')} ${time}`,
            `${month} ${number} ${year} ${time}+08:00`,
            `${month} ${two(Number(number)).replace(/^0/, ' ')} ${time} ${year} GMT`,
            `${number}-${month}-${year} ${time}`,
          ])
            assert.equal(momentOf(text), date.getTime(), text);
        },
      ),
    );
  });

  it('is looked for in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const found = findMoment(text);
        if (found) assert.ok(found.start < found.end && found.end <= text.length);
      }),
    );
  });
});
