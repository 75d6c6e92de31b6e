import * as l10n from '@vscode/l10n';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { detectLanguage } from '../syntax/detect';
import { Document } from '../syntax/document';
import { decode } from '../text/decode';
import { MAX_BYTES, SKIPPED_FOLDERS } from '../workspace/folders';
import { hasOtherLanguage } from '../workspace/otherLanguages';
import { PROJECT_FILE, readProject, type Project } from '../workspace/project';
import type { Workspace } from '../workspace/workspace';

/** A path that cannot be used, with the sentence to print. */
export class PathError extends Error {}

/** What is wrong with a path, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return l10n.t('it does not exist');
  if (code === 'EACCES' || code === 'EPERM') return l10n.t('permission is denied');
  if (code === 'ELOOP') return l10n.t('its links lead in a circle');
  if (code === 'ENOTDIR') return l10n.t('a part of it is no folder');
  return code ?? l10n.t('it cannot be read');
}

function unreadable(path: string, reason: string): PathError {
  return new PathError(l10n.t('Cannot read {0}: {1}.', path, reason));
}

function leftOut(path: string, error: unknown): string {
  return l10n.t('{0} was left out: {1}.', path, reasonOf(error));
}

/** All files at and below a path, links followed once, in a stable order. */
function* filesBelow(path: string, seen: Set<string>, note: (sentence: string) => void): Generator<string> {
  const real = realpathSync(path);
  if (seen.has(real)) return;
  seen.add(real);
  if (!statSync(real).isDirectory()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(real).sort()) {
    if (SKIPPED_FOLDERS.has(entry)) continue;
    const below = join(path, entry);
    try {
      yield* filesBelow(below, seen, note);
    } catch (error) {
      // A dangling or circular link or an unreadable folder is no reason to give up the others.
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ELOOP') note(leftOut(below, error));
    }
  }
}

/** The project files that hold for the paths of one run. */
class ProjectFiles {
  private readonly byFolder = new Map<string, Project>();

  constructor(
    private readonly workspace: Workspace,
    private readonly note: (sentence: string) => void,
  ) {}

  /** Reads the project file of a folder, or of the nearest folder above a file or folder that has one. */
  read(path: string): void {
    for (let folder = path, last = ''; folder !== last; last = folder, folder = dirname(folder)) {
      const file = join(folder, PROJECT_FILE);
      if (this.byFolder.has(folder)) return;
      if (!existsSync(file)) continue;
      const { project, problem } = readProject(decode(readFileSync(file))?.text ?? '');
      if (problem) this.note(`${file}: ${problem}`);
      this.byFolder.set(folder, project);
      this.workspace.setProject(pathToFileURL(folder).href, project);
      return;
    }
  }

  /** Whether a project file leaves a file out. */
  leavesOut(path: string): boolean {
    for (const [folder, project] of this.byFolder) {
      const below = relative(folder, path);
      if (!below.startsWith('..') && !project.takesIn(below.split(sep).join('/'))) return true;
    }
    return false;
  }
}

/**
 * Reads files and folders into a workspace and gives the paths of those that are Huawei's, told by their content. A path that is named
 * but cannot be read throws a `PathError`; `note` hears of files that were left out.
 */
export function readPaths(
  workspace: Workspace,
  paths: readonly string[],
  note: (sentence: string) => void,
): Map<string, string> {
  const pathOf = new Map<string, string>();
  const seen = new Set<string>();
  const projects = new ProjectFiles(workspace, note);
  for (const named of paths) {
    // An empty variable of a shell is no wish to read the folder that happens to be the current one.
    if (named === '') throw unreadable('""', l10n.t('the path is empty'));
    let files: string[];
    try {
      files = [...filesBelow(resolve(named), seen, note)];
    } catch (error) {
      throw unreadable(named, reasonOf(error));
    }
    projects.read(resolve(named));
    for (const path of files) {
      const single = files.length === 1 && path === resolve(named);
      try {
        if (!statSync(path).isFile()) continue;
        // A file that is named is asked for its content whatever its name.
        if (!single && hasOtherLanguage(path.split(sep).join('/'))) continue;
        if (projects.leavesOut(path)) continue;
        if (statSync(path).size > MAX_BYTES) {
          note(l10n.t('{0} is larger than 64 MB and was left out.', path));
          continue;
        }
        const decoded = decode(readFileSync(path));
        const language = decoded && detectLanguage(decoded.text);
        if (!decoded || !language) {
          if (single) note(l10n.t('{0} holds no Huawei configuration or capture and was left out.', named));
          continue;
        }
        const uri = pathToFileURL(path).href;
        workspace.setFromDisk(uri, decoded.text, language, statSync(path).mtimeMs);
        pathOf.set(uri, path);
      } catch (error) {
        if (single) throw unreadable(named, reasonOf(error));
        note(leftOut(path, error));
      }
    }
  }
  return pathOf;
}

/** Reads one file to its end whatever it holds; one that is neither a configuration nor a capture is read as a configuration. */
export function readDocument(named: string): Document {
  let bytes: Uint8Array;
  try {
    if (named === '') throw unreadable('""', l10n.t('the path is empty'));
    const path = resolve(named);
    if (statSync(path).isDirectory()) throw unreadable(named, l10n.t('it is a folder'));
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof PathError) throw error;
    throw unreadable(named, reasonOf(error));
  }
  const decoded = decode(bytes);
  if (!decoded) throw unreadable(named, l10n.t('it holds no text'));
  return Document.parse(decoded.text, detectLanguage(decoded.text) ?? 'huawei-vrp', Infinity);
}
