import type { OutputKind } from './kind';
import { present } from './labels';
import type { Field, Output, OutputLine } from './output';
import { ADDRESS, cellsOf, joinedRows, RULE_WITHIN } from './table';

/** One SA in one direction, as `display ipsec sa brief` lists it; values as printed. */
export interface DisplayedIpsecSaBrief {
  readonly source: Field;
  readonly destination: Field;
  readonly spi: Field;
  /** `ESP`, `AH`. */
  readonly protocol?: Field;
  /** `E:AES A:SHA2-256-128`, `E:DES;A:HMAC-MD5-96;`. */
  readonly algorithm?: Field;
  readonly vpnInstance?: Field;
}

/** Two addresses, with a port on products that print it, and the number that the receiver chose. */
const ROW = new RegExp(
  String.raw`(?<![\w.:])(${ADDRESS})(?:[:/]\d{1,5})?[ \t]+(${ADDRESS})(?:[:/]\d{1,5})?[ \t]+(0x[0-9a-f]{1,8}|\d{1,10})(?=[ \t]|$)`,
  'gi',
);
const STARTS = new RegExp(String.raw`^[ \t]*${ADDRESS}(?:[:/]\d{1,5})?(?=[ \t]|$)`, 'i');

const END = /\s(?:Number of|Total\b|current ipsec|Flag Description|\.{3,}|…)/i;
const PROTOCOL = /^(?:ESP|AH|AH-ESP|ESP-AH)$/i;
const ALGORITHM = /^(?:[EA]:|ESP-|AH-|HMAC|SHA|MD5|AES|3?DES|SM\d|NULL)/i;

const VPN_LAST = /\balgorithm\b.*\bvpn\b/i;

function ofRow(
  line: OutputLine,
  found: RegExpExecArray,
  end: number,
  vpnIsLast: boolean,
): DisplayedIpsecSaBrief[] {
  const [source, destination, spi] = line.groups(found);
  if (!source || !destination || !spi) return [];
  const cells = cellsOf(line.text, found.index + found[0].length, end);
  const at = cells.findIndex(({ text }) => PROTOCOL.test(text));
  const behind = cells.slice(at + 1);
  const algorithms = behind.filter(({ text }, place) => ALGORITHM.test(text) && (!vpnIsLast || place < 2));
  const [first, last] = [algorithms[0], algorithms.at(-1)];
  const [before, protocol] = [cells[at - 1], cells[at]];
  const vpn = at > 0 ? before : vpnIsLast ? behind.find((cell) => !algorithms.includes(cell)) : undefined;
  return [
    {
      source,
      destination,
      spi,
      ...present({
        protocol: protocol && line.field(protocol.start, protocol.end),
        algorithm: first && last && line.field(first.start, last.end),
        vpnInstance: vpn && line.field(vpn.start, vpn.end),
      }),
    },
  ];
}

function ofLine(line: OutputLine, vpnIsLast: boolean): DisplayedIpsecSaBrief[] {
  const found = [...line.text.matchAll(ROW)];
  return found.flatMap((match, at) => {
    const from = match.index + match[0].length;
    const to = Math.min(found[at + 1]?.index ?? line.text.length, from + 400);
    const rest = line.text.slice(from, to);
    const ends = [END, RULE_WITHIN].map((pattern) => rest.search(pattern)).filter((each) => each >= 0);
    return ofRow(line, match, ends.length > 0 ? from + Math.min(...ends) : to, vpnIsLast);
  });
}

function read({ lines }: Output): readonly DisplayedIpsecSaBrief[] {
  const vpnIsLast = lines.some(({ text }) => VPN_LAST.test(text.slice(0, 1000)));
  const rows = joinedRows(
    lines,
    (text) => STARTS.test(text),
    (text) => cellsOf(text).some((cell) => ALGORITHM.test(cell.text)),
  );
  return rows.flatMap((line) => ofLine(line, vpnIsLast));
}

/** `display ipsec sa brief`: with the VPN instance behind the algorithm (VRP8), before the protocol (AR) or not at all (USG V100). */
export const ipsecSaBriefOutput: OutputKind<DisplayedIpsecSaBrief> = {
  command: 'display ipsec sa brief',
  opening: /\bSrc Address\s+Dst Address\s+SPI\b/i,
  about: {
    reads: 'addresses, SPI, protocol, algorithms and VPN instance of every SA',
    layouts: { 'older USG': 'device', VRP8: 'document', 'USG6000, AR': 'none' },
  },
  read,
};
