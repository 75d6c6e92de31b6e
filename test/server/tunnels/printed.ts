import { algorithmById, type AlgorithmKind } from '../../../server/src/commands/algorithms';
import { buildDevice } from '../../../server/src/model/build';
import type {
  Device,
  IkePeer,
  IkeProposal,
  IpsecPolicy,
  IpsecProposal,
} from '../../../server/src/model/device';
import { textOf } from '../../../server/src/model/value';
import { Document } from '../../../server/src/syntax/document';

/** What a device with a configuration prints of it: as a terminal session in which somebody has asked for everything about IPsec. */

function shown(kind: AlgorithmKind, ids: readonly string[] | undefined): string {
  if (!ids || ids.length === 0) return '-';
  return ids.map((id) => algorithmById(kind, id)?.display[0] ?? id).join(' ');
}

function proposal({
  name,
  encryption,
  hash,
  dh,
  integrity,
  prf,
  authenticationMethod,
  lifetime,
}: IkeProposal): string[] {
  return [
    ` IKE Proposal: ${name}`,
    `   Authentication Method      : ${shown('authentication-method', authenticationMethod && [authenticationMethod.value])}`,
    `   Authentication Algorithm   : ${shown('hash', hash?.value)}`,
    `   Encryption Algorithm       : ${shown('encryption', encryption?.value)}`,
    `   Diffie-Hellman Group       : ${shown('dh', dh?.value)}`,
    `   SA Duration(Seconds)       : ${lifetime?.value ?? 86400}`,
    `   Integrity Algorithm        : ${shown('integrity', integrity?.value)}`,
    `   Prf Algorithm              : ${shown('prf', prf?.value)}`,
    '-------------------------------------------',
  ];
}

function peer(each: IkePeer): string[] {
  const { v1, v2 } = each.versions.value;
  return [
    ` Peer name               : ${each.name}`,
    ` IKE version             : ${v1 ? 'v1' : ''}${v2 ? 'v2' : ''}`,
    ` Remote IP               : ${each.remoteAddresses[0]?.value.text ?? '-'}`,
    ` Proposal                : ${each.proposal?.value ?? '-'}`,
    ' Pre-shared-key          : ******',
    ` Local ID type           : ${each.localIdType?.value.toUpperCase() ?? 'IP'}`,
    ` Local ID                : ${each.localId?.value ?? '-'}`,
    ` Remote ID type          : ${each.remoteIdType?.value.toUpperCase() ?? '-'}`,
    ` Remote ID               : ${each.remoteId?.value ?? '-'}`,
    ` Exchange mode           : ${each.exchangeMode?.value ?? 'main'} on phase 1`,
    ` NAT-traversal           : ${each.natTraversal?.value === false ? 'Disable' : 'Enable'}`,
    '-------------------------------------------',
  ];
}

function ipsecProposal(each: IpsecProposal): string[] {
  const { name, transform, encapsulation, espAuthentication, espEncryption, ahAuthentication } = each;
  return [
    ` IPSec proposal name: ${name}`,
    `  Encapsulation mode: ${encapsulation.value}`,
    `  Transform         : ${transform.value}-new`,
    ...(transform.value === 'esp'
      ? []
      : [`  AH protocol       : Authentication ${shown('hash', ahAuthentication?.value)}`]),
    ...(transform.value === 'ah'
      ? []
      : [
          `  ESP protocol      : Authentication ${shown('hash', espAuthentication?.value)}`,
          `                      Encryption ${shown('encryption', espEncryption?.value)}`,
        ]),
  ];
}

function policy(each: IpsecPolicy, { interfaces }: Device): string[] {
  const { name, sequence, acl, ikePeer, perfectForwardSecrecy, proposals, tunnelLocal } = each;
  const group = perfectForwardSecrecy?.value.replace('group', 'DH group ');
  const applied = interfaces.filter(({ ipsecPolicy }) => ipsecPolicy?.value === name);
  return [
    '===========================================',
    `IPSec policy group: "${name}"`,
    `Using interface: ${applied.map((one) => one.name).join(' ')}`,
    '===========================================',
    '',
    `    Sequence number: ${sequence}`,
    `    Policy Alias: ${name}-${sequence}`,
    `    Security data flow: ${acl?.value ?? '-'}`,
    `    Peer name    :  ${ikePeer?.value ?? '-'}`,
    `    Perfect forward secrecy: ${group ?? 'None'}`,
    ...proposals.map(({ value }) => `    Proposal name:  ${value}`),
    ...(tunnelLocal ? [`    IPSec local address: ${tunnelLocal.value}`] : []),
  ];
}

/** The capture of a device that has this configuration; `version` is what it prints of its software. */
export function printed(configuration: string, version?: string): string {
  const device = buildDevice('file:///x.cfg', Document.parse(configuration, 'huawei-vrp'));
  const prompt = (command: string): string => `<${device.name}>display ${command}`;
  return [
    ...(version === undefined ? [] : [prompt('version'), version]),
    prompt('ike proposal'),
    '-------------------------------------------',
    ...device.ikeProposals.flatMap(proposal),
    prompt('ike peer'),
    '-------------------------------------------',
    ...device.ikePeers.flatMap(peer),
    prompt('ipsec proposal'),
    ...device.ipsecProposals.flatMap(ipsecProposal),
    prompt('ipsec policy'),
    ...device.policies.flatMap((each) => policy(each, device)),
    prompt('acl all'),
    ...device.acls.flatMap(({ name, rules }) => [
      `Advanced ACL ${name}, ${rules.length} rules`,
      "Acl's step is 5",
      ...rules.map(({ place }) => ` ${textOf(place)} (0 times matched)`),
      '',
    ]),
    prompt('ip interface brief'),
    'Interface                         IP Address/Mask      Physical   Protocol',
    ...device.interfaces.map(({ name, addresses: [address] }) =>
      address
        ? `${name}  ${address.value.address}/${address.value.length ?? 32}  up  up`
        : `${name}  unassigned  up  up`,
    ),
    `<${device.name}>`,
    '',
  ].join('\n');
}
