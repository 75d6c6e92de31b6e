import { localize, type Localized } from '../l10n';
import { dhGroups, authenticationMethods } from './algorithmsExchange';
import { encryptionAlgorithms } from './algorithmsEncryption';
import { hashAlgorithms, integrityAlgorithms, prfAlgorithms } from './algorithmsHash';

/** What an algorithm does in a negotiation. */
export type AlgorithmKind = 'encryption' | 'hash' | 'integrity' | 'prf' | 'dh' | 'authentication-method';

/**
 * How an algorithm is rated today. `weak`: broken, or too small to resist (DES, MD5, DH groups 1 and 2, check values of AES-XCBC-96, which
 * the vendor calls insecure); `fading`: discouraged (3DES, SHA-1, DH groups 5 and 24).
 */
export type Strength = 'weak' | 'fading' | 'strong';

/**
 * One algorithm as the protocols know it. `id` is the one spelling used in the model, whatever a config or a display spells.
 */
export interface Algorithm {
  readonly kind: AlgorithmKind;
  readonly id: string;
  /** The name in prose: `AES-256`, `DH group 14`. */
  readonly title: string | Localized;
  readonly strength: Strength;
  /** Order within the kind, strongest first = highest number. */
  readonly rank: number;
  /** Spellings in configurations, over all products, words joined by one blank. */
  readonly config: readonly string[];
  /** Spellings in display output. */
  readonly display: readonly string[];
  /** Key size, group size or output size in bits. */
  readonly bits?: number;
  /** It authenticates the data itself, so that no separate integrity algorithm is used (RFC 5282, RFC 4106). */
  readonly aead?: boolean;
  /** False for a cipher that authenticates only, so that everybody can read what it protects (RFC 4543). */
  readonly encrypts?: false;
  /** One of the Chinese national algorithms, which IKEv2 refuses on Huawei devices. */
  readonly sm?: boolean;
  readonly about: Localized;
  readonly sources: readonly string[];
}

/**
 * Every algorithm of IKE and IPsec that the devices know. The hashes serve IKEv1 as well as ESP and AH, the ciphers IKE as well as ESP:
 * one id, whatever the protocol. A bare `aes` names no key size and is therefore none of them.
 */
export const algorithms: readonly Algorithm[] = [
  ...encryptionAlgorithms,
  ...hashAlgorithms,
  ...integrityAlgorithms,
  ...prfAlgorithms,
  ...dhGroups,
  ...authenticationMethods,
];

function englishTitle({ title }: Algorithm): string {
  return typeof title === 'string' ? title : title.en;
}

/** The name of an algorithm in prose, in the language in force. */
export function titleOf({ title }: Algorithm): string {
  return typeof title === 'string' ? title : localize(title);
}

/** Displays differ in case, in `_` against `-` (`MODP_2048`), and in blanks. */
function normalize(text: string): string {
  return text.trim().toLowerCase().replaceAll('_', '-').replaceAll(/\s+/g, ' ');
}

function indexBy(spellings: (algorithm: Algorithm) => readonly string[]): ReadonlyMap<string, Algorithm> {
  const index = new Map<string, Algorithm>();
  for (const algorithm of algorithms) {
    for (const spelling of spellings(algorithm))
      index.set(`${algorithm.kind}/${normalize(spelling)}`, algorithm);
  }
  return index;
}

const byConfig = indexBy((algorithm) => algorithm.config);
const byDisplay = indexBy((algorithm) => [
  ...algorithm.display,
  ...algorithm.config,
  englishTitle(algorithm),
]);
const byId = new Map(algorithms.map((algorithm) => [`${algorithm.kind}/${algorithm.id}`, algorithm]));

/** The algorithm of this id. */
export function algorithmById(kind: AlgorithmKind, id: string): Algorithm | undefined {
  return byId.get(`${kind}/${id}`);
}

/** What an algorithm of the model is called in prose; an id that is not known stands for itself. */
export function algorithmTitle(kind: AlgorithmKind, id: string): string {
  const algorithm = algorithmById(kind, id);
  return algorithm ? titleOf(algorithm) : id;
}

/** The algorithm that words of a configuration name (`['aes-cbc', '256']`, `['aes-256']`), in any case; undefined for others. */
export function algorithmByConfig(kind: AlgorithmKind, words: readonly string[]): Algorithm | undefined {
  return byConfig.get(`${kind}/${normalize(words.join(' '))}`);
}

/** What stands before an algorithm in the lines of an SA: `ESP-ENCRYPT-AES-256`, `E:AES`, `A:SHA2-256-128`. */
const DISPLAY_PREFIX = /^(?:esp-encrypt-|esp-auth-|ah-auth-|[ea]:)/;

/** The algorithm that a display output names, in any case; undefined where it names none or not enough of it (`E:AES`). */
export function algorithmByDisplay(kind: AlgorithmKind, text: string): Algorithm | undefined {
  const whole = normalize(text);
  return byDisplay.get(`${kind}/${whole}`) ?? byDisplay.get(`${kind}/${whole.replace(DISPLAY_PREFIX, '')}`);
}
