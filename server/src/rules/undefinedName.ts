import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';
import { aclViewOf } from '../commands';
import type { NameKind } from '../commands/types';
import type { Device, NameUse } from '../model/device';
import { unquoted } from '../model/reading';
import { isPlaceholder } from '../model/secret';
import { lineOf, textOf } from '../model/value';
import type { Document } from '../syntax/document';
import type { Phase } from '../tunnels/phase';
import { newBlock } from './blocks';
import { insertBlock, repair, replace } from './edits';
import { isIpsecView } from './ipsecLines';
import { kindName } from './kinds';
import type { DeviceRule, Finding, Repair, Severity } from './rule';
import { isNear, shortSlips } from './slip';
import { isMentioned, referencesTo } from './targets';

/** Kinds of names whose definition this product sees in full. */
const CHECKED: ReadonlySet<NameKind> = new Set<NameKind>([
  'ike-proposal',
  'ike-peer',
  'ike-user-table',
  'ipsec-proposal',
  'ipsec-policy',
  'ipsec-policy-template',
  'ipsec-profile',
  'ipsec-efficient-vpn',
  'acl',
  'pki-domain',
]);

/** Names that are there on every device, without a line that defines them. */
const FACTORY: ReadonlySet<string> = new Set(['pki-domain default']);

/** Kinds whose names are numbers: the next number is no slip of this one. */
const NUMBERED: ReadonlySet<NameKind> = new Set<NameKind>(['acl', 'ike-proposal', 'ike-user-table']);

/** No more than this many names are offered where none of them is close. */
const MAX_CHOICES = 3;

/** Whether an ACL can name both ends of a flow: one with a name may. */
function isAdvancedAcl(name: string): boolean {
  return !/^\d+$/.test(name) || aclViewOf(Number(name)) === 'acl-advanced';
}

/** Whether the line that mentions a name gives one that the device does not take there. */
function isRefused({ place }: NameUse): boolean {
  const { words, match } = lineOf(place);
  const at = words.findIndex(({ start }) => start === place.start);
  const word = match?.words[at];
  return word?.kind === 'argument' && word.problem !== undefined;
}

/** An ACL is looked for only where IPsec uses it: other features have ACLs of their own. */
function isChecked(use: NameUse): boolean {
  if (use.role !== 'reference' || !CHECKED.has(use.kind) || FACTORY.has(`${use.kind} ${use.name}`))
    return false;
  const { view, match } = lineOf(use.place);
  if (match?.undo || isPlaceholder(textOf(use.place))) return false;
  if (use.kind === 'acl') {
    // A number of another kind of ACL is a fault of its own, whether the ACL is there or not.
    return isAdvancedAcl(use.name) && isIpsecView(view);
  }
  if (use.kind === 'pki-domain') return isIpsecView(view);
  return true;
}

/** The words of commands that begin like `ike …` or `ipsec …` and were not understood: with a slip in them they may define a name. */
function halfRead(device: Device): ReadonlySet<string> {
  const lines = device.items.flatMap(({ lines: all }) => all);
  const open = lines.filter(
    ({ view, match, words: [first] }) =>
      (view === 'system' || view === 'free') &&
      match?.status !== 'complete' &&
      ['ike', 'ipsec'].some((each) => {
        const word = first?.text.toLowerCase() ?? '';
        return word === each || isNear(word, each) || shortSlips(word, [each]).length > 0;
      }),
  );
  return new Set(open.flatMap(({ words }) => words.slice(1).map(({ text }) => unquoted(text))));
}

/** The names as written that the one in use can be a slip of. */
function slipsOf(use: NameUse, defined: readonly string[]): string[] {
  if (NUMBERED.has(use.kind)) return [];
  const written = textOf(use.place);
  return defined.filter((name) => name.toLowerCase() === written.toLowerCase() || isNear(written, name));
}

/** A name as a line takes it: in quotes where it holds blanks. */
function quoted(name: string): string {
  return /\s/.test(name) ? `"${name}"` : name;
}

/** The one name of the kind that is defined and that nothing uses: with a name in use that is not defined it makes a pair. */
function onlyIdle(use: NameUse, defined: readonly string[], device: Device): string | undefined {
  const [only] = defined;
  if (only === undefined || defined.length > 1 || use.kind === 'acl' || use.kind === 'pki-domain')
    return undefined;
  return referencesTo(device, use.kind, only).length === 0 && !isMentioned(device, only) ? only : undefined;
}

/** Names that can stand in place of the one in use: those of the right kind of ACL that the line does not name already. */
function candidatesFor(use: NameUse, defined: readonly string[]): string[] {
  const { words } = lineOf(use.place);
  return defined.filter(
    (name) =>
      !words.some(({ text }) => unquoted(text) === name) && (use.kind !== 'acl' || isAdvancedAcl(name)),
  );
}

function repairsFor(use: NameUse, known: readonly string[], device: Device, document: Document): Repair[] {
  const kind = kindName(use.kind);
  const defined = candidatesFor(use, known);
  const near = slipsOf(use, defined);
  const meant = near.length === 1 ? near[0] : near.length > 1 ? undefined : onlyIdle(use, defined, device);
  const choices = near.length > 0 ? near : defined.slice(0, MAX_CHOICES);
  const changes = choices.flatMap((name) =>
    repair(l10n.t('Change to {0} {1}', kind, name), name === meant, replace(use.place, quoted(name))),
  );
  const written = unquoted(textOf(use.place));
  const content = isRefused(use) ? undefined : newBlock(use.kind, quoted(written), device);
  if (!content) return changes;
  const edit = insertBlock(use.kind, written, use.place, content, document);
  const preferred = meant === undefined && content.complete;
  return [...changes, ...repair(l10n.t('Create {0} {1}', kind, written), preferred, edit)];
}

/** How sure it is that the name is missing: a file that is no whole configuration may leave it out on purpose. */
function severityOf(use: NameUse, defined: readonly string[], device: Device): Severity {
  if (device.whole) return 'error';
  // An excerpt of this size is no slip of one name, and comparing all with all takes long.
  if (defined.length > MANY) return 'information';
  const written = textOf(use.place).toLowerCase();
  const isClose = defined.some((name) => distance(name.toLowerCase(), written) <= CLOSE);
  return isClose ? 'warning' : 'information';
}

const MANY = 1000;

/** Names this close to a defined one are worth a warning even in an excerpt. */
const CLOSE = 2;

/** Where a tunnel stops that lacks what the name stands for. */
const STOPS: Readonly<Partial<Record<NameKind, Phase>>> = {
  'ike-peer': 'address',
  'ike-proposal': 'phase1',
  'ipsec-proposal': 'phase2',
  acl: 'flow',
};

/** What the device reports when it does without the name: the policy is not there or not complete, or something else is tried instead. */
const CAUSES: Readonly<Partial<Record<NameKind, readonly string[]>>> = {
  'ike-proposal': ['phase1 proposal mismatch'],
  'ike-user-table': ['authentication fail'],
  'pki-domain': ['authentication fail'],
  'ipsec-efficient-vpn': ['no policy applied on interface'],
  'ipsec-policy': ['no policy applied on interface'],
  'ipsec-policy-template': ['no policy applied on interface'],
  'ipsec-profile': ['no policy applied on interface'],
  'ike-peer': ['no policy applied on interface'],
  'ipsec-proposal': ['no policy applied on interface'],
  acl: ['no policy applied on interface'],
};

function stopsAt({ kind }: NameUse, device: Device): { stops?: Phase } {
  const stops = device.whole ? STOPS[kind] : undefined;
  return stops ? { stops } : {};
}

/** A name that a line uses and nothing defines. */
export const undefinedName: DeviceRule = {
  id: 'undefined-name',
  severity: 'error',
  causes: [...new Set(Object.values(CAUSES).flat())],
  documentation: {
    title: { en: 'A name that is not defined', 'zh-cn': '引用了未定义的名称' },
    checks: {
      en:
        'An IKE peer, IKE proposal, IPsec proposal, security ACL, policy, template, profile, user table or PKI domain that a line ' +
        'refers to and the file does not define. In an excerpt only where the file defines others of the kind. Silent where a command ' +
        'with a slip may define it.',
      'zh-cn':
        '某行引用的 IKE 对等体、IKE 安全提议、IPsec 安全提议、安全 ACL、安全策略、策略模板、安全框架、用户表或 PKI 域在文件中没有定义。对于配置片段，仅当文件中定义了同类对象时才报告。若某条含笔误的命令可能定义了该名称，则不报告。',
    },
    why: {
      en: 'The device refuses the line or leaves the policy incomplete, and no negotiation starts.',
      'zh-cn': '设备会拒绝该命令，或者安全策略不完整，无法发起协商。',
    },
    repair: {
      en: 'Changes the name to the one that is meant, or creates the missing block with strong settings.',
      'zh-cn': '改为正确的名称，或以高强度参数创建缺少的对象。',
    },
    sources: ['USG6000E guide, IPSec policy'],
  },
  checkDevice: ({ device, documents }) => {
    // Lines that are not read may define anything.
    if (device.items.some(({ unread }) => unread)) return [];
    const defined = new Map<NameKind, Map<string, string>>();
    const refused = new Set<string>();
    for (const use of device.names) {
      if (use.role !== 'definition') continue;
      const names = defined.get(use.kind) ?? new Map<string, string>();
      defined.set(use.kind, names);
      if (!names.has(use.name)) names.set(use.name, unquoted(textOf(use.place)));
      if (isRefused(use)) refused.add(`${use.kind} ${use.name}`);
    }
    const findings: Finding[] = [];
    const maybe = halfRead(device);
    for (const use of device.names) {
      const names = defined.get(use.kind);
      if (names?.has(use.name) || !isChecked(use)) continue;
      if (use.kind !== 'acl' && maybe.has(unquoted(textOf(use.place)))) continue;
      const document = documents.get(use.place.uri);
      if (!document || (!device.whole && !names)) continue;
      const written = [...(names ?? [])].flatMap(([key, each]) =>
        refused.has(`${use.kind} ${key}`) ? [] : each,
      );
      const name = unquoted(textOf(use.place));
      findings.push({
        place: use.place,
        message: device.whole
          ? l10n.t('{0} {1} is not defined on this device.', kindName(use.kind), name)
          : l10n.t('{0} {1} is not defined in this file.', kindName(use.kind), name),
        severity: severityOf(use, written, device),
        causes: CAUSES[use.kind] ?? [],
        ...stopsAt(use, device),
        repairs: () => repairsFor(use, written, device, document),
      });
    }
    return findings;
  },
};
