import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causes } from '../../../server/src/causes';
import { commands } from '../../../server/src/commands';
import { parseFormat, type ArgumentType, type Format } from '../../../server/src/commands/notation';
import type { ViewId } from '../../../server/src/commands/types';
import { languageService, Workspace } from '../../../server/src/languageService';
import type { LanguageId } from '../../../server/src/syntax/classify';

const URI = 'file:///device.cfg';

/** The hover at the `|` in a text; undefined where there is none. */
function hoverAt(marked: string, language: LanguageId = 'huawei-vrp'): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const before = text.slice(0, offset).split('\n');
  const workspace = new Workspace();
  workspace.set(URI, text, language);
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const found = languageService.hover(workspace.snapshot, URI, position);
  return found && (found.contents as { value: string }).value;
}

const output = (marked: string): string | undefined => hoverAt(marked, 'huawei-vrp-output');

const CONFIG = `!Software Version V500R005C10SPC300
#
sysname FW_A
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ipsec proposal p
 esp encryption-algorithm aes-256
#
ike proposal 10
 encryption-algorithm aes-256 aes-128
 authentication-algorithm sha2-256
#
ike peer b
 undo version 1
 pre-shared-key %^%#SECRETSECRETSECRET%^%#
 ike-proposal 10
 remote-address 203.0.113.2
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer b
 proposal p
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
`;

/** The hover at a place of CONFIG: `within` is put behind `before`. */
function inConfig(line: string, before: string): string {
  const at = CONFIG.indexOf(line) + line.indexOf(before) + before.length;
  const text = hoverAt(`${CONFIG.slice(0, at)}|${CONFIG.slice(at)}`);
  assert.ok(text, `a hover in "${line}"`);
  return text;
}

test('each of the 70 causes is explained wherever it stands, in any spelling', () => {
  const places: ((name: string) => string)[] = [
    (name) => `  203.0.113.2   500   |${name}   v2   2026-03-02 09:14:27`,
    (name) => `last-offline-reason    : |${name}`,
    (name) => `Mar  2 2026 FW %%01IKE/5/IKE_NEGO_FAIL(l)[1]:IKE negotiation fails. (Reason=|${name})`,
    (name) =>
      `IPSEC/4/IPSECTUNNELSTOP: OID 1.3.6.1.4.1.2011.6.122.26.6.2 The IPSec tunnel is deleted. (Ifindex=1, OfflineReason=|${name}, VsysName=root)`,
    (name) => `note to self: |${name} since this morning`,
  ];
  const spellings: ((name: string) => string)[] = [
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.replaceAll(' ', '-'),
    (name) => name.replaceAll(' ', '_'),
  ];
  for (const { name } of causes.filter((cause) => cause.listed)) {
    for (const place of places) {
      for (const spelling of spellings) {
        const line = place(spelling(name));
        assert.match(
          output(line) ?? '',
          new RegExp(`### \`${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\``),
          line,
        );
      }
    }
  }
});

test('flow confict and flow conflict are one cause', () => {
  assert.equal(output(' 1.1.1.1 500 flow |conflict v1'), output(' 1.1.1.1 500 flow |confict v1'));
});

test('a reason code, an OID, a trap name, a mnemonic and a field are explained', () => {
  assert.match(output('(SeqNum=1, ReasonCode=|7, PeerAddress=1.1.1.1)') ?? '', /initiator dh mismatch/);
  assert.match(output('OID 1.3.6.1.4.1.2011.6.122.26.6.|14 IPSec') ?? '', /hwIPSecNegoFail/);
  assert.match(output('trap hwIPSec|TunnelStop received') ?? '', /IPSECTUNNELSTOP/);
  assert.match(output('%%01IPSEC-VPN/5/IPSEC_TUNNEL|_TEARED_DOWN(l)[3]:An IPSec') ?? '', /torn down/i);
  assert.match(output('(Ifindex=|7, SeqNum=1)') ?? '', /Ifindex/);
});

test('display spellings of algorithms are explained', () => {
  assert.match(output('   Diffie-Hellman Group       : MODP-|2048') ?? '', /DH group 14/);
  assert.match(output(' Perfect forward secrecy: DH group |14') ?? '', /DH group 14/);
  assert.match(output('   ESP protocol: Authentication SHA2-|HMAC-256') ?? '', /SHA2-256|SHA-256/i);
});

test('a command says its view, its default and its IKE version', () => {
  assert.match(inConfig(' encryption-algorithm aes-256 aes-128', 'encr'), /IKE proposal view/);
  assert.match(inConfig(' encryption-algorithm aes-256 aes-128', 'encr'), /aes-256/);
  const text = hoverAt('ike peer b\n exchange-m|ode main\n');
  assert.match(text ?? '', /IKEv1 only/);
});

test('an algorithm says its strength and its display spelling', () => {
  assert.match(inConfig(' encryption-algorithm aes-256 aes-128', 'aes-2'), /AES-256/);
  assert.match(hoverAt('ike proposal 1\n dh grou|p2\n') ?? '', /weak|no longer/);
});

test('a name shows the object as it resolves, with what the release defaults to', () => {
  const peer = inConfig(' ike-peer b', ' ike-peer b');
  assert.match(peer, /203\.0\.113\.2/);
  assert.match(peer, /IKEv2/);
  assert.match(peer, /DH group 14 \(default\)/);
  assert.match(peer, /set, ciphered/);
  assert.match(inConfig(' security acl 3000', 'acl 3'), /rule 5 permit ip/);
  assert.match(inConfig(' ipsec policy map1\n', 'policy m'), /Applied to `GigabitEthernet1\/0\/0`/);
  assert.match(inConfig('interface GigabitEthernet1/0/0', 'interface Gig'), /203\.0\.113\.1\/24/);
});

test('no key is ever shown', () => {
  for (let at = 0; at < CONFIG.length; at += 3) {
    const text = hoverAt(`${CONFIG.slice(0, at)}|${CONFIG.slice(at)}`) ?? '';
    assert.ok(!text.includes('SECRET'), `offset ${at}`);
  }
});

test('what a document holds never becomes markup', () => {
  const name = '`](command:x)[<b>';
  const text = hoverAt(`ike peer |${name}\n remote-address 203.0.113.2\n`) ?? '';
  assert.match(text, /``/);
  assert.ok(text.includes(`\`\` ${name} \`\``) || text.includes(`\`\`${name}\`\``), text);
});

/** The characters that the hover at the `|` is about, and the title of its page. */
function foundAt(marked: string, language: LanguageId = 'huawei-vrp-output'): [string, string] | undefined {
  const offset = marked.indexOf('|');
  const lines = (marked.slice(0, offset) + marked.slice(offset + 1)).split('\n');
  const before = marked.slice(0, offset).split('\n');
  const workspace = new Workspace();
  workspace.set(URI, lines.join('\n'), language);
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const found = languageService.hover(workspace.snapshot, URI, position);
  if (!found?.range) return undefined;
  assert.equal(found.range.start.line, position.line);
  const [title = ''] = (found.contents as { value: string }).value.split('\n');
  return [
    title.replace(/^### |`/g, ''),
    (lines[position.line] ?? '').slice(found.range.start.character, found.range.end.character),
  ];
}

test('the cursor may stand anywhere on a cause, and the whole of it is marked', () => {
  for (const { name } of causes.filter((cause) => cause.listed)) {
    const row = `  203.0.113.2   500   ${name}   v2`;
    const start = row.indexOf(name);
    for (let at = start; at <= start + name.length; at += 1) {
      assert.deepEqual(
        foundAt(`${row.slice(0, at)}|${row.slice(at)}`),
        [name, name],
        `${name} at ${at - start}`,
      );
    }
  }
});

test('a cause is found behind every label, in quotes, brackets and Chinese', () => {
  for (const line of [
    'Error reason:flow or peer |mismatch',
    'Reason: flow or peer |mismatch.',
    'Reason=flow or peer |mismatch,ReasonCode=4',
    'error-reason   : flow or peer |mismatch',
    '"flow or peer |mismatch"',
    '(flow or peer |mismatch)',
    '失败原因为flow or peer |mismatch，请检查ACL',
    '「flow or peer |mismatch」',
    '* flow or peer |mismatch: both ends',
    '1.flow or peer |mismatch',
  ])
    assert.equal(foundAt(line)?.[0], 'flow or peer mismatch', line);
});

test('a cause that a column cuts off or a screen folds is found on both lines', () => {
  const name = 'phase2 proposal or pfs mismatch';
  assert.deepEqual(foundAt('  203.0.113.2   500   phase2 prop|osal or pfs mis  v1'), [
    name,
    'phase2 proposal or pfs mis',
  ]);
  assert.deepEqual(foundAt('last-offline-reason    : ikev1 phase1|-phase2 sa depen'), [
    'ikev1 phase1-phase2 sa dependent offline',
    'ikev1 phase1-phase2 sa depen',
  ]);
  assert.deepEqual(foundAt('(SeqNum=1, Reason=phase2 proposal |or pfs mis\nmatch, ReasonCode=2)'), [
    name,
    'phase2 proposal or pfs mis',
  ]);
  assert.deepEqual(foundAt('(SeqNum=1, Reason=phase2 proposal or pfs mis\nma|tch, ReasonCode=2)'), [
    name,
    'match',
  ]);
  assert.deepEqual(foundAt('IKE/5/IKE_NEGO_FAIL: reason dpd\ntime|out'), ['dpd timeout', 'timeout']);
  assert.equal(foundAt('IKE/5/IKE_NEGO_FAIL: (Reason=version\nmis|match)')?.[0], 'version mismatch');
  assert.equal(foundAt('the new software version\nmis|match'), undefined);
  const table = '  203.0.113.2   500   phase1 proposal   v1   2026-03-02\n                      mismatch';
  assert.deepEqual(foundAt(table.replace('posal', '|posal')), [
    'phase1 proposal mismatch',
    'phase1 proposal',
  ]);
  assert.deepEqual(foundAt(table.replace('match', '|match')), ['phase1 proposal mismatch', 'mismatch']);
  assert.equal(foundAt('we looked at the flow or peer |\nsettings'), undefined);
});

test('the name of a device in front of a cause changes nothing', () => {
  for (const line of ['FW1 role mis|match', 'HQ: peer re|quest', 'saw it on R1 R2 version mis|match'])
    assert.ok(foundAt(line), line);
});

test('wordings of other sources need a tunnel around them', () => {
  assert.equal(
    foundAt('<FW_A> display ike offline-info\n 203.0.113.2  500  admin do|wn  v2')?.[0],
    'admin down',
  );
  assert.equal(foundAt('the VPN connection is admin do|wn')?.[0], 'admin down');
});

test('words of other functions are no causes', () => {
  for (const line of [
    'timeo|ut',
    'rek|ey',
    'the confi|g was saved',
    'BGP version mis|match',
    'SSH authentication f|ail',
    'the session ended at peer re|quest',
    'Jan  1 FW %%01SSH/4/SSH_FAIL(l)[0]:Login failed. (Reason=authentication fa|il)',
    'ENTITYTRAP/3/FAIL: OID 1.3.6.1.4.1.2011.5.25.219.2.2.3 Failed. (ReasonCode=|4)',
    '%%01IFNET/4/IF_STATE(l)[0]:Interface changed. (Ifindex=|5,\n Reason=up)',
    '%%01IFNET/4/IF_STATE(l)[0]:Interface changed. (Ifindex=5,\n ReasonCode=|4)',
    'the pe|er is down',
    'VPN instance route lim|it: 100',
    'IKEv2 authenticate exchange time|out            : 0',
    'Line protocol current state : admin do|wn',
    'Inter|face : GigabitEthernet0/0/1',
    '  Ver|sion: V200R010',
    '<FW_A> display version\nVRP (R) software, Ver|sion 5.170',
    '<FW_A> display interface brief\nInter|face      PHY   Protocol\nGE1/0/0        up    up',
  ])
    assert.equal(foundAt(line), undefined, line);
});

test('in a configuration a cause in a name or in a text is none, in a note it is one', () => {
  for (const line of [
    'interface GigabitEthernet0/0/1\n description dpd time|out\n',
    ' description "heartbeat time|out"\n',
    'rule name spi-con|flict\n',
    'acl name flow over|lap\n',
  ])
    assert.ok(!causes.some(({ name }) => name === foundAt(line, 'huawei-vrp')?.[0]), line);
  for (const [line, name] of [
    ['# dpd time|out since Monday', 'dpd timeout'],
    ['ike peer b\n remote-address 203.0.113.2 // peer address mis|match', 'peer address mismatch'],
    ['ike peer b\n heartbeat time|out\n', 'heartbeat timeout'],
    ['authentication f|ail', 'authentication fail'],
    ['we saw invalid coo|kie on both', 'invalid cookie'],
    ['reason: role mis|match', 'role mismatch'],
    ['%%01IKE/5/IKE_NEGO_FAIL(l)[0]:Failed. (Reason=version mis|match)', 'version mismatch'],
  ] as const)
    assert.equal(foundAt(line, 'huawei-vrp')?.[0], name, line);
});

test('a reason code is explained in every form in which it is printed or noted', () => {
  for (const line of [
    'ReasonCode=|4',
    'ReasonCode = [|4]',
    'reason code |4',
    'Reason Code: |4',
    'reason-code=|4',
    '原因码：|4',
    'HUAWEI-SECURITY-IPSEC-MIB::hwIPSecReasonCode.0 = Gauge32: |4',
    '.1.3.6.1.4.1.2011.6.122.26.5.11.0 = Gauge32: |4',
    'IPSEC/4/IPSECNEGOFAIL: OID 1.3.6.1.4.1.2011.6.122.26.6.14 Failed. (SeqNum=1,\n ReasonCode=|4)',
  ])
    assert.equal(foundAt(line)?.[0], 'flow or peer mismatch', line);
  assert.match(foundAt('SNMPv2-SMI::enterprises.2011.6.122.26.6.1|4')?.[0] ?? '', /negotiation failed/);
  assert.match(foundAt('iso.3.6.1.4.1.2011.6.122.26.6.|2')?.[0] ?? '', /deleted/);
});

test('columns and labels are explained by the command that printed them', () => {
  const peer = '<FW_A> dis ike peer name b\n IKE ver|sion : v1v2\n Propo~sal : 10\n';
  assert.equal(foundAt(peer)?.[0], 'IKE version');
  assert.equal(foundAt(peer.replace('|', '').replace('~', '|'))?.[0], 'Proposal');
  assert.equal(foundAt('<FW_A> display ike sa\n Conn-ID   Peer   VPN   Fla|g(s)   Phase\n')?.[0], 'Flag(s)');
  assert.equal(foundAt('<FW_A> display ipsec interface brief\n IPSec pol|icy : map1\n')?.[0], 'IPSec policy');
  assert.equal(foundAt(' peer   po|rt   error-reason   version   error-time')?.[0], 'port');
  assert.match(
    output('   Perfect forward sec|recy: DH group 14') ?? '',
    /`pfs`[^]*`phase2 proposal or pfs mismatch`/,
  );
});

test('a bar in a name ends no cell of a table, whatever stands before it', () => {
  for (const name of ['a|<b>', 'a\\|<b>', 'a\\\\|<b>']) {
    const text = hoverAt(`ike peer |p\n ike-proposal ${name}\n`) ?? '';
    const [, slashes = ''] = /a(\\*)\|<b>/.exec(text) ?? [];
    assert.equal(slashes.length % 2, 1, text);
  }
});

test('an interface says its security zone, whoever names it', () => {
  const zone = (rest: string) => hoverAt(`interface Gigabit|Ethernet1/0/0\n${rest}`) ?? '';
  assert.match(zone('#\nfirewall zone untrust\n add interface GigabitEthernet1/0/0\n'), /`untrust`/);
  assert.match(zone('#\nfirewall zone name wan id 4\n add interface GigabitEthernet1/0/0\n'), /`wan`/);
  assert.match(zone(' zone dmz\n'), /`dmz`/);
  assert.doesNotMatch(zone('#\nfirewall zone untrust\n add interface GigabitEthernet1/0/1\n'), /zone/);
});

test('in a configuration ordinary words are no causes', () => {
  assert.doesNotMatch(
    hoverAt('interface GigabitEthernet0/0/1\n description peer |request line\n') ?? '',
    /### `peer request`/,
  );
});

test('nothing is said of blank lines, separators and places outside the file', () => {
  assert.equal(hoverAt('#|\nsysname A\n'), undefined);
  assert.equal(hoverAt('|'), undefined);
  const workspace = new Workspace();
  workspace.set(URI, 'sysname A', 'huawei-vrp');
  assert.equal(languageService.hover(workspace.snapshot, URI, { line: 99, character: 99 }), undefined);
});

test('states, phases and labels of an output are explained, on the label and on the value', () => {
  const list = ' 117477244  203.0.113.2:500                RD-ST-A    v2:1   IP   203.0.113.2';
  const at = (line: string, before: string) => {
    const offset = line.indexOf(before) + before.length;
    return output(`${line.slice(0, offset)}|${line.slice(offset)}`) ?? '';
  };
  const state = ' 3   203.0.113.2:500     HRT   v1:2   IP   203.0.113.2';
  assert.match(at(state, ' H'), /heartbeat/);
  assert.doesNotMatch(at(state, ' H'), /- `RD`/);
  assert.match(at(state, 'v1:'), /IPsec SA/);
  assert.match(at(list, 'v2'), /IKEv2/);
  assert.match(at(' RD--READY   ST--STAYALIVE', ' R'), /ready/);
  assert.match(at(' Conn-ID    Peer    VPN    Flag(s)    Phase  RemoteType', 'Fla'), /joined by/);
  assert.match(at(' Conn-ID    Peer    VPN    Flag(s)    Phase  RemoteType', 'Pha'), /phase/i);
  assert.match(
    at('Src Address     Dst Address     SPI        Protocol  Algorithm', 'Dst Ad'),
    /### `Dst Address`/,
  );
  const under = (command: string, line: string, before: string) => {
    const offset = line.indexOf(before) + before.length;
    return output(`<FW_A>${command}\n${line.slice(0, offset)}|${line.slice(offset)}\n`) ?? '';
  };
  assert.match(under('display ipsec proposal', ' Transform         : esp-new', ': esp'), /### `Transform`/);
  assert.match(under('display ipsec sa', ' Encapsulation mode: Tunnel', 'Encap'), /as negotiated/);
  assert.match(
    under('display ike proposal', '   SA Duration(Seconds)       : 86400', '864'),
    /### `SA Duration\(Seconds\)`/,
  );
  const both = '    tunnel local : 198.51.100.1    tunnel remote: 203.0.113.2';
  assert.match(under('display ipsec sa', both, 'tunnel re'), /other end/);
  assert.match(under('display ipsec sa', both, 'tunnel lo'), /this end/);
  assert.match(at('   Encryption Algorithm       : AES-256', 'AES'), /AES-256/);
});

test('a prompt says where the command was typed, and shows the object that the view is of', () => {
  const session = '[FW_A]ike peer b\n[FW_A-ike-peer-b]remote-address 203.0.113.2\n';
  const text = output(session.replace('FW_A-ike', 'FW_A-i|ke')) ?? '';
  assert.match(text, /IKE peer view/);
  assert.match(text, /203\.0\.113\.2/);
  assert.match(output('<FW_|A>display ike sa') ?? '', /user view/);
});

test('every word of every command of an IPsec view has a hover, whole or with undo', () => {
  const opened: Partial<Record<ViewId, string>> = {
    system: '',
    'ike-proposal': 'ike proposal 10\n',
    'ike-peer': 'ike peer b\n',
    'ike-user-table': 'ike user-table 1\n',
    'ike-user': 'ike user-table 1\n user u\n',
    'ipsec-proposal': 'ipsec proposal p\n',
    'ipsec-policy-isakmp': 'ipsec policy m 10 isakmp\n',
    'ipsec-policy-manual': 'ipsec policy m 10 manual\n',
    'ipsec-policy-template': 'ipsec policy-template t 10\n',
    'ipsec-profile': 'ipsec profile p\n',
    'ipsec-efficient-vpn': 'ipsec efficient-vpn e mode client\n',
  };
  let words = 0;
  for (const command of commands) {
    if (command.undo !== undefined && command.undo !== false) continue;
    for (const view of [command.view].flat()) {
      const opener = opened[view];
      if (opener === undefined || (view === 'system' && !/^(?:ike|ipsec)/.test(command.syntax))) continue;
      const line = sampleOf(parseFormat(command.syntax)).join(' ');
      for (const typed of command.undo === false ? [line] : [line, `undo ${line}`]) {
        const indent = opener === '' ? '' : '  ';
        for (const word of typed.matchAll(/\S+/g)) {
          const before = typed.slice(0, word.index);
          const text = `${opener}${indent}${before}|${typed.slice(word.index)}\n`;
          assert.ok(hoverAt(text), `${view}: ${typed} at ${word[0]}`);
          words++;
        }
      }
    }
  }
  assert.ok(words > 500, `${words} words`);
});

/** One line of a format: the first alternative everywhere, options included. */
function sampleOf(format: Format): string[] {
  switch (format.node) {
    case 'keyword':
      return [format.word];
    case 'argument':
      return [SAMPLES[format.type] ?? 'n'.repeat(format.min ?? 1)];
    case 'sequence':
      return format.items.flatMap(sampleOf);
    case 'choice':
      return format.items.slice(0, 1).flatMap(sampleOf);
    case 'optional':
    case 'repeat':
      return sampleOf(format.item);
  }
}

const SAMPLES: Partial<Record<ArgumentType, string>> = {
  integer: '300',
  ref: '3000',
  ip: '192.0.2.1',
  interface: 'Tunnel1',
  secret: 'Example-1',
  text: 'some text',
};
