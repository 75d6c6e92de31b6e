import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  fieldByName,
  messageFields,
  messages,
  type MessageDefinition,
} from '../../../server/src/causes/messages';
import { readEvents, type Event, type Parameter } from '../../../server/src/display/events';
import { Document } from '../../../server/src/syntax/document';
import { noises } from '../syntax/noise';
import { textsOf } from './readFacts';

/** A value for each field, by its name in the tables, and what an event calls it. */
const VALUES: Readonly<Record<string, readonly [value: string, key?: keyof Event]>> = {
  Ifindex: ['7'],
  SeqNum: ['10', 'sequence'],
  RuleNum: ['5', 'rule'],
  Reason: ['phase1 proposal mismatch', 'reason'],
  ReasonCode: ['1', 'reasonCode'],
  PeerAddress: ['203.0.113.2', 'peer'],
  PeerPort: ['4500', 'port'],
  VsysName: ['vsys-a', 'virtualSystem'],
  InterfaceName: ['GigabitEthernet1/0/1', 'interfaceName'],
  ConnID: ['16777239', 'connection'],
  PolicyName: ['map1', 'policy'],
  SrcIP: ['203.0.113.1', 'localAddress'],
  DstIP: ['2001:db8::2', 'peer'],
  InboundSPI: ['123456789'],
  SlotID: ['0'],
  CpuID: ['1'],
  OfflineReason: ['config modify or manual offline', 'reason'],
  State: ['Normal'],
  TunnelIndex: ['2868904023', 'tunnel'],
  InsideIP: ['10.2.0.1'],
  RemotePort: ['500', 'port'],
  FlowInfo: ['Source 10.1.0.0-10.1.255.255 Dest 10.2.0.0-10.2.255.255 DSCP 0', 'flow'],
  LifeSize: ['1843200'],
  LifeTime: ['3600'],
  Role: ['Responder', 'role'],
  hwIPSecTrapAuthenticationMethod: ['1'],
  hwIPSecTrapAuthenticationID: ['hq.example'],
  hwIPSecTrapAuthenticationIDType: ['2'],
  hwIPSecPkiIkeFailedVrfName: ['vpn-a', 'vpnInstance'],
  hwIpsecIkeVersion: ['2', 'ikeVersion'],
  hwIPSecNewTunnelPeerAddress: ['203.0.113.7', 'peer'],
  hwIPSecNewTunnelPeerPort: ['500', 'port'],
  hwIPSecNewTunnelVrfName: ['vpn-b', 'vpnInstance'],
  hwIPSecNewAclSourceAddress: ['10.1.0.0'],
  hwIPSecNewAclDestinationAddress: ['10.2.0.0'],
  hwIPSecNewACLVrfName: ['vpn-b'],
  hwIPSecExistTunnelPeerAddress: ['203.0.113.8'],
  hwIPSecExistTunnelPeerPort: ['4500'],
  hwIPSecExistTunnelVrfName: ['vpn-c'],
  hwIPSecExistAclSourceAddress: ['10.1.0.0'],
  hwIPSecExistAclDestinationAddress: ['10.2.0.0'],
  hwIPSecExistACLVrfName: ['vpn-c'],
};

/** The fields of a message: the name that is printed, the one in the tables, and the value. */
type Printed = readonly (readonly [printed: string, name: string, value: string])[];

function printedOf(fields: readonly string[]): Printed {
  return fields.map((printed) => {
    const name = fieldByName(printed, 'message')?.name ?? '';
    return [printed, name, VALUES[name]?.[0] ?? ''];
  });
}

/** Every form in which a message comes, with its fields. */
function* formsOf(
  message: MessageDefinition,
): Generator<readonly [form: string, text: string, fields: Printed]> {
  const { mnemonics = [], trap, oid, fields } = message;
  const printed = printedOf(fields);
  const pairs = (sign: string): string => printed.map(([name, , value]) => name + sign + value).join(', ');
  const names = trap === undefined ? mnemonics : [...mnemonics, `IPSEC/4/${trap}`];
  for (const name of names) {
    for (const mark of ['%%01', '%%10', ''])
      for (const kind of ['', '(l)', '(l)[7]', '(t)[1024]', '(D)'])
        for (const colon of [':', ': '])
          yield [
            `${mark}${name}${kind}${colon}`,
            `Nov 25 2026 20:01:02+08:00 FW_A ${mark}${name}${kind}${colon}Something happened. (${pairs('=')})\n`,
            printed,
          ];
    yield [
      `alarm ${name}`,
      `#Nov 25 2026 20:01:02+08:00 FW_A ${name}: OID ${oid ?? '1.3.6.1.4.1.2011.1'} Something happened. (${pairs('=')})\n`,
      printed,
    ];
    yield [
      `with other signs ${name}`,
      `Nov 25 2026 20:01:02+08:00 FW_A ${name}: Something happened.(${pairs(' = ')})\n`,
      printed,
    ];
    yield [
      `on a firewall ${name}`,
      `2026-11-25 20:01:02 FW_A %%01${name}(l):Vsys vsys-a:Something happened. (${pairs('=')})\n`,
      printed,
    ];
  }
  if (trap === undefined || oid === undefined) return;
  for (const state of ['_active', '_clear'])
    yield [
      `${trap}${state} of VRP8`,
      `Nov 25 2026 20:01:02.370.1+08:00 FW_A %%01IPSEC/2/${trap}${state}(l):CID=0x80-alarmID=0x81;Something happened. (${pairs('=')})\n`,
      printed,
    ];
  const objects = printed.map(([name, table, value]) => {
    const field = messageFields.find((each) => each.name === table);
    const object = [name, ...(field?.aliases ?? [])].find((each) => each.startsWith('hw')) ?? name;
    return [object, field?.oids?.[0], value] as const;
  });
  const isAddress = (value: string): boolean => /^[\d.]+\.\d+$/.test(value);
  for (const [mib, quote] of [
    ['HUAWEI-SECURITY-IPSEC-MIB::', '"'],
    ['', ''],
  ] as const)
    yield [
      `${mib}${trap} of SNMP tools`,
      [
        '2026-11-25 20:01:02 FW_A [UDP: [203.0.113.1]:161->[10.0.0.9]:162]:',
        `SNMPv2-MIB::snmpTrapOID.0 = OID: ${mib}${trap}`,
        ...objects.map(
          ([object, , value]) =>
            `${mib}${object}.1 = ${isAddress(value) ? `IpAddress: ${value}` : `STRING: ${quote}${value}${quote}`}`,
        ),
        '',
      ].join('\n'),
      printed,
    ];
  yield [
    `${trap} of SNMP tools on one line`,
    `2026-11-25 20:01:02 FW_A [UDP: [203.0.113.1]:161->[10.0.0.9]:162]:\n${[
      'DISMAN-EVENT-MIB::sysUpTimeInstance = Timeticks: (1) 0:00:00.01',
      `SNMPv2-MIB::snmpTrapOID.0 = OID: HUAWEI-SECURITY-IPSEC-MIB::${trap}`,
      ...objects.map(([object, , value]) => `HUAWEI-SECURITY-IPSEC-MIB::${object} = STRING: ${value}`),
    ].join('\t')}\n`,
    printed,
  ];
  const known = printed.filter((_, at) => objects[at]?.[1] !== undefined);
  yield [
    `${oid} in numbers`,
    [
      '2026-11-25 20:01:02 FW_A [UDP: [203.0.113.1]:161->[10.0.0.9]:162]:',
      `.1.3.6.1.6.3.1.1.4.1.0 = OID: .${oid}`,
      ...objects.flatMap(([, number, value]) =>
        number === undefined ? [] : [`.${number}.0 = STRING: "${value}"`],
      ),
      '',
    ].join('\n'),
    known,
  ];
}

function eventsOf(text: string): readonly Event[] {
  return readEvents(Document.parse(text, 'huawei-vrp-output').items);
}

function check(text: string, message: MessageDefinition, fields: Printed): void {
  const events = eventsOf(text);
  assert.equal(events.length, 1, `${events.length} events in ${text}`);
  const [event] = events;
  assert.ok(event);
  assert.equal(event.message, message, text);
  assert.equal(event.device?.text, 'FW_A', text);
  assert.equal(
    event.moment?.milliseconds,
    Date.UTC(2026, 10, 25, 20, 1, 2) + (text.includes('.370') ? 370 : 0),
  );
  for (const [, name, value] of fields) {
    const parameter: Parameter | undefined = event.parameters.find(
      ({ definition }) => definition?.name === name,
    );
    assert.equal(parameter?.value.text, value, `${name} in ${text}`);
    const key = VALUES[name]?.[1];
    const first = fields.find((each) => VALUES[each[1]]?.[1] === key);
    if (key !== undefined && first?.[1] === name)
      assert.equal(textsOf(event[key]), value, `${key} in ${text}`);
  }
}

describe('every message that is known', () => {
  it('has a value for each of its fields here', () => {
    for (const { fields } of messages)
      for (const [printed, name] of printedOf(fields)) assert.ok(VALUES[name], `${printed} (${name})`);
  });

  for (const message of messages) {
    const name = message.trap ?? message.mnemonics?.[0] ?? '';
    it(`${name} is read with all of it in every form`, () => {
      let forms = 0;
      for (const [, text, fields] of formsOf(message)) {
        check(text, message, fields);
        forms++;
      }
      assert.ok(forms >= 30, String(forms));
    });

    it(`${name} is read through every noise`, () => {
      const [, form] = formsOf(message);
      for (const make of Object.values(noises)) {
        const text = make(`<FW_A>display logbuffer\n${form?.[1] ?? ''}<FW_A>\n`);
        const found = eventsOf(text).filter((event) => event.message === message);
        assert.equal(found.length, 1, JSON.stringify(text));
        for (const [, table, value] of form?.[2] ?? []) {
          const parameter = found[0]?.parameters.find(({ definition }) => definition?.name === table);
          assert.equal(parameter?.value.text.replaceAll(/\s+/g, ' '), value, JSON.stringify(text));
        }
      }
    });
  }
});
