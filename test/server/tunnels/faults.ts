import type { EndStyle, PairTexts, Side, Version } from './pairs';

/** One way in which a healthy pair can be broken at one end. */
export interface Fault {
  readonly name: string;
  /** The rule that must find it. */
  readonly rule: string;
  /** Causes of which the devices print one. */
  readonly causes: readonly string[];
  readonly phase: string;
  /** Where it can be made; everywhere where nothing is said. */
  readonly styles?: readonly EndStyle[];
  readonly versions?: readonly Version[];
  /** False for an end that has no such line: a template without an address. */
  readonly at?: (side: Side, style: EndStyle) => boolean;
  /** Lines that both ends of the healthy pair have instead of others. */
  readonly base?: Readonly<Record<string, string>>;
  /** The same for the second end alone. */
  readonly second?: Readonly<Record<string, string>>;
  /** The line that changes, as it stands, and what it becomes; undefined takes it out. `+LINE` adds one behind. */
  readonly line: string | RegExp;
  readonly becomes?: string;
  /** Where the broken end is underlined, where that is another line than the changed one. */
  readonly seenAt?: string | RegExp;
  /** Where the other end is underlined; the same line as the broken one's before the change where nothing is said. */
  readonly otherAt?: string | RegExp;
  /** A rule about one device that says something of the same line. */
  readonly also?: string;
  /** Other than `fails`. */
  readonly verdict?: (version: Version) => string;
}

const initiates = (side: Side, style: EndStyle): boolean => side === 'a' || style !== 'template';
const V1: readonly Version[] = ['IKEv1 main', 'IKEv1 aggressive'];
const V2: readonly Version[] = ['IKEv2'];
const FLOWS: readonly EndStyle[] = ['policy', 'template'];

const PHASE1 = ['phase1 proposal mismatch', 'proposal mismatch or use sm in ikev2'];
const PHASE2 = ['phase2 proposal or pfs mismatch'];
const FLOW = ['flow or peer mismatch'];

/** Every pair-wise cause by each line that can make it. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'address nobody has',
    rule: 'peer-address-mismatch',
    causes: ['peer address mismatch', 'flow or peer mismatch'],
    phase: 'address',
    at: initiates,
    line: /^remote-address /,
    becomes: 'remote-address 192.0.2.77',
    otherAt: /^ip address (203\.0\.113\.1|198\.51\.100\.2) /,
  },
  {
    name: 'own address that the other end does not name',
    rule: 'peer-address-mismatch',
    causes: ['peer address mismatch', 'flow or peer mismatch'],
    phase: 'address',
    styles: FLOWS,
    at: (side, style) => style === 'policy' || side === 'b',
    line: 'pfs dh-group14',
    becomes: 'tunnel local 192.0.2.99\n pfs dh-group14',
    seenAt: 'tunnel local 192.0.2.99',
    otherAt: /^remote-address /,
  },
  {
    name: 'destination of a tunnel interface',
    rule: 'peer-address-mismatch',
    causes: ['peer address mismatch', 'flow or peer mismatch'],
    phase: 'address',
    styles: ['profile'],
    line: 'source GigabitEthernet1/0/0',
    becomes: 'source GigabitEthernet1/0/0\n destination 192.0.2.77',
    seenAt: 'destination 192.0.2.77',
    otherAt: /^ip address (203\.0\.113\.1|198\.51\.100\.2) /,
    also: 'tunnel-destination-mismatch',
  },
  {
    name: 'version',
    rule: 'ike-version-mismatch',
    causes: ['version mismatch'],
    phase: 'version',
    versions: V1,
    line: 'undo version 2',
    becomes: 'undo version 1',
    otherAt: 'undo version 2',
  },
  {
    name: 'version',
    rule: 'ike-version-mismatch',
    causes: ['version mismatch'],
    phase: 'version',
    versions: V2,
    line: 'undo version 1',
    becomes: 'undo version 2',
    otherAt: 'undo version 1',
  },
  {
    name: 'aggressive mode on one end',
    rule: 'exchange-mode-mismatch',
    causes: ['role mismatch'],
    phase: 'version',
    versions: ['IKEv1 main'],
    line: 'undo version 2',
    becomes: 'undo version 2\n exchange-mode aggressive',
    seenAt: 'exchange-mode aggressive',
    otherAt: /^ike peer /,
  },
  {
    name: 'main mode on one end',
    rule: 'exchange-mode-mismatch',
    causes: ['role mismatch'],
    phase: 'version',
    versions: ['IKEv1 aggressive'],
    line: 'exchange-mode aggressive',
    becomes: 'exchange-mode main',
  },
  {
    name: 'IKE encryption',
    rule: 'ike-encryption-mismatch',
    causes: PHASE1,
    phase: 'phase1',
    line: 'encryption-algorithm aes-256',
    becomes: 'encryption-algorithm aes-128',
  },
  {
    name: 'IKE hash',
    rule: 'ike-hash-mismatch',
    causes: PHASE1,
    phase: 'phase1',
    versions: V1,
    line: 'authentication-algorithm sha2-256',
    becomes: 'authentication-algorithm sha2-512',
  },
  {
    name: 'IKE integrity',
    rule: 'ike-integrity-mismatch',
    causes: PHASE1,
    phase: 'phase1',
    versions: V2,
    line: 'integrity-algorithm hmac-sha2-256',
    becomes: 'integrity-algorithm hmac-sha2-512',
  },
  {
    name: 'IKE PRF',
    rule: 'ike-prf-mismatch',
    causes: PHASE1,
    phase: 'phase1',
    versions: V2,
    line: 'prf hmac-sha2-256',
    becomes: 'prf hmac-sha2-512',
  },
  {
    name: 'DH group',
    rule: 'dh-group-mismatch',
    causes: ['initiator dh mismatch', 'responder dh mismatch', ...PHASE1],
    phase: 'phase1',
    line: 'dh group14',
    becomes: 'dh group19',
  },
  {
    name: 'authentication method',
    rule: 'authentication-method-mismatch',
    causes: [...PHASE1, 'authentication fail'],
    phase: 'phase1',
    versions: V1,
    line: 'authentication-method pre-share',
    becomes: 'authentication-method rsa-signature',
  },
  {
    name: 'authentication method, which IKEv2 does not negotiate',
    rule: 'authentication-method-mismatch',
    causes: ['authentication fail'],
    phase: 'authentication',
    versions: V2,
    line: 'authentication-method pre-share',
    becomes: 'authentication-method rsa-signature',
  },
  {
    name: 'ID of the other end',
    rule: 'peer-id-mismatch',
    causes: ['config ID mismatch'],
    phase: 'identity',
    line: /^remote-id [ab]\.example$/,
    becomes: 'remote-id c.example',
    otherAt: /^local-id [ab]\.example$/,
  },
  {
    name: 'own ID',
    rule: 'peer-id-mismatch',
    causes: ['config ID mismatch'],
    phase: 'identity',
    line: /^local-id [ab]\.example$/,
    becomes: 'local-id c.example',
    otherAt: /^remote-id [ab]\.example$/,
  },
  {
    name: 'type of the own ID',
    rule: 'peer-id-mismatch',
    causes: ['config ID mismatch'],
    phase: 'identity',
    line: 'local-id-type fqdn',
    becomes: 'local-id-type user-fqdn',
    seenAt: /^local-id [ab]\.example$/,
    otherAt: /^remote-id [ab]\.example$/,
  },
  {
    name: 'pre-shared key',
    rule: 'pre-shared-key-mismatch',
    causes: ['authentication fail', 'malformed payload', 'malformed message'],
    phase: 'authentication',
    line: 'pre-shared-key Example-Key-1',
    becomes: 'pre-shared-key Example-Key-2',
  },
  {
    name: 'flow of another network',
    rule: 'protected-flow-mismatch',
    causes: FLOW,
    phase: 'flow',
    styles: FLOWS,
    line: /^rule 5 permit ip source/,
    becomes: 'rule 5 permit ip source 10.7.7.0 0.0.0.255 destination 10.8.8.0 0.0.0.255',
  },
  {
    name: 'narrower flow',
    rule: 'protected-flow-mismatch',
    causes: FLOW,
    phase: 'flow',
    styles: FLOWS,
    versions: V1,
    line: /^(rule 5 permit ip source \S+) 0\.0\.0\.255/,
    becomes: '$1 0.0.0.127',
  },
  {
    name: 'protocol of a flow',
    rule: 'protected-flow-mismatch',
    causes: FLOW,
    phase: 'flow',
    styles: FLOWS,
    line: /^rule 10 permit tcp/,
    becomes: 'rule 10 permit udp',
  },
  {
    name: 'missing rule',
    rule: 'protected-flow-mismatch',
    causes: FLOW,
    phase: 'flow',
    styles: FLOWS,
    at: (side, style) => style === 'policy' || side === 'b',
    line: /^rule 10 permit tcp/,
    seenAt: 'security acl 3000',
    otherAt: /^rule 10 permit tcp/,
  },
  {
    name: 'encapsulation mode',
    rule: 'encapsulation-mode-mismatch',
    causes: ['encapsulation mode mismatch', ...PHASE2],
    phase: 'phase2',
    line: 'ipsec proposal tran1',
    becomes: 'ipsec proposal tran1\n encapsulation-mode transport',
    seenAt: 'encapsulation-mode transport',
    otherAt: 'ipsec proposal tran1',
  },
  {
    name: 'transform',
    rule: 'transform-mismatch',
    causes: PHASE2,
    phase: 'phase2',
    line: 'ipsec proposal tran1',
    becomes: 'ipsec proposal tran1\n transform ah\n ah authentication-algorithm sha2-256',
    seenAt: 'transform ah',
    otherAt: 'ipsec proposal tran1',
  },
  {
    name: 'ESP encryption',
    rule: 'esp-encryption-mismatch',
    causes: PHASE2,
    phase: 'phase2',
    line: 'esp encryption-algorithm aes-256',
    becomes: 'esp encryption-algorithm aes-192',
  },
  {
    name: 'ESP authentication',
    rule: 'esp-authentication-mismatch',
    causes: PHASE2,
    phase: 'phase2',
    line: 'esp authentication-algorithm sha2-256',
    becomes: 'esp authentication-algorithm sha2-512',
  },
  {
    name: 'PFS group',
    rule: 'pfs-mismatch',
    causes: PHASE2,
    phase: 'phase2',
    line: 'pfs dh-group14',
    becomes: 'pfs dh-group19',
    verdict: (version) => (version === 'IKEv2' ? 'fails-at-rekey' : 'fails'),
  },
  {
    name: 'no PFS',
    rule: 'pfs-mismatch',
    causes: PHASE2,
    phase: 'phase2',
    line: 'pfs dh-group14',
    seenAt: /^ipsec (policy map1 10 isakmp$|policy-template|profile)/,
    verdict: (version) => (version === 'IKEv2' ? 'fails-at-rekey' : 'fails'),
  },
  {
    name: 'AH authentication',
    rule: 'ah-authentication-mismatch',
    causes: PHASE2,
    phase: 'phase2',
    base: {
      'ipsec proposal tran1':
        'ipsec proposal tran1\n transform ah-esp\n ah authentication-algorithm sha2-256',
    },
    line: 'ah authentication-algorithm sha2-256',
    becomes: 'ah authentication-algorithm sha2-512',
  },
  {
    name: 'a cipher that authenticates by itself',
    rule: 'esp-encryption-mismatch',
    causes: PHASE2,
    phase: 'phase2',
    base: { 'esp encryption-algorithm aes-256': 'esp encryption-algorithm aes-256-gcm-128' },
    line: 'esp encryption-algorithm aes-256-gcm-128',
    becomes: 'esp encryption-algorithm aes-128-gcm-128',
  },
  {
    name: 'sets of ciphers with nothing in common',
    rule: 'ike-encryption-mismatch',
    causes: PHASE1,
    phase: 'phase1',
    base: { 'encryption-algorithm aes-256': 'encryption-algorithm aes-256 aes-192' },
    line: 'encryption-algorithm aes-256 aes-192',
    becomes: 'encryption-algorithm aes-128 3des',
  },
  {
    name: 'DH group of a peer that offers all proposals',
    rule: 'dh-group-mismatch',
    causes: ['initiator dh mismatch', 'responder dh mismatch', ...PHASE1],
    phase: 'phase1',
    versions: ['IKEv1 main', 'IKEv2'],
    second: { 'ike-proposal 10': 'nat traversal' },
    line: 'dh group14',
    becomes: 'dh group19',
  },
  {
    name: 'order of DPD payloads that nobody learns',
    rule: 'dpd-message-mismatch',
    causes: ['dpd timeout'],
    phase: 'liveness',
    versions: V1,
    base: {
      'ike-proposal 10':
        'ike-proposal 10\n dpd type periodic\n dpd msg seq-hash-notify\n undo dpd msg notify-hash-sequence learning',
    },
    line: 'dpd msg seq-hash-notify',
    becomes: 'dpd msg seq-notify-hash',
  },
  {
    name: 'heartbeats too rare',
    rule: 'heartbeat-mismatch',
    causes: ['heartbeat timeout'],
    phase: 'liveness',
    versions: V1,
    base: { return: 'ike heartbeat-timer interval 20\nike heartbeat-timer timeout 60\nreturn' },
    line: 'ike heartbeat-timer interval 20',
    becomes: 'ike heartbeat-timer interval 600',
    otherAt: 'ike heartbeat-timer timeout 60',
    also: 'heartbeat-timeout-too-short',
  },
  {
    name: 'no heartbeats',
    rule: 'heartbeat-mismatch',
    causes: ['heartbeat timeout'],
    phase: 'liveness',
    versions: V1,
    base: { return: 'ike heartbeat-timer interval 20\nike heartbeat-timer timeout 60\nreturn' },
    line: 'ike heartbeat-timer interval 20',
    seenAt: /^ike peer /,
    otherAt: 'ike heartbeat-timer timeout 60',
  },
  {
    name: 'masks shorter than the filter asks for',
    rule: 'netmask-mismatch',
    causes: ['netmask mismatch'],
    phase: 'flow',
    styles: ['template'],
    at: (side) => side === 'b',
    base: {
      'rule 10 permit tcp source 10.1.1.0 0.0.0.255 destination 10.9.9.0 0.0.0.255 destination-port eq 443':
        'rule 10 permit tcp source 10.1.1.7 0 destination 10.9.9.9 0 destination-port eq 443',
    },
    second: { 'security acl 3000': 'tunnel local 198.51.100.2' },
    line: 'return',
    becomes: 'ipsec netmask source 25 destination 25\nreturn',
    seenAt: /^ipsec netmask/,
    otherAt: /^rule 5 permit/,
  },
];

function changed(text: string, lines: Readonly<Record<string, string>> = {}): string {
  return text
    .split('\n')
    .map((line) => {
      const instead = lines[line.trim()];
      return instead === undefined ? line : (/^\s*/.exec(line)?.[0] ?? '') + instead;
    })
    .join('\n');
}

/** The healthy pair that a fault is made in. */
export function based(pair: PairTexts, { base, second }: Fault): PairTexts {
  return { a: changed(pair.a, base), b: changed(changed(pair.b, base), second) };
}

/** Whether a line is the one that is meant. */
export function isLine(wanted: string | RegExp, line: string): boolean {
  return typeof wanted === 'string' ? line.trim() === wanted : wanted.test(line.trim());
}

/** A pair with a fault at one end. */
export function broken(pair: PairTexts, side: Side, { line, becomes }: Fault): PairTexts {
  const lines = pair[side].split('\n');
  const at = lines.findIndex((each) => isLine(line, each));
  if (at < 0) throw new Error(`no line ${String(line)}`);
  const old = lines[at] ?? '';
  const indentation = /^\s*/.exec(old)?.[0] ?? '';
  const text = becomes === undefined ? undefined : old.trim().replace(line, becomes);
  // A pattern stands for a whole line where what it becomes is one.
  const whole =
    typeof line !== 'string' &&
    becomes !== undefined &&
    !becomes.includes('$1') &&
    !becomes.startsWith('rule 10');
  lines.splice(at, 1, ...(text === undefined ? [] : [indentation + (whole ? becomes : text)]));
  return { ...pair, [side]: lines.join('\n') };
}
