import type { NameKind } from '../commands/types';
import { readOutputs, type Displayed, type OutputName } from '../display';
import { isNothing } from '../display/labels';
import type { Field } from '../display/output';
import { partOf } from '../display/part';
import type { Item } from '../syntax/tree';
import type { NameUse } from './device';
import { mayBeCut, placeOf } from './displayedValue';
import { nameKey } from './reading';

type FactOf<K extends OutputName> = Extract<Displayed, { name: K }>['facts'][number];

/** The kinds of the names that one output prints, by the fact that holds them. The first of an object is its own name. */
type NamesOf<K extends OutputName> = Readonly<Partial<Record<keyof FactOf<K> & string, NameKind>>>;

const POLICY = {
  acl: 'acl',
  ikePeer: 'ike-peer',
  proposals: 'ipsec-proposal',
  interfaces: 'interface',
} as const;

/** Which facts of which outputs are names. */
const PRINTED: { readonly [K in OutputName]?: NamesOf<K> } = {
  ikeProposal: { name: 'ike-proposal' },
  ikePeer: { name: 'ike-peer', proposal: 'ike-proposal', vpnInstance: 'vpn-instance' },
  ikeSa: { vpnInstance: 'vpn-instance' },
  ikeSaVerbose: { peerName: 'ike-peer', vpnInstance: 'vpn-instance' },
  ikeUserTable: { table: 'ike-user-table', vpnInstance: 'vpn-instance' },
  ipsecProposal: { name: 'ipsec-proposal' },
  ipsecPolicy: { name: 'ipsec-policy', ...POLICY },
  ipsecPolicyTemplate: { name: 'ipsec-policy-template', ...POLICY },
  ipsecProfile: { name: 'ipsec-profile', ...POLICY },
  ipsecSa: { interface: 'interface', acl: 'acl', vpnInstance: 'vpn-instance' },
  ipsecInterfaceBrief: { interface: 'interface' },
  ipsecHistory: { interface: 'interface' },
  acl: { name: 'acl', number: 'acl' },
  ipInterfaceBrief: { name: 'interface' },
  interfaceBrief: { name: 'interface' },
  ipPool: { name: 'ip-pool' },
  bfdSession: { name: 'bfd-session', interfaceName: 'interface' },
  vrrp: { interfaceName: 'interface' },
};

/** The outputs that show the objects themselves, whose first name is the object's own. */
const DEFINING: ReadonlySet<OutputName> = new Set<OutputName>([
  'ikeProposal',
  'ikePeer',
  'ipsecProposal',
  'ipsecPolicy',
  'ipsecPolicyTemplate',
  'ipsecProfile',
  'acl',
]);

/** The names within a value, where it holds more than one or more than a name. */
const WITHIN: Partial<Record<NameKind, RegExp>> = {
  // `3000/IPv4`
  acl: /^[^\s/,]{1,64}/g,
  interface: /[A-Za-z][A-Za-z-]{0,24}\d[\d/.:]{0,20}/g,
  // `Public` stands for none.
  'vpn-instance': /^(?!public$)\S{1,31}$/gi,
};

function isField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && 'text' in value && 'item' in value;
}

function namesIn(field: Field, kind: NameKind): Field[] {
  if (isNothing(field.text) || mayBeCut(field)) return [];
  const pattern = WITHIN[kind] ?? /^["'{]?([^\s"'{},]{1,64})["'}]?$/g;
  return [...field.text.matchAll(pattern)].map((found) => {
    const name = found[1] ?? found[0];
    const start = found.index + found[0].indexOf(name);
    return partOf(field, start, start + name.length);
  });
}

/** What tells an ACL apart: outputs say `3000/IPv6` and `Advanced IPv6 ACL`. */
function scopeOf(kind: NameKind, value: Field, fact: object): string | undefined {
  if (kind !== 'acl') return undefined;
  const head = 'kind' in fact && isField(fact.kind) ? fact.kind.text : '';
  return /ipv6/i.test(value.text) || /ipv6/i.test(head) ? '6' : '4';
}

function usesIn(uri: string, { name: output, facts }: Displayed): NameUse[] {
  const kinds = Object.entries<NameKind>(PRINTED[output] ?? {});
  const own = DEFINING.has(output) ? kinds[0]?.[1] : undefined;
  return (facts as readonly object[]).flatMap((fact) =>
    kinds.flatMap(([key, kind]) => {
      const values = [(fact as Readonly<Record<string, unknown>>)[key]].flat().filter(isField);
      return values.flatMap((value) => {
        const scope = scopeOf(kind, value, fact);
        return namesIn(value, kind).map((field): NameUse => ({
          kind,
          name: nameKey(kind, field.text),
          ...(scope === undefined ? {} : { scope }),
          role: kind === own ? 'definition' : 'reference',
          place: placeOf(uri, field),
          printed: true,
        }));
      });
    }),
  );
}

const known = new WeakMap<Displayed, readonly NameUse[]>();

/** The names in what a device printed in answer to commands. Worked out once for each answer. */
export function printedNames(uri: string, items: readonly Item[]): readonly NameUse[] {
  return readOutputs(items).flatMap((shown) => {
    let uses = known.get(shown);
    if (!uses) {
      uses = usesIn(uri, shown);
      known.set(shown, uses);
    }
    return uses;
  });
}
