import * as l10n from '@vscode/l10n';
import type { IkePeer, IkeProposal } from '../model/device';
import { proposalOf, settingsOf } from '../rules/targets';
import { offeredBy, type End } from '../tunnels/end';
import { phase1Of } from '../tunnels/phase1';
import { comparedSessions } from '../tunnels/session';
import {
  applied,
  copyIkeProposal,
  copyIpsecProposal,
  isSharedIke,
  isSharedIpsec,
  nameProposal,
} from './copyProposal';
import { endsWith, ownBlock, sideOf, type EndTunnels } from './parts';
import { objectAt, type Offer, type Refactoring, type Target } from './refactoring';

/** The IKE proposals of one end that its tunnels are negotiated with; undefined where that is not known of one of them. */
function agreedOn({ end, judgements }: EndTunnels): readonly IkeProposal[] | undefined {
  const found: IkeProposal[] = [];
  for (const judgement of judgements) {
    for (const session of comparedSessions(judgement.tunnel)) {
      const { agreement, nearest } = phase1Of(judgement.tunnel, session);
      if (agreement !== 'agree' || !nearest) return undefined;
      found.push(nearest.proposals[sideOf(judgement, end)]);
    }
  }
  return found.length > 0 ? found : undefined;
}

/** The one IKE proposal that a peer needs: the one it names, the only one there is, or the one that all its tunnels are negotiated with. */
function neededBy(target: Target, peer: IkePeer): IkeProposal | undefined {
  const offered = offeredBy(target.device, peer) ?? [];
  if (offered.length <= 1) return offered[0];
  const ends = endsWith(target.snapshot, target.device, (end: End) => end.peer === peer);
  // Of somebody who calls and is in no file nobody knows which proposal they meet in.
  const agreed = ends.map(agreedOn);
  const all = new Set(agreed.flatMap((each) => each ?? []));
  const [only] = all;
  return all.size === 1 && ends.length > 0 && agreed.every((each) => each !== undefined) ? only : undefined;
}

function forPeer(target: Target, peer: IkePeer): Offer[] {
  const { device, snapshot } = target;
  const proposal = neededBy(target, peer);
  if (!proposal || !ownBlock(snapshot, peer)) return [];
  if (!isSharedIke(device, proposal, peer)) {
    if (peer.proposal || proposal.name.startsWith('default')) return [];
    return [
      {
        title: l10n.t('Let IKE peer {0} offer IKE proposal {1} only', peer.name, proposal.name),
        carryOut: (draft) => applied(draft, [nameProposal(draft, peer, proposal.name)]),
      },
    ];
  }
  if (!ownBlock(snapshot, proposal) || proposal.name.startsWith('default')) return [];
  return [
    {
      title: l10n.t('Give IKE peer {0} an IKE proposal of its own, like {1}', peer.name, proposal.name),
      carryOut: (draft) => copyIkeProposal(draft, device, peer, proposal) !== undefined,
    },
  ];
}

/** More of them in one policy than devices take. */
const MAX_OFFERS = 12;

/** A proposal that several use, for one of them alone: so that it can be changed without the others. */
export const extractProposal: Refactoring = {
  id: 'extract-proposal',
  kind: 'refactor.extract.proposal',
  offers: (target) => {
    const { device } = target;
    const peer = objectAt(device.ikePeers, target);
    if (peer) return forPeer(target, peer);
    const settings = objectAt(settingsOf(device), target);
    if (!settings) return [];
    return settings.proposals.slice(0, MAX_OFFERS).flatMap(({ value }): Offer[] => {
      const proposal = proposalOf(device, value);
      if (!proposal || !isSharedIpsec(device, proposal, settings)) return [];
      return [
        {
          title: l10n.t('Make an IPsec proposal like {0} that only this view uses', proposal.name),
          carryOut: (draft) => copyIpsecProposal(draft, device, settings, proposal) !== undefined,
        },
      ];
    });
  },
};
