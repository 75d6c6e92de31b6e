import type { NameKind } from '../commands/types';
import type { Device } from '../model/device';

/** The lines of a new block, the opening line first, and the same with placeholders for an editor. */
export interface NewBlock {
  readonly lines: readonly string[];
  readonly snippet: readonly string[];
}

/** Escapes what a snippet would take for a placeholder. */
function plain(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Whether a device writes ciphers in two words (`aes-cbc 256`), as VRP8 does. */
export function writesTwoWordCiphers(device: Device): boolean {
  return device.release?.product === 'vrp8' || device.ikeProposals.some((proposal) => usesTwoWords(proposal.encryption));
}

function usesTwoWords(value: Device['ikeProposals'][number]['encryption']): boolean {
  const { place } = value ?? {};
  return place !== undefined && / \d+\s*$/.test(place.item.lines[place.line]?.text.slice(0, place.end) ?? '');
}

/**
 * A block that defines a name, with settings that are strong and that the device knows. Undefined for kinds that need more than can be
 * written without asking.
 */
export function newBlock(kind: NameKind, name: string, device: Device): NewBlock | undefined {
  const twoWords = writesTwoWordCiphers(device);
  const same = (...lines: string[]): NewBlock => ({ lines, snippet: lines.map(plain) });
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
      const key = device.release?.product === 'usg' ? 'pre-shared-key' : 'pre-shared-key cipher';
      return {
        lines: [`ike peer ${name}`, `${key} <pre-shared-key>`, 'remote-address 192.0.2.1'],
        snippet: [`ike peer ${plain(name)}`, `${key} \${1:<pre-shared-key>}`, 'remote-address ${2:192.0.2.1}'],
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
      };
    }
    default:
      return undefined;
  }
}
