import { ipv4ToText } from '../syntax/address';
import { protocolName } from './acl';
import { prefixLength, type AddressSet, type Flow, type PortRange } from './flow';

/** IPv6 in the short form: the first longest run of zero groups left out (RFC 5952 §4.2), in capitals as VRP prints it. */
function ipv6Text(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, at) =>
    Number((address >> BigInt(16 * (7 - at))) & 0xffffn).toString(16),
  );
  const text = groups.join(':').toUpperCase();
  const runs = text.match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? [];
  const [longest] = [...runs].sort((a, b) => b.length - a.length);
  if (longest === undefined) return text;
  const at = text.indexOf(longest);
  return `${text.slice(0, at)}::${text.slice(at + longest.length).replace(/^:/, '')}`;
}

/** The addresses as the `rule` command takes them, empty for all; undefined for IPv6 with holes, which cannot be written. */
function addressesText(end: 'source' | 'destination', set: AddressSet): string | undefined {
  const { family, address, wildcard } = set;
  const all = family === 4 ? (1n << 32n) - 1n : (1n << 128n) - 1n;
  if (wildcard === all) return '';
  const fixed = address & ~wildcard & all;
  if (family === 4) {
    const mask = wildcard === 0n ? '0' : ipv4ToText(Number(wildcard));
    return ` ${end} ${ipv4ToText(Number(fixed))} ${mask}`;
  }
  const length = prefixLength(set);
  return length === undefined ? undefined : ` ${end} ${ipv6Text(fixed)}/${length}`;
}

function portsText(end: 'source' | 'destination', { from, to }: PortRange): string {
  if (from === 0 && to === 65535) return '';
  if (from === to) return ` ${end}-port eq ${from}`;
  if (from === 0) return ` ${end}-port lt ${to + 1}`;
  return to === 65535 ? ` ${end}-port gt ${from - 1}` : ` ${end}-port range ${from} ${to}`;
}

/**
 * What stands behind `rule [ number ]` to permit a flow: `permit ip source 10.1.1.0 0.0.0.255 …` (USG6000E command reference, rule).
 * Undefined for a flow that one rule cannot say.
 */
export function permitText(flow: Flow): string | undefined {
  const { protocol, source, destination, sourcePorts, destinationPorts } = flow;
  const [from, to] = [addressesText('source', source), addressesText('destination', destination)];
  if (from === undefined || to === undefined) return undefined;
  const name = protocolName(protocol, source.family);
  return `permit ${name}${from}${to}${portsText('source', sourcePorts)}${portsText('destination', destinationPorts)}`;
}
