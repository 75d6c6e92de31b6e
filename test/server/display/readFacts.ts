import assert from 'node:assert/strict';
import { readOutputs, type OutputName } from '../../../server/src/display';
import type { Field } from '../../../server/src/display/output';
import { Document } from '../../../server/src/syntax/document';

function isField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && 'text' in value && 'item' in value;
}

/** Facts with their fields as texts, each of which is found again where its place says. */
export function textsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(textsOf);
  if (isField(value)) {
    const line = value.item.lines[value.line]?.text ?? '';
    const said = line.slice(value.start, value.end);
    // What a terminal broke has its place where it begins.
    if (value.end < line.length || !value.text.startsWith(said.trimEnd()) || said === '')
      assert.equal(said, value.text);
    return value.text;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, textsOf(each)]));
}

/** What a capture says in outputs of one name. */
export function factsOf(text: string, name: OutputName): Record<string, unknown>[] {
  const outputs = readOutputs(Document.parse(text, 'huawei-vrp-output').items);
  const facts = outputs.flatMap((each): readonly unknown[] => (each.name === name ? each.facts : []));
  return textsOf(facts) as Record<string, unknown>[];
}

/** The same capture as pages show it: the answer behind its command, on one line. */
export function onOneLine(text: string): string {
  return `${text.trim().replaceAll(/\s+/g, ' ')}\n`;
}

/** The same capture without its command. */
export function withoutCommand(text: string): string {
  return text.split('\n').slice(1).join('\n');
}
