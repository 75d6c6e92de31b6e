import * as l10n from '@vscode/l10n';
import type { Device, Named } from '../model/device';
import type { Judgement } from '../rules/judge';
import type { Edit } from '../rules/rule';
import { settingsOf } from '../rules/targets';
import { changeSetting } from '../rules/tunnel/align';
import type { End } from '../tunnels/end';
import { tunnelId } from '../tunnels/pairing';
import type { Draft } from '../workspace/draft';
import { analyseWorkspace } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { applied, copyIkeProposal, copyIpsecProposal, isSharedIke, isSharedIpsec } from './copyProposal';
import { agreedParts, changesOf, componentOf, LAYERS, type Layer, type Part } from './layers';
import { deviceIn, endsWith, ownBlock } from './parts';
import { objectAt, type Offer, type Refactoring, type Target } from './refactoring';

/** What is to become strong: some layers of some tunnels. */
interface Aim {
  readonly layers: readonly Layer[];
  readonly tunnels: readonly string[];
}

function tunnelsOf(snapshot: Snapshot, { tunnels }: Aim): Judgement[] {
  const wanted = new Set(tunnels);
  return analyseWorkspace(snapshot).judgements.filter(({ tunnel }) => wanted.has(tunnelId(tunnel)));
}

/** The parts of a layer that some tunnels are negotiated with; undefined where that is not sure. */
function partsOf(judgements: readonly Judgement[], layer: Layer): Part[] | undefined {
  const all = judgements.map((judgement) => agreedParts(judgement, layer));
  return all.every((each) => each !== undefined) ? all.flat() : undefined;
}

interface Plan {
  readonly parts: readonly Part[];
  /** Some also serve ends that are in no file: the tunnels get proposals of their own. */
  readonly needsCopies: boolean;
}

function planFor(snapshot: Snapshot, aim: Aim, layer: Layer): Plan | undefined {
  const seeds = partsOf(tunnelsOf(snapshot, aim), layer);
  const component = seeds && componentOf(snapshot, layer, seeds);
  if (!component) return undefined;
  const needsCopies = component.strangers.length > 0;
  return { parts: needsCopies ? seeds : component.parts, needsCopies };
}

/** Whether a layer can be made strong, and is not. */
function isWeak(snapshot: Snapshot, aim: Aim, layer: Layer): boolean {
  const plan = planFor(snapshot, aim, layer);
  return plan !== undefined && changesOf(plan.parts, layer).length > 0;
}

/** Gives one end of a tunnel a proposal of its own, where others use it too. */
function copyFor(draft: Draft, device: Device, end: End, object: Named, layer: Layer): boolean {
  const { peer, settings } = end;
  const ike = device.ikeProposals.find((each) => each === object);
  if (layer === 'ike' && peer && ike)
    return !isSharedIke(device, ike, peer) || copyIkeProposal(draft, device, peer, ike) !== undefined;
  const ipsec = device.ipsecProposals.find((each) => each === object);
  if (layer === 'ipsec' && ipsec)
    return (
      !isSharedIpsec(device, ipsec, settings) ||
      copyIpsecProposal(draft, device, settings, ipsec) !== undefined
    );
  return false;
}

/** Gives both ends of the tunnels proposals of their own where a proposal also serves somebody else. */
function makeCopies(draft: Draft, aim: Aim, layer: Layer): boolean {
  for (const id of aim.tunnels)
    for (const at of [0, 1] as const) {
      const [judgement] = tunnelsOf(draft.now, { ...aim, tunnels: [id] });
      const part = judgement && agreedParts(judgement, layer)?.[at];
      const device = part && deviceIn(draft.now, part.end.device);
      if (!part || !device || !copyFor(draft, device, part.end, part.object, layer)) return false;
    }
  return true;
}

function strengthen(draft: Draft, aim: Aim, layer: Layer): boolean {
  const first = planFor(draft.now, aim, layer);
  if (!first || (first.needsCopies && !makeCopies(draft, aim, layer))) return false;
  const plan = first.needsCopies ? planFor(draft.now, aim, layer) : first;
  if (!plan || plan.needsCopies) return false;
  const documents = (uri: string) => draft.now.file(uri)?.document;
  const edits: (Edit | undefined)[] = [];
  for (const { setting, ids } of changesOf(plan.parts, layer)) {
    if (!ownBlock(draft.now, setting.object)) return false;
    for (const step of changeSetting(setting, ids, documents))
      edits.push(step && 'uri' in step ? step : undefined);
  }
  return applied(draft, edits);
}

/** The tunnels of what stands at a target, and the layers that are meant there. */
function aimAt(target: Target): Aim | undefined {
  const { device, snapshot } = target;
  const ids = (holds: (end: End) => boolean): string[] => [
    ...new Set(
      endsWith(snapshot, device, holds).flatMap(({ judgements }) =>
        judgements.map(({ tunnel }) => tunnelId(tunnel)),
      ),
    ),
  ];
  const peer = objectAt(device.ikePeers, target);
  if (peer) return { layers: LAYERS, tunnels: ids((end) => end.peer === peer) };
  const settings = objectAt(settingsOf(device), target);
  if (settings)
    return { layers: LAYERS, tunnels: ids((end) => end.settings === settings || end.entry === settings) };
  const [ike, ipsec] = [objectAt(device.ikeProposals, target), objectAt(device.ipsecProposals, target)];
  const layer: Layer = ike ? 'ike' : 'ipsec';
  const object = ike ?? ipsec;
  if (!object) return undefined;
  const { judgements } = analyseWorkspace(snapshot);
  const tunnels = judgements.filter((judgement) =>
    agreedParts(judgement, layer)?.some((part) => part.object === object),
  );
  return { layers: [layer], tunnels: tunnels.map(({ tunnel }) => tunnelId(tunnel)) };
}

/** Of so many tunnels both ends are changed at once. */
const MAX_TUNNELS = 50;

function offersFor({ snapshot }: Target, aim: Aim): Offer[] {
  const layers = aim.layers.filter((layer) => isWeak(snapshot, aim, layer));
  if (layers.length === 0) return [];
  const plans = layers.map((layer) => planFor(snapshot, aim, layer));
  const devices = plans.flatMap((plan) => plan?.parts.map(({ end }) => end.device.name) ?? []);
  const names = [...new Set(devices)].sort().join(', ');
  const title = plans.some((plan) => plan?.needsCopies)
    ? l10n.t('Replace the weak algorithms on both ends ({0}), in proposals that nobody else uses', names)
    : l10n.t('Replace the weak algorithms on both ends ({0})', names);
  return [{ title, carryOut: (draft) => layers.every((layer) => strengthen(draft, aim, layer)) }];
}

/** Weak and fading algorithms out of proposals and PFS, on both ends of all tunnels that hang on them. */
export const strengthenAlgorithms: Refactoring = {
  id: 'strengthen-algorithms',
  kind: 'refactor.rewrite.algorithms',
  offers: (target) => {
    const aim = aimAt(target);
    if (!aim || aim.tunnels.length === 0 || aim.tunnels.length > MAX_TUNNELS) return [];
    return offersFor(target, aim);
  },
};
