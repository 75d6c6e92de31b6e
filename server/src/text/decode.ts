export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** How much of a file is looked at to tell text from binary data. */
const SAMPLE = 8192;

/** Part of control characters from which on data is binary rather than a capture with escape codes; compressed data has a tenth. */
const BINARY_SHARE = 0.05;

/** Control characters that any file may have. */
const FEW = 4;

/** Characters that could not be read, for each that could: more of them in GB18030 read as UTF-8, far fewer in UTF-8 with damage. */
const BROKEN_SHARE = 0.5;

/** Part of a Chinese text that may be damaged. */
const LOST_SHARE = 0.1;

/** Part of a text that is no Chinese and could not be read from which on it is none: other code pages keep their ASCII. */
const UNREADABLE_SHARE = 0.5;

/** Rare characters for each usual one up to which text is Chinese: names have rare ones. */
const OTHERS_SHARE = 0.5;

const UNREADABLE = '\ufffd';

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Cuts the NUL bytes off the end: firewalls close a saved configuration with one. */
function withoutTrailingNul(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

/** Whether data is no text at all. NULs at the very end do not count, neither do the escape codes of a terminal capture. */
export function isBinary(bytes: Uint8Array): boolean {
  const sample = withoutTrailingNul(bytes).subarray(0, SAMPLE);
  let nul = 0;
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) nul++;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 8 && byte !== 27 && byte !== 7)
      control++;
  }
  return nul > 8 + sample.length / 100 || control > FEW + sample.length * BINARY_SHARE;
}

/** The characters of a text beyond ASCII: those that could be read and those that could not. */
function beyondAscii(text: string): { readable: number; unreadable: number } {
  let readable = 0;
  let unreadable = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) unreadable++;
    else if (code > 127) readable++;
  }
  return { readable, unreadable };
}

/**
 * How well bytes make sense as GB18030: characters of GB2312, which nearly all Chinese text is of, and others. The encoding takes nearly any
 * bytes, so that a `\u00fc` or a Cyrillic word of another code page reads as some rare character: these are the others.
 */
function likenessToChinese(bytes: Uint8Array): { usual: number; others: number } {
  let usual = 0;
  let others = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[++at] ?? 0;
    // Four bytes: the second is a digit.
    if (trail >= 0x30 && trail <= 0x39) at += 2;
    else if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa9))) usual++;
    else others++;
  }
  return { usual, others };
}

/** Reads bytes as GB18030 where they make sense as Chinese, a few damaged ones and a cut within a character notwithstanding. */
function chinese(bytes: Uint8Array): string | undefined {
  const { usual, others } = likenessToChinese(bytes);
  if (usual === 0 || others > usual * OTHERS_SHARE) return undefined;
  const text = new TextDecoder('gb18030').decode(bytes);
  return beyondAscii(text).unreadable <= 1 + usual * LOST_SHARE ? text : undefined;
}

/**
 * Decodes a file: a byte order mark decides, then strict UTF-8, then GB18030 (which holds GBK). A UTF-8 file with a few broken bytes, as
 * one that was cut off within a character, stays UTF-8: its Chinese would make sense to nobody as GB18030, although it often can be read
 * so. Undefined for data that is no text.
 */
export function decode(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  }
  if (isBinary(bytes)) return undefined;
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const { readable, unreadable } = beyondAscii(lossy);
  if (unreadable < readable * BROKEN_SHARE) return { text: lossy, encoding: 'utf-8' };
  const gb18030 = chinese(bytes);
  if (gb18030 !== undefined) return { text: gb18030, encoding: 'gb18030' };
  return unreadable > FEW + lossy.length * UNREADABLE_SHARE ? undefined : { text: lossy, encoding: 'utf-8' };
}

/** Whether a text was read as UTF-8 though its bytes are GB18030: it holds characters that could not be read, and as GB18030 none. */
export function isMisreadGb18030(text: string, bytes: Uint8Array): boolean {
  return text.includes(UNREADABLE) && decode(bytes)?.encoding === 'gb18030';
}

/** Whether an editor that takes files for UTF-8 would lose text of this one on saving it. */
export function isMisreadByEditors({ text, encoding }: DecodedText): boolean {
  return encoding === 'gb18030' || text.includes(UNREADABLE);
}
