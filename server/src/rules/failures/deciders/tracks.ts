import * as l10n from '@vscode/l10n';
import type { Device } from '../../../model/device';
import { nameKey } from '../../../model/reading';
import type { Written } from '../../../model/value';
import type { End } from '../../../tunnels/end';
import type { Failure, FailureContext } from '../failure';
import type { Decider, Decision } from './decider';
import { because, factsOf, mention, noted, type Mention } from './shown';
import { labelled } from '../../../l10n';

/** An object that tunnels can follow, in the state that an output shows. */
interface Tracked {
  readonly kind: 'nqa' | 'bfd-session' | 'vrrp';
  /** What lines can call it, in lower case. */
  readonly names: readonly string[];
  /** `NQA test admin wan`. */
  readonly title: string;
  readonly state: string;
  readonly isUp: boolean;
  readonly mention: Mention;
}

/** What is shown of everything that can be tracked; of several captures the last state. */
function trackedOf(device: Device, owner: string, context: FailureContext): readonly Tracked[] {
  const all = new Map<string, Tracked>();
  const add = (tracked: Tracked): void => {
    all.set(tracked.title, tracked);
  };
  for (const { uri, fact } of factsOf('nqaResults', device, context)) {
    const completion = fact.results.at(-1)?.completion;
    const state = /^(?:success|failed)/i.exec(completion?.text ?? '')?.[0];
    if (!completion || state === undefined) continue;
    const title = l10n.t('NQA test {0} {1}', fact.administrator.text, fact.name.text);
    add({
      kind: 'nqa',
      names: [`${fact.administrator.text} ${fact.name.text}`.toLowerCase()],
      title,
      state,
      isUp: /^success/i.test(state),
      mention: mention(uri, completion, labelled(owner, `${title} ${state}`)),
    });
  }
  for (const { uri, fact } of factsOf('bfdSession', device, context)) {
    const { name, localDiscriminator, peer, state } = fact;
    const names = [name, localDiscriminator].flatMap((each) => each?.text.toLowerCase() ?? []);
    const title = l10n.t('BFD session {0}', name?.text ?? localDiscriminator?.text ?? peer?.text ?? '');
    add({
      kind: 'bfd-session',
      names,
      title,
      state: state.text,
      isUp: /^up/i.test(state.text),
      mention: mention(uri, state, labelled(owner, `${title} ${state.text}`)),
    });
  }
  for (const { uri, fact } of factsOf('vrrp', device, context)) {
    const { id, interfaceName, state } = fact;
    if (!state) continue;
    const title = l10n.t('VRRP group {0} on {1}', id.text, interfaceName.text);
    const key = nameKey('interface', interfaceName.text);
    add({
      kind: 'vrrp',
      names: [id.text, `${id.text} ${key}`],
      title,
      state: state.text,
      isUp: /^master/i.test(state.text),
      mention: mention(uri, state, labelled(owner, `${title} ${state.text}`)),
    });
  }
  return [...all.values()];
}

/** A line by which a tunnel follows something. */
interface Track {
  readonly isDisconnect: boolean;
  readonly kind: Tracked['kind'];
  readonly name: string;
  /** The state in which the line acts, where it says one. */
  readonly state: string | undefined;
  readonly written: Written<string>;
}

const STATES = /^(?:up|down|master|backup|initialize)$/;

function readTrack(written: Written<string>, isDisconnect: boolean): Track | undefined {
  const words = written.value.toLowerCase().split(/\s+/);
  const kinds: Readonly<Record<string, Tracked['kind']>> = {
    nqa: 'nqa',
    bfd: 'bfd-session',
    'bfd-session': 'bfd-session',
    vrrp: 'vrrp',
  };
  const kind = kinds[words[0] ?? ''];
  if (!kind) return undefined;
  const last = words.at(-1) ?? '';
  const state = STATES.test(last) ? last : undefined;
  const rest = words.slice(1, state === undefined ? undefined : -1);
  const plain = rest.filter(
    (word) => !['cfg-name', 'session-name', 'vrid', 'interface', 'virtual-router-id'].includes(word),
  );
  if (kind === 'vrrp') {
    const [id = '', ...place] = plain;
    const name = place.length > 0 ? `${id} ${nameKey('interface', place.join(''))}` : id;
    return { isDisconnect, kind, name, state, written };
  }
  return { isDisconnect, kind, name: plain.join(' '), state, written };
}

function tracksOf({ peer, settings, entry }: End): readonly Track[] {
  return [...(peer?.lines ?? []), ...settings.lines, ...(entry?.lines ?? [])].flatMap((line) => {
    const isDisconnect = line.starts('disconnect track');
    if (line.undo || !(isDisconnect || line.starts('connect track'))) return [];
    const written = line.text('tracked');
    return (written && readTrack(written, isDisconnect)) ?? [];
  });
}

/** Whether a tunnel that follows something is closed by the state in which that is. */
function isClosedBy({ isDisconnect, state }: Track, tracked: Tracked): boolean {
  const isState =
    state === undefined
      ? undefined
      : state === 'up' || state === 'down'
        ? tracked.isUp === (state === 'up')
        : tracked.state.toLowerCase().startsWith(state);
  if (isDisconnect) return isState ?? !tracked.isUp;
  return !(isState ?? tracked.isUp);
}

function decide(
  { device, deviceName, tunnels, unpaired }: Failure,
  context: FailureContext,
): readonly Decision[] {
  const owner = deviceName ?? device.name;
  const shown = trackedOf(device, owner, context);
  if (shown.length === 0) return [];
  const ends = [...new Set([...tunnels.map(({ judgement, at }) => judgement.tunnel.ends[at]), ...unpaired])];
  const tracks = [...new Map(ends.flatMap(tracksOf).map((track) => [track.written.value, track])).values()];
  const decisions = tracks.flatMap((track): Decision[] => {
    const found = shown.filter(({ kind, names }) => kind === track.kind && names.includes(track.name));
    const [tracked, another] = found;
    if (!tracked || another) return [];
    const line = `${track.isDisconnect ? 'disconnect' : 'connect'} track ${track.written.value}`;
    const message = l10n.t(
      'The tunnel of {0} follows {1} ({2}), which is {3}.',
      owner,
      tracked.title,
      line,
      tracked.state,
    );
    return [
      isClosedBy(track, tracked)
        ? because(message, 'information', tracked.mention, {
            place: track.written.place,
            message: labelled(owner, line),
          })
        : noted(message, tracked.mention.place),
    ];
  });
  if (decisions.length > 0 || tracks.length > 0 || device.whole) return decisions;
  // Which of them the tunnel follows stands in the configuration, which is not here.
  return shown
    .filter(({ isUp }) => !isUp)
    .slice(0, 3)
    .map(({ title, state, mention: { place } }) =>
      noted(l10n.t('{0} of {1} is {2}.', title, owner, state), place),
    );
}

/** What a tunnel follows, and the state in which that is. */
export const tracks: Decider = {
  causes: ['in disconnect state', 'disconnect track nqa/bfd/vrrp'],
  outputs: ['nqaResults', 'bfdSession', 'vrrp'],
  decide,
};
