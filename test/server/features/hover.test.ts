import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causes } from '../../../server/src/causes';
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
