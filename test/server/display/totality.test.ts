import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { outputKinds, readOutputs, type Displayed } from '../../../server/src/display';
import type { Field } from '../../../server/src/display/output';
import { Document } from '../../../server/src/syntax/document';

/** Lines of answers, whole and broken, from which captures are drawn. */
const LINES = [
  '',
  ' ',
  '#',
  '<FW_A>',
  '[FW_A-ike-peer-b]quit',
  'Info: nothing found.',
  '2026-03-02 09:14:31.480',
  '-'.repeat(45),
  '='.repeat(45),
  '-'.repeat(132),
  '  ---- More ----\u001b[42D                                          \u001b[42D  203.0.113.1   500   dpd timeout   v2   2026-03-02 09:14:27',
  'IKE SA information :',
  ' Conn-ID    Peer                 VPN     Flag(s)   Phase  RemoteType  RemoteID',
  ' 16777231   203.0.113.2:500      red     RD|ST|A   v2:2   IP          203.0.113.2',
  ' 12         [2001:db8::2]:4500           RD        v2:1   FQDN        a b c',
  ' 13         203.0.113.2          0       RD        1',
  'Spu board slot 1, IKE SA Information:',
  '  current info Num :3',
  '  peer               port    error-reason              version     error-time',
  '  203.0.113.1        500     phase1 proposal mismatch  v2          2026-03-02 09:14:27',
  'PEER                  VPN             TIME                      REASON',
  '203.0.113.1:500       -               2026-03-02 09:14:27       Receive phase1 delete info',
  '  Interface: GigabitEthernet1/0/0',
  '  IPSec policy name: "map 1"',
  '  IPSec policy group: "map1"',
  '  IPSec profile name: "p',
  '    Sequence number  : 10',
  '    Connection ID     : 7',
  '    tunnel local : 198.51.100.1    tunnel remote: 203.0.113.2',
  '    Flow source       : 10.1.0.0/255.255.0.0 0/0-65535',
  '    [Outbound ESP SAs]',
  '  inbound AH setting:',
  '      SPI: 194525348 (0xb9838a4)',
  '      vpn: blue said: 47',
  '      SA remaining key duration (kilobytes/sec): 10485760/2717',
  '      SA remaining key duration (bytes/sec): --/',
  'Src Address     Dst Address     SPI        Protocol Algorithm                       VPN',
  '198.51.100.1    203.0.113.2     852978435  ESP      E:AES      A:SHA2-256-128        red',
  'IKE Global Config:',
  '  IKE call admission                  : 800',
  ' IKE User-table: 10, Number of users: 3',
  ' User Name        : branch1',
  ' Pre-shared-key   : %^%#secret: one%^%#',
  ' IPSec policy        : policy1',
  ' Using interface     : {Tunnel1}',
  'remote-address         : 203.0.113.2',
  'last-offline-reason    : peer request',
  ' send chip: 1, recv chip: 2, send err: 3',
  'Error statistics:',
  'Rekey, not find old child:0           Rekey, old child close         :14',
  ' IKE Proposal: 10',
  '   Encryption Algorithm       : AES-256 AES-192 # \u52a0\u5bc6',
  'priority   authentication method   authentication algorithm   encryption algorithm',
  'default3   PRE_SHARED              SHA                        DES_CBC                MODP_768               86400',
  'Peer name        Version  Exchange-mode   Proposal   Id-type   RemoteAddr',
  'b                v1v2     main                       IP        203.0.113.2',
  'IPSec proposal name: authentication',
  ' ESP protocol      : Authentication SHA2-HMAC-256',
  'IPsec-Policy-Name  Mode     acl  ike-peer         Local-Address   Remote-Address',
  'policy1-2          isakmp        branch                           203.0.113.2',
  'Advanced ACL vpn 3998, 1 rule, match-order is auto',
  ' rule 5 permit ip source 10.1.0.0 0.0.255.255 (17 times matched)',
  'GigabitEthernet1/0/0  198.51.100.1/24  up  up(s)',
  'VRP (R) software, Version 5.170 (USG6000 V500R005C10SPC300)',
  '\u4e00\u4e9b\u8bf4\u660e',
  '\ud800 :\udc00',
  'a\u0008\u0008\u0008b\u0007\u0000\u001b[31mc : 1',
];

const commands = Object.values(outputKinds).flatMap(({ command, alsoCommands = [] }) => [
  command,
  ...alsoCommands,
]);

/** A line that was typed, one of the lines above, a part of one, or anything. */
const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...commands).map((command) => `<FW_A>${command}`) },
  { weight: 1, arbitrary: fc.constantFrom(...commands).map((command) => `[~NE]${command} brief`) },
  { weight: 8, arbitrary: fc.constantFrom(...LINES) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...LINES), fc.nat(132), fc.nat(132))
      .map(([text, a, b]) => text.slice(Math.min(a, b), Math.max(a, b))),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
);

/** What stands between two lines: mostly an end, sometimes nothing that ends one. */
const end = fc.oneof(
  { weight: 8, arbitrary: fc.constant('\n') },
  { weight: 1, arbitrary: fc.constantFrom('\r\n', '\r', ' ', '\t', '\n\n') },
);

const capture = fc
  .array(fc.tuple(line, end), { maxLength: 40 })
  .map((parts) => parts.map(([text, eol]) => text + eol).join(''));

/** The same as a terminal of some width breaks it. */
const brokenCapture = fc
  .tuple(capture, fc.constantFrom(60, 72, 80, 100, 132))
  .map(([text, width]) => text.replaceAll(new RegExp(`([^\r\n]{${String(width)}})(?=[^\r\n])`, 'g'), '$1\n'));

function isField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && 'text' in value && 'item' in value;
}

function* fieldsOf(value: unknown): Generator<Field> {
  if (Array.isArray(value)) for (const each of value) yield* fieldsOf(each);
  else if (isField(value)) yield value;
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) yield* fieldsOf(each);
}

/** Every value stands where its place says: within its line, and there stands what it says, as far as that line goes. */
function holdsPlaces(document: Document, outputs: readonly Displayed[]): number {
  const items = new Set(document.items);
  let count = 0;
  for (const { facts } of outputs)
    for (const { item, line: index, start, end: stop, text } of fieldsOf(facts)) {
      count++;
      const own = item.lines[index];
      assert.ok(items.has(item), 'an item of the document');
      assert.ok(own, 'a line of the item');
      assert.ok(
        0 <= start && start <= stop && stop <= own.text.length,
        `${start}-${stop} of ${own.text.length}`,
      );
      assert.equal(text, text.trim());
      const said = own.text.slice(start, stop);
      // A terminal's record may hold more than it showed; what it broke has its place where it begins.
      if (own.clean) assert.ok(text === '' || stop > start);
      else if (said.length < text.length)
        assert.ok(text.startsWith(said.trimEnd()) && stop === own.text.length);
      else assert.equal(said, text);
    }
  return count;
}

function read(text: string): { readonly document: Document; readonly outputs: readonly Displayed[] } {
  const document = Document.parse(text, 'huawei-vrp-output');
  return { document, outputs: readOutputs(document.items) };
}

/** What the outputs say, without their places. */
function said(outputs: readonly Displayed[]): unknown {
  const textOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(textOf);
    if (isField(value)) return `${value.text} at ${String(value.start)}-${String(value.end)}`;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, textOf(each)]));
  };
  return outputs.map(({ name, output, facts }) => [name, output.device, output.command, textOf(facts)]);
}

describe('any text', () => {
  it('is read, and every value stands where its place says', () => {
    fc.assert(
      fc.property(capture, (text) => {
        const { document, outputs } = read(text);
        holdsPlaces(document, outputs);
      }),
      { numRuns: 600 },
    );
  });

  it('is read where a terminal broke it', () => {
    fc.assert(
      fc.property(brokenCapture, (text) => {
        const { document, outputs } = read(text);
        holdsPlaces(document, outputs);
      }),
      { numRuns: 600 },
    );
  });

  it('says the same after an edit as read anew', () => {
    const lines = fc
      .array(line, { maxLength: 30 })
      .map((all) => all.map((each) => each.replaceAll(/[\r\n]/g, '')));
    fc.assert(
      fc.property(lines, lines, fc.nat(30), fc.nat(10), (before, inserted, at, count) => {
        const first = Math.min(at, before.length);
        const last = Math.min(before.length, first + count);
        const { document, outputs } = read(before.map((each) => `${each}\n`).join(''));
        assert.ok(outputs.length <= before.length);
        const edited = document.edit({
          range: { start: { line: first, character: 0 }, end: { line: last, character: 0 } },
          text: inserted.map((each) => `${each}\n`).join(''),
        });
        const fresh = read(edited.text);
        assert.deepEqual(said(readOutputs(edited.items)), said(fresh.outputs));
        holdsPlaces(edited, readOutputs(edited.items));
      }),
      { numRuns: 400 },
    );
  });

  it('gives no key that stands in it', () => {
    fc.assert(
      fc.property(capture, (text) => {
        for (const { facts } of read(text).outputs)
          for (const { text: value } of fieldsOf(facts)) assert.ok(!value.includes('secret'), value);
      }),
      { numRuns: 300 },
    );
  });
});

describe('long answers', () => {
  it('give every row', () => {
    const rows = 5000;
    const of = (command: string, heading: string, row: (at: number) => string): string =>
      `<FW_A>${command}\n${heading}\n${'-'.repeat(100)}\n${Array.from({ length: rows }, (_, at) => `${row(at)}\n`).join('')}<FW_A>\n`;
    const address = (at: number): string => `10.${String(at >> 8)}.${String(at & 255)}.1`;
    const answers = {
      ikeSa: of(
        'display ike sa',
        ' Conn-ID    Peer                 VPN     Flag(s)   Phase  RemoteType  RemoteID',
        (at) =>
          ` ${String(at + 1).padEnd(10)} ${address(at).padEnd(20)}         RD|ST     v2:1   IP          ${address(at)}`,
      ),
      ikeErrorInfo: of(
        'display ike error-info',
        '  peer               port    error-reason              version     error-time',
        (at) =>
          `  ${address(at).padEnd(18)} 500     dpd timeout               v2          2026-03-02 09:14:27`,
      ),
      ipsecSaBrief: of(
        'display ipsec sa brief',
        'Src Address     Dst Address     SPI        Protocol Algorithm',
        (at) =>
          `${address(at).padEnd(15)} 198.51.100.1    ${String(at + 1).padEnd(10)} ESP      E:AES;A:SHA2-256-128`,
      ),
      ikeStatistics: of(
        'display ike statistics',
        '',
        (at) => ` counter of something ${String(at)}x : ${String(at)}`,
      ),
      ipsecHistory: of('display ipsec history record', '', (at) => `Interface : Tunnel${String(at)}`),
      ipsecSa: of('display ipsec sa', '', (at) => ` Connection ID : ${String(at + 1)}`),
    };
    for (const [name, text] of Object.entries(answers)) {
      const { document, outputs } = read(text);
      assert.deepEqual(
        outputs.map((each) => [each.name, each.facts.length]),
        [[name, rows]],
      );
      assert.ok(holdsPlaces(document, outputs) >= rows);
    }
  });

  it('on one very long line give no more than there is', () => {
    for (const command of commands)
      for (const piece of [
        '1 203.0.113.1 RD v2:1 ',
        'SPI: 1 ',
        'a : 1 ',
        '- ',
        '[inbound ESP SAs] ',
        'rule 5 permit ip ',
      ]) {
        const text = `<FW_A>${command}\n${piece.repeat(Math.ceil(60_000 / piece.length))}\n`;
        const { document, outputs } = read(text);
        assert.ok(holdsPlaces(document, outputs) <= text.length / 2);
      }
  });
});
