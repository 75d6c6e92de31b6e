import {
  NOBODY,
  SIDES,
  flowsOf,
  mirrored,
  other,
  type End,
  type Flow,
  type Identity,
  type IkeProposal,
  type Mode,
  type Network,
  type Pair,
  type Side,
} from './pair';
import { CAPABILITIES, UNWRITTEN_PRF, isAead, type Capability } from './products';
import type { Random } from './random';

/** One way to make an end differ from the other one; undefined where the end has nothing to change. It need not stop the tunnel. */
interface PairDifference {
  readonly name: string;
  /** How often it is made, against the others; once where nothing is said. */
  readonly weight?: number;
  readonly change: (own: End, others: End, random: Random) => End | undefined;
}

/** Makes a random difference, or the one that is wanted, at a random end, if it can be made there. */
export function differ(pair: Pair, random: Random, wanted?: string): Pair {
  const possible = DIFFERENCES.filter((each) => wanted === undefined || each.name === wanted);
  const { name, change } = random.weighted(possible.map((each) => [each, each.weight ?? 1] as const));
  const side: Side = random.pick(SIDES);
  const changed = change(pair.ends[side], pair.ends[other(side)], random);
  if (!changed) return pair;
  return {
    ...pair,
    ends: side === 0 ? [changed, pair.ends[1]] : [pair.ends[0], changed],
    differences: [...pair.differences, `${name} at ${changed.name}`],
  };
}

const capabilityOf = ({ style }: End): Capability => CAPABILITIES[style.product];

type Field = 'encryption' | 'hash' | 'integrity' | 'prf' | 'dh';

/** What an end's product offers for a field, less what the other end offers; one or two values. */
function strangers(random: Random, own: End, list: readonly string[], taken: readonly string[]): string[] {
  const left = list.filter((each) => !taken.includes(each));
  if (left.length === 0) return [random.pick(list)];
  return random.including([random.pick(left)], left, capabilityOf(own).sets ? 1 : 0);
}

function fieldDifference(field: Field): PairDifference {
  return {
    name: `IKE ${field}`,
    change: (own, others, random) => {
      const list = capabilityOf(own)[field] ?? [UNWRITTEN_PRF];
      const usable = field === 'encryption' && own.v1 ? list.filter((each) => !isAead(each)) : list;
      const taken = others.ikeProposals.flatMap((proposal) => proposal[field]);
      const ikeProposals = own.ikeProposals.map((proposal): IkeProposal => ({
        ...proposal,
        [field]: strangers(random, own, usable, taken),
      }));
      return { ...own, ikeProposals };
    },
  };
}

function changedId(random: Random, own: End, id: Identity | undefined, address: string): Identity {
  const candidates: Identity[] = [
    { type: 'fqdn', value: 'c.example' },
    { type: 'ip', value: address },
    ...(own.style.product === 'ar-v200'
      ? []
      : [
          { type: 'user-fqdn', value: 'fw@c.example' } as const,
          // The same text as a name of another type.
          ...(id?.type === 'user-fqdn' ? [{ type: 'fqdn', value: id.value } as const] : []),
        ]),
  ];
  return random.pick(candidates.filter((each) => each.type !== id?.type || each.value !== id.value));
}

function network(address: string, length: number): Network {
  const parts = address.split('.');
  if (length === 16) return { address: `${parts[0]}.${parts[1]}.0.0`, length };
  if (length === 24) return { address: `${parts[0]}.${parts[1]}.${parts[2]}.0`, length };
  return { address, length };
}

function wider({ address, length }: Network): Network {
  return length > 24 ? network(address, 24) : length > 16 ? network(address, 16) : { address, length };
}

function narrower({ address, length }: Network): Network {
  if (length < 16) return { address, length };
  if (length < 24) return network(address.replace(/\.0\.0$/, '.1.0'), 24);
  return length === 24 ? network(address, 25) : network(address.replace(/\.(?:0|128)$/, '.1'), 32);
}

function elsewhere({ address, length }: Network): Network {
  const parts = address.split('.');
  return { address: [parts[0], parts[1], Number(parts[2]) + 100, parts[3]].join('.'), length };
}

/** Ways to spoil one rule. */
const SPOILED: readonly ((flow: Flow, random: Random) => Flow)[] = [
  (flow) => ({ ...flow, source: narrower(flow.source) }),
  (flow) => ({ ...flow, destination: narrower(flow.destination) }),
  (flow) => ({ ...flow, source: wider(flow.source) }),
  (flow) => ({ ...flow, destination: wider(flow.destination) }),
  (flow) => ({ ...flow, source: narrower(flow.source), destination: wider(flow.destination) }),
  (flow) => (flow.source.length <= 16 ? flow : { ...flow, source: elsewhere(flow.source) }),
  (flow) => (flow.destination.length <= 16 ? flow : { ...flow, destination: elsewhere(flow.destination) }),
  // The rule of the other end, copied and not mirrored.
  (flow) => mirrored(flow),
  ({ source, destination }, random) => ({
    protocol: random.pick(['ip', 'tcp', 'udp', 'icmp', 'gre']),
    source,
    destination,
  }),
  ({ source, destination }, random) => ({
    protocol: random.pick(['tcp', 'udp']),
    source,
    destination,
    [random.pick(['sourcePort', 'destinationPort'])]: random.pick([22, 443, 8080]),
  }),
];

function changedFlows(own: End, others: End, random: Random): readonly Flow[] | undefined {
  const { flows } = own;
  if (!flows || own.kind === 'profile' || own.kind === 'gre-profile') return undefined;
  const at = random.integer(0, flows.length - 1);
  switch (random.keyOf({ spoil: 75, drop: 12, add: 13 })) {
    case 'spoil':
      return flows.map((flow, index) => (index === at ? random.pick(SPOILED)(flow, random) : flow));
    case 'drop':
      return flows.length > 1 ? flows.filter((_, index) => index !== at) : undefined;
    case 'add': {
      const theirs = flowsOf(others)?.length;
      const [first] = flows;
      if (theirs === undefined || !first || first.source.length <= 16) return undefined;
      return [...flows, { ...first, source: elsewhere(first.source) }];
    }
  }
}

/** A field of an IPsec proposal that the other end does not offer. */
function ipsecDifference(field: 'encryption' | 'authentication'): PairDifference {
  return {
    name: `IPsec ${field}`,
    change: (own, others, random) => {
      const capability = capabilityOf(own);
      const taken = others.ipsecProposals.flatMap((proposal) => proposal[field]);
      const list = field === 'encryption' ? capability.espEncryption : capability.authentication;
      if (field === 'encryption' && own.transform === 'ah') return undefined;
      const ipsecProposals = own.ipsecProposals.map((proposal) => {
        const isBare = proposal.authentication.length === 0;
        const usable = field === 'encryption' && isBare ? list.filter((each) => !isAead(each)) : list;
        // Neither of them can be off together with the other, and AH is nothing without a hash.
        const mayBeOff =
          own.transform === 'esp' &&
          (field === 'encryption'
            ? proposal.authentication.length > 0
            : proposal.encryption.length > 0 && !proposal.encryption.some(isAead));
        const values = mayBeOff && random.chance(0.2) ? [] : strangers(random, own, usable, taken);
        return { ...proposal, [field]: values };
      });
      return { ...own, ipsecProposals };
    },
  };
}

const DIFFERENCES: readonly PairDifference[] = [
  {
    name: 'address',
    change: (own, others, random) =>
      own.remote === undefined
        ? undefined
        : { ...own, remote: random.chance(0.5) ? others.spareAddress : NOBODY },
  },
  {
    name: 'local address',
    change: (own, others) => (others.remote === undefined ? undefined : { ...own, local: own.spareAddress }),
  },
  {
    name: 'version',
    weight: 2,
    change: (own, _, random) => {
      if (own.style.product === 'ar-v200') return undefined;
      const [v1, v2] = random.pick([
        [true, false],
        [false, true],
        [true, true],
      ] as const);
      return v1 === own.v1 && v2 === own.v2 ? undefined : { ...own, v1, v2 };
    },
  },
  {
    name: 'exchange mode',
    weight: 2,
    change: (own, _, random) => {
      if (!own.v1) return undefined;
      const modes = (['main', 'aggressive', 'auto'] as const).filter(
        (mode) => mode !== own.exchangeMode && (mode !== 'auto' || capabilityOf(own).autoExchange),
      );
      return { ...own, exchangeMode: random.pick(modes) };
    },
  },
  ...(['encryption', 'hash', 'integrity', 'prf', 'dh'] as const).map(fieldDifference),
  {
    name: 'IKE proposals crossed',
    change: (own, others, random) => {
      // Each value is offered by both ends, and never all of them in one proposal.
      const [model] = others.ikeProposals;
      if (!model || own.ikeProposals.length > 1) return undefined;
      const capability = capabilityOf(own);
      const [first, second] = random.shuffled(['encryption', own.v2 ? 'integrity' : 'hash', 'dh'] as const);
      if (!first || !second) return undefined;
      const fits = own.ikeProposals.flatMap((proposal) =>
        [first, second].map((field, at): IkeProposal => {
          const taken = others.ikeProposals.flatMap((each) => each[field]);
          const usable = capability[field].filter((each) => field !== 'encryption' || !isAead(each));
          return { ...proposal, number: 30 + at, [field]: strangers(random, own, usable, taken) };
        }),
      );
      return { ...own, ikeProposals: fits };
    },
  },
  {
    name: 'IPsec proposals crossed',
    change: (own, others, random) => {
      const { espEncryption, authentication } = capabilityOf(own);
      const [proposal] = own.ipsecProposals;
      if (
        !proposal ||
        own.transform === 'ah' ||
        proposal.encryption.length * proposal.authentication.length === 0
      )
        return undefined;
      const taken = (field: 'encryption' | 'authentication'): string[] =>
        others.ipsecProposals.flatMap((each) => each[field]);
      const plain = espEncryption.filter((each) => !isAead(each));
      return {
        ...own,
        ipsecProposals: [
          { ...proposal, name: 'tran1', encryption: strangers(random, own, plain, taken('encryption')) },
          {
            ...proposal,
            name: 'tran2',
            authentication: strangers(random, own, authentication, taken('authentication')),
          },
        ],
      };
    },
  },
  {
    name: 'local ID',
    change: (own, _, random) => ({
      ...own,
      localId: changedId(random, own, own.localId, own.spareAddress),
    }),
  },
  {
    name: 'remote ID',
    change: (own, others, random) => ({
      ...own,
      remoteId: changedId(random, own, own.remoteId ?? others.localId, others.spareAddress),
    }),
  },
  {
    name: 'key',
    weight: 3,
    change: (own) => ({ ...own, key: 'Example-Key-2' }),
  },
  {
    name: 'flow',
    // Flows have the most ways to differ.
    weight: 9,
    change: (own, others, random) => {
      const flows = changedFlows(own, others, random);
      return flows && { ...own, flows };
    },
  },
  ipsecDifference('encryption'),
  ipsecDifference('authentication'),
  {
    name: 'transform',
    change: (own, _, random) => {
      const transform = own.transform === 'esp' ? 'ah' : 'esp';
      const { authentication, espEncryption } = capabilityOf(own);
      const ipsecProposals = own.ipsecProposals.map((proposal) => ({
        ...proposal,
        encryption: transform === 'ah' ? [] : [random.pick(espEncryption)],
        authentication:
          proposal.authentication.length > 0 ? proposal.authentication : [random.pick(authentication)],
      }));
      return { ...own, transform, ipsecProposals };
    },
  },
  {
    name: 'encapsulation mode',
    weight: 2,
    change: (own, _, random) => {
      const modes: readonly Mode[] = [
        'tunnel',
        'transport',
        ...(capabilityOf(own).autoMode ? ['auto' as const] : []),
      ];
      // In transport mode only the ends themselves can be protected.
      const hosts = flowsOf(own)?.every(({ source }) => source.address === own.local) ?? false;
      const possible = modes.filter((mode) => mode !== own.mode && (mode !== 'transport' || hosts));
      return possible.length > 0 ? { ...own, mode: random.pick(possible) } : undefined;
    },
  },
  {
    name: 'PFS',
    weight: 4,
    change: (own, _, random) => {
      const groups = capabilityOf(own).dh.filter((each) => each !== own.pfs);
      const { pfs, ...without } = own;
      return pfs !== undefined && random.chance(0.5) ? without : { ...own, pfs: random.pick(groups) };
    },
  },
  {
    name: 'lifetimes',
    change: (own) => ({
      ...own,
      lifetime: own.lifetime === 900 ? 1200 : 900,
      ikeProposals: own.ikeProposals.map((proposal) => ({ ...proposal, lifetime: 7200 })),
    }),
  },
];

/** The names of all differences. */
export const DIFFERENCE_NAMES: readonly string[] = DIFFERENCES.map(({ name }) => name);
