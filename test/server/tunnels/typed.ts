/**
 * A device that is typed at, as far as scripts of repairs need one: it enters views, takes commands in and saves them. It knows nothing of
 * the product's tables, so that a script which only they would understand does not pass.
 */

/** Commands of which a view has one: a later one takes the place of an earlier one. */
const SINGLE = [
  'encryption-algorithm',
  'authentication-algorithm',
  'authentication-method',
  'integrity-algorithm',
  'dh',
  'prf',
  'exchange-mode',
  'pre-shared-key',
  'ike-proposal',
  'local-id-type',
  'remote-id-type',
  'local-id',
  'remote-id',
  'remote-name',
  'local-address',
  'nat traversal',
  'dpd type',
  'dpd msg',
  'transform',
  'encapsulation-mode',
  'esp authentication-algorithm',
  'esp encryption-algorithm',
  'ah authentication-algorithm',
  'ike-peer',
  'pfs',
  'tunnel local',
  'tunnel remote',
  'source',
  'destination',
  'ip address',
  'ike heartbeat-timer interval',
  'ike heartbeat-timer timeout',
  'ike heartbeat seq-num',
  'ipsec netmask',
  'ipsec policy',
  'ike local-name',
];

/** Commands of which a view can have several. */
const SEVERAL = ['remote-address', 'proposal', 'version'];

/** Commands whose `undo` is saved as a line of its own: what they set is on by default. */
const ON_BY_DEFAULT = [
  'version',
  'nat traversal',
  'esp authentication-algorithm',
  'esp encryption-algorithm',
];

const VIEWS =
  /^(?:acl (?:number )?\S+|ike (?:proposal|peer) \S+|ipsec (?:proposal|profile) \S+|ipsec policy \S+ \d+(?: isakmp| manual)?|ipsec policy-template \S+ \d+|interface \S+)$/;

interface View {
  opener: string;
  readonly lines: string[];
}

const startsWith = (line: string, phrase: string): boolean =>
  line === phrase || line.startsWith(`${phrase} `);

function phraseOf(all: readonly string[], command: string): string | undefined {
  return all.filter((each) => startsWith(command, each)).sort((a, b) => b.length - a.length)[0];
}

/** The name of a view without the mode that only its first entering needs. */
const nameOf = (opener: string): string =>
  opener.replace(/ (?:isakmp|manual)$/, '').replace('acl number ', 'acl ');

/** Takes a command into a view, as the device would; throws where the device would refuse it. */
function take(lines: string[], command: string): void {
  const remove = (isGone: (line: string) => boolean): number => {
    const before = lines.length;
    const left = lines.filter((line) => !isGone(line));
    lines.splice(0, before, ...left);
    return before - left.length;
  };
  if (command.startsWith('undo ')) {
    const taken = command.slice('undo '.length);
    const gone = remove((line) => startsWith(line, taken));
    const isOnByDefault = phraseOf(ON_BY_DEFAULT, taken) !== undefined;
    if (gone === 0 && !isOnByDefault) throw new Error(`there is nothing to undo: ${command}`);
    if (isOnByDefault && !lines.includes(command)) lines.unshift(command);
    return;
  }
  if (remove((line) => line === `undo ${command}`) > 0 && phraseOf(SEVERAL, command) !== undefined) return;
  const single = phraseOf(SINGLE, command);
  const rule = /^rule \d+(?= (?:permit|deny) )/.exec(command)?.[0];
  if (rule !== undefined) {
    if (lines.some((line) => startsWith(line, rule)))
      throw new Error(`${rule} would be laid over the old one`);
    lines.push(command);
    lines.sort((a, b) => Number(a.split(' ')[1]) - Number(b.split(' ')[1]));
    return;
  }
  if (startsWith(command, 'security acl')) {
    if (lines.some((line) => startsWith(line, 'security acl')))
      throw new Error(`there is an ACL already: ${command}`);
  } else if (single !== undefined) {
    remove((line) => startsWith(line, single) || line === `undo ${single}`);
  } else if (phraseOf(SEVERAL, command) === undefined) throw new Error(`unknown to the device: ${command}`);
  if (/[<>]/.test(command)) throw new Error('a placeholder is no value');
  lines.push(command);
}

/** What a device saves after a script has been typed that begins and ends in the user view. */
export function typed(configuration: string, script: readonly string[]): string {
  const views: View[] = [];
  const system: string[] = [];
  let from: View | undefined;
  for (const line of configuration.split('\n')) {
    if (/^\s/.test(line) && from) from.lines.push(line.trim());
    else {
      from = VIEWS.test(line) ? { opener: line, lines: [] } : undefined;
      if (from) views.push(from);
      else if (line !== '' && line !== '#' && line !== 'return') system.push(line);
    }
  }
  let inside: 'user' | 'system' | View = 'user';
  for (const command of script) {
    if (inside === 'user') {
      if (command !== 'system-view') throw new Error(`typed in the user view: ${command}`);
      inside = 'system';
    } else if (command === 'return') inside = 'user';
    else if (command === 'quit') inside = inside === 'system' ? 'user' : 'system';
    else if (command === 'commit') continue;
    else if (typeof inside === 'object') take(inside.lines, command);
    else if (VIEWS.test(command)) {
      const known = views.find(({ opener }) => nameOf(opener) === nameOf(command));
      inside = known ?? { opener: command, lines: [] };
      if (!known) views.push(inside);
    } else {
      const gone = views.findIndex(({ opener }) => `undo ${nameOf(opener)}` === command);
      if (gone >= 0) views.splice(gone, 1);
      else take(system, command);
    }
  }
  if (inside !== 'user') throw new Error('the script does not come back to the user view');
  const blocks = views.map(({ opener, lines }) => [opener, ...lines.map((line) => ` ${line}`)].join('\n'));
  return `${[...system, ...blocks, 'return'].join('\n#\n')}\n`;
}
