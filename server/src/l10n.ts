/** A text in the two languages the product speaks. */
export interface Localized {
  readonly en: string;
  readonly 'zh-cn': string;
}

export type Locale = keyof Localized;

let current: Locale = 'en';

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
}

/** The language in force. */
export function getLocale(): Locale {
  return current;
}

/** The text in the language in force. */
export function localize(text: Localized): string {
  return text[current];
}
