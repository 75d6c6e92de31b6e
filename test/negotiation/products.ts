import type { Kind, Product } from './pair';

/** What a product's commands can say, of that which strongSwan can do as well. DES and the SM algorithms are left out for that reason. */
export interface Capability {
  /** Several algorithms on one line. */
  readonly sets: boolean;
  readonly versions: readonly (1 | 2)[];
  readonly kinds: readonly Kind[];
  readonly encryption: readonly string[];
  readonly hash: readonly string[];
  readonly integrity: readonly string[];
  /** Absent where there is no such command. */
  readonly prf?: readonly string[];
  readonly dh: readonly string[];
  readonly espEncryption: readonly string[];
  readonly authentication: readonly string[];
  readonly autoMode: boolean;
  /** `auto` as an exchange mode. */
  readonly autoExchange: boolean;
}

const AES = ['aes-128', 'aes-192', 'aes-256'];
const CIPHERS = ['3des', ...AES];
const SHA2 = ['sha2-256', 'sha2-384', 'sha2-512'];
const HASHES = ['md5', 'sha1', ...SHA2];
const INTEGRITY = [
  'aes-xcbc-96',
  'hmac-md5-96',
  'hmac-sha1-96',
  'hmac-sha2-256',
  'hmac-sha2-384',
  'hmac-sha2-512',
];
const PRF = ['aes-xcbc-128', 'hmac-md5', 'hmac-sha1', 'hmac-sha2-256', 'hmac-sha2-384', 'hmac-sha2-512'];
const GROUPS = ['group2', 'group5', 'group14', 'group19', 'group20', 'group21'];
export const GCM = ['aes-128-gcm-128', 'aes-192-gcm-128', 'aes-256-gcm-128'];
export const GMAC = ['aes-128-gmac', 'aes-192-gmac', 'aes-256-gmac'];

const USG: Capability = {
  sets: true,
  versions: [1, 2],
  kinds: ['policy', 'template', 'profile', 'gre-profile'],
  encryption: CIPHERS,
  hash: HASHES,
  integrity: INTEGRITY,
  prf: PRF,
  dh: [...GROUPS, 'group24'],
  espEncryption: [...CIPHERS, ...GCM, ...GMAC],
  authentication: HASHES,
  autoMode: true,
  autoExchange: true,
};

export const CAPABILITIES: Readonly<Record<Product, Capability>> = {
  'usg-v500': USG,
  'usg-v600': USG,
  'ar-v300': {
    ...USG,
    dh: GROUPS,
    espEncryption: [...CIPHERS, ...GCM],
    autoMode: false,
    autoExchange: false,
  },
  // V200R003: one value to a line; what its IKEv2 takes for integrity and PRF is documented nowhere.
  'ar-v200': {
    ...USG,
    sets: false,
    versions: [1],
    kinds: ['policy', 'template'],
    hash: ['md5', 'sha1'],
    dh: ['group2', 'group5', 'group14'],
    espEncryption: CIPHERS,
    autoMode: false,
    autoExchange: false,
  },
  vrp8: {
    sets: false,
    versions: [1, 2],
    kinds: ['policy', 'template'],
    encryption: [...AES, ...GCM],
    hash: HASHES,
    integrity: INTEGRITY,
    dh: ['group2', 'group5', 'group14', 'group15', 'group16', 'group19', 'group20', 'group21'],
    espEncryption: [...CIPHERS, ...GCM],
    authentication: HASHES,
    autoMode: false,
    autoExchange: false,
  },
};

/** The PRF of devices without a command for it; the documents name it as the default of those that have one. */
export const UNWRITTEN_PRF = 'hmac-sha2-256';

/** Ciphers that authenticate by themselves (RFC 4106, RFC 4543). */
export function isAead(cipher: string): boolean {
  return GCM.includes(cipher) || GMAC.includes(cipher);
}
