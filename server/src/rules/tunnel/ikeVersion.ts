import * as l10n from '@vscode/l10n';
import type { End } from '../../tunnels/end';
import type { Tunnel } from '../../tunnels/pairing';
import { isUnknown, sessionsOf } from '../../tunnels/session';
import { removeLine, repair, replace, type Step } from '../edits';
import type { Repair } from '../rule';
import { blockOf } from '../targets';
import type { Documents, Side, TunnelRule } from '../tunnelRule';
import { addCommand, isPrinted, typing } from '../typing';

function versionsText({ peer }: End): string {
  const { v1, v2 } = peer?.versions.value ?? { v1: true, v2: true };
  if (v1 && v2) return l10n.t('IKEv1 and IKEv2');
  return v2 ? l10n.t('IKEv2 only') : l10n.t('IKEv1 only');
}

/** Turns a version of a peer on: what turned it off goes, or the line that turns it on comes. */
function turnOn({ device, peer }: End, version: 1 | 2, documents: Documents): Step | undefined {
  if (!peer) return undefined;
  const off = peer.lines.find((line) => line.undo && line.starts(`version ${version}`));
  if (off) return removeLine(off.whole);
  const block = blockOf(peer);
  const opener = block?.block.opener !== undefined ? block.item.lines[block.block.opener] : undefined;
  const suffix = opener?.words.at(-1);
  // Old routers name the one version behind the peer's name.
  if (block && opener && suffix && opener.words.length > 3 && /^v[12]$/i.test(suffix.text)) {
    const { uri, item } = block;
    return replace(
      { uri, item, line: block.block.opener ?? 0, start: suffix.start, end: suffix.end },
      `v${version}`,
    );
  }
  return addCommand(device, peer, `version ${version}`, documents);
}

/** Makes a peer with IKEv2 alone one with IKEv1 alone. */
function switchToIkev1(end: End, documents: Documents): Step | undefined {
  const { device, peer } = end;
  if (peer && isPrinted(peer.place)) return typing(device, peer, ['version 1', 'undo version 2']);
  const lines = peer?.lines ?? [];
  const off = lines.find((line) => line.undo && line.starts('version 1'));
  if (off) return replace(off.whole, 'undo version 2');
  const only = lines.find((line) => !line.undo && line.starts('version 2'));
  return only ? replace(only.whole, 'version 1') : turnOn(end, 1, documents);
}

/** Turns IKEv2 off where IKEv1 is on as well, so that the end starts with IKEv1. */
function turnOffIkev2({ device, peer }: End, documents: Documents): Step | undefined {
  if (!peer?.versions.value.v1) return undefined;
  const on = peer.lines.find((line) => !line.undo && line.starts('version 2'));
  return on ? removeLine(on.whole) : addCommand(device, peer, 'undo version 2', documents);
}

function repairsFor(tunnel: Tunnel, documents: Documents): Repair[] {
  const repairs: Repair[] = [];
  const [unanswered] = sessionsOf(tunnel).filter(({ answered }) => !answered);
  if (!unanswered) return [];
  const { initiator, version } = unanswered;
  const caller = tunnel.ends[initiator];
  const other = tunnel.ends[initiator === 0 ? 1 : 0];
  const versionOff = version === 2 ? other : caller;
  // IKEv2 is the better choice: the end that lacks it gets it.
  repairs.push(
    ...repair(l10n.t('Turn IKEv2 on at {0}', versionOff.device.name), true, turnOn(versionOff, 2, documents)),
  );
  const withoutV1 = version === 2 ? caller : other;
  if (withoutV1.peer?.versions.value.v1)
    repairs.push(
      ...repair(
        l10n.t('Turn IKEv2 off at {0}', withoutV1.device.name),
        false,
        turnOffIkev2(withoutV1, documents),
      ),
    );
  else
    repairs.push(
      ...repair(
        l10n.t('Switch {0} to IKEv1', withoutV1.device.name),
        false,
        switchToIkev1(withoutV1, documents),
      ),
    );
  return repairs;
}

/** An end starts with an IKE version that the other one has off. */
export const ikeVersion: TunnelRule = {
  id: 'ike-version-mismatch',
  severity: 'error',
  phase: 'version',
  causes: ['version mismatch'],
  documentation: {
    title: { en: 'Different IKE versions', 'zh-cn': 'IKE 版本不一致' },
    checks: {
      en: 'An end that starts negotiations starts with IKEv2 where it has both versions on, and the other end has that version off. Both on answers either.',
      'zh-cn':
        '发起方同时启用两个版本时使用 IKEv2 发起，而对端未启用该版本。两个版本都启用的一端可响应任一版本。',
    },
    why: {
      en: 'The responder drops packets of a version that is off: the tunnel comes up only when the other end starts, or never.',
      'zh-cn': '响应方丢弃未启用版本的报文：隧道只能由另一端发起，或者根本无法建立。',
    },
    repair: {
      en: 'Turns IKEv2 on where it is off, or off where both are on.',
      'zh-cn': '在未启用 IKEv2 的一端启用，或在同时启用的一端关闭 IKEv2。',
    },
    sources: ['IPSec Fault Cause Reference, version mismatch'],
  },
  checkTunnel: (tunnel) => {
    const unknown = tunnel.ends.filter(isUnknown);
    if (unknown.length > 0)
      return { unverified: [unknown.some(({ peer }) => !peer) ? 'ike-peer' : 'version'] };
    const failing = sessionsOf(tunnel).filter(({ answered }) => !answered);
    const [first] = failing;
    if (!first) return {};
    const everyWay = failing.length === sessionsOf(tunnel).length;
    const side = (at: 0 | 1): Side => {
      const [own, other] = at === 0 ? tunnel.ends : [tunnel.ends[1], tunnel.ends[0]];
      const [caller, callee] = first.initiator === at ? [own, other] : [other, own];
      const names = [own.device.name, versionsText(own), other.device.name, versionsText(other)];
      return {
        place: own.peer?.versions.place ?? own.peer?.place ?? own.place,
        value: l10n.t('{0}: {1}', own.device.name, versionsText(own)),
        message: everyWay
          ? l10n.t('{0} has {1}, but {2} has {3}: no negotiation is answered.', ...names)
          : l10n.t(
              '{0} has {1}, but {2} has {3}: what {4} starts with IKEv{5} is not answered by {6}.',
              ...names,
              caller.device.name,
              first.version,
              callee.device.name,
            ),
      };
    };
    return {
      differences: [
        { sides: [side(0), side(1)], effect: 'fails', repairs: (documents) => repairsFor(tunnel, documents) },
      ],
    };
  },
};
