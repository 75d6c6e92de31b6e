import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analysed, seenIn } from './check';
import { FIREWALL, ROUTER, SCRIPT, STYLES, VRP8 } from './fixtures';

/** One way to break a healthy configuration, and where that must be seen. */
interface Mutation {
  readonly rule: string;
  /** The line to break, as it stands there without its indentation; the first of several. */
  readonly line: string;
  /** What stands there instead; without it the line is taken out. */
  readonly becomes?: string;
  /** The line the finding stands on, where it is not the broken one. */
  readonly at?: string;
  readonly severity?: string;
}

function breakLine(text: string, { line, becomes }: Mutation): string {
  const lines = text.split('\n');
  const at = lines.findIndex((each) => each.trim() === line);
  assert.ok(at >= 0, `no line "${line}"`);
  const indentation = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
  lines.splice(
    at,
    1,
    ...(becomes === undefined ? [] : becomes.split('\n').map((each) => indentation + each)),
  );
  return lines.join('\n');
}

function check(healthy: string, mutation: Mutation): void {
  const { rule, line, becomes, severity = 'error' } = mutation;
  const where = mutation.at ?? becomes?.split('\n').at(-1) ?? line;
  for (const [style, change] of STYLES) {
    const text = change(breakLine(healthy, mutation));
    const lines = text.split(/\r?\n/);
    const seen = seenIn(text);
    const found = seen.filter((each) => each.rule === rule && each.severity === severity);
    assert.deepEqual(
      found.map((each) => lines[each.line]?.replace(/\0/g, '').trim()),
      [where],
      `${style}: the finding is not where it must be`,
    );
    const others = seen.filter((each) => each.severity === 'error' && !found.includes(each));
    assert.deepEqual(
      others.map((each) => `${each.rule}: ${each.message}`),
      [],
      `${style}: other errors`,
    );
  }
}

function run(name: string, healthy: string, mutations: readonly Mutation[]): void {
  describe(name, () => {
    for (const mutation of mutations) {
      test(`${mutation.rule}: ${mutation.line} becomes ${mutation.becomes ?? 'nothing'}`, () => {
        check(healthy, mutation);
      });
    }
  });
}

run('a firewall', FIREWALL, [
  { rule: 'undefined-name', line: 'ike-proposal 10', becomes: 'ike-proposal 11' },
  { rule: 'undefined-name', line: 'user-table 1', becomes: 'user-table 2' },
  { rule: 'undefined-name', line: 'security acl 3000', becomes: 'security acl 3002' },
  { rule: 'undefined-name', line: 'security acl 3000', becomes: 'security acl name protect' },
  { rule: 'undefined-name', line: 'ike-peer fw_b', becomes: 'ike-peer fw-b' },
  { rule: 'undefined-name', line: 'ike-peer fw_b', becomes: 'ike-peer FW_B' },
  { rule: 'undefined-name', line: 'proposal tran1 tran2', becomes: 'proposal tran1 tran3' },
  {
    rule: 'undefined-name',
    line: 'ipsec policy map1 100 isakmp template temp1',
    becomes: 'ipsec policy map1 100 isakmp template tmp1',
  },
  { rule: 'undefined-name', line: 'ipsec policy map1', becomes: 'ipsec policy map2' },
  {
    rule: 'undefined-name',
    line: 'ipsec profile prof1',
    at: 'ipsec profile prof1',
    becomes: 'ipsec profile prof2',
  },
  { rule: 'incomplete-ike-peer', line: 'remote-address 203.0.113.2', at: 'ike peer fw_b' },
  { rule: 'incomplete-ike-peer', line: 'user-table 1', at: 'ike peer branches' },
  { rule: 'incomplete-ipsec-policy', line: 'security acl 3000', at: 'ipsec policy map1 10 isakmp' },
  { rule: 'incomplete-ipsec-policy', line: 'ike-peer fw_b', at: 'ipsec policy map1 10 isakmp' },
  { rule: 'incomplete-ipsec-policy', line: 'proposal tran1 tran2', at: 'ipsec policy map1 20 isakmp' },
  { rule: 'incomplete-ipsec-policy', line: 'proposal tran1', at: 'ipsec policy-template temp1 1' },
  { rule: 'incomplete-ipsec-policy', line: 'ike-peer branches', at: 'ipsec policy-template temp1 1' },
  { rule: 'incomplete-ipsec-policy', line: 'proposal tran2', at: 'ipsec profile prof1' },
  {
    rule: 'policy-not-applied',
    line: 'ipsec policy map1',
    at: 'ipsec policy map1 10 isakmp',
    severity: 'warning',
  },
  {
    rule: 'remote-address-is-own',
    line: 'remote-address 203.0.113.2',
    becomes: 'remote-address 203.0.113.1',
  },
  {
    rule: 'tunnel-destination-mismatch',
    line: 'destination 203.0.113.3',
    becomes: 'destination 203.0.113.4',
  },
  {
    rule: 'tunnel-destination-mismatch',
    line: 'remote-address 203.0.113.3',
    becomes: 'remote-address 203.0.113.4',
    at: 'destination 203.0.113.3',
  },
  { rule: 'local-id-missing', line: 'local-id fw_a', at: 'local-id-type fqdn', severity: 'warning' },
  {
    rule: 'local-id-equals-remote-id',
    line: 'remote-id fw_b',
    becomes: 'remote-id fw_a',
    severity: 'warning',
  },
  {
    rule: 'security-acl-overlap',
    line: 'rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.3.0 0.0.0.255',
    becomes: 'rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.8 0.0.0.7',
    severity: 'warning',
  },
  {
    rule: 'security-acl-overlap',
    line: 'security acl 3001',
    becomes: 'security acl 3000',
    severity: 'warning',
  },
  {
    rule: 'security-acl-not-advanced',
    line: 'security acl 3001',
    becomes: 'security acl 2001',
  },
  {
    rule: 'sm-algorithm-with-ikev2',
    line: 'esp encryption-algorithm aes-256',
    becomes: 'esp encryption-algorithm sm4',
    severity: 'warning',
  },
  {
    rule: 'command-without-effect',
    line: 'undo version 2',
    becomes: 'undo version 1',
    at: 'exchange-mode main',
    severity: 'hint',
  },
  {
    rule: 'ah-with-encryption',
    line: 'esp authentication-algorithm sha2-256',
    becomes: 'transform ah',
    severity: 'warning',
  },
  {
    rule: 'esp-without-algorithms',
    line: 'esp encryption-algorithm aes-256-gcm-128',
    becomes: 'undo esp encryption-algorithm',
    at: 'undo esp authentication-algorithm',
  },
  {
    rule: 'esp-without-algorithms',
    line: 'esp encryption-algorithm aes-256-gcm-128',
    becomes: 'esp encryption-algorithm aes-256',
    at: 'undo esp authentication-algorithm',
    severity: 'warning',
  },
  {
    rule: 'heartbeat-timeout-too-short',
    line: 'ipsec sha2 compatible enable',
    becomes: 'ike heartbeat-timer interval 60\nike heartbeat-timer timeout 60',
    severity: 'warning',
  },
  {
    rule: 'ike-user-table-fault',
    line: 'id-type fqdn branch1.example',
    at: 'user branch1',
    severity: 'warning',
  },
  { rule: 'pfs-missing', line: 'pfs dh-group14', at: 'ipsec profile prof1', severity: 'information' },
  {
    rule: 'weak-algorithm',
    line: 'esp encryption-algorithm aes-256',
    becomes: 'esp encryption-algorithm des',
    severity: 'warning',
  },
  { rule: 'weak-algorithm', line: 'pfs dh-group14', becomes: 'pfs dh-group2', severity: 'warning' },
  { rule: 'weak-algorithm', line: 'pfs dh-group14', becomes: 'pfs dh-group5', severity: 'information' },
  {
    rule: 'clear-text-key',
    line: 'undo version 2',
    becomes: 'undo version 2\npre-shared-key Admin@1234',
    severity: 'warning',
  },
  { rule: 'invalid-argument', line: 'remote-address 203.0.113.2', becomes: 'remote-address 203.0.113.256' },
  { rule: 'invalid-argument', line: 'remote-address 203.0.113.2', becomes: 'remote-address 203.0.113' },
  {
    rule: 'invalid-argument',
    line: 'ipsec policy map1 100 isakmp template temp1',
    becomes: 'ipsec policy map1 10001 isakmp template temp1',
  },
  { rule: 'unknown-command', line: 'remote-address 203.0.113.2', becomes: 'remote-adress 203.0.113.2' },
  { rule: 'unknown-command', line: 'dpd type periodic', becomes: 'dpd type perodic' },
  { rule: 'unknown-command', line: 'ike-peer fw_b', becomes: 'ike-per fw_b' },
  {
    rule: 'unknown-command',
    line: 'esp encryption-algorithm aes-256',
    becomes: 'esp encryption-algorithm aes256',
  },
  { rule: 'unknown-command', line: 'dh group14', becomes: 'dh grup14' },
  {
    rule: 'unknown-command',
    line: 'authentication-method pre-share',
    becomes: 'authentication-method',
    severity: 'warning',
  },
  { rule: 'wrong-view', line: 'dpd type periodic', becomes: 'dh group14' },
  { rule: 'wrong-view', line: 'dpd type periodic', becomes: 'security acl 3000' },
  {
    rule: 'duplicate-command',
    line: 'dpd type periodic',
    becomes: 'dpd type periodic\ndpd type on-demand',
    at: 'dpd type periodic',
    severity: 'warning',
  },
]);

run('a router', ROUTER, [
  { rule: 'undefined-name', line: 'security acl 3101', becomes: 'security acl 3100' },
  { rule: 'undefined-name', line: 'ike-proposal 5', becomes: 'ike-proposal 6' },
  { rule: 'undefined-name', line: 'proposal tran1', becomes: 'proposal tran2' },
  { rule: 'incomplete-ike-peer', line: 'remote-address 198.51.100.2', at: 'ike peer spub' },
  { rule: 'incomplete-ipsec-policy', line: 'ike-peer spub', at: 'ipsec policy map1 10 isakmp' },
  {
    rule: 'policy-not-applied',
    line: 'ipsec policy map1',
    at: 'ipsec policy map1 10 isakmp',
    severity: 'warning',
  },
  {
    rule: 'remote-address-is-own',
    line: 'remote-address 198.51.100.2',
    becomes: 'remote-address 10.1.1.254',
  },
  { rule: 'local-id-missing', line: 'ike local-name spua', at: 'local-id-type fqdn', severity: 'warning' },
  {
    rule: 'command-without-effect',
    line: 'version 1',
    becomes: 'version 2',
    at: 'exchange-mode aggressive',
    severity: 'hint',
  },
  { rule: 'weak-algorithm', line: 'dh group14', becomes: 'dh group1', severity: 'warning' },
  { rule: 'unknown-command', line: 'nat traversal', becomes: 'nat travesal' },
]);

run('a VRP8 router', VRP8, [
  { rule: 'undefined-name', line: 'ike-peer b', becomes: 'ike-peer c' },
  {
    rule: 'undefined-name',
    line: 'ipsec policy map1 service-instance-group group1',
    becomes: 'ipsec policy map2 service-instance-group group1',
  },
  { rule: 'incomplete-ipsec-policy', line: 'security acl 3000', at: 'ipsec policy map1 10 isakmp' },
  { rule: 'remote-address-is-own', line: 'remote-address 172.20.1.2', becomes: 'remote-address 172.20.1.1' },
  {
    rule: 'weak-algorithm',
    line: 'encryption-algorithm aes-cbc 256',
    becomes: 'encryption-algorithm des-cbc',
    severity: 'warning',
  },
  {
    rule: 'unknown-command',
    line: 'encryption-algorithm aes-cbc 256',
    becomes: 'encryption-algorithm aes-bcc 256',
  },
]);

run('a typed script', SCRIPT, [
  { rule: 'undefined-name', line: 'ike-peer fw_b', becomes: 'ike-peer fw_x' },
  { rule: 'undefined-name', line: 'security acl 3000', becomes: 'security acl 3100' },
  { rule: 'incomplete-ike-peer', line: 'pre-shared-key <key>', at: 'ike peer fw_b' },
  { rule: 'incomplete-ipsec-policy', line: 'proposal tran1', at: 'ipsec policy map1 10 isakmp' },
  { rule: 'unknown-command', line: 'encryption-algorithm aes-256', becomes: 'encrytion-algorithm aes-256' },
  {
    rule: 'invalid-argument',
    line: 'remote-address 203.0.113.2 // the branch',
    becomes: 'remote-address 203.0.113.999',
  },
]);

/** Every keyword with two neighbouring letters exchanged, in the lines of IPsec of a configuration. */
function slips(text: string): { line: number; start: number; end: number; text: string }[] {
  const { document } = analysed(text);
  const lines = text.split('\n');
  return document.items.flatMap((item) =>
    item.lines.flatMap((line, at) => {
      const isIpsec = /^(?:ike|ipsec)-/.test(line.view) || /^(?:ike|ipsec)$/.test(line.words[0]?.text ?? '');
      if (!isIpsec || line.match?.status !== 'complete') return [];
      return line.words.flatMap(({ text: word, start, end }, index) => {
        if (line.match?.words[index]?.kind !== 'keyword' || !/^[a-z-]{4,}$/.test(word)) return [];
        // What stands in its place may be a number.
        if (word === 'default') return [];
        const slip = `${word.slice(0, 1)}${word[2] ?? ''}${word[1] ?? ''}${word.slice(3)}`;
        if (slip === word) return [];
        const number = document.startOfItem(item) + at;
        const changed = line.text.slice(0, start) + slip + line.text.slice(end);
        return [{ line: number, start, end, text: lines.with(number, changed).join('\n') }];
      });
    }),
  );
}

describe('a slip in any keyword of IPsec', () => {
  for (const [name, healthy] of [
    ['a firewall', FIREWALL],
    ['a router', ROUTER],
    ['a VRP8 router', VRP8],
  ] as const) {
    test(`${name}: the word and nothing else`, () => {
      const all = slips(healthy);
      assert.ok(all.length > 15);
      for (const { line, start, end, text } of all) {
        const errors = seenIn(text).filter(({ severity }) => severity === 'error');
        assert.deepEqual(
          errors.map((each) => [each.rule, each.line, each.start, each.end]),
          [['unknown-command', line, start, end]],
          text.split('\n')[line],
        );
      }
    });
  }
});
