import { describe, it } from 'node:test';
import { explains, isSilent, pair, table, tells, type Files } from './cases';

function files(cause: string, extra: Files, version: 'IKEv1 main' | 'IKEv2' = 'IKEv2'): Files {
  return { ...pair('policy', version), 'cap.txt': table('FW_A', cause, { offline: true }), ...extra };
}

const ofB = (cause: string, time: string, offline = true, peer = '203.0.113.1'): Files => ({
  'b.txt': table('FW_B', cause, { peer, time, offline }),
});

describe('the record of the other end', () => {
  it('explains a deletion that it asked for', () => {
    explains(
      files('peer request', ofB('dpd timeout', '2026-11-25 20:01:03')),
      /other end, FW_B, recorded dpd timeout for this tunnel at 2026-11-25 20:01:03/,
      'b.txt:6',
    );
  });

  it('explains an answer that did not come', () => {
    for (const cause of ['rekey fail', 'exchange timeout', 're-auth timeout'])
      explains(
        files(cause, ofB('authentication fail', '2026-11-25 20:00:50', false)),
        /FW_B, recorded authentication fail/,
      );
  });

  it('is told of a failure that it knows more of', () => {
    tells(
      files('authentication fail', ofB('config ID mismatch', '2026-11-25 20:01:02', false)),
      /FW_B, recorded config ID mismatch/,
    );
  });

  it('counts only for its moment and its tunnel', () => {
    isSilent(files('peer request', ofB('dpd timeout', '2026-11-25 20:11:03')), /FW_B, recorded/);
    isSilent(
      files('peer request', ofB('dpd timeout', '2026-11-25 20:01:03', true, '192.0.2.77')),
      /FW_B, recorded/,
    );
    isSilent(files('peer request', ofB('peer request', '2026-11-25 20:01:03')), /FW_B, recorded/);
  });

  it('is compared by the zones of both devices where they are known', () => {
    const clock = (device: string, zone: string): string =>
      `<${device}>display clock\n2026-11-26 09:00:00\nThursday\nTime Zone(Local) : ${zone}\n<${device}>\n`;
    const zones = { 'az.txt': clock('FW_A', 'UTC+08:00'), 'bz.txt': clock('FW_B', 'UTC') };
    explains(
      files('peer request', { ...ofB('dpd timeout', '2026-11-25 12:01:03'), ...zones }),
      /dpd timeout/,
    );
    isSilent(
      files('peer request', { ...ofB('dpd timeout', '2026-11-25 20:01:03'), ...zones }),
      /FW_B, recorded/,
    );
  });
});

describe('the records of the device itself', () => {
  it('explain what depends on an IKE SA', () => {
    const cause = 'ikev1 phase1-phase2 sa dependent offline';
    const at = (time: string): Files => ({ 'a.txt': table('FW_A', 'peer request', { time, offline: true }) });
    const dependent = (extra: Files): Files => files(cause, extra, 'IKEv1 main');
    const own = (time: string, extra: Files): Files => ({
      ...dependent(extra),
      'cap.txt': table('FW_A', cause, { time, offline: true }),
    });
    explains(
      own('2026-11-25 20:01:02', at('2026-11-25 20:01:01')),
      /FW_A recorded peer request for the same peer/,
      'a.txt:6',
    );
    isSilent(own('2026-11-25 20:01:02', at('2026-11-25 19:01:01')), /FW_A recorded/);
  });

  it('explain an SA that ran out without a successor', () => {
    const before = (time: string): Files => ({
      'a.txt': table('FW_A', 'phase2 proposal or pfs mismatch', { time }),
    });
    explains(
      files('phase2 hard expiry', before('2026-11-25 19:58:00')),
      /FW_A recorded phase2 proposal or pfs mismatch for the same peer/,
    );
    isSilent(files('phase2 hard expiry', before('2026-11-25 20:05:00')), /FW_A recorded/);
    isSilent(files('phase2 hard expiry', before('2026-11-25 12:00:00')), /FW_A recorded/);
  });

  it('tell how many strangers a device heard of', () => {
    const row = (peer: string): string => table('FW_A', 'cookie mismatch', { peer });
    const all = { ...pair(), 'cap.txt': table('FW_A', 'cookie mismatch', { peer: '192.0.2.1' }) };
    tells(
      { ...all, 'a.txt': row('192.0.2.2') + row('192.0.2.3') },
      /No IKE peer of FW_A names 192\.0\.2\.1\..*same cause for other addresses too: 192\.0\.2\.2, 192\.0\.2\.3/,
    );
  });
});
