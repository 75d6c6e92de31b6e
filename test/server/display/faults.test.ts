import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OutputName } from '../../../server/src/display';
import { factsOf, onOneLine, withoutCommand } from './readFacts';
import { both, broken, cutAnywhere, LINEWISE, sameIn, STAMPED } from './variants';

const RULE = '-'.repeat(100);

const USG = `<FW_A>display ike error-info

  Current info Num :6
  Ike error information:
${RULE}
  peer               port    error-reason                                version     error-time
${RULE}
  203.0.113.2        500     phase1 proposal mismatch                    v2          2026-03-02 09:14:27
  203.0.113.2        4500    flow or peer mismatch                       v1          2026/03/02  09:13:57
  203.0.113.200      64021   peer address mismatch                       v2          2026-03-02 09:13:57+08:00
  2001:db8::200      500     none of user's interface is selected        v1          2026-03-02 09:13:57.480
  198.51.100.111     500     malformed message                                       2026-03-02 09:00:00
  198.51.100.111     500     something that no list of reasons knows      v2          2026-03-02 08:00:00
${RULE}
<FW_A>
`;

const row = (
  peer: string,
  port: string,
  reason: string,
  version: string | undefined,
  time: string,
): object => ({
  peer,
  reason,
  port,
  ...(version === undefined ? {} : { version }),
  time,
});

const USG_ROWS = [
  row('203.0.113.2', '500', 'phase1 proposal mismatch', 'v2', '2026-03-02 09:14:27'),
  row('203.0.113.2', '4500', 'flow or peer mismatch', 'v1', '2026/03/02  09:13:57'),
  row('203.0.113.200', '64021', 'peer address mismatch', 'v2', '2026-03-02 09:13:57+08:00'),
  row('2001:db8::200', '500', "none of user's interface is selected", 'v1', '2026-03-02 09:13:57.480'),
  row('198.51.100.111', '500', 'malformed message', undefined, '2026-03-02 09:00:00'),
  row('198.51.100.111', '500', 'something that no list of reasons knows', 'v2', '2026-03-02 08:00:00'),
];

const oneBlank = (facts: readonly object[]): object[] =>
  facts.map((fact) =>
    Object.fromEntries(
      Object.entries(fact).map(([key, value]) => [key, String(value).replaceAll(/ +/g, ' ')]),
    ),
  );

describe('display ike error-info of USG', () => {
  sameIn(
    [...LINEWISE, broken(80), broken(72), broken(96), both(broken(80), STAMPED)],
    USG,
    'ikeErrorInfo',
    USG_ROWS,
  );
  cutAnywhere(USG, 'ikeErrorInfo');

  it('on one line', () => {
    assert.deepEqual(factsOf(onOneLine(USG), 'ikeErrorInfo'), oneBlank(USG_ROWS));
  });

  it('with tabs between the columns', () => {
    assert.deepEqual(
      factsOf(USG.replaceAll(/ {2,}(?=\S)/g, '\t'), 'ikeErrorInfo').slice(2),
      USG_ROWS.slice(2),
    );
  });

  it('with the heading in other case', () => {
    assert.deepEqual(
      factsOf(
        USG.replace(/^.*error-reason.*$/m, (heading) => heading.toUpperCase()),
        'ikeErrorInfo',
      ),
      USG_ROWS,
    );
  });
});

const S = `<S>display ike offline-info

  Current info Num :3
  Ike offline information:
-----------------------------------------------------------------------------
  peer              offline-reason              version     offline-time
-----------------------------------------------------------------------------
  203.0.113.2       dpd timeout                 v2          2026-02-18 02:12:39
  203.0.113.2       dpd-timeout                 v2          2026-02-18 01:17:06
  203.0.113.9       config modify or manual offline v1      2026-02-18 01:00:00
-----------------------------------------------------------------------------
<S>
`;

const S_ROWS = [
  { peer: '203.0.113.2', reason: 'dpd timeout', version: 'v2', time: '2026-02-18 02:12:39' },
  { peer: '203.0.113.2', reason: 'dpd-timeout', version: 'v2', time: '2026-02-18 01:17:06' },
  {
    peer: '203.0.113.9',
    reason: 'config modify or manual offline',
    version: 'v1',
    time: '2026-02-18 01:00:00',
  },
];

describe('display ike offline-info of S switches', () => {
  sameIn([...LINEWISE, broken(70)], S, 'ikeOfflineInfo', S_ROWS);
  cutAnywhere(S, 'ikeOfflineInfo');

  it('on one line', () => {
    assert.deepEqual(factsOf(onOneLine(S), 'ikeOfflineInfo'), S_ROWS);
  });

  it('with a reason that is a number, an address or a version', () => {
    const text = S.replace('dpd timeout ', '45 sm unsupp').replace('dpd-timeout', 'v2 refused ');
    assert.deepEqual(
      factsOf(text, 'ikeOfflineInfo').map(({ reason }) => reason),
      ['45 sm unsupp', 'v2 refused', 'config modify or manual offline'],
    );
  });

  it('of a device that has none says nothing', () => {
    const none = '<S>display ike offline-info\n\n  Current info Num :0\n<S>\n';
    assert.deepEqual(factsOf(none, 'ikeOfflineInfo'), []);
  });
});

const NE = (what: 'Error' | 'Offline'): string => `<NE>display ike ${what.toLowerCase()} history
IKE ${what} Information for Slot : 1
Current Record Number : 3
----------------------------------------------------------------------------------------------------
PEER                  VPN             TIME                      REASON
----------------------------------------------------------------------------------------------------
203.0.113.2:500       -               2026-03-02 09:11:20       Receive phase1 delete info
203.0.113.2           red             2026-03-02 09:11:21       Critical Payload : Dropped(Payload=35)
203.0.113.200:64021   a-vpn-with-a-long-name 2026-03-02 09:11:22       Unknown Exchange Type(ExchType=88)
IKE ${what} Information for Slot : 9
Current Record Number : 1
----------------------------------------------------------------------------------------------------
PEER                  VPN             TIME                      REASON
----------------------------------------------------------------------------------------------------
2001:db8::2           -               2026-03-02 09:11:23       Receive phase2 delete info
`;

const NE_ROWS = [
  {
    peer: '203.0.113.2',
    reason: 'Receive phase1 delete info',
    port: '500',
    vpnInstance: '-',
    time: '2026-03-02 09:11:20',
  },
  {
    peer: '203.0.113.2',
    reason: 'Critical Payload : Dropped(Payload=35)',
    vpnInstance: 'red',
    time: '2026-03-02 09:11:21',
  },
  {
    peer: '203.0.113.200',
    reason: 'Unknown Exchange Type(ExchType=88)',
    port: '64021',
    vpnInstance: 'a-vpn-with-a-long-name',
    time: '2026-03-02 09:11:22',
  },
  {
    peer: '2001:db8::2',
    reason: 'Receive phase2 delete info',
    vpnInstance: '-',
    time: '2026-03-02 09:11:23',
  },
];

for (const [what, name] of [
  ['Error', 'ikeErrorHistory'],
  ['Offline', 'ikeOfflineHistory'],
] as const)
  describe(`display ike ${what.toLowerCase()} history of VRP8`, () => {
    sameIn([...LINEWISE, broken(80)], NE(what), name, NE_ROWS);
    cutAnywhere(NE(what), name);

    it('on one line, where a reason ends with the next row', () => {
      const flat = factsOf(onOneLine(NE(what)), name);
      assert.deepEqual(
        flat.map(({ peer, time }) => [peer, time]),
        NE_ROWS.map(({ peer, time }) => [peer, time]),
      );
      assert.deepEqual(flat[0], NE_ROWS[0]);
      assert.deepEqual(flat[1], NE_ROWS[1]);
    });
  });

describe('several boards', () => {
  const board = (columns: string, rows: string): string =>
    `  Ike error information:\n${RULE}\n  ${columns}\n${RULE}\n${rows}${RULE}\n`;
  const narrow = board(
    'peer              error-reason              version     error-time',
    '  203.0.113.1       dpd timeout               v2          2026-03-02 01:00:00\n',
  );
  const wide = board(
    'peer              port    VPN       error-reason              version     error-time',
    `  203.0.113.2       500     red       flow mismatch             v2          2026-03-02 02:00:00
  203.0.113.3       500               phase1 proposal mismatch  v1          2026-03-02 03:00:00
`,
  );
  const expected = {
    narrow: [{ peer: '203.0.113.1', reason: 'dpd timeout', version: 'v2', time: '2026-03-02 01:00:00' }],
    wide: [
      {
        peer: '203.0.113.2',
        reason: 'flow mismatch',
        port: '500',
        vpnInstance: 'red',
        version: 'v2',
        time: '2026-03-02 02:00:00',
      },
      {
        peer: '203.0.113.3',
        reason: 'phase1 proposal mismatch',
        port: '500',
        version: 'v1',
        time: '2026-03-02 03:00:00',
      },
    ],
  };

  it('each have their own columns, in whatever order they come', () => {
    const command = '<FW_A>display ike error-info slot 1 cpu 0\n';
    assert.deepEqual(factsOf(command + narrow + wide, 'ikeErrorInfo'), [
      ...expected.narrow,
      ...expected.wide,
    ]);
    assert.deepEqual(factsOf(command + wide + narrow, 'ikeErrorInfo'), [
      ...expected.wide,
      ...expected.narrow,
    ]);
  });
});

describe('what is no row', () => {
  const names: readonly OutputName[] = [
    'ikeErrorInfo',
    'ikeOfflineInfo',
    'ikeErrorHistory',
    'ikeOfflineHistory',
  ];

  it('gives none: other answers, prose with addresses, and a list of causes', () => {
    const texts = [
      '<FW_A>display ip routing-table\n  203.0.113.0/24  Static  60  0  RD  198.51.100.2  GigabitEthernet1/0/0\n',
      'The peer 203.0.113.1 was down at 2026-03-02 09:00:00 for the reason below.\n',
      '203.0.113.1 500 dpd timeout\n',
      '<FW_A>ping 203.0.113.1\n  Reply from 203.0.113.1: bytes=56 Sequence=1 ttl=255 time=1 ms\n',
    ];
    for (const text of texts)
      for (const name of names) assert.deepEqual(factsOf(text, name), [], `${name} of ${text}`);
  });

  it('does not hide the rows around it', () => {
    const remarks = USG.replace(/(203\.0\.113\.2 +4500)/, '-- \u8fd9\u91cc\u5f00\u59cb\u65ad --\n  $1');
    assert.deepEqual(factsOf(remarks, 'ikeErrorInfo'), USG_ROWS);
  });

  it('a table without its command and heading is none', () => {
    const rows = withoutCommand(USG).split('\n').slice(6, 9).join('\n');
    for (const name of names) assert.deepEqual(factsOf(rows, name), []);
  });
});
