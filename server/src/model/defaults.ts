import { commands } from '../commands';
import { algorithmByConfig, type AlgorithmKind } from '../commands/algorithms';
import type { ProductId, ViewId } from '../commands/types';
import type { Algorithms, IkeProposal, IpsecProposal, Named, Release } from './device';
import { linesOf } from './reading';
import type { Value } from './value';

/**
 * The product whose documented defaults hold for a release. Undefined for releases that no public reference describes: AR before
 * V200R007 knew other algorithms, and firewalls before V500 had other defaults.
 */
export function documentedProduct(release: Release | undefined): ProductId | undefined {
  const version = /^V(\d{3})R(\d{3})/.exec(release?.text ?? '');
  if (!release?.product || !version) return undefined;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (release.product === 'usg') return major >= 500 ? 'usg' : undefined;
  if (release.product === 'ar-v200') return minor >= 7 ? 'ar-v200' : undefined;
  return release.product;
}

/** What a command takes when it is not written, in config spelling; undefined where no source says so for the release. */
export function documentedDefault(
  release: Release | undefined,
  view: ViewId,
  phrase: string,
): string | undefined {
  const product = documentedProduct(release);
  if (!product) return undefined;
  for (const command of commands) {
    if (![command.view].flat().includes(view) || !command.syntax.startsWith(`${phrase} `)) continue;
    const found = command.defaults?.find((each) => each.products.includes(product));
    if (found) return found.value;
  }
  return undefined;
}

/** Whether a view has a line of a command, understood in full or not: then no default holds. */
function isWritten(object: Named, phrase: string): boolean {
  return object.blocks.some(({ uri, item, block }) =>
    linesOf(uri, item, block).some((line) => line.starts(phrase)),
  );
}

function algorithms(
  object: Named,
  release: Release | undefined,
  view: ViewId,
  phrase: string,
  kind: AlgorithmKind,
): Value<Algorithms> | undefined {
  const text = isWritten(object, phrase) ? undefined : documentedDefault(release, view, phrase);
  if (text === undefined) return undefined;
  if (text === 'none') return { value: [], origin: 'default' };
  const one = algorithmByConfig(kind, text.split(' '));
  const several = text.split(' ').flatMap((word) => algorithmByConfig(kind, [word])?.id ?? []);
  const value = one ? [one.id] : several;
  return value.length > 0 ? { value, origin: 'default' } : undefined;
}

/** Fills in what a proposal does not write, where the release's defaults are documented. The factory block has defaults of its own. */
export function withIkeDefaults(proposal: IkeProposal, release: Release | undefined): IkeProposal {
  if (proposal.name === 'default') return proposal;
  const view = 'ike-proposal';
  const single = (phrase: string): string | undefined =>
    isWritten(proposal, phrase) ? undefined : documentedDefault(release, view, phrase);
  const method = single('authentication-method');
  const lifetime = single('sa duration');
  const filled: { -readonly [K in keyof IkeProposal]?: IkeProposal[K] | undefined } = {
    encryption: algorithms(proposal, release, view, 'encryption-algorithm', 'encryption'),
    dh: algorithms(proposal, release, view, 'dh', 'dh'),
    hash: algorithms(proposal, release, view, 'authentication-algorithm', 'hash'),
    integrity: algorithms(proposal, release, view, 'integrity-algorithm', 'integrity'),
    prf: algorithms(proposal, release, view, 'prf', 'prf'),
    authenticationMethod: method === undefined ? undefined : { value: method, origin: 'default' },
    lifetime: lifetime === undefined ? undefined : { value: Number(lifetime), origin: 'default' },
  };
  return { ...known(filled), ...proposal };
}

/** Fills in what an IPsec proposal does not write, where the release's defaults are documented. */
export function withIpsecDefaults(proposal: IpsecProposal, release: Release | undefined): IpsecProposal {
  const view = 'ipsec-proposal';
  const filled: { -readonly [K in keyof IpsecProposal]?: IpsecProposal[K] | undefined } = {
    espAuthentication: algorithms(proposal, release, view, 'esp authentication-algorithm', 'hash'),
    espEncryption: algorithms(proposal, release, view, 'esp encryption-algorithm', 'encryption'),
    ahAuthentication: algorithms(proposal, release, view, 'ah authentication-algorithm', 'hash'),
  };
  return { ...known(filled), ...proposal };
}

function known<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
