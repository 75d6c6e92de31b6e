import * as l10n from '@vscode/l10n';
import { algorithmTitle, type AlgorithmKind } from '../../commands/algorithms';
import type { NameKind } from '../../commands/types';
import {
  says,
  type Acl,
  type Device,
  type IkePeer,
  type IkeProposal,
  type Interface,
  type IpsecPolicy,
  type IpsecPolicyTemplate,
  type IpsecProfile,
  type IpsecProposal,
  type Named,
  type PolicySettings,
} from '../../model/device';
import { nameKey } from '../../model/reading';
import { lineOf, type Value } from '../../model/value';
import { kindName } from '../../rules/kinds';
import { offeredBy } from '../../tunnels/end';
import { code, codeBlock, paragraphs, tableCell } from './markdown';
import { zoneOf } from './zone';
import { series } from '../../l10n';

/** One row of an object's table: what the setting is called, and its value as far as known. */
type Row = readonly [setting: string, value: string | undefined];

function table(rows: readonly Row[]): string {
  const known = rows.filter((row): row is readonly [string, string] => row[1] !== undefined && row[1] !== '');
  if (known.length === 0) return '';
  return [
    '| | |',
    '|:--|:--|',
    ...known.map(([setting, value]) => `| ${setting} | ${tableCell(value)} |`),
  ].join('\n');
}

function titles(kind: AlgorithmKind, value: Value<readonly string[]> | undefined): string {
  if (!value) return l10n.t('*default, depends on the release*');
  if (value.value.length === 0) return l10n.t('none');
  const names = series(value.value.map((id) => algorithmTitle(kind, id)));
  return withOrigin(value, names);
}

/** A shown value, marked where it is not written. */
function withOrigin(value: Value<unknown>, shown: string): string {
  return value.origin === 'default' ? l10n.t('{0} (default)', shown) : shown;
}

function proposalRows(proposal: IkeProposal): Row[] {
  const method = proposal.authenticationMethod;
  return [
    [l10n.t('Encryption'), titles('encryption', proposal.encryption)],
    [l10n.t('Hash (IKEv1)'), titles('hash', proposal.hash)],
    [l10n.t('DH group'), titles('dh', proposal.dh)],
    [
      l10n.t('Authentication method'),
      method ? code(method.value) : l10n.t('*default, depends on the release*'),
    ],
    [l10n.t('Integrity (IKEv2)'), titles('integrity', proposal.integrity)],
    [l10n.t('PRF (IKEv2)'), titles('prf', proposal.prf)],
    [
      l10n.t('Lifetime'),
      proposal.lifetime && withOrigin(proposal.lifetime, l10n.t('{0} seconds', proposal.lifetime.value)),
    ],
  ];
}

/** A value that an output leaves open is no default. */
function unlessOpen(object: Named, setting: string, value: string | undefined): string | undefined {
  return says(object, setting) ? value : undefined;
}

function versionsText(peer: IkePeer): string | undefined {
  const { v1, v2 } = peer.versions.value;
  if (!says(peer, 'versions')) return undefined;
  if (v1 && v2) return l10n.t('IKEv1 and IKEv2 (initiates IKEv2, answers both)');
  return v2 ? 'IKEv2' : v1 ? 'IKEv1' : l10n.t('none');
}

function keyText(peer: IkePeer): string | undefined {
  switch (peer.key?.value.form) {
    case 'cipher':
      return l10n.t('set, ciphered');
    case 'plain':
      return l10n.t('set, in clear text (not shown)');
    case 'masked':
      return l10n.t('masked in this file');
    case undefined:
      return peer.userTable ? l10n.t('in IKE user table {0}', code(peer.userTable.value)) : l10n.t('none');
  }
}

function peerPage(device: Device, peer: IkePeer): string {
  const remotes = peer.remoteAddresses.map(({ value }) =>
    value.vpnInstance === undefined
      ? code(value.text)
      : l10n.t('{0} in VPN instance {1}', code(value.text), code(value.vpnInstance)),
  );
  const offered = offeredBy(device, peer) ?? [];
  const rows: Row[] = [
    [
      l10n.t('Remote address'),
      unlessOpen(
        peer,
        'remoteAddresses',
        remotes.length > 0 ? series(remotes) : l10n.t('none: any initiator'),
      ),
    ],
    [l10n.t('Local address'), peer.localAddress && code(peer.localAddress.value)],
    [l10n.t('IKE version'), versionsText(peer)],
    [
      l10n.t('Exchange mode (IKEv1)'),
      peer.versions.value.v1
        ? unlessOpen(peer, 'exchangeMode', code(peer.exchangeMode?.value ?? 'main'))
        : undefined,
    ],
    [l10n.t('Pre-shared key'), keyText(peer)],
    [l10n.t('Certificate'), peer.certificate && code(peer.certificate.value)],
    [
      l10n.t('Local ID'),
      unlessOpen(peer, 'localIdType', idText(peer.localIdType?.value ?? 'ip', peer.localId?.value)),
    ],
    [l10n.t('Remote ID'), idText(peer.remoteIdType?.value, peer.remoteId?.value ?? peer.remoteName?.value)],
    [
      l10n.t('IKE proposals'),
      offered.length > 0
        ? series(offered.map(({ name }) => code(name)))
        : peer.proposal
          ? l10n.t('{0} (not defined)', code(peer.proposal.value))
          : unlessOpen(peer, 'proposal', l10n.t("*the device's own default*")),
    ],
  ];
  const parts = [table(rows)];
  for (const proposal of offered.slice(0, 3)) {
    parts.push(`**${l10n.t('IKE proposal {0}', code(proposal.name))}**\n\n${table(proposalRows(proposal))}`);
  }
  return paragraphs(...parts);
}

function idText(type: string | undefined, id: string | undefined): string | undefined {
  if (type === undefined) return id === undefined ? undefined : code(id);
  return id === undefined ? code(type) : `${code(type)} ${code(id)}`;
}

function ipsecProposalRows(proposal: IpsecProposal): Row[] {
  const { transform } = proposal;
  const esp = transform.value !== 'ah';
  return [
    [l10n.t('Protocol'), unlessOpen(proposal, 'transform', code(transform.value))],
    [l10n.t('Encapsulation'), unlessOpen(proposal, 'encapsulation', code(proposal.encapsulation.value))],
    [l10n.t('ESP authentication'), esp ? titles('hash', proposal.espAuthentication) : undefined],
    [l10n.t('ESP encryption'), esp ? titles('encryption', proposal.espEncryption) : undefined],
    [
      l10n.t('AH authentication'),
      transform.value === 'esp' ? undefined : titles('hash', proposal.ahAuthentication),
    ],
  ];
}

function settingsRows(device: Device, settings: Named & PolicySettings): Row[] {
  const { acl, ikePeer, proposals, perfectForwardSecrecy, tunnelLocal, tunnelRemote } = settings;
  const peer = device.ikePeers.find((each) => each.name === ikePeer?.value);
  const remotes = peer && series(peer.remoteAddresses.map(({ value }) => code(value.text)));
  return [
    [l10n.t('Security ACL'), acl && code(acl.value)],
    [l10n.t('IKE peer'), ikePeer && (remotes ? `${code(ikePeer.value)} → ${remotes}` : code(ikePeer.value))],
    [l10n.t('IPsec proposals'), series(proposals.map(({ value }) => code(value)))],
    [
      l10n.t('Perfect forward secrecy'),
      perfectForwardSecrecy
        ? algorithmTitle('dh', perfectForwardSecrecy.value)
        : unlessOpen(settings, 'perfectForwardSecrecy', l10n.t('none')),
    ],
    [l10n.t('Local tunnel address'), tunnelLocal && code(tunnelLocal.value)],
    [l10n.t('Remote tunnel address'), tunnelRemote && code(tunnelRemote.value)],
    [l10n.t('Lifetime'), settings.lifetimeSeconds && l10n.t('{0} seconds', settings.lifetimeSeconds.value)],
    [
      l10n.t('Traffic limit'),
      settings.lifetimeKilobytes && l10n.t('{0} kilobytes', settings.lifetimeKilobytes.value),
    ],
  ];
}

function policyPage(device: Device, entries: readonly IpsecPolicy[]): string {
  const [first] = entries;
  const interfaces = device.interfaces.filter((each) => each.ipsecPolicy?.value === first?.name);
  const applied =
    interfaces.length > 0
      ? l10n.t('Applied to {0}', series(interfaces.map(({ name }) => code(name))))
      : entries.every(({ printed }) => printed === undefined)
        ? l10n.t('Applied to no interface in this file')
        : undefined;
  const parts = entries.slice(0, 5).map((entry) => {
    const template = entry.template && l10n.t('template {0}', code(entry.template.value));
    const rows = table(settingsRows(device, entry));
    return `**${l10n.t('Entry {0}', entry.sequence)}** ${code(entry.mode)}${template ? `, ${template}` : ''}\n\n${template ? '' : rows}`;
  });
  if (entries.length > 5)
    parts.push(
      entries.length === 6
        ? l10n.t('… and 1 more entry')
        : l10n.t('… and {0} more entries', entries.length - 5),
    );
  return paragraphs(applied, ...parts);
}

function aclPage(acl: Acl): string {
  const shown = acl.rules.slice(0, 10).map((rule) => lineOf(rule.place).text.trim());
  const more = acl.rules.length - shown.length;
  return paragraphs(
    acl.rules.length === 1 ? l10n.t('1 rule') : l10n.t('{0} rules', acl.rules.length),
    shown.length > 0 ? codeBlock(shown.join('\n')) : undefined,
    more > 1 ? l10n.t('… and {0} more rules', more) : more === 1 ? l10n.t('… and 1 more rule') : undefined,
  );
}

function interfacePage(device: Device, each: Interface): string {
  const addresses = each.addresses.map(({ value }) =>
    code(value.length === undefined ? value.address : `${value.address}/${value.length}`),
  );
  const zone = zoneOf(device, each);
  return table([
    [l10n.t('Address'), each.dynamicAddress ? l10n.t('assigned at run time') : series(addresses)],
    [l10n.t('VPN instance'), each.vpnInstance && code(each.vpnInstance.value)],
    [l10n.t('Security zone'), zone === undefined ? undefined : code(zone)],
    [l10n.t('Tunnel protocol'), each.tunnelProtocol && code(each.tunnelProtocol.value)],
    [l10n.t('Tunnel source'), each.source && code(each.source.value)],
    [l10n.t('Tunnel destination'), each.destination && code(each.destination.value)],
    [l10n.t('IPsec policy'), each.ipsecPolicy && code(each.ipsecPolicy.value)],
    [l10n.t('IPsec profile'), each.ipsecProfile && code(each.ipsecProfile.value)],
  ]);
}

function body(device: Device, kind: NameKind, name: string): string | undefined {
  const is = (each: { readonly name: string }): boolean => nameKey(kind, each.name) === nameKey(kind, name);
  switch (kind) {
    case 'ike-peer': {
      const peer = device.ikePeers.find(is);
      return peer && peerPage(device, peer);
    }
    case 'ike-proposal': {
      const proposal = device.ikeProposals.find(is);
      return proposal && table(proposalRows(proposal));
    }
    case 'ipsec-proposal': {
      const proposal = device.ipsecProposals.find(is);
      return proposal && table(ipsecProposalRows(proposal));
    }
    case 'ipsec-policy': {
      const entries = device.policies.filter(is);
      return entries.length > 0 ? policyPage(device, entries) : undefined;
    }
    case 'ipsec-policy-template': {
      const entries: IpsecPolicyTemplate[] = device.templates.filter(is);
      return entries.length > 0
        ? paragraphs(
            ...entries.map(
              (entry) =>
                `**${l10n.t('Entry {0}', entry.sequence)}**\n\n${table(settingsRows(device, entry))}`,
            ),
          )
        : undefined;
    }
    case 'ipsec-profile': {
      const profile: IpsecProfile | undefined = device.profiles.find(is);
      return profile && table(settingsRows(device, profile));
    }
    case 'acl': {
      const acl = device.acls.find((each) => is(each) || String(each.number) === name);
      return acl && aclPage(acl);
    }
    case 'interface': {
      const found = device.interfaces.find(is);
      return found && interfacePage(device, found);
    }
    case 'ike-user-table': {
      const found = device.userTables.find(is);
      if (!found) return undefined;
      const names = series(found.users.map((user) => code(user.name)));
      return found.users.length === 1
        ? l10n.t('1 user: {0}', names)
        : l10n.t('{0} users: {1}', found.users.length, names);
    }
    default:
      return undefined;
  }
}

/** The page of a named object as the device resolves it; undefined for kinds that have none. */
export function objectPage(device: Device, kind: NameKind, name: string): string | undefined {
  const shown = body(device, kind, name);
  const title = `### ${kindName(kind)} ${code(name)}`;
  if (shown !== undefined) return paragraphs(title, shown);
  const defined = device.names.some(
    (use) => use.kind === kind && use.role === 'definition' && use.name === nameKey(kind, name),
  );
  return defined ? title : paragraphs(title, l10n.t('Not defined in this file.'));
}
