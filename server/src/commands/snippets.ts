import source from '../../../snippets/huawei-vrp.json';

/** A whole block, with tab stops where a person writes. */
export interface BlockSnippet {
  /** What is typed for it; the first is its usual name. */
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** The blocks that VS Code offers by itself, for other editors. */
export const snippets: readonly BlockSnippet[] = Object.values(source);
