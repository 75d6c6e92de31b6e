import { displayFields as recordFields } from './displayFields';
import { outputFields } from './outputFields';
import { messageFields } from './messageFields';
import { routerMessages } from './routerMessages';
import { saFields } from './saFields';
import { securityMessages } from './securityMessages';
import { flagsField, phaseField, stateFields } from './stateFields';
import type { FieldDefinition, MessageDefinition } from './types';

export { flagsField, messageFields, phaseField };
export type { FieldDefinition, MessageDefinition };

/** Columns and labels of outputs. */
export const displayFields: readonly FieldDefinition[] = [
  ...recordFields,
  ...outputFields,
  ...saFields,
  ...stateFields,
];

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
  message: new Map<string, FieldDefinition[]>(),
  display: new Map<string, FieldDefinition[]>(),
};
const fieldByObject = new Map<string, FieldDefinition>();
for (const field of [...messageFields, ...displayFields]) {
  for (const name of [field.name, ...(field.aliases ?? [])]) {
    const key = fieldKey(name);
    const known = fieldsByName[field.place].get(key);
    if (known) known.push(field);
    else fieldsByName[field.place].set(key, [field]);
  }
  for (const oid of field.oids ?? []) fieldByObject.set(oid, field);
}

/** What names of fields are compared by: releases differ in case and in the blanks within a name. */
function fieldKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** The message a log line such as `%%01IPSEC/4/IPSECNEGOFAIL(l)` is of; the module, the severity and the case do not count. */
export function messageByMnemonic(mnemonic: string): MessageDefinition | undefined {
  return byMnemonic.get(lastPart(mnemonic));
}

/** The alarm of that name in the MIB, in any case. */
export function messageByTrap(trap: string): MessageDefinition | undefined {
  return byTrap.get(trap.trim().toLowerCase());
}

/** The alarm with that OID; a leading dot does not count, nor the 0 that conversion from SNMPv1 puts before the last number. */
export function messageByOid(oid: string): MessageDefinition | undefined {
  const plain = oid.trim().replace(/^\./, '');
  return byOid.get(plain) ?? byOid.get(plain.replace(/\.0(?=\.\d+$)/, ''));
}

/** The field that an object of the MIB carries; the instance behind the OID does not count. */
export function fieldByOid(oid: string): FieldDefinition | undefined {
  const plain = oid.trim().replace(/^\./, '');
  return fieldByObject.get(plain) ?? fieldByObject.get(plain.replace(/\.\d+$/, ''));
}

/** The field of that name, in any case, in a message or in the output of a command; the first where several outputs have it. */
export function fieldByName(name: string, place: FieldDefinition['place']): FieldDefinition | undefined {
  return fieldsByName[place].get(fieldKey(name))?.[0];
}

/** What that name stands for in the outputs that have it. */
export function fieldsOfOutput(name: string): readonly FieldDefinition[] {
  return fieldsByName.display.get(fieldKey(name)) ?? [];
}
