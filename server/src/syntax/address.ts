/** Whether a text is a dotted IPv4 address, each part 0-255. */
export function isIpv4(text: string): boolean {
  return ipv4ToNumber(text) !== undefined;
}

/** A dotted IPv4 address as an unsigned 32-bit number; undefined for anything else. */
export function ipv4ToNumber(text: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!parts) return undefined;
  let value = 0;
  for (let part = 1; part <= 4; part++) {
    const octet = Number(parts[part]);
    if (octet > 255) return undefined;
    value = value * 256 + octet;
  }
  return value;
}

/** The dotted form of an unsigned 32-bit number. */
export function ipv4ToText(value: number): string {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join('.');
}

/** The prefix length of a dotted subnet mask; undefined where its one bits are not contiguous from the left. */
export function netmaskLength(mask: string): number | undefined {
  const value = ipv4ToNumber(mask);
  if (value === undefined) return undefined;
  const inverted = ~value >>> 0;
  return (inverted & (inverted + 1)) === 0 ? 32 - Math.log2(inverted + 1) : undefined;
}

/** The eight 16-bit groups of an IPv6 address, `::` and a dotted tail included (RFC 4291 §2.2); undefined for anything else. */
export function ipv6Groups(text: string): number[] | undefined {
  if (text.length > 45 || !text.includes(':')) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const read = (half: string): number[] | undefined => {
    if (half === '') return [];
    const groups: number[] = [];
    const parts = half.split(':');
    for (const [index, part] of parts.entries()) {
      const dotted = index === parts.length - 1 ? ipv4ToNumber(part) : undefined;
      if (dotted !== undefined) groups.push(dotted >>> 16, dotted & 0xffff);
      else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(parseInt(part, 16));
      else return undefined;
    }
    return groups;
  };
  const head = read(halves[0] ?? '');
  const tail = halves.length === 2 ? read(halves[1] ?? '') : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1) return missing === 0 ? head : undefined;
  return missing >= 1 ? [...head, ...new Array<number>(missing).fill(0), ...tail] : undefined;
}

/** Whether a text is an IPv6 address. */
export function isIpv6(text: string): boolean {
  return ipv6Groups(text) !== undefined;
}

/** Whether a word is meant as an address though it is none: a part too large or too few, or parts masked by a person (`203.0.113.x`). */
export function looksLikeAddress(word: string): boolean {
  if (/^[\dxX*]{1,5}(?:\.[\dxX*]{1,5}){3}$/.test(word)) return true;
  if (/^\d{1,5}(?:\.\d{1,5}){1,5}\.?$/.test(word)) return true;
  if (word.includes(':') && /^[0-9a-fA-FxX:.*]+$/.test(word)) return true;
  // eslint-disable-next-line no-control-regex -- a word in another script (公网ip) stands for an address
  return /[^\x00-\x7f]/.test(word);
}

/** Whether an address was masked by a person, so that its value is unknown rather than wrong. */
export function isMaskedAddress(word: string): boolean {
  return looksLikeAddress(word) && !/^[\d.]+$/.test(word) && !/^[0-9a-fA-F:.]+$/.test(word);
}

/** An address in the one form by which two are compared; undefined for host names and for what somebody has masked. */
export function canonicalAddress(text: string): string | undefined {
  const v4 = ipv4ToNumber(text);
  return v4 === undefined ? ipv6Groups(text)?.join(':') : ipv4ToText(v4);
}
