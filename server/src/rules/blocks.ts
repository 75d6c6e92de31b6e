import type { NameKind } from '../commands/types';
import type { Device } from '../model/device';
import { textOf } from '../model/value';

/** The lines of a new block, the opening line first, and the same with placeholders for an editor. */
export interface NewBlock {
  readonly lines: readonly string[];
  readonly snippet: readonly string[];
  /** It says everything; otherwise values are left to fill in. */
  readonly complete: boolean;
}

/** Escapes what a snippet would take for a placeholder. */
function plain(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

const twoWordCiphers = new WeakMap<Device, boolean>();

/** Whether a device writes ciphers in two words (`aes-cbc 256`), as VRP8 does. */
export function writesTwoWordCiphers(device: Device): boolean {
  let known = twoWordCiphers.get(device);
  if (known === undefined) {
    known = looksForTwoWordCiphers(device);
    twoWordCiphers.set(device, known);
  }
  return known;
}

function looksForTwoWordCiphers(device: Device): boolean {
  if (device.release?.product !== undefined) return device.release.product === 'vrp8';
  const values = [
    ...device.ikeProposals.map((proposal) => proposal.encryption),
    ...device.ipsecProposals.map((proposal) => proposal.espEncryption),
  ];
  return values.some((value) => value?.place && / \d+$/.test(textOf(value.place)));
}

/** How a device writes a plain key: firewalls take it as it is, routers behind a keyword. What the file does already goes first. */
export function keyCommand(device: Device): string {
  const written = device.ikePeers.flatMap(
    ({ lines }) => lines.find((line) => line.starts('pre-shared-key')) ?? [],
  );
  const [line] = written;
  const named = line ? line.has('cipher') || line.has('simple') : device.release?.product !== 'usg';
  return named ? 'pre-shared-key cipher' : 'pre-shared-key';
}

/**
 * A block that defines a name, with settings that are strong and that the device knows. Undefined for kinds that need more than can be
 * written without asking.
 */
export function newBlock(kind: NameKind, name: string, device: Device): NewBlock | undefined {
  const twoWords = writesTwoWordCiphers(device);
  const same = (...lines: string[]): NewBlock => ({ lines, snippet: lines.map(plain), complete: true });
  switch (kind) {
    case 'ike-proposal':
      return same(
        `ike proposal ${name}`,
        `encryption-algorithm ${twoWords ? 'aes-cbc 256' : 'aes-256'}`,
        'dh group14',
        'authentication-algorithm sha2-256',
        'authentication-method pre-share',
        'integrity-algorithm hmac-sha2-256',
        ...(twoWords ? [] : ['prf hmac-sha2-256']),
      );
    case 'ipsec-proposal':
      return same(
        `ipsec proposal ${name}`,
        'esp authentication-algorithm sha2-256',
        `esp encryption-algorithm ${twoWords ? 'aes 256' : 'aes-256'}`,
      );
    case 'ike-peer': {
      const key = keyCommand(device);
      return {
        lines: [`ike peer ${name}`, `${key} <pre-shared-key>`, 'remote-address 192.0.2.1'],
        snippet: [
          `ike peer ${plain(name)}`,
          `${key} \${1:<pre-shared-key>}`,
          'remote-address ${2:192.0.2.1}',
        ],
        complete: false,
      };
    }
    case 'acl': {
      if (!/^3\d{3}$/.test(name)) return undefined;
      const rule = 'rule 5 permit ip source';
      return {
        lines: [`acl number ${name}`, `${rule} 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255`],
        snippet: [
          `acl number ${name}`,
          `${rule} \${1:10.1.1.0} \${2:0.0.0.255} destination \${3:10.1.2.0} \${4:0.0.0.255}`,
        ],
        complete: false,
      };
    }
    default:
      return undefined;
  }
}
