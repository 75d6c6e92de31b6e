import english from '../../../snippets/huawei-vrp.json';
import chinese from '../../../snippets/huawei-vrp.zh-cn.json';
import { getLocale, type Locale } from '../l10n';

/** A whole block with placeholders. */
export interface BlockSnippet {
  /** What is typed for it; the first is its usual name. */
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets: Readonly<Record<Locale, readonly BlockSnippet[]>> = {
  en: Object.values(english),
  'zh-cn': Object.values(chinese),
};

/** The blocks that VS Code offers by itself, for other editors, in the language in force. */
export function blockSnippets(): readonly BlockSnippet[] {
  return snippets[getLocale()];
}
