import type { OutputKind } from './kind';
import { LabelReader, present, type Values } from './labels';
import type { Field, Output } from './output';
import { settingOf, type Setting } from './settings';

/** One SA in full, as `display ike sa verbose` prints it; values as printed. */
export interface DisplayedIkeSaVerbose {
  readonly connection?: Field;
  readonly phase?: Field;
  readonly version?: Field;
  readonly exchangeMode?: Field;
  readonly peerName?: Field;
  readonly localAddress?: Field;
  readonly remoteAddress?: Field;
  readonly localIdType?: Field;
  readonly localId?: Field;
  readonly remoteIdType?: Field;
  readonly remoteId?: Field;
  readonly vpnInstance?: Field;
  readonly authenticationMethod?: Field;
  readonly authenticationAlgorithm?: Field;
  readonly encryptionAlgorithm?: Field;
  readonly integrityAlgorithm?: Field;
  readonly prf?: Field;
  readonly dhGroup?: Field;
  /** Lifetime in seconds: all of it, and what is left. */
  readonly lifetime?: Field;
  readonly remaining?: Field;
  readonly established?: Field;
  readonly flags?: Field;
  readonly natTraversal?: Field;
  readonly dpd?: Field;
  /** Every line that gives a value, also what nobody lists. */
  readonly settings: readonly Setting[];
}

const reader = new LabelReader({
  connection: ['Connection ID', 'Conn-ID', 'Connection Index', 'Connection number'],
  phase: ['IKE SA phase', 'SA phase', 'Phase'],
  version: ['IKE version', 'Version'],
  exchangeMode: ['Exchange mode', 'Negotiation mode'],
  peerName: ['IKE peer name', 'Peer name', 'IKE peer'],
  localAddress: ['Local address', 'Local IP address', 'Local IP', 'Tunnel local'],
  remoteAddress: [
    'Remote address',
    'Remote IP address',
    'Remote IP',
    'Peer address',
    'Peer IP',
    'Tunnel remote',
  ],
  localIdType: ['Local ID type', 'LocalType'],
  localId: ['Local ID', 'Local ID value'],
  remoteIdType: ['Remote ID type', 'RemoteType', 'Peer ID type'],
  remoteId: ['Remote ID', 'Remote ID value', 'Peer ID'],
  vpnInstance: ['VPN instance', 'VPN', 'Peer VPN'],
  authenticationMethod: ['Authentication method', 'Auth method'],
  authenticationAlgorithm: ['Authentication algorithm', 'Auth algorithm', 'Hash algorithm', 'Hash'],
  encryptionAlgorithm: ['Encryption algorithm', 'Encrypt algorithm'],
  integrityAlgorithm: 'Integrity algorithm',
  prf: ['Prf algorithm', 'Prf'],
  dhGroup: ['Diffie-Hellman group', 'DH group'],
  lifetime: ['SA duration', 'SA duration(seconds)', 'Life duration', 'Life duration(sec)', 'Lifetime'],
  remaining: [
    'Remaining key duration',
    'Remaining key duration(sec)',
    'Remaining duration',
    'Remaining duration(seconds)',
    'SA remaining duration(seconds)',
    'SA remaining duration',
  ],
  established: ['Establish time', 'Established time', 'Create time'],
  flags: ['Flag(s)', 'Flags', 'Flag'],
  natTraversal: ['NAT traversal', 'NAT-traversal'],
  dpd: 'DPD',
});

type Key = ReturnType<typeof reader.read>[number]['key'];

interface Draft {
  readonly values: Values<Key>;
  readonly settings: Setting[];
}

/** Labels that no SA has twice, so that one of them begins the next where it comes again. */
const HEADS: ReadonlySet<Key> = new Set(['connection', 'phase', 'peerName', 'remoteAddress']);

function read({ lines }: Output): readonly DisplayedIkeSaVerbose[] {
  const all: Draft[] = [];
  let current: Draft | undefined;
  for (const line of lines) {
    const labelled = reader.read(line);
    for (const { key, value } of labelled) {
      if (!current || (HEADS.has(key) && key in current.values)) {
        current = { values: {}, settings: [] };
        all.push(current);
      }
      current.values[key] ??= value;
    }
    const setting = labelled.length > 1 ? undefined : settingOf(line);
    if (setting && setting.value.text !== '') current?.settings.push(setting);
  }
  return all
    .filter(({ values }) => values.connection ?? values.remoteAddress ?? values.peerName ?? values.phase)
    .map(({ values, settings }) => ({ ...present(values), settings }));
}

/** `display ike sa verbose …`. No example is public. */
export const ikeSaVerboseOutput: OutputKind<DisplayedIkeSaVerbose> = {
  command: 'display ike sa verbose',
  opening: /\bIKE SA phase\s*:|\bIKE SA (?:verbose|detailed) information\b/i,
  about: {
    reads:
      'both ends, IDs, algorithms, lifetime and what is left of it, of every SA; every other line that gives a value',
    layouts: { 'USG, S switches, VRP8': 'none' },
  },
  read,
};
