import type { Argument } from '../commands/notation';
import { isIpv4, isIpv6, looksLikeAddress, netmaskLength } from './address';

/** What is wrong with a word that has the shape of its argument. */
export type ArgumentProblem = 'out-of-range' | 'malformed' | 'too-long' | 'too-short';

/** `no`: another kind of word; `yes`: fits; else it has the shape, and this is wrong with it. */
export type Acceptance = 'no' | 'yes' | ArgumentProblem;

const INTERFACE = /^(?:\d{1,3}GE|[A-Za-z][A-Za-z-]{0,30})\d{1,6}(?:[/.:]\d{1,6}){0,5}$/i;
const INTERFACE_TYPE = /^(?:\d{1,3}GE|[A-Za-z][A-Za-z-]{0,30})$/i;
const INTERFACE_NUMBER = /^\d{1,6}(?:[/.:]\d{1,6}){0,5}$/;

function unquoted(word: string): string {
  return word.length > 1 && word.startsWith('"') && word.endsWith('"') ? word.slice(1, -1) : word;
}

function lengthOf(argument: Argument, word: string): Acceptance {
  const { length } = unquoted(word);
  if (argument.max !== undefined && length > argument.max) return 'too-long';
  if (argument.min !== undefined && length < argument.min) return 'too-short';
  return 'yes';
}

function inRange(argument: Argument, word: string): Acceptance {
  if (!/^\d+$/.test(word)) return 'no';
  const value = Number(word);
  const low = argument.min !== undefined && value < argument.min;
  const high = argument.max !== undefined && value > argument.max;
  return low || high ? 'out-of-range' : 'yes';
}

function when(fits: boolean, shaped: boolean): Acceptance {
  if (fits) return 'yes';
  return shaped ? 'malformed' : 'no';
}

/** Whether a word can be the type of an interface whose number follows in a word of its own (`GigabitEthernet 0/0/1`). */
export function isInterfaceType(word: string, next: string | undefined): boolean {
  return INTERFACE_TYPE.test(word) && next !== undefined && INTERFACE_NUMBER.test(next);
}

/**
 * Whether a word fits an argument of a command format. Addresses that a person has masked (`203.0.113.x`, `116.*.*.10`) have the shape
 * and are malformed.
 */
export function acceptArgument(argument: Argument, word: string): Acceptance {
  switch (argument.type) {
    case 'integer':
      return inRange(argument, word);
    case 'new':
      if (!argument.numeric) return lengthOf(argument, word);
      return /^\d+$/.test(word) ? inRange(argument, word) : 'malformed';
    case 'string':
    case 'ref':
      return lengthOf(argument, word);
    case 'secret':
    case 'text':
      return 'yes';
    case 'ip':
      return when(isIpv4(word) || isIpv6(word), looksLikeAddress(word));
    case 'ipv4':
      return when(isIpv4(word), looksLikeAddress(word));
    case 'ipv6':
      return when(isIpv6(word), word.includes(':'));
    case 'mask': {
      if (/^\d{1,3}$/.test(word)) return Number(word) <= 128 ? 'yes' : 'out-of-range';
      return when(isIpv4(word) && netmaskLength(word) !== undefined, looksLikeAddress(word));
    }
    case 'wildcard':
      return when(word === '0' || isIpv4(word), looksLikeAddress(word));
    case 'prefix': {
      const [address = '', length = ''] = word.split('/');
      const fits = (isIpv4(address) && Number(length) <= 32) || (isIpv6(address) && Number(length) <= 128);
      return when(fits && /^\d{1,3}$/.test(length), word.includes('/') && looksLikeAddress(address));
    }
    case 'interface':
      return when(INTERFACE.test(word), false);
    case 'time':
      return when(/^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(word), /^\d+:\d+/.test(word));
    case 'date':
      return when(/^\d{4}[-/]\d{1,2}[-/]\d{1,2}$/.test(word), /^\d+[-/]\d+/.test(word));
  }
}
