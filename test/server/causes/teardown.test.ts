import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  causes,
  displayFields,
  fieldByName,
  fieldByOid,
  furtherCauses,
  messageByMnemonic,
  messageByOid,
  messageByTrap,
  messageFields,
  messages,
  teardownCauses,
  type CauseDefinition,
  type FieldDefinition,
  type StepBranch,
} from '../../../server/src/causes';
import { causeByName } from '../../../server/src/causes/find';
import type { Localized } from '../../../server/src/l10n';

const names = [
  'aaa cut user',
  'config modify or manual offline',
  'cpu table updated',
  'disconnect track nqa/bfd/vrrp',
  'dns resolution status change',
  'dpd timeout',
  'eap delete old sa',
  'exchange timeout',
  'flow overlap',
  'hard expiry triggered by port mismatch',
  'hash gene adjusted',
  'heartbeat timeout',
  'ikev1 phase1-phase2 sa dependent offline',
  'ip address syn failed',
  'kick old sa with same flow',
  'modecfg address soft expiry',
  'nhrp notify',
  'peer address switch',
  'peer request',
  'phase1 hard expiry',
  'phase1 sa replace',
  'phase2 hard expiry',
  'phase2 sa replace',
  're-auth timeout',
  'receive backup delete info',
  'receive invalid spi notify',
  'spi conflict',
];

/** Those the vendor calls normal operation. */
const normal = [
  'cpu table updated',
  'disconnect track nqa/bfd/vrrp',
  'eap delete old sa',
  'hard expiry triggered by port mismatch',
  'hash gene adjusted',
  'modecfg address soft expiry',
  'nhrp notify',
  'phase1 sa replace',
  'phase2 sa replace',
  'receive backup delete info',
  'receive invalid spi notify',
];

/** Those whose steps may end with the finding that nothing is wrong. */
const dependent = [
  'aaa cut user',
  'config modify or manual offline',
  'ikev1 phase1-phase2 sa dependent offline',
  'peer address switch',
  'peer request',
  'phase1 hard expiry',
  'phase2 hard expiry',
];

const own = [...teardownCauses, ...furtherCauses];

/** Every text in both languages anywhere inside a value. */
function localizedIn(value: unknown): Localized[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [value as Localized];
  return Object.values(value).flatMap(localizedIn);
}

function commandsOf(cause: CauseDefinition): string[] {
  return cause.steps.flatMap((step) =>
    [...(step.commands ?? []), ...step.branches.flatMap((branch) => branch.commands ?? [])].map(
      (command) => command.command,
    ),
  );
}

describe('teardown causes', () => {
  it('are the 27 of the reference, in its order', () => {
    assert.deepEqual(
      teardownCauses.map((cause) => cause.name),
      names,
    );
    for (const cause of teardownCauses) {
      assert.equal(cause.kind, 'teardown', cause.name);
      assert.equal(cause.listed, true, cause.name);
      assert.equal(cause.reasonCode, undefined, `${cause.name}: the end of a tunnel has no reason code`);
    }
  });

  it('are harmless where the reference says so', () => {
    const named = (harmless: string): string[] =>
      teardownCauses.filter((cause) => cause.harmless === harmless).map((cause) => cause.name);
    assert.deepEqual(named('yes'), normal);
    assert.deepEqual(named('depends'), dependent);
  });

  it('say of spi conflict that the reference has no entry for it', () => {
    const cause = teardownCauses.find(({ name }) => name === 'spi conflict');
    assert.ok(cause);
    assert.match(cause.note?.en ?? '', /no entry/);
    assert.ok(cause.sources.includes('RFC 4301 §4.1'));
    assert.ok(cause.sources.includes('RFC 4303 §2.1'));
  });
});

describe('teardown and further causes', () => {
  for (const cause of own) {
    it(`${cause.name}: texts, steps and relations hold together`, () => {
      for (const text of localizedIn(cause)) {
        assert.ok(text.en.trim(), `empty English text`);
        assert.ok(text['zh-cn'].trim(), `empty Chinese text beside: ${text.en}`);
        assert.match(text['zh-cn'], /\p{Script=Han}|^IKEv[12]$/u, `no Chinese in: ${text['zh-cn']}`);
        assert.doesNotMatch(text.en, /\p{Script=Han}/u);
        assert.doesNotMatch(text.en, / {2}|https?:|\/work\//);
      }
      assert.ok(cause.possibleCauses.length > 0);
      assert.ok(cause.sources.length > 0);
      assert.ok(cause.related.length >= 1 && cause.related.length <= 4);
      for (const related of cause.related) {
        const found = causes.find(({ name }) => name === related.name);
        assert.ok(found?.listed, `related cause ${related.name} is none of the 70`);
        assert.notEqual(related.name, cause.name);
      }
      const reached = new Set<number>();
      const follow = (number: number): void => {
        if (reached.has(number)) return;
        reached.add(number);
        const step = cause.steps[number - 1];
        assert.ok(step, `step ${number} does not exist`);
        assert.ok(step.branches.length > 0);
        for (const next of step.branches.map((branch: StepBranch) => branch.next)) {
          if (typeof next === 'number') follow(next);
        }
      };
      if (cause.steps.length > 0) follow(1);
      assert.equal(reached.size, cause.steps.length, 'every step can be reached');
    });
  }

  it('have names and aliases that no other cause has', () => {
    const owners = new Map<string, string>();
    for (const cause of causes) {
      for (const name of [cause.name, ...(cause.aliases ?? [])]) {
        const key = name.toLowerCase().replaceAll(/[\s_-]+/g, ' ');
        assert.equal(
          owners.get(key),
          undefined,
          `${name} belongs to ${owners.get(key) ?? ''} and ${cause.name}`,
        );
        owners.set(key, cause.name);
        assert.equal(causeByName(name), cause);
      }
    }
  });

  it('have reason codes that no other cause has', () => {
    const codes = causes.flatMap((cause) => cause.reasonCode ?? []);
    assert.equal(new Set(codes).size, codes.length);
  });

  it('beyond the reference are marked as such', () => {
    for (const cause of furtherCauses) assert.equal(cause.listed, false, cause.name);
  });
});

describe('messages', () => {
  it('have texts in both languages and known fields', () => {
    for (const text of localizedIn([messages, messageFields, displayFields])) {
      assert.ok(text.en.trim());
      assert.match(text['zh-cn'], /\p{Script=Han}|^IKEv[12]$/u);
    }
    for (const message of messages) {
      for (const field of message.fields) assert.ok(fieldByName(field, 'message'), `no field ${field}`);
      assert.ok(message.mnemonics ?? message.trap);
    }
  });

  it('are found by mnemonic, trap name and OID', () => {
    const failed = messageByTrap('hwIPSecNegoFail');
    assert.equal(failed?.oid, '1.3.6.1.4.1.2011.6.122.26.6.14');
    assert.equal(messageByMnemonic('IPSEC/4/IPSECNEGOFAIL'), failed);
    assert.equal(messageByMnemonic('%%01IPSEC-VPN/4/IPSECNEGOFAIL(l)[7]'), failed);
    assert.equal(messageByOid('.1.3.6.1.4.1.2011.6.122.26.6.14'), failed);
    assert.equal(messageByTrap('hwipsectunnelstop')?.oid, '1.3.6.1.4.1.2011.6.122.26.6.2');
    assert.equal(messageByTrap('hwIPSecNegotiationFail')?.oid, '1.3.6.1.4.1.2011.5.25.224.2.1.57');
    assert.equal(messageByMnemonic('IKE/5/IKE_NEGO_FAIL')?.kind, 'log');
    assert.equal(messageByMnemonic('IFNET/4/LINK_STATE'), undefined);
    assert.equal(messageByMnemonic(''), undefined);
  });

  it('keep fields of messages and of command output apart', () => {
    assert.equal(fieldByName('peeraddress', 'message')?.name, 'PeerAddress');
    assert.equal(fieldByName('Slot', 'message')?.name, 'SlotID');
    assert.equal(fieldByName('Reason', 'message')?.name, 'Reason');
    assert.equal(fieldByName('Reason', 'display')?.name, 'REASON');
    assert.equal(fieldByName('offline-times-in-24Hour', 'display')?.unit?.en, 'times');
    assert.equal(fieldByName('VPN instance/VSYS name', 'display')?.name, 'VPN instance');
  });

  it('give every field only one owner, in the output of one command', () => {
    const names = (field: FieldDefinition): string[] =>
      [field.name, ...(field.aliases ?? [])].map((name) => name.toLowerCase());
    const ofMessages = messageFields.flatMap(names);
    assert.equal(new Set(ofMessages).size, ofMessages.length);
    const ofOutputs = displayFields.flatMap((field) =>
      names(field).flatMap((name) => (field.commands ?? []).map((command) => `${command}: ${name}`)),
    );
    assert.equal(new Set(ofOutputs).size, ofOutputs.length);
  });

  it('tell objects of the MIB by their OIDs, with and without an instance', () => {
    assert.equal(fieldByOid('1.3.6.1.4.1.2011.6.122.26.5.11')?.name, 'ReasonCode');
    assert.equal(fieldByOid('.1.3.6.1.4.1.2011.6.122.26.5.10.0')?.name, 'Reason');
    assert.equal(fieldByOid('1.3.6.1.4.1.2011.6.122.26.5')?.name, undefined);
    assert.equal(messageByOid('1.3.6.1.4.1.2011.6.122.26.6.0.2')?.trap, 'hwIPSecTunnelStop');
  });
});

const referencePath = join(process.cwd(), '..', 'shared', 'reference', 'ipsec-fault-causes.txt');

describe(
  'against the reference',
  { skip: existsSync(referencePath) ? false : 'the reference is not at hand' },
  () => {
    const readTeardownPart = (): string[] => {
      const lines = readFileSync(referencePath, 'utf8').split(/\r?\n/);
      const start = lines.indexOf('IPSec Tunnel Teardown Causes');
      const end = lines.indexOf('- Introduction', start);
      return lines.slice(start, end);
    };

    it('every command a solution says to run is in our steps', () => {
      const lines = readTeardownPart();
      let cause: CauseDefinition | undefined;
      let solution = false;
      let checked = 0;
      lines.forEach((line, index) => {
        if (lines[index + 1] === 'Description') {
          cause = teardownCauses.find(({ name }) => name === line);
          assert.ok(cause, `no cause named ${line}`);
          solution = false;
        }
        if (line === 'Solution') solution = true;
        if (!solution || cause === undefined) return;
        for (const match of line.matchAll(/\brun the (.+?) commands?\b/gi)) {
          const list = match[1] ?? '';
          if (list === 'required') continue;
          for (const command of list.split(/, or |, | or | and /)) {
            checked += 1;
            assert.ok(
              commandsOf(cause).some((ours) => ours === command || ours.startsWith(`${command} `)),
              `${cause.name}: ${command}`,
            );
          }
        }
      });
      assert.ok(checked > 15, `only ${checked} commands were found in the reference`);
    });

    it('no sentence of it stands in our English', () => {
      const plain = (text: string): string =>
        ` ${text
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, ' ')
          .trim()} `;
      const ours = own
        .flatMap(localizedIn)
        .map((text) => plain(text.en))
        .join('\n');
      const sentences = readFileSync(referencePath, 'utf8')
        .split(/\r?\n|(?<=[.:])\s/)
        .map(plain)
        .filter((sentence) => sentence.trim().split(' ').length >= 6);
      assert.ok(sentences.length > 100);
      assert.deepEqual(
        sentences.filter((sentence) => ours.includes(sentence)),
        [],
      );
    });
  },
);
