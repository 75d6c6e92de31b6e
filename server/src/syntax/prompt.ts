import type { ViewId } from '../commands/types';
import { views } from '../commands/views';

/** A device's prompt: `<FW>` in the user view, `[FW-ike-peer-b]` elsewhere, `[~FW]` and `[*FW]` on VRP8 (uncommitted changes). */
export interface Prompt {
  /** Offsets in the line, brackets included. */
  readonly start: number;
  readonly end: number;
  readonly device: string;
  /** `user` for the user view. */
  readonly view: ViewId | 'user';
  /** What stands behind the view in the prompt: the peer's or proposal's name. */
  readonly name?: string;
}

const PROMPT = /^[ \t]*(?:<([^<>\s[\]|"'=]{1,64})>|\[([~*]?)([^[\]<>\s"'=]{1,128})\])[ \t]?/;

/** Placeholders of the online help (`<cr>`, `<1-100>`, `STRING<1-15>`) and other bracketed words that are no prompts. */
const NOT_A_DEVICE = /^(?:cr|\d+-\d+|[Yy]\/[Nn]|[YyNn]|V\d{3}R\d{3}.*)$/;

const VIEW_PATTERNS: readonly { readonly view: ViewId; readonly pattern: RegExp }[] = views.flatMap((view) =>
  (view.prompt === undefined ? [] : [view.prompt].flat()).map((prompt) => ({
    view: view.id,
    pattern: new RegExp(
      `^(.+?)-${prompt.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '(.+)')}$`,
      'i',
    ),
  })),
);

const INTERFACE_SUFFIX =
  /^(.+?)-((?:\d{1,3}GE|[A-Z]?GigabitEthernet|Ethernet|Eth-Trunk|Vlanif|LoopBack|Tunnel|Dialer|Serial|Cellular|Virtual-Template|Virtual-if|MEth|GE)\d[\d/.:]*)$/i;

/**
 * The prompt a line begins with; undefined where there is none. `known` are the device names already seen in this capture: with one of
 * them the part behind it is told apart from a name that holds a `-` itself.
 */
export function readPrompt(text: string, known: ReadonlySet<string>): Prompt | undefined {
  const found = PROMPT.exec(text.length > 256 ? text.slice(0, 256) : text);
  if (!found) return undefined;
  const [whole] = found;
  const start = whole.length - whole.trimStart().length;
  const end = whole.trimEnd().length;
  const inUserView = found[1];
  if (inUserView !== undefined) {
    return NOT_A_DEVICE.test(inUserView) ? undefined : { start, end, device: inUserView, view: 'user' };
  }
  const inside = found[3] ?? '';
  if (NOT_A_DEVICE.test(inside)) return undefined;
  if (known.has(inside)) return { start, end, device: inside, view: 'system' };
  for (const { view, pattern } of VIEW_PATTERNS) {
    const split = pattern.exec(inside);
    if (split?.[1]) return { start, end, device: split[1], view, ...(split[2] ? { name: split[2] } : {}) };
  }
  const onInterface = INTERFACE_SUFFIX.exec(inside);
  if (onInterface?.[1]) {
    return {
      start,
      end,
      device: onInterface[1],
      view: 'interface',
      ...(onInterface[2] ? { name: onInterface[2] } : {}),
    };
  }
  for (let dash = inside.indexOf('-'); dash > 0; dash = inside.indexOf('-', dash + 1)) {
    const device = inside.slice(0, dash);
    if (known.has(device)) return { start, end, device, view: 'free', name: inside.slice(dash + 1) };
  }
  return { start, end, device: inside, view: 'system' };
}
