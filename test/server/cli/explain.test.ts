import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { causes } from '../../../server/src/causes';
import { explain, nearestCauses } from '../../../server/src/cli/explain';
import { converse, run } from './run';

interface Explained {
  readonly name: string;
  readonly kind: string;
  readonly reasonCode: number | null;
  readonly meaning: string;
  readonly steps: readonly { readonly check: string }[];
}

describe('explain', () => {
  it('knows every cause by its name, in text and in JSON', () => {
    for (const { name } of causes) {
      assert.ok(explain(name, 'text')?.includes(name), name);
      assert.equal((JSON.parse(explain(name, 'json') ?? '{}') as Explained).name, name);
    }
  });

  it('takes any spelling', () => {
    for (const spelling of ['dpd timeout', 'DPD-Timeout', 'dpd_timeout', '  dpd   timeout ']) {
      const { code, stdout } = run('explain', spelling, '--format', 'json');
      assert.equal(code, 0, spelling);
      assert.equal((JSON.parse(stdout) as Explained).name, 'dpd timeout', spelling);
    }
    assert.equal(
      (JSON.parse(run('explain', 'flow conflict', '--format', 'json').stdout) as Explained).name,
      'flow confict',
    );
  });

  it('takes a name without quotes', () => {
    assert.match(run('explain', 'flow', 'or', 'peer', 'mismatch').stdout, /flow or peer mismatch/);
  });

  it('takes a reason code', () => {
    const { code, stdout } = run('explain', '1', '--format', 'json');
    const cause = JSON.parse(stdout) as Explained;
    assert.equal(code, 0);
    assert.equal(cause.name, 'phase1 proposal mismatch');
    assert.equal(cause.reasonCode, 1);
    assert.ok(cause.meaning.length > 0 && cause.steps.length > 0);
  });

  it('takes a reason code with what alarms call it', () => {
    for (const asked of [
      'ReasonCode=4',
      'reason code 4',
      'Reason-Code: 4',
      '原因码：4',
      '04',
      'hwIPSecReasonCode=4',
    ])
      assert.match(explain(asked, 'text') ?? '', /^`flow or peer mismatch`/, asked);
  });

  it('takes a line that holds a cause, and asks where it holds several', () => {
    assert.match(explain('10.1.1.1  500  dpd-timeout  v2  2026-01-01', 'text') ?? '', /^`dpd timeout`/);
    assert.match(explain('(Reason=phase1 proposal mismatch, ReasonCode=1)', 'text') ?? '', /^`phase1/);
    const { code, stderr } = run('explain', 'dpd timeout, then peer request');
    assert.equal(code, 2);
    assert.match(stderr, /Did you mean "dpd timeout" or "peer request"\?\n$/);
  });

  it('says in Chinese what it does not know', () => {
    const { code, stderr } = run('explain', 'dpd timeot', '--lang', 'zh-cn');
    assert.equal(code, 2);
    assert.equal(stderr, '“dpd timeot”不是已知的故障原因。是否指 "dpd timeout"？\n');
    assert.match(run('explain', '8', '--lang', 'zh-cn').stderr, /原因码 8/);
    assert.doesNotMatch(
      run('explain', 'dpd timeout', '--lang', 'zh-cn').stdout,
      /What to do|on both ends|Source:/,
    );
  });

  it('holds no marks of Markdown', () => {
    for (const { name } of causes) {
      const text = (explain(name, 'text') ?? '').replace(/`[^`]*`/g, '');
      assert.doesNotMatch(text, /\*|^#|\]\(|https?:/m, name);
    }
  });

  it('speaks Chinese', () => {
    assert.match(run('explain', 'dpd timeout', '--lang', 'zh-cn').stdout, /\p{Script=Han}/u);
    assert.doesNotMatch(run('explain', 'dpd timeout').stdout, /\p{Script=Han}/u);
  });

  it('ends with 2 and the nearest name for one that it does not know', () => {
    for (const [asked, meant] of [
      ['phase1 proposl mismatch', 'phase1 proposal mismatch'],
      ['dpd time out', 'dpd timeout'],
      ['dh mismatch', 'initiator dh mismatch'],
      ['confict', 'flow confict'],
    ] as const) {
      const { code, stdout, stderr } = run('explain', asked);
      assert.equal(code, 2, asked);
      assert.equal(stdout, '', asked);
      assert.match(stderr, /^[^\n]+\n$/, asked);
      assert.ok(stderr.includes(`"${meant}"`), stderr);
    }
  });

  it('offers nothing for what resembles nothing', () => {
    for (const asked of ['hello world', 'x', '', '总部', 'a'.repeat(100_000)])
      assert.deepEqual(nearestCauses(asked), []);
    const { code, stderr } = run('explain', 'hello world');
    assert.equal(code, 2);
    assert.match(stderr, /^"hello world" is no fault cause that is known here\.\n$/);
    assert.match(run('explain', '4711').stderr, /^[^\n]*reason code 4711\.\n$/);
  });
});

describe('the rest of the command line', () => {
  it('says its version and its usage', () => {
    assert.match(run('--version').stdout, /^\d+\.\d+\.\d+\n$/);
    const { code, stdout } = run('--help');
    assert.equal(code, 0);
    for (const word of ['check', 'explain', 'lsp', '--fail-on', '--lang'])
      assert.ok(stdout.includes(word), word);
  });

  it('starts a language server that shakes hands and ends', async () => {
    const { code, answers } = await converse([
      { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
      { method: 'initialized', params: {} },
      { id: 2, method: 'shutdown' },
      { method: 'exit' },
    ]);
    const initialized = answers.find((answer) => (answer as { id?: number }).id === 1) as {
      result: { serverInfo: { name: string }; capabilities: object };
    };
    assert.equal(initialized.result.serverInfo.name, 'huawei-ipsec');
    assert.ok('textDocumentSync' in initialized.result.capabilities);
    assert.ok(answers.some((answer) => (answer as { id?: number }).id === 2));
    assert.equal(code, 0);
  });
});
