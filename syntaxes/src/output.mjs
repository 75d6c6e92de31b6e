import { anyOf, END, START } from './words.mjs';

const L = 'huawei-vrp-output';

/** A cause's words, parted by blanks, hyphens or underscores. */
function causePattern(names) {
  const patterns = [...names]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) =>
      name
        .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
        .replace(/[\s_-]+/g, '[\\s_-]+')
        .replace(/'/g, "['\u2019]"),
    );
  return `(?<![\\w-])(?i:${patterns.join('|')})(?![\\w-])`;
}

/** The grammar of captured output, logs and alarms. What is typed behind a prompt and printed as configuration reads as such. */
export function outputGrammar(words) {
  const name = (scope) => ({ name: `${scope}.${L}` });
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Huawei VRP output',
    scopeName: `text.${L}`,
    patterns: [{ include: '#prompt-config' }, { include: '#prompt' }, { include: '#output' }],
    repository: {
      // `display current-configuration` and `display this` are answered with configuration, up to the next prompt.
      'prompt-config': {
        begin:
          '^\\s*(?=(?:HRP_[MS])?(?:<[^<>\\s]{1,64}>|\\[[~*]?[^\\[\\]\\s]{1,128}\\])\\s?(?i:dis[a-z]*)\\s+(?i:cu[a-z-]*|th[a-z]*|sa[a-z]*-configuration)(?!\\S))',
        end: '^(?=\\s*(?:HRP_[MS])?(?:<[^<>\\s]{1,64}>|\\[[~*]?(?!V\\d{3}R)[^\\[\\]\\s]{1,128}\\]))(?!\\G)',
        patterns: [{ include: '#prompt' }, { include: 'source.huawei-vrp#line' }],
      },
      prompt: {
        patterns: [
          {
            begin:
              '^\\s*(HRP_[MS])?((<)([^<>\\s]{1,64})(>)|(\\[)([~*]?)([^\\[\\]\\s=]{1,128})(\\]))\\s?(?=(?i:dis|reset|ping|tracert|debug|terminal|save|system|quit|return|commit|clock|cut|q$|sys))',
            beginCaptures: {
              1: name('keyword.other.role'),
              2: name('meta.prompt'),
              3: name('punctuation.definition.prompt'),
              4: name('entity.name.section.device'),
              5: name('punctuation.definition.prompt'),
              6: name('punctuation.definition.prompt'),
              7: name('keyword.operator.uncommitted'),
              8: name('entity.name.section.device'),
              9: name('punctuation.definition.prompt'),
            },
            end: '$',
            name: `meta.command.${L}`,
            patterns: [
              {
                match: '\\|\\s*(?i:include|exclude|begin|section|count|no-more)',
                name: `keyword.operator.filter.${L}`,
              },
              {
                match: `${START}${anyOf(words.operational)}[a-z]*${END}`,
                name: `keyword.control.command.${L}`,
              },
              { match: '(?<=\\S)\\s+(?i:dis[a-z]*)', name: `keyword.control.command.${L}` },
              {
                match: '(?<![\\w-])(?i:dis[a-z]*|sys[a-z-]*|q|quit)(?![\\w-])',
                name: `keyword.control.command.${L}`,
              },
              { include: 'source.huawei-vrp#values' },
              { match: '\\S+', name: `keyword.other.option.${L}` },
            ],
          },
          {
            begin:
              '^\\s*(HRP_[MS])?((<)([^<>\\s]{1,64})(>)|(\\[)([~*]?)((?!V\\d{3}R\\d{3})[A-Za-z0-9][^\\[\\]\\s=]{0,127})(\\]))(?=\\s*\\S|\\s*$)',
            beginCaptures: {
              1: name('keyword.other.role'),
              2: name('meta.prompt'),
              3: name('punctuation.definition.prompt'),
              4: name('entity.name.section.device'),
              5: name('punctuation.definition.prompt'),
              6: name('punctuation.definition.prompt'),
              7: name('keyword.operator.uncommitted'),
              8: name('entity.name.section.device'),
              9: name('punctuation.definition.prompt'),
            },
            end: '$',
            name: `meta.command.${L}`,
            patterns: [
              {
                match: `\\G\\s*((?i:undo)\\s+)?([A-Za-z][\\w-]*)`,
                captures: {
                  1: { name: 'keyword.control.undo.huawei-vrp' },
                  2: { name: 'keyword.other.command.huawei-vrp' },
                },
              },
              { include: 'source.huawei-vrp#words' },
            ],
          },
        ],
      },
      output: {
        patterns: [
          { match: '^\\s*-{2,}\\s*More\\s*-{2,}.*$', name: `comment.line.pager.${L}` },
          { match: '^\\s*[-=]{8,}\\s*$', name: `punctuation.separator.rule.${L}` },
          { include: '#log' },
          { include: '#cause' },
          { include: '#field' },
          {
            match:
              '\\b\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(?:\\s{1,4}\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?)?',
            name: `constant.other.timestamp.${L}`,
          },
          { match: '\\b\\d{1,2}:\\d{2}:\\d{2}\\b', name: `constant.other.timestamp.${L}` },
          { include: '#heading' },
          { include: '#label' },
          { match: `${START}${anyOf(words.displayed)}${END}`, name: `support.constant.algorithm.${L}` },
          {
            match:
              '(?<![\\w|-])(?:(?:RD|ST|RL|FD|TO|HRT|LKG|BCK|NEG|M|S|A)(?:\\|(?:RD|ST|RL|FD|TO|HRT|LKG|BCK|NEG|M|S|A))+|RD|NEG)(?![\\w|-])',
            name: `constant.language.flag.${L}`,
          },
          {
            match: '(?<![\\w-])(?i:seconds?|kilobytes?|kbytes?|bytes?|packets?|sec)(?![\\w-])',
            name: `keyword.other.unit.${L}`,
          },
          {
            match: '(?<![\\w.:-])[vV][12](?::[12])?(?![\\w.:-])',
            name: `constant.language.ike-version.${L}`,
          },
          {
            match: '(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?:[:/]\\d{1,5})?(?![\\w.])',
            name: `constant.numeric.address.ip.${L}`,
          },
          { include: 'source.huawei-vrp#values' },
        ],
      },
      heading: {
        patterns: [
          {
            match:
              '^\\s*(?i:(?:current |number of |total )?(?:ike|ipsec|ip security|ipsec tunnel)(?: sa| proposal| peer| policy| error| offline| history record| global config| user-table)?[ \\w()-]{0,40}(?:information|record|config|number|num)\\s*:?\\s*\\d*)\\s*$',
            name: `markup.heading.${L}`,
          },
          {
            match:
              '^\\s*(?i:conn-id|peer name|peer|src address|interface)(?:\\s{2,}|\\s+(?=(?i:port|vpn|flag|peer|version|exchange|dst|phy)))[A-Za-z][\\w()/ .-]*$',
            name: `markup.heading.table.${L}`,
          },
        ],
      },
      label: {
        match: "^\\s*([A-Za-z][\\w()/'.-]*(?: [\\w()/'.-]+){0,6})\\s*(:)(?!\\d\\d)",
        captures: { 1: name('variable.parameter.label'), 2: name('punctuation.separator.key-value') },
      },
      field: {
        match: '(?<![\\w-])([A-Za-z][\\w-]{1,30})(=)',
        captures: { 1: name('variable.parameter.field'), 2: name('keyword.operator.assignment') },
      },
      log: {
        patterns: [
          {
            match: '(%%\\d\\d)?([A-Z][A-Za-z-]{1,20})(/)(\\d)(/)(\\w{2,60})(?:(\\([a-z]\\))?(\\[\\d+\\])?)?',
            captures: {
              1: name('punctuation.definition.log'),
              2: name('entity.name.namespace.module'),
              3: name('punctuation.separator.log'),
              4: name('constant.numeric.severity'),
              5: name('punctuation.separator.log'),
              6: name('entity.name.function.mnemonic'),
              7: name('comment.other.log'),
              8: name('comment.other.log'),
            },
          },
          { match: '\\bhwI(?:PSec|psec|KE)\\w{1,60}', name: `entity.name.function.trap.${L}` },
          { match: '(?<![\\d.])1\\.3\\.6\\.1(?:\\.\\d{1,10}){4,24}', name: `constant.numeric.oid.${L}` },
        ],
      },
      cause: { match: causePattern(words.causes), name: `message.error.cause.${L} markup.bold.cause.${L}` },
    },
  };
}
