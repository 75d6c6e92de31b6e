import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Document } from '../../../server/src/syntax/document';
import { blocksOf, check } from './blockDrawing';

describe('a capture', () => {
  it('is cut into prompt, command and output', () => {
    const text = `<FW_A>display ike sa
IKE SA information :
  Number of IKE SA : 0
<FW_A>sys
[FW_A]ike peer b
[FW_A-ike-peer-b]remote-address 198.51.100.2
[FW_A-ike-peer-b]display this
#
ike peer b
 remote-address 198.51.100.2
#
[FW_A-ike-peer-b]quit
[FW_A]quit
<FW_A>
`;
    const lines = Document.parse(text, 'huawei-vrp-output').items.flatMap((item) => item.lines);
    assert.deepEqual(
      lines
        .slice(0, -1)
        .map((line) => [
          line.role,
          line.prompt ? `${line.prompt.device}/${line.prompt.view}` : '',
          line.words.map((word) => word.text).join(' '),
        ]),
      [
        ['typed', 'FW_A/user', 'display ike sa'],
        ['output', '', ''],
        ['output', '', ''],
        ['typed', 'FW_A/user', 'sys'],
        ['typed', 'FW_A/system', 'ike peer b'],
        ['typed', 'FW_A/ike-peer', 'remote-address 198.51.100.2'],
        ['typed', 'FW_A/ike-peer', 'display this'],
        ['config', '', ''],
        ['config', '', 'ike peer b'],
        ['config', '', 'remote-address 198.51.100.2'],
        ['config', '', ''],
        ['typed', 'FW_A/ike-peer', 'quit'],
        ['typed', 'FW_A/system', 'quit'],
        ['typed', 'FW_A/user', ''],
      ],
    );
  });

  it('has the commands of hot standby pairs in their views', () => {
    check(
      `
HRP_M<FW_A>sys                                        | free
HRP_M[FW_A]ike peer b                                 | system
HRP_M[FW_A-ike-peer-b]dpd type periodic               | ike-peer
HRP_M[FW_A-ike-peer-b]quit                            | free
HRP_M[FW_A]interface GigabitEthernet1/0/1             | system
HRP_M[FW_A-GigabitEthernet1/0/1]ipsec policy map1     | interface
`,
      'huawei-vrp-output',
    );
  });

  it('takes headings, help and questions for output', () => {
    const text = `[R1]display ipsec sa
    [Outbound ESP SAs]
      SPI: 1 (0x1)
    [Inbound ESP SAs]
[R1]ike peer ?
  STRING<1-15>  Name
  <cr>
[R1]undo ike peer b
Warning: sure? [Y/N]:y
[Y/N]
`;
    const lines = Document.parse(text, 'huawei-vrp-output').items.flatMap((item) => item.lines);
    assert.deepEqual(
      lines.slice(0, -1).map((line) => line.role),
      ['typed', 'output', 'output', 'output', 'typed', 'output', 'output', 'typed', 'output', 'output'],
    );
  });

  it('begins in a view when its first prompt does', () => {
    assert.deepEqual(
      blocksOf(
        '[R1-ike-peer-b]remote-address 198.51.100.2\n[R1-ike-peer-b]undo version 2\n',
        'huawei-vrp-output',
      ),
      ['(b): ike-peer, 2'],
    );
  });

  it('keeps sessions of two devices apart', () => {
    assert.deepEqual(
      blocksOf(
        '[R1]ike peer b\n[R1-ike-peer-b]undo version 2\n[R2]ike peer b\n[R2-ike-peer-b]version 2\n',
        'huawei-vrp-output',
      ),
      ['ike peer b: ike-peer, 1', 'ike peer b: ike-peer, 1'].map((line, n) => `[R${n + 1}]${line}`),
    );
  });
});

describe('a banner', () => {
  it('is text until the character that began it, whatever stands in it', () => {
    check(`
#                                    |
header login information "           | system
Authorized staff only.               |
#                                    |
ike peer b                           |
interface GigabitEthernet0/0/1       |
"                                    |
#                                    |
 header shell information %Do not    | system
ipsec policy map1 10 isakmp          |
type %                               |
ike peer c                           | system
 remote-address 198.51.100.2         | ike-peer
`);
  });

  it('that ends on its own line is a command like others', () => {
    check(`
header login information "Authorized staff only." | system
ike peer b                                        | system
 remote-address 198.51.100.2                      | ike-peer
`);
  });

  it('without an end is a quotation mark that somebody forgot', () => {
    check(`
header login information "           | system
ike peer b                           | system
 description "branch" of us          | ike-peer
 remote-address 198.51.100.2         | ike-peer
"                                    | system
`);
    const many = Array.from({ length: 120 }, (_, n) => `ike peer p${n}`).join('\n');
    const { items } = Document.parse(`header shell information %\n${many}\n%\n`, 'huawei-vrp');
    assert.equal(items.filter((item) => item.block?.view === 'ike-peer').length, 120);
  });

  it('is text in the configuration that a captured command prints, and ends at a prompt', () => {
    check(
      `
<FW_A>display current-configuration   | free
header login information "            | system
ike peer b                            |
"                                     |
ike peer c                            | system
header login information "            | system
ike peer d                            | system
<FW_A>display version                 | free
`,
      'huawei-vrp-output',
    );
  });
});
