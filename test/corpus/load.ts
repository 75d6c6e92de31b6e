import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { detectLanguage } from '../../server/src/syntax/detect';
import { decode } from '../../server/src/text/decode';
import { Workspace } from '../../server/src/workspace/workspace';

/** Real public files, where they stand beside the repository; they are not part of the project. */
export const corpus = join(process.cwd(), '..', 'shared', 'corpus');

/** Why tests over the real files are skipped, where they are. */
export const skip = existsSync(corpus) ? false : 'the corpus of real files is not beside this repository';

/** The files of a folder of the corpus whose path matches, as one workspace; without the times that the machine gives the files. */
export function workspaceOf(folder: string, match = /./): Workspace {
  const workspace = new Workspace();
  const root = join(corpus, folder);
  const paths = readdirSync(root, { recursive: true }).map(String).sort();
  for (const path of paths.filter((each) => match.test(each))) {
    const file = join(root, path);
    if (!statSync(file).isFile()) continue;
    const text = decode(readFileSync(file))?.text ?? '';
    const language = detectLanguage(text);
    if (language) workspace.set(pathToFileURL(file).href, text, language);
  }
  return workspace;
}
