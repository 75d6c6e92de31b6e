import * as l10n from '@vscode/l10n';
import type { Named } from '../../model/device';
import { textOf, type Place } from '../../model/value';
import { canonicalAddress } from '../../syntax/address';
import type { LocalAddress, RemoteAddress } from '../../tunnels/addresses';
import type { End } from '../../tunnels/end';
import { targetsOf } from '../../tunnels/fit';
import type { Tunnel } from '../../tunnels/pairing';
import { repair, type Step } from '../edits';
import type { Repair } from '../rule';
import { isMentioned } from '../targets';
import type { Difference, Side, TunnelRule } from '../tunnelRule';
import { changeValue } from '../typing';
import { endLabel } from './labels';

/** An end that names an address which the other end does not negotiate from. */
interface Miss {
  readonly own: End;
  readonly other: End;
  readonly named: RemoteAddress;
  /** What it should name. */
  readonly wanted: LocalAddress;
  /** The interface of the other device that has the named address, where one has. */
  readonly owner: Place | undefined;
}

function isIpv6(text: string): boolean {
  return text.includes(':');
}

/** The miss of one end; undefined where it names the other one, takes whoever comes, or where either side is not fully known. */
function missOf(tunnel: Tunnel, at: 0 | 1): Miss | undefined {
  const own = tunnel.ends[at];
  const other = tunnel.ends[at === 0 ? 1 : 0];
  const [named] = own.remoteAddresses;
  if (own.open || !named || tunnel.bond === 'behind-nat') return undefined;
  if (own.remoteAddresses.some(({ key }) => key === undefined) || !other.localAddressesKnown)
    return undefined;
  const targets = targetsOf(own, tunnel.nat);
  if (other.localAddresses.some(({ key }) => targets.includes(key))) return undefined;
  const wanted = other.localAddresses.find(({ text }) => isIpv6(text) === isIpv6(named.text));
  if (!wanted) return undefined;
  const owner = other.device.interfaces
    .flatMap(({ addresses }) => addresses)
    .find(({ value }) => canonicalAddress(value.address) === named.key);
  return { own, other, named, wanted, owner: owner?.place };
}

interface WrittenLocal {
  readonly object: Named;
  readonly command: string;
  readonly place: Place;
}

/** The line that says which address an end negotiates from, where one is written. */
function writtenLocal({ settings, entry, peer }: End): WrittenLocal | undefined {
  const object = settings.tunnelLocal ? settings : (entry ?? settings);
  const { tunnelLocal } = object;
  if (tunnelLocal)
    return canonicalAddress(tunnelLocal.value) === undefined
      ? undefined
      : { object, command: 'tunnel local', place: tunnelLocal.place };
  return peer?.localAddress && { object: peer, command: 'local-address', place: peer.localAddress.place };
}

/** A tunnel interface's destination and the remote-address of its peer go together. */
function nameInstead({ own, named, wanted }: Miss): (Step | undefined)[] {
  const { device, peer } = own;
  const remotes = peer?.remoteAddresses ?? [];
  const same = named.isDestination
    ? remotes.filter(({ value }) => canonicalAddress(value.text) === named.key)
    : [];
  return [named.place, ...same.map(({ place }) => place)].map((place) => {
    // Another address would name a backup peer: the wrong one has to go first.
    const isPeers = peer && remotes.some((each) => each.place === place);
    return isPeers
      ? changeValue(device, peer, place, wanted.text, [
          `undo remote-address ${textOf(place)}`,
          `remote-address ${wanted.text}`,
        ])
      : changeValue(device, own.settings, place, wanted.text, [`tunnel remote ${wanted.text}`]);
  });
}

function repairsFor(miss: Miss): Repair[] {
  const { own, other, named, wanted, owner } = miss;
  const local = writtenLocal(other);
  const isOwn = other.device.interfaces.some(({ addresses }) =>
    addresses.some(({ value }) => canonicalAddress(value.address) === wanted.key),
  );
  // An address that the other device has, where the one it is told to use is none of its own.
  const followCaller = local !== undefined && owner !== undefined && !isOwn;
  const command = named.isDestination
    ? 'destination'
    : own.kind === 'manual'
      ? 'tunnel remote'
      : 'remote-address';
  const callOther = repair(
    l10n.t('Change {0} of {1} to {2}', command, own.device.name, wanted.text),
    !followCaller,
    ...nameInstead(miss),
  );
  const moveOther =
    local && owner
      ? repair(
          l10n.t('Let {0} negotiate from {1}', other.device.name, named.text),
          followCaller,
          changeValue(other.device, local.object, local.place, named.text, [
            `${local.command} ${named.text}`,
          ]),
        )
      : [];
  return followCaller ? [...moveOther, ...callOther] : [...callOther, ...moveOther];
}

function differenceOf(miss: Miss, at: 0 | 1): Difference {
  const { own, other, named, wanted, owner } = miss;
  const command = named.isDestination
    ? 'destination'
    : own.kind === 'manual'
      ? 'tunnel remote'
      : 'remote-address';
  const names = [own.device.name, named.text, other.device.name, wanted.text];
  const caller: Side = {
    place: named.place,
    value: l10n.t('{0}: {1} {2}', own.device.name, command, named.text),
    message: l10n.t('{0} negotiates with {1}, but {4} of {2} is reached at {3}.', ...names, endLabel(other)),
    causes: ['peer address mismatch', 'flow or peer mismatch'],
  };
  const called: Side = {
    place: wanted.place,
    value: l10n.t('{0}: {1} is its address for this tunnel', other.device.name, wanted.text),
    message: l10n.t('{2} negotiates from {3}, but {0} names {1}.', ...names),
    causes: owner ? ['local address mismatch', 'flow or peer mismatch'] : ['flow or peer mismatch'],
  };
  return {
    sides: at === 0 ? [caller, called] : [called, caller],
    effect: 'fails',
    repairs: () => repairsFor(miss),
  };
}

/** An end of a whole configuration that no interface carries; a rule about one device alone underlines it. */
function isUnapplied({ device, interfaces, name, entry }: End): boolean {
  return device.whole && interfaces.length === 0 && !isMentioned(device, entry?.name ?? name);
}

/** An end that names another address than the one the other end negotiates from. */
export const peerAddress: TunnelRule = {
  id: 'peer-address-mismatch',
  severity: 'error',
  phase: 'address',
  causes: ['peer address mismatch', 'flow or peer mismatch', 'local address mismatch'],
  documentation: {
    title: { en: 'The peer has another address', 'zh-cn': '对端地址不一致' },
    checks: {
      en:
        '`remote-address`, `tunnel remote` or a tunnel interface’s `destination` is not the address that the other end negotiates from, ' +
        'while that end and the protected flows say that it is meant. Silent for host names, ranges, dynamic addresses, and an address ' +
        'that can be the other end’s behind a NAT.',
      'zh-cn':
        '`remote-address`、`tunnel remote` 或隧道接口的 `destination` 不是对端发起协商的地址，而对端配置和保护的数据流表明两端对应。对端为主机名、地址段、动态地址或可能经过 NAT 时不报告。',
    },
    why: {
      en: 'Packets go to a stranger, and those of the true peer come from an address that the device does not know: it refuses them.',
      'zh-cn': '报文发往错误的地址；真正对端的报文来自本端未知的地址，被拒绝。',
    },
    repair: {
      en: 'Writes the address of the other end; or lets the other end use the address that is named, where it has it.',
      'zh-cn': '改为对端的地址；或在对端拥有该地址时，让对端使用该地址。',
    },
    sources: [
      'IPSec Fault Cause Reference, peer address mismatch',
      'IPSec Fault Cause Reference, local address mismatch',
    ],
  },
  checkTunnel: (tunnel) => {
    const differences = ([0, 1] as const).flatMap((at) => {
      const miss = missOf(tunnel, at);
      return miss ? [differenceOf(miss, at)] : [];
    });
    const blocked = tunnel.ends.some(isUnapplied) ? ['no policy applied on interface'] : undefined;
    return { differences, ...(blocked ? { blocked } : {}) };
  },
};
