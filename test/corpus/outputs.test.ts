import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readOutputs, type OutputName } from '../../server/src/display';
import { Document } from '../../server/src/syntax/document';
import { decode } from '../../server/src/text/decode';
import { textsOf } from '../server/display/readFacts';
import { corpus, skip } from './load';

interface Answer {
  readonly name: OutputName;
  readonly facts: readonly Record<string, unknown>[];
}

/** The answers of a real file, with their values as texts that were found where their places say. */
function answersIn(file: string): Answer[] {
  const text = decode(readFileSync(join(corpus, 'displays', file)))?.text ?? '';
  return readOutputs(Document.parse(text, 'huawei-vrp-output').items).map(({ name, facts }) => ({
    name,
    facts: textsOf(facts) as Record<string, unknown>[],
  }));
}

/** The facts of one kind in a real file. */
function factsIn(file: string, name: OutputName): Record<string, unknown>[] {
  return answersIn(file).flatMap((each) => (each.name === name ? each.facts : []));
}

/** Some values of each fact, in the order of the names. */
function columns(facts: readonly Record<string, unknown>[], ...names: readonly string[]): unknown[][] {
  return facts.map((fact) => names.map((name) => fact[name]));
}

/** The SAs of each tunnel. */
function associationsOf(facts: readonly Record<string, unknown>[]): Record<string, unknown>[][] {
  return facts.map(({ associations }) => associations as Record<string, unknown>[]);
}

/** What each file holds: how many facts each of its answers gives, as a person counts them there. */
const COUNTS: Readonly<Record<string, readonly string[]>> = {
  'AR2200_L2TP_display_ike_sa_ipsec_sa_forum.txt': ['ikeSa 2', 'ipsecSa 1'],
  'AR_EDOC1100331435_display_ike_sa_4variants.txt': ['ikeSa 2', 'ikeSa 2', 'ikeSa 2', 'ikeSa 2'],
  'AR_V200R003_display_ike_sa_ipsec_sa.txt': ['ikeSa 2', 'ipsecSa 1'],
  'AR_V200R003_display_ike_sa_v2_ipsec_sa_profile.txt': ['ikeSa 2', 'ipsecSa 1'],
  'NE40E_dispaly_ike_history.txt': ['ikeErrorHistory 5', 'ikeOfflineHistory 2'],
  'NE40E_display-acl4_ACLOM.txt': ['acl 1'],
  'NE40E_display-ipsec-policy-template.txt': ['ipsecPolicyTemplate 1', 'ipsecPolicyTemplate 1'],
  'NE40E_display-ipsec-policy.txt': ['ipsecPolicy 1', 'ipsecPolicy 1'],
  'NE40E_display-ipsec-proposal_IPSECOM.txt': ['ipsecProposal 2', 'ipsecProposal 1', 'ipsecProposal 1'],
  'NE40E_display-ipsec-sa-both_IPSECOM.txt': ['ipsecSaBrief 2'],
  'NE40E_display-ipsec-sa-duration_IPSECOM.txt': ['ipsecGlobalConfig 1'],
  'NE40E_display-ipsec-sa-manualipsec_IPSECOM.txt': ['ipsecSaBrief 2'],
  'NE40E_display-ipsec-sa-policy_IPSECOM.txt': ['ipsecSa 2'],
  'NE40E_display-ipsec-sa-remoteaddr_IPSECOM.txt': ['ipsecSa 2'],
  'NE40E_display-ipsec-sa-saname_IPSECOM.txt': ['ipsecSaBrief 2'],
  'NE40E_display-ipsec-sa-vpn_IPSECOM.txt': ['ipsecSa 2'],
  'NE40E_display-ipsec-stat-both_IPSECOM.txt': ['ipsecStatistics 26'],
  'NE40E_display-ipsec-stat-manual_IPSECOM.txt': ['ipsecStatistics 26'],
  'NE40E_display_ike_peer.txt': ['ikePeer 1'],
  'NE40E_display_ike_proposal.txt': ['ikeProposal 4'],
  'NE40E_display_ike_sa.txt': ['ikeSa 2'],
  'NE40E_display_ike_statistics.txt': ['ikeStatistics 18'],
  'NE8000F1A_display_ike_sa_HEADER_ONLY_PARTIAL.txt': ['ikeSa 0'],
  'NE8000F1A_display_ipsec_sa_brief.txt': ['ipsecSaBrief 2'],
  'NE8000F1A_display_ipsec_sa_policy_PARTIAL.txt': ['ipsecSa 1'],
  'NE8000F1A_display_ipsec_sa_policy_REST_FLATTENED.txt': ['ipsecSa 1'],
  'NE8000F1A_display_ipsec_sa_vpn.txt': ['ipsecSa 1'],
  'S_switch_display_ike_offline-info.txt': ['ikeOfflineInfo 2'],
  'S_switch_display_ike_sa.txt': ['ikeSa 2'],
  'S_switch_display_ikev2_statistics_error_PARTIAL.txt': ['ikeStatistics 20'],
  'S_switch_display_ipsec_history_record.txt': ['ipsecHistory 1'],
  'S_switch_display_ipsec_packet_statistics_PARTIAL.txt': ['ipsecStatistics 22'],
  'USG6000E_display_ike_offline-info.txt': ['ikeOfflineInfo 3'],
  'USG6000E_display_ipsec_history_record.txt': ['ipsecHistory 1'],
  'USG6000V_display_ike_proposal_ike_peer_brief_ipsec_proposal.txt': [
    'ikeProposal 1',
    'ikePeer 1',
    'ipsecProposal 1',
  ],
  'USG6000V_display_ike_sa_and_ipsec_sa_xm137.txt': ['ikeSa 2', 'ipsecSa 1'],
  'USG_V100_Eudemon_style_display_ike_sa_ipsec_sa_brief.txt': [
    'ikeSa 2',
    'ipsecSaBrief 2',
    'ikeSa 2',
    'ikeSa 0',
  ],
  'ntc_huawei_vrp_display_acl_all_1_acl_all.txt': ['acl 5'],
  'ntc_huawei_vrp_display_acl_ipv6_all_1_acl_all.txt': ['acl 1'],
  'ntc_huawei_vrp_display_version1_version.txt': ['version 1'],
  'ntc_huawei_vrp_display_version2_version.txt': ['version 1'],
  'ntc_huawei_vrp_display_version3_version.txt': ['version 1'],
  'ntc_huawei_vrp_display_version4_version.txt': ['version 1'],
  'ntc_huawei_vrp_display_version5_version.txt': ['version 1'],
  'ntc_huawei_vrp_display_version6_version.txt': ['version 1'],
  'ntc_huawei_vrp_display_version_version.txt': ['version 1'],
};

describe('real answers about tunnels', { skip }, () => {
  test('every one gives as many facts as a person counts', () => {
    for (const [file, expected] of Object.entries(COUNTS))
      assert.deepEqual(
        answersIn(file).map(({ name, facts }) => `${name} ${String(facts.length)}`),
        expected,
        file,
      );
  });

  test('files with IKE or IPsec in their name are all among them', () => {
    const others = readdirSync(join(corpus, 'displays')).filter(
      (name) => /ike|ipsec/i.test(name) && !(name in COUNTS),
    );
    assert.deepEqual(others.sort(), [
      'AR_V200R003_cli_help_ike_ipsec.txt',
      'NE40E_display_ipsec_instance.txt',
      'NE40E_display_ipsec_performance.txt',
      'NE40E_display_ipsec_sa-expire_statistics.txt',
      'USG6000E_display_ipsec_backup_statistics_send_PARTIAL.txt',
    ]);
  });

  test('display ike sa: peers, ports, flags and phases of all six layouts', () => {
    const names = ['peer', 'port', 'vpnInstance', 'flags', 'version', 'phase', 'remoteId'];
    const first = (file: string): unknown => columns(factsIn(file, 'ikeSa'), ...names)[0];
    assert.deepEqual(first('USG6000V_display_ike_sa_and_ipsec_sa_xm137.txt'), [
      '30.0.0.2',
      '500',
      undefined,
      'RD|ST|A',
      'v2',
      '2',
      '30.0.0.2',
    ]);
    assert.deepEqual(first('AR_V200R003_display_ike_sa_ipsec_sa.txt'), [
      '200.2.2.2',
      undefined,
      '0',
      'RD|ST',
      undefined,
      '2',
      undefined,
    ]);
    assert.deepEqual(first('S_switch_display_ike_sa.txt'), [
      '10.100.1.1',
      '4500',
      'vrf1',
      'RD|M',
      'v2',
      '2',
      '10.100.1.1',
    ]);
    assert.deepEqual(first('NE40E_display_ike_sa.txt'), [
      '10.1.2.2',
      undefined,
      '-',
      'RD|ST',
      'V2',
      '2',
      undefined,
    ]);
    assert.deepEqual(
      columns(
        factsIn('AR_EDOC1100331435_display_ike_sa_4variants.txt', 'ikeSa'),
        'connection',
        'remoteId',
      )[4],
      ['15', 'rtb'],
    );
    assert.deepEqual(
      columns(factsIn('USG_V100_Eudemon_style_display_ike_sa_ipsec_sa_brief.txt', 'ikeSa'), ...names)[2],
      ['2.2.2.10', '264', 'public', 'RD', 'v1', '2', undefined],
    );
  });

  test('display ipsec sa: flows, SPIs, and lifetimes in the unit of the label', () => {
    const usg = factsIn('USG6000V_display_ike_sa_and_ipsec_sa_xm137.txt', 'ipsecSa');
    assert.deepEqual(columns(usg, 'interface', 'name', 'localAddress', 'remoteAddress', 'flowSource'), [
      [
        'GigabitEthernet1/0/0',
        'xm137',
        '20.0.0.1:500',
        '30.0.0.2:500',
        '192.168.17.0/255.255.255.0 0/0-65535',
      ],
    ]);
    assert.deepEqual(
      columns(
        associationsOf(usg).flat(),
        'direction',
        'spi',
        'remainingVolume',
        'volumeUnit',
        'remainingSeconds',
        'packets',
      ),
      [
        ['outbound', '194525348', '10485760', 'kilobytes', '2717', '4/240'],
        ['inbound', '197637217', '10485760', 'kilobytes', '2717', '3/180'],
      ],
    );
    const [old] = associationsOf(factsIn('AR_V200R003_display_ike_sa_ipsec_sa.txt', 'ipsecSa'));
    assert.deepEqual(columns(old ?? [], 'remainingVolume', 'volumeUnit', 'antiReplayWindow'), [
      ['1887237120', 'bytes', undefined],
      ['1887435900', 'bytes', '32'],
    ]);
    const profile = factsIn('AR_V200R003_display_ike_sa_v2_ipsec_sa_profile.txt', 'ipsecSa');
    assert.deepEqual(columns(profile, 'name', 'isProfile', 'mode'), [['profile1', true, 'PROF-ISAKMP']]);
  });

  test('display ipsec sa of VRP8: manual SAs without their keys, boards, and both addresses of a line', () => {
    const facts = factsIn('NE40E_display-ipsec-sa-policy_IPSECOM.txt', 'ipsecSa');
    assert.deepEqual(columns(facts, 'name', 'slot', 'localAddress', 'remoteAddress'), [
      ['sa1', undefined, undefined, undefined],
      ['pol1', '9', '10.1.1.1', '10.1.1.2'],
    ]);
    assert.deepEqual(
      associationsOf(facts).map((all) =>
        all.map(({ direction, spi }) => `${String(direction)} ${String(spi)}`),
      ),
      [
        ['inbound 267', 'inbound 789', 'outbound 267', 'outbound 789'],
        ['inbound 4280635', 'outbound 4141662315'],
      ],
    );
    assert.ok(!/\$@\$|DN\]I8/.test(JSON.stringify(facts)));
    const [rest] = associationsOf(factsIn('NE8000F1A_display_ipsec_sa_policy_REST_FLATTENED.txt', 'ipsecSa'));
    assert.deepEqual(columns(rest ?? [], 'spi', 'remainingVolume', 'remainingSeconds'), [
      ['3128071041', '--', '600721'],
      ['3350222213', undefined, undefined],
    ]);
  });

  test('display ipsec sa brief: both directions', () => {
    assert.deepEqual(
      columns(
        factsIn('USG_V100_Eudemon_style_display_ike_sa_ipsec_sa_brief.txt', 'ipsecSaBrief'),
        'source',
        'spi',
        'algorithm',
      ),
      [
        ['1.1.1.1', '4090666525', 'E:DES;A:HMAC-MD5-96;'],
        ['2.2.3.2', '2927012373', 'E:DES;A:HMAC-MD5-96;'],
      ],
    );
    assert.deepEqual(
      columns(
        factsIn('NE8000F1A_display_ipsec_sa_brief.txt', 'ipsecSaBrief'),
        'destination',
        'protocol',
        'vpnInstance',
      ),
      [
        ['10.1.1.2', 'ESP', '-'],
        ['10.1.1.1', 'ESP', '-'],
      ],
    );
  });

  test('failures and teardowns: reason and time as printed', () => {
    const names = ['peer', 'port', 'reason', 'version', 'time'];
    assert.deepEqual(
      columns(factsIn('USG6000E_display_ike_offline-info.txt', 'ikeOfflineInfo'), ...names)[2],
      ['10.2.2.2', '500', 'hardware-timeout', 'v2', '2015/08/01  15:05:55'],
    );
    assert.deepEqual(
      columns(factsIn('S_switch_display_ike_offline-info.txt', 'ikeOfflineInfo'), ...names)[1],
      ['2.1.1.2', undefined, 'dpd timeout', 'v2', '2017-02-18 01:17:06'],
    );
    assert.deepEqual(
      factsIn('NE40E_dispaly_ike_history.txt', 'ikeErrorHistory').map(({ reason }) => reason),
      [
        'Receive phase1 delete info',
        'Receive phase2 delete info',
        'Critical Payload : Dropped(Payload=35)',
        'Unknown Exchange Type(ExchType=88)',
        'Exchange Type Mismatch(ExchType=100)',
      ],
    );
    for (const file of ['USG6000E', 'S_switch'])
      assert.deepEqual(
        columns(
          factsIn(`${file}_display_ipsec_history_record.txt`, 'ipsecHistory'),
          'peer',
          'port',
          'vpnInstance',
          'reason',
          'time',
          'timesInDay',
        ),
        [['2.1.1.1', '500', 'huawei', 'peer request', '2017-07-17 20:25:31', '1']],
      );
  });

  test('statistics: every counter by its label, below its heading', () => {
    const valueOf = (file: string, name: OutputName, label: string): unknown =>
      factsIn(file, name).find((each) => each['label'] === label)?.['value'];
    assert.equal(
      valueOf('NE40E_display_ike_statistics.txt', 'ikeStatistics', 'IKEv2 child SA rekey success'),
      '4272',
    );
    const errors = 'S_switch_display_ikev2_statistics_error_PARTIAL.txt';
    assert.equal(valueOf(errors, 'ikeStatistics', 'Flow mismatch'), '1');
    assert.equal(valueOf(errors, 'ikeStatistics', 'Rekey, old child close'), '14');
    const packets = 'S_switch_display_ipsec_packet_statistics_PARTIAL.txt';
    assert.equal(valueOf(packets, 'ipsecStatistics', 'Number of IPSec tunnels'), '1');
    const sections = new Set(
      factsIn('NE40E_display-ipsec-stat-both_IPSECOM.txt', 'ipsecStatistics').map(({ section }) => section),
    );
    assert.deepEqual(
      [...sections],
      [
        'IPv6 security packet statistics',
        'dropped security packet detail',
        'the normal packet statistics',
        'IPv4 security packet statistics',
      ],
    );
  });

  test('settings: lifetimes, proposals, peers and policies', () => {
    assert.deepEqual(
      columns(
        factsIn('NE40E_display-ipsec-sa-duration_IPSECOM.txt', 'ipsecGlobalConfig'),
        'lifetimeSeconds',
        'lifetimeKilobytes',
      ),
      [['3600 seconds', '1843200 kilobytes']],
    );
    const usg = 'USG6000V_display_ike_proposal_ike_peer_brief_ipsec_proposal.txt';
    assert.deepEqual(
      columns(factsIn(usg, 'ikeProposal'), 'name', 'encryptionAlgorithm', 'dhGroup', 'duration'),
      [['Default', 'AES-256 AES-192 AES-128', 'MODP-2048', '86400']],
    );
    assert.deepEqual(columns(factsIn(usg, 'ikePeer'), 'name', 'version', 'proposal', 'remoteAddress'), [
      ['fw2', 'v1', '12', '101.1.1.1'],
    ]);
    assert.deepEqual(columns(factsIn(usg, 'ipsecProposal'), 'espAuthentication', 'espEncryption'), [
      ['SHA2-HMAC-256', 'AES-256'],
    ]);
    assert.deepEqual(
      columns(factsIn('NE40E_display_ike_proposal.txt', 'ikeProposal'), 'name', 'dhGroup').map(String),
      ['1,NONE', 'default1,MODP_2048', 'default2,MODP_1024', 'default3,MODP_768'],
    );
    assert.deepEqual(
      columns(factsIn('NE40E_display-ipsec-policy.txt', 'ipsecPolicy'), 'name', 'sequence', 'acl', 'ikePeer'),
      [
        ['policy1', '1', '3001', undefined],
        ['pol1', '1', '3000', 'peer1'],
      ],
    );
    assert.deepEqual(
      columns(
        factsIn('NE40E_display-ipsec-policy-template.txt', 'ipsecPolicyTemplate'),
        'name',
        'sequence',
        'acl',
      ),
      [
        ['test', '1', '3000'],
        ['pol', '1', '0'],
      ],
    );
  });
});
