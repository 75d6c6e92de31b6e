import { openerLines } from './lines.mjs';

/** How an editor behaves in configurations: comments, quotes, words, and indentation as devices save it. */
export function languageConfiguration(words) {
  return {
    comments: { lineComment: '#' },
    brackets: [],
    autoClosingPairs: [{ open: '"', close: '"', notIn: ['string', 'comment'] }],
    surroundingPairs: [['"', '"']],
    colorizedBracketPairs: [],
    wordPattern: '[^\\s"]+',
    folding: { offSide: true },
    onEnterRules: [
      // Behind a line that opens a view stand its commands, one blank further in.
      {
        beforeText: { pattern: `^(?:${openerLines(words.commands).join('|')})$`, flags: 'i' },
        action: { indent: 'indent' },
      },
      // A separator or `quit` ends a view.
      { beforeText: '^\\s+(?:#|quit)\\s*$', action: { indent: 'outdent' } },
    ],
  };
}
