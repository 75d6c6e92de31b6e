import { describe, test } from 'node:test';
import { checkFix, checkRule } from './check';

const RULE = 'heartbeat-timeout-too-short';
const device = (interval: number | string, timeout: number | string, drawn = ''): string =>
  `#\nsysname FW_A\n#\nike heartbeat-timer interval ${interval}\nike heartbeat-timer timeout ${timeout}\n${drawn}#\nreturn\n`;

describe('finds', () => {
  test('a timeout that is not longer than the interval', () => {
    for (const timeout of [60, 40])
      checkRule(
        RULE,
        device(
          60,
          timeout,
          '                            ^^ warning heartbeat-timeout-too-short is not longer than the interval of 60 seconds\n',
        ),
      );
  });
  test('one under three intervals, as a remark', () => {
    checkRule(
      RULE,
      device(
        60,
        100,
        '                            ^^^ information heartbeat-timeout-too-short is under three intervals of 60 seconds\n',
      ),
    );
  });
});

describe('repairs', () => {
  test('the timeout, to three intervals and not under what the device takes', () => {
    checkFix(RULE, device(60, 100), device(60, 180));
    checkFix(RULE, device(60, 50), device(60, 180));
  });
});

describe('stays silent', () => {
  test('from three intervals on, and where only one of the two is set', () => {
    checkRule(RULE, device(60, 180));
    checkRule(RULE, '#\nsysname FW_A\n#\nike heartbeat-timer timeout 30\n#\n');
    checkRule(RULE, '#\nsysname FW_A\n#\nike heartbeat-timer interval 600\n#\n');
  });
  test('where a later line takes the one before back', () => {
    checkRule(RULE, `${device(60, 50)}undo ike heartbeat-timer timeout\n#\n`);
  });
  test('on a value that the device refuses: that is a finding of its own', () => {
    checkRule(RULE, device(60, 20));
  });
  test('where a line is taken back', () => {
    checkRule(
      RULE,
      device(60, 50).replace('ike heartbeat-timer interval', 'undo ike heartbeat-timer interval'),
    );
  });
});
