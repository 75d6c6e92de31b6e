import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { detectLanguage } from '../../../server/src/syntax/detect';
import { scriptsOf, scriptText, type DeviceScript } from '../../../server/src/workspace/deviceScripts';
import { findingsIn } from '../../../server/src/workspace/tunnels';
import { broken, FAULTS } from '../tunnels/faults';
import { healthyPair } from '../tunnels/pairs';
import { printed } from '../tunnels/printed';
import { Workspace, type Snapshot } from '../../../server/src/workspace/workspace';

/** A file for each text, in order: `file:///0`, `file:///1` … */
function opened(...texts: readonly string[]): Snapshot {
  const workspace = new Workspace();
  for (const [at, text] of texts.entries())
    workspace.set(`file:///${at}`, text, detectLanguage(text) ?? 'huawei-vrp', 1);
  return workspace.snapshot;
}

/** The scripts of the repairs of a rule's findings in the first file, one after another. */
function scriptsFor(snapshot: Snapshot, rule: string, causes?: readonly string[]): DeviceScript[] {
  const found = findingsIn(snapshot, 'file:///0').filter((finding) => finding.rule.id === rule);
  assert.ok(found.length > 0, rule);
  return found.flatMap((finding) =>
    (finding.repairs?.() ?? []).flatMap(
      (repair) => scriptsOf(snapshot, [{ repair, causes: causes ?? finding.causes ?? [] }]) ?? [],
    ),
  );
}

const fault = FAULTS.find(({ rule }) => rule === 'dh-group-mismatch');
assert.ok(fault);
const pair = broken(healthyPair('policy', 'IKEv2'), 'b', fault);
const RULE = fault.rule;

/** A session on FW_B, in which more was typed in front, and the configuration of FW_A. */
function withSession(...before: readonly string[]): Snapshot {
  return opened([...before, printed(pair.b)].join('\n'), pair.a);
}

const forB = (scripts: readonly DeviceScript[]): DeviceScript =>
  only(scripts.filter(({ device }) => device === 'FW_B'));

function only(scripts: readonly DeviceScript[]): DeviceScript {
  const [script, ...others] = scripts;
  assert.ok(script && others.length === 0, `${scripts.length} scripts`);
  return script;
}

describe('a script ends as its device asks for it', () => {
  const ends = (snapshot: Snapshot): { end: readonly string[]; before: readonly string[] } => {
    const { lines, before } = forB(scriptsFor(snapshot, RULE));
    return { end: lines.slice(2), before };
  };
  const remark = 'On VRP8, type commit before return.';
  test('with commit where the prompt has the mark of two stages', () => {
    for (const prompt of ['[~FW_B]', '[*FW_B]', '[~FW_B-ike-proposal-10]'])
      assert.deepEqual(
        ends(withSession('<FW_B>system-view', `${prompt}return`)),
        { end: ['dh group14', 'commit', 'return'], before: [] },
        prompt,
      );
  });
  test('without it where the prompt has none', () => {
    assert.deepEqual(ends(withSession('<FW_B>system-view', '[FW_B]return')), {
      end: ['dh group14', 'return'],
      before: [],
    });
  });
  test('with a remark where nobody has entered a view', () => {
    assert.deepEqual(ends(withSession()), { end: ['dh group14', 'return'], before: [remark] });
  });
  test('with a remark where the device was the standby of a pair, by its last prompt', () => {
    const last = (mark: string): Snapshot =>
      opened(printed(pair.b).replaceAll('<FW_B>', `${mark}<FW_B>`), pair.a);
    const standby = /standby of a pair/;
    assert.match(ends(last('HRP_S')).before.join(' '), standby);
    assert.doesNotMatch(ends(last('HRP_M')).before.join(' '), standby);
    const turned = opened(
      `HRP_S<FW_B>display clock\n${last('HRP_M').file('file:///0')?.document.text}`,
      pair.a,
    );
    assert.doesNotMatch(ends(turned).before.join(' '), standby);
  });
});

describe('a script as a text', () => {
  test('says whose it is, what to know in front and what to do behind, in lines that devices drop', () => {
    const script = forB(scriptsFor(withSession(), RULE, ['invalid cookie']));
    assert.deepEqual(scriptText(script).split('\n'), [
      '# Commands for FW_B',
      '# On VRP8, type commit before return.',
      'system-view',
      'ike proposal 10',
      'dh group14',
      'return',
      '# Then, in the user view, so that the tunnel is negotiated anew: reset ike sa remote <peer-address>',
      '',
    ]);
  });
  test('reminds of no reset that no source asks for', () => {
    const script = forB(scriptsFor(withSession(), RULE));
    assert.deepEqual(script.after, []);
  });
  test('has a placeholder for a value that only a person knows, which no device takes', () => {
    const config =
      '#\nsysname FW_A\n#\nike proposal 10\n dh group14\n#\nike peer b\n ike-proposal 10\n pre-shared-key cipher %^%#abcdefgh%^%#\n#\n' +
      'ipsec policy map1 10 isakmp\n ike-peer b\n#\ninterface GigabitEthernet0/0/1\n ip address 203.0.113.1 255.255.255.0\n' +
      ' ipsec policy map1\n#\nreturn\n';
    const { lines, before } = only(scriptsFor(opened(config), 'incomplete-ike-peer'));
    assert.deepEqual(lines.slice(1, -1), ['ike peer b', 'remote-address <such as 192.0.2.1>']);
    assert.equal(before[0], 'Put your own value in the place of <such as 192.0.2.1>.');
  });
});

describe('a device of which there are a configuration and a capture', () => {
  const config =
    '#\nsysname FW_A\n#\nike proposal 10\n dh group2\n#\ninterface GigabitEthernet0/0/1\n ip address 203.0.113.1 255.255.255.0\n#\nreturn\n';
  const capture = '<FW_A>system-view\n[~FW_A]return\n<FW_A>display clock\n';
  test('is repaired in its configuration, and its script ends as the capture shows', () => {
    const snapshot = opened(config, capture);
    const found = findingsIn(snapshot, 'file:///0').filter(({ rule }) => rule.id === 'weak-algorithm');
    const repairs = found.flatMap((finding) => finding.repairs?.() ?? []);
    assert.deepEqual(
      repairs.map(({ edits, typed }) => [edits.map(({ uri }) => uri), typed]),
      [[['file:///0'], undefined]],
    );
    const script = only(scriptsFor(snapshot, 'weak-algorithm'));
    assert.deepEqual(script.lines, ['system-view', 'ike proposal 10', 'dh group14', 'commit', 'return']);
  });
});
