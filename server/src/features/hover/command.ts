import * as l10n from '@vscode/l10n';
import { algorithmByConfig, type Algorithm, type AlgorithmKind } from '../../commands/algorithms';
import type { Argument } from '../../commands/notation';
import { readableFormat } from '../../commands/readable';
import type { CommandDefinition, DefaultValue } from '../../commands/types';
import { viewName } from '../../commands/views';
import { localize } from '../../l10n';
import { documentedProduct } from '../../model/defaults';
import type { Release } from '../../model/device';
import type { MatchedWord } from '../../syntax/match';
import type { TreeLine } from '../../syntax/tree';
import { productNames } from '../products';
import { code, codeBlock, list, paragraphs, sourceLine } from './markdown';

/** What is said in a word of a value that is a default; on a device that is known, `default` says all. */
export function defaultWords({ products }: DefaultValue, release: Release | undefined): string | undefined {
  const product = documentedProduct(release);
  if (product === undefined) return l10n.t('default on {0}', productNames(products));
  return products.includes(product) ? l10n.t('default') : undefined;
}

function defaultLine({ value, products, source }: DefaultValue): string {
  const shown = value === 'none' ? l10n.t('none') : code(value);
  return l10n.t('{0} on {1} ({2})', shown, productNames(products), source);
}

/** What an argument takes: its range and unit, as far as known. */
export function argumentRange(argument: Argument, unit: string | undefined): string | undefined {
  const { min, max, type } = argument;
  if (min === undefined || max === undefined) return unit;
  if (type === 'integer' || argument.numeric)
    return unit === undefined ? `${min}–${max}` : `${min}–${max} ${unit}`;
  return l10n.t('{0}–{1} characters', min, max);
}

/** The page of one command. */
export function commandPage(command: CommandDefinition): string {
  const commandViews = [command.view].flat().map(viewName).join(', ');
  const version = command.ikeVersion === undefined ? undefined : l10n.t('IKEv{0} only', command.ikeVersion);
  const products = command.products && productNames(command.products);
  return paragraphs(
    codeBlock(readableFormat(command.syntax)),
    command.summary && localize(command.summary),
    list(
      [
        l10n.t('View: {0}', commandViews),
        version,
        products === undefined ? undefined : l10n.t('Documented for: {0}', products),
      ].filter((line) => line !== undefined),
    ),
    command.defaults && `${l10n.t('Default:')}\n\n${list(command.defaults.map(defaultLine))}`,
    command.details && localize(command.details),
    command.causes &&
      command.causes.length > 0 &&
      l10n.t('A wrong value leads to: {0}', command.causes.map(code).join(', ')),
    command.sources && command.sources.length > 0 && sourceLine(command.sources),
  );
}

const STRENGTH: Readonly<Record<Algorithm['strength'], () => string>> = {
  weak: () => l10n.t('weak: do not use'),
  fading: () => l10n.t('no longer recommended'),
  strong: () => l10n.t('strong'),
};

/** The page of one algorithm. */
export function algorithmPage(algorithm: Algorithm): string {
  return paragraphs(
    `**${algorithm.title}** — ${STRENGTH[algorithm.strength]()}`,
    localize(algorithm.about),
    list(
      [
        algorithm.bits === undefined ? undefined : l10n.t('Size: {0} bits', algorithm.bits),
        l10n.t('In a configuration: {0}', algorithm.config.map(code).join(', ')),
        algorithm.display.length > 0
          ? l10n.t('In display output: {0}', algorithm.display.map(code).join(', '))
          : undefined,
      ].filter((line) => line !== undefined),
    ),
    sourceLine(algorithm.sources),
  );
}

/** What kind of algorithm the words of a command name. */
export function algorithmKindOf(words: readonly MatchedWord[]): AlgorithmKind | undefined {
  const keywords = words.flatMap((word) => (word.kind === 'keyword' ? [word.keyword] : []));
  const [first, second] = keywords;
  if (first === 'dh' || first === 'pfs') return 'dh';
  if (first === 'prf') return 'prf';
  if (first === 'integrity-algorithm') return 'integrity';
  if (first === 'authentication-method') return 'authentication-method';
  if (first === 'encryption-algorithm' || second === 'encryption-algorithm') return 'encryption';
  return first === 'authentication-algorithm' || second === 'authentication-algorithm' ? 'hash' : undefined;
}

/** The algorithm that a word of a command names, alone or with a neighbour (`aes-cbc 256`). */
export function algorithmAt(line: TreeLine, word: number): Algorithm | undefined {
  const kind = algorithmKindOf(line.match?.words ?? []);
  if (!kind) return undefined;
  const text = (at: number): string => {
    const matched: MatchedWord | undefined = line.match?.words[at];
    return matched?.kind === 'keyword' ? matched.keyword : (line.words[at]?.text.toLowerCase() ?? '');
  };
  return (
    algorithmByConfig(kind, [text(word), text(word + 1)]) ??
    (word > 0 ? algorithmByConfig(kind, [text(word - 1), text(word)]) : undefined) ??
    algorithmByConfig(kind, [text(word)])
  );
}
