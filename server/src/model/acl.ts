import { ipv4ToNumber, ipv6Groups, netmaskLength } from '../syntax/address';
import { ALL_PORTS, anyAddress, prefixSet, type AddressSet, type Flow, type PortRange } from './flow';
import type { CommandLine } from './reading';
import type { Place } from './value';

/** One rule of an ACL. */
export interface AclRule {
  /** The rule's number; undefined where the device chooses it. */
  readonly id?: number;
  readonly action: 'permit' | 'deny';
  /** What the rule takes in; undefined where a part of it cannot be compared (address sets, time ranges, VPN instances, TCP flags). */
  readonly flow?: Flow;
  readonly place: Place;
}

const PROTOCOL_NUMBERS: Readonly<Record<string, number>> = {
  icmp: 1,
  igmp: 2,
  ipinip: 4,
  tcp: 6,
  udp: 17,
  gre: 47,
  esp: 50,
  ah: 51,
  icmpv6: 58,
  ospf: 89,
  'ipv6-ah': 51,
  'ipv6-esp': 50,
};

/** A protocol as the `rule` command names it: by its number where it has no name. */
export function protocolName(protocol: number | undefined, family: 4 | 6): string {
  if (protocol === undefined) return family === 4 ? 'ip' : 'ipv6';
  const names = Object.keys(PROTOCOL_NUMBERS).filter((name) => PROTOCOL_NUMBERS[name] === protocol);
  return names.find((name) => name.includes('ipv6') === (family === 6)) ?? String(protocol);
}

/** Port names of VRP's `rule` command that stand for well-known ports (IANA). */
const PORT_NAMES: Readonly<Record<string, number>> = {
  'ftp-data': 20,
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  time: 37,
  tacacs: 49,
  dns: 53,
  domain: 53,
  bootps: 67,
  bootpc: 68,
  tftp: 69,
  finger: 79,
  www: 80,
  http: 80,
  pop2: 109,
  pop3: 110,
  sunrpc: 111,
  ntp: 123,
  'netbios-ns': 137,
  'netbios-dgm': 138,
  'netbios-ssn': 139,
  snmp: 161,
  snmptrap: 162,
  bgp: 179,
  https: 443,
  syslog: 514,
  login: 513,
  rip: 520,
};

/** The keywords of a rule that says nothing but addresses, protocol and ports; any other makes it depend on more than can be compared. */
const COMPARABLE: ReadonlySet<string> = new Set([
  'rule',
  'name',
  'permit',
  'deny',
  'ip',
  'ipv6',
  ...Object.keys(PROTOCOL_NUMBERS),
  'source',
  'destination',
  'any',
  'mask',
  'source-port',
  'destination-port',
  'eq',
  'gt',
  'lt',
  'range',
  'logging',
  'counting',
]);

function bigAddress(text: string): { family: 4 | 6; address: bigint } | undefined {
  const v4 = ipv4ToNumber(text);
  if (v4 !== undefined) return { family: 4, address: BigInt(v4) };
  const groups = ipv6Groups(text);
  if (!groups) return undefined;
  return { family: 6, address: groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n) };
}

/** The one address that a text names; undefined for anything else. */
export function addressSet(text: string): AddressSet | undefined {
  const found = bigAddress(text);
  return found && prefixSet(found.family, found.address, found.family === 4 ? 32 : 128);
}

function addressesOf(
  line: CommandLine,
  end: 'source' | 'destination',
  family: 4 | 6,
): AddressSet | undefined {
  const prefix = line.text(`${end}Prefix`)?.value;
  const [text, lengthText] = prefix ? prefix.split('/') : [line.text(end)?.value];
  if (text === undefined) return anyAddress(family);
  const address = bigAddress(text);
  if (!address) return undefined;
  const wildcard = line.text(`${end}Wildcard`)?.value;
  if (wildcard !== undefined) {
    const bits = wildcard === '0' ? 0 : ipv4ToNumber(wildcard);
    return bits === undefined ? undefined : { ...address, wildcard: BigInt(bits) };
  }
  const mask = line.text(`${end}Mask`)?.value;
  const written = lengthText ?? line.text(`${end}Length`)?.value ?? mask;
  if (written === undefined)
    return prefixSet(address.family, address.address, address.family === 4 ? 32 : 128);
  const length = written.includes('.') ? netmaskLength(written) : Number(written);
  return length === undefined || Number.isNaN(length)
    ? undefined
    : prefixSet(address.family, address.address, length);
}

function portNumber(text: string): number | undefined {
  const port = /^\d+$/.test(text) ? Number(text) : PORT_NAMES[text.toLowerCase()];
  return port !== undefined && port <= 65535 ? port : undefined;
}

/** The ports of one end; undefined for `neq` and for names that are not known here. */
function portsOf(line: CommandLine, end: 'source' | 'destination'): PortRange | undefined {
  const read = (name: string): number | undefined | null => {
    const text = line.text(name)?.value;
    return text === undefined ? null : portNumber(text);
  };
  const [equal, above, below, from, to] = [
    read(`${end}Port`),
    read(`${end}PortAbove`),
    read(`${end}PortBelow`),
    read(`${end}PortFrom`),
    read(`${end}PortTo`),
  ];
  if (line.text(`${end}PortNot`) ?? line.text(`${end}PortSet`)) return undefined;
  if (
    equal === undefined ||
    above === undefined ||
    below === undefined ||
    from === undefined ||
    to === undefined
  ) {
    return undefined;
  }
  if (equal !== null) return { from: equal, to: equal };
  if (above !== null) return { from: above + 1, to: 65535 };
  if (below !== null) return { from: 0, to: below - 1 };
  return from !== null && to !== null ? { from, to } : ALL_PORTS;
}

function flowOf(line: CommandLine): Flow | undefined {
  const { keywords } = line;
  if (!keywords.every((keyword) => COMPARABLE.has(keyword))) return undefined;
  const isV6 =
    keywords.includes('ipv6') || (line.text('source') ?? line.text('destination'))?.value.includes(':');
  const family = isV6 ? 6 : 4;
  const source = addressesOf(line, 'source', family);
  const destination = addressesOf(line, 'destination', family);
  const sourcePorts = portsOf(line, 'source');
  const destinationPorts = portsOf(line, 'destination');
  if (!source || !destination || !sourcePorts || !destinationPorts) return undefined;
  const named = keywords.find((keyword) => keyword in PROTOCOL_NUMBERS);
  const protocol =
    line.number('protocol')?.value ?? (named === undefined ? undefined : PROTOCOL_NUMBERS[named]);
  return { protocol, source, destination, sourcePorts, destinationPorts };
}

/** Reads a `rule` line; undefined for one that is no rule (a description, an undo). One that is not understood to its end has no flow. */
export function readRule(line: CommandLine): AclRule | undefined {
  const action = line.has('permit') ? 'permit' : line.has('deny') ? 'deny' : undefined;
  if (!action || line.undo) return undefined;
  const id = line.number('id');
  const flow = line.line.match?.status === 'complete' ? flowOf(line) : undefined;
  return { action, place: line.whole, ...(id ? { id: id.value } : {}), ...(flow ? { flow } : {}) };
}

/** The rules that stay of some that are read or written one after the other: a number that comes again replaces the rule that had it. */
export function lastOfEach(rules: readonly AclRule[]): readonly AclRule[] {
  const byId = new Map<number, AclRule>();
  for (const rule of rules) if (rule.id !== undefined) byId.set(rule.id, rule);
  return byId.size === rules.length
    ? rules
    : rules.filter((rule) => rule.id === undefined || byId.get(rule.id) === rule);
}

/** The rules in the order in which the device tries them; a rule without a number comes behind those that stand before it. */
export function inOrder(rules: readonly AclRule[]): readonly AclRule[] {
  return rules.every(({ id }) => id !== undefined)
    ? [...rules].sort((a, b) => (a.id ?? 0) - (b.id ?? 0))
    : rules;
}
