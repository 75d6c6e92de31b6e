import * as l10n from '@vscode/l10n';
import type { Device, IkeUser } from '../model/device';
import { linesOf, nameKey } from '../model/reading';
import { isPlaceholder } from '../model/secret';
import { canonicalAddress, isMaskedAddress } from '../syntax/address';
import type { DeviceRule, Finding } from './rule';
import { mayHold } from './targets';

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
function hasIdType({ blocks }: IkeUser): boolean {
  return blocks.some(({ uri, item, block }) =>
    linesOf(uri, item, block).some((line) => line.starts('id-type')),
  );
}

/** The identity by which a user is recognised; undefined where it is not written or somebody has masked it. */
function identityOf({ idType, id }: IkeUser): string | undefined {
  if (!idType || !id || isPlaceholder(id.value) || isMaskedAddress(id.value)) return undefined;
  return `${idType.value} ${canonicalAddress(id.value) ?? id.value}`;
}

/** Users of an IKE user table that no initiator can be matched with. */
export const userTable: DeviceRule = {
  id: 'ike-user-table-fault',
  severity: 'warning',
  causes: ["none of user's interface is selected", 'config ID mismatch'],
  documentation: {
    title: { en: 'A fault in an IKE user table', 'zh-cn': 'IKE 用户表配置错误' },
    checks: {
      en:
        'A user without `id-type`, two users of one table with the same ID, and `interface-assign` with an interface that the device does ' +
        'not have or that carries no IPsec.',
      'zh-cn':
        '用户缺少 `id-type`；同一用户表中两个用户的 ID 相同；`interface-assign` 指定的接口不存在或未应用 IPsec。',
    },
    why: {
      en: 'The head office picks key and tunnel interface by the ID that the branch sends; without a single match it refuses.',
      'zh-cn': '总部根据分支发来的 ID 选择密钥和隧道接口；无法唯一匹配时拒绝协商。',
    },
    sources: ["IPSec Fault Cause Reference, none of user's interface is selected"],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    for (const table of device.userTables) {
      const byId = new Map<string, IkeUser>();
      for (const user of table.users) {
        if (!user.idType && !mayHold(user, 'id-type') && !hasIdType(user)) {
          findings.push({
            place: user.place,
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
            message: l10n.t(
              'IKE users {0} and {1} have the same ID {2}; only one of them can be chosen.',
              other.name,
              user.name,
              user.id.value,
            ),
            related: [{ place: other.id.place, message: l10n.t('IKE user {0}', other.name) }],
          });
        } else if (id !== undefined) byId.set(id, user);
        findings.push(...interfaceFault(user, device));
      }
    }
    return findings;
  },
};
