import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rewritten } from '../../../server/src/cli/fix';
import { decode } from '../../../server/src/text/decode';
import { broken, FAULTS } from '../tunnels/faults';
import { healthyPair, type PairTexts } from '../tunnels/pairs';
import { printed } from '../tunnels/printed';
import { findingsIn } from '../rules/check';
import { CAPTURE } from '../rules/fixtures';
import { HEALTHY, run, withFolder } from './run';

const faultOf = (rule: string): (typeof FAULTS)[number] => {
  const found = FAULTS.find((each) => each.rule === rule);
  assert.ok(found);
  return found;
};

const healthy = healthyPair('policy', 'IKEv2');
const pair: PairTexts = [
  'dh-group-mismatch',
  'pre-shared-key-mismatch',
  'protected-flow-mismatch',
].reduce<PairTexts>((texts, rule) => broken(texts, 'b', faultOf(rule)), healthy);

/** Two problems that `fix` repairs where nothing turns them off. */
const BROKEN_TWICE = HEALTHY.replace(' dh group14', ' dh group14\n dh group14').replace(
  'remote-address',
  'remote-adress',
);
const OFF = '{ "rules": { "duplicate-command": "off", "unknown-command": "off" } }';

describe('fix', () => {
  it('repairs both files so that check finds no error any more, and prints no key', async () => {
    await withFolder({ 'a.cfg': pair.a, 'b.cfg': pair.b }, (folder) => {
      assert.equal(run('check', folder).code, 1);
      const { code, stdout, stderr } = run('fix', folder);
      assert.equal(code, 0);
      assert.equal(stderr, '');
      assert.match(stdout, /dh group/);
      assert.doesNotMatch(stdout, /Example-Key/);
      assert.equal(run('check', folder).code, 0);
      assert.match(run('fix', folder).stdout, /^Nothing to repair\.$/m);
    });
  });
  it('changes nothing with --dry-run, and only what one rule finds with --rule', async () => {
    await withFolder({ 'a.cfg': pair.a, 'b.cfg': pair.b }, (folder) => {
      const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
      assert.match(run('fix', '--dry-run', folder).stdout, /would change/);
      assert.equal(read('b.cfg'), pair.b);
      run('fix', '--rule', 'dh-group-mismatch', folder);
      assert.equal(
        read('a.cfg') + read('b.cfg'),
        pair.a.replace('group14', 'group19').replace('dh-group19', 'dh-group14') + pair.b,
      );
    });
  });
  it('prints what is to be typed where a capture is all there is of an end', async () => {
    const { b } = broken(healthy, 'b', faultOf('dh-group-mismatch'));
    const texts = { a: healthy.a.replace('dh group14', 'dh group2'), b };
    await withFolder({ 'a.log': printed(texts.a), 'b.cfg': texts.b }, (folder) => {
      const { stdout, code } = run('fix', folder);
      assert.equal(code, 0);
      assert.match(stdout, /^Nothing to repair in the files themselves\.$/m);
      const script = ['system-view', 'ike proposal 10', 'dh group19', 'return'].map(
        (line) => `    ${line}\n`,
      );
      const text = `\nCommands for FW_A:\nOn VRP8, type commit before return.\n${script.join('')}`;
      assert.ok(stdout.includes(text), stdout);
      assert.equal(readFileSync(join(folder, 'a.log'), 'utf8'), printed(texts.a));
    });
  });
  it('is 2 for a rule that there is not', () => {
    const { code, stderr } = run('fix', '--rule', 'nonsense', '.');
    assert.equal(code, 2);
    assert.match(stderr, /"nonsense" is no rule/);
  });
});

describe('the bytes of a repaired file', () => {
  const GB = [0xd7, 0xdc, 0xb2, 0xbf];
  const bytesOf = (...parts: (string | number[])[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
  const changed = (bytes: Uint8Array): Uint8Array | undefined =>
    rewritten(bytes, (decode(bytes)?.text ?? '').replace('group2', 'group14'));

  it('stay as they were in UTF-8 with a byte order mark, CRLF and a NUL at the end', () => {
    const mark = [0xef, 0xbb, 0xbf];
    const before = bytesOf(mark, 'description 总部😀\r\n dh group2\r\nreturn\r\n', [0]);
    const after = bytesOf(mark, 'description 总部😀\r\n dh group14\r\nreturn\r\n', [0]);
    assert.deepEqual(Buffer.from(changed(before) ?? []), Buffer.from(after));
  });
  it('stay as they were in GB18030, four-byte characters included', () => {
    const four = [0x95, 0x32, 0x82, 0x36];
    const before = bytesOf('description ', GB, four, '\n dh group2\ndescription ', GB, '\n');
    const after = bytesOf('description ', GB, four, '\n dh group14\ndescription ', GB, '\n');
    assert.equal(decode(before)?.encoding, 'gb18030');
    assert.deepEqual(Buffer.from(changed(before) ?? []), Buffer.from(after));
  });
  it('are left alone where damaged characters could not be written back', () => {
    assert.equal(changed(bytesOf('description 总部总部总部', [0xe6], '\n dh group2\n')), undefined);
  });
  it('stay as they were in UTF-16 of either order', () => {
    const text = (group: string): string => `description 总部😀\r\n dh ${group}\r\nreturn\r\n`;
    const little = (group: string): Buffer => Buffer.from(`\ufeff${text(group)}`, 'utf16le');
    for (const make of [little, (group: string) => little(group).swap16()])
      assert.deepEqual(Buffer.from(changed(make('group2')) ?? []), make('group14'));
  });
  it('stay as they were in GB18030 where Chinese stands on the changed line itself', () => {
    const before = bytesOf('description ', GB, '\n dh group2 // ', GB, '\n');
    const after = bytesOf('description ', GB, '\n dh group14 // ', GB, '\n');
    assert.deepEqual(Buffer.from(changed(before) ?? []), Buffer.from(after));
  });
  it('stay as they were with a CR alone, and with CR CR LF', () => {
    const before = bytesOf('sysname A\rx\r\r\n dh group2\r\r\nreturn');
    assert.deepEqual(
      Buffer.from(changed(before) ?? []),
      bytesOf('sysname A\rx\r\r\n dh group14\r\r\nreturn'),
    );
  });
});

describe('fix leaves alone', () => {
  it('a capture, and what the project file turns off', async () => {
    const capture = CAPTURE.replace(' dh group14', ' dh grup14');
    assert.ok(findingsIn(capture, 'huawei-vrp-output').some(({ rule }) => rule.id === 'unknown-command'));
    await withFolder({ 'b.txt': capture, 'c.cfg': BROKEN_TWICE, 'huawei-ipsec.json': OFF }, (folder) => {
      assert.match(run('fix', folder).stdout, /^Nothing to repair\.$/m);
      assert.equal(readFileSync(join(folder, 'b.txt'), 'utf8'), capture);
    });
  });
  it('both files of a repair where one cannot be written back', async () => {
    const damaged = Buffer.concat([
      Buffer.from(`! 总部总部总部`),
      Buffer.from([0xe6]),
      Buffer.from(`\n${pair.b}`),
    ]);
    await withFolder({ 'a.cfg': pair.a, 'b.cfg': damaged }, (folder) => {
      const { stderr } = run('fix', folder);
      assert.match(stderr, /b\.cfg was left alone: it holds characters that cannot be written back/);
      assert.deepEqual(readFileSync(join(folder, 'b.cfg')), damaged);
    });
  });
});
