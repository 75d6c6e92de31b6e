// Writes the tables of the README and the schema of the project file from the rules, causes, deciders and outputs themselves. `npm run docs`
// writes, `npm run docs -- --check` only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { loadSource } from './load-source.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One row a rule: what it finds, how serious it is, what the devices print, what the quick fix does. */
function ruleTable(rules) {
  const cell = (text) => text.replaceAll('|', '\\|');
  const rows = rules.map(({ id, severity, causes, documentation: { title, checks, repair } }) => {
    const leads = causes.map((cause) => `\`${cause}\``).join(', ');
    return `| \`${id}\` | ${severity} | **${title.en}.** ${cell(checks.en)} | ${leads} | ${cell(repair?.en ?? '')} |`;
  });
  return [
    '| rule | severity | what it finds | leads to | repair |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** One row a listed cause: what decides here whether a device prints it for a reason that files show. */
function causeTable({ causes }, rules, { deciders }, { outputKinds }) {
  const code = (texts) => [...new Set(texts)].map((text) => `\`${text.replaceAll('|', '\\|')}\``).join(', ');
  const rows = causes
    .filter(({ listed }) => listed)
    .map(({ name, harmless, steps }) => {
      // Advice on one device, such as to use PFS, leads to no cause by itself.
      const finds = ({ causes: all, checkDevice, severity }) =>
        all.includes(name) && !(checkDevice && ['information', 'hint'].includes(severity));
      const found = code(rules.filter(finds).map(({ id }) => id));
      const outputs = code(
        deciders
          .filter((decider) => !decider.onlyFacts && decider.causes.includes(name))
          .flatMap((decider) => decider.outputs.map((output) => outputKinds[output].command)),
      );
      const commands = steps
        .flatMap((step) => [
          ...(step.commands ?? []),
          ...step.branches.flatMap((each) => each.commands ?? []),
        ])
        .map(({ command }) => command)
        .filter((command) => command.startsWith('display '));
      const isDecided = found !== '' || outputs !== '';
      const person =
        isDecided || harmless === 'yes' ? '' : commands.length > 0 ? code(commands) : 'needs a person';
      const normal = harmless === 'yes' ? 'normal operation' : person;
      return `| \`${name}\` | ${found} | ${outputs} | ${normal} |`;
    });
  return [
    '| cause | rules that find it in configurations | outputs that decide it | what else |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** What the layout of an output was read against, in the words of the table. */
const SOURCES = {
  device: 'an answer of a device',
  document: 'an example in a document',
  none: '**layout unverified**: none is public',
};

/** One row an output: what is read from it, and what each of its layouts was tested on. */
function outputTable(kinds, elsewhere) {
  const row = (name, { reads, layouts }) => {
    const tested = Object.entries(layouts).map(([products, source]) => `${products}: ${SOURCES[source]}`);
    return `| ${name} | ${reads} | ${tested.join('; ')} |`;
  };
  const commands = ({ command, alsoCommands = [] }) =>
    [command, ...alsoCommands].map((each) => `\`${each}\``).join(', ');
  const rows = Object.values(kinds)
    .sort((a, b) => (a.command < b.command ? -1 : 1))
    .map((kind) => ({ name: commands(kind), about: kind.about }));
  const others = Object.entries(elsewhere).map(([name, about]) => ({ name, about }));
  return [
    '| output | what is read from it | layouts, and what they were tested on |',
    '| --- | --- | --- |',
    ...[...rows, ...others].map(({ name, about }) => row(name, about)),
  ].join('\n');
}

/** Puts a text between the begin and end mark of a section. */
function fill(readme, section, text) {
  const begin = `<!-- ${section}:begin (npm run docs) -->`;
  const end = `<!-- ${section}:end -->`;
  const [head, rest] = readme.split(begin);
  const tail = rest?.split(end)[1];
  if (tail === undefined) throw new Error(`README.md has no section ${section}`);
  return `${head}${begin}\n\n${text}\n\n${end}${tail}`;
}

/** The schema of huawei-ipsec.json, by which editors complete and check it, in one of the two languages. */
function projectSchema(rules, locale) {
  const say = (en, zh) => (locale === 'en' ? en : zh);
  const text = (description, rest = {}) => ({ type: 'string', description, ...rest });
  const level = ['error', 'warning', 'information', 'hint', 'off'];
  const ruleIds = rules.map(({ id }) => id);
  const entry = (properties, required) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: say('Huawei IPsec project file', '华为 IPsec 项目文件'),
    description: say(
      'What holds for everyone who opens this folder, and for the command line.',
      '对打开此文件夹的所有人以及命令行都有效的设置。',
    ),
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        type: 'object',
        description: say(
          'Severity by rule, or off. Counts before the settings of the editor.',
          '按规则设置级别，或用 off 关闭。优先于编辑器的设置。',
        ),
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map(({ id, severity, documentation: { title } }) => [
            id,
            {
              description: say(
                `${title.en}. By itself: ${severity}.`,
                `${title['zh-cn']}。缺省级别：${severity}。`,
              ),
              enum: level,
            },
          ]),
        ),
      },
      suppressions: {
        type: 'array',
        description: say('Problems that are accepted, each with the reason.', '已接受的问题，各附理由。'),
        items: entry(
          {
            rule: text(say('The rule, as the problem names it.', '规则 ID，与问题中显示的一致。'), {
              enum: ruleIds,
            }),
            device: text(say('Only on this device, by its sysname.', '仅限此设备（sysname）。')),
            tunnel: text(
              say(
                'Only in this tunnel: its name as huawei-ipsec tunnels prints it, or that of one of its ends (FW_A/policy/map1/10).',
                '仅限此隧道：huawei-ipsec tunnels 显示的名称，或其一端的名称（FW_A/policy/map1/10）。',
              ),
            ),
            reason: text(say('Why it is right as it is.', '为什么这样是正确的。'), { minLength: 1 }),
          },
          ['rule', 'reason'],
        ),
      },
      nat: {
        type: 'array',
        description: say(
          'Address translations between the ends, which no configuration here shows.',
          '两端之间的地址转换（此处的配置中没有的）。',
        ),
        items: entry(
          {
            outside: text(say('The address that the other end names.', '对端配置中使用的地址。')),
            inside: text(
              say(
                'The address that the device behind the translation has.',
                '地址转换之后的设备自身的地址。',
              ),
            ),
          },
          ['outside', 'inside'],
        ),
      },
      devices: {
        type: 'object',
        description: say(
          'Product and release of devices, by sysname, where their files do not say them.',
          '设备（sysname）的产品和版本，用于文件中没有说明时。',
        ),
        additionalProperties: entry({
          product: text(say('The product family.', '产品系列。'), {
            enum: ['usg', 'ar-v200', 'ar-v300', 'vrp8', 's-series', 'quidway'],
          }),
          release: text(say('The release, for example V500R005C10SPC300.', '版本，例如 V500R005C10SPC300。')),
        }),
      },
      include: {
        type: 'array',
        description: say(
          'Patterns of the files that are looked at; all files where there are none.',
          '要分析的文件的匹配模式；未设置时为所有文件。',
        ),
        items: { type: 'string' },
      },
      exclude: {
        type: 'array',
        description: say('Patterns of files that are left alone.', '不分析的文件的匹配模式。'),
        items: { type: 'string' },
      },
    },
  };
}

/** Writes a generated file, or says that it is not as it should be. */
async function bring(name, text, complaint) {
  const path = join(root, name);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const options = await prettier.resolveConfig(path);
  const after = await prettier.format(text(before), { ...options, filepath: path });
  if (before === after) return;
  if (process.argv.includes('--check')) {
    console.error(`${complaint}: run npm run docs.`);
    process.exitCode = 1;
  } else writeFileSync(path, after);
}

const { rules } = await loadSource('server/src/rules/index.ts');
const { outputKinds, readElsewhere } = await loadSource('server/src/display/index.ts');
const causes = await loadSource('server/src/causes/index.ts');
const deciders = await loadSource('server/src/rules/failures/deciders/index.ts');
const tables = {
  rules: ruleTable(rules),
  causes: causeTable(causes, rules, deciders, { outputKinds }),
  outputs: outputTable(outputKinds, readElsewhere),
};
await bring(
  'README.md',
  (before) => Object.entries(tables).reduce((text, [section, table]) => fill(text, section, table), before),
  'README.md does not say what the rules, causes and outputs say',
);
for (const [path, locale] of [
  ['syntaxes/huawei-ipsec.schema.json', 'en'],
  ['syntaxes/huawei-ipsec.schema.zh-cn.json', 'zh-cn'],
])
  await bring(
    path,
    () => JSON.stringify(projectSchema(rules, locale)),
    'The schema of the project file does not know the rules',
  );
