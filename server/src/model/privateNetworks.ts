import { addressSet } from './acl';
import { addressesContain, prefixSet, type AddressSet } from './flow';

/** Networks that nobody routes on the Internet (RFC 1918, RFC 6598, loopback and link-local addresses). */
const PRIVATE: readonly AddressSet[] = [
  [0x0a000000n, 8],
  [0xac100000n, 12],
  [0xc0a80000n, 16],
  [0x64400000n, 10],
  [0x7f000000n, 8],
  [0xa9fe0000n, 16],
].map(([address, length]) => prefixSet(4, BigInt(address ?? 0), Number(length)));

/** Whether a set of addresses lies in networks that nobody routes on the Internet. */
export function isPrivateNetwork(network: AddressSet): boolean {
  return PRIVATE.some((range) => addressesContain(range, network));
}

/** Whether an address is one of those; false for what is no IPv4 address. */
export function isPrivate(address: string): boolean {
  const set = addressSet(address);
  return set?.family === 4 && isPrivateNetwork(set);
}
