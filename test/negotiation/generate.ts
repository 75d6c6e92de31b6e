import { DIFFERENCE_NAMES, differ } from './differences';
import { exclusion } from './exclusions';
import {
  ADDRESSES,
  SIDES,
  SPARE_ADDRESSES,
  mirrored,
  other,
  type End,
  type ExchangeMode,
  type Flow,
  type Identity,
  type IkeProposal,
  type Kind,
  type Mode,
  type Pair,
  type Product,
  type Side,
  type Style,
} from './pair';
import { CAPABILITIES, GCM, GMAC, UNWRITTEN_PRF, isAead, type Capability } from './products';
import { flowBetween } from './flows';
import { Random } from './random';

const EXAMPLE_KEY = 'Example-Key-1';

/** What all of a pair has in common before differences are made. */
interface Plan {
  readonly versions: readonly [Versions, Versions];
  readonly exchangeModes: readonly [ExchangeMode, ExchangeMode];
  readonly kinds: readonly [Kind, Kind];
  readonly products: readonly [Product, Product];
}

interface Versions {
  readonly v1: boolean;
  readonly v2: boolean;
}

const V1: Versions = { v1: true, v2: false };
const V2: Versions = { v1: false, v2: true };
const BOTH: Versions = { v1: true, v2: true };

function versionsOf(random: Random): Plan['versions'] {
  switch (random.keyOf({ 2: 35, 1: 40, both: 15, 'both and 2': 10 })) {
    case '1':
      return [V1, V1];
    case '2':
      return [V2, V2];
    case 'both':
      return [BOTH, BOTH];
    default:
      return random.chance(0.5) ? [BOTH, V2] : [V2, BOTH];
  }
}

const KINDS = {
  policies: ['policy', 'policy'],
  template: ['policy', 'template'],
  profiles: ['profile', 'profile'],
  gre: ['gre-profile', 'gre-profile'],
  greToPolicy: ['gre-profile', 'policy'],
  toPolicy: ['profile', 'policy'],
} as const satisfies Record<string, Plan['kinds']>;

function kindsOf(random: Random): Plan['kinds'] {
  const kinds =
    KINDS[random.keyOf({ policies: 45, template: 25, profiles: 12, gre: 6, greToPolicy: 6, toPolicy: 6 })];
  return random.chance(0.5) ? kinds : [kinds[1], kinds[0]];
}

const WEIGHTS: Readonly<Record<Product, number>> = {
  'usg-v500': 35,
  'usg-v600': 20,
  'ar-v300': 20,
  'ar-v200': 12,
  vrp8: 13,
};

function productOf(random: Random, { v1, v2 }: Versions, kind: Kind): Product {
  const able = Object.entries(WEIGHTS).filter(([product]) => {
    const { versions, kinds } = CAPABILITIES[product as Product];
    return kinds.includes(kind) && (!v1 || versions.includes(1)) && (!v2 || versions.includes(2));
  });
  return random.keyOf(Object.fromEntries(able) as Record<Product, number>);
}

function exchangeModesOf(random: Random, products: Plan['products']): Plan['exchangeModes'] {
  const mode = random.chance(0.6) ? 'main' : 'aggressive';
  const [a, b] = products.map((product): ExchangeMode =>
    mode === 'main' && CAPABILITIES[product].autoExchange && random.chance(0.3) ? 'auto' : mode,
  );
  return [a ?? mode, b ?? mode];
}

function planOf(random: Random): Plan {
  const versions = versionsOf(random);
  const kinds = kindsOf(random);
  const [a, b] = SIDES.map((side) => productOf(random, versions[side], kinds[side]));
  const products: Plan['products'] = [a ?? 'usg-v500', b ?? 'usg-v500'];
  return { versions, kinds, products, exchangeModes: exchangeModesOf(random, products) };
}

function styleOf(random: Random, product: Product): Style {
  const typed = random.chance(0.25);
  return {
    product,
    marks: !typed,
    abbreviated: typed && random.chance(0.6),
    shuffle: random.chance(0.4) ? random.integer(1, 1e9) : 0,
    omitsDefaults: random.chance(0.3),
    key: random.chance(0.2) ? 'cipher' : 'plain',
    namesLocalAddress: random.chance(0.3),
    namedAcl: product !== 'ar-v200' && random.chance(0.2),
    decoys: random.chance(0.3),
    worn: random.chance(0.15),
    denies: random.chance(0.15),
    reserve: product !== 'vrp8' && random.chance(0.1),
  };
}

/** Algorithms that every one of some lists has. */
function common(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists;
  return first.filter((each) => others.every((list) => list.includes(each)));
}

/** A value of an IKE proposal of one end: with those that must be in it, and others where the product takes several. */
function draw(
  random: Random,
  { sets }: Capability,
  list: readonly string[],
  needed?: string,
): readonly string[] {
  if (!sets) return [needed ?? random.pick(list)];
  return random.including([needed ?? random.pick(list)], list, random.chance(0.5) ? 2 : 0);
}

/** Ciphers that authenticate by themselves are for IKEv2 alone (RFC 5282). */
function ikeCiphers({ encryption }: Capability, version: 1 | 2): readonly string[] {
  return version === 2 ? encryption : encryption.filter((cipher) => !isAead(cipher));
}

interface Agreed {
  readonly encryption: string;
  readonly hash: string;
  readonly integrity: string;
  readonly prf: string;
  readonly dh: string;
}

function agreedOn(random: Random, both: readonly Capability[], version: 1 | 2): Agreed {
  const pick = (lists: readonly (readonly string[])[]): string => random.pick(common(lists));
  return {
    encryption: pick(both.map((each) => ikeCiphers(each, version))),
    hash: pick(both.map(({ hash }) => hash)),
    integrity: pick(both.map(({ integrity }) => integrity)),
    prf: pick(both.map(({ prf }) => prf ?? [UNWRITTEN_PRF])),
    dh: pick(both.map(({ dh }) => dh)),
  };
}

function ikeProposalOf(
  random: Random,
  capability: Capability,
  version: 1 | 2,
  number: number,
  agreed: Partial<Agreed>,
): IkeProposal {
  // What the version in use does not negotiate may be anything.
  const only = (for_: 1 | 2, value: string | undefined): string | undefined =>
    version === for_ ? value : undefined;
  // More than one group is rare: aggressive mode cannot negotiate it.
  const dh = random.chance(0.25)
    ? draw(random, capability, capability.dh, agreed.dh)
    : [agreed.dh ?? random.pick(capability.dh)];
  return {
    number,
    encryption: draw(random, capability, ikeCiphers(capability, version), agreed.encryption),
    hash: draw(random, capability, capability.hash, only(1, agreed.hash)),
    integrity: draw(random, capability, capability.integrity, only(2, agreed.integrity)),
    prf: capability.prf ? draw(random, capability, capability.prf, only(2, agreed.prf)) : [UNWRITTEN_PRF],
    dh,
    ...(random.chance(0.2) ? { lifetime: random.pick([3600, 28800, 43200, 604800]) } : {}),
  };
}

function ikeProposalsOf(
  random: Random,
  capability: Capability,
  version: 1 | 2,
  agreed: Agreed,
  several: boolean,
): IkeProposal[] {
  const count = several && random.chance(0.4) ? random.integer(2, 3) : 1;
  const numbers = random.shuffled([1, 2, 5, 10, 15, 20, 99]).slice(0, count);
  const fitting = random.integer(0, count - 1);
  return numbers.map((number, at) =>
    ikeProposalOf(random, capability, version, number, at === fitting ? agreed : {}),
  );
}

/** What ESP or AH agree on; no cipher is encryption off, no hash is authentication off. */
interface Protected {
  readonly cipher: string | undefined;
  readonly hash: string | undefined;
  /** A second cipher that ends with sets have as well, of the other sort; a hash is then not needed by the first. */
  readonly besides?: string;
}

function protectionOf(random: Random, both: readonly Capability[], isAh: boolean): Protected {
  const hash = random.pick(common(both.map(({ authentication }) => authentication)));
  if (isAh) return { cipher: undefined, hash };
  const ciphers = common(both.map(({ espEncryption }) => espEncryption));
  const of = (group: readonly string[]): string =>
    random.pick(ciphers.some((each) => group.includes(each)) ? common([ciphers, group]) : ciphers);
  switch (
    random.keyOf({ classic: 64, gcm: 14, mixed: 10, gmac: 3, 'no encryption': 5, 'no authentication': 4 })
  ) {
    case 'classic':
      return { cipher: random.pick(ciphers.filter((each) => !isAead(each))), hash };
    case 'gcm':
      return { cipher: of(GCM), hash };
    case 'mixed':
      return { cipher: of(GCM), hash, besides: random.pick(ciphers.filter((each) => !isAead(each))) };
    case 'gmac':
      return { cipher: of(GMAC), hash };
    case 'no encryption':
      return { cipher: undefined, hash };
    case 'no authentication':
      return { cipher: random.pick(ciphers.filter((each) => !isAead(each))), hash: undefined };
  }
}

function ipsecProposalsOf(
  random: Random,
  capability: Capability,
  agreed: Protected,
  isAh: boolean,
): End['ipsecProposals'] {
  const ciphers = (): readonly string[] => {
    if (agreed.cipher === undefined) return [];
    const all = capability.espEncryption.filter((each) => agreed.hash !== undefined || !isAead(each));
    const drawn = draw(random, capability, all, agreed.cipher);
    const more = capability.sets && agreed.besides && !drawn.includes(agreed.besides) ? [agreed.besides] : [];
    return [...drawn, ...more];
  };
  const hashes = (): readonly string[] => {
    if (agreed.hash === undefined) return [];
    return draw(random, capability, capability.authentication, agreed.besides ? undefined : agreed.hash);
  };
  const fitting = { encryption: ciphers(), authentication: hashes() };
  const stranger = {
    encryption: isAh ? [] : draw(random, capability, capability.espEncryption),
    authentication: draw(random, capability, capability.authentication),
  };
  const all = random.chance(0.25) ? random.shuffled([fitting, stranger]) : [fitting];
  return all.map((each, at) => ({ name: `tran${at + 1}`, ...each }));
}

function identityOf(random: Random, side: Side, product: Product): Identity | undefined {
  const type = random.keyOf({ default: 40, ip: 15, fqdn: 30, 'user-fqdn': 15 });
  const letter = side === 0 ? 'a' : 'b';
  if (type === 'default') return undefined;
  if (type === 'ip') return { type, value: ADDRESSES[side] };
  // The oldest routers know addresses and names only.
  if (type === 'fqdn' || product === 'ar-v200') return { type: 'fqdn', value: `${letter}.example` };
  return { type, value: `fw@${letter}.example` };
}

const GROUPS_FOR_PFS = ['group2', 'group5', 'group14', 'group19', 'group20'];

/** A pair whose ends agree. */
function healthyPair(random: Random, index: number): Pair {
  const plan = planOf(random);
  const both = plan.products.map((product) => CAPABILITIES[product]);
  const version = plan.versions.every(({ v2 }) => v2) ? 2 : 1;
  const agreed = agreedOn(random, both, version);
  const aggressive = version === 1 && plan.exchangeModes.includes('aggressive');
  const isAh = random.chance(0.12);
  const protection = protectionOf(random, both, isAh);
  const transport = !plan.kinds.includes('profile') && random.chance(0.12);
  const pfs = random.chance(0.5)
    ? random.pick(common([GROUPS_FOR_PFS, ...both.map(({ dh }) => dh)]))
    : undefined;
  const ids = SIDES.map((side) => identityOf(random, side, plan.products[side]));
  const expects = SIDES.map(() => random.chance(0.5));
  const flows = flowsOfPair(random, plan.kinds, transport);
  const makeEnd = (side: Side): End => {
    const product = plan.products[side];
    const capability = CAPABILITIES[product];
    const kind = plan.kinds[side];
    const [localId, remoteId] = [ids[side], ids[other(side)]];
    const mode: Mode =
      capability.autoMode && !transport && random.chance(0.15) ? 'auto' : transport ? 'transport' : 'tunnel';
    const own = side === 0 ? flows : flows.map(mirrored);
    const isTunnel = kind === 'profile' || kind === 'gre-profile';
    const withoutAcl = isTunnel || (kind === 'template' && random.chance(0.4));
    return {
      name: side === 0 ? 'FW_A' : 'FW_B',
      kind,
      style: styleOf(random, product),
      address: ADDRESSES[side],
      spareAddress: SPARE_ADDRESSES[side],
      local: ADDRESSES[side],
      remote: kind === 'template' && random.chance(0.8) ? undefined : ADDRESSES[other(side)],
      ...plan.versions[side],
      exchangeMode: plan.versions[side].v1 ? plan.exchangeModes[side] : 'main',
      ikeProposals: ikeProposalsOf(random, capability, version, agreed, !aggressive),
      key: EXAMPLE_KEY,
      ...(localId ? { localId } : {}),
      ...(expects[side] ? { remoteId: remoteId ?? { type: 'ip', value: ADDRESSES[other(side)] } } : {}),
      transform: isAh ? 'ah' : 'esp',
      mode,
      ipsecProposals: ipsecProposalsOf(random, capability, protection, isAh),
      ...(pfs ? { pfs } : {}),
      ...(random.chance(0.2) ? { lifetime: random.pick([1800, 3600, 7200, 86400]) } : {}),
      ...(withoutAcl ? {} : { flows: own }),
    };
  };
  return { index, ends: [makeEnd(0), makeEnd(1)], differences: [] };
}

/** The rules of the first end; the second one has them mirrored. */
function flowsOfPair(random: Random, kinds: Plan['kinds'], transport: boolean): Flow[] {
  if (kinds.includes('gre-profile')) return [flowBetween(ADDRESSES, 'gre')];
  if (kinds.includes('profile')) return [flowBetween(undefined, 'ip')];
  if (transport) return [flowBetween(ADDRESSES, random.pick(['ip', 'gre', 'tcp']))];
  const count = random.pick([1, 1, 2, 2, 3]);
  const places = random.shuffled([1, 2, 3, 4, 5, 6]);
  return Array.from({ length: count }, (_, at) => {
    const shape = random.keyOf({ nets: 55, halves: 15, hosts: 15, wide: 15 });
    const wide = shape === 'wide' && count === 1;
    const left = places[at] ?? 1;
    const right = random.integer(1, 6);
    const network = (side: Side, third: number): { address: string; length: number } => {
      const start = `10.${side + 1}`;
      if (wide) return { address: `${start}.0.0`, length: 16 };
      if (shape === 'halves')
        return { address: `${start}.${third}.${random.chance(0.5) ? 0 : 128}`, length: 25 };
      if (shape === 'hosts') return { address: `${start}.${third}.10`, length: 32 };
      return { address: `${start}.${third}.0`, length: 24 };
    };
    const protocol = random.keyOf({ ip: 65, tcp: 15, udp: 12, icmp: 8 });
    const ports = protocol === 'tcp' || protocol === 'udp';
    const port = random.pick([22, 80, 443, 1701, 5060]);
    const where = random.pick(['none', 'source', 'destination']);
    return {
      protocol,
      source: network(0, left),
      destination: network(1, right),
      ...(ports && where === 'source' ? { sourcePort: port } : {}),
      ...(ports && where === 'destination' ? { destinationPort: port } : {}),
    };
  });
}

/** How many pairs are tried before one is found that strongSwan and the documents judge alike. */
const ATTEMPTS = 1000;

/**
 * The pair of a number. The same seed gives the same pair. In turn: a healthy one, one with a single difference, each of them in its turn,
 * and one with up to three, drawn.
 */
export function pairOf(seed: number, index: number): Pair {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    let pair = healthyPair(random, index);
    const single = DIFFERENCE_NAMES[Math.floor(index / 3) % DIFFERENCE_NAMES.length];
    const wanted = [0, 1, random.integer(1, 3)][index % 3] ?? 0;
    for (let count = 0; count < wanted; count++)
      pair = differ(pair, random, index % 3 === 1 ? single : undefined);
    if (exclusion(pair) === undefined && (wanted === 0 || pair.differences.length > 0)) return pair;
  }
  throw new Error(`no pair ${index} for seed ${seed}`);
}
