import { SemanticTokenModifiers, SemanticTokenTypes, type Range } from 'vscode-languageserver-types';
import type { Argument } from '../commands/notation';
import type { DefaultValue, NameKind } from '../commands/types';
import type { Release } from '../model/device';
import type { MatchedWord } from '../syntax/match';
import type { Document } from '../syntax/document';
import type { Item, TreeLine } from '../syntax/tree';
import { unusedBlock } from '../rules/unusedBlock';
import { lastFindings } from '../workspace/analysis';
import type { Snapshot } from '../workspace/workspace';
import { lastDeviceAt } from './deviceAt';
import { algorithmAt } from './hover/command';

/** What a word can be, as far as colours tell it. */
const TYPES = [
  SemanticTokenTypes.keyword,
  SemanticTokenTypes.modifier,
  SemanticTokenTypes.enumMember,
  SemanticTokenTypes.number,
  SemanticTokenTypes.string,
  SemanticTokenTypes.comment,
  SemanticTokenTypes.variable,
  SemanticTokenTypes.class,
  SemanticTokenTypes.struct,
  SemanticTokenTypes.function,
  SemanticTokenTypes.interface,
  SemanticTokenTypes.type,
  SemanticTokenTypes.enum,
  SemanticTokenTypes.namespace,
] as const;

/** What is said of it besides; `unused` and `secret` are our own, and package.json gives them their looks. */
const MODIFIERS = [
  SemanticTokenModifiers.declaration,
  SemanticTokenModifiers.deprecated,
  SemanticTokenModifiers.defaultLibrary,
  SemanticTokenModifiers.modification,
  SemanticTokenModifiers.readonly,
  'unused',
  'secret',
] as const;

type TokenType = (typeof TYPES)[number];
type Modifier = (typeof MODIFIERS)[number];

/** The words that the numbers of tokens stand for. */
export const legend = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };
