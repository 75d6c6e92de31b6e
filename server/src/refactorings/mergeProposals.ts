import * as l10n from '@vscode/l10n';
import type { Device, IkeProposal, IpsecProposal, Named, NameUse } from '../model/device';
import { nameKey, linesOf } from '../model/reading';
import type { Value } from '../model/value';
import { removeBlock, removeLine, replace } from '../rules/edits';
import type { Edit } from '../rules/rule';
import { isMentioned, proposalOf, referencesTo, settingsOf } from '../rules/targets';
import { lineOf } from '../model/value';
import { applied } from './copyProposal';
import { deviceIn, ownBlock } from './parts';
import { objectAt, type Offer, type Refactoring, type Target } from './refactoring';
import type { Draft } from '../workspace/draft';
import type { Snapshot } from '../workspace/workspace';

/** A setting of a proposal: the command that says it and the field that holds it. */
type Fields<T> = Readonly<Record<string, keyof T>>;

const IKE: Fields<IkeProposal> = {
  'encryption-algorithm': 'encryption',
  dh: 'dh',
  'authentication-algorithm': 'hash',
  'authentication-method': 'authenticationMethod',
  'integrity-algorithm': 'integrity',
  prf: 'prf',
  'sa duration': 'lifetime',
};

const IPSEC: Fields<IpsecProposal> = {
  transform: 'transform',
  'encapsulation-mode': 'encapsulation',
  'esp authentication-algorithm': 'espAuthentication',
  'esp encryption-algorithm': 'espEncryption',
  'ah authentication-algorithm': 'ahAuthentication',
};

function textOfValue(value: unknown): string {
  // In which order algorithms are written means nothing: devices try the strong ones first.
  return Array.isArray(value) ? [...(value as readonly string[])].sort().join(' ') : String(value);
}

/**
 * A text that two proposals of a device share only where they say the same: each setting with its value, which may be a default, and
 * every other line as it stands. Undefined for one that is not understood as a whole.
 */
function meaningOf<T extends Named>(snapshot: Snapshot, proposal: T, fields: Fields<T>): string | undefined {
  const own = ownBlock(snapshot, proposal);
  if (!own) return undefined;
  const commands = Object.keys(fields);
  const lines = linesOf(own.uri, own.item, own.block);
  const settings = commands.map((command) => {
    const field = fields[command];
    const value = (field === undefined ? undefined : proposal[field]) as Value<unknown> | undefined;
    // Without a line and with no default that is known both take whatever the device takes.
    const written = lines.some((line) => line.starts(command));
    return `${command}=${value ? textOfValue(value.value) : written ? 'not read' : 'left out'}`;
  });
  if (settings.some((each) => each.endsWith('=not read'))) return undefined;
  const others = lines
    .filter((line) => !commands.some((command) => line.starts(command)))
    .map(({ line }) => line.words.map(({ text }) => text).join(' '));
  return [...settings, ...others.sort()].join('\n');
}

interface Kind<T extends Named> {
  readonly kind: 'ike-proposal' | 'ipsec-proposal';
  readonly all: readonly T[];
  readonly fields: Fields<T>;
}

/** The proposals that say what one says, itself among them. */
function equalTo<T extends Named>(
  { snapshot, device }: Target,
  proposal: T,
  { all, fields, kind }: Kind<T>,
): T[] {
  const meaning = meaningOf(snapshot, proposal, fields);
  if (meaning === undefined) return [];
  return all.filter(
    (each) =>
      // The factory block is there whatever is configured.
      !each.name.startsWith('default') &&
      meaningOf(snapshot, each, fields) === meaning &&
      canBeRepointed(snapshot, device, kind, each),
  );
}

/** Whether all that mentions a proposal is known and can be changed. */
function canBeRepointed(
  snapshot: Snapshot,
  device: Device,
  kind: Kind<Named>['kind'],
  { name }: Named,
): boolean {
  if (kind === 'ipsec-proposal' && isMentioned(device, name)) return false;
  return referencesTo(device, kind, name).every(({ place }) => {
    const file = snapshot.file(place.uri);
    const { role, match } = lineOf(place);
    return (
      file !== undefined && place.uri === device.uris[0] && role === 'config' && match?.status === 'complete'
    );
  });
}

/** The one that stays: of numbers the smallest, which is offered first; of names the one that most use. */
function kept<T extends Named>(device: Device, equal: readonly T[], kind: Kind<T>['kind']): T | undefined {
  const users = ({ name }: Named): number => referencesTo(device, kind, name).length;
  return [...equal].sort((a, b) =>
    kind === 'ike-proposal' ? Number(a.name) - Number(b.name) : users(b) - users(a),
  )[0];
}

/** The edits that lead a mention to another proposal; one that stands beside it on the same object goes. */
function repointed(device: Device, { kind, place }: NameUse, to: Named): Edit {
  const key = nameKey('ipsec-proposal', to.name);
  const owner = settingsOf(device).find(({ proposals }) =>
    proposals.some((each) => each.place.item === place.item && each.place.line === place.line),
  );
  const isNamedToo =
    kind === 'ipsec-proposal' &&
    owner?.proposals.some(({ value }) => nameKey('ipsec-proposal', value) === key);
  if (!isNamedToo) return replace(place, to.name);
  const { words } = lineOf(place);
  const at = words.findIndex(({ start }) => start === place.start);
  if (words.length <= 2) return removeLine(place);
  return replace({ ...place, start: words[at - 1]?.end ?? place.start }, '');
}

function offer<T extends Named>(target: Target, proposal: T, of: Kind<T>): Offer[] {
  const { device } = target;
  const equal = equalTo(target, proposal, of);
  const stays = equal.length > 1 && equal.includes(proposal) ? kept(device, equal, of.kind) : undefined;
  if (!stays) return [];
  const gone = equal.filter((each) => each !== stays);
  const names = equal.map(({ name }) => name).join(', ');
  const title =
    of.kind === 'ike-proposal'
      ? l10n.t('Merge the equal IKE proposals {0} into {1}', names, stays.name)
      : l10n.t('Merge the equal IPsec proposals {0} into {1}', names, stays.name);
  return [
    { title, carryOut: (draft) => gone.every(({ name }) => merge(draft, device, name, stays.name, of.kind)) },
  ];
}

/** Repoints what uses a proposal to another one, and takes it out. */
function merge(
  draft: Draft,
  { name, uris }: Device,
  from: string,
  to: string,
  kind: Kind<Named>['kind'],
): boolean {
  const device = deviceIn(draft.now, { name, uris });
  const all: readonly Named[] =
    (kind === 'ike-proposal' ? device?.ikeProposals : device?.ipsecProposals) ?? [];
  const [gone, stays] = [from, to].map((wanted) => all.find((each) => each.name === wanted));
  const own = gone && ownBlock(draft.now, gone);
  if (!device || !own || !stays) return false;
  const edits = referencesTo(device, kind, from).map((use) => repointed(device, use, stays));
  return applied(draft, [...edits, removeBlock(own, own.document)]);
}

/** Proposals that say the same become one: what is to be changed later is changed in one place. */
export const mergeProposals: Refactoring = {
  id: 'merge-proposals',
  kind: 'refactor.inline.proposals',
  offers: (target) => {
    const { device } = target;
    const ike = objectAt(device.ikeProposals, target);
    if (ike) return offer(target, ike, { kind: 'ike-proposal', all: device.ikeProposals, fields: IKE });
    const ipsec = objectAt(device.ipsecProposals, target);
    const known = ipsec && proposalOf(device, ipsec.name);
    return known
      ? offer(target, known, { kind: 'ipsec-proposal', all: device.ipsecProposals, fields: IPSEC })
      : [];
  },
};
