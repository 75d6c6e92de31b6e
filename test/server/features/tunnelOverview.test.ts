import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSettings, languageService, Workspace } from '../../../server/src/languageService';
import { readProject } from '../../../server/src/workspace/project';
import { analysedTexts } from '../tunnels/analysed';
import { broken, FAULTS } from '../tunnels/faults';
import { healthyPair, STYLES, VERSIONS } from '../tunnels/pairs';

const ID = 'FW_A/policy/map1/10 ↔ FW_B/policy/map1/10';

const healthy = healthyPair('policy', 'IKEv2');

function fault(rule: string): (typeof FAULTS)[number] {
  const found = FAULTS.find((each) => each.rule === rule);
  assert.ok(found, rule);
  return found;
}

const weak = broken(broken(healthy, 'b', fault('dh-group-mismatch')), 'a', fault('pfs-mismatch'));

describe('overview of the tunnels', () => {
  test('has the devices with their releases, and each tunnel with its ends, verdict, causes and places', () => {
    const a = `!Software Version V500R005C10SPC300\n${weak.a}`;
    const { snapshot } = analysedTexts({ a, b: weak.b });
    const { devices, tunnels } = languageService.tunnelOverview(snapshot, defaultSettings);
    assert.deepEqual(
      devices.map(({ name, release, location }) => [name, release, location?.range.start.line]),
      [
        ['FW_A', 'USG (V500/V600) V500R005C10SPC300', a.split('\n').indexOf('sysname FW_A')],
        ['FW_B', undefined, weak.b.split('\n').indexOf('sysname FW_B')],
      ],
    );
    const [tunnel, ...others] = tunnels;
    assert.deepEqual(others, []);
    assert.ok(tunnel);
    assert.deepEqual(
      [tunnel.id, tunnel.verdict, tunnel.says, tunnel.problems, tunnel.accepted],
      [ID, 'fails', 'fails: phase 1', 2, undefined],
    );
    assert.ok(tunnel.causes.includes('initiator dh mismatch'));
    assert.deepEqual(
      tunnel.ends.map(({ device, label, address, location }) => [
        device,
        label,
        address,
        location?.uri,
        location?.range.start.line,
      ]),
      [
        [
          'FW_A',
          'IPsec policy map1 10',
          '203.0.113.1',
          'file:///a.cfg',
          a.split('\n').indexOf('ipsec policy map1 10 isakmp'),
        ],
        [
          'FW_B',
          'IPsec policy map1 10',
          '198.51.100.2',
          'file:///b.cfg',
          weak.b.split('\n').indexOf('ipsec policy map1 10 isakmp'),
        ],
      ],
    );
  });

  test('has one tunnel for a pair of any kind, without a problem', () => {
    for (const style of STYLES)
      for (const version of VERSIONS) {
        const { snapshot } = analysedTexts({ ...healthyPair(style, version) });
        const { tunnels } = languageService.tunnelOverview(snapshot, defaultSettings);
        assert.deepEqual(
          tunnels.map(({ verdict, problems }) => [verdict, problems]),
          [['ok', 0]],
          `${style} ${version}`,
        );
      }
  });

  test('names an end whose partner is not there by the address it calls', () => {
    const { snapshot } = analysedTexts({ a: healthy.a });
    const { devices, tunnels } = languageService.tunnelOverview(snapshot, defaultSettings);
    assert.deepEqual(
      devices.map(({ name }) => name),
      ['FW_A'],
    );
    assert.equal(tunnels.length, 1);
    assert.equal(tunnels[0]?.says, 'the other end is not in the workspace');
    assert.deepEqual(tunnels[0].ends[1], {
      label: 'the device at 198.51.100.2',
      address: '198.51.100.2',
    });
  });

  test('says of a tunnel that fails for accepted reasons alone that it is accepted', () => {
    const workspace = new Workspace();
    const rules = { 'dh-group-mismatch': 'off', 'pfs-mismatch': 'off' };
    workspace.setProject('file:///', readProject(JSON.stringify({ rules })).project);
    for (const side of ['a', 'b'] as const) workspace.set(`file:///${side}.cfg`, weak[side], 'huawei-vrp');
    const { tunnels } = languageService.tunnelOverview(workspace.snapshot, defaultSettings);
    assert.deepEqual(
      tunnels.map(({ verdict, says, accepted }) => [verdict, says, accepted]),
      [['fails', 'fails: phase 1, accepted', true]],
    );
  });

  test('is empty where there is no device', () => {
    const { snapshot } = new Workspace();
    assert.deepEqual(languageService.tunnelOverview(snapshot, defaultSettings), { devices: [], tunnels: [] });
  });

  test('gives each tunnel a name of its own, in the order of the devices', () => {
    const texts = Object.fromEntries(
      [11, 2, 1].flatMap((number) =>
        (['a', 'b'] as const).map((side) => {
          const text = healthy[side]
            .replaceAll('FW_A', `A${number}`)
            .replaceAll('FW_B', `B${number}`)
            .replaceAll('203.0.113.1', `203.0.113.${100 + number}`)
            .replaceAll('198.51.100.2', `198.51.100.${100 + number}`);
          return [`${side}${number}`, text];
        }),
      ),
    );
    const { snapshot } = analysedTexts(texts);
    const { devices, tunnels } = languageService.tunnelOverview(snapshot, defaultSettings);
    assert.deepEqual(
      devices.map(({ name }) => name),
      ['A1', 'A2', 'A11', 'B1', 'B2', 'B11'],
    );
    assert.deepEqual(
      tunnels.map(({ id }) => id.split('/')[0]),
      ['A1', 'A2', 'A11'],
    );
  });
});
