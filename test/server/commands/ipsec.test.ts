import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import {
  algorithmByConfig,
  algorithmByDisplay,
  algorithmById,
  algorithms,
  type AlgorithmKind,
  titleOf,
} from '../../../server/src/commands/algorithms';
import { efficientVpnCommands } from '../../../server/src/commands/efficientVpn';
import { ikePeerCommands } from '../../../server/src/commands/ikePeer';
import { ikePeerFurtherCommands } from '../../../server/src/commands/ikePeerFurther';
import { ikeProposalCommands } from '../../../server/src/commands/ikeProposal';
import { ikeUserTableCommands } from '../../../server/src/commands/ikeUserTable';
import { ipsecInterfaceCommands } from '../../../server/src/commands/ipsecInterface';
import { ipsecManualCommands } from '../../../server/src/commands/ipsecManual';
import { ipsecPolicyCommands } from '../../../server/src/commands/ipsecPolicy';
import { ipsecPolicyFurtherCommands } from '../../../server/src/commands/ipsecPolicyFurther';
import { ipsecProposalCommands } from '../../../server/src/commands/ipsecProposal';
import { ipsecSystemCommands } from '../../../server/src/commands/ipsecSystem';
import { keywordsOf, parseFormat, type Format } from '../../../server/src/commands/notation';
import type { CommandDefinition, ViewId } from '../../../server/src/commands/types';
import type { Localized } from '../../../server/src/l10n';
import { readLine } from '../../../server/src/syntax/line';
import { CommandTable, compileCommand, type CommandMatch } from '../../../server/src/syntax/match';

const commands: readonly CommandDefinition[] = [
  ...ipsecSystemCommands,
  ...ikeProposalCommands,
  ...ikePeerCommands,
  ...ikePeerFurtherCommands,
  ...ikeUserTableCommands,
  ...ipsecProposalCommands,
  ...ipsecPolicyCommands,
  ...ipsecPolicyFurtherCommands,
  ...ipsecManualCommands,
  ...efficientVpnCommands,
  ...ipsecInterfaceCommands,
];

function viewsOf(command: CommandDefinition): readonly ViewId[] {
  return [command.view].flat();
}

function argumentsOf(format: Format): string[] {
  switch (format.node) {
    case 'argument':
      return [format.name];
    case 'keyword':
      return [];
    case 'sequence':
    case 'choice':
      return format.items.flatMap(argumentsOf);
    case 'optional':
    case 'repeat':
      return argumentsOf(format.item);
  }
}

/** Every text of a command with the place it stands in. */
function textsOf(command: CommandDefinition): [string, Localized][] {
  return [
    ...(command.summary ? [['summary', command.summary] as [string, Localized]] : []),
    ...(command.details ? [['details', command.details] as [string, Localized]] : []),
    ...Object.entries(command.arguments ?? {}).map(([name, { text }]): [string, Localized] => [name, text]),
    ...Object.entries(command.keywords ?? {}),
  ];
}

function tableFor(view: ViewId): CommandTable {
  return new CommandTable(commands.filter((each) => viewsOf(each).includes(view)).map(compileCommand));
}

function match(view: ViewId, line: string): CommandMatch | undefined {
  return tableFor(view).match(readLine(line, '').words)?.match;
}

describe('the IPsec command tables', () => {
  it('have formats that can be read', () => {
    for (const { syntax, undo } of commands) {
      parseFormat(syntax);
      if (typeof undo === 'string') parseFormat(undo);
    }
  });

  it('name each format once a view', () => {
    const seen = new Set<string>();
    for (const command of commands) {
      for (const view of viewsOf(command)) {
        const key = `${view}: ${command.syntax}`;
        assert.ok(!seen.has(key), key);
        seen.add(key);
      }
    }
  });

  it('say everything in both languages', () => {
    for (const command of commands) {
      for (const [where, text] of textsOf(command)) {
        assert.ok(text.en.trim() !== '', `${command.syntax}: ${where} in English`);
        assert.match(text['zh-cn'], /\S/, `${command.syntax}: ${where} in Chinese`);
        assert.doesNotMatch(text.en, /[\u4e00-\u9fff]|https?:/, `${command.syntax}: ${where}`);
      }
    }
  });

  it('explain only words that their formats have', () => {
    for (const command of commands) {
      const format = parseFormat(command.syntax);
      const keywords = keywordsOf(format);
      const names = argumentsOf(format);
      for (const word of Object.keys(command.keywords ?? {})) {
        assert.ok(keywords.includes(word), `${command.syntax}: no keyword ${word}`);
      }
      for (const name of Object.keys(command.arguments ?? {})) {
        assert.ok(names.includes(name), `${command.syntax}: no argument ${name}`);
      }
    }
  });

  it('name causes as the device prints them', () => {
    for (const { syntax, causes } of commands) {
      for (const cause of causes ?? []) assert.match(cause, /^[a-z][a-zA-Z0-9 '/.-]+$/, syntax);
    }
  });

  it('give a source and a product with every default', () => {
    for (const { syntax, defaults } of commands) {
      for (const { source, products } of defaults ?? []) {
        assert.ok(source.length > 5, syntax);
        assert.ok(products.length > 0, syntax);
      }
    }
  });

  it('take defaults in the spelling of the command itself', () => {
    for (const { syntax, defaults } of commands) {
      for (const { value } of defaults ?? []) {
        if (value === 'none' || value === 'enable') continue;
        const words = keywordsOf(parseFormat(syntax));
        for (const word of value.split(' ')) {
          assert.ok(words.includes(word) || /^\d+$/.test(word), `${syntax}: default ${value}`);
        }
      }
    }
  });
});

describe('real lines', () => {
  const lines: Partial<Record<ViewId, readonly string[]>> = {
    system: [
      'ike proposal 10',
      'ike proposal default',
      'ike peer zb v1',
      'ike peer FB-FW',
      'ike user-table 10',
      'ipsec proposal tran1',
      'ipsec policy map1 10 isakmp',
      'ipsec policy map1 10 isakmp template map_temp',
      'ipsec policy p1 10 manual',
      'ipsec policy p1 10',
      'ipsec policy policy1 shared local-interface LoopBack0',
      'ipsec policy-template use1 10',
      'ipsec profile profile1',
      'ipsec efficient-vpn evpn mode client',
      'ipsec sha2 compatible enable',
      'IPsec authentication sha2 compatible enable',
      'ike local-name ZB-FW',
      'ike dpd 100',
      'ike dpd interval 10 10',
      'ike dpd type periodic',
      'ike dpd idle-time 10',
      'ike dpd retransmit-interval 5',
      'ike dpd dpd1',
      'ike sa keepalive-timer interval 30',
      'ike heartbeat-timer timeout 180',
      'ipsec sa global-duration time-based 3600',
      'ipsec netmask source 24 destination 24',
      'undo ipsec policy map1 10',
      'undo ike peer zb',
    ],
    'ike-proposal': [
      'encryption-algorithm aes-256 aes-192 aes-128',
      'encryption-algorithm aes-cbc 256',
      'encryption-algorithm aes-cbc-256',
      'encryption-algorithm aes-gcm-128 256',
      'encryption-algorithm des-cbc',
      'dh group14',
      'authentication-algorithm sha2-512 sha2-384 sha2-256',
      'authentication-method pre-share',
      'authentication-method rsassa-pss sha2-256',
      'integrity-algorithm hmac-sha2-256',
      'prf hmac-sha2-256',
      'sa duration 3600',
    ],
    'ike-peer': [
      'version 1',
      'undo version 2',
      'exchange-mode auto',
      'pre-shared-key cipher %^%#CScZ$9Z&w+@:5+7>\\{;7UI~3"Wcx/P#,,FT<6t!8%^%#',
      'pre-shared-key %$%$0\\WT%.iDi6%K-f)_^mQ6,.2n%$%$',
      'ike-proposal 5',
      'ike-proposal default',
      'local-id-type fqdn',
      'local-id-type user-fqdn a@example.com',
      'remote-id-type ip',
      'remote-id rtb',
      'local-id 10.1.1.1',
      'id-type name',
      'remote-name 1000F',
      'dpd type periodic',
      'dpd dpd1',
      'local-address 100.100.1.1',
      'remote-address 60.1.1.1',
      'remote-address vpn-instance vpn64 93.188.242.110',
      'remote-address 10.1.1.1 10.1.1.254',
      'remote-address authentication-address 10.0.0.1',
      'nat traversal',
      'sa binding vpn-instance vpna',
      'rsa encryption-padding oaep',
      'rsa signature-padding pss',
      'undo local-id-preference certificate enable',
      'ikev2 authentication sign-hash sha2-256',
      'certificate local pki-domain domaina',
      'certificate local-filename local.cer',
      'service-scheme schemetest',
      'user-table 10',
    ],
    'ike-user-table': ['user user1'],
    'ike-user': ['id-type ip 1.1.1.1', 'interface-assign Tunnel0/0/1', 'pre-shared-key Example@123'],
    'ipsec-proposal': [
      'transform esp',
      'encapsulation-mode auto',
      'esp authentication-algorithm sha2-256',
      'undo esp authentication-algorithm',
      'esp encryption-algorithm aes 256',
      'esp encryption-algorithm aes-256-gcm-128',
    ],
    'ipsec-policy-isakmp': [
      'security acl 3000',
      'security acl name branch',
      'pfs dh-group14',
      'ike-peer rut1',
      'proposal 1 2 tran3',
      'tunnel local applied-interface',
      'tunnel local 10.1.1.1',
      'local-address 172.16.3.1',
      'alias to-branch',
      'sa trigger-mode auto',
      'sa duration traffic-based 10485760',
      'sa duration time-based 3600',
      'route inject dynamic',
    ],
    'ipsec-policy-manual': [
      'proposal MK',
      'tunnel remote 1.1.1.1',
      'sa spi inbound esp 87654321',
      'sa string-key inbound esp %^%#6W=aN52:a"0npp87w^f:{q}|Jtpqx4$GcO"g[Y$"%^%#',
    ],
    'ipsec-policy-template': ['ike-peer b', 'proposal tran1', 'security acl 3000'],
    'ipsec-profile': ['ike-peer spoke', 'proposal pro1', 'pfs dh-group19'],
    'ipsec-efficient-vpn': ['remote-address 60.1.2.1 v1', 'pre-shared-key cipher x', 'dh group14'],
    interface: [
      'ipsec policy map1',
      'ipsec policy map1 service-instance-group group1',
      'ipsec profile profile1',
      'ipsec efficient-vpn evpn',
      'tunnel-protocol ipsec',
      'tunnel-protocol gre p2mp',
      'source loopback1',
      'source GigabitEthernet 0/0/1',
      'destination vpn-instance vpna 172.16.3.1',
    ],
  };

  for (const [view, each] of Object.entries(lines)) {
    it(`of the view ${view} are understood`, () => {
      for (const line of each) {
        const read = match(view as ViewId, line);
        assert.equal(read?.status, 'complete', line);
        assert.ok(
          read.words.every((word) => word.kind !== 'argument' || word.problem === undefined),
          line,
        );
      }
    });
  }

  it('open the views they should', () => {
    const opened = (line: string): ViewId | undefined => match('system', line)?.command.opens;
    assert.equal(opened('ike proposal default'), 'ike-proposal');
    assert.equal(opened('ipsec policy map1 10 isakmp'), 'ipsec-policy-isakmp');
    assert.equal(opened('ipsec policy map1 10 isakmp template t'), undefined);
    assert.equal(opened('ipsec policy map1 10 manual'), 'ipsec-policy-manual');
    assert.equal(opened('ipsec policy map1 10'), 'ipsec-policy-isakmp');
    assert.equal(opened('ipsec policy map1 shared local-interface LoopBack0'), undefined);
    assert.equal(opened('ipsec sa global-duration time-based 3600'), undefined);
    assert.equal(match('ike-user-table', 'user u1')?.command.opens, 'ike-user');
  });

  it('keep the commands of old releases apart from those of today', () => {
    assert.equal(match('system', 'ike dpd 100')?.command.products?.[0], 'vrp8');
    assert.equal(match('system', 'ike dpd dpd1')?.command.products?.[0], 'quidway');
    assert.equal(match('ike-peer', 'dpd type periodic')?.command.syntax, 'dpd type { on-demand | periodic }');
  });

  it('out of range are told', () => {
    const problem = (view: ViewId, line: string): string | undefined =>
      match(view, line)
        ?.words.map((word) => (word.kind === 'argument' ? word.problem : undefined))
        .find((each) => each !== undefined);
    assert.equal(problem('ike-proposal', 'sa duration 10'), 'out-of-range');
    assert.equal(problem('system', 'ike peer a-name-that-is-too-long'), 'too-long');
    assert.equal(problem('system', 'ike heartbeat-timer interval 5'), 'out-of-range');
  });
});

describe('algorithms', () => {
  it('have spellings that mean one algorithm of a kind', () => {
    const seen = new Map<string, string>();
    for (const algorithm of algorithms) {
      const { kind, id, config, display } = algorithm;
      for (const spelling of new Set(
        [...config, ...display, titleOf(algorithm)].map((text) => text.toLowerCase().replaceAll('_', '-')),
      )) {
        const key = `${kind}/${spelling}`;
        assert.equal(seen.get(key) ?? id, id, key);
        seen.set(key, id);
      }
    }
  });

  it('have one id and one rank each in their kind', () => {
    const ids = algorithms.map(({ kind, id }) => `${kind}/${id}`);
    const ranks = algorithms.map(({ kind, rank }) => `${kind}/${rank}`);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(new Set(ranks).size, ranks.length);
  });

  it('say what they are in both languages and who says so', () => {
    for (const { id, about, sources, config } of algorithms) {
      assert.ok(about.en.length > 10 && /[\u4e00-\u9fff]/.test(about['zh-cn']), id);
      assert.ok(sources.length > 0 && config.length > 0, id);
    }
  });

  it('are found by every spelling of the command formats', () => {
    const expected: readonly [AlgorithmKind, ViewId, string][] = [
      ['encryption', 'ike-proposal', 'encryption-algorithm'],
      ['hash', 'ike-proposal', 'authentication-algorithm'],
      ['integrity', 'ike-proposal', 'integrity-algorithm'],
      ['prf', 'ike-proposal', 'prf'],
      ['dh', 'ike-proposal', 'dh'],
      ['hash', 'ipsec-proposal', 'esp authentication-algorithm'],
      ['hash', 'ipsec-proposal', 'ah authentication-algorithm'],
      ['encryption', 'ipsec-proposal', 'esp encryption-algorithm'],
      ['dh', 'ipsec-policy-isakmp', 'pfs'],
    ];
    const sized = new Set(['aes', 'aes-cbc', 'aes-gcm-128', '128', '192', '256']);
    for (const [kind, view, command] of expected) {
      const definition = commands.find(
        (each) => viewsOf(each).includes(view) && each.syntax.startsWith(`${command} `),
      );
      assert.ok(definition, command);
      for (const word of keywordsOf(parseFormat(definition.syntax))) {
        if (command.split(' ').includes(word) || sized.has(word)) continue;
        assert.ok(algorithmByConfig(kind, [word]), `${command} ${word}`);
      }
    }
  });

  it('mean the same whatever a config or a display spells', () => {
    const same: readonly [AlgorithmKind, string, readonly string[], readonly string[]][] = [
      ['dh', 'group14', ['group14', 'dh-group14', 'Group14'], ['MODP-2048', 'MODP_2048', 'DH group 14']],
      ['dh', 'group1', ['group1'], ['MODP_768']],
      [
        'encryption',
        'aes-256',
        ['aes-256', 'aes 256', 'aes-cbc 256', 'aes-cbc-256'],
        ['AES-256', '256-AES', '256-aes', 'ESP-ENCRYPT-AES-256', 'ESP-ENCRYPT-256-AES'],
      ],
      ['encryption', 'aes-256-gcm-128', ['aes-256-gcm-128', 'aes-gcm-128 256'], ['AES-256-GCM-128']],
      ['encryption', '3des', ['3des', '3des-cbc'], ['ESP-ENCRYPT-3DES-192', '3DES_CBC']],
      ['encryption', 'des', ['des', 'des-cbc'], ['DES_CBC', 'DES-CBC', 'E:DES']],
      [
        'hash',
        'sha2-256',
        ['sha2-256'],
        [
          'SHA2-256',
          'SHA256',
          'SHA2-HMAC-256',
          'ESP-AUTH-SHA2-256-128',
          'A:SHA2-256-128',
          'SHA2-256-128',
          'ESP-AUTH-SHA2-256',
        ],
      ],
      ['hash', 'sha1', ['sha1'], ['SHA', 'SHA1', 'ESP-AUTH-SHA1']],
      ['hash', 'md5', ['md5'], ['A:HMAC-MD5-96']],
      ['integrity', 'hmac-sha2-256', ['hmac-sha2-256'], ['HMAC-SHA2-256']],
      ['prf', 'hmac-sha2-256', ['hmac-sha2-256'], ['HMAC-SHA2-256']],
      ['authentication-method', 'pre-share', ['pre-share'], ['PRE_SHARED']],
      [
        'authentication-method',
        'rsa-signature',
        ['rsa-signature', 'rsa-sig'],
        ['RSA_SIGNATURE', 'RSA-SIGNATURE'],
      ],
      ['authentication-method', 'rsassa-pss-sha2-256', ['rsassa-pss sha2-256'], []],
    ];
    for (const [kind, id, config, display] of same) {
      assert.equal(algorithmById(kind, id)?.id, id);
      for (const text of config) assert.equal(algorithmByConfig(kind, text.split(' '))?.id, id, text);
      for (const text of display) assert.equal(algorithmByDisplay(kind, text)?.id, id, text);
    }
  });

  it('are not guessed from half a name', () => {
    assert.equal(algorithmByConfig('encryption', ['aes']), undefined);
    assert.equal(algorithmByDisplay('encryption', 'E:AES'), undefined);
    assert.equal(algorithmByDisplay('dh', 'NONE'), undefined);
    assert.equal(algorithmByConfig('dh', ['group99']), undefined);
  });

  it('are ranked from weak to strong', () => {
    const rank = (kind: AlgorithmKind, id: string): number => algorithmById(kind, id)?.rank ?? Number.NaN;
    assert.ok(rank('dh', 'group2') < rank('dh', 'group14'));
    assert.ok(rank('dh', 'group24') < rank('dh', 'group14'));
    assert.ok(rank('hash', 'sha1') < rank('hash', 'sha2-256'));
    assert.ok(rank('encryption', '3des') < rank('encryption', 'aes-128'));
    for (const kind of ['encryption', 'hash', 'integrity', 'prf', 'dh'] as const) {
      const own = algorithms.filter((each) => each.kind === kind && !each.id.endsWith('-gmac'));
      const weakest = Math.min(...own.filter((each) => each.strength === 'strong').map((each) => each.rank));
      for (const each of own) if (each.strength !== 'strong') assert.ok(each.rank < weakest, each.id);
    }
  });
});
