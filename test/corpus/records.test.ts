import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readOutputs, type OutputName } from '../../server/src/display';
import { momentOf } from '../../server/src/display/moment';
import { Document } from '../../server/src/syntax/document';
import { decode } from '../../server/src/text/decode';
import { factsOf, textsOf } from '../server/display/readFacts';
import { corpus, skip } from './load';

function textOf(name: string): string {
  return decode(readFileSync(join(corpus, 'displays', name)))?.text ?? '';
}

/** The facts of a real answer; `command` stands for the one that was not saved with it. */
function real(name: string, kind: OutputName, command = ''): Record<string, unknown>[] {
  return factsOf((command && `<FW_A>${command}\n`) + textOf(name), kind);
}

describe('real answers', { skip }, () => {
  test('display clock gives the time of the device and its zone', () => {
    for (const command of ['', 'display clock']) {
      const [clock] = real('VRP_display_clock_moscow.txt', 'clock', command);
      assert.deepEqual(clock?.['moment'], { milliseconds: Date.UTC(2021, 2, 17, 14, 4, 22), offset: 180 });
      assert.equal(clock['zoneName'], 'Moscow');
    }
    assert.deepEqual(real('NE40E_display_clock.txt', 'clock'), []);
  });

  test('display ip pool gives every pool with its numbers', () => {
    const pools = real('NE40E_display_ip_pool.txt', 'ipPool');
    assert.deepEqual(
      pools.map(({ name, total, used, idle, sections }) => [
        name,
        total,
        used,
        idle,
        (sections as []).length,
      ]),
      [
        ['dynamic', '0', '0', '0', 0],
        ['123', '0', '0', '0', 0],
        ['huawei', undefined, undefined, undefined, 1],
      ],
    );
    assert.deepEqual(pools[2]?.['sections'], [
      {
        start: '10.1.1.2',
        end: '10.1.1.5',
        total: '4',
        used: '0',
        idle: '3',
        conflicted: '1',
        disabled: '0',
        reserved: '0',
      },
    ]);
  });

  test('display license verbose gives every item with its end', () => {
    for (const command of ['', 'display license verbose']) {
      const [license] = real('ntc_huawei_vrp_display_license_verbose_license_verbos.txt', 'license', command);
      assert.equal(license?.['state'], 'Demo');
      const items = license['items'] as { limit: string; used: string; expiresAt: object }[];
      assert.deepEqual(
        items.map(({ limit, used }) => `${used} of ${limit}`),
        ['1 of 1', '0 of 80', '0 of 400'],
      );
      for (const { expiresAt } of items)
        assert.deepEqual(expiresAt, { milliseconds: Date.UTC(2020, 6, 12), isDate: true });
    }
  });

  test('display aaa offline-record gives user, times and reason', () => {
    for (const name of ['CE_V100_display_aaa_offline-record.txt', 'CE_display_aaa_offline-record_all.txt']) {
      const records = real(name, 'aaaOfflineRecord');
      assert.equal(records.length, 1, name);
      for (const { loginTime, offlineTime, reason } of records) {
        assert.ok((momentOf(String(loginTime)) ?? Infinity) < (momentOf(String(offlineTime)) ?? 0), name);
        assert.match(String(reason), /^(?:Idle timeout|user request to offline)$/);
      }
    }
  });

  test('display interface brief gives every interface with both states', () => {
    const files = ['interface_brief_interface_brie', 'interface_brief2_interface_brie'];
    for (const [file, count] of [
      [files[0], 18],
      [files[1], 17],
    ] as const) {
      const name = `ntc_huawei_vrp_display_${file ?? ''}.txt`;
      const rows = textOf(name)
        .split('\n')
        .filter((line) => /\d%?\s+\d+\s*$/.test(line));
      const states = real(name, 'interfaceBrief');
      assert.equal(states.length, rows.length, name);
      assert.equal(states.length, count, name);
      for (const { physical, protocol } of states) {
        assert.match(String(physical), /^[*^]?(?:up|down)(?:\(\w\))?$/);
        assert.match(String(protocol), /^(?:up|down)(?:\(\w\))?$/);
      }
    }
  });

  test('whatever is read stands where its place says', () => {
    for (const name of readdirSync(join(corpus, 'displays'))) {
      const outputs = readOutputs(Document.parse(textOf(name), 'huawei-vrp-output').items);
      for (const { facts } of outputs) textsOf(facts);
    }
  });
});
