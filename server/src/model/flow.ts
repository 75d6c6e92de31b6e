/**
 * The set of packets that an ACL rule takes in, as far as two rules can be compared: protocol, addresses and ports. Wildcard masks may
 * have holes (0.0.255.0), as VRP allows them.
 */
export interface Flow {
  /** IP protocol number; undefined for every protocol. */
  readonly protocol: number | undefined;
  readonly source: AddressSet;
  readonly destination: AddressSet;
  readonly sourcePorts: PortRange;
  readonly destinationPorts: PortRange;
}

/** Addresses equal to `address` in every bit that is 0 in `wildcard`; both unsigned, 32 bits (IPv4) or 128 (IPv6). */
export interface AddressSet {
  readonly family: 4 | 6;
  readonly address: bigint;
  readonly wildcard: bigint;
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export const ALL_PORTS: PortRange = { from: 0, to: 65535 };

const FULL = { 4: (1n << 32n) - 1n, 6: (1n << 128n) - 1n } as const;

/** Every address of a family. */
export function anyAddress(family: 4 | 6): AddressSet {
  return { family, address: 0n, wildcard: FULL[family] };
}

/** The addresses of a prefix. */
export function prefixSet(family: 4 | 6, address: bigint, length: number): AddressSet {
  const bits = family === 4 ? 32 : 128;
  return { family, address, wildcard: (1n << BigInt(bits - Math.min(Math.max(length, 0), bits))) - 1n };
}

/** The prefix length of a set of addresses; undefined for a wildcard with holes. */
export function prefixLength({ family, wildcard }: AddressSet): number | undefined {
  if ((wildcard & (wildcard + 1n)) !== 0n) return undefined;
  return (family === 4 ? 32 : 128) - (wildcard === 0n ? 0 : wildcard.toString(2).length);
}

/** Whether two address sets have an address in common. */
export function addressesMeet(a: AddressSet, b: AddressSet): boolean {
  return (
    a.family === b.family && ((a.address ^ b.address) & ~(a.wildcard | b.wildcard) & FULL[a.family]) === 0n
  );
}

/** Whether every address of `inner` is in `outer`. */
export function addressesContain(outer: AddressSet, inner: AddressSet): boolean {
  if (outer.family !== inner.family) return false;
  const fixed = ~outer.wildcard & FULL[outer.family];
  return (inner.wildcard & fixed) === 0n && ((outer.address ^ inner.address) & fixed) === 0n;
}

function portsMeet(a: PortRange, b: PortRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function portsContain(outer: PortRange, inner: PortRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The packets two flows have in common; undefined where there are none. */
export function intersection(a: Flow, b: Flow): Flow | undefined {
  if (a.protocol !== undefined && b.protocol !== undefined && a.protocol !== b.protocol) return undefined;
  if (!addressesMeet(a.source, b.source) || !addressesMeet(a.destination, b.destination)) return undefined;
  if (!portsMeet(a.sourcePorts, b.sourcePorts) || !portsMeet(a.destinationPorts, b.destinationPorts))
    return undefined;
  const meet = (x: AddressSet, y: AddressSet): AddressSet => {
    const wildcard = x.wildcard & y.wildcard;
    const fixed = ~wildcard & FULL[x.family];
    const address = ((x.address & ~x.wildcard) | (y.address & ~y.wildcard)) & fixed;
    return { family: x.family, address, wildcard };
  };
  const ports = (x: PortRange, y: PortRange): PortRange => ({
    from: Math.max(x.from, y.from),
    to: Math.min(x.to, y.to),
  });
  return {
    protocol: a.protocol ?? b.protocol,
    source: meet(a.source, b.source),
    destination: meet(a.destination, b.destination),
    sourcePorts: ports(a.sourcePorts, b.sourcePorts),
    destinationPorts: ports(a.destinationPorts, b.destinationPorts),
  };
}

/** Whether every packet of `inner` is in `outer`. */
export function contains(outer: Flow, inner: Flow): boolean {
  return (
    (outer.protocol === undefined || outer.protocol === inner.protocol) &&
    addressesContain(outer.source, inner.source) &&
    addressesContain(outer.destination, inner.destination) &&
    portsContain(outer.sourcePorts, inner.sourcePorts) &&
    portsContain(outer.destinationPorts, inner.destinationPorts)
  );
}

/** The same packets on their way back. */
export function mirrored(flow: Flow): Flow {
  return {
    protocol: flow.protocol,
    source: flow.destination,
    destination: flow.source,
    sourcePorts: flow.destinationPorts,
    destinationPorts: flow.sourcePorts,
  };
}
