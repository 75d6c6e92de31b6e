/** What terminals, their programs, logs and pages do to a capture. */

const ESC = '\u001b';

/** Whether a line is what a device prints: no prompt stands in it. */
function isPrinted(line: string): boolean {
  return line.trim() !== '' && !/^\s*(?:HRP_[MS])?[<[]/.test(line);
}

function eachLine(text: string, change: (line: string, at: number) => string): string {
  return text.split('\n').map(change).join('\n');
}

function eachPrinted(text: string, change: (line: string, at: number) => string): string {
  return eachLine(text, (line, at) => (isPrinted(line) ? change(line, at) : line));
}

/** A pager's mark before every third line that a device prints. */
function paged(mark: string): (text: string) => string {
  return (text) => eachPrinted(text, (line, at) => (at % 3 === 0 ? mark + line : line));
}

function stamped(stamp: (at: number) => string): (text: string) => string {
  return (text) => eachLine(text, (line, at) => (line === '' ? line : stamp(at) + line));
}

function wiped(width: number): string {
  return `${ESC}[${width}D${' '.repeat(width)}${ESC}[${width}D`;
}

function second(at: number): string {
  return String(at % 60).padStart(2, '0');
}

/** A slip in the last word of a command, and its correction. */
function corrected(text: string, slip: string): string {
  return text.replaceAll(/^(\s*(?:<[^>]*>|\[[^\]]*\])\S+ )(?=\S)/gm, `$1${slip}`);
}

export type Noise = (text: string) => string;

/** Noises after which a capture says the same as before. */
export const noises: Readonly<Record<string, Noise>> = {
  'no noise': (text) => text,
  'CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
  'CR CR LF line ends': (text) => text.replaceAll('\n', '\r\r\n'),
  'CR line ends': (text) => text.replaceAll('\n', '\r'),
  'mixed line ends': (text) =>
    text.split('\n').reduce((all, line, at) => `${all}${['\n', '\r\n', '\r'][at % 3] ?? ''}${line}`),
  'a byte order mark': (text) => `\ufeff${text}`,
  'blanks at the end of lines': (text) => eachLine(text, (line, at) => line + ' '.repeat(at % 40)),
  'blank lines between printed lines': (text) => eachPrinted(text, (line) => `\n${line}`),
  'a pager of 42 columns': paged(`  ---- More ----${wiped(42)}`),
  'a pager of 16 columns': paged(`---- More ----${wiped(16)}`),
  'a pager in reverse video': paged(`${ESC}[7m  ---- More ----${ESC}[0m${wiped(42)}`),
  'a pager that erases the line': paged(`  ---- More ----\r${ESC}[K`),
  'a pager wiped with blanks between carriage returns': paged(`  ---- More ----\r${' '.repeat(16)}\r`),
  'a pager wiped with backspaces': paged(
    `---- More ----${'\b'.repeat(14)}${' '.repeat(14)}${'\b'.repeat(14)}`,
  ),
  'a pager wiped with backspaces and blanks by turns': paged(`---- More ----${'\b \b'.repeat(14)}`),
  'a pager on a line of its own': paged('  ---- More ----\n'),
  'a pager with a hint on a line of its own': paged("---- More ---- (Press 'Q' to break)\n"),
  'a pager of another spelling': paged('--More--\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b'),
  'a pager whose escape characters are lost': paged(`  ---- More ----[42D${' '.repeat(42)}[42D`),
  'a pager whose escape characters are spelled out': paged(`  ---- More ----^[[42D${' '.repeat(42)}^[[42D`),
  'a pager whose escape characters became arrows': paged(
    `  ---- More ----\u2190[42D${' '.repeat(42)}\u2190[42D`,
  ),
  'a pager whose movements are lost': paged(`  ---- More ----${' '.repeat(42)}`),
  'coloured prompts': (text) =>
    text.replaceAll(/^((?:HRP_M)?<[^>]*>|\[[^\]]*\])/gm, `${ESC}[1;32m$1${ESC}[0m`),
  'coloured words': (text) =>
    eachPrinted(text, (line) => line.replace(/\S+/, (word) => `${ESC}[31m${word}${ESC}[39;49m`)),
  'a window title at every prompt': (text) =>
    text.replaceAll(/^(<[^>]*>|\[[^\]]*\])/gm, `${ESC}]0;admin@fw\u0007$1`),
  'bracketed paste': (text) =>
    text.replaceAll(/^(<[^>]*>|\[[^\]]*\])/gm, `$1${ESC}[?2004h`).replaceAll('\n', `${ESC}[?2004l\n`),
  'erasing to the end of every line': (text) => eachLine(text, (line) => `${line}${ESC}[K`),
  'carriage returns at the beginning of lines': (text) => text.replaceAll('\n', '\n\r'),
  bells: (text) => text.replaceAll(/^(<[^>]*>|\[[^\]]*\])/gm, '$1\u0007'),
  NULs: (text) => `${text.replaceAll('\n', '\u0000\n')}\u0000\u0000`,
  tabs: (text) => text.replaceAll(/(?<=\S) {2,}(?=\S)/g, '\t'),
  'more blanks than before': (text) =>
    eachPrinted(text, (line) => line.replaceAll(/(?<=\S) {2,}(?=\S)/g, '     ')),
  'corrections with backspaces': (text) => corrected(text, 'x\b \b'),
  'corrections with cursor movements': (text) => corrected(text, `xyz${ESC}[3D${ESC}[K`),
  'corrections with DEL': (text) => corrected(text, 'x\u007f'),
  'a time in brackets before every line': stamped((at) => `[2026-11-25 20:01:${second(at)}] `),
  'a time with fractions before every line': stamped((at) => `[2026-11-25 20:01:${second(at)}.125] `),
  'a time of day before every line': stamped((at) => `[20:01:${second(at)}] `),
  'a time of day with a dot before every line': stamped((at) => `[2026-11-25 20:01.${second(at)}] `),
  'a bare time before every line': stamped((at) => `2026-11-25 20:01:${second(at)} `),
  'a bare time with fractions before every line': stamped((at) => `2026-11-25 20:01:${second(at)},125 `),
  'a time with a month before every line': stamped((at) => `[Wed Nov 25 20:01:${second(at)} 2026] `),
  'a time with slashes before every line': stamped((at) => `[2026/11/25 20:01:${second(at)}] `),
  'a time and a bar before every line': stamped((at) => `20:01:${second(at)} | `),
  'a time before every line, blank ones too': (text) =>
    eachLine(text, (line, at) => `[20:01:${second(at)}] ${line}`),
  'a time before every prompt only': (text) =>
    text.replaceAll(/^(<[^>]*>|\[[^\]]*\])/gm, '[2026-11-25 20:01:02] $1'),
  'the device’s own time behind every command': (text) =>
    text.replaceAll(/^(<[^>]*>|\[[^\]]*\])(dis.*)$/gm, '$1$2\n2026-11-25 20:01:02.480'),
  'the device’s own time with its zone behind every command': (text) =>
    text.replaceAll(/^(<[^>]*>|\[[^\]]*\])(dis.*)$/gm, '$1$2\n2026-11-25 20:01:02.480 +08:00'),
  'log lines among the printed ones': (text) =>
    eachPrinted(text, (line, at) =>
      at % 4 === 1
        ? `Nov 25 2026 20:01:02+08:00 FW_A %%01IFNET/4/IF_STATE(l)[${at}]:Interface GigabitEthernet1/0/9 has turned into UP state.\n${line}`
        : line,
    ),
  'log lines that a terminal broke': (text) =>
    eachPrinted(text, (line, at) =>
      at % 4 === 2
        ? `Nov 25 2026 20:01:02-08:00 FW_A %%01IFNET/4/LINK_STATE(l)[${at}]:The line protocol IP\n on the interface GigabitEthernet1/0/9 has entered the UP state.\n${line}`
        : line,
    ),
  'alarms among the printed lines': (text) =>
    eachPrinted(text, (line, at) =>
      at % 4 === 3
        ? `#Nov 25 2026 20:01:02+08:00 FW_A IPSEC/4/IPSECTUNNELSTOP:OID 1.3.6.1.4.1.2011.6.122.26.6.2 The IPSec tunnel is deleted. (Ifindex=7, SeqNum=10, DstIP=203.0.113.2, OfflineReason=dpd timeout, SlotID=0)\n${line}`
        : line,
    ),
  'log lines behind a prompt': (text) =>
    text.replaceAll(
      /^(<[^>]*>|\[[^\]]*\])$/gm,
      '$1\nNov 25 2026 20:01:02+08:00 FW_A %%01SHELL/5/CMDRECORD(s)[7]:Recorded command information.\n$1',
    ),
  'prompts without a command': (text) => text.replaceAll(/^(<[^>]*>)(?=\w)/gm, '$1\n$1\n$1'),
  'blanks before every line': (text) => eachLine(text, (line) => (line === '' ? line : `    ${line}`)),
  'a blank behind every prompt': (text) => text.replaceAll(/^(<[^>]*>|\[[^\]]*\])(?=\w)/gm, '$1 '),
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'no-break spaces by turns': (text) => text.replaceAll('  ', '\u00a0 '),
  'blanks of no width': (text) => eachLine(text, (line) => `\u200b${line}`),
  'angle brackets as a page writes them': (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  'everything as a page writes it': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('  ', '&nbsp; '),
  'remarks in Chinese between the commands': (text) =>
    text.replaceAll(/^(<[^>]*>)(?=dis)/gm, '# 以下为总部防火墙的输出\n$1'),
  'a firewall in hot standby': (text) => text.replaceAll(/^(<[^>]*>|\[[^\]]*\])/gm, 'HRP_M$1'),
};
