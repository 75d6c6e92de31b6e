import fc from 'fast-check';
import type { LanguageId } from '../../../server/src/syntax/classify';
import type { Item } from '../../../server/src/syntax/tree';

/** Pieces of configurations, whole and broken, from which texts and edits are drawn. */
export const PIECES = [
  '#',
  ' #',
  '',
  ' ',
  'sysname FW_A',
  ' sysname FW_A',
  'ike proposal 10',
  ' encryption-algorithm aes-256',
  'encryption-algorithm aes-256',
  ' dh group14',
  'dh group14',
  'ike peer b',
  ' pre-shared-key %^%#a"b//c#d!e%^%#',
  ' remote-address 1.1.1.1',
  'remote-address 1.1.1.1',
  'remote-adress 1.1.1.1',
  'ipsec policy map1 10 isakmp',
  ' security acl 3000',
  'security acl 3000',
  'acl number 3000',
  ' rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255',
  'rule permit ip',
  'interface GigabitEthernet0/0/1',
  'int g0/0/1',
  ' ip address 1.1.1.2 24',
  'ip add 1.1.1.2 24',
  ' ipsec policy map1',
  'aaa',
  ' domain default',
  '  service-type ike',
  'unknown thing',
  '  deeper unknown',
  'quit',
  'q',
  'return',
  '!Software Version V500R005C10SPC300',
  '[V200R003C00]',
  '// remark',
  '<FW_A>display ike error-info',
  '[FW_A]ike peer b',
  '[FW_A-ike-peer-b]remote-address 1.1.1.1',
  '[FW_A-ike-peer-b]display this',
  '<FW_A>',
  '<FW_A-x>display version',
  '[FW_A-x]ike peer b',
  '[FW_A-x-y]dpd type periodic',
  'HRP_M<FW_B>display current-configuration',
  'HRP_M[FW_B]acl 3000',
  '[FW_B-acl-adv-3000]rule permit ip',
  'peer 10.0.0.1 enable',
  'bgp 1',
  'header login information "',
  ' header shell information %text',
  'the end of a banner"',
  '%',
  '"',
  'HRP_M[FW_B]acl 3000 (+B)',
  'action permit',
  'ips policy map1 10 isakmp',
  '  1.1.1.1   500   dpd-timeout   v2',
  '\0',
  '[20:01:02] <FW_A>display version',
  '[20:01:02] dh group14',
  '[20:01:03] [FW_A]ike peer b',
  '[20:01:02] ',
  '2026-11-25 20:01:02 <FW_A>display this',
  '2026-11-25 20:01:02 #',
  '&lt;FW_A&gt;display current-configuration',
  'Nov 25 2026 20:01:02 FW_A %%01IFNET/4/IF_STATE(l)[0]:Interface GigabitEthernet1/0/9',
  'Nov 25 2026 20:01:02+08:00 FW_A %%01IFNET/4/LINK_STATE(l)[0]:The line protocol IP on the',
  ' interface GigabitEthernet1/0/9 has entered the UP state.',
  '#Nov 25 2026 20:01:02 DST FW_A IPSEC/4/IPSECTUNNELSTOP:OID 1.3.6.1.4.1.2011.6.122.26.6.2',
  '<FW_A>display current-configuration',
  '[20:01:02] <FW_A>dis cu',
  '[20:01:02] ike peer b',
  '[20:01:02]  remote-address 1.1.1.1',
  '  ---- More ----\u001b[42D                                          \u001b[42D dh group14',
];

/** A line, most of them of pieces. */
export const line = fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 }));
const eol = fc.constantFrom('\n', '\r\n', '\n', '\r\n', '\r');
/** Texts of up to so many lines. */
export const textOf = (max: number, size: fc.SizeForArbitrary = 'small') =>
  fc
    .array(fc.tuple(line, eol), { maxLength: max, size })
    .map((parts) => parts.map(([text, end]) => text + end).join(''));
export const language = fc.constantFrom<LanguageId>('huawei-vrp', 'huawei-vrp-output');

/** Where an offset lies, as the protocol counts; an offset inside a CRLF goes before it. */
export function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** Whether an offset lies between the two characters of a line end. */
export function insideCrlf(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}

/** What two trees of one text have in common. */
export function shapeOf(item: Item): unknown {
  return {
    lines: item.lines.map(({ text, eol: end, kind, view, role, match }) => [
      text,
      end,
      kind,
      view,
      role,
      match?.command.syntax,
    ]),
    block: item.block,
  };
}
