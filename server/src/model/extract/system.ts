import { assign, type Draft } from '../assign';
import type { GlobalSettings } from '../device';
import { standing, type CommandLine } from '../reading';
import type { Written } from '../value';

/** A number that the device takes: one out of range is refused, and what was set before stays. */
function numberOf(line: CommandLine): Written<number> | undefined {
  const text = line.ofType('integer');
  const refused = line.line.match?.words.some(
    (word) => word.kind === 'argument' && word.problem !== undefined,
  );
  return text && !refused ? { ...text, value: Number(text.value) } : undefined;
}

function keywordOf(line: CommandLine, word: number): Written<string> | undefined {
  const value = line.keywords[word];
  return value === undefined ? undefined : { value, origin: 'config', place: line.place(word) };
}

/** `spi-list`, or the kind of sequence numbers with its keyword. */
function formOf(line: CommandLine): Written<string> | undefined {
  const words = line.keywords.slice(2);
  return words.length === 0 ? undefined : { value: words.join(' '), origin: 'config', place: line.place(2) };
}

/** The minutes of `add 08:00:00`. */
function offsetOf(line: CommandLine): Written<number> | undefined {
  const time = line.text('offset');
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(time?.value ?? '') ?? [];
  if (!time || hours === undefined || minutes === undefined) return undefined;
  const value = (Number(hours) * 60 + Number(minutes)) * (line.has('minus') ? -1 : 1);
  return { ...time, value };
}

/** Reads the system-view lines that concern IPsec; of several the last one counts. */
export function readGlobals(lines: readonly CommandLine[]): GlobalSettings {
  const globals: Draft<GlobalSettings> = {};
  for (const line of standing(lines)) {
    if (line.starts('ipsec sha2 compatible') || line.starts('ipsec authentication sha2 compatible')) {
      globals.sha2Compatible = { value: !line.undo, origin: 'config', place: line.whole };
    }
    if (line.undo) continue;
    if (line.starts('ike local-name')) assign(globals, 'ikeLocalName', line.ofType('string', 'text'));
    else if (line.starts('ike heartbeat-timer interval'))
      assign(globals, 'heartbeatInterval', numberOf(line));
    else if (line.starts('ike heartbeat-timer timeout')) assign(globals, 'heartbeatTimeout', numberOf(line));
    else if (line.starts('ike heartbeat')) assign(globals, 'heartbeatForm', formOf(line));
    else if (line.starts('ike dpd msg')) assign(globals, 'dpdMessage', keywordOf(line, 3));
    else if (line.starts('ike dpd')) globals.dpd = { value: true, origin: 'config', place: line.whole };
    else if (line.starts('ike call admission limit')) assign(globals, 'callAdmission', numberOf(line));
    else if (line.starts('clock timezone')) assign(globals, 'clockOffset', offsetOf(line));
    else if (line.starts('clock daylight-saving-time'))
      globals.summerTime = { value: true, origin: 'config', place: line.whole };
    else if (line.starts('ipsec netmask')) {
      assign(globals, 'netmaskSource', line.number('source'));
      assign(globals, 'netmaskDestination', line.number('destination'));
    }
  }
  return globals;
}
