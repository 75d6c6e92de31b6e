import * as l10n from '@vscode/l10n';
import type { Device, IkePeer, IkeUser, IkeUserTable } from '../model/device';
import { linesOf, nameKey } from '../model/reading';
import { isPlaceholder } from '../model/secret';
import { canonicalAddress, isMaskedAddress } from '../syntax/address';
import { methodsOf } from './incompletePeer';
import type { DeviceRule, Finding } from './rule';
import { mayHold, referencesTo } from './targets';

const UNMATCHED = ["none of user's interface is selected", 'config ID mismatch'];
const NO_INTERFACE = "none of user's interface is selected";

/** Whether a text names an interface by type and number, so that the device's interfaces can be searched for it. */
function isInterfaceName(text: string): boolean {
  return /^[A-Za-z0-9-]*[A-Za-z-]\s*\d[\d/.:]*$/.test(text);
}

function interfaceFault(user: IkeUser, device: Device): Finding[] {
  const assigned = user.interfaceAssign;
  if (!assigned || !device.whole || !isInterfaceName(assigned.value)) return [];
  const key = nameKey('interface', assigned.value);
  const found = device.interfaces.find((each) => nameKey('interface', each.name) === key);
  if (!found) {
    return [
      {
        place: assigned.place,
        causes: [NO_INTERFACE],
        message: l10n.t('interface-assign names {0}, which this device does not have.', assigned.value),
      },
    ];
  }
  if (found.ipsecPolicy ?? found.ipsecProfile ?? found.efficientVpn) return [];
  return [
    {
      place: assigned.place,
      causes: [NO_INTERFACE],
      message: l10n.t('interface-assign names {0}, which carries no IPsec policy or profile.', found.name),
      related: [{ place: found.place, message: l10n.t('interface {0}', found.name) }],
    },
  ];
}

/** Whether a line that is not understood in full begins with the command. */
function hasLine({ blocks }: IkeUser, phrase: string): boolean {
  return blocks.some(({ uri, item, block }) =>
    linesOf(uri, item, block).some((line) => !line.undo && line.starts(phrase)),
  );
}

/** The identity by which a user is recognised; undefined where it is not written or somebody has masked it. */
function identityOf({ idType, id }: IkeUser): string | undefined {
  if (!idType || !id || isPlaceholder(id.value) || isMaskedAddress(id.value)) return undefined;
  return `${idType.value} ${canonicalAddress(id.value) ?? id.value}`;
}

/** The peer that takes its pre-shared key from each table: it uses the table and has no key of its own. */
function keylessPeers(device: Device): ReadonlyMap<string, IkePeer> {
  const found = new Map<string, IkePeer>();
  for (const peer of device.ikePeers)
    if (peer.userTable && !found.has(peer.userTable.value) && lacksKey(device, peer))
      found.set(peer.userTable.value, peer);
  return found;
}

function lacksKey(device: Device, peer: IkePeer): boolean {
  if (peer.key || peer.certificate || mayHold(peer, 'pre-shared-key')) return false;
  return methodsOf(device, peer)?.every((method) => method === 'pre-share') === true;
}

function keyFault(user: IkeUser, peer: IkePeer | undefined): Finding[] {
  if (!peer?.userTable || user.key || mayHold(user, 'pre-shared-key') || hasLine(user, 'pre-shared-key'))
    return [];
  return [
    {
      place: user.place,
      causes: ['authentication fail'],
      message: l10n.t(
        'IKE user {0} has no pre-shared-key, and IKE peer {1}, which uses this table, has none either.',
        user.name,
        peer.name,
      ),
      related: [{ place: peer.userTable.place, message: l10n.t('user-table of IKE peer {0}', peer.name) }],
    },
  ];
}

/** A table without users that a peer depends on. */
function emptyTable(table: IkeUserTable, device: Device): Finding[] {
  const [use] = referencesTo(device, 'ike-user-table', table.name);
  if (table.users.length > 0 || !use || !device.whole || mayHold(table, 'user')) return [];
  return [
    {
      place: table.place,
      causes: UNMATCHED,
      message: l10n.t('IKE user table {0} has no users, so no initiator can be matched with it.', table.name),
      related: [{ place: use.place, message: l10n.t('The peer that uses it') }],
    },
  ];
}

/** Users of an IKE user table that no initiator can be matched with. */
export const userTable: DeviceRule = {
  id: 'ike-user-table-fault',
  severity: 'warning',
  causes: [...UNMATCHED, 'authentication fail'],
  documentation: {
    title: { en: 'A fault in an IKE user table', 'zh-cn': 'IKE 用户表配置错误' },
    checks: {
      en:
        'A user without `id-type`, two users of one table with the same ID, `interface-assign` with an interface that the device does not ' +
        'have or that carries no IPsec, a user without a key where the peer that uses the table authenticates with a pre-shared key and ' +
        'has none either, and a table in use without users.',
      'zh-cn':
        '用户缺少 `id-type`；同一用户表中两个用户的 ID 相同；`interface-assign` 指定的接口不存在或未应用 IPsec；引用该用户表的对等体采用预共享密钥认证且自身未配置密钥，而用户也没有密钥；被引用的用户表中没有用户。',
    },
    why: {
      en: 'The head office picks key and tunnel interface by the ID that the branch sends; without a single match it refuses.',
      'zh-cn': '总部根据分支发来的 ID 选择密钥和隧道接口；无法唯一匹配时拒绝协商。',
    },
    sources: ["IPSec Fault Cause Reference, none of user's interface is selected"],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    const peers = keylessPeers(device);
    for (const table of device.userTables) {
      findings.push(...emptyTable(table, device));
      const keyed = device.whole || table.users.some(({ key }) => key);
      const keyless = keyed ? peers.get(table.name) : undefined;
      const byId = new Map<string, IkeUser>();
      for (const user of table.users) {
        if (!user.idType && !mayHold(user, 'id-type') && !hasLine(user, 'id-type')) {
          findings.push({
            place: user.place,
            causes: UNMATCHED,
            message: l10n.t(
              'IKE user {0} has no id-type, so no initiator can be matched with it.',
              user.name,
            ),
          });
        }
        const id = identityOf(user);
        const other = id === undefined ? undefined : byId.get(id);
        if (other?.id && user.id) {
          findings.push({
            place: user.id.place,
            causes: UNMATCHED,
            message: l10n.t(
              'IKE users {0} and {1} have the same ID {2}; only one of them can be chosen.',
              other.name,
              user.name,
              user.id.value,
            ),
            related: [{ place: other.id.place, message: l10n.t('IKE user {0}', other.name) }],
          });
        } else if (id !== undefined) byId.set(id, user);
        findings.push(...interfaceFault(user, device), ...keyFault(user, keyless));
      }
    }
    return findings;
  },
};
