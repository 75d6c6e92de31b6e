import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { aaaCommands } from '../../../server/src/commands/aaa';
import { aclCommands, aclViewOf } from '../../../server/src/commands/acl';
import { addressSetCommands } from '../../../server/src/commands/addressSet';
import { interfaceCommands } from '../../../server/src/commands/interface';
import { ipPoolCommands } from '../../../server/src/commands/ipPool';
import { keywordsOf, parseFormat, type Format } from '../../../server/src/commands/notation';
import { operationalCommands } from '../../../server/src/commands/operational';
import { pkiCommands } from '../../../server/src/commands/pki';
import { secretCommands } from '../../../server/src/commands/secrets';
import { trackingCommands } from '../../../server/src/commands/tracking';
import type { CommandDefinition, ViewId } from '../../../server/src/commands/types';
import { views } from '../../../server/src/commands/views';
import { vrpCommands } from '../../../server/src/commands/vrp';
import type { Localized } from '../../../server/src/l10n';

const commands: readonly CommandDefinition[] = [
  ...vrpCommands,
  ...aclCommands,
  ...interfaceCommands,
  ...aaaCommands,
  ...ipPoolCommands,
  ...pkiCommands,
  ...trackingCommands,
  ...addressSetCommands,
  ...secretCommands,
];

/** The keys say whether a view belongs to IPsec; the compiler asks for every view. */
const ipsecViews: Readonly<Record<ViewId, boolean>> = {
  system: false,
  'ike-proposal': true,
  'ike-peer': true,
  'ike-user-table': true,
  'ike-user': true,
  'ipsec-proposal': true,
  'ipsec-policy-isakmp': true,
  'ipsec-policy-manual': true,
  'ipsec-policy-template': true,
  'ipsec-profile': true,
  'ipsec-efficient-vpn': true,
  'acl-basic': false,
  'acl-advanced': false,
  'acl-other': false,
  interface: false,
  aaa: false,
  'aaa-domain': false,
  'aaa-scheme': false,
  'service-scheme': false,
  'ip-pool': false,
  'pki-domain': false,
  'pki-entity': false,
  'pki-realm': false,
  'address-set': false,
  nqa: false,
  'bfd-session': false,
  'vpn-instance': false,
  free: false,
};

function argumentNames(format: Format): string[] {
  switch (format.node) {
    case 'argument':
      return [format.name];
    case 'keyword':
      return [];
    case 'sequence':
    case 'choice':
      return format.items.flatMap(argumentNames);
    case 'optional':
    case 'repeat':
      return argumentNames(format.item);
  }
}

/** The words a line of this format can begin with; `<` for an argument. */
function firstWords(format: Format): string[] {
  switch (format.node) {
    case 'argument':
      return ['<'];
    case 'keyword':
      return [format.word];
    case 'sequence':
      return format.items[0] ? firstWords(format.items[0]) : [];
    case 'choice':
      return format.items.flatMap(firstWords);
    case 'optional':
    case 'repeat':
      return firstWords(format.item);
  }
}

function textsOf(command: CommandDefinition): Localized[] {
  return [
    ...(command.summary ? [command.summary] : []),
    ...(command.details ? [command.details] : []),
    ...Object.values(command.arguments ?? {}).map((argument) => argument.text),
    ...Object.values(command.keywords ?? {}),
  ];
}

function assertComplete(text: Localized, where: string): void {
  for (const words of [text.en, text['zh-cn']]) {
    assert.ok(words.trim().length > 0, where);
    assert.equal(words, words.trim(), where);
  }
  assert.match(text['zh-cn'], /\p{Script=Han}/u, where);
  assert.doesNotMatch(text.en, /\p{Script=Han}/u, where);
}

describe('VRP command tables', () => {
  it('have formats that can be read', () => {
    for (const command of commands) {
      assert.doesNotThrow(() => parseFormat(command.syntax));
      if (typeof command.undo === 'string') {
        const { undo } = command;
        assert.doesNotThrow(() => parseFormat(undo));
      }
    }
    for (const command of operationalCommands) assert.doesNotThrow(() => parseFormat(command.syntax));
  });

  it('begin every line with a keyword', () => {
    for (const { syntax } of [...commands, ...operationalCommands]) {
      assert.ok(!firstWords(parseFormat(syntax)).includes('<'), syntax);
    }
  });

  it('have no format twice in a view', () => {
    const seen = new Set<string>();
    for (const command of commands) {
      for (const view of [command.view].flat()) {
        const key = `${view}: ${command.syntax}`;
        assert.ok(!seen.has(key), key);
        seen.add(key);
      }
    }
    const operational = operationalCommands.map((command) => command.syntax);
    assert.equal(new Set(operational).size, operational.length);
  });

  it('open only views that exist', () => {
    const ids = new Set(views.map((view) => view.id));
    for (const command of commands) {
      for (const view of [command.view].flat()) assert.ok(ids.has(view), command.syntax);
      if (command.opens) assert.ok(ids.has(command.opens), command.syntax);
    }
  });

  it('say everything in both languages', () => {
    for (const command of commands) {
      for (const text of textsOf(command)) assertComplete(text, command.syntax);
    }
    for (const command of operationalCommands) assertComplete(command.summary, command.syntax);
    for (const view of views) assertComplete(view.name, view.id);
  });

  it('describe only arguments and keywords of the format', () => {
    for (const command of commands) {
      const { undo, syntax } = command;
      const formats = [parseFormat(syntax), ...(typeof undo === 'string' ? [parseFormat(undo)] : [])];
      const names = new Set(formats.flatMap(argumentNames));
      const words = new Set(formats.flatMap(keywordsOf));
      if (syntax.startsWith('rule ') || syntax.startsWith('acl ')) continue;
      for (const name of Object.keys(command.arguments ?? {}))
        assert.ok(names.has(name), `${syntax}: ${name}`);
      for (const word of Object.keys(command.keywords ?? {}))
        assert.ok(words.has(word), `${syntax}: ${word}`);
    }
  });

  it('do not claim lines of other views for the system view', () => {
    const foreign = ['rule', 'area', 'network', 'description', 'import-route', 'peer', 'authentication-mode'];
    for (const command of commands) {
      if (![command.view].flat().includes('system')) continue;
      for (const word of firstWords(parseFormat(command.syntax)))
        assert.ok(!foreign.includes(word), command.syntax);
    }
  });

  it('do not let one keyword and any text make a system view line', () => {
    for (const command of commands) {
      if (![command.view].flat().includes('system')) continue;
      assert.doesNotMatch(command.syntax, /^[\w-]+ \[? ?<\w+:text>/, command.syntax);
    }
  });

  it('type as a secret what follows cipher', () => {
    for (const { syntax } of commands) {
      const format = syntax.replace(/\s+/g, ' ');
      assert.doesNotMatch(format, /\bcipher(?: \|[^\]}]*)?(?: [\]}])? <(?!\w+:secret>)/, syntax);
    }
  });
});

describe('views', () => {
  it('are defined once each', () => {
    assert.deepEqual(views.map((view) => view.id).sort(), Object.keys(ipsecViews).sort());
  });

  it('are complete where they belong to IPsec', () => {
    for (const view of views) assert.equal(view.complete, ipsecViews[view.id], view.id);
  });

  it('have prompts of their own', () => {
    const prompts = views.flatMap((view) => view.prompt ?? []);
    assert.equal(new Set(prompts).size, prompts.length);
  });
});

describe('aclViewOf', () => {
  it('follows the ranges of ACL numbers', () => {
    assert.equal(aclViewOf(2000), 'acl-basic');
    assert.equal(aclViewOf(2999), 'acl-basic');
    assert.equal(aclViewOf(3000), 'acl-advanced');
    assert.equal(aclViewOf(3999), 'acl-advanced');
    assert.equal(aclViewOf(4000), 'acl-other');
    assert.equal(aclViewOf(42768), 'acl-advanced');
    assert.equal(aclViewOf(1), 'acl-other');
  });
});
