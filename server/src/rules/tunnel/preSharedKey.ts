import * as l10n from '@vscode/l10n';
import type { KeyMaterial, Named } from '../../model/device';
import { unquoted } from '../../model/reading';
import { textOf, type Written } from '../../model/value';
import type { Agreement } from '../../tunnels/agreement';
import type { End } from '../../tunnels/end';
import { localIdentity } from '../../tunnels/identity';
import type { Tunnel } from '../../tunnels/pairing';
import { phase1Of } from '../../tunnels/phase1';
import { comparedSessions, type Session } from '../../tunnels/session';
import { repair, replace } from '../edits';
import type { Repair } from '../rule';
import type { Side, TunnelRule } from '../tunnelRule';

/** The key that an end has for the other one. */
interface Key {
  readonly key: Written<KeyMaterial>;
  /** The peer or the user that has it. */
  readonly owner: Named;
  readonly label: string;
}

/** The key an end uses with another: that of the IKE user with the other's ID, else that of its peer. Undefined where it is not known. */
function keyOf(end: End, other: End): Key | undefined {
  const { peer, device } = end;
  if (!peer) return undefined;
  if (!peer.userTable)
    return peer.key && { key: peer.key, owner: peer, label: l10n.t('IKE peer {0}', peer.name) };
  const given = localIdentity(other);
  const table = device.userTables.find(({ name }) => name === peer.userTable?.value);
  const user = table?.users.find(({ id }) => given?.text !== undefined && id?.value === given.text);
  return user?.key && { key: user.key, owner: user, label: l10n.t('IKE user {0}', user.name) };
}

/** Two ciphered keys that differ can be one key; only equal ones say something. */
function compare(a: Key, b: Key): Agreement {
  const [first, second] = [unquoted(textOf(a.key.place)), unquoted(textOf(b.key.place))];
  const forms = [a.key.value.form, b.key.value.form];
  if (forms.includes('masked')) return 'unknown';
  if (first === second) return 'agree';
  return forms.includes('cipher') ? 'unknown' : 'differ';
}

/** Whether the sessions authenticate with keys: by the method of the proposals that they agree on, or come nearest to it with. */
function usesKeys(tunnel: Tunnel, session: Session): boolean {
  const proposals = phase1Of(tunnel, session).nearest?.proposals ?? [];
  return proposals.every(
    ({ authenticationMethod }) => (authenticationMethod?.value ?? 'pre-share') === 'pre-share',
  );
}

/** What a device prints when the keys differ. */
function causesFor(at: 0 | 1, sessions: readonly Session[]): string[] {
  const causes = sessions.flatMap(({ version, mode, initiator }) =>
    version === 1 && mode === 'main' && initiator !== at
      ? ['malformed payload', 'malformed message']
      : ['authentication fail'],
  );
  return [...new Set(causes)];
}

function copyRepairs(ends: readonly [End, End], keys: readonly [Key, Key]): Repair[] {
  const copy = (from: 0 | 1, to: 0 | 1): Repair[] =>
    repair(
      l10n.t(
        'Copy the key of {0} to {1} of {2}',
        ends[from].device.name,
        keys[to].label,
        ends[to].device.name,
      ),
      from === 0,
      replace(keys[to].key.place, textOf(keys[from].key.place)),
    ).map((each) => ({ ...each, secret: true }));
  return [...copy(0, 1), ...copy(1, 0)];
}

/** Two readable keys that are not the same. */
export const preSharedKey: TunnelRule = {
  id: 'pre-shared-key-mismatch',
  severity: 'error',
  phase: 'authentication',
  causes: ['authentication fail', 'malformed payload', 'malformed message'],
  documentation: {
    title: { en: 'Different pre-shared keys', 'zh-cn': '预共享密钥不一致' },
    checks: {
      en:
        'The readable pre-shared keys of both ends; with a user table that of the user with the other end’s ID. A ciphered key differs ' +
        'from save to save, so that two of them say nothing unless they are equal. No key is ever shown.',
      'zh-cn':
        '比较两端的明文预共享密钥；使用用户表时比较对端 ID 对应用户的密钥。密文每次保存都不同，仅当密文相同才能判断。不会显示任何密钥。',
    },
    why: {
      en: 'Under IKEv1 main mode the responder cannot decrypt the initiator’s ID and calls the payload malformed; otherwise authentication fails.',
      'zh-cn': 'IKEv1 主模式下响应方无法解密发起方的身份载荷，提示载荷畸形；其他情况下认证失败。',
    },
    repair: { en: 'Copies the key of one end to the other.', 'zh-cn': '将一端的密钥复制到另一端。' },
    sources: [
      'RFC 2409 §5.4',
      'RFC 7296 §2.15',
      'IPSec Fault Cause Reference, authentication fail',
      'IPSec Fault Cause Reference, malformed payload',
    ],
  },
  checkTunnel: (tunnel) => {
    const { ends } = tunnel;
    const sessions = comparedSessions(tunnel).filter((session) => usesKeys(tunnel, session));
    if (sessions.length === 0)
      return comparedSessions(tunnel).length > 0 ? { unverified: ['certificate'] } : {};
    const keys = [keyOf(ends[0], ends[1]), keyOf(ends[1], ends[0])] as const;
    const [a, b] = keys;
    if (!a || !b) return { unverified: ['pre-shared-key'] };
    const agreement = compare(a, b);
    if (agreement !== 'differ') return agreement === 'unknown' ? { unverified: ['pre-shared-key'] } : {};
    const mainMode = sessions.every(({ version, mode }) => version === 1 && mode === 'main');
    const side = (at: 0 | 1): Side => {
      const [own, other] = at === 0 ? [a, b] : [b, a];
      const [mine, yours] = at === 0 ? ends : [ends[1], ends[0]];
      const names = [own.label, mine.device.name, other.label, yours.device.name];
      return {
        place: own.key.place,
        value: l10n.t('{1}: the key of {0}', own.label, mine.device.name),
        message: mainMode
          ? l10n.t(
              'The pre-shared key of {0} on {1} is not that of {2} on {3}; in main mode this shows as a malformed payload.',
              ...names,
            )
          : l10n.t(
              'The pre-shared key of {0} on {1} is not that of {2} on {3}: authentication fails.',
              ...names,
            ),
        causes: causesFor(at, sessions),
      };
    };
    return {
      differences: [{ sides: [side(0), side(1)], effect: 'fails', repairs: () => copyRepairs(ends, [a, b]) }],
    };
  },
};
