import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { BROKEN, run, runIn, withFolder } from './run';

const HAN = /\p{Script=Han}/u;
const TERMINAL = 'zh_CN.UTF-8';

describe('The command line in Chinese', () => {
  it('says problems, tunnels, repairs and help in the language of the terminal', async () => {
    await withFolder({ 'hq.cfg': BROKEN }, (folder) => {
      const { code, stdout } = runIn(TERMINAL, 'check', folder);
      assert.equal(code, 1);
      assert.match(stdout, /hq\.cfg:22:\d+: 错误：IKE 安全提议 11 在此设备上未定义。 \[undefined-name\]\n/);
      assert.match(stdout, /^1 个文件、1 台设备：1 个错误、0 个警告、\d+ 条提示$/m);
      assert.match(runIn(TERMINAL, 'tunnels', folder).stdout, /：对端不在这些文件中\n/);
      assert.match(runIn(TERMINAL, 'fix', '--dry-run', folder).stdout, HAN);
    });
    assert.match(runIn(TERMINAL, '--help').stdout, /故障原因的含义以及如何排查。/);
  });

  it('says what is wrong with its usage in one line', () => {
    const path = join('no', 'such.cfg');
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [['check', path], `无法读取 ${path}：路径不存在。`],
      [['check', '--bogus', 'x'], '未知选项“--bogus”。'],
      [['fix'], 'fix 需要一个文件或文件夹。'],
      [['explain', 'dpd timeot'], '“dpd timeot”不是已知的故障原因。是否指 "dpd timeout"？'],
      [['bogus'], '“bogus”不是命令：check、explain、tunnels、fix、redact、lsp（--help 列出这些命令）。'],
    ];
    for (const [args, sentence] of wrong)
      assert.deepEqual(runIn(TERMINAL, ...args), { code: 2, stdout: '', stderr: `${sentence}\n` });
  });

  it('takes the language that is asked for, whatever the terminal speaks', async () => {
    await withFolder({ 'hq.cfg': BROKEN }, (folder) => {
      assert.doesNotMatch(runIn(TERMINAL, 'check', '--lang', 'en', folder).stdout, HAN);
      assert.match(run('check', '--lang', 'zh-cn', folder).stdout, HAN);
      assert.match(run('fix', '--dry-run', '--lang', 'zh-cn', folder).stdout, HAN);
    });
  });

  it('writes for programs in English, unless they ask for another language', async () => {
    await withFolder({ 'hq.cfg': BROKEN }, (folder) => {
      for (const format of ['json', 'sarif']) {
        const args = ['check', '--format', format, folder];
        assert.equal(runIn(TERMINAL, ...args).stdout, run(...args).stdout);
        assert.match(run(...args, '--lang', 'zh-cn').stdout, HAN);
      }
    });
  });
});
