import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { narrowing, readLogs, type Stop } from './logs';

const RECEIVED = '11[NET] received packet: from 203.0.113.1[500] to 198.51.100.2[500] (464 bytes)\n';
const CANDIDATE = '09[CFG] ike config match: 0 (198.51.100.2...203.0.113.1 IKEv1)\n';
const MISSING =
  'looking for an IKEv2 config\n09[IKE] no IKE config found for 198.51.100.2...203.0.113.1, sending NO_PROPOSAL_CHOSEN';
const FOUND_CHILD = '10[CFG] found matching child config "k1" with prio 10\n';

/** What each log says, and where the attempt stopped. */
const CASES: readonly { name: string; initiator?: string; responder?: string; stop: Stop | undefined }[] = [
  { name: 'nothing arrives', initiator: '11[IKE] giving up after 1 retransmits', stop: 'address' },
  {
    name: 'the responder knows another address',
    responder: `${RECEIVED}09[CFG] ike config match: 0 (198.51.100.2...192.0.2.77 IKEv2)\n${MISSING}`,
    stop: 'address',
  },
  { name: 'the responder knows no connection', responder: RECEIVED + MISSING, stop: 'address' },
  { name: 'the responder has another version', responder: RECEIVED + CANDIDATE + MISSING, stop: 'version' },
  {
    name: 'the responder has another version and takes any address',
    responder: `${RECEIVED}${CANDIDATE.replace('203.0.113.1', '%any')}${MISSING}`,
    stop: 'version',
  },
  {
    name: 'the responder has another version and an address in reserve',
    responder: `${RECEIVED}${CANDIDATE.replace('203.0.113.1', '203.0.113.1, 192.0.2.88')}${MISSING}`,
    stop: 'version',
  },
  {
    name: 'another exchange mode',
    responder: `${RECEIVED}09[IKE] found 1 matching config, but none allows pre-shared key authentication using Aggressive Mode`,
    stop: 'version',
  },
  {
    name: 'IKEv2 proposals',
    responder: `${RECEIVED}09[IKE] received proposals unacceptable`,
    stop: 'phase1',
  },
  { name: 'IKEv1 proposals', responder: `${RECEIVED}09[IKE] no proposal found`, stop: 'phase1' },
  {
    name: 'IKEv2 ID',
    initiator: '13[IKE] received AUTHENTICATION_FAILED notify error',
    responder: `${RECEIVED}12[CFG] no matching peer config found`,
    stop: 'identity',
  },
  {
    name: 'IKEv1 ID at the responder',
    responder: `${RECEIVED}12[IKE] no peer config found`,
    stop: 'identity',
  },
  {
    name: 'IKEv1 ID at the initiator',
    initiator: "10[IKE] IDir 'b.example' does not match to 'c.example'",
    responder: RECEIVED,
    stop: 'identity',
  },
  {
    name: 'IKEv2 key',
    initiator: '13[IKE] received AUTHENTICATION_FAILED notify error',
    responder: `${RECEIVED}12[IKE] tried 1 shared key for 'b.example' - 'a.example', but MAC mismatched`,
    stop: 'authentication',
  },
  {
    name: 'main mode key',
    responder: `${RECEIVED}09[ENC] invalid ID_V1 payload length, decryption failed?`,
    stop: 'authentication',
  },
  {
    name: 'aggressive mode key',
    initiator: '09[IKE] calculated HASH does not match HASH payload',
    responder: RECEIVED,
    stop: 'authentication',
  },
  {
    name: 'no key',
    initiator: "14[IKE] no shared key found for '203.0.113.1' - '%any'",
    responder: RECEIVED,
    stop: 'authentication',
  },
  {
    name: 'IKEv2 flow',
    responder: `${RECEIVED}09[IKE] traffic selectors 10.1.2.0/24 === 10.1.1.0/24 unacceptable`,
    stop: 'flow',
  },
  {
    name: 'IKEv1 flow',
    responder: `${RECEIVED}14[IKE] no matching CHILD_SA config found for 10.1.1.0/24 === 10.1.2.0/24`,
    stop: 'flow',
  },
  {
    name: 'IKEv1 encapsulation mode',
    responder: `${RECEIVED}${FOUND_CHILD}14[IKE] no matching CHILD_SA config found for 203.0.113.1/32 === 198.51.100.2/32`,
    stop: 'phase2',
  },
  {
    name: 'IKEv2 child proposals',
    responder: `${RECEIVED}13[IKE] no acceptable proposal found`,
    stop: 'phase2',
  },
  {
    name: 'IKEv1 child proposals',
    responder: `${RECEIVED}13[IKE] no matching proposal found, sending NO_PROPOSAL_CHOSEN`,
    stop: 'phase2',
  },
  {
    name: 'an SA that user-space ESP cannot do',
    responder: `${RECEIVED}12[IKE] unable to install inbound and outbound IPsec SA (SAD) in kernel\n12[IKE] no acceptable proposal found`,
    stop: undefined,
  },
];

describe('the logs of two daemons', () => {
  for (const { name, initiator = '', responder = '', stop } of CASES)
    it(`say where an attempt stops: ${name}`, () => {
      assert.equal(readLogs(false, initiator, responder).stop, stop);
    });

  it('count for nothing where the SA is there', () => {
    const line = '12[IKE] CHILD_SA k1{1} established with SPIs 1_i 2_o';
    const reading = readLogs(true, line, `${RECEIVED}13[IKE] no acceptable proposal found`);
    assert.deepEqual(reading, { stop: undefined, evidence: line });
  });

  it('are complained about where nothing is understood', () => {
    assert.throws(() => readLogs(false, 'something new', RECEIVED), /something new/);
  });

  it('show a flow that is cut down', () => {
    const exact = '16[CFG]  config: 10.1.2.0/24, received: 10.1.2.0/24 => match: 10.1.2.0/24\n';
    const cut = '16[CFG]  config: 10.1.1.0/24, received: 10.1.1.0/25 => match: 10.1.1.0/25';
    assert.equal(narrowing(exact), undefined);
    assert.equal(narrowing(exact + cut), cut);
    assert.ok(narrowing(exact.replace('received: 10.1.2.0/24', 'received: 10.1.2.0/24[tcp/https]')));
  });
});
