import type { OutputKind } from './kind';
import { LabelReader, present, type Labelled, type Values } from './labels';
import type { Field, Output, OutputLine } from './output';
import { partOf } from './part';

/** One direction of a tunnel: an SA that is in use; values as printed. */
export interface DisplayedSecurityAssociation {
  readonly direction: 'inbound' | 'outbound';
  readonly protocol: 'esp' | 'ah';
  readonly spi?: Field;
  /** `ESP-ENCRYPT-AES-256 ESP-AUTH-SHA2-256-128`. */
  readonly proposal?: Field;
  /** What is left of the lifetime, and what its first number counts: `bytes` on older products, `kilobytes` otherwise. */
  readonly remainingVolume?: Field;
  readonly volumeUnit?: 'bytes' | 'kilobytes';
  readonly remainingSeconds?: Field;
  readonly sequence?: Field;
  /** `Y` where packets travel in UDP. */
  readonly natTraversal?: Field;
  readonly antiReplay?: Field;
  readonly antiReplayWindow?: Field;
  readonly established?: Field;
  readonly vpnInstance?: Field;
  /** `4/240`: packets and bytes; or packets alone. */
  readonly packets?: Field;
}

/** A tunnel as `display ipsec sa` prints it: a flow with the SAs that protect it; values as printed. */
export interface DisplayedIpsecSa {
  /** `1`: the board, where products with several say it. */
  readonly slot?: Field;
  readonly interface?: Field;
  /** The policy group, or the profile. */
  readonly name?: Field;
  readonly isProfile?: boolean;
  readonly sequence?: Field;
  readonly acl?: Field;
  readonly rule?: Field;
  /** `ISAKMP`, `Template`, `PROF-ISAKMP`, `Manual` … */
  readonly mode?: Field;
  readonly vpnInstance?: Field;
  readonly connection?: Field;
  readonly encapsulation?: Field;
  readonly holdingTime?: Field;
  readonly localAddress?: Field;
  readonly remoteAddress?: Field;
  readonly flowSource?: Field;
  readonly flowDestination?: Field;
  readonly associations: readonly DisplayedSecurityAssociation[];
}

const reader = new LabelReader({
  slot: ['IPsec SA Information for Slot', 'Information for Slot'],
  interface: 'Interface',
  policy: ['IPSec policy name', 'Policy name'],
  profile: ['IPSec profile name', 'Profile name'],
  manual: 'IP security association name',
  sequence: 'Sequence number',
  instance: 'Instance id',
  acl: ['Acl group', 'Acl number'],
  rule: ['Acl rule', 'Rule number'],
  mode: 'Mode',
  vpnInstance: ['VPN', 'VPN instance'],
  ext: 'Ext',
  connection: 'Connection ID',
  encapsulation: 'Encapsulation mode',
  holdingTime: 'Holding time',
  localAddress: ['Tunnel local', 'Tunnel local address'],
  remoteAddress: ['Tunnel remote', 'Tunnel remote address'],
  flowSource: 'Flow source',
  flowDestination: 'Flow destination',
  traffic: [
    'Input/output security packets',
    'Input/output security bytes',
    'Input/output security kilobytes',
    'Input/output bandwidth limit drop packets',
    'Input/output bandwidth limit drop bytes',
    'Input/output bandwidth limit drop kilobytes',
  ],
  qos: ['Qos pre-classify', 'Qos group'],
  established: ['Establish', 'Establish time'],
  spi: 'SPI',
  ahSpi: 'AH SPI',
  espSpi: 'ESP SPI',
  said: 'SAID',
  proposal: ['Proposal', 'Proposal name'],
  remainingKilobytes: 'SA remaining key duration (kilobytes/sec)',
  remainingBytes: 'SA remaining key duration (bytes/sec)',
  remainingSeconds: 'SA remaining key duration (sec)',
  received: 'Max received sequence-number',
  sent: 'Max sent sequence-number',
  natTraversal: 'UDP encapsulation used for NAT traversal',
  antiReplayWindow: ['Anti-replay window size', 'Anti-replay window'],
  antiReplay: ['Anti-replay', 'Anti-replay service'],
  packets: [
    'SA encrypted packets (number/bytes)',
    'SA decrypted packets (number/bytes)',
    'SA encrypted packets (number/kilobytes)',
    'SA decrypted packets (number/kilobytes)',
    'Outpacket encap count',
    'Inpacket decap count',
  ],
  count: ['Outpacket count', 'Inpacket count', 'Outpacket drop count', 'Inpacket drop count'],
  // Keys that manual SAs are printed with: known, so that they are not part of what stands before them, and kept nowhere.
  secret: [
    'AH string-key',
    'ESP string-key',
    'AH authentication hex key',
    'ESP authentication hex key',
    'ESP encryption hex key',
  ],
  state: 'State',
  references: 'Number of references',
});

type Key = ReturnType<typeof reader.read>[number]['key'];

/** `[Outbound ESP SAs]`, `outbound AH setting:`. */
const DIRECTION = /\[?\b(in|out)bound[ \t]{1,4}(esp|ah)[ \t]{1,4}(?:SAs?\b\]?|setting\b)/gi;

type Part<T> = { -readonly [K in keyof T]?: T[K] };
type Association = Part<DisplayedSecurityAssociation> &
  Pick<DisplayedSecurityAssociation, 'direction' | 'protocol'>;
type Tunnel = Omit<Part<DisplayedIpsecSa>, 'associations'> & { associations: Association[] };

/** Labels that belong to the heading of an interface or a policy and hold for all tunnels below it. */
const SCOPES: readonly Key[] = ['slot', 'interface', 'policy', 'profile', 'manual'];

/** `SPI: 1597022986 (0x5f30a30a)`: the number; the same in hexadecimal stands behind it. */
function beginning(field: Field, pattern: RegExp): Field {
  const found = pattern.exec(field.text)?.[0];
  return found === undefined ? field : partOf(field, 0, found.length);
}

/** The two halves of `10485760/2717`. */
function halves(field: Field): [Field, Field] | undefined {
  const found = /^([\d-]{1,20})[ \t]*\/[ \t]*([\d-]{1,20})/.exec(field.text);
  if (!found?.[1] || !found[2]) return undefined;
  const end = found[0].length;
  return [partOf(field, 0, found[1].length), partOf(field, end - found[2].length, end)];
}

/** A name without its quotes. */
function unquoted(field: Field): Field {
  const inside = /^"([^"]*)"?/.exec(field.text)?.[1];
  return inside === undefined ? field : partOf(field, 1, 1 + inside.length);
}

class Tunnels {
  readonly all: Tunnel[] = [];
  private scope: Values<
    'slot' | 'interface' | 'name' | 'sequence' | 'acl' | 'rule' | 'mode' | 'vpnInstance'
  > = {};
  private isProfile = false;
  private tunnel: Tunnel | undefined;
  private association: Association | undefined;

  direction(direction: string, protocol: string): void {
    this.association = {
      direction: direction.toLowerCase() === 'in' ? 'inbound' : 'outbound',
      protocol: protocol.toLowerCase() === 'ah' ? 'ah' : 'esp',
    };
    (this.tunnel ?? this.open()).associations.push(this.association);
  }

  take({ key, value }: Labelled<Key>): void {
    if (SCOPES.includes(key)) this.enter(key, value);
    else if (this.association && this.takeForAssociation(this.association, key, value)) return;
    else this.takeForTunnel(key, value);
  }

  /** A new board, interface or policy: what was said of the ones before no longer holds. */
  private enter(key: Key, value: Field): void {
    const { slot, interface: on } = this.scope;
    this.isProfile = key === 'profile';
    if (key === 'slot') this.scope = { slot: beginning(value, /^\d{1,4}/) };
    else if (key === 'interface')
      this.scope = { ...present({ slot }), interface: beginning(value, /^\S+(?: \d[\d/.:]*)?/) };
    else this.scope = { ...present({ slot, interface: on }), name: unquoted(value) };
    this.tunnel = this.association = undefined;
    if (key === 'manual') this.open();
  }

  private open(): Tunnel {
    const { scope, isProfile } = this;
    this.tunnel = { ...scope, ...(isProfile ? { isProfile } : {}), associations: [] };
    this.association = undefined;
    this.all.push(this.tunnel);
    return this.tunnel;
  }

  private takeForTunnel(key: Key, value: Field): void {
    switch (key) {
      case 'sequence':
      case 'acl':
      case 'rule':
      case 'mode':
      case 'vpnInstance':
        if (this.tunnel) this.tunnel[key] ??= value;
        else this.scope[key] ??= value;
        break;
      case 'connection':
        this.open().connection = value;
        break;
      case 'encapsulation':
      case 'holdingTime':
      case 'localAddress':
      case 'remoteAddress':
      case 'flowSource':
      case 'flowDestination': {
        // A second flow or address belongs to a tunnel whose number was left out.
        const open = this.tunnel && !(key in this.tunnel) ? this.tunnel : this.open();
        open[key] = value;
        break;
      }
      default:
        break;
    }
  }

  /** Whether the label was one of the SA that was opened last. */
  private takeForAssociation(own: Association, key: Key, value: Field): boolean {
    switch (key) {
      case 'spi':
      case 'espSpi':
      case 'ahSpi':
        own.spi ??= beginning(value, /^\d{1,10}/);
        return true;
      case 'remainingBytes':
      case 'remainingKilobytes': {
        const [volume, seconds] = halves(value) ?? [];
        if (volume && seconds) {
          own.remainingVolume = volume;
          own.remainingSeconds = seconds;
          own.volumeUnit = key === 'remainingBytes' ? 'bytes' : 'kilobytes';
        }
        return true;
      }
      case 'received':
      case 'sent':
        own.sequence ??= value;
        return true;
      case 'antiReplay':
      case 'antiReplayWindow':
      case 'established':
      case 'natTraversal':
      case 'packets':
      case 'proposal':
      case 'remainingSeconds':
      case 'vpnInstance':
        own[key] ??= value;
        return true;
      default:
        return false;
    }
  }
}

/** What ends a value on a line that everything was pasted onto: the next heading in brackets. */
function readLine(line: OutputLine, tunnels: Tunnels): void {
  const heads = [...line.text.matchAll(DIRECTION)];
  let from = 0;
  for (const head of [...heads, undefined]) {
    const part = line.part(from, head?.index);
    for (const labelled of reader.read(part)) tunnels.take(labelled);
    if (!head) break;
    tunnels.direction(head[1] ?? '', head[2] ?? '');
    from = head.index + head[0].length;
  }
}

function read({ lines }: Output): readonly DisplayedIpsecSa[] {
  const tunnels = new Tunnels();
  for (const line of lines) readLine(line, tunnels);
  return tunnels.all.filter(
    ({ associations, ...rest }) => associations.length > 0 || 'connection' in rest || 'flowSource' in rest,
  );
}

/** `display ipsec sa [policy …] [profile …] [remote …]`: AR, USG and, in lower case, VRP8, which also lists manual SAs. */
export const ipsecSaOutput: OutputKind<DisplayedIpsecSa> = {
  command: 'display ipsec sa',
  opening:
    /\bipsec sa information\b|\[(?:in|out)bound (?:ESP|AH) SAs\]|\bTotal IP security association number\s*:|\bIKE IP Security Association\b|^\s*Flow source\s*:/i,
  about: {
    reads:
      'addresses, flows and policy of every tunnel; SPI, algorithms, packets and what is left of the lifetime of every SA, in the unit of its label; no key of a manual SA',
    layouts: { USG6000: 'device', AR: 'device', VRP8: 'document' },
  },
  read,
};
