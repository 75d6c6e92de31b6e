import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { aaaCommands } from '../../../server/src/commands/aaa';
import { aclCommands } from '../../../server/src/commands/acl';
import { addressSetCommands } from '../../../server/src/commands/addressSet';
import { interfaceCommands } from '../../../server/src/commands/interface';
import { ipPoolCommands } from '../../../server/src/commands/ipPool';
import { pkiCommands } from '../../../server/src/commands/pki';
import { secretCommands } from '../../../server/src/commands/secrets';
import { trackingCommands } from '../../../server/src/commands/tracking';
import type { CommandDefinition, ViewId } from '../../../server/src/commands/types';
import { vrpCommands } from '../../../server/src/commands/vrp';
import { readLine } from '../../../server/src/syntax/line';
import { CommandTable, compileCommand, type CommandMatch } from '../../../server/src/syntax/match';

const commands: readonly CommandDefinition[] = [
  ...vrpCommands,
  ...aclCommands,
  ...interfaceCommands,
  ...aaaCommands,
  ...ipPoolCommands,
  ...pkiCommands,
  ...trackingCommands,
  ...addressSetCommands,
  ...secretCommands,
];

/** Lines as devices save them and people type them, with the view they stand in and what is read out of them. */
const realLines: readonly {
  readonly view: ViewId;
  readonly line: string;
  readonly opens?: ViewId;
  readonly read?: Readonly<Record<string, string>>;
}[] = [
  { view: 'system', line: 'acl number 3000', opens: 'acl-advanced', read: { number: '3000' } },
  { view: 'system', line: 'acl 3000', opens: 'acl-advanced', read: { number: '3000' } },
  { view: 'system', line: 'acl number 3101 match-order auto', opens: 'acl-advanced' },
  { view: 'system', line: 'acl number 3065 vpn-instance vpn64', read: { number: '3065', vpn: 'vpn64' } },
  { view: 'system', line: 'acl name HQ advance', opens: 'acl-advanced', read: { name: 'HQ' } },
  { view: 'system', line: 'acl name HQ 3999', read: { name: 'HQ', number: '3999' } },
  { view: 'system', line: 'acl name HQ basic', opens: 'acl-basic' },
  { view: 'system', line: 'acl ipv6 number 3001', opens: 'acl-advanced', read: { number: '3001' } },
  {
    view: 'acl-advanced',
    line: 'rule 5 permit ip source 192.168.40.0 0.0.0.255 destination 192.168.30.0 0.0.0.255',
    read: {
      id: '5',
      source: '192.168.40.0',
      sourceWildcard: '0.0.0.255',
      destination: '192.168.30.0',
      destinationWildcard: '0.0.0.255',
    },
  },
  { view: 'acl-advanced', line: 'rule permit ip' },
  { view: 'acl-advanced', line: 'rule 10 deny ip source any destination any' },
  {
    view: 'acl-advanced',
    line: 'rule 5 permit gre source 10.60.60.60 0 destination 10.108.108.108 0',
    read: { sourceWildcard: '0', destinationWildcard: '0' },
  },
  {
    view: 'acl-advanced',
    line: 'rule 1600 permit tcp source address-set fep destination 10.252.18.1 0 destination-port port-set p time-range t',
    read: { sourceSet: 'fep', destinationPortSet: 'p', timeRange: 't' },
  },
  {
    view: 'acl-advanced',
    line: 'rule permit udp source 10.1.1.0 0.0.0.255 source-port range 1024 65535 destination-port eq 500',
    read: { sourcePortFrom: '1024', sourcePortTo: '65535', destinationPort: '500' },
  },
  {
    view: 'acl-advanced',
    line: 'rule 5 permit ip vpn-instance vpn1 source 10.1.1.1 0',
    read: { vpn: 'vpn1' },
  },
  {
    view: 'acl-advanced',
    line: 'rule 5 permit ipv6 source 2001:db8:1::/64 destination 2001:db8:2:: 64',
    read: { sourcePrefix: '2001:db8:1::/64', destination: '2001:db8:2::', destinationLength: '64' },
  },
  { view: 'acl-advanced', line: 'undo rule 5', read: { id: '5' } },
  {
    view: 'acl-basic',
    line: 'rule 5 permit source 192.168.10.0 0.0.0.255',
    read: { source: '192.168.10.0' },
  },
  { view: 'acl-basic', line: 'rule 5 deny' },
  { view: 'system', line: 'interface GigabitEthernet 0/2/0', opens: 'interface' },
  { view: 'system', line: 'int g0/0/1', opens: 'interface', read: { name: 'g0/0/1' } },
  { view: 'interface', line: 'ip add 100.100.1.1 30', read: { address: '100.100.1.1', mask: '30' } },
  { view: 'interface', line: 'undo shutdown' },
  { view: 'interface', line: 'vrrp vrid 1 virtual-ip 10.1.1.1 255.255.255.0 standby', read: { vrid: '1' } },
  { view: 'interface', line: 'nat outbound 3001', read: { acl: '3001' } },
  { view: 'interface', line: 'ip binding vpn-instance default', read: { vpn: 'default' } },
  { view: 'system', line: 'ip route-s 0.0.0.0 0 200.100.1.2', read: { mask: '0', nextHop: '200.100.1.2' } },
  {
    view: 'system',
    line: 'ip route-static 10.1.1.0 255.255.255.0 Tunnel 10 192.168.1.1',
    read: { nextHop: '192.168.1.1' },
  },
  {
    view: 'system',
    line: 'ip route-static 172.16.7.0 255.255.255.0 100GE1/0/2 172.16.1.2 track nqa user test',
    read: { interface: '100GE1/0/2', nqaAdmin: 'user', nqa: 'test' },
  },
  {
    view: 'system',
    line: 'ip route-static vpn-instance vpn1 10.0.1.1 255.255.255.255 Tunnel100',
    read: { vpn: 'vpn1', interface: 'Tunnel100' },
  },
  {
    view: 'system',
    line: 'nqa test-instance user test',
    opens: 'nqa',
    read: { admin: 'user', name: 'test' },
  },
  { view: 'system', line: 'bfd pissub bind peer-ip default-ip interface 100GE1/0/1', opens: 'bfd-session' },
  {
    view: 'system',
    line: 'ip address-set 80网段 type object',
    opens: 'address-set',
    read: { name: '80网段' },
  },
  {
    view: 'address-set',
    line: 'address 0 192.168.80.0 mask 24',
    read: { address: '192.168.80.0', mask: '24' },
  },
  {
    view: 'address-set',
    line: 'address 1 range 10.1.1.1 10.1.1.9',
    read: { from: '10.1.1.1', to: '10.1.1.9' },
  },
  { view: 'system', line: 'sec', opens: 'free' },
  { view: 'system', line: 'firewall zone trust', opens: 'free' },
  { view: 'system', line: 'undo info-center enable' },
  { view: 'system', line: 'undo in en' },
  { view: 'system', line: 'sys WB-CK', read: { name: 'WB-CK' } },
  { view: 'aaa', line: 'domain default', opens: 'aaa-domain', read: { name: 'default' } },
  { view: 'aaa', line: 'service-scheme schemetest', opens: 'service-scheme' },
  { view: 'service-scheme', line: 'dns 2.2.2.3 secondary', read: { server: '2.2.2.3' } },
  { view: 'aaa-domain', line: 'service-type internetaccess ssl-vpn l2tp ike' },
  { view: 'ip-pool', line: 'network 192.168.140.0 mask 255.255.255.0', read: { network: '192.168.140.0' } },
  { view: 'pki-realm', line: 'enrollment-url http://10.1.1.1/certsrv/mscep/mscep.dll ra' },
];

const secretLines: readonly {
  readonly view: ViewId;
  readonly line: string;
  readonly secrets: readonly string[];
}[] = [
  { view: 'aaa', line: 'local-user a password cipher %^%#x%^%#', secrets: ['%^%#x%^%#'] },
  { view: 'aaa', line: 'local-user a password irreversible-cipher $1c$x$', secrets: ['$1c$x$'] },
  { view: 'aaa', line: 'local-user a password hunter2 privilege level 15', secrets: ['hunter2'] },
  { view: 'free', line: 'password cipher @%@%x@%@%', secrets: ['@%@%x@%@%'] },
  { view: 'free', line: 'password hunter2', secrets: ['hunter2'] },
  { view: 'free', line: 'set authentication password cipher %$%$x%$%$', secrets: ['%$%$x%$%$'] },
  { view: 'free', line: 'tunnel password cipher %$%$x%$%$', secrets: ['%$%$x%$%$'] },
  { view: 'free', line: 'radius-server shared-key cipher %^%#x%^%#', secrets: ['%^%#x%^%#'] },
  { view: 'free', line: 'peer 10.1.1.1 password simple hunter2', secrets: ['hunter2'] },
  { view: 'free', line: 'security wpa2 psk pass-phrase %^%#x%^%# aes', secrets: ['%^%#x%^%#'] },
  { view: 'interface', line: 'ppp chap password cipher %$%$x%$%$', secrets: ['%$%$x%$%$'] },
  { view: 'interface', line: 'ospf authentication-mode hmac-md5 1 cipher %$%$x%$%$', secrets: ['%$%$x%$%$'] },
  { view: 'interface', line: 'vrrp vrid 1 authentication-mode md5 hunter2', secrets: ['hunter2'] },
  { view: 'system', line: 'snmp-agent community read wens-zone acl 2000', secrets: ['wens-zone'] },
  { view: 'system', line: 'snmp com read wens-zone', secrets: ['wens-zone'] },
  {
    view: 'system',
    line: 'snmp-agent local-user v3 u authentication-mode sha cipher A1 privacy-mode aes128 cipher B2',
    secrets: ['A1', 'B2'],
  },
  {
    view: 'system',
    line: 'snmp-agent usm-user v3 admin authentication-mode sha cipher %^%#x%^%#',
    secrets: ['%^%#x%^%#'],
  },
  {
    view: 'system',
    line: 'snmp-agent target-host trap address udp-domain 192.0.2.1 udp-port 1025 params securityname hunter2 v2c',
    secrets: ['hunter2'],
  },
  {
    view: 'system',
    line: 'ntp-service authentication-keyid 1 authentication-mode md5 cipher %^%#x%^%#',
    secrets: ['%^%#x%^%#'],
  },
  { view: 'system', line: 'snmp-agent community read cipher %^%#x%^%# mib-view all', secrets: ['%^%#x%^%#'] },
  { view: 'system', line: 'snmp-agent comm r wens-zone', secrets: ['wens-zone'] },
  {
    view: 'free',
    line: 'radius-server authentication 10.1.1.1 1812 shared-key cipher A1 weight 80',
    secrets: ['A1'],
  },
  { view: 'aaa', line: 'local-user a password cipher A1 privilege level 15', secrets: ['A1'] },
  { view: 'pki-realm', line: 'password cipher %^%#x%^%#', secrets: ['%^%#x%^%#'] },
];

/** System view lines that must not be read out of what people type in other views. */
const foreignLines = [
  'a i g 1/0/1',
  'add int g1/0/0',
  'set priority 85',
  'rule n ipsec',
  'service http',
  'user any',
  'tunnel authentication',
  'net 10.0.0.0 0.0.0.255',
  'area 0',
  'classifier c1 behavior b1',
  'user privilege level 15',
  'acl 2000 inbound',
];

function read(view: ViewId, line: string): CommandMatch | undefined {
  const compiled = commands.filter((command) => [command.view].flat().includes(view)).map(compileCommand);
  return new CommandTable(compiled).match(readLine(line, '').words)?.match;
}

/** The words of a line that were read as the argument, by name or by type. */
function wordsRead(line: string, match: CommandMatch, wanted: { name?: string; type?: string }): string[] {
  return readLine(line, '').words.flatMap((word, index) => {
    const as = match.words[index];
    if (as?.kind !== 'argument') return [];
    return as.argument.name === wanted.name || as.argument.type === wanted.type ? [word.text] : [];
  });
}

describe('real lines', () => {
  for (const { view, line, opens, read: wanted = {} } of realLines) {
    it(line, () => {
      const match = read(view, line);
      assert.equal(match?.status, 'complete');
      assert.ok(match.words.every((word) => word.kind !== 'argument' || word.problem === undefined));
      if (opens) assert.equal(match.command.opens, opens);
      for (const [name, text] of Object.entries(wanted)) {
        assert.deepEqual(wordsRead(line, match, { name }), [text], name);
      }
    });
  }

  for (const { view, line, secrets } of secretLines) {
    it(`${view}: ${line}`, () => {
      const match = read(view, line);
      assert.equal(match?.status, 'complete');
      assert.deepEqual(wordsRead(line, match, { type: 'secret' }), secrets);
    });
  }

  for (const line of foreignLines) {
    it(`not a system view line: ${line}`, () => {
      assert.notEqual(read('system', line)?.status, 'complete');
    });
  }
});
