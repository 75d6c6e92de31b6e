import type { ViewId } from '../commands/types';
import { views } from '../commands/views';

/**
 * A device's prompt: `<FW>` in the user view, `[FW-ike-peer-b]` elsewhere, `[~FW]` and `[*FW]` on VRP8 (uncommitted changes), with
 * `HRP_M`, `HRP_S` or `HRP_A` before it on firewalls in hot standby.
 */
export interface Prompt {
  /** Offsets in the line, brackets included. */
  readonly start: number;
  readonly end: number;
  readonly device: string;
  /** `user` for the user view. */
  readonly view: ViewId | 'user';
  /** What stands behind the view in the prompt: the peer's or proposal's name. */
  readonly name?: string;
  /** What it says of the device besides: a change takes a `commit` there; it is the standby of a hot standby pair. */
  readonly twoStage?: true;
  readonly standby?: true;
}

const PROMPT =
  /^[ \t]*(?:HRP_[A-Z]{1,2})?(?:<([^<>\s[\]|"'=]{1,64})>|\[([~*]?)([^[\]<>\s"'=]{1,128})\])[ \t]?/;

/** Placeholders of the online help (`<cr>`, `<1-100>`), questions (`[Y/N]`) and other bracketed words that are no prompts. */
const NOT_A_DEVICE = /^(?:cr|[\d:.,+-]+|y\/n|yes\/no|[yn]|V\d{3}R\d{3}.*)$/i;

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
  /^(.+?)-((?:\d{1,3}GE|[A-Z]?GigabitEthernet|GE|Ethernet|Eth-Trunk|Vlanif|LoopBack|Tunnel|Dialer|Serial|Cellular|Pos|MEth|NULL|Nve|Virtual-Template|Virtual-Ethernet|Virtual-if|Global-VE|Ip-Trunk|Bridge-if|Wlan-Bss|Wlan-Radio|Vbdif)\d[\d/.:]*)$/i;

/** Views of other features, by which a name that is not yet known is told from what stands behind it. */
const FREE_SUFFIX =
  /^(.+?)-((?:acl[46]?-(?:number|user|ucl)-|(?:ospf(?:v3)?|bgp|isis|ripng|rip|mpls|l2tp|l2tp-group|route-policy|behavior|classifier|trafficpolicy|mst-region|wlan|dhcp-server|radius|hwtacacs|keychain)(?:-|$)|zone-(?:trust|untrust|dmz|local)$|policy-(?:security|nat|pbr|traffic|audit|auth)|object-(?:address|service)-set-|ui-(?:con|vty|aux|tty)|vlan\d|diagnose$|service-manage$).*)$/i;

/** Whether the first character is one that prompts begin with; most lines of a capture are output and have another. */
function mayBegin(text: string): boolean {
  let at = 0;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text[at] === '<' || text[at] === '[' || text[at] === 'H';
}

/**
 * The prompt a line begins with; undefined where there is none. `known` are the device names already seen in this capture: with one of
 * them the part behind it is told apart from a name that holds a `-` itself.
 */
export function readPrompt(text: string, known: ReadonlySet<string>): Prompt | undefined {
  if (!mayBegin(text)) return undefined;
  const found = PROMPT.exec(text.length > 256 ? text.slice(0, 256) : text);
  const prompt = found && promptOf(found, known);
  if (!prompt) return undefined;
  return {
    ...prompt,
    ...(found[2] ? { twoStage: true } : {}),
    ...(found[0].trimStart().startsWith('HRP_S') ? { standby: true } : {}),
  };
}

function promptOf(found: RegExpExecArray, known: ReadonlySet<string>): Prompt | undefined {
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
  const device = knownBefore(inside, known);
  if (device !== undefined)
    return { start, end, device, view: 'free', name: inside.slice(device.length + 1) };
  const elsewhere = FREE_SUFFIX.exec(inside);
  if (elsewhere?.[1]) {
    return {
      start,
      end,
      device: elsewhere[1],
      view: 'free',
      ...(elsewhere[2] ? { name: elsewhere[2] } : {}),
    };
  }
  return { start, end, device: inside, view: 'system' };
}

/** The longest name seen in this capture that what stands in the brackets begins with. */
function knownBefore(inside: string, known: ReadonlySet<string>): string | undefined {
  for (let dash = inside.lastIndexOf('-'); dash > 0; dash = inside.lastIndexOf('-', dash - 1)) {
    const device = inside.slice(0, dash);
    if (known.has(device)) return device;
  }
  return undefined;
}
