import type { OutputKind } from './kind';
import type { Field, Output } from './output';

/** An interface as `display interface brief` prints it; the members of a trunk follow it, indented. */
export interface DisplayedInterfaceState {
  /** Without the mark of a virtual port or a speed behind it. */
  readonly name: Field;
  /** `up`, `down`, `*down` (shut down), `^down` (standby), `up(l)` (loopback) … */
  readonly physical: Field;
  /** `up`, `down`, `up(s)` (spoofing) … */
  readonly protocol: Field;
}

const STATE = String.raw`[*^!#~-]{0,2}(?:up|down)(?:\([A-Za-z]{1,4}\)){0,3}`;
const ROW = new RegExp(
  String.raw`(?<![^\s>])([A-Za-z][\w-]{0,30}[/.:\w-]{0,30})(?:\([\w.-]{1,8}\))?[ \t]+(${STATE})[ \t]+(${STATE})(?=\s|$)`,
  'gi',
);

function read({ lines }: Output): readonly DisplayedInterfaceState[] {
  return lines.flatMap((line) =>
    [...line.text.matchAll(ROW)].flatMap((found) => {
      const [name, physical, protocol] = line.groups(found);
      // Words of the legend have no number, as all interfaces do.
      return name && physical && protocol && /\d/.test(name.text) ? [{ name, physical, protocol }] : [];
    }),
  );
}

/** Whether a state says that an interface is up, whatever stands around it. */
export function isUp({ text }: Field): boolean {
  return /^[^a-z]{0,2}up/i.test(text);
}

/** `display interface brief`: the states of ports and protocols. */
export const interfaceBriefOutput: OutputKind<DisplayedInterfaceState> = {
  command: 'display interface brief',
  opening: /\bInUti\/OutUti\s*:|\bInterface\s+PHY\s+Protocol\b/i,
  about: {
    reads: 'physical and protocol state of every interface',
    layouts: { 'S switches, AR, VRP8': 'device' },
  },
  read,
};
