import type { Localized } from '../l10n';

/** What an algorithm does in a negotiation. */
export type AlgorithmKind = 'encryption' | 'hash' | 'integrity' | 'prf' | 'dh' | 'authentication-method';

/** How an algorithm is rated today. `weak` is broken or refused by current products, `fading` is discouraged. */
export type Strength = 'weak' | 'fading' | 'strong';

/**
 * One algorithm as the protocols know it. `id` is the one spelling used in the model, whatever a config or a display spells.
 */
export interface Algorithm {
  readonly kind: AlgorithmKind;
  readonly id: string;
  /** The name in prose: `AES-256`, `DH group 14`. */
  readonly title: string;
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
  /** One of the Chinese national algorithms, which IKEv2 refuses on Huawei devices. */
  readonly sm?: boolean;
  readonly about: Localized;
  readonly sources: readonly string[];
}
