import { messageByMnemonic, messageByOid } from '../../causes';
import { matchOperational } from '../../syntax/views';
import type { TreeLine } from '../../syntax/tree';

/** A line among its neighbours. */
export interface LinePlace {
  readonly line: TreeLine;
  /** Its number in the file. */
  readonly number: number;
  readonly lineAt: (number: number) => TreeLine | undefined;
}

/** Mnemonic of a log line or an alarm: module, severity, message. `GigabitEthernet1/0/10` is none. */
export const MNEMONIC = /(?:%%\d{2})?[A-Za-z][\w-]{1,30}\/\d\/[A-Za-z]\w{1,60}/g;

/** An OID in full, or the way SNMP tools shorten its beginning. */
export const OID =
  /(?:(?<!\d\.?)1\.3\.6\.1|\biso(?:\.org\.dod\.internet|\.3\.6\.1)|\benterprises)(?:\.\w{1,12}){3,24}/g;

/** An OID in digits, however its beginning is written. */
export function plainOid(written: string): string {
  return written
    .replace(/^iso\.(?:org\.dod\.internet|3\.6\.1)/, '1.3.6.1')
    .replace(/^enterprises/, '1.3.6.1.4.1');
}

const IPSEC_MODULE = /^(?:%%\d{2})?(?:IKE|IPSEC)/i;
const IPSEC_OIDS = /^1\.3\.6\.1\.4\.1\.2011\.(?:6\.122\.26|5\.25\.224)\./;

/** Messages are shorter than this. */
const LONGEST_MESSAGE = 4000;

/** Whether a line says by its mnemonic or OID what it is a message about. */
function ownTopic(line: string): 'ipsec' | 'other' | undefined {
  const text = line.slice(0, LONGEST_MESSAGE);
  const mnemonics = text.match(MNEMONIC) ?? [];
  if (mnemonics.length > 0) {
    const about = (each: string): boolean => IPSEC_MODULE.test(each) || messageByMnemonic(each) !== undefined;
    return mnemonics.some(about) ? 'ipsec' : 'other';
  }
  const oids = (text.match(OID) ?? []).map(plainOid).filter((each) => each.startsWith('1.3.6.1.4.1.2011.'));
  if (oids.length === 0) return undefined;
  return oids.some((each) => IPSEC_OIDS.test(each) || messageByOid(each)) ? 'ipsec' : 'other';
}

/** How many brackets a line leaves open. */
function leftOpen(text: string): number {
  let open = 0;
  for (const character of text.slice(0, LONGEST_MESSAGE)) {
    if (character === '(') open += 1;
    else if (character === ')') open -= 1;
  }
  return open;
}

/** A message is folded into no more lines than this. */
const MESSAGE_LINES = 12;

/** What the message that a line belongs to is about; undefined for a line that belongs to none, or to one that does not say. */
export function messageTopic({ line, number, lineAt }: LinePlace): 'ipsec' | 'other' | undefined {
  const own = ownTopic(line.text);
  if (own !== undefined) return own;
  let open = 0;
  for (let at = number - 1; at >= number - MESSAGE_LINES; at -= 1) {
    const text = lineAt(at)?.text.slice(0, LONGEST_MESSAGE) ?? '';
    if (text.trim() === '') return undefined;
    open += leftOpen(text);
    const topic = ownTopic(text);
    if (topic !== undefined) return open > 0 ? topic : undefined;
  }
  return undefined;
}

/** Outputs are no longer than this between the command and the part that anyone reads. */
const OUTPUT_LINES = 2000;

/** The words of the command that a line of output answers, abbreviations written out; undefined where no prompt stands before it. */
export function answeredCommand({ number, lineAt }: LinePlace): string | undefined {
  for (let at = number - 1; at >= 0 && at >= number - OUTPUT_LINES; at -= 1) {
    const line = lineAt(at);
    if (line?.role !== 'typed' || line.words.length === 0) continue;
    const words = matchOperational(line.words)?.match.words ?? [];
    return line.words
      .map(({ text }, index) => {
        const matched = words[index];
        return matched?.kind === 'keyword' ? matched.keyword : text.toLowerCase();
      })
      .join(' ');
  }
  return undefined;
}
