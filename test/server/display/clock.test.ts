import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { utcOf, type Moment } from '../../../server/src/display/moment';
import { factsOf, onOneLine, withoutCommand } from './readFacts';

const CLOCK = `<FW_A>display clock
2026-11-25 20:01:02+08:00
Wednesday
Time Zone(Beijing) : UTC+08:00
<FW_A>
`;

const EVENING = Date.UTC(2026, 10, 25, 20, 1, 2);

const BEIJING = {
  time: '2026-11-25 20:01:02+08:00',
  moment: { milliseconds: EVENING, offset: 480 },
  zoneName: 'Beijing',
  zone: 'UTC+08:00',
};

describe('display clock', () => {
  it('is read with its zone', () => {
    assert.deepEqual(factsOf(CLOCK, 'clock'), [BEIJING]);
  });

  it('is read without its command, and from one line', () => {
    assert.deepEqual(factsOf(withoutCommand(CLOCK), 'clock'), [BEIJING]);
    assert.deepEqual(factsOf(onOneLine(CLOCK.replace('<FW_A>\n', '')), 'clock'), [BEIJING]);
  });

  it('is read without an offset behind the time, which the zone then gives', () => {
    const [clock] = factsOf(CLOCK.replace('02+08:00', '02'), 'clock');
    assert.deepEqual(clock?.['moment'], { milliseconds: EVENING, offset: 480 });
    assert.equal(utcOf(clock['moment'] as Moment), EVENING - 480 * 60_000);
  });

  it('is read behind the time that the terminal itself prints', () => {
    assert.deepEqual(
      factsOf(CLOCK.replace('clock\n', 'clock\n2026-11-25 20:01:02.120 +08:00\n'), 'clock').length,
      1,
    );
  });

  it('is read in daylight saving time, by as much as the device says', () => {
    const summer = `<FW_A>display clock
2026-07-25 20:01:02 DST
Saturday
Time Zone(CET) : UTC+01:00
Daylight saving time :
    Name        : CEST
    Repeat mode : repeat
    Start year  : 2026
    End year    : 2036
    Start time  : last Sun March 02:00:00
    End time    : last Sun October 03:00:00
    Saving time : 01:00:00
`;
    const [clock] = factsOf(summer, 'clock');
    assert.deepEqual(clock, {
      time: '2026-07-25 20:01:02 DST',
      moment: { milliseconds: Date.UTC(2026, 6, 25, 20, 1, 2), offset: 120, isSummerTime: true },
      zoneName: 'CET',
      zone: 'UTC+01:00',
      summerName: 'CEST',
      summerStart: 'last Sun March 02:00:00',
      summerEnd: 'last Sun October 03:00:00',
      summerSaving: '01:00:00',
    });
    const [unknown] = factsOf(summer.replace('    Saving time : 01:00:00\n', ''), 'clock');
    assert.equal((unknown?.['moment'] as Moment).offset, undefined);
  });

  it('takes UTC for what it is', () => {
    const [clock] = factsOf('<FW_A>dis clo\n2026-11-25 20:01:02\nWednesday\nTime Zone(UTC) : UTC\n', 'clock');
    assert.deepEqual(clock?.['moment'], { milliseconds: EVENING, offset: 0 });
    assert.equal(clock['zoneName'], 'UTC');
  });

  it('is not what the sources of a synchronous clock print', () => {
    const source =
      '<NE>display clock source\nSystem trace source State:    lock mode\n bits0   1/---/---  sec  dnu  normal  yes\n';
    assert.deepEqual(factsOf(source, 'clock'), []);
  });
});
