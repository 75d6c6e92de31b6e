/**
 * The extension host that the suites run in, here one in Node: where files are written, how the page of the workbench is asked, where
 * the results go. `host.browser.ts` has the same for a browser host, whose suites are built with it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';

/** What the page answers to a request. */
export interface Reply {
  readonly value?: unknown;
  readonly error?: string;
}

/** True in a browser host, which has neither a disk nor processes. */
export const isBrowser = !('process' in globalThis);

const replies = process.env['HUAWEI_IPSEC_PAGE'];
let requests = 0;

/** True where the workbench is a page that can be looked at; desktop VS Code has none. */
export const hasPage = replies !== undefined;

/** Text that a test's name must hold; empty for all tests. */
export const grep = process.env['HUAWEI_IPSEC_GREP'] ?? '';

/** The language that the editor was started in. */
export const language = process.env['HUAWEI_IPSEC_LANGUAGE'] ?? 'en';

/** The folder of the repository; the suites run from its out/test/vscode/suite. */
export const root = join(__dirname, '..', '..', '..', '..');

/** Writes a file of this name in a new folder outside of the workspace. */
export function writeScratch(name: string, content: Uint8Array): Promise<vscode.Uri> {
  const path = join(mkdtempSync(join(process.env['HUAWEI_IPSEC_SCRATCH'] ?? tmpdir(), 'file-')), name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return Promise.resolve(vscode.Uri.file(path));
}

/** Reads an answer as soon as the whole of it is there. */
function readReply(path: string): Reply | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Reply;
  } catch {
    return undefined;
  }
}

/** Has something done to the page: a line of the log asks the launcher, which holds it, and a file answers. */
export async function askPage(verb: string, args: readonly string[]): Promise<Reply> {
  if (replies === undefined) return { error: 'this VS Code has no page to look at' };
  const id = String(++requests);
  const path = join(replies, `${id}.json`);
  console.log(`::ask::${JSON.stringify({ id, verb, args })}`);
  const end = Date.now() + 30_000;
  for (;;) {
    const reply = readReply(path);
    if (reply !== undefined) {
      rmSync(path);
      return reply;
    }
    if (Date.now() > end) return { error: 'waited 30 seconds for the page' };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Leaves the counts for the launcher. */
export function leaveResults(results: object): Promise<void> {
  const file = process.env['HUAWEI_IPSEC_RESULTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
  return Promise.resolve();
}
