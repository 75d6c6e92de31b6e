import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readEvents, type Event } from '../../../server/src/display/events';
import { momentOf } from '../../../server/src/display/moment';
import { Document } from '../../../server/src/syntax/document';
import { textsOf } from './readFacts';

function eventsOf(text: string): readonly Event[] {
  return readEvents(Document.parse(text, 'huawei-vrp-output').items);
}

/** What an event says, without its parameters and what its message means. */
function plain(event: Event): Record<string, unknown> {
  const { message, parameters, moment, ...fields } = event;
  assert.equal(message === undefined, event.message === undefined);
  assert.equal(moment === undefined, event.time === undefined);
  textsOf(parameters);
  return textsOf(fields) as Record<string, unknown>;
}

const FAILED =
  'IPSEC/4/IPSECNEGOFAIL: OID 1.3.6.1.4.1.2011.6.122.26.6.14 IPSec tunnel negotiation fails. (Ifindex=7, SeqNum=10, Reason=phase1 proposal mismatch, ReasonCode=1, PeerAddress=203.0.113.2, PeerPort=500, VsysName=Public, InterfaceName=GigabitEthernet1/0/1)';

const FAILURE = {
  device: 'FW_A',
  time: 'Nov 25 2026 20:01:02+08:00',
  module: 'IPSEC',
  severity: '4',
  mnemonic: 'IPSECNEGOFAIL',
  sequence: '10',
  reason: 'phase1 proposal mismatch',
  reasonCode: '1',
  peer: '203.0.113.2',
  port: '500',
  virtualSystem: 'Public',
  interfaceName: 'GigabitEthernet1/0/1',
};

const TORN =
  'Nov 25 2026 20:01:02 FW_A %%01IPSEC-VPN/5/IPSEC_TUNNEL_TEARED_DOWN(l)[12]:An IPSec tunnel is teared down. (PolicyName=map1, IfIndex=7, SeqNum=10, RuleNum=5, SrcIP=203.0.113.1, DstIP=203.0.113.2, InboundSPI=123456, Slot=0, CpuID=0, OfflineReason=dpd timeout, State=1)';

describe('an event', () => {
  const one = (text: string): Record<string, unknown> => {
    const events = eventsOf(text);
    assert.equal(events.length, 1, text);
    const [event] = events;
    assert.ok(event);
    return plain(event);
  };

  it('is read from a trap with its parameters', () => {
    assert.deepEqual(one(`#Nov 25 2026 20:01:02+08:00 FW_A ${FAILED}\n`), FAILURE);
  });

  it('is read from a log line', () => {
    assert.deepEqual(one(TORN), {
      device: 'FW_A',
      time: 'Nov 25 2026 20:01:02',
      module: 'IPSEC-VPN',
      severity: '5',
      mnemonic: 'IPSEC_TUNNEL_TEARED_DOWN',
      policy: 'map1',
      sequence: '10',
      rule: '5',
      localAddress: '203.0.113.1',
      peer: '203.0.113.2',
      reason: 'dpd timeout',
    });
    assert.equal(eventsOf(TORN)[0]?.message?.mnemonics?.[0], 'IPSEC/5/IPSEC_TUNNEL_TEARED_DOWN');
  });

  const headers: readonly (readonly [
    header: string,
    device: string | undefined,
    time: string | undefined,
  ])[] = [
    ['', undefined, undefined],
    ['#', undefined, undefined],
    ['FW_A ', undefined, undefined],
    ['2026-11-25 20:01:02 FW_A ', 'FW_A', '2026-11-25 20:01:02'],
    ['2026-11-25T20:01:02.120+08:00 FW_A ', 'FW_A', '2026-11-25T20:01:02.120+08:00'],
    ['<189>Nov 25 2026 20:01:02 FW_A ', 'FW_A', 'Nov 25 2026 20:01:02'],
    ['<189>Nov 25 20:01:02 FW_A ', 'FW_A', 'Nov 25 20:01:02'],
    ['<189>1 2026-11-25T20:01:02Z fw-a.example - - - - ', 'fw-a.example', '2026-11-25T20:01:02Z'],
    ['Nov 25 20:01:02 10.0.0.1 Nov 25 2026 12:01:02 FW_A ', 'FW_A', 'Nov 25 2026 12:01:02'],
    ['Nov 25 20:01:02 10.0.0.1 Nov 25 2026 12:01:02 ', '10.0.0.1', 'Nov 25 2026 12:01:02'],
    ['2026-11-25 20:01:02 Local7.Notice 10.0.0.1 ', 'Local7.Notice', '2026-11-25 20:01:02'],
    ['Nov 25 2026 20:01:02.370.1+08:00 FW-A.hq ', 'FW-A.hq', 'Nov 25 2026 20:01:02.370.1+08:00'],
    ['Nov 25 2026 20:01:02 DST FW_A ', 'FW_A', 'Nov 25 2026 20:01:02 DST'],
    ['  Nov 25 2026 20:01:02 总部防火墙 ', '总部防火墙', 'Nov 25 2026 20:01:02'],
    ['[2026-11-25 20:01:09] Nov 25 2026 20:01:02 FW_A ', 'FW_A', 'Nov 25 2026 20:01:02'],
  ];
  for (const [header, device, time] of headers)
    it(`is read behind ${header || 'nothing'}`, () => {
      for (const mark of ['', '%%01', '%%10']) {
        const read = one(`${header}${mark}${FAILED}\n`);
        assert.deepEqual([read['device'], read['time']], [device, time]);
        assert.deepEqual({ ...read, device: 'FW_A', time: FAILURE.time }, FAILURE);
      }
    });

  it('is read in the spelling of VRP8, and knows the end of an alarm', () => {
    const text =
      'Nov 25 2026 20:01:02.123.4+08:00 NE %%01IPSEC/2/hwIPSecNegotiationFail_active(l):CID=0x807b0405-alarmID=0x08520003;IPsec negotiation failed. (hwIPSecNegoFailReason=phase1 proposal mismatch, hwIPSecRemoteIp=203.0.113.2, hwIPSecPkiIkeFailedVrfName=vrf1, hwIPSecInterface=Tunnel1, hwIpsecIkeVersion=2)\n';
    const [event] = eventsOf(text);
    assert.ok(event);
    assert.equal(event.message?.trap, 'hwIPSecNegotiationFail');
    assert.deepEqual(plain(event), {
      device: 'NE',
      time: 'Nov 25 2026 20:01:02.123.4+08:00',
      module: 'IPSEC',
      severity: '2',
      mnemonic: 'hwIPSecNegotiationFail_active',
      reason: 'phase1 proposal mismatch',
      peer: '203.0.113.2',
      vpnInstance: 'vrf1',
      interfaceName: 'Tunnel1',
      ikeVersion: '2',
    });
    const [cleared] = eventsOf(text.replace('_active', '_clear'));
    assert.equal(cleared?.isCleared, true);
    assert.equal(cleared.message, event.message);
  });

  it('is read from the text of the message alone', () => {
    const [, text = ''] = FAILED.split('.14 ');
    const { module: _m, severity: _s, mnemonic: _n, device: _d, time: _t, ...rest } = FAILURE;
    assert.ok([_m, _s, _n, _d, _t].every(Boolean));
    assert.deepEqual(one(text), rest);
  });

  it('is read from the variables of a trap, as tools of SNMP write them', () => {
    const mib = 'HUAWEI-SECURITY-IPSEC-MIB::';
    const text = `2026-11-25 20:01:02 fw-a.example [UDP: [203.0.113.1]:161->[10.0.0.9]:162]:
DISMAN-EVENT-MIB::sysUpTimeInstance = Timeticks: (1) 0:00:00.01 SNMPv2-MIB::snmpTrapOID.0 = OID: ${mib}hwIPSecNegoFail
${mib}hwIPSecReason.0 = STRING: "responder dh mismatch"
${mib}hwIPSecReasonCode.0 = Gauge32: 6
${mib}hwIPSecTunnelDstIP.0 = IpAddress: 203.0.113.2
.1.3.6.1.4.1.2011.6.122.26.5.14.0 = STRING: GigabitEthernet1/0/1
`;
    assert.deepEqual(one(text), {
      device: 'fw-a.example',
      time: '2026-11-25 20:01:02',
      mnemonic: 'hwIPSecNegoFail',
      reason: 'responder dh mismatch',
      reasonCode: '6',
      peer: '203.0.113.2',
      interfaceName: 'GigabitEthernet1/0/1',
    });
  });

  it('finds the cause where the message has no names', () => {
    const read = one(
      'Nov 25 2026 20:01:02 FW_A %%01IKE/5/IKE_NEGO_FAIL(l)[3]:IKE negotiation with 203.0.113.2 failed: authentication fail.\n',
    );
    assert.equal(read['reason'], 'authentication fail');
    const other = one(
      'Nov 25 2026 20:01:02 FW_A %%01IKE/5/IKE_NEGO_FAIL(l)[3]:IKE negotiation failed. (Peer address: 203.0.113.2; Port: 500; Fail reason: peer address mismatch; Version: v2)\n',
    );
    assert.deepEqual(
      [other['peer'], other['port'], other['reason'], other['ikeVersion']],
      ['203.0.113.2', '500', 'peer address mismatch', 'v2'],
    );
  });

  it('keeps what stands in brackets within a value', () => {
    const read = one(
      FAILED.replace('phase1 proposal mismatch', 'Critical Payload : Dropped(Payload=35, Id=2)'),
    );
    assert.equal(read['reason'], 'Critical Payload : Dropped(Payload=35, Id=2)');
    assert.equal(read['reasonCode'], '1');
  });

  it('is read over the lines on which a terminal or a device put it', () => {
    const text = `#Nov 25 2026 20:01:02+08:00 FW_A ${FAILED}`;
    const blank = (at: number): number => text.lastIndexOf(' ', at);
    for (const width of [80, 100, 132]) {
      const lines: string[] = [];
      for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
      const read = one(`${lines.join('\n')}\n`);
      if (width === 80) assert.deepEqual(read, FAILURE);
      else assert.equal(read['port'], '500');
    }
    const cut = blank(150);
    for (const [first, second] of [
      [text.slice(0, cut), text.slice(cut)],
      [text.slice(0, cut + 1), text.slice(cut + 1)],
      [text.slice(0, cut), text.slice(cut + 1)],
    ] as const) {
      const [event] = eventsOf(`${first}\n${second}\n<FW_A>\n`);
      assert.equal(event?.reasonCode?.text, '1');
      assert.equal(event.interfaceName?.text, 'GigabitEthernet1/0/1');
    }
    const [head = '', body = ''] = text.split(' IPSec tunnel');
    const [sentence = '', names = ''] = body.split(' (');
    assert.deepEqual(
      one(`${head}\n IPSec tunnel${sentence}\n (${names.replaceAll(', ', ',\n  ')}\n`),
      FAILURE,
    );
  });

  it('ends where the next one begins, also on one line', () => {
    const text = `#Nov 25 2026 20:01:02+08:00 FW_A ${FAILED} ${TORN} Nov 25 2026 20:02:00 FW_B %%01IFNET/4/IF_STATE(l)[0]:Interface GigabitEthernet1/0/9 has turned into UP state.\n`;
    const events = eventsOf(text);
    assert.deepEqual(
      events.map(({ device, mnemonic, time, reason }) => [
        device?.text,
        mnemonic?.text,
        time?.text,
        reason?.text,
      ]),
      [
        ['FW_A', 'IPSECNEGOFAIL', 'Nov 25 2026 20:01:02+08:00', 'phase1 proposal mismatch'],
        ['FW_A', 'IPSEC_TUNNEL_TEARED_DOWN', 'Nov 25 2026 20:01:02', 'dpd timeout'],
        ['FW_B', 'IF_STATE', 'Nov 25 2026 20:02:00', undefined],
      ],
    );
  });

  it('keeps what is left of a message that is cut off', () => {
    const [event] = eventsOf(FAILED.slice(0, FAILED.indexOf(', ReasonCode') - 4));
    assert.equal(event?.reason?.text, 'phase1 proposal mism');
    assert.equal(event.reasonCode, undefined);
  });

  it('is found in every answer of a session, and knows whose it is', () => {
    const text = `<FW_A>display logbuffer
Logging buffer configuration and contents : enabled
Allowed max buffer size : 1024
${TORN.replace(' FW_A ', ' ')}
<FW_B>display current-configuration
#
sysname FW_B
${TORN}
#
ike peer c
 remote-address 203.0.113.7
return
<FW_B>
${TORN}
`;
    assert.deepEqual(
      eventsOf(text).map(({ session, device }) => [session, device?.text]),
      [
        ['FW_A', undefined],
        ['FW_B', 'FW_A'],
        ['FW_B', 'FW_A'],
      ],
    );
  });

  it('is not what somebody typed or configured', () => {
    const text = `<FW_A>display logbuffer | include IPSEC/4/IPSECNEGOFAIL
<FW_A>display trapbuffer | include hwIPSecNegoFail
<FW_A>display current-configuration
#
interface Tunnel1
 description IPSec tunnel is deleted, see IKE/5/IKE_NEGO_FAIL: hwIPSecTunnelStop
#
snmp-agent trap enable feature-name IPSEC trap-name hwIPSecNegoFail
return
`;
    assert.deepEqual(eventsOf(text), []);
  });

  it('names the virtual system that a firewall writes before the text', () => {
    const read = one(
      '2026-11-25T20:01:02.125+08:00,local7 fw-a %%01IKE/4/IKE_NEGO_FAIL(l):Vsys public:IKE negotiation failed. (PeerAddress=203.0.113.2, PeerPort=500, Reason=phase1 proposal mismatch)\n',
    );
    assert.deepEqual(read, {
      device: 'fw-a',
      time: '2026-11-25T20:01:02.125+08:00',
      module: 'IKE',
      severity: '4',
      mnemonic: 'IKE_NEGO_FAIL',
      peer: '203.0.113.2',
      port: '500',
      reason: 'phase1 proposal mismatch',
      virtualSystem: 'public',
    });
  });

  it('does not go on over the entry of another log', () => {
    const cut = FAILED.slice(0, FAILED.indexOf(', ReasonCode') - 4);
    for (const other of [
      'Nov 25 20:01:03 backup cron[7]: (root) CMD (true)',
      '<30>Nov 25 20:01:03 backup sshd[9]: session opened',
      '2026-11-25 20:01:03 Something else happened',
    ]) {
      const events = eventsOf(`#Nov 25 2026 20:01:02 FW_A ${cut}\n${other}\n`);
      assert.deepEqual(
        events.map(({ reason }) => reason?.text),
        ['phase1 proposal mism'],
      );
    }
  });

  it('has the time of the line before wherever it stands in a long file', () => {
    const mib = 'HUAWEI-SECURITY-IPSEC-MIB::';
    const traps = Array.from(
      { length: 1200 },
      (_, at) =>
        `2026-11-25 20:01:02 fw-${at} [UDP: [203.0.113.1]:161->[10.0.0.9]:162]:\nSNMPv2-MIB::snmpTrapOID.0 = OID: ${mib}hwIPSecTunnelStop\n${mib}hwIPSecTunnelDstIP.0 = IpAddress: 203.0.113.${at % 250}\n`,
    );
    const events = eventsOf(traps.join(''));
    assert.equal(events.length, 1200);
    for (const [at, { device, time, peer }] of events.entries()) {
      assert.deepEqual(
        [device?.text, time?.text, peer?.text],
        [`fw-${at}`, '2026-11-25 20:01:02', `203.0.113.${at % 250}`],
      );
    }
  });

  for (const text of [
    'interface GigabitEthernet1/0/1',
    'Total UP/DOWN Session Number : 0/1',
    'InUti/OutUti: input utility/output utility',
    'http://10.1.1.1/1/Index.html',
    'GE1/0/1 up up 0% 0% 0/0/x',
    '<FW_A>display ike error-info',
    '  203.0.113.1        500     phase1 proposal mismatch  v2          2026-03-02 09:14:27',
  ])
    it(`is not ${text}`, () => {
      assert.deepEqual(eventsOf(`${text}\n`), []);
    });

  it('has a time that sorts', () => {
    const [event] = eventsOf(TORN);
    assert.equal(event?.moment?.milliseconds, momentOf('2026-11-25 20:01:02'));
  });
});

describe('the events of any file', () => {
  const part = fc.constantFrom(
    '\n',
    '(',
    ')',
    '=',
    ', ',
    ':',
    ' ',
    '%%01IKE/4/X(l)[1]:',
    'Nov 25 2026 20:01:02 FW_A ',
    'Reason=dpd timeout',
    'PeerAddress=203.0.113.2',
    FAILED,
    '\u001b[31m',
    '<FW_A>',
    '&lt;',
    '"',
    'hwIPSecNegoFail',
    '.1.3.6.1.4.1.2011.6.122.26.6.14',
  );
  const file = fc
    .array(fc.oneof(part, fc.string({ maxLength: 8, unit: 'binary' })), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it('are read, with places that lie in it', () => {
    fc.assert(
      fc.property(file, (text) => {
        const { items } = Document.parse(text, 'huawei-vrp-output');
        for (const event of readEvents(items))
          for (const { name, value } of event.parameters)
            for (const { item, line, start, end } of [name, value]) {
              const length = item.lines[line]?.text.length ?? -1;
              assert.ok(items.includes(item) && start >= 0 && start <= end && end <= length);
            }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same after an edit as from scratch', () => {
    const lines = Array.from({ length: 900 }, (_, at) =>
      at % 7 === 3 ? `${FAILED.slice(0, 90)}\n${FAILED.slice(90)}` : TORN,
    );
    const text = `${lines.join('\n')}\n`;
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.nat(1000),
        fc.constantFrom('', '\n', TORN, `${FAILED}\n`, '<FW_B>\n', '('),
        (a, b, inserted) => {
          const document = Document.parse(text, 'huawei-vrp-output');
          readEvents(document.items);
          const [first, last] = [Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 3)];
          const edited = document.edit({
            range: { start: { line: first, character: 2 }, end: { line: last, character: 1 } },
            text: inserted,
          });
          const fresh = Document.parse(edited.text, 'huawei-vrp-output');
          assert.deepEqual(readEvents(edited.items).map(plain), readEvents(fresh.items).map(plain));
        },
      ),
      { numRuns: 40 },
    );
  });
});
