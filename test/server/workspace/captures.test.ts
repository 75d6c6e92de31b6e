import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../../server/src/cli/check';
import { codeLens } from '../../../server/src/features/codeLens';
import { hover } from '../../../server/src/features/hover';
import { defaultSettings } from '../../../server/src/workspace/settings';
import { analyseWorkspace } from '../../../server/src/workspace/tunnels';
import { Workspace } from '../../../server/src/workspace/workspace';
import { analysedFiles, type Texts } from '../tunnels/analysed';
import { answers, capture, configuration, FW_A, FW_B, session, type Firewall } from './sessions';

const TUNNEL = 'FW_A/policy/map1/10 ↔ FW_B/policy/map1/10';

/** The devices with their files, as `check --format json` prints them. */
function devicesIn(texts: Texts): { name: string; files: readonly string[] }[] {
  const { snapshot } = analysedFiles(texts);
  const report = check(snapshot, defaultSettings, (uri) => uri.replace(/^file:\/\/\/(.*)\.cfg$/, '$1'));
  return report.devices.map(({ name, files }) => ({ name, files }));
}

/** The tunnels in short: name, verdict, what was not compared. */
function verdictsIn(texts: Texts): string[] {
  return analysedFiles(texts).tunnels.map(({ id, verdict, phase, unverified }) =>
    [
      `${id}: ${verdict}`,
      ...(phase ? [phase] : []),
      ...(unverified.length > 0 ? [unverified.join('+')] : []),
    ].join(' '),
  );
}

/** Problems, without advice. */
function problemsIn(texts: Texts): string[] {
  return analysedFiles(texts)
    .seen.filter(({ severity, rule }) => severity !== 'information' || rule === 'running-differs')
    .map(({ file, line, rule }) => `${file}:${line + 1} ${rule}`);
}

const weakDh = (text: string): string => text.replace('MODP-2048', 'MODP-1024');

describe('a tunnel is judged from any mix of configurations and captures', () => {
  const sides: Record<string, (firewall: Firewall) => Texts> = {
    configuration: (each) => ({ [each.name]: configuration(each) }),
    capture: (each) => ({ [`${each.name}-log`]: capture(each) }),
    both: (each) => ({ [each.name]: configuration(each), [`${each.name}-log`]: capture(each) }),
    'a file for each answer': (each) =>
      Object.fromEntries(
        Object.entries(answers(each)).map(([name, text]) => [`${each.name}-${name}`, session(each, [text])]),
      ),
  };
  for (const [nameA, sideA] of Object.entries(sides))
    for (const [nameB, sideB] of Object.entries(sides)) {
      it(`${nameA} and ${nameB}`, () => {
        const texts = { ...sideA(FW_A), ...sideB(FW_B) };
        const keys = [nameA, nameB].every((each) => each === 'configuration' || each === 'both');
        assert.deepEqual(verdictsIn(texts), [`${TUNNEL}: ok${keys ? '' : ' pre-shared-key'}`]);
        assert.deepEqual(problemsIn(texts), []);
        assert.equal(devicesIn(texts).length, 2);
      });
    }

  it('captures of both in one file', () => {
    const texts = { night: capture(FW_A) + capture(FW_B, weakDh) };
    assert.deepEqual(verdictsIn(texts), [`${TUNNEL}: fails phase1 pre-shared-key`]);
    assert.deepEqual(problemsIn(texts), ['night:7 dh-group-mismatch', 'night:67 dh-group-mismatch']);
  });

  it('a configuration against a capture shows a difference on both', () => {
    const texts = { FW_A: configuration(FW_A), log: capture(FW_B, weakDh) };
    assert.deepEqual(problemsIn(texts), ['FW_A:10 dh-group-mismatch', 'log:7 dh-group-mismatch']);
  });
});

describe('one device from many files', () => {
  it('has all of them, the configuration first whatever the order of the files', () => {
    const texts = {
      'a-log': capture(FW_B),
      b: configuration(FW_B),
      'c-log': session(FW_B, ['display clock\n']),
    };
    assert.deepEqual(devicesIn(texts), [{ name: 'FW_B', files: ['b', 'a-log', 'c-log'] }]);
  });

  it('goes by its configuration where a capture says something else', () => {
    const texts = { a: configuration(FW_A), b: configuration(FW_B), log: capture(FW_B, weakDh) };
    assert.deepEqual(verdictsIn(texts), [`${TUNNEL}: ok`]);
    assert.deepEqual(problemsIn(texts), ['b:10 running-differs', 'log:7 running-differs']);
  });

  it('is known by the prompt of the active firewall in hot standby', () => {
    const texts = {
      b: configuration(FW_B),
      log: `HRP_M<FW_B>${answers(FW_B).peer}HRP_M[FW_B]${answers(FW_B).proposal}HRP_M[FW_B]quit\n`,
    };
    assert.deepEqual(devicesIn(texts), [{ name: 'FW_B', files: ['b', 'log'] }]);
  });

  it('gets from captures the release, by which its defaults are known', () => {
    const bare = configuration(FW_B)
      .replace('!Software Version V600R007C00SPC500\n', '')
      .replace(' dh group14\n', '');
    const texts = { b: bare, log: session(FW_B, [answers(FW_B).version]) };
    const [device] = analyseWorkspace(analysedFiles(texts).snapshot).devices;
    assert.deepEqual(device?.release, { text: 'V600R007C00SPC500', product: 'usg' });
    assert.deepEqual(device.ikeProposals[0]?.dh, { value: ['group14'], origin: 'default' });
  });

  it('gets from captures what an excerpt leaves out', () => {
    const text = configuration(FW_B);
    const excerpt = text.slice(0, text.indexOf('ike peer hq')) + text.slice(text.indexOf('interface Gig'));
    const texts = { a: configuration(FW_A), b: excerpt.replace('return\n', ''), log: capture(FW_B, weakDh) };
    // The proposal of the excerpt is what is meant, the peer and the policies come from the capture.
    assert.deepEqual(verdictsIn(texts), [`${TUNNEL}: ok pre-shared-key`]);
  });

  it('gets from a capture the address that DHCP gave it, and pairs by it', () => {
    const dynamic = configuration(FW_B).replace(/ip address 203\S+ \S+/, 'ip address dhcp-alloc');
    const texts = { a: configuration(FW_A), b: dynamic, log: session(FW_B, [answers(FW_B).addresses]) };
    assert.deepEqual(verdictsIn(texts), [`${TUNNEL}: ok`]);
  });

  it('shows its lens in the file that has the end, and everything in hover', () => {
    const texts = { b: configuration(FW_B), log: capture(FW_B) };
    const { snapshot } = analysedFiles(texts);
    assert.equal(codeLens(snapshot, 'file:///b.cfg', false).length, 1);
    assert.deepEqual(codeLens(snapshot, 'file:///log.cfg', false), []);
    const excerpt = 'sysname FW_B\n#\nipsec policy map1 10 isakmp\n ike-peer hq\n#\n';
    const { snapshot: both } = analysedFiles({ b: excerpt, log: session(FW_B, [answers(FW_B).peer]) });
    const shown = JSON.stringify(hover(both, 'file:///b.cfg', { line: 3, character: 11 }));
    assert.ok(shown.includes('203.0.113.1'), shown);
  });

  it('is suppressed by its name', () => {
    const workspace = new Workspace();
    workspace.set('file:///w/b.cfg', configuration(FW_B), 'huawei-vrp');
    workspace.set('file:///w/log.txt', capture(FW_B, weakDh), 'huawei-vrp-output');
    const count = (): number => {
      const report = check(workspace.snapshot, defaultSettings, (uri) => uri);
      return report.diagnostics.filter(({ code }) => code === 'running-differs').length;
    };
    assert.equal(count(), 2);
    const suppression = { rule: 'running-differs', device: 'fw_b', reason: 'a test' };
    const project = workspace.snapshot.file('file:///w/b.cfg')?.project;
    assert.ok(project);
    workspace.setProject('file:///w', { ...project, suppressions: [suppression] });
    assert.equal(count(), 0);
  });

  it('stays what it was while other files are edited', () => {
    const workspace = new Workspace();
    workspace.set('file:///a.cfg', configuration(FW_A), 'huawei-vrp', 1);
    workspace.set('file:///b.cfg', configuration(FW_B), 'huawei-vrp', 1);
    workspace.set('file:///log.txt', capture(FW_B), 'huawei-vrp-output', 1);
    const named = (name: string) =>
      analyseWorkspace(workspace.snapshot).devices.find((device) => device.name === name);
    const [a, b] = [named('FW_A'), named('FW_B')];
    const start = { line: 0, character: 0 };
    workspace.change('file:///a.cfg', [{ range: { start, end: start }, text: '#\n' }], 2);
    assert.equal(named('FW_B'), b);
    assert.notEqual(named('FW_A'), a);
    workspace.change('file:///log.txt', [{ range: { start, end: start }, text: '\n' }], 2);
    assert.notEqual(named('FW_B'), b);
  });
});

describe('captures of one name are not always of one device', () => {
  it('the other end of a tunnel is another device', () => {
    const other = { ...FW_A, name: 'FW_B' };
    assert.equal(devicesIn({ b: configuration(FW_B), log: capture(other) }).length, 2);
  });

  it('another address on the same interface is another device', () => {
    const other = { ...FW_B, own: '198.51.100.9', peer: '198.51.100.1', lan: '10.9.9.0' };
    assert.equal(devicesIn({ b: configuration(FW_B), log: capture(other) }).length, 2);
    assert.equal(devicesIn({ 'b-log': capture(FW_B), log: capture(other) }).length, 2);
  });

  it('a factory name says nothing without an address', () => {
    const huawei = { ...FW_B, name: 'Huawei' };
    const log = session(huawei, [answers(huawei).proposal]);
    assert.equal(devicesIn({ b: configuration(huawei), log }).length, 2);
    assert.equal(devicesIn({ b: configuration(huawei), log: capture(huawei) }).length, 1);
  });

  it('of two devices of one name, the one in its own folder is meant, or none', () => {
    const other = { ...FW_B, own: '198.51.100.9', peer: '198.51.100.1', lan: '10.9.9.0' };
    const log = session(FW_B, [answers(FW_B).proposal]);
    const both = { 'x/b': configuration(FW_B), 'y/b': configuration(other) };
    assert.deepEqual(
      devicesIn({ ...both, 'y/log': log }).map(({ files }) => files),
      [['x/b'], ['y/b', 'y/log']],
    );
    assert.equal(devicesIn({ ...both, 'z/log': log }).length, 3);
  });

  it('what says less finds its device whatever the order of the files', () => {
    const other = { ...FW_B, own: '198.51.100.9', peer: '198.51.100.1', lan: '10.9.9.0' };
    const least = session(FW_B, [answers(FW_B).version]);
    const files = (texts: Texts): string[] =>
      devicesIn(texts)
        .map((each) => [...each.files].sort().join('+'))
        .sort();
    assert.deepEqual(files({ 'x/a': least, 'x/b': capture(FW_B), 'y/c': capture(other) }), [
      'x/a+x/b',
      'y/c',
    ]);
    assert.deepEqual(files({ 'z/a': least, 'x/b': capture(FW_B), 'y/c': capture(other) }), [
      'x/b',
      'y/c',
      'z/a',
    ]);
  });

  it('a peer elsewhere is that of another device in another folder, and a change in the same one', () => {
    const moved = session(FW_B, [answers({ ...FW_B, peer: '198.51.100.7' }).peer]);
    assert.equal(devicesIn({ 'x/b': configuration(FW_B), 'y/log': moved }).length, 2);
    const here = { 'x/b': configuration(FW_B), 'x/log': moved };
    assert.equal(devicesIn(here).length, 1);
    assert.deepEqual(problemsIn(here), ['x/b:20 running-differs', 'x/log:6 running-differs']);
  });

  it('many of one name that contradict each other stay apart', () => {
    const texts: Record<string, string> = {};
    for (let at = 0; at < 40; at++) {
      const [own, peer, lan] = [`198.51.100.${at}`, `192.0.2.${at}`, `172.16.${at}.0`];
      texts[`d${at}/log`] = capture({ ...FW_B, own, peer, lan });
    }
    assert.equal(devicesIn(texts).length, 40);
  });

  it('two labs with a private network in common stay apart', () => {
    const other = { ...FW_B, own: '198.51.100.9', peer: '198.51.100.1' };
    assert.equal(devicesIn({ 'x/b': configuration(FW_B), 'y/log': capture(other) }).length, 2);
  });
});

describe('captures that differ', () => {
  const at = (text: string, time: string): string => text.replace(/\n/, `\n${time}\n`);

  it('say nothing where their times are not known', () => {
    const { peer, policy, acl, addresses, ipsecProposal, proposal } = answers(FW_B);
    const common = session(FW_B, [peer, policy, acl, addresses, ipsecProposal]);
    const texts = {
      a: configuration(FW_A),
      b: common,
      b1: session(FW_B, [proposal]),
      b2: session(FW_B, [weakDh(proposal)]),
    };
    assert.deepEqual(verdictsIn(texts), [`${TUNNEL}: ok dh+pre-shared-key`]);
    assert.deepEqual(problemsIn(texts), []);
    assert.deepEqual(problemsIn({ ...texts, 'b-config': configuration(FW_B) }), []);
  });

  it('go by the newest where they print the time, and by the last one in one file', () => {
    const { proposal, ...others } = answers(FW_B);
    const common = session(FW_B, Object.values(others));
    const old = session(FW_B, [at(weakDh(proposal), '2026-03-01 08:00:00.120')]);
    const fresh = session(FW_B, [at(proposal, '2026-03-02 08:00:00')]);
    const a = configuration(FW_A);
    assert.deepEqual(problemsIn({ a, b: common, b1: fresh, b2: old }), []);
    assert.deepEqual(problemsIn({ a, b: common, b1: old, b2: fresh }), []);
    assert.deepEqual(problemsIn({ a, b: common + session(FW_B, [weakDh(proposal), proposal]) }), []);
    assert.equal(problemsIn({ a, b: common + session(FW_B, [proposal, weakDh(proposal)]) }).length, 2);
  });
});

describe('what was not captured is not known', () => {
  const a = configuration(FW_A);
  const without = (...left: (keyof ReturnType<typeof answers>)[]): Texts => {
    const kept = Object.entries(answers(FW_B)).filter(([name]) => !left.some((each) => each === name));
    return {
      a,
      b: session(
        FW_B,
        kept.map(([, text]) => text),
      ),
    };
  };

  it('a policy whose peer was not captured is no end that can be judged', () => {
    assert.deepEqual(verdictsIn(without('peer')), [
      `FW_A/policy/map1/10 ↔ 203.0.113.2: unknown`,
      'FW_B/policy/map1/10 ↔ ?: unknown',
    ]);
    assert.deepEqual(problemsIn(without('peer')), []);
  });

  it('proposals and rules that were not captured are not compared', () => {
    assert.deepEqual(verdictsIn(without('proposal')), [`${TUNNEL}: ok ike-proposal+pre-shared-key`]);
    assert.deepEqual(verdictsIn(without('ipsecProposal')), [`${TUNNEL}: ok pre-shared-key+proposal`]);
    assert.deepEqual(verdictsIn(without('acl')), [`${TUNNEL}: ok pre-shared-key+security acl`]);
  });

  it('one proposal of those a device has is not all that a peer offers', () => {
    const offersAll = (text: string): string => text.replace(/( Proposal +): 10/, '$1: -');
    const one = { a, b: capture(FW_B, (text) => weakDh(offersAll(text))) };
    assert.deepEqual(verdictsIn(one), [`${TUNNEL}: ok ike-proposal+pre-shared-key`]);
    const all = { a, b: one.b.replace('display ike proposal number 10', 'display ike proposal') };
    assert.deepEqual(verdictsIn(all), [`${TUNNEL}: fails phase1 pre-shared-key`]);
  });

  it('an answer that was cut says nothing of what would have followed', () => {
    // A tunnel with PFS on one end, whose policy was captured down to its peer.
    const pfs = a.replace(' ike-peer hq\n', ' ike-peer hq\n pfs dh-group14\n');
    const cut = capture(FW_B, (text) =>
      text.replace(/ {4}Perfect forward secrecy[^]*?Automatic\n/, '    ......\n'),
    );
    assert.deepEqual(verdictsIn({ a: pfs, b: cut }), [`${TUNNEL}: ok pre-shared-key+proposal+pfs`]);
    assert.deepEqual(problemsIn({ a: pfs, b: cut }), []);
    const whole = { a: pfs, b: capture(FW_B) };
    assert.deepEqual(verdictsIn(whole), [`${TUNNEL}: fails-at-rekey phase2 pre-shared-key`]);
  });

  it('a peer that was cut before its version and mode is not judged by defaults', () => {
    const v1 = a.replace(' undo version 1\n', ' undo version 2\n exchange-mode aggressive\n');
    const noVersion = capture(FW_B, (text) => text.replace(/ IKE version.*\n/, ''));
    assert.deepEqual(verdictsIn({ a: v1, b: noVersion }), [`${TUNNEL}: unknown version`]);
    const noMode = capture(FW_B, (text) =>
      text.replace(/: v2\n/, ': v1\n').replace(/ Exchange mode.*\n/, ''),
    );
    assert.deepEqual(verdictsIn({ a: v1, b: noMode }), [`${TUNNEL}: ok exchange-mode+pre-shared-key`]);
  });

  it('a list of rules that was cut is no list', () => {
    const cut = capture(FW_B, (text) => text.replace('3000, 1 rule', '3000, 2 rules'));
    assert.deepEqual(verdictsIn({ a, b: cut }), [`${TUNNEL}: ok pre-shared-key+security acl`]);
  });

  it('a template of which only a table was captured does not take any flow', () => {
    const brief = session(FW_B, [
      'display ike peer brief\nPeer name        Version  Exchange-mode   Proposal   Id-type   RemoteAddr\n' +
        '---------------------------------------------------------------------------\n' +
        'hq               v2       main            10         IP        203.0.113.1\n',
    ]);
    assert.deepEqual(problemsIn({ a, b: brief }), []);
  });
});

describe('no part of a healthy capture raises an alarm', () => {
  const [a, b, log] = [configuration(FW_A), configuration(FW_B), capture(FW_B)];
  const alarms = (part: string): string[] =>
    [
      { a, log: part },
      { a: capture(FW_A), log: part },
      { a, b, log: part },
    ].flatMap((texts) => [
      ...problemsIn(texts),
      ...verdictsIn(texts).filter((each) => each.includes('fails')),
    ]);

  it('wherever it ends', () => {
    for (let end = 0; end < log.length; end += 13)
      assert.deepEqual(alarms(log.slice(0, end)), [], `up to ${end}`);
  });

  it('whichever line is missing', () => {
    const lines = log.split('\n');
    for (const [at, left] of lines.entries())
      assert.deepEqual(alarms(lines.filter((_, other) => other !== at).join('\n')), [], left);
  });
});
