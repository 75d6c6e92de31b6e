import { defaultSettings, languageService, Workspace } from '../../../../server/src/languageService';
import type { Snapshot } from '../../../../server/src/languageService';

/** A row of a table of failures. */
export interface Row {
  readonly peer: string;
  readonly reason: string;
  readonly time?: string;
}

const RULE = '-'.repeat(94);

/** `display ike error-info` as a device prints it. */
export function errorInfo(device: string, rows: readonly Row[]): string {
  const printed = rows.map(
    ({ peer, reason, time }) =>
      `${peer.padEnd(24)}500    ${reason.padEnd(30)} v2            ${time ?? '2026-11-25 20:01:02'}`,
  );
  return [
    `<${device}>display ike error-info`,
    `  current info Num :${String(rows.length)}`,
    'Ike error information:',
    'peer                    port   error-reason                   version       error-time',
    RULE,
    ...printed,
    RULE,
    `<${device}>`,
    '',
  ].join('\n');
}

/** A night's log: a line every some seconds. */
export function log(
  device: string,
  lines: readonly { readonly peer: string; readonly reason: string }[],
  seconds = 4,
): string {
  const start = Date.UTC(2026, 10, 24, 22);
  return lines
    .map(({ peer, reason }, at) => {
      const time = new Date(start + at * seconds * 1000).toISOString();
      const day = time.startsWith('2026-11-24') ? 'Nov 24' : 'Nov 25';
      return (
        `${day} 2026 ${time.slice(11, 19)} ${device} %%01IPSEC/4/IPSECNEGOFAIL(l)[${String(at)}]: IPSec tunnel negotiation fails. ` +
        `(Ifindex=6, SeqNum=10, PeerAddress=${peer}, PeerPort=500, Reason=${reason})\n`
      );
    })
    .join('');
}

/** Files by their names: configurations end in `.cfg`, captures in anything else. */
export function snapshotOf(files: Readonly<Record<string, string>>): Snapshot {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(files))
    workspace.set(uriOf(name), text, name.endsWith('.cfg') ? 'huawei-vrp' : 'huawei-vrp-output', 1);
  return workspace.snapshot;
}

export function uriOf(name: string): string {
  return `file:///lab/${name}`;
}

/** What is said of failures in a file: line, from 1, code and message, and what each refers to. */
export function saidOf(snapshot: Snapshot, name: string) {
  return languageService
    .diagnostics(snapshot, uriOf(name), defaultSettings)
    .filter(({ code }) => String(code).startsWith('cause-'))
    .map(({ range, code, message, severity, relatedInformation }) => ({
      line: range.start.line + 1,
      code,
      message: typeof message === 'string' ? message : message.value,
      severity,
      related: (relatedInformation ?? []).map(
        ({ location, message: text }) =>
          `${location.uri.slice('file:///lab/'.length)}:${String(location.range.start.line + 1)} ${text}`,
      ),
    }));
}
