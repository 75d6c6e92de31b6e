import * as l10n from '@vscode/l10n';
import { algorithmTitle } from '../../commands/algorithms';
import { ikeOffer, phase1Of } from '../../tunnels/phase1';
import type { Tunnel } from '../../tunnels/pairing';
import { comparedSessions } from '../../tunnels/session';
import type { Difference, Side, TunnelRule } from '../tunnelRule';
import { alignRepairs, type Setting } from './align';
import { spell } from '../spelling';

function differenceOf(tunnel: Tunnel): Difference | undefined {
  for (const session of comparedSessions(tunnel)) {
    const { nearest } = phase1Of(tunnel, session);
    if (!nearest) continue;
    const methods = nearest.proposals.map((proposal) => ikeOffer(proposal, 'authenticationMethod')?.[0]);
    const [first, second] = methods;
    if (first === undefined || second === undefined || first === second) continue;
    // Under IKEv1 another pair of proposals may fit; IKEv2 does not negotiate the method, so the proposals chosen decide.
    if (session.version === 1 && nearest.fields.get('authenticationMethod') !== 'differ') continue;
    const textOf = (at: 0 | 1): string => {
      const id = methods[at] ?? '';
      return (
        spell('authentication-method', id, tunnel.ends[at].device, 'ike') ??
        algorithmTitle('authentication-method', id)
      );
    };
    const side = (at: 0 | 1): Side => {
      const other = at === 0 ? 1 : 0;
      const [own, others] = [nearest.proposals[at], nearest.proposals[other]];
      return {
        place: own.authenticationMethod?.place ?? own.place,
        value: l10n.t(
          '{0}: {1} in IKE proposal {2}',
          tunnel.ends[at].device.name,
          `authentication-method ${textOf(at)}`,
          own.name,
        ),
        message: l10n.t(
          '{0} authenticates with {1} (IKE proposal {2}), but {3} with {4} (IKE proposal {5}); the methods must be equal.',
          tunnel.ends[at].device.name,
          textOf(at),
          own.name,
          tunnel.ends[other].device.name,
          textOf(other),
          others.name,
        ),
        causes:
          session.version === 1
            ? ['phase1 proposal mismatch', 'authentication fail']
            : ['authentication fail'],
      };
    };
    const setting = (at: 0 | 1): Setting => {
      const proposal = nearest.proposals[at];
      const place = proposal.authenticationMethod?.place;
      return {
        end: tunnel.ends[at],
        object: proposal,
        label: l10n.t('IKE proposal {0}', proposal.name),
        command: 'authentication-method',
        kind: 'authentication-method',
        view: 'ike',
        values: [methods[at] ?? ''],
        ...(place ? { place } : {}),
      };
    };
    return {
      sides: [side(0), side(1)],
      effect: 'fails',
      phase: session.version === 1 ? 'phase1' : 'authentication',
      repairs: (documents) => {
        const settings = [setting(0), setting(1)] as const;
        // What both ends have is there to be used: a key that nobody has to fetch from an authority.
        const haveKeys = tunnel.ends.every(({ peer }) => peer?.key);
        const keep = haveKeys ? settings.find(({ values }) => values[0] === 'pre-share') : undefined;
        return alignRepairs(...settings, documents, keep);
      },
    };
  }
  return undefined;
}

/** One end with a key, the other with a certificate. */
export const authenticationMethod: TunnelRule = {
  id: 'authentication-method-mismatch',
  severity: 'error',
  phase: 'phase1',
  causes: ['phase1 proposal mismatch', 'authentication fail'],
  documentation: {
    title: { en: 'Different authentication methods', 'zh-cn': '认证方法不一致' },
    checks: {
      en: 'The `authentication-method` of the IKE proposals differs. IKEv1 negotiates it with the algorithms; under IKEv2 each end finds out when the other one proves who it is.',
      'zh-cn':
        '两端 IKE 安全提议的 `authentication-method` 不同。IKEv1 将其与算法一起协商；IKEv2 在身份认证时才会发现。',
    },
    why: {
      en: 'A device with a key cannot check a certificate, nor the other way round: the negotiation fails in phase 1 (IKEv1) or at the authentication (IKEv2).',
      'zh-cn': '一端用预共享密钥、另一端用证书时无法相互认证：IKEv1 在第一阶段失败，IKEv2 在认证时失败。',
    },
    repair: { en: 'Gives one end the method of the other.', 'zh-cn': '将一端改为与另一端相同。' },
    sources: ['USG6000E guide, IKE proposal', 'IPSec Fault Cause Reference, authentication fail'],
  },
  checkTunnel: (tunnel) => {
    const difference = differenceOf(tunnel);
    return difference ? { differences: [difference] } : {};
  },
};
