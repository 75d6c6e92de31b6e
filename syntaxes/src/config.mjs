import { lineRules, nameKeywords, scopesOf, sharedRules } from './lines.mjs';
import { abbreviation, anyOf, BLANK_BEFORE, BLANK_BEHIND, END, LINE, START, WORD } from './words.mjs';

const L = 'huawei-vrp';

/** The marks in which devices wrap a ciphered key; nothing in it ends it but its own mark (or a blank). */
const MARKS = ['%^%#', '%$%$', '@%@%', '%@%@', '%#%#', '%+%#', '$@$@'].map((mark) =>
  mark.replace(/[$^+]/g, '\\$&'),
);
const CIPHER = `(?:(?:${MARKS.join('|')})[^\\s\\x00]*|\\$\\d[a-z]?\\$[^\\s\\x00]+)`;

/** Commands whose last word is a secret, whatever line they stand in. */
const SECRET_COMMANDS =
  'pre-shared-key|shared-key|string-key|authentication-hex|encryption-hex|authentication-key|key-string|pass-phrase|securityname|password|community\\s+(?:read|write)';

/** What may stand between such a command and the secret. */
const SECRET_WORDS = 'cipher|simple|plain|irreversible-cipher|inbound|outbound|esp|ah|hex|usual|nonstandard';

/** A key: even `//` begins no remark behind the word that announces one. */
const KEY = `(?:${WORD}|//[^\\s\\x00]*)`;

/** The grammar of configurations. */
export function configGrammar(words) {
  const s = scopesOf(L);
  const known = lineRules(words.commands, new Set(words.algorithms), s, {
    otherwise: [{ include: '#operational' }, { include: '#command' }],
  });
  const operational = lineRules(
    words.operational,
    new Set(),
    { ...s, command: s.scope('keyword.control.command') },
    { typed: true, otherwise: [{ include: '#command' }] },
  );
  const noSecret = `(?!(?i:${SECRET_WORDS}|level)${BLANK_BEHIND}|\\d+\\s+(?i:cipher|plain|simple)${BLANK_BEHIND})`;
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Huawei VRP configuration',
    scopeName: `source.${L}`,
    patterns: [{ include: '#line' }],
    repository: {
      // Everything in a line is anchored where the line begins (or the prompt before it ends): `\\G` is tried at that place only.
      line: { begin: '^(?=\\s*+[^\\s\\x00])', end: '$', patterns: [{ include: '#typed' }] },
      typed: {
        patterns: [
          { include: '#separator' },
          { include: '#header' },
          { include: '#remark-line' },
          { include: '#hex' },
          { include: '#sysname' },
          { include: '#known' },
          { include: '#operational' },
          { include: '#command' },
        ],
      },
      separator: {
        match: `${LINE}(#)(?=[\\s\\x00]*$)`,
        captures: { 1: s.scope('comment.line.number-sign', 'punctuation.separator.section') },
      },
      header: {
        patterns: [
          {
            match: '\\G\\s*+(!Software Version)\\s+(\\S+)',
            captures: { 1: s.scope('comment.line.header'), 2: s.version },
          },
          { match: '\\G\\s*+(!.*)$', captures: { 1: s.scope('comment.line.exclamation') } },
          {
            match: '\\G\\s*+(\\[)(V\\d{3}R\\d{3}\\w*)(\\])\\s*$',
            captures: {
              1: s.scope('punctuation.definition.version'),
              2: s.version,
              3: s.scope('punctuation.definition.version'),
            },
          },
        ],
      },
      'remark-line': {
        match: `${LINE}(#.*)$`,
        captures: { 1: s.scope('comment.line.number-sign') },
      },
      remark: { match: `${BLANK_BEFORE}//.*$`, ...s.scope('comment.line.double-slash') },
      // Public keys and certificates: blocks of hexadecimal digits.
      hex: {
        match: `${LINE}(?=\\S*\\d)((?:[0-9A-F]{6,}+\\s*+)++)$`,
        captures: { 1: s.scope('constant.numeric.hex') },
      },
      sysname: {
        begin: `${LINE}(?:((?i:un(?:do?)?))\\s+)?((?i:${abbreviation('sysname')}))\\s+(${WORD})`,
        beginCaptures: { 1: s.undo, 2: s.command, 3: s.device },
        end: '$',
        patterns: [{ include: '#words' }],
      },
      known: { patterns: known },
      ...sharedRules(s),
      // What is typed and never saved: `display ike sa`, `save`, `quit`.
      operational: { patterns: operational },
      // Any other line: the first word is the command.
      command: {
        begin: `${LINE}(?=[^\\s\\x00])`,
        end: '$',
        patterns: [
          {
            match: '\\G(?:((?i:un(?:do?)?))\\s+)?([A-Za-z][\\w-]*)(?![\\w./:=-])',
            captures: { 1: s.undo, 2: s.command },
          },
          { include: '#words' },
        ],
      },
      // One word of it, or more where they belong together.
      words: {
        begin: '(?=[^\\s\\x00])',
        end: '(?=[\\s\\x00]|$)',
        patterns: [
          { include: '#remark' },
          { include: '#secret' },
          {
            match: `${BLANK_BEFORE}((?i:description|alias))\\s+(\\S.*?)\\s*$`,
            captures: { 1: s.option, 2: s.text },
          },
          {
            match: `${BLANK_BEFORE}(${anyOf([...nameKeywords(words.commands), 'name'])})\\s+(${WORD})`,
            captures: { 1: s.option, 2: s.reference },
          },
          { include: '#value' },
          { match: `${START}${anyOf(words.algorithms)}${END}`, ...s.algorithm },
          { include: '#keyword' },
          { include: '#help' },
          { include: '#anything' },
        ],
      },
      cipher: { match: `${BLANK_BEFORE}${CIPHER}`, ...s.scope('string.other.secret.cipher') },
      key: { patterns: [{ include: '#cipher' }, { match: '.+', ...s.scope('string.other.secret.plain') }] },
      secret: {
        patterns: [{ include: '#cipher' }, { include: '#secret-command' }, { include: '#secret-way' }],
      },
      'secret-command': {
        match: `${BLANK_BEFORE}((?i:${SECRET_COMMANDS}))((?:\\s+(?i:${SECRET_WORDS})${BLANK_BEHIND})*+)\\s+${noSecret}(${KEY})`,
        captures: { 1: s.option, 2: s.option, 3: s.secret },
      },
      'secret-way': {
        match: `${BLANK_BEFORE}((?i:cipher|irreversible-cipher|simple|plain)(?:\\s+(?i:plain|cipher)${BLANK_BEHIND})?)\\s+${noSecret}(${KEY})`,
        captures: { 1: s.option, 2: s.secret },
      },
      value: {
        patterns: [
          { match: `${BLANK_BEFORE}"[^"]*"${BLANK_BEHIND}`, ...s.scope('string.quoted.double') },
          { match: `${START}(?i:permit|deny)${END}`, ...s.scope('keyword.control.action') },
          { match: `${START}(?i:any|none)${END}`, ...s.scope('constant.language') },
          { include: '#values' },
        ],
      },
      values: {
        patterns: [
          {
            match: `${START}\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?${END}`,
            ...s.scope('constant.numeric.address.ip'),
          },
          {
            match: `${START}(?=[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:)[0-9A-Fa-f:]{2,39}(?:(?<=:)\\d{1,3}(?:\\.\\d{1,3}){3})?(?:/\\d{1,3})?${END}`,
            ...s.scope('constant.numeric.address.ipv6'),
          },
          {
            match: `${START}[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}${END}`,
            ...s.scope('constant.numeric.address.mac'),
          },
          {
            match: `${START}(?i:\\d{1,3}GE|(?:X?Gigabit)?Ethernet|Eth-Trunk|Vlanif|LoopBack|Tunnel|Dialer|Serial|Cellular|NULL|MEth|Virtual-Template|Virtual-if|GE)\\s?\\d[\\d/.:]*${END}`,
            ...s.scope('entity.name.type.interface'),
          },
          { match: `${START}\\d+${END}`, ...s.scope('constant.numeric.integer') },
        ],
      },
      help: { match: `${BLANK_BEFORE}\\?(?=\\s*$)`, ...s.scope('keyword.operator.help') },
      filter: {
        match: '(\\|)\\s*((?i:include|exclude|begin|section|count|no-more))(?!\\S)',
        captures: { 1: s.scope('keyword.operator.pipe'), 2: s.scope('keyword.operator.filter') },
      },
      keyword: { match: `${START}${anyOf(words.inner)}${END}`, ...s.option },
      anything: { match: '[^\\s\\x00]+', ...s.argument },
    },
  };
}
