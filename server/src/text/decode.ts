export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** How much of a file is looked at to tell text from binary data. */
const SAMPLE = 8192;

/** Part of control characters (NUL left out) from which on data is binary rather than a capture with escape codes. */
const BINARY_SHARE = 0.1;

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
  return nul > 8 + sample.length / 100 || control > sample.length * BINARY_SHARE;
}

/**
 * Decodes a file: a byte order mark decides, then strict UTF-8, then GB18030 (which holds GBK). Undefined for data that is no text.
 * Bytes that fit neither are decoded as UTF-8 with replacement characters rather than lost.
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
  const gb18030 = strictly(bytes, 'gb18030');
  if (gb18030 !== undefined) return { text: gb18030, encoding: 'gb18030' };
  return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' };
}

/** Whether a text was read as UTF-8 though its bytes are GB18030: it holds replacement characters and the bytes decode without any. */
export function isMisreadGb18030(text: string, bytes: Uint8Array): boolean {
  if (!text.includes('\ufffd')) return false;
  return strictly(bytes, 'utf-8') === undefined && strictly(bytes, 'gb18030') !== undefined;
}
