import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf } from './readFacts';
import { cutAnywhere, LABELLED, LINEWISE, sameIn } from './variants';

/** The settings of a fact by their labels. */
function settingsOf(facts: readonly Record<string, unknown>[]): Record<string, string> {
  const all = facts.flatMap(({ settings }) => settings as { label: string; value: string }[]);
  return Object.fromEntries(all.map(({ label, value }) => [label, value]));
}

/** What a fact names, without the lines that it keeps as they are. */
function named({ settings, ...values }: Record<string, unknown>): Record<string, unknown> {
  assert.ok(Array.isArray(settings));
  return values;
}

const IKE = `<FW_A>display ike global config
IKE Global Config:
--------------------------------------------------------------
  IKE local-name                      : hq.example
  IKE heartbeat-timer interval        : 20
  IKE heartbeat-timer timeout         : 60
  IKE nat-keepalive-timer interval    : 20
  IKE dscp value                      : 0
  IKE call admission                  : 800
  IKE DPD type                        : periodic
  IKE DPD idle-time                   : 30
  IKE DPD retransmit-interval         : 15
  IKE DPD retry-limit                 : 3
--------------------------------------------------------------
<FW_A>
`;

const IKE_VALUES = {
  localName: 'hq.example',
  heartbeatInterval: '20',
  heartbeatTimeout: '60',
  natKeepaliveInterval: '20',
  callAdmission: '800',
  dpdType: 'periodic',
  dpdIdleTime: '30',
  dpdRetransmitInterval: '15',
  dpdRetryLimit: '3',
};

describe('display ike global config', () => {
  for (const { name, of } of LABELLED)
    it(name, () => {
      assert.deepEqual(factsOf(of(IKE), 'ikeGlobalConfig').map(named), [IKE_VALUES]);
    });

  it('keeps what nobody lists', () => {
    assert.equal(settingsOf(factsOf(IKE, 'ikeGlobalConfig'))['IKE dscp value'], '0');
  });

  it('knows labels in other case and with other blanks', () => {
    const odd = IKE.replace('IKE call admission', 'ike  Call-Admission')
      .replace('IKE DPD idle-time ', 'ike dpd IDLE TIME(s)')
      .replace('IKE heartbeat-timer interval', 'IKE Heartbeat timer interval');
    assert.deepEqual(factsOf(odd, 'ikeGlobalConfig').map(named), [IKE_VALUES]);
  });

  it('is read where most of it was left out', () => {
    const page =
      '<FW_A> display ike global config IKE Global Config: -------------- ...... IKE call admission : 12 ......\n';
    const lines = `<FW_A>display ike global config
IKE Global Config:
--------------------------
......
  IKE call admission  : 12
......
`;
    for (const text of [page, lines])
      assert.deepEqual(factsOf(text, 'ikeGlobalConfig').map(named), [{ callAdmission: '12' }]);
  });

  it('takes no key with it', () => {
    const text = `${IKE.slice(0, -7)}  IKE pre-shared-key : secret\n  Local-key password : secret\n`;
    assert.ok(!JSON.stringify(factsOf(text, 'ikeGlobalConfig')).includes('secret'));
  });

  it('of an answer without values says nothing', () => {
    assert.deepEqual(factsOf('<FW_A>display ike global config\nError: no right\n', 'ikeGlobalConfig'), []);
  });

  it('says the first of what two boards say', () => {
    const twice = `${IKE.slice(0, -7)}${IKE.split('\n').slice(1).join('\n').replace('800', '900')}`;
    assert.equal(factsOf(twice, 'ikeGlobalConfig')[0]?.['callAdmission'], '800');
  });

  cutAnywhere('<FW_A>display ike global config\n', 'ikeGlobalConfig');
});

const IPSEC = `<FW_A>display ipsec global config
IPSec Global Config:
--------------------------------------------------------------
  IPSec sa global-duration time-based(seconds)    : 7200
  IPSec sa global-duration traffic-based(kbytes)  : 1843200
  IPSec netmask source                            : 24
  IPSec netmask destination                       : 16
  IPSec anti-replay                               : enable
  IPSec anti-replay window                        : 1024
  IPSec df-bit                                    : clear
  IPSec fragmentation                             : before-encryption
  IPSec sha2 compatible                           : enable
--------------------------------------------------------------
<FW_A>
`;

const IPSEC_VALUES = {
  lifetimeSeconds: '7200',
  lifetimeKilobytes: '1843200',
  netmaskSource: '24',
  netmaskDestination: '16',
  antiReplay: 'enable',
  antiReplayWindow: '1024',
  dfBit: 'clear',
  fragmentation: 'before-encryption',
};

describe('display ipsec global config', () => {
  for (const { name, of } of LABELLED)
    it(name, () => {
      assert.deepEqual(factsOf(of(IPSEC), 'ipsecGlobalConfig').map(named), [IPSEC_VALUES]);
    });

  it('keeps what nobody lists', () => {
    assert.equal(settingsOf(factsOf(IPSEC, 'ipsecGlobalConfig'))['IPSec sha2 compatible'], 'enable');
  });

  it('is what display ipsec sa duration says too, units included', () => {
    const ne = `<NE>display ipsec sa duration
 IPsec sa global duration(traffic based): 1843200 kilobytes
 IPsec sa global duration(time based): 3600 seconds
`;
    for (const { of } of LINEWISE)
      assert.deepEqual(factsOf(of(ne), 'ipsecGlobalConfig').map(named), [
        { lifetimeKilobytes: '1843200 kilobytes', lifetimeSeconds: '3600 seconds' },
      ]);
  });

  it('says that a limit by volume is off', () => {
    const text = IPSEC.replace('1843200', 'disable');
    assert.equal(factsOf(text, 'ipsecGlobalConfig')[0]?.['lifetimeKilobytes'], 'disable');
  });
});

const USERS = `<FW_A>display ike user-table number 10
---------------------------------------------------------------------------
 IKE User-table: 10, Number of users: 3
---------------------------------------------------------------------------
 User Name        : branch1
 User ID-type     : IP
 User ID          : 203.0.113.2
 Pre-shared-key   : %^%#secret: one%^%#
 VPN instance     : red
 Description      : first branch
 Interface-assign : Tunnel0/0/1

 User Name        : branch2
 User ID-type     : FQDN
 User ID          : branch2.example
 Pre-shared-key   :
 VPN instance     : -
 Description      :
 Interface-assign :

 User Name        : branch3
 User ID-type     : ANY
 User ID          : -
---------------------------------------------------------------------------
<FW_A>
`;

const USER_ROWS = [
  {
    table: '10',
    name: 'branch1',
    idType: 'IP',
    id: '203.0.113.2',
    vpnInstance: 'red',
    description: 'first branch',
    interfaceAssign: 'Tunnel0/0/1',
    hasKey: true,
  },
  {
    table: '10',
    name: 'branch2',
    idType: 'FQDN',
    id: 'branch2.example',
    vpnInstance: '-',
    description: '',
    interfaceAssign: '',
    hasKey: false,
  },
  { table: '10', name: 'branch3', idType: 'ANY', id: '-' },
];

describe('display ike user-table', () => {
  sameIn(LABELLED, USERS, 'ikeUserTable', USER_ROWS);

  it('of all tables keeps apart whose user it is', () => {
    const two = `${USERS.replace(' number 10', '').slice(0, -7)} IKE User-table: 11, Number of users: 1
---------------------------------------------------------------------------
 User Name        : branch1
 User ID-type     : IP
 User ID          : 203.0.113.77
<FW_A>
`;
    assert.deepEqual(factsOf(two, 'ikeUserTable'), [
      ...USER_ROWS,
      { table: '11', name: 'branch1', idType: 'IP', id: '203.0.113.77' },
    ]);
  });

  it('without any key', () => {
    assert.ok(!JSON.stringify(factsOf(USERS, 'ikeUserTable')).includes('secret'));
  });

  it('of an empty table lists nobody', () => {
    const empty = `<FW_A>display ike user-table number 3
---------------------------------------------------------------------------
 IKE User-table: 3, Number of users: 0
---------------------------------------------------------------------------
`;
    assert.deepEqual(factsOf(empty, 'ikeUserTable'), []);
  });
});

const INTERFACES = `<FW_A>display ipsec interface brief
------------------------------------------------
 IPSec policy        : policy1
 Using interface     : GigabitEthernet1/0/0
 IPSec policy number : 10
 IPSec policy Type   : policy
------------------------------------------------
 IPSec policy        : spokes
 Using interface     : Tunnel3
 IPSec policy number : 0
 IPSec policy Type   : profile
------------------------------------------------
<FW_A>
`;

const INTERFACE_ROWS = [
  { policy: 'policy1', interface: 'GigabitEthernet1/0/0', sequence: '10', kind: 'policy' },
  { policy: 'spokes', interface: 'Tunnel3', sequence: '0', kind: 'profile' },
];

describe('display ipsec interface brief', () => {
  sameIn(LABELLED, INTERFACES, 'ipsecInterfaceBrief', INTERFACE_ROWS);
  cutAnywhere(INTERFACES, 'ipsecInterfaceBrief');

  it('keeps blanks within the name of an interface', () => {
    const text = INTERFACES.replace('GigabitEthernet1/0/0', 'GigabitEthernet 1/0/0');
    assert.equal(factsOf(text, 'ipsecInterfaceBrief')[0]?.['interface'], 'GigabitEthernet 1/0/0');
  });
});

const HISTORY = `<FW_A>display ipsec history record
IPSec history record:
Current record number: 2
===============================
Interface              : GigabitEthernet 0/0/1
remote-address         : 203.0.113.2
remote-port            : 500
VPN instance/VSYS name : red
flow-source            : 10.1.0.0/255.255.0.0
flow-destination       : 10.2.0.0/255.255.0.0
last-offline-reason    : config modify or manual offline
last-offline-time      : 2026-03-02 20:25:31
offline-times-in-24Hour: 17
===============================
Interface              : Vlanif100
remote-address         : 2001:db8::2
remote-port            : 4500
VPN instance           :
flow-source            : 2001:db8:a::/48
flow-destination       : ::/0
last-offline-reason    : peer request
last-offline-time      : 2026/03/02  19:00:00
offline-times-in-24Hour: 1
<FW_A>
`;

const HISTORY_ROWS = [
  {
    interface: 'GigabitEthernet 0/0/1',
    peer: '203.0.113.2',
    port: '500',
    vpnInstance: 'red',
    flowSource: '10.1.0.0/255.255.0.0',
    flowDestination: '10.2.0.0/255.255.0.0',
    reason: 'config modify or manual offline',
    time: '2026-03-02 20:25:31',
    timesInDay: '17',
  },
  {
    interface: 'Vlanif100',
    peer: '2001:db8::2',
    port: '4500',
    vpnInstance: '',
    flowSource: '2001:db8:a::/48',
    flowDestination: '::/0',
    reason: 'peer request',
    time: '2026/03/02  19:00:00',
    timesInDay: '1',
  },
];

describe('display ipsec history record', () => {
  const lines = LABELLED.filter(({ name }) => name !== 'on one line');
  sameIn(lines, HISTORY, 'ipsecHistory', HISTORY_ROWS);
  cutAnywhere(HISTORY, 'ipsecHistory');

  it('on one line', () => {
    const flat = `${HISTORY.trim().replaceAll(/\s+/g, ' ')}\n`;
    assert.deepEqual(
      factsOf(flat, 'ipsecHistory'),
      HISTORY_ROWS.map(({ time, ...row }) => ({ ...row, time: time.replace('  ', ' ') })),
    );
  });
});
