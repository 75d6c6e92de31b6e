import type { OutputKind } from './kind';
import { LabelReader, present, type Values } from './labels';
import type { Field, Output, OutputLine } from './output';
import { partOf } from './part';

/** A BFD session as `display bfd session all [verbose]` prints it. */
export interface DisplayedBfdSession {
  /** Printed by the verbose form only. */
  readonly name?: Field;
  readonly localDiscriminator?: Field;
  readonly remoteDiscriminator?: Field;
  readonly peer?: Field;
  /** `Up`, `Down`, `AdmDown`, `Init`. */
  readonly state: Field;
  readonly type?: Field;
  readonly interfaceName?: Field;
}

/** A row: two discriminators, the address, the state, the type and the interface. */
const ROW =
  /(?<![^\s])(\d{1,10})[ \t]+(\d{1,10}|-)[ \t]+([\da-f]{1,4}[.:][\da-f.:]{1,40}|-{1,2}(?:\.-{1,2}){0,3})[ \t]+((?:Up|Down|Adm(?:in)?Down|Init)(?:\([w*]\))?)[ \t]+([A-Z][\w/-]{0,20}(?:\(\w\))?)(?:[ \t]+([A-Za-z][\w/.:-]{1,40}|-))?(?=\s|$)/gi;

const HEADING = /\bLocal\s+Remote\s+Peer\s?Ip\s?Addr\s+State\b/i;

const reader = new LabelReader({
  name: 'Name',
  state: 'State',
  localDiscriminator: 'Local Discriminator',
  remoteDiscriminator: 'Remote Discriminator',
  mode: 'Session Detect Mode',
  type: 'Bind Session Type',
  bindType: 'BFD Bind Type',
  peer: ['Bind Peer IP Address', 'Bind Peer IPv6 Address', 'Peer IP Address'],
  nextHop: 'NextHop IP Address',
  interfaceName: 'Bind Interface',
  source: 'Bind Source IP Address',
  index: 'Session MIndex',
});

function ofRows(line: OutputLine): DisplayedBfdSession[] {
  return [...line.text.matchAll(ROW)].flatMap((found) => {
    const [localDiscriminator, remoteDiscriminator, peer, state, type, interfaceName] = line.groups(found);
    if (!state) return [];
    return [{ state, ...present({ localDiscriminator, remoteDiscriminator, peer, type, interfaceName }) }];
  });
}

/** Sessions in the verbose form: name and state stand side by side, in either order, before everything else. */
function ofBlocks(lines: readonly OutputLine[]): DisplayedBfdSession[] {
  const all: Values<keyof DisplayedBfdSession>[] = [];
  let current: Values<keyof DisplayedBfdSession> = {};
  for (const line of lines) {
    for (const { key, value } of reader.read(line)) {
      if (key === 'mode' || key === 'bindType' || key === 'nextHop' || key === 'source' || key === 'index')
        continue;
      const isHead = key === 'name' || key === 'state';
      if (isHead && (current[key] ?? current.localDiscriminator)) current = {};
      if (isHead && !all.includes(current)) all.push(current);
      // Behind a name the way of the session stands in brackets, in a column of its own.
      const text = isHead ? (/^\S*/.exec(value.text)?.[0] ?? '') : value.text;
      if (text !== '') current[key] ??= partOf(value, 0, text.length);
    }
  }
  return all.flatMap(({ state, ...values }) => (state ? [{ state, ...values }] : []));
}

function read({ lines }: Output): readonly DisplayedBfdSession[] {
  return lines.some(({ text }) => HEADING.test(text)) ? lines.flatMap(ofRows) : ofBlocks(lines);
}

/** `display bfd session { all | static | peer-ip … } [verbose]`. */
export const bfdSessionOutput: OutputKind<DisplayedBfdSession> = {
  command: 'display bfd session',
  opening: /\bLocal\s+Remote\s+Peer\s?Ip\s?Addr\s+State\b|\bSession Detect Mode\s*:/i,
  about: { reads: 'state, addresses and interface of every session', layouts: { 'USG, AR': 'document' } },
  read,
};
