import * as l10n from '@vscode/l10n';
import type { Location } from 'vscode-languageserver-types';
import type { Device } from '../model/device';
import type { Place } from '../model/value';
import type { OverviewDevice, OverviewEnd, OverviewTunnel, TunnelOverview } from '../protocol';
import type { Judgement } from '../rules/judge';
import { endLabel } from '../rules/tunnel/labels';
import { failingTunnels } from '../troubleshooting/problems';
import type { End } from '../tunnels/end';
import { endId, tunnelId, type Unpaired } from '../tunnels/pairing';
import type { Settings } from '../workspace/settings';
import { analyseWorkspace } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { rangeOf } from './positions';
import { releaseText } from './products';
import { verdictText } from './verdicts';

function locationOf(place: Place, snapshot: Snapshot): { location?: Location } {
  const document = snapshot.file(place.uri)?.document;
  return document ? { location: { uri: place.uri, range: rangeOf(place, document) } } : {};
}

function endOf(end: End, snapshot: Snapshot): OverviewEnd {
  const address = end.localAddresses[0]?.text;
  return {
    device: end.device.name,
    label: endLabel(end),
    ...(address === undefined ? {} : { address }),
    ...locationOf(end.place, snapshot),
  };
}

function pairOf(judgement: Judgement, failing: ReadonlySet<Judgement>, snapshot: Snapshot): OverviewTunnel {
  const { tunnel, verdict, phase, causes, differences } = judgement;
  const [a, b] = tunnel.ends;
  const isAccepted = verdict.startsWith('fails') && !failing.has(judgement);
  return {
    id: tunnelId(tunnel),
    verdict,
    says: isAccepted ? l10n.t('{0}, accepted', verdictText(verdict, phase)) : verdictText(verdict, phase),
    problems: differences.filter(({ effect }) => effect !== 'none').length,
    causes,
    ...(isAccepted ? { accepted: true } : {}),
    ends: [endOf(a, snapshot), endOf(b, snapshot)],
  };
}

/** An end whose partner is in none of the files, as a tunnel to somebody of whom at most the address is known. */
function loneOf({ end, remote }: Unpaired, snapshot: Snapshot): OverviewTunnel {
  return {
    id: `${endId(end)} ↔ ${remote ?? '?'}`,
    verdict: 'unknown',
    says: l10n.t('the other end is not in the workspace'),
    problems: 0,
    causes: [],
    ends: [
      endOf(end, snapshot),
      remote === undefined
        ? { label: l10n.t('whoever calls') }
        : { label: l10n.t('the device at {0}', remote), address: remote },
    ],
  };
}

function deviceOf(device: Device, snapshot: Snapshot): OverviewDevice {
  const release = releaseText(device.release);
  const [uri] = device.uris;
  const start = { line: 0, character: 0 };
  const location = device.sysname
    ? locationOf(device.sysname.place, snapshot)
    : uri === undefined
      ? {}
      : { location: { uri, range: { start, end: start } } };
  return { name: device.name, ...(release === undefined ? {} : { release }), ...location };
}

/** All devices and tunnels of the workspace, both in the order of their names. */
export function tunnelOverview(snapshot: Snapshot, settings: Settings): TunnelOverview {
  const { judgements, unpaired, devices } = analyseWorkspace(snapshot);
  const failing = failingTunnels(snapshot, settings);
  const tunnels = [
    ...judgements.map((judgement) => pairOf(judgement, failing, snapshot)),
    ...unpaired.map((each) => loneOf(each, snapshot)),
  ];
  const named = new Set(tunnels.flatMap(({ ends }) => ends.flatMap(({ device }) => device ?? [])));
  const byName = <T>(nameOf: (each: T) => string) => {
    const { compare } = new Intl.Collator(undefined, { numeric: true });
    return (a: T, b: T): number => compare(nameOf(a), nameOf(b));
  };
  return {
    devices: devices
      .filter(({ name }) => named.has(name))
      .map((device) => deviceOf(device, snapshot))
      .sort(byName(({ name }) => name)),
    // A view has a node for each name, so no two may have the same.
    tunnels: [...new Map(tunnels.map((each) => [each.id, each])).values()].sort(byName(({ id }) => id)),
  };
}
