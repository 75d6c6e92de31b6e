import type { Tunnel } from './pairing';

/**
 * Whether packets between the ends pass an address translation: `known` where the project file maps an address that an end names,
 * `likely` where only that explains which addresses the ends have and name.
 */
export function passesNat({ ends, bond, nat }: Tunnel): 'known' | 'likely' | undefined {
  const mapped = ends.some(({ remoteAddresses }) =>
    remoteAddresses.some(({ key }) => key !== undefined && (nat.get(key) ?? key) !== key),
  );
  if (mapped) return 'known';
  return bond === 'behind-nat' ? 'likely' : undefined;
}
