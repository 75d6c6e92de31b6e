import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { causes } from '../../../server/src/causes';
import { causeByName, causeByReasonCode, cutOffCauseAt, findCauses } from '../../../server/src/causes/find';

const mentioned = (line: string): string[] => findCauses(line).map(({ cause }) => cause.name);
const texts = (line: string): string[] => findCauses(line).map(({ start, end }) => line.slice(start, end));

describe('causeByName', () => {
  it('takes any case and any separator', () => {
    assert.equal(causeByName('DPD_Timeout')?.name, 'dpd timeout');
    assert.equal(causeByName(' dpd--timeout ')?.name, 'dpd timeout');
    assert.equal(causeByName('re auth timeout')?.name, 're-auth timeout');
    assert.equal(causeByName('ikev1 phase1 phase2 sa dependent offline')?.kind, 'teardown');
    assert.equal(causeByName('Disconnect Track NQA/BFD/VRRP')?.name, 'disconnect track nqa/bfd/vrrp');
    assert.equal(causeByName('shortpacket')?.name, 'short packet');
  });

  it('takes a curly apostrophe', () => {
    const name = "peer's flow netmask range is too wide";
    assert.equal(causeByName(name.replace("'", '\u2019'))?.name, name);
  });

  it('takes both spellings of the misspelt name', () => {
    assert.equal(causeByName('flow confict')?.name, 'flow confict');
    assert.equal(causeByName('flow conflict')?.name, 'flow confict');
  });

  it('knows nothing of other texts', () => {
    for (const text of ['', ' ', 'timeout', 'dpd', 'dpd timeouts', 'toString', '__proto__']) {
      assert.equal(causeByName(text), undefined, text);
    }
  });
});

describe('causeByReasonCode', () => {
  it('finds codes of listed and of further causes', () => {
    assert.equal(causeByReasonCode(1)?.name, 'phase1 proposal mismatch');
    assert.equal(causeByReasonCode(46)?.name, 'flow confict');
    assert.equal(causeByReasonCode(32)?.name, 'exchange mode mismatch');
    assert.equal(causeByReasonCode(54)?.name, 'no valid local cert');
    assert.equal(causeByReasonCode(8), undefined);
  });
});

describe('findCauses', () => {
  it('finds every name and alias as it is printed', () => {
    for (const cause of causes) {
      for (const name of [cause.name, ...(cause.aliases ?? [])]) {
        const line = `  10.1.1.1  500  ${name}  v2`;
        const [mention, ...rest] = findCauses(line);
        assert.deepEqual(rest, [], name);
        assert.equal(mention?.cause, cause, name);
        assert.equal(line.slice(mention.start, mention.end), name);
      }
    }
  });

  it('finds them in log lines', () => {
    const log =
      'IPSEC-VPN/5/IPSEC_TUNNEL_TEARED_DOWN:An IPSec tunnel is teared down. (PolicyName=p1, IfIndex=6, SeqNum=10, RuleNum=5, SrcIP=1.1.1.1, DstIP=2.1.1.1, InboundSPI=4711, Slot=0, CpuID=0, OfflineReason=config modify or manual offline, State=Normal)';
    assert.deepEqual(texts(log), ['config modify or manual offline']);
    const alarm =
      'IPSEC/4/IPSECNEGOFAIL: OID 1.3.6.1.4.1.2011.6.122.26.6.14 IPSec tunnel negotiation fails. (Ifindex=6, SeqNum=1, Reason=phase1 proposal mismatch, ReasonCode=1, PeerAddress=2.1.1.1)';
    assert.deepEqual(mentioned(alarm), ['phase1 proposal mismatch']);
  });

  it('finds them in table rows, hyphenated, underscored and in capitals', () => {
    assert.deepEqual(
      texts('  10.10.10.10        500      dpd-timeout         v2          2015/08/01  16:05:55'),
      ['dpd-timeout'],
    );
    assert.deepEqual(texts('  10.2.2.2 500 hardware-timeout v2'), ['hardware-timeout']);
    assert.deepEqual(mentioned('PHASE2_HARD_EXPIRY\tRe-Auth \t Timeout'), [
      'phase2 hard expiry',
      're-auth timeout',
    ]);
    assert.deepEqual(mentioned('192.168.1.2:500  -  2016-07-11 09:11:20  Receive phase1 delete info'), [
      'receive phase1 delete info',
    ]);
    assert.deepEqual(mentioned('Exchange Type Mismatch(ExchType=100)'), ['exchange type mismatch']);
    assert.deepEqual(mentioned('Shortpacket              :0'), ['short packet']);
  });

  it('finds both spellings of the misspelt name', () => {
    assert.deepEqual(mentioned('flow confict, Flow-Conflict'), ['flow confict', 'flow confict']);
  });

  it('finds names with a slash or an apostrophe', () => {
    assert.deepEqual(texts('x disconnect track nqa/bfd/vrrp y'), ['disconnect track nqa/bfd/vrrp']);
    assert.deepEqual(mentioned('none of user\u2019s interface is selected'), [
      "none of user's interface is selected",
    ]);
    assert.deepEqual(mentioned("Peer's flow netmask range is too wide :0"), [
      "peer's flow netmask range is too wide",
    ]);
  });

  it('takes the longest where several begin', () => {
    assert.deepEqual(mentioned('phase1 proposal encryption algorithm mismatch'), [
      'phase1 proposal encryption algorithm mismatch',
    ]);
    assert.deepEqual(mentioned('config modify or manual offline'), ['config modify or manual offline']);
    assert.deepEqual(mentioned('manual offline'), ['manual offline']);
  });

  it('takes whole words only', () => {
    for (const line of [
      'dpd timeouts',
      'xdpd timeout',
      'dpd.timeout',
      'rule name my-flow-overlap-rule',
      'peer requests',
    ]) {
      assert.deepEqual(findCauses(line), [], line);
    }
    assert.deepEqual(mentioned('---dpd timeout---'), ['dpd timeout']);
    assert.deepEqual(mentioned('"dpd timeout"/(peer address switch)。原因为heartbeat timeout，'), [
      'dpd timeout',
      'peer address switch',
      'heartbeat timeout',
    ]);
  });

  it('finds what text processors and people make of a name', () => {
    for (const [text, name] of [
      ['dpd\u00a0timeout', 'dpd timeout'],
      ['dpd\u3000timeout', 'dpd timeout'],
      ['dpd\u2011timeout', 'dpd timeout'],
      ['Phase 1 proposal mismatch', 'phase1 proposal mismatch'],
      ['phase-2 proposal or PFS mismatch', 'phase2 proposal or pfs mismatch'],
      ['phase_1_hard_expiry', 'phase1 hard expiry'],
      ['reauth timeout', 're-auth timeout'],
      ['none of users interface is selected', "none of user's interface is selected"],
      ['none_of_user_s_interface_is_selected', "none of user's interface is selected"],
      ['none of user`s interface is selected', "none of user's interface is selected"],
      ['disconnect_track_nqa_bfd_vrrp', 'disconnect track nqa/bfd/vrrp'],
    ] as const) {
      assert.deepEqual(mentioned(`x  ${text}  y`), [name], text);
      assert.equal(causeByName(text)?.name, name, text);
    }
  });

  it('says which wordings mean the cause wherever they stand', () => {
    const distinctive = (line: string): boolean[] => findCauses(line).map((mention) => mention.distinctive);
    for (const line of [
      'at peer request',
      'admin down',
      'manual offline',
      'a short packet',
      'version mismatch',
    ]) {
      assert.deepEqual(distinctive(line), [false], line);
    }
    for (const line of [
      'dpd timeout',
      'config modify or manual offline',
      'phase2 sa replace',
      'nhrp notify',
    ]) {
      assert.deepEqual(distinctive(line), [true], line);
    }
  });

  it('keeps offsets right behind characters that change length in lower case', () => {
    assert.deepEqual(texts('\u0130\u0130\u{1F600} dpd timeout'), ['dpd timeout']);
  });

  it('is linear on hostile lines of a megabyte', () => {
    const size = 1_000_000;
    const hostile = [
      'a'.repeat(size),
      ' '.repeat(size),
      '-'.repeat(size),
      `dpd${' '.repeat(size)}timeou`,
      'dpd '.repeat(size / 4),
      'dpd-'.repeat(size / 4),
      'phase1 proposal encryption algorithm '.repeat(size / 37),
      'ikev1 phase1-phase2 sa dependent '.repeat(size / 33),
      `dpd timeout${'-'.repeat(size)}x`,
      'dpd timeout '.repeat(size / 12),
      'dpd timeout-'.repeat(size / 12),
    ];
    for (const line of hostile) {
      const start = performance.now();
      findCauses(line);
      const taken = performance.now() - start;
      assert.ok(taken < 2000, `${line.slice(0, 20)}… took ${Math.round(taken)} ms`);
    }
    assert.equal(findCauses('dpd timeout '.repeat(1000)).length, 1000);
    assert.equal(findCauses(`dpd${' '.repeat(size)}timeout`).length, 1);
  });
});

describe('cutOffCauseAt', () => {
  const cutOff = (text: string): string | undefined => cutOffCauseAt(text, 0)?.cause.name;

  it('finds a name that a column cuts off', () => {
    assert.equal(cutOff('phase2 proposal or pfs mis  v1'), 'phase2 proposal or pfs mismatch');
    assert.equal(cutOff('phase2 proposal or  v1'), 'phase2 proposal or pfs mismatch');
    assert.equal(cutOff('phase2-proposal-or-p...'), 'phase2 proposal or pfs mismatch');
    assert.equal(cutOff('dynamic peers num\tv2'), 'dynamic peers number reaches limitation');
    assert.equal(cutOff('receive backup del'), 'receive backup delete info');
    const row = 'ikev1 phase1-phase2 sa depe  v1';
    assert.equal(row.slice(0, cutOffCauseAt(row, 0)?.end), 'ikev1 phase1-phase2 sa depe');
  });

  it('finds each of the 70 as soon as what is left can be no other', () => {
    for (const { name } of causes.filter(({ listed }) => listed)) {
      for (let length = name.length - 1; length > 0; length -= 1) {
        const found = cutOff(`${name.slice(0, length).trimEnd()}  v1`);
        if (found !== undefined && found !== name)
          assert.fail(`${name.slice(0, length)} was taken for ${found}`);
      }
    }
  });

  it('takes nothing for a name that could be several, that is too short, or that goes on', () => {
    for (const text of [
      'phase1 proposal  v1',
      'peer address  v1',
      'peer  v1',
      'dpd t  v1',
      'IP address',
      'local addr  x',
      'flow or peer matters',
      '',
    ])
      assert.equal(cutOff(text), undefined, text);
  });
});
