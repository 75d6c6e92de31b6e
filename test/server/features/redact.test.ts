import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from '../../../server/src/cli/check';
import { redact } from '../../../server/src/features/redact';
import { isCiphered, keyForm } from '../../../server/src/model/secret';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { Document } from '../../../server/src/syntax/document';
import { defaultSettings } from '../../../server/src/workspace/settings';
import { Workspace } from '../../../server/src/workspace/workspace';
import { broken, FAULTS } from '../tunnels/faults';
import { healthyPair } from '../tunnels/pairs';
import { BROKEN } from '../rules/broken';
import { CAPTURE, HEALTHY } from '../rules/fixtures';
import { OPENERS, SECRET_COMMANDS, secretLines } from './secretLines';

const redacted = (text: string, language: LanguageId = 'huawei-vrp'): string =>
  redact(Document.parse(text, language));

describe('no secret is left of any command that has one', () => {
  for (const { syntax, view } of SECRET_COMMANDS)
    test(syntax, () => {
      const lines = secretLines(syntax);
      assert.ok(lines.length > 0);
      for (const line of lines) {
        for (const opener of [view].flat().map((each) => OPENERS[each] ?? 'radius-server template x'))
          for (const text of [
            line,
            `${opener}\n ${line}\n`,
            `foo bar\n   ${line}`,
            `# ${line}`,
            `[FW-abc-x]${line}`,
            `dh group14 // ${line}`,
            `<FW>display this\n${line}\n`,
            `<FW>display x\n${line}\n`,
          ])
            for (const language of ['huawei-vrp', 'huawei-vrp-output'] as const)
              assert.doesNotMatch(redacted(text, language), /Canary|7f#3K/, text);
      }
    });
});

describe('a secret is masked', () => {
  for (const [name, line, language] of [
    ['in a command that no table has', 'frobnicate server password Tr0ub4dor'],
    ['behind a word for one, in any case', 'Some-Server Shared-Key cipher Tr0ub4dor'],
    ['as a setting', 'option password=Tr0ub4dor;'],
    ['in the SNMP command of another vendor', 'snmp-server community Tr0ub4dor RO'],
    ['with blanks and without quotes', 'ike peer a\n pre-shared-key my Tr0ub4dor\n'],
    ['in quotes', 'ike peer a\n pre-shared-key "a Tr0ub4dor b"\n'],
    ['abbreviated', 'ike peer a\n pre-sh Tr0ub4dor\n'],
    ['behind a slip', 'ike peer a\n pre-shared-kye cipher Tr0ub4dor\n'],
    ['in a remark', 'ike peer a\n remote-address 192.0.2.1 // pre-shared-key Tr0ub4dor'],
    ['in a log line', 'Jun  1 FW CMD(l): Command="pre-shared-key Tr0ub4dor"', 'huawei-vrp-output'],
    ['in what a device prints', '<FW>display x\n Password   : Tr0ub4dor', 'huawei-vrp-output'],
    ['copied into a remark', 'ike peer a\n pre-shared-key Tr0ub4dor\n#\n# (Tr0ub4dor), as told\n'],
    ['far behind in an overlong line', `${'x '.repeat(6000)}password Tr0ub4dor`],
    [
      'as a private key',
      '-----BEGIN RSA PRIVATE KEY-----\nTr0ub4dorTr0ub4dor\nAA==\n-----END RSA PRIVATE KEY-----\n',
    ],
  ] as const)
    test(name, () => {
      const text = redacted(line, language);
      assert.doesNotMatch(text, /Tr0ub4dor/);
      assert.equal(text.split('\n').length, line.split('\n').length);
    });
  test('as hexadecimal digits', () => {
    assert.doesNotMatch(redacted('  30820122 300D0609 2A864886 F70D0101\n  01050003\n'), /2A864886/);
  });
  for (const cipher of [
    '%^%#G7(t:%yFw/PV#Jsva;"zx]oL!sw//8zC;I}RY5uT.-+a%^%#',
    '%$%$Ab"cd#ef!gh//ijklmnopqrst%$%$',
    '@%@%Ab"cd#ef!gh//ijklmnopqrst@%@%',
    '%@%@Ab"cd#ef!gh//ijklmnopqrst%@%@',
    '%#%#Ab"cd#ef!gh//ijklmnopqrst%#%#',
    '%+%##!!!!!!!!!"!!!!"!!!!*!!!!C+tR0CW9x*eB&pWp`t),Azgw%+%#',
    '$1a$abcdefgh12$ijklmnopqrstuvwxyz$',
    'N`C55QK<`=/Q=^Q`MAF4<1!!',
  ])
    for (const line of [
      `pre-shared-key ${cipher}`,
      `nothing known ${cipher} more`,
      `# ${cipher}`,
      `x="${cipher}"`,
    ])
      test(`ciphered, anywhere: ${line}`, () => {
        const text = redacted(line);
        assert.ok(!text.includes(cipher.slice(6, -6)), text);
        if (line.startsWith('pre')) assert.ok(isCiphered(text.slice('pre-shared-key '.length)), text);
      });
});

describe('what stands for a secret', () => {
  test('is the same for the same one, another for another, and of its kind', () => {
    const text = redacted(
      'ike peer a\n pre-shared-key Huawei@123\nike peer b\n pre-shared-key "Huawei@123"\nike peer c\n pre-shared-key Other@123\n',
    );
    const [a, b, c] = Array.from(text.matchAll(/pre-shared-key (.+)/g), ([, key]) => key);
    assert.equal(`"${a ?? ''}"`, b);
    assert.notEqual(a, c);
    assert.equal(keyForm(a ?? ''), 'plain');
  });
  test('stays hexadecimal, of the same length', () => {
    const key = '0123456789abcdef0123456789abcdef';
    const line = `ipsec policy m 1 manual\n sa encryption-hex inbound esp ${key}\n`;
    const [found] = /[\da-f]{32}/.exec(redacted(line)) ?? [];
    assert.ok(found !== undefined && found !== key);
  });
  test('is nothing new where somebody has taken the secret out', () => {
    for (const mask of ['******', 'xxxx', '<key>', 'cipher']) {
      const text = `ike peer a\n pre-shared-key ${mask}\n`;
      assert.equal(redacted(text), text);
    }
  });
});

describe('what is no secret stays', () => {
  for (const text of [
    'ike proposal 10\n authentication-method pre-share\n dh group14\n',
    'rsa peer-public-key fw_b\n',
    ' SA remaining key duration (kilobytes/sec): 1843200/3600\n',
    'apply community 100:200 additive\n',
    'description the password is not here\n',
    'ssh server cipher aes256_ctr aes128_ctr\n',
  ])
    test(text.trim(), () => {
      assert.equal(redacted(text), text);
    });
});

/** What is found in files, but for the characters, which move with what stands for the secrets. */
function verdictsOf(texts: Readonly<Record<string, string>>, language: LanguageId = 'huawei-vrp'): unknown {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(texts)) workspace.set(`file:///${name}`, text, language);
  const { tunnels, diagnostics } = check(workspace.snapshot, defaultSettings, (uri) => uri);
  return [
    tunnels,
    diagnostics.map(({ code, severity, message, range }) => [code, severity, message, range.start.line]),
  ];
}

describe('verdicts before and after are equal', () => {
  for (const [name, text] of [...HEALTHY, ...BROKEN])
    test(name, () => {
      assert.deepEqual(verdictsOf({ x: redacted(text) }), verdictsOf({ x: text }));
    });
  test('of a capture', () => {
    const language = 'huawei-vrp-output';
    assert.deepEqual(
      verdictsOf({ x: redacted(CAPTURE, language) }, language),
      verdictsOf({ x: CAPTURE }, language),
    );
  });
  for (const fault of FAULTS.filter(({ styles }) => !styles || styles.includes('policy')))
    test(`of a pair: ${fault.name}`, (context) => {
      const healthy = healthyPair('policy', fault.versions?.[0] ?? 'IKEv2');
      let pair: typeof healthy;
      try {
        pair = broken(healthy, 'b', fault);
      } catch {
        context.diagnostic('cannot be made here');
        return;
      }
      // Both ends in one text, so that equal keys have equal names.
      const mark = '\n! ----\n';
      const [a = '', b = ''] = redacted(pair.a + mark + pair.b).split(mark);
      assert.deepEqual(verdictsOf({ a, b }), verdictsOf({ ...pair }));
    });
});
