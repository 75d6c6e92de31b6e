/** Healthy pairs of devices: nothing about them may be reported as an error, and every fault is made out of one of them. */

/** How the second end takes the first one. The first one is a policy, or a profile where both are tunnel interfaces. */
export type EndStyle = 'policy' | 'template' | 'profile';

export type Version = 'IKEv1 main' | 'IKEv1 aggressive' | 'IKEv2';

export type Side = 'a' | 'b';

/** The texts of two devices. */
export type PairTexts = Readonly<Record<Side, string>>;

export const STYLES: readonly EndStyle[] = ['policy', 'template', 'profile'];
export const VERSIONS: readonly Version[] = ['IKEv1 main', 'IKEv1 aggressive', 'IKEv2'];

interface Device {
  readonly name: string;
  readonly peer: string;
  readonly address: string;
  readonly remote: string;
  readonly id: string;
  readonly remoteId: string;
  readonly network: string;
  readonly farNetwork: string;
}

const FW_A: Device = {
  name: 'FW_A',
  peer: 'fw_b',
  address: '203.0.113.1',
  remote: '198.51.100.2',
  id: 'a.example',
  remoteId: 'b.example',
  network: '10.1.1',
  farNetwork: '10.1.2',
};

const FW_B: Device = {
  name: 'FW_B',
  peer: 'fw_a',
  address: FW_A.remote,
  remote: FW_A.address,
  id: FW_A.remoteId,
  remoteId: FW_A.id,
  network: FW_A.farNetwork,
  farNetwork: FW_A.network,
};

function peerLines(device: Device, version: Version, answers: boolean): string[] {
  return [
    ...(version === 'IKEv2' ? ['undo version 1'] : ['undo version 2']),
    ...(version === 'IKEv1 aggressive' ? ['exchange-mode aggressive'] : []),
    'pre-shared-key Example-Key-1',
    'ike-proposal 10',
    'local-id-type fqdn',
    'remote-id-type fqdn',
    `remote-id ${device.remoteId}`,
    `local-id ${device.id}`,
    ...(answers ? [] : [`remote-address ${device.remote}`]),
  ];
}

function settings(style: EndStyle, device: Device): string[] {
  const shared = [`ike-peer ${device.peer}`, 'proposal tran1', 'pfs dh-group14'];
  if (style === 'profile') return ['ipsec profile prof1', ...shared.map((line) => ` ${line}`)];
  const own = ['security acl 3000', ...shared].map((line) => ` ${line}`);
  return style === 'policy'
    ? ['ipsec policy map1 10 isakmp', ...own]
    : ['ipsec policy-template temp1 1', ...own, '#', 'ipsec policy map1 10 isakmp template temp1'];
}

function configuration(device: Device, style: EndStyle, version: Version): string {
  const { name, address, network, farNetwork, peer } = device;
  const isProfile = style === 'profile';
  const lines = [
    '#',
    `sysname ${name}`,
    '#',
    ...(isProfile
      ? []
      : [
          'acl number 3000',
          ` rule 5 permit ip source ${network}.0 0.0.0.255 destination ${farNetwork}.0 0.0.0.255`,
          ` rule 10 permit tcp source ${network}.0 0.0.0.255 destination 10.9.9.0 0.0.0.255 destination-port eq 443`.replace(
            /source (\S+) 0\.0\.0\.255 destination 10\.9\.9\.0 0\.0\.0\.255 destination-port/,
            device === FW_A
              ? 'source $1 0.0.0.255 destination 10.9.9.0 0.0.0.255 destination-port'
              : 'source 10.9.9.0 0.0.0.255 destination 10.1.1.0 0.0.0.255 source-port',
          ),
          '#',
        ]),
    'ipsec proposal tran1',
    ' esp authentication-algorithm sha2-256',
    ' esp encryption-algorithm aes-256',
    '#',
    'ike proposal 10',
    ' encryption-algorithm aes-256',
    ' dh group14',
    ' authentication-algorithm sha2-256',
    ' authentication-method pre-share',
    ' integrity-algorithm hmac-sha2-256',
    ' prf hmac-sha2-256',
    '#',
    `ike peer ${peer}`,
    ...peerLines(device, version, style === 'template').map((line) => ` ${line}`),
    '#',
    ...settings(style, device),
    '#',
    'interface GigabitEthernet1/0/0',
    ` ip address ${address} 255.255.255.0`,
    ...(isProfile ? [] : [' ipsec policy map1']),
    '#',
    'interface GigabitEthernet1/0/1',
    ` ip address ${network}.1 255.255.255.0`,
    '#',
    ...(isProfile
      ? [
          'interface Tunnel1',
          ' ip address 172.16.0.1 255.255.255.0',
          ' tunnel-protocol ipsec',
          ' source GigabitEthernet1/0/0',
          ' ipsec profile prof1',
          '#',
          `ip route-static ${farNetwork}.0 255.255.255.0 Tunnel1`,
          '#',
        ]
      : []),
    'return',
  ];
  return `${lines.join('\n')}\n`;
}

/** A pair in which nothing differs that has to agree. */
export function healthyPair(style: EndStyle, version: Version): PairTexts {
  return {
    a: configuration(FW_A, style === 'profile' ? 'profile' : 'policy', version),
    b: configuration(FW_B, style, version),
  };
}
