import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOutputs } from '../../../server/src/display';
import type { Field } from '../../../server/src/display/output';
import { buildDevices } from '../../../server/src/model/build';
import type { Device } from '../../../server/src/model/device';
import { Document } from '../../../server/src/syntax/document';
import { cleanLine } from '../../../server/src/text/terminal';
import { noises } from './noise';

/** Captures without noise. */
const captures: Readonly<Record<string, string>> = {
  'failures and proposals of two devices': `<FW_A>display ike error-info
  current info Num :2
  Ike error information:
-----------------------------------------------------------------------------------------
  peer               port    error-reason              version     error-time
-----------------------------------------------------------------------------------------
  203.0.113.1        500     phase1 proposal mismatch  v2          2026-03-02 09:14:27
  203.0.113.9        4500    config modify or manual offline  v1   2026-03-02 09:13:57
-----------------------------------------------------------------------------------------
<FW_A>display ike proposal number 10
-------------------------------------------
 IKE Proposal: 10
   Authentication Method      : PRE_SHARED
   Encryption Algorithm       : AES-256 AES-192
   Diffie-Hellman Group       : MODP-2048
   SA Duration(Seconds)       : 86400
-------------------------------------------
<FW_A>
<FW_B>display ike peer brief
Current ike peer number: 2
---------------------------------------------------------------------------
Peer name        Version  Exchange-mode   Proposal   Id-type   RemoteAddr
---------------------------------------------------------------------------
b                v1       main            12         IP        203.0.113.2
c                v1v2     main                       IP
<FW_B>display ipsec policy
===========================================
IPSec policy group: "map1"
Using interface: GigabitEthernet1/0/0
===========================================

    Sequence number: 10
    Security data flow: 3000/IPv4
    Peer name    :  b
    Perfect forward secrecy: DH group 14
    Proposal name:  tran1
<FW_B>
`,
  'a configuration and what was typed': `<FW_A>system-view
Enter system view, return user view with Ctrl+Z.
[FW_A]ike peer b
[FW_A-ike-peer-b]remote-address 203.0.113.7
[FW_A-ike-peer-b]quit
[FW_A]acl 3000
[FW_A-acl-adv-3000]rule 5 permit ip source 10.1.0.0 0.0.255.255 destination 10.2.0.0 0.0.255.255
[FW_A-acl-adv-3000]return
<FW_A>display current-configuration
#
sysname FW_A
#
ike proposal 10
 encryption-algorithm aes-256
 dh group14
 authentication-method pre-share
#
ike peer c
 undo version 2
 ike-proposal 10
 remote-address 203.0.113.2
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
return
<FW_A>
`,
  'states and evidence': `<FW_A>display interface brief
PHY: Physical
*down: administratively down
InUti/OutUti: input utility/output utility
Interface                   PHY   Protocol  InUti OutUti   inErrors  outErrors
GigabitEthernet1/0/1        up    up           0%     0%          0          0
GigabitEthernet1/0/2        *down down         0%     0%          0          0
<FW_A>display ip interface brief
Interface                         IP Address/Mask      Physical   Protocol
GigabitEthernet1/0/1              203.0.113.1/24       up         up
GigabitEthernet1/0/2              unassigned           *down      down
<FW_A>display acl 3000
Advanced ACL 3000, 1 rule
Acl's step is 5
 rule 5 permit ip source 10.1.0.0 0.0.255.255 destination 10.2.0.0 0.0.255.255 (12 times matched)
<FW_A>display vrrp brief
Total:1     Master:1     Backup:0     Non-active:0
VRID  State        Interface                Type     Virtual IP
----------------------------------------------------------------
1     Master       GE1/0/1                  Normal   192.0.2.1
<FW_A>display aaa offline-record
User name                      : anna
User login time                : 2026-11-25 20:01:02
User offline reason            : Idle timeout
<FW_A>display ip pool
  Pool-name      : clients
  IP address Statistic
    Total       :253
    Used        :253        Idle        :0
<FW_A>display bfd session all
Local      Remote     PeerIpAddr      State     Type        InterfaceName
111        222        203.0.113.2     Down      S/IP-PEER   -
<FW_A>
`,
};

const KNOWN_ENTITIES = /&(?:lt|gt|amp|quot|nbsp);?/g;

/** What the characters at a place say, once the noise within them is gone. */
function said({ item, line, start, end }: Field): string {
  const raw = item.lines[line]?.text.slice(start, end) ?? '';
  return (cleanLine(raw)?.text ?? raw).replaceAll(KNOWN_ENTITIES, ' ').replaceAll(/[\s\u200b]+/g, ' ');
}

/** Everything in an object as texts; of every field its place is held against what it says. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('text' in value && 'item' in value) {
    const field = value as Field;
    const text = field.text.replaceAll(/\s+/g, ' ');
    const quoted = text
      .replaceAll(/["<>&]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    assert.ok(
      [text, quoted].includes(said(field).trim()),
      `${JSON.stringify(said(field))} is not ${JSON.stringify(text)}`,
    );
    return text;
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

function outputsOf(text: string): unknown {
  return readOutputs(Document.parse(text, 'huawei-vrp-output').items).map(({ name, output, facts }) => ({
    name,
    device: output.device,
    command: output.command,
    facts: plain(facts),
  }));
}

/**
 * What says where something was read, or when, not what; and whether all was printed, as a pager's mark on a line of its own can be an
 * end. A device's own time above its answers adds when; a test below asks for it.
 */
const PLACES = new Set([
  'printedAt',
  'whole',
  'place',
  'places',
  'item',
  'items',
  'line',
  'lines',
  'start',
  'end',
  'block',
  'blocks',
  'match',
  'words',
]);

function devices(text: string): readonly Device[] {
  return buildDevices('file:///a.txt', Document.parse(text, 'huawei-vrp-output'), new Map());
}

/** The devices of a capture without the places at which their values stand. */
function devicesOf(text: string): unknown {
  assert.equal(Document.parse(text, 'huawei-vrp-output').text, text);
  const bare = JSON.stringify(devices(text), (key, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
    if (value instanceof Set) return [...(value as Set<unknown>)];
    return PLACES.has(key) ? undefined : value;
  });
  return JSON.parse(bare);
}

describe('every noise', () => {
  for (const [noise, make] of Object.entries(noises).slice(1))
    it(`changes a capture: ${noise}`, () => {
      assert.ok(Object.values(captures).some((clean) => make(clean) !== clean));
    });
});

describe('a capture with noise says what it says without', () => {
  for (const [capture, clean] of Object.entries(captures)) {
    describe(capture, () => {
      const outputs = outputsOf(clean);
      const devices = devicesOf(clean);
      for (const [noise, make] of Object.entries(noises)) {
        it(`with ${noise}`, () => {
          const text = make(clean);
          assert.deepEqual(outputsOf(text), outputs);
          assert.deepEqual(devicesOf(text), devices);
        });
      }
    });
  }
});

describe('the device’s own time above an answer', () => {
  for (const noise of [
    'the device’s own time behind every command',
    'the device’s own time with its zone behind every command',
  ]) {
    it(`dates what it prints: ${noise}`, () => {
      for (const clean of Object.values(captures)) {
        const printed = devices(noises[noise]?.(clean) ?? '').flatMap(({ running }) => [
          ...running.ikeProposals,
          ...running.ikePeers,
          ...running.policies,
          ...running.acls,
          ...running.interfaces,
        ]);
        for (const { printedAt } of printed) assert.equal(printedAt, Date.UTC(2026, 10, 25, 20, 1, 2));
      }
      assert.ok(
        devices(Object.values(captures)[0] ?? '').every(({ running }) =>
          running.ikePeers.every((each) => each.printedAt === undefined),
        ),
      );
    });
  }
});
