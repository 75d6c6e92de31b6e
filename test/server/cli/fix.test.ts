import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rewritten } from '../../../server/src/cli/fix';
import { decode } from '../../../server/src/text/decode';
import { broken, FAULTS } from '../tunnels/faults';
import { healthyPair, type PairTexts } from '../tunnels/pairs';
import { run, withFolder } from './run';

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
});
