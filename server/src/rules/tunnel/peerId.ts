import * as l10n from '@vscode/l10n';
import type { IdType } from '../../model/device';
import type { Agreement } from '../../tunnels/agreement';
import type { End } from '../../tunnels/end';
import { expectedIdentity, localIdentity, type Identity } from '../../tunnels/identity';
import type { Tunnel } from '../../tunnels/pairing';
import { comparedSessions } from '../../tunnels/session';
import { repair, type Step } from '../edits';
import type { Repair } from '../rule';
import type { Difference, Documents, Side, TunnelRule } from '../tunnelRule';
import { addCommand, changeValue } from '../typing';
import { aside } from '../../l10n';

/** Whether an ID is one that an end asks for. A distinguished name is compared part by part, which is not done here. */
function compare(wanted: Identity, given: Identity): Agreement {
  if (wanted.type === 'any') return 'agree';
  const bothTyped =
    wanted.typePlace !== undefined && (given.typePlace !== undefined || given.text === undefined);
  const typesDiffer = bothTyped && wanted.type !== given.type;
  if (wanted.text === undefined) return wanted.type === given.type ? 'agree' : 'unknown';
  if (typesDiffer) return 'differ';
  if (wanted.type === 'dn' || given.type === 'dn') return wanted.text === given.text ? 'agree' : 'unknown';
  if (given.text === undefined) return 'unknown';
  if (wanted.text === given.text || (wanted.value !== undefined && wanted.value === given.value))
    return 'agree';
  // Names that differ in their letters' case only are one to some devices.
  if (wanted.text.toLowerCase() === given.text.toLowerCase()) return 'unknown';
  // Where neither end says of which type its ID is, a device may not look at it at all.
  return wanted.typePlace || given.typePlace ? 'differ' : 'unknown';
}

function idText({ type, text, typePlace }: Identity): string {
  const value = text ?? l10n.t('its address');
  return typePlace || text === undefined ? aside(value, type) : value;
}

interface Line {
  readonly type: IdType;
  readonly value: string;
}

/** Writes an ID into a peer: over the lines that are there, else as new ones. */
function write(end: End, which: 'local' | 'remote', id: Line, documents: Documents): (Step | undefined)[] {
  const { device, peer } = end;
  if (!peer) return [undefined];
  const idCommand = `${which}-id ${id.value}`;
  const typeCommand = `${which}-id-type ${id.type}`;
  const [type, value] =
    which === 'local'
      ? [peer.localIdType, peer.localId]
      : [peer.remoteIdType, peer.remoteId ?? peer.remoteName];
  const steps: (Step | undefined)[] = [];
  if (type) {
    if (type.value !== id.type && !(type.value === 'name' && id.type === 'fqdn'))
      steps.push(changeValue(device, peer, type.place, id.type, [typeCommand]));
  } else if (which === 'remote' ? value === undefined : id.type !== 'ip') {
    steps.push(addCommand(device, peer, typeCommand, documents));
  }
  if (!value) steps.push(addCommand(device, peer, idCommand, documents));
  else if (value.value !== id.value)
    steps.push(changeValue(device, peer, value.place, id.value, [idCommand]));
  return steps;
}

interface Check {
  /** The end that looks at the ID. */
  readonly at: 0 | 1;
  readonly checker: End;
  readonly sender: End;
  readonly wanted: Identity;
  readonly given: Identity;
  readonly agreement: Agreement;
}

function checksOf(tunnel: Tunnel): Check[] {
  return ([0, 1] as const).flatMap((at) => {
    const checker = tunnel.ends[at];
    const sender = tunnel.ends[at === 0 ? 1 : 0];
    const wanted = expectedIdentity(checker);
    const given = localIdentity(sender);
    if (!wanted || !given) return [];
    return [{ at, checker, sender, wanted, given, agreement: compare(wanted, given) }];
  });
}

function repairsFor({ checker, sender, wanted, given }: Check, documents: Documents): Repair[] {
  const repairs: Repair[] = [];
  if (given.text !== undefined)
    repairs.push(
      ...repair(
        l10n.t('Let {0} expect the ID {1}', checker.device.name, idText(given)),
        true,
        ...write(checker, 'remote', { type: given.type, value: given.text }, documents),
      ),
    );
  if (wanted.text !== undefined)
    repairs.push(
      ...repair(
        l10n.t('Let {0} use the ID {1}', sender.device.name, idText(wanted)),
        repairs.length === 0,
        ...write(sender, 'local', { type: wanted.type, value: wanted.text }, documents),
      ),
    );
  return repairs;
}

function differenceOf(check: Check): Difference {
  const { at, checker, sender, wanted, given } = check;
  const names = [checker.device.name, idText(wanted), sender.device.name, idText(given)];
  const own: Side = {
    place: wanted.place,
    value: l10n.t('{0} expects {1}', checker.device.name, idText(wanted)),
    message: l10n.t('{0} expects the ID {1} from {2}, which sends {3}.', ...names),
    causes: ['config ID mismatch'],
  };
  const other: Side = {
    place: given.place,
    value: l10n.t('{0} sends {1}', sender.device.name, idText(given)),
    message: l10n.t('{2} sends the ID {3}, but {0} expects {1}.', ...names),
    causes: ['config ID mismatch', 'authentication fail'],
  };
  return {
    sides: at === 0 ? [own, other] : [other, own],
    effect: 'fails',
    repairs: (documents) => repairsFor(check, documents),
  };
}

/** An end that expects another ID than the one the other end sends. */
export const peerId: TunnelRule = {
  id: 'peer-id-mismatch',
  severity: 'error',
  phase: 'identity',
  causes: ['config ID mismatch', 'authentication fail'],
  documentation: {
    title: { en: 'Another ID than expected', 'zh-cn': '身份标识不一致' },
    checks: {
      en:
        '`remote-id` and `remote-id-type` of one end against `local-id`, `local-id-type` and `ike local-name` of the other; without them ' +
        'an end sends its address. An end without `remote-id` takes any ID. Distinguished names, names that differ in case only, and IDs ' +
        'of which neither end says the type, count as not compared.',
      'zh-cn':
        '比较一端的 `remote-id`、`remote-id-type` 与另一端的 `local-id`、`local-id-type`、`ike local-name`；未配置时发送本端地址。未配置 `remote-id` 的一端接受任意 ID。可识别名称、仅大小写不同的名称以及两端都未指明类型的 ID 视为无法比较。',
    },
    why: {
      en: 'The end that looks at the ID finds no peer with it and stops the negotiation.',
      'zh-cn': '检查 ID 的一端找不到对应的对等体，协商终止。',
    },
    repair: {
      en: 'Writes the ID that is sent as the expected one, or the other way round.',
      'zh-cn': '将对端发送的 ID 写为期望的 ID，或反之。',
    },
    sources: ['RFC 2407 §4.6.2', 'RFC 7296 §3.5', 'IPSec Fault Cause Reference, config ID mismatch'],
  },
  checkTunnel: (tunnel) => {
    if (comparedSessions(tunnel).length === 0) return {};
    const checks = checksOf(tunnel);
    return {
      differences: checks.filter(({ agreement }) => agreement === 'differ').map(differenceOf),
      unverified: checks.some(({ agreement }) => agreement === 'unknown') ? ['remote-id'] : [],
    };
  },
};
