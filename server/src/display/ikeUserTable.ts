import type { OutputKind } from './kind';
import { isNothing, LabelReader, present, type Values } from './labels';
import type { Field, Output } from './output';

/** One user of an IKE user table; values as printed. The key is not among them: it is nobody's business. */
export interface DisplayedIkeUser {
  /** The number of its table. */
  readonly table?: Field;
  readonly name: Field;
  readonly idType?: Field;
  readonly id?: Field;
  /** Its label stands there and something behind it. */
  readonly hasKey?: boolean;
  readonly vpnInstance?: Field;
  readonly description?: Field;
  readonly interfaceAssign?: Field;
}

const reader = new LabelReader({
  table: ['IKE User-table', 'IKE user table', 'User-table'],
  users: 'Number of users',
  name: ['User Name', 'IKE User Name', 'User'],
  idType: ['User ID-type', 'ID-type'],
  id: 'User ID',
  key: 'Pre-shared-key',
  vpnInstance: ['VPN instance', 'VPN'],
  description: 'Description',
  interfaceAssign: ['Interface-assign', 'Interface assign'],
});

type Key = ReturnType<typeof reader.read>[number]['key'];

function userOf({ table, name, idType, id, key, vpnInstance, description, interfaceAssign }: Values<Key>) {
  if (!name || isNothing(name.text)) return undefined;
  const others = { table, idType, id, vpnInstance, description, interfaceAssign };
  const hasKey = key && { hasKey: !isNothing(key.text) };
  return { name, ...present<Omit<DisplayedIkeUser, 'name' | 'hasKey'>>(others), ...hasKey };
}

function read({ lines }: Output): readonly DisplayedIkeUser[] {
  const users: Values<Key>[] = [];
  let table: Field | undefined;
  let current: Values<Key> | undefined;
  for (const line of lines) {
    for (const { key, value } of reader.read(line)) {
      if (key === 'table') [table, current] = [value, undefined];
      else if (key === 'name') users.push((current = { name: value, ...present({ table }) }));
      else if (current) current[key] ??= value;
    }
  }
  return users.flatMap((user) => userOf(user) ?? []);
}

/** `display ike user-table [number N]`. */
export const ikeUserTableOutput: OutputKind<DisplayedIkeUser> = {
  command: 'display ike user-table',
  opening: /\bIKE User-table\s*:/i,
  about: {
    reads: 'ID, VPN instance and interface of every user; whether there is a key, never which',
    layouts: { 'USG, AR': 'document' },
  },
  read,
};
