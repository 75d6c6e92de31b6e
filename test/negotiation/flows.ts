import { ANY, host, type Flow, type Network, type Protocol } from './pair';

/** A flow between two addresses, or between any. */
export function flowBetween(addresses: readonly [string, string] | undefined, protocol: Protocol): Flow {
  return {
    protocol,
    source: addresses ? host(addresses[0]) : ANY,
    destination: addresses ? host(addresses[1]) : ANY,
  };
}

/** An IPv4 address as a number. */
function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function within(inner: Network, outer: Network): boolean {
  const size = 2 ** (32 - outer.length);
  return (
    inner.length >= outer.length &&
    Math.floor(numberOf(inner.address) / size) === Math.floor(numberOf(outer.address) / size)
  );
}

function meet(a: Network, b: Network): boolean {
  return within(a, b) || within(b, a);
}

function portsMeet(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** Whether two flows of one end have a packet in common. */
export function flowsMeet(a: Flow, b: Flow): boolean {
  return (
    (a.protocol === 'ip' || b.protocol === 'ip' || a.protocol === b.protocol) &&
    meet(a.source, b.source) &&
    meet(a.destination, b.destination) &&
    portsMeet(a.sourcePort, b.sourcePort) &&
    portsMeet(a.destinationPort, b.destinationPort)
  );
}

function textOf({ protocol, source, destination, sourcePort, destinationPort }: Flow): string {
  const network = ({ address, length }: Network): string => `${address}/${length}`;
  return [protocol, network(source), network(destination), sourcePort ?? '*', destinationPort ?? '*'].join(
    ' ',
  );
}

/** Whether two lists of flows are the same, in any order. */
export function sameFlows(a: readonly Flow[], b: readonly Flow[]): boolean {
  const sorted = (flows: readonly Flow[]): string => flows.map(textOf).sort().join(';');
  return sorted(a) === sorted(b);
}
