import { isCiphered, keyForm } from '../../model/secret';

/** What somebody has put in place of a secret already, and tells nothing. */
const TOLD_NOTHING = /^(?:[*•●·.…_-]+|x+|<[a-z _-]*(?:key|password|secret|community|psk)[a-z _-]*>)$/i;

/** The marks at the beginning and at the end of a ciphered key. */
const MARKS =
  /^(%\^%#|%\$%\$|@%@%|%@%@|%#%#|%\+%#{1,2}|\$\d[a-z]\$|\$\d\$|[%^$@#+]{4,5}).*?(%\^%#|%\$%\$|@%@%|%@%@|%#%#|%\+%#|\$|[%^$@#+]{4}|)$/s;

/** How a key cut off in its middle begins. */
const CUT = /^(?:%\^%#|%\$%\$|@%@%|%@%@|%#%#|%\+%#|\$\d[a-z]\$)/;

/** From this many digits on a hexadecimal text is a key in that form, and must stay one. */
const HEX_KEY = /^(?:0x)?[\da-f]{16,}$/i;

/** Names for secrets: the same secret has the same name, and another one another. Nothing of the secret is in its name. */
export class Pseudonyms {
  private readonly names = new Map<string, string>();
  private count = 0;

  /** `text` is what the secrets were found in: no name is a part of it. */
  constructor(private readonly text: string) {}

  /** Whether a word is a secret that was found before. */
  has(secret: string): boolean {
    return this.names.has(secret);
  }

  /** What stands for a secret: of the same kind, so that a plain key stays one that can be read, and a ciphered one ciphered. */
  of(secret: string): string {
    if (TOLD_NOTHING.test(secret) || isTakenOut(secret)) return secret;
    let name = this.names.get(secret);
    while (name === undefined || (this.text.includes(name) && !this.names.has(secret))) {
      this.count++;
      name = nameFor(secret, this.count);
    }
    this.names.set(secret, name);
    return name;
  }
}

/** Words such as `cipher` or `REMOVED` that are left where a key was. */
function isTakenOut(secret: string): boolean {
  return /^[a-z-]+$/i.test(secret) && keyForm(secret) === 'masked';
}

function nameFor(secret: string, count: number): string {
  if (isCiphered(secret)) return ciphered(secret, count);
  const [cut] = CUT.exec(secret) ?? [];
  if (cut !== undefined) return `${cut}Masked${count}`;
  // What takes the place of a key already, or cannot be one, is no key that could be compared.
  if (keyForm(secret) === 'masked') return `<masked-${count}>`;
  const [hex] = HEX_KEY.exec(secret) ?? [];
  if (hex === undefined) return `Masked-${count}`;
  const prefix = /^0x/i.test(hex) ? hex.slice(0, 2) : '';
  return prefix + count.toString(16).padStart(hex.length - prefix.length, '0');
}

/** A key between the same marks, of the same length. */
function ciphered(secret: string, count: number): string {
  const [, opening = '', closing = ''] = MARKS.exec(secret) ?? [];
  const tail = opening === '' ? (/(?:!!|==?)$/.exec(secret)?.[0] ?? '') : closing;
  const inner = secret.length - opening.length - tail.length;
  return opening + `Masked${count}`.padEnd(Math.max(inner, 8), 'x') + tail;
}
