import * as l10n from '@vscode/l10n';
import chinese from '../../l10n/bundle.l10n.zh-cn.json';

/** A text in the two languages the product speaks. Sentences of the code are written with `l10n.t`; those of the data tables so. */
export interface Localized {
  readonly en: string;
  readonly 'zh-cn': string;
}

export type Locale = keyof Localized;

let current: Locale = 'en';

/** What `l10n.t` says in place of the English texts; built into every bundle, so that no host has to find a file. */
const bundles: Readonly<Record<Locale, Record<string, string>>> = { en: {}, 'zh-cn': chinese };

/** The locale the product knows that is nearest to a tag such as `zh-CN`, `zh_Hans` or `de`; English where there is none. */
export function nearestLocale(tag: string | undefined): Locale {
  const lower = (tag ?? '').toLowerCase().replaceAll('_', '-');
  return lower === 'zh' ||
    lower.startsWith('zh-cn') ||
    lower.startsWith('zh-hans') ||
    lower.startsWith('zh-sg')
    ? 'zh-cn'
    : 'en';
}

/** Sets the language of everything this process says. */
export function setLocale(locale: Locale): void {
  current = locale;
  l10n.config({ contents: bundles[locale] });
}

/** The language in force. */
export function getLocale(): Locale {
  return current;
}

/** The text in the language in force. */
export function localize(text: Localized): string {
  return text[current];
}

/** Things named one after the other. */
export function series(items: readonly string[]): string {
  return items.join(localize({ en: ', ', 'zh-cn': '、' }));
}

/** Longer things named one after the other, which may have commas of their own. */
export function clauses(items: readonly string[]): string {
  return items.join(localize({ en: '; ', 'zh-cn': '；' }));
}

/** Sentences one after the other. */
export function joinSentences(items: readonly string[]): string {
  return items.join(localize({ en: ' ', 'zh-cn': '' }));
}

/** A text behind what it is about. */
export function labelled(label: string, text: string): string {
  return localize({ en: `${label}: ${text}`, 'zh-cn': `${label}：${text}` });
}

/** A text with something beside it. */
export function aside(text: string, beside: string): string {
  return localize({ en: `${text} (${beside})`, 'zh-cn': `${text}（${beside}）` });
}
