import { scopesOf } from './lines.mjs';
import { anyOf, BLANK_BEFORE, escape, END, START } from './words.mjs';

const L = 'huawei-vrp-output';

/** What stands in brackets at the start of a line and is no device: online help, questions, versions. */
const NO_DEVICE = '(?!(?i:cr|[\\d:.,+-]+|y/n|yes/no|[yn]|V\\d{3}R\\d{3}[^\\]>]*)[\\]>])';

/** `<FW>`, `[FW-ike-peer-b]`, `[~FW]`, `[*FW]`, `HRP_M<FW>`. */
const PROMPT = `(HRP_[A-Z]{1,2})?(?:(<)${NO_DEVICE}([^<>\\s\\[\\]|"'=]{1,64})(>)|(\\[)([~*]?)${NO_DEVICE}([^\\[\\]<>\\s"'=]{1,128})(\\]))`;
const AT_PROMPT = `^(?=\\s*+${PROMPT.replace(/\((?!\?)/g, '(?:')})`;

/** Commands that a device answers with configuration. */
const SHOWS_CONFIG =
  '(?i:di(?:s[a-z]*)?)\\s+(?i:cu[a-z-]*|sa(?:v[a-z-]*)?|th(?:is?)?)(?!\\S)|(?i:more)\\s+\\S+\\.(?i:cfg|zip)(?!\\S)';

/** Views of other features, as prompts show them. */
const OTHER_VIEWS =
  'policy-[a-z]+|zone|object-[a-z]+-set|ospf(?:v3)?|bgp|isis|rip|route-policy|ui-[a-z]+\\d|vlan\\d+|mpls|l2tp|radius|behavior|classifier|diagnose';

const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?(?:Z|[+-]\\d{2}:\\d{2}(?: DST)?)?';

const FLAG = 'RD|ST|RL|FD|TO|HRT|LKG|BCK|NEG';

/** The grammar of captured output, logs and alarms. What is typed behind a prompt and printed as configuration reads as such. */
export function outputGrammar(words) {
  const s = scopesOf(L);
  const name = (...names) => s.scope(...names);
  const prompt = {
    1: name('keyword.other.role'),
    2: name('punctuation.definition.prompt'),
    3: s.device,
    4: name('punctuation.definition.prompt'),
    5: name('punctuation.definition.prompt'),
    6: name('keyword.operator.uncommitted'),
    7: {
      ...s.device,
      patterns: [
        {
          match: `(?<=[^\\s-])-(?i:(?:${words.prompts.map(escape).join('|')}|${OTHER_VIEWS})(?:-.*)?|(?:\\d{1,3}GE|[a-z]*Ethernet|Eth-Trunk|Tunnel|LoopBack|Vlanif|Dialer|Virtual-[a-z]+|Cellular|Serial)[\\d/.:]+)$`,
          ...name('storage.type.view'),
        },
      ],
    },
    8: name('punctuation.definition.prompt'),
  };
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Huawei VRP output',
    scopeName: `text.${L}`,
    patterns: [{ include: '#answer' }, { include: '#saved' }, { include: '#prompt' }, { include: '#output' }],
    repository: {
      // The answer to `display current-configuration` and its like is configuration, up to its `return` or the next prompt.
      answer: {
        begin: `^(?=\\s*+${PROMPT.replace(/\((?!\?)/g, '(?:')}\\s?(?:${SHOWS_CONFIG}))`,
        end: `${AT_PROMPT}(?!\\G)|^\\s*+(return)\\s*$`,
        endCaptures: { 1: s.command },
        patterns: [{ include: '#prompt' }, { include: '#configuration' }],
      },
      // A configuration without a prompt before it is known by its header.
      saved: {
        begin: '^(?=!Software Version|\\[V\\d{3}R\\d{3}\\w*\\]\\s*$)',
        end: `${AT_PROMPT}|^\\s*+(return)\\s*$`,
        endCaptures: { 1: s.command },
        patterns: [{ include: '#configuration' }],
      },
      // What a terminal prints into a configuration is told apart line by line.
      configuration: {
        patterns: [
          { include: '#pager' },
          { include: '#message' },
          {
            begin: `^(?=\\s*+(?:\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|(?:#\\s*+)?(?:${MONTH})\\s+\\d{1,2}\\s))|^(?=[^%\\n]*%%\\d\\d[A-Z])`,
            end: '$',
            patterns: [{ include: '#output' }],
          },
          { include: 'source.huawei-vrp#line' },
        ],
      },
      prompt: {
        begin: `^\\s*+${PROMPT}`,
        beginCaptures: prompt,
        end: '$',
        name: `meta.command.${L}`,
        patterns: [{ include: 'source.huawei-vrp#typed' }],
      },
      output: {
        patterns: [
          { include: '#pager' },
          { include: '#message' },
          { match: '^\\s*+(?:[-=]{3,}+\\s*+)++$', ...name('punctuation.separator.rule') },
          { include: '#log' },
          { include: '#cause' },
          { include: '#field' },
          { include: '#timestamp' },
          { include: '#heading' },
          { include: '#label' },
          { match: `${START}${anyOf(words.displayed)}${END}`, ...s.algorithm },
          { include: '#flag' },
          {
            match:
              '(?<![\\w-])(?i:seconds?|minutes?|hours?|kilobytes?|kbytes?|megabytes?|bytes?|packets?|sec|KB|MB)(?![\\w-])',
            ...name('keyword.other.unit'),
          },
          { match: '(?<![\\w.:-])[vV][12](?::[12])?(?![\\w.:-])', ...name('constant.language.ike-version') },
          {
            match: '(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?:[:/]\\d{1,5})?(?![\\w.])',
            ...name('constant.numeric.address.ip'),
          },
          { match: '(?<![\\w.])0[xX][0-9A-Fa-f]{1,16}(?!\\w)', ...name('constant.numeric.hex') },
          { match: `${BLANK_BEFORE}"[^"]{0,200}"`, ...name('string.quoted.double') },
          {
            match: '(?<![^\\s:(])\\d+(?:/\\d+(?:-\\d+)?)?(?![\\w.:/-])',
            ...name('constant.numeric.integer'),
          },
          { match: '(?<!\\S)\\d{1,6}[dhms](?!\\w)', ...name('constant.numeric.duration') },
          { include: 'source.huawei-vrp#values' },
        ],
      },
      pager: { match: '^\\s*+-{2,}\\s*More\\s*-{2,}.*$', ...name('comment.line.pager') },
      message: {
        patterns: [
          {
            match: '^\\s*+(?i:(error)(:).*)$',
            captures: { 1: name('invalid.illegal.error'), 2: name('punctuation.separator.key-value') },
          },
          {
            match: '^\\s*+(?i:(warning|info)(:).*)$',
            captures: { 1: name('markup.changed.message'), 2: name('punctuation.separator.key-value') },
          },
          { match: '^\\s*+(\\^)\\s*$', captures: { 1: name('invalid.illegal.position') } },
        ],
      },
      timestamp: {
        patterns: [
          {
            match: `\\b\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(?:(?:T|\\s{1,4})${TIME})?`,
            ...name('constant.numeric.timestamp', 'constant.other.timestamp'),
          },
          {
            match: `\\b(?:${MONTH})\\s{1,2}\\d{1,2}(?:\\s\\d{4})?\\s${TIME}`,
            ...name('constant.numeric.timestamp', 'constant.other.timestamp'),
          },
          {
            match: '(?<![\\w:.])\\d{1,2}:\\d{2}:\\d{2}(?![\\w:])',
            ...name('constant.numeric.timestamp', 'constant.other.timestamp'),
          },
        ],
      },
      flag: {
        patterns: [
          {
            match: `(?<![\\w|-])(?:${FLAG}|M|S|A)(?:\\|(?:${FLAG}|M|S|A))+(?![\\w|-])|(?<![\\w|-])(?:${FLAG})(?![\\w|-])`,
            ...name('constant.language.flag'),
          },
          {
            match: `(?<![\\w|-])(${FLAG}|M|S|A)(--)(?=[A-Z])`,
            captures: { 1: name('constant.language.flag'), 2: name('punctuation.separator.legend') },
          },
        ],
      },
      heading: {
        patterns: [
          {
            match:
              '^\\s*+((?i:(?:current |number of |total )?(?:ike|ipsec|ip security|ipsec tunnel)(?: sa| proposals?| peer| policy| error| offline| history record| global config| user-table)?[ \\w()-]{0,40}(?:information|record|config|number|num)\\s*:?\\s*\\d*))\\s*$',
            captures: { 1: name('markup.heading') },
          },
          {
            match:
              '^\\s*+([A-Za-z][\\w ,()/-]{0,60}(?i:information|records?|statistics|description))\\s*(:)\\s*$',
            captures: { 1: name('markup.heading'), 2: name('punctuation.separator.key-value') },
          },
          // Column titles: words far apart, without a number or a value among them.
          {
            match:
              "^\\s*+(?=[^:=\\d,;]++$)(?!.*?(?:--|\\. ))((?:[A-Za-z][A-Za-z()/.'-]*+(?: [A-Za-z()/.'-]++)*+(?:\\s{2,}+|\\s*+$)){3,}+)$",
            captures: { 1: name('markup.heading.table') },
          },
          {
            match:
              '^\\s*+((?i:conn-id|peer name|peer|src address|interface|policy name)(?:\\s{2,}|\\s+(?=(?i:port|vpn|flag|peer|version|exchange|dst|phy)))[A-Za-z][\\w()/ .-]*)$',
            captures: { 1: name('markup.heading.table') },
          },
        ],
      },
      label: {
        patterns: [
          {
            match:
              "^\\s*+([A-Za-z][\\w()/'.-]*+(?: [\\w()/'.-]++){0,6}+)\\s*+(:)(?!\\d\\d|//)(?:\\s*+((?i:enabled?|disabled?|yes|no|none|null|up|down|active|inactive|standby|initiator|responder|main|aggressive|auto|tunnel|transport|isakmp|template|manual|prof-isakmp|automatic))\\s*$)?",
            captures: {
              1: { ...name('variable.parameter.label'), patterns: [{ include: '#cause' }] },
              2: name('punctuation.separator.key-value'),
              3: name('constant.language.state'),
            },
          },
          {
            match:
              "(?<=\\S  |   |\\t)(?![vV]\\d)([A-Za-z][\\w()/'.-]*+(?: [\\w()/'.-]++){0,4}+)\\s{0,30}(:)(?!\\d\\d|//)",
            captures: { 1: name('variable.parameter.label'), 2: name('punctuation.separator.key-value') },
          },
        ],
      },
      field: {
        match: '(?<![\\w-])([A-Za-z][\\w-]{1,30})(=)',
        captures: { 1: name('variable.parameter.field'), 2: name('keyword.operator.assignment') },
      },
      log: {
        patterns: [
          { match: '^(<)(\\d{1,3})(>)', captures: { 2: name('constant.numeric.priority') } },
          {
            match: `${BLANK_BEFORE}([^\\s%(]{1,64})(?=\\s%%\\d\\d[A-Z])`,
            captures: { 1: s.device },
          },
          {
            match: `(?<=\\d{2}:\\d{2} )([A-Za-z][^\\s%(:/=]{0,63})(?=\\s(?:%%\\d\\d)?[A-Z][A-Za-z0-9_-]{1,20}/\\d/\\w)`,
            captures: { 1: s.device },
          },
          {
            match:
              '(?<![\\w/])(%%\\d\\d)?([A-Z][A-Za-z0-9_-]{1,20})(/)(\\d)(/)(\\w{2,60})(?:(\\([a-z]{1,2}\\))?(\\[\\d{1,10}\\])?)?',
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
          { match: '\\bhwI(?:PSec|psec|KE|ke)\\w{1,60}', ...name('entity.name.function.trap') },
          { match: '\\bALM-\\d{3,12}\\b', ...name('entity.name.function.alarm') },
          { match: '(?<![\\d.])\\.?1\\.3\\.6\\.1(?:\\.\\d{1,10}){2,24}', ...name('constant.numeric.oid') },
        ],
      },
      cause: {
        match: `(?<![\\w-])${anyOf(words.causes, causeLetter)}(?![\\w-])`,
        ...name('markup.bold.cause', 'message.error.cause', 'invalid.illegal.cause'),
      },
    },
  };
}

/** A cause's words are parted by blanks, hyphens or underscores; an apostrophe may be a typographic one. */
function causeLetter(letter) {
  if (letter === ' ') return '[\\s_-]+';
  return letter === "'" ? "['\u2019]" : escape(letter);
}
