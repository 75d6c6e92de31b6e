import { canonicalAddress, netmaskLength } from '../../syntax/address';
import { lastOfEach, readRule, type AclRule } from '../acl';
import { assign, type Draft } from '../assign';
import type { Acl, BlockPlace, Interface, InterfaceAddress } from '../device';
import { interfaceName } from '../interfaceName';
import { linesIn, standing, type CommandLine } from '../reading';
import type { Written } from '../value';
import type { Head } from './ike';

/** The rules that some lines leave in an ACL: `undo rule 5` takes one away. */
function readRules(lines: readonly CommandLine[]): readonly AclRule[] {
  const rules = new Set<AclRule>();
  const byId = new Map<number, AclRule>();
  for (const line of lines) {
    const rule = readRule(line);
    const taken = line.undo && line.starts('rule') ? line.number('id')?.value : undefined;
    if (rule) {
      rules.add(rule);
      if (rule.id !== undefined) byId.set(rule.id, rule);
    } else if (taken !== undefined) {
      // `undo rule 5 destination` takes back a part of the rule only, and what that leaves is not looked at here.
      const known = byId.get(taken);
      if (known) rules.delete(known);
    }
  }
  return lastOfEach([...rules]);
}

/** Reads one ACL view. */
export function readAcl(blocks: readonly BlockPlace[], head: Head): Acl {
  const rules = readRules(linesIn(blocks));
  const number =
    head.opener?.number('number')?.value ?? (/^\d+$/.test(head.name) ? Number(head.name) : undefined);
  const vpn = head.opener?.named('vpn-instance');
  return {
    name: head.name,
    place: head.place,
    blocks,
    rules,
    family: head.opener?.has('ipv6') ? 6 : 4,
    matchOrder: head.opener?.has('auto') ? 'auto' : 'config',
    ...(number === undefined ? {} : { number }),
    ...(vpn ? { vpnInstance: vpn.value } : {}),
  };
}

function maskLength(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return text.includes('.') ? netmaskLength(text) : Number(text);
}

function addressOf(line: CommandLine): Written<InterfaceAddress> | undefined {
  const prefix = line.ofType('prefix');
  const address = prefix ?? line.ofType('ip', 'ipv4', 'ipv6');
  if (!address) return undefined;
  const [text = '', slash] = address.value.split('/');
  const length = maskLength(slash ?? line.ofType('mask')?.value ?? line.ofType('integer')?.value);
  return { ...address, value: { address: text, ...(length === undefined ? {} : { length }) } };
}

/** `vrrp vrid 1 virtual-ip 192.0.2.1`, `vrrp6 vrid 1 virtual-ip 2001:db8::1`. */
function virtualAddressOf(line: CommandLine): Written<string>[] {
  const { words } = line.line;
  const at = words.findIndex(({ text }) => text.toLowerCase() === 'virtual-ip') + 1;
  const value = words[at]?.text;
  return at > 0 && value !== undefined && canonicalAddress(value) !== undefined
    ? [{ value, origin: 'config', place: line.place(at) }]
    : [];
}

/** Reads one interface view. */
export function readInterface(blocks: readonly BlockPlace[], head: Head): Interface {
  const addresses: Written<InterfaceAddress>[] = [];
  const virtualAddresses: Written<string>[] = [];
  const found: Draft<Interface> = {
    name: interfaceName(head.name),
    place: head.place,
    blocks,
    addresses,
    virtualAddresses,
  };
  for (const line of standing(linesIn(blocks))) {
    if (line.undo) continue;
    if (line.starts('ip address') || line.starts('ipv6 address')) {
      const address = addressOf(line);
      if (address) addresses.push(address);
      else found.dynamicAddress = { value: true, origin: 'config', place: line.whole };
    } else if (line.starts('vrrp vrid') || line.starts('vrrp6 vrid'))
      virtualAddresses.push(...virtualAddressOf(line));
    else if (line.starts('ip binding vpn-instance')) assign(found, 'vpnInstance', line.named('vpn-instance'));
    else if (line.starts('ipsec policy')) assign(found, 'ipsecPolicy', line.named('ipsec-policy'));
    else if (line.starts('ipsec profile')) assign(found, 'ipsecProfile', line.named('ipsec-profile'));
    else if (line.starts('ipsec efficient-vpn'))
      assign(found, 'efficientVpn', line.named('ipsec-efficient-vpn'));
    else if (line.starts('tunnel-protocol')) {
      const protocol = line.keywords[1];
      if (protocol) found.tunnelProtocol = { value: protocol, origin: 'config', place: line.place(1) };
    } else if (line.starts('source')) assign(found, 'source', endpoint(line));
    else if (line.starts('destination')) assign(found, 'destination', endpoint(line));
  }
  return found;
}

function endpoint(line: CommandLine): Written<string> | undefined {
  return line.ofType('ip', 'ipv4', 'ipv6') ?? line.ofType('interface');
}
