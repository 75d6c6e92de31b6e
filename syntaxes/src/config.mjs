import { anyOf, END, START } from './words.mjs';

const L = 'huawei-vrp';

/** A key that a device has ciphered; nothing in it ends it but its own mark (or a blank). */
const CIPHER =
  '(?:%\\^%#\\S*?%\\^%#|%\\$%\\$\\S*?%\\$%\\$|@%@%\\S*?@%@%|%\\+%#{1,2}\\S*?%\\+%#|\\$@\\$@\\S*?\\$@\\$@|\\$\\d[a-z]\\$\\S+)(?!\\S)';

/** Commands whose last word is a secret. */
const SECRET_COMMANDS =
  'pre-shared-key|shared-key|string-key|authentication-hex|encryption-hex|authentication-key|key-string|pass-phrase|securityname|password|community(?:\\s+(?:read|write))?';

/** What may stand between such a command and the secret. */
const SECRET_WORDS = '(?:\\s+(?:cipher|simple|plain|irreversible-cipher|inbound|outbound|esp|ah|hex))*';

/** The grammar of configurations. */
export function configGrammar(words) {
  const secret = {
    patterns: [
      { name: `string.other.secret.cipher.${L}`, match: `(?<!\\S)${CIPHER}` },
      {
        match: `${START}((?i:${SECRET_COMMANDS}))((?i:${SECRET_WORDS}))\\s+("[^"]*"(?!\\S)|(?!(?i:cipher|simple|plain|irreversible-cipher|inbound|outbound|esp|ah|hex|cipher)(?!\\S))\\S+)`,
        captures: {
          1: { name: `keyword.other.command.${L}` },
          2: { name: `keyword.other.option.${L}` },
          3: { name: `string.other.secret.plain.${L}` },
        },
      },
      {
        match: `${START}((?i:cipher|irreversible-cipher|simple|plain)(?:\\s+(?i:plain|cipher))?)\\s+((?!(?i:inbound|outbound|esp|ah)(?!\\S))\\S+)`,
        captures: { 1: { name: `keyword.other.option.${L}` }, 2: { name: `string.other.secret.plain.${L}` } },
      },
    ],
  };
  const name = (scope) => ({ name: `${scope}.${L}` });
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Huawei VRP configuration',
    scopeName: `source.${L}`,
    patterns: [{ include: '#line' }],
    repository: {
      line: {
        patterns: [
          { include: '#separator' },
          { include: '#header' },
          { include: '#comment' },
          { include: '#description' },
          { include: '#named-view' },
          { include: '#interface-view' },
          { include: '#acl-view' },
          { include: '#sysname' },
          { include: '#reference' },
          { include: '#command' },
          { include: '#words' },
        ],
      },
      separator: { match: '^\\s*(#)\\s*$', captures: { 1: name('punctuation.separator.section') } },
      header: {
        patterns: [
          {
            match: '^(!Software Version)\\s+(\\S+)',
            captures: { 1: name('comment.line.header'), 2: name('constant.other.version') },
          },
          { match: '^!.*$', name: `comment.line.exclamation.${L}` },
          { match: '^\\[(V\\d{3}R\\d{3}\\w*)\\]\\s*$', captures: { 1: name('constant.other.version') } },
        ],
      },
      comment: {
        patterns: [
          { match: '^\\s*#\\s*\\S.*$', name: `comment.line.number-sign.${L}` },
          { match: '(?<!\\S)//.*$', name: `comment.line.double-slash.${L}` },
        ],
      },
      description: {
        match: '^\\s*((?i:description|alias))\\s+(.*)$',
        captures: { 1: name('keyword.other.command'), 2: name('string.unquoted.description') },
      },
      'named-view': {
        match:
          '^\\s*((?i:un(?:do?)?)\\s+)?((?i:ike|ipsec))\\s+((?i:proposal|peer|policy-template|policy|profile|user-table|efficient-vpn))\\s+("[^"]*"|\\S+)(?:\\s+(\\d+)(?!\\S))?',
        captures: {
          1: name('keyword.control.undo'),
          2: name('keyword.control.view'),
          3: name('storage.type.view'),
          4: name('entity.name.type'),
          5: name('constant.numeric.sequence'),
        },
      },
      'interface-view': {
        match:
          '^\\s*((?i:int(?:e(?:r(?:f(?:a(?:c(?:e)?)?)?)?)?)?))\\s+([A-Za-z0-9][A-Za-z0-9-]*\\s?[\\d/.:]*)(?!\\S)',
        captures: { 1: name('keyword.control.view'), 2: name('entity.name.type.interface') },
      },
      'acl-view': {
        match: '^\\s*((?i:acl))(?:\\s+((?i:ipv6)))?(?:\\s+((?i:number|name)))?\\s+("[^"]*"|\\S+)',
        captures: {
          1: name('keyword.control.view'),
          2: name('keyword.other.option'),
          3: name('keyword.other.option'),
          4: name('entity.name.type.acl'),
        },
      },
      sysname: {
        match: '^\\s*((?i:sysname))\\s+(\\S.*?)\\s*$',
        captures: { 1: name('keyword.control.view'), 2: name('entity.name.section') },
      },
      reference: {
        match:
          '^\\s*((?i:ike-peer|ike-proposal|proposal|security acl(?: name)?|user-table))\\s+(\\S.*?)\\s*$',
        captures: { 1: name('keyword.other.command'), 2: name('entity.name.type.reference') },
      },
      command: {
        patterns: [
          { ...secret.patterns[1], match: `^\\s*${secret.patterns[1].match}` },
          {
            match: `^\\s*((?i:un(?:do?)?)\\s+)?(${anyOf(words.openers)})${END}`,
            captures: { 1: name('keyword.control.undo'), 2: name('keyword.control.view') },
          },
          {
            match: `^\\s*((?i:un(?:do?)?)\\s+)?(${anyOf(words.first)})${END}`,
            captures: { 1: name('keyword.control.undo'), 2: name('keyword.other.command') },
          },
          {
            match: '^\\s*((?i:un(?:do?)?)\\s+)?([A-Za-z][\\w-]*)(?![\\w./:=-])',
            captures: { 1: name('keyword.control.undo'), 2: name('keyword.other.command') },
          },
        ],
      },
      words: {
        patterns: [
          ...secret.patterns,
          { include: '#comment' },
          { match: '(?<!\\S)"[^"]*"(?!\\S)', name: `string.quoted.double.${L}` },
          { match: `${START}(?i:permit|deny)${END}`, name: `keyword.control.action.${L}` },
          { match: `${START}(?i:any|none)${END}`, name: `constant.language.${L}` },
          { match: `${START}${anyOf(words.algorithms)}${END}`, name: `support.constant.algorithm.${L}` },
          { include: '#values' },
          { match: `${START}${anyOf(words.inner)}${END}`, name: `keyword.other.option.${L}` },
          { match: '\\S+', name: `variable.other.argument.${L}` },
        ],
      },
      values: {
        patterns: [
          {
            match: `${START}\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?${END}`,
            name: `constant.numeric.address.ip.${L}`,
          },
          {
            match: `${START}(?=[0-9A-Fa-f:]*:[0-9A-Fa-f]*:)[0-9A-Fa-f:]{2,39}(?:/\\d{1,3})?${END}`,
            name: `constant.numeric.address.ipv6.${L}`,
          },
          {
            match: `${START}(?i:\\d{1,3}GE|(?:X?Gigabit)?Ethernet|Eth-Trunk|Vlanif|LoopBack|Tunnel|Dialer|Serial|Cellular|NULL|MEth|Virtual-Template|Virtual-if|GE)\\s?\\d[\\d/.:]*${END}`,
            name: `entity.name.type.interface.reference.${L}`,
          },
          { match: `${START}\\d+${END}`, name: `constant.numeric.integer.${L}` },
        ],
      },
    },
  };
}
