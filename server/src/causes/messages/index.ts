import { displayFields } from './displayFields';
import { messageFields } from './messageFields';
import { routerMessages } from './routerMessages';
import { securityMessages } from './securityMessages';
import type { FieldDefinition, MessageDefinition } from './types';

export { displayFields, messageFields };
export type { FieldDefinition, MessageDefinition };

/** Log messages and alarms about IPsec. */
export const messages: readonly MessageDefinition[] = [...securityMessages, ...routerMessages];

/** The last part of a mnemonic, the same on every product: `IPSECNEGOFAIL` of `%%01IPSEC-VPN/4/IPSECNEGOFAIL(l)[7]`. */
function lastPart(mnemonic: string): string {
  const part = mnemonic.slice(mnemonic.lastIndexOf('/') + 1).trimStart();
  return (/^\w+/.exec(part)?.[0] ?? '').toLowerCase();
}

const byMnemonic = new Map<string, MessageDefinition>();
const byTrap = new Map<string, MessageDefinition>();
const byOid = new Map<string, MessageDefinition>();
for (const message of messages) {
  for (const mnemonic of message.mnemonics ?? []) byMnemonic.set(lastPart(mnemonic), message);
  if (message.trap !== undefined) byTrap.set(message.trap.toLowerCase(), message);
  if (message.oid !== undefined) byOid.set(message.oid, message);
}

const fieldsByName = {
  message: new Map<string, FieldDefinition>(),
  display: new Map<string, FieldDefinition>(),
};
for (const field of [...messageFields, ...displayFields]) {
  for (const name of [field.name, ...(field.aliases ?? [])]) {
    fieldsByName[field.place].set(name.toLowerCase(), field);
  }
}

/** The message a log line such as `%%01IPSEC/4/IPSECNEGOFAIL(l)` is of; the module, the severity and the case do not count. */
export function messageByMnemonic(mnemonic: string): MessageDefinition | undefined {
  return byMnemonic.get(lastPart(mnemonic));
}

/** The alarm of that name in the MIB, in any case. */
export function messageByTrap(trap: string): MessageDefinition | undefined {
  return byTrap.get(trap.trim().toLowerCase());
}

/** The alarm with that OID; a leading dot does not count. */
export function messageByOid(oid: string): MessageDefinition | undefined {
  return byOid.get(oid.trim().replace(/^\./, ''));
}

/** The field of that name, in any case, in a message or in the output of a command. */
export function fieldByName(name: string, place: FieldDefinition['place']): FieldDefinition | undefined {
  return fieldsByName[place].get(name.trim().toLowerCase());
}
