import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { BROKEN, HEALTHY, run, runWithClosedPipe, withFolder } from './run';

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Report {
  readonly version: number;
  readonly devices: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly tunnels: readonly unknown[];
  readonly diagnostics: readonly {
    readonly file: string;
    readonly range: { readonly start: Place; readonly end: Place };
    readonly severity: string;
    readonly code: string;
    readonly message: string;
    readonly causes: readonly string[];
    readonly related: readonly unknown[];
    readonly repairs: readonly {
      readonly title: string;
      readonly preferred: boolean;
      readonly edits: readonly { readonly file: string; readonly range: unknown; readonly newText: string }[];
    }[];
  }[];
}

const reportOf = (stdout: string): Report => JSON.parse(stdout) as Report;

/** What is no Huawei's. */
const OTHERS = {
  'setup.cfg': '[metadata]\nname = example\nversion = 1.0\n',
  'router.txt':
    'hostname R1\ninterface GigabitEthernet0/0\n ip address 203.0.113.1 255.255.255.0\n no shutdown\nend\n',
  'notes.md': '# Notes\n\n## Plan\n\n- move\n',
  'image.bin': new Uint8Array(512),
};

describe('check in text', () => {
  it('says nothing of a healthy file but the sum', async () => {
    await withFolder({ 'hq.cfg': HEALTHY }, (folder) => {
      const { code, stdout, stderr } = run('check', join(folder, 'hq.cfg'));
      assert.equal(stdout, '1 file, 1 device: 0 errors, 0 warnings, 0 remarks\n');
      assert.equal(stderr, '');
      assert.equal(code, 0);
    });
  });

  it('gives a line to each finding, with its place from 1', async () => {
    await withFolder({ 'hq.cfg': BROKEN }, (folder) => {
      const { code, stdout } = run('check', folder);
      assert.match(stdout, /hq\.cfg:22:15: error: .* \[undefined-name\]\n/);
      assert.match(stdout, /\n1 file, 1 device: 1 error, /);
      assert.equal(code, 1);
    });
  });
});

describe('check in JSON', () => {
  it('keeps the contract', async () => {
    await withFolder({ 'hq.cfg': BROKEN }, (folder) => {
      const { code, stdout } = run('check', '--format', 'json', folder);
      const report = reportOf(stdout);
      const file = resolve(folder, 'hq.cfg');
      assert.equal(code, 1);
      assert.deepEqual(Object.keys(report), ['version', 'devices', 'tunnels', 'diagnostics']);
      assert.equal(report.version, 1);
      assert.deepEqual(report.devices, [{ name: 'HQ', files: [file] }]);
      assert.deepEqual(
        (report.tunnels as { verdict: string }[]).map(({ verdict }) => verdict),
        ['unknown'],
      );
      const found = report.diagnostics.find((diagnostic) => diagnostic.code === 'undefined-name');
      assert.ok(found);
      assert.equal(found.file, file);
      assert.deepEqual(found.range, { start: { line: 21, character: 14 }, end: { line: 21, character: 16 } });
      assert.equal(found.severity, 'error');
      assert.ok(found.message.length > 0);
      for (const diagnostic of report.diagnostics) {
        assert.deepEqual(Object.keys(diagnostic), [
          'file',
          'range',
          'severity',
          'code',
          'message',
          'causes',
          'related',
          'repairs',
        ]);
        assert.ok(diagnostic.repairs.filter(({ preferred }) => preferred).length <= 1);
        for (const { title, edits } of diagnostic.repairs) {
          assert.ok(title.length > 0);
          for (const edit of edits) assert.deepEqual(Object.keys(edit), ['file', 'range', 'newText']);
        }
      }
    });
  });

  it('counts characters in UTF-16 units behind Chinese text of any encoding', async () => {
    const text = BROKEN.replace('remote-address', 'description 总部\n remote-address').replace(
      'ike-proposal 11',
      'ike-proposal 11',
    );
    const gb = Buffer.concat(
      text
        .split('总部')
        .flatMap((part, n) => [...(n > 0 ? [Buffer.from([0xd7, 0xdc, 0xb2, 0xbf])] : []), Buffer.from(part)]),
    );
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    await withFolder({ 'a.cfg': text, 'b.cfg': gb, 'c.cfg': utf16 }, (folder) => {
      const { diagnostics } = reportOf(run('check', '--format', 'json', folder).stdout);
      const places = diagnostics
        .filter(({ code }) => code === 'undefined-name')
        .map(({ range }) => range.start);
      assert.deepEqual(places, Array(3).fill({ line: 21, character: 14 }));
    });
  });

  it('gives one object for nothing at all', async () => {
    await withFolder({}, (folder) => {
      const { code, stdout, stderr } = run('check', '--format', 'json', folder);
      assert.deepEqual(reportOf(stdout), { version: 1, devices: [], tunnels: [], diagnostics: [] });
      assert.equal(stderr, '');
      assert.equal(code, 0);
    });
  });
});

describe('check in SARIF', () => {
  interface Location {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
      readonly region: {
        readonly startLine: number;
        readonly startColumn: number;
        readonly endColumn: number;
      };
    };
  }
  interface Log {
    readonly $schema: string;
    readonly version: string;
    readonly runs: readonly {
      readonly tool: {
        readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] };
      };
      readonly columnKind: string;
      readonly originalUriBaseIds: { readonly ROOT: { readonly uri: string } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly Location[];
        readonly relatedLocations: readonly Location[];
      }[];
    }[];
  }

  it('has the shape that version 2.1.0 asks for', async () => {
    await withFolder({ 'hq.cfg': BROKEN, 'branch office/a#1 总.cfg': BROKEN }, (folder) => {
      const { code, stdout } = run('check', '--format', 'sarif', folder);
      const log = JSON.parse(stdout) as Log;
      assert.equal(code, 1);
      assert.equal(log.version, '2.1.0');
      assert.match(log.$schema, /sarif-2\.1\.0/);
      const [only, ...more] = log.runs;
      assert.ok(only && more.length === 0);
      assert.equal(only.tool.driver.name, 'huawei-ipsec');
      assert.equal(only.columnKind, 'utf16CodeUnits');
      assert.equal(only.originalUriBaseIds.ROOT.uri, `${pathToFileURL(folder).href}/`);
      const ids = only.tool.driver.rules.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(only.results.length > 0);
      const uris = new Set<string>();
      for (const result of only.results) {
        assert.equal(ids[result.ruleIndex], result.ruleId);
        assert.ok(['error', 'warning', 'note'].includes(result.level));
        assert.ok(result.message.text.length > 0);
        assert.equal(result.locations.length, 1);
        for (const { physicalLocation } of [...result.locations, ...result.relatedLocations]) {
          const { artifactLocation, region } = physicalLocation;
          uris.add(artifactLocation.uri);
          assert.equal(artifactLocation.uriBaseId, 'ROOT');
          assert.ok(
            region.startLine >= 1 && region.startColumn >= 1 && region.endColumn >= region.startColumn,
          );
        }
      }
      assert.deepEqual([...uris].sort(), ['branch%20office/a%231%20%E6%80%BB.cfg', 'hq.cfg']);
    });
  });

  it('names files beside the checked folder by their whole address', async () => {
    const another = HEALTHY.replace(/^sysname .*$/m, 'sysname BRANCH');
    await withFolder({ 'a/x.cfg': another, 'b/y.cfg': BROKEN }, (folder) => {
      const { stdout } = run('check', '--format', 'sarif', join(folder, 'a'), join(folder, 'b'));
      const { results = [] } = (JSON.parse(stdout) as Log).runs[0] ?? {};
      const places = results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation);
      assert.ok(places.length > 0);
      for (const place of places)
        assert.deepEqual(place, { uri: pathToFileURL(join(folder, 'b', 'y.cfg')).href });
    });
  });
});

describe('the exit code of check', () => {
  const WARNING = HEALTHY.replace(' dh group14\n', ' dh group2\n');

  it('follows --fail-on', async () => {
    await withFolder({ 'hq.cfg': WARNING }, (folder) => {
      const codeWith = (...options: string[]): number | null => run('check', ...options, folder).code;
      assert.equal(codeWith(), 0);
      assert.equal(codeWith('--fail-on', 'error'), 0);
      assert.equal(codeWith('--fail-on', 'warning'), 1);
      assert.equal(codeWith('--fail-on', 'information'), 1);
    });
  });

  it('is 2 for wrong usage, said in one line', async () => {
    await withFolder({ 'hq.cfg': HEALTHY }, (folder) => {
      for (const args of [
        [],
        ['chekc', folder],
        ['check'],
        ['check', '--format', 'xml', folder],
        ['check', '--fail-on', 'hint', folder],
        ['check', '--lang', 'fr', folder],
        ['check', '--no-such-option', folder],
        ['check', '--format'],
        ['explain'],
        ['lsp'],
      ]) {
        const { code, stdout, stderr } = run(...args);
        assert.equal(code, 2, args.join(' '));
        assert.equal(stdout, '', args.join(' '));
        assert.match(stderr, /^[^\n]+\n$/, args.join(' '));
      }
    });
  });

  it('is 2 for a path that is not there, said in one line', async () => {
    await withFolder({ 'hq.cfg': BROKEN }, (folder) => {
      for (const path of ['missing.cfg', 'missing/hq.cfg', 'hq.cfg/inside']) {
        const { code, stdout, stderr } = run('check', join(folder, 'hq.cfg'), join(folder, path));
        assert.equal(code, 2, path);
        assert.equal(stdout, '', path);
        assert.match(stderr, /^Cannot read [^\n]+\n$/, path);
      }
    });
  });
});

describe('the files that check reads', () => {
  it('are those of Huawei, told by their content', async () => {
    const log = 'Mar  4 2024 09:12:44 FW_A %%01IKE/5/IKE_NEGO_FAIL(l):IPSec tunnel negotiation fails.\n';
    await withFolder(
      { ...OTHERS, 'hq.cfg': HEALTHY, 'sub/dir/branch': HEALTHY, 'fw.log': log, '.git/x.cfg': BROKEN },
      (folder) => {
        const { code, stdout, stderr } = run('check', '--format', 'json', folder);
        const files = reportOf(stdout).devices.flatMap((device) => device.files);
        assert.deepEqual(
          [...files].sort(),
          ['fw.log', 'hq.cfg', 'sub/dir/branch'].map((path) => join(folder, path)),
        );
        assert.equal(stderr, '');
        assert.equal(code, 0);
      },
    );
  });

  it('are no articles, programs and templates in a folder, whatever they quote; one that is named is read', async () => {
    const others = { 'vpn.md': HEALTHY, 'push.py': HEALTHY, 'hq.cfg.j2': HEALTHY, 'vars.yml': HEALTHY };
    await withFolder({ ...others, 'HQ.CFG': HEALTHY, 'fw.v2': HEALTHY }, (folder) => {
      const files = reportOf(run('check', '--format', 'json', folder).stdout).devices.flatMap(
        (each) => each.files,
      );
      assert.deepEqual(
        [...files].sort(),
        ['HQ.CFG', 'fw.v2'].map((path) => join(folder, path)),
      );
      const named = reportOf(run('check', '--format', 'json', join(folder, 'vpn.md')).stdout);
      assert.equal(named.devices.length, 1);
    });
  });

  it('do not take in a named file of somebody else, which is said', async () => {
    await withFolder(OTHERS, (folder) => {
      const { code, stdout, stderr } = run('check', join(folder, 'setup.cfg'));
      assert.equal(stdout, '0 files, 0 devices: 0 errors, 0 warnings, 0 remarks\n');
      assert.match(stderr, /^[^\n]*setup\.cfg holds no Huawei configuration[^\n]*\n$/);
      assert.equal(code, 0);
    });
  });

  it('are read once, whatever the links', async () => {
    await withFolder({ 'a/hq.cfg': HEALTHY }, (folder) => {
      symlinkSync(folder, join(folder, 'a', 'loop'), 'dir');
      symlinkSync('nowhere', join(folder, 'dangling'));
      symlinkSync('circle', join(folder, 'circle'));
      symlinkSync(join(folder, 'a', 'hq.cfg'), join(folder, 'again.cfg'));
      const { code, stdout, stderr } = run(
        'check',
        '--format',
        'json',
        folder,
        folder,
        join(folder, 'a', 'hq.cfg'),
      );
      assert.equal(reportOf(stdout).devices.length, 1);
      assert.equal(stderr, '');
      assert.equal(code, 0);
    });
  });

  it('cannot be read through links that lead in a circle', async () => {
    await withFolder({}, (folder) => {
      symlinkSync('circle', join(folder, 'circle'));
      const { code, stderr } = run('check', join(folder, 'circle'));
      assert.equal(code, 2);
      assert.match(stderr, /^Cannot read [^\n]*circle: its links lead in a circle\.\n$/);
    });
  });

  it(
    'leave out what only others may read, which is said',
    { skip: process.getuid?.() === 0 && 'root may read all' },
    async () => {
      await withFolder({ 'hq.cfg': HEALTHY, 'closed.cfg': BROKEN, 'shut/x.cfg': BROKEN }, (folder) => {
        chmodSync(join(folder, 'closed.cfg'), 0);
        chmodSync(join(folder, 'shut'), 0);
        try {
          const whole = run('check', folder);
          assert.equal(whole.code, 0);
          assert.equal(
            whole.stderr.split('\n').filter((line) => line.includes('permission is denied')).length,
            2,
          );
          const named = run('check', join(folder, 'closed.cfg'));
          assert.equal(named.code, 2);
          assert.match(named.stderr, /^Cannot read [^\n]*closed\.cfg: permission is denied\.\n$/);
        } finally {
          chmodSync(join(folder, 'shut'), 0o700);
        }
      });
    },
  );

  it(
    'leave out pipes and the like',
    { skip: process.platform === 'win32' && 'no pipes in folders' },
    async () => {
      await withFolder({ 'hq.cfg': HEALTHY }, (folder) => {
        execFileSync('mkfifo', [join(folder, 'pipe')]);
        const { code, stdout } = run('check', '--format', 'json', folder);
        assert.equal(reportOf(stdout).devices.length, 1);
        assert.equal(code, 0);
      });
    },
  );

  it('may be many', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3000 }, (_, n) => [
        `${n % 50}/${n}.cfg`,
        n % 3 === 0 ? HEALTHY : 'name = value\n',
      ]),
    );
    await withFolder(files, (folder) => {
      const { code, stdout } = run('check', folder);
      assert.match(stdout, /^1000 files, 1000 devices: 0 errors/m);
      assert.equal(code, 0);
    });
  });

  it('may be hostile', async () => {
    const hostile = {
      'empty.cfg': '',
      'line.cfg': `sysname ${'a'.repeat(10 << 20)}`,
      'words.cfg': 'undo '.repeat(2_000_000),
      'half.cfg': HEALTHY.slice(0, 400),
      'quotes.cfg': `${HEALTHY.replace('branch', '"branch')}"`,
      'deep.cfg': `${HEALTHY}${Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n)}ike peer ${n}\n`).join('')}`,
      'nuls.cfg': `${HEALTHY}${'\0'.repeat(1 << 20)}`,
      'prompts.txt': '<FW_A>\n[FW_A]\n'.repeat(20_000),
    };
    await withFolder(hostile, (folder) => {
      const { code, stderr } = run('check', '--format', 'json', folder);
      assert.ok(code === 0 || code === 1, `${code}: ${stderr.slice(0, 300)}`);
      assert.equal(stderr, '');
    });
  });
});

describe('a reader that closes the pipe', () => {
  it('ends check without a word', async () => {
    const peers = Array.from({ length: 20_000 }, (_, n) => `ike peer p${n}\n ike-proposal ${n}\n#\n`).join(
      '',
    );
    await withFolder({ 'hq.cfg': HEALTHY.replace('ike peer', `${peers}ike peer`) }, async (folder) => {
      for (const format of ['text', 'json', 'sarif']) {
        const { stdout, stderr } = await runWithClosedPipe('check', '--format', format, folder);
        assert.ok(stdout.length > 0);
        assert.equal(stderr, '', format);
      }
    });
  });
});
