import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { healthyPair } from '../tunnels/pairs';
import { run, withFolder } from './run';

const { a } = healthyPair('policy', 'IKEv2');

describe('redact', () => {
  it('prints a file without its secrets and with all else', async () => {
    await withFolder({ 'a.cfg': a }, (folder) => {
      const { code, stdout, stderr } = run('redact', join(folder, 'a.cfg'));
      assert.deepEqual([code, stderr], [0, '']);
      assert.equal(stdout, a.replace('Example-Key-1', 'Masked-1'));
    });
  });
  it('reads GB18030, and prints it as UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('sysname A\ndescription '),
      Buffer.from([0xd7, 0xdc, 0xb2, 0xbf]),
      Buffer.from('\nike peer a\n pre-shared-key Huawei@123\n'),
    ]);
    await withFolder({ 'a.cfg': bytes }, (folder) => {
      const { stdout } = run('redact', join(folder, 'a.cfg'));
      assert.equal(stdout, 'sysname A\ndescription 总部\nike peer a\n pre-shared-key Masked-1\n');
    });
  });
  for (const [what, args, sentence] of [
    ['no file', [], 'redact wants one file.'],
    ['two files', ['x', 'y'], 'redact wants one file.'],
    ['a file that is not there', ['nothing'], 'Cannot read nothing: it does not exist.'],
    ['a folder', ['server'], 'Cannot read server: it is a folder.'],
  ] as const)
    it(`is 2 for ${what}`, () => {
      assert.deepEqual(run('redact', ...args), { code: 2, stdout: '', stderr: `${sentence}\n` });
    });
});

describe('the command line', () => {
  it('helps wherever it is asked to, but for a path that looks like it', () => {
    for (const args of [['--help'], ['-h'], ['check', '--help'], ['fix', '-h', 'x']]) {
      const { code, stdout } = run(...args);
      assert.equal(code, 0);
      assert.match(stdout, /huawei-ipsec redact FILE/);
    }
    assert.match(run('check', '--', '--help').stderr, /^Cannot read --help/);
  });
  it('says in one line what is wrong with an option, and with an empty path', () => {
    assert.equal(run('check', '--bogus', 'x').stderr, "Unknown option '--bogus'.\n");
    assert.equal(run('check', '').stderr, 'Cannot read "": the path is empty.\n');
    assert.equal(run('check', '').code, 2);
  });
});
