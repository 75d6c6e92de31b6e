import * as l10n from '@vscode/l10n';
import { CommandLine } from '../model/reading';
import { keyForm } from '../model/secret';
import type { ItemRule } from './rule';

/** A key that anyone who sees the file can read. */
export const clearTextKey: ItemRule = {
  id: 'clear-text-key',
  severity: 'warning',
  causes: [],
  documentation: {
    title: { en: 'A key in clear text', 'zh-cn': '明文密钥' },
    checks: {
      en: 'A pre-shared key or a manual SA key in an IPsec view that is not ciphered. Masks such as `***` or `<key>` do not count.',
      'zh-cn': 'IPsec 相关视图中未加密保存的预共享密钥或手工 SA 密钥。`***`、`<key>` 等占位符不报告。',
    },
    why: {
      en:
        'Whoever gets the file has the key and can stand in for either end. The device saves keys ciphered; a file with a readable one was ' +
        'typed by a person. Neither this message nor any other shows the key.',
      'zh-cn':
        '任何拿到该文件的人都能得到密钥并冒充任意一端。设备保存的密钥是密文；可读的密钥是人工输入的。本提示及其他任何提示都不会显示密钥。',
    },
    sources: ['USG6000E command reference, pre-shared-key'],
  },
  checkItem: ({ uri, item }) =>
    item.lines.flatMap((line, index) => {
      if (!line.match || line.match.undo || !/^(?:ike|ipsec)-/.test(line.view)) return [];
      const command = new CommandLine(uri, item, index, line);
      const secret = command.ofType('secret');
      if (!secret || keyForm(secret.value) !== 'plain') return [];
      // A key with blanks and no quotes, or one behind a misspelled `cipher`: whatever follows belongs to it.
      const behind = line.match.status === 'unknown' ? line.words.slice(line.match.words.length) : [];
      if (behind.some(({ text }) => keyForm(text) !== 'plain')) return [];
      return [
        {
          place: { ...secret.place, end: behind.at(-1)?.end ?? secret.place.end },
          message: l10n.t('This key is written in clear text: whoever reads the file knows it.'),
        },
      ];
    }),
};
