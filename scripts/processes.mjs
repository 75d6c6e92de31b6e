/**
 * What every script here needs to run other programs and to speak to a person: one-sentence failures, children that never outlive
 * their parent, temporary folders that are always removed. No dependency, so that it works before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, wherever it was cloned to. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const onWindows = process.platform === 'win32';

/** An error whose message is written for the person at the terminal: shown as it is, without a stack. */
export class Failure extends Error {}

/** Programs that are still running, and folders that are still there: both end with this process. */
const children = new Set();
const folders = new Set();

/** Sends a signal to a child and to everything that it started. */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  if (onWindows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has already ended.
  }
}

/**
 * Starts a program at the head of a process group of its own.
 * On Windows a script such as npm.cmd needs `shell: true`.
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { detached: !onWindows, windowsHide: true, ...options });
  children.add(child);
  child.once('close', () => children.delete(child));
  child.once('error', () => children.delete(child));
  return child;
}

/** Ends a program and its descendants: asks first, insists after `patience` milliseconds. */
export async function stop(child, patience = 8000) {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => {
      const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
      child.once('exit', () => {
        clearTimeout(insist);
        resolve();
      });
      signalGroup(child, 'SIGTERM');
    });
  }
  signalGroup(child, 'SIGKILL');
}

/**
 * Runs a program to its end and gives its exit code and what it printed.
 * `show: true` passes the output through to the terminal instead; `input` is never read from the terminal.
 */
export function run(command, args, { show = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const child = start(command, args, { cwd: root, stdio, ...options });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.once('error', (error) => reject(new Failure(`${command} cannot be started: ${error.message}.`)));
    child.once('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

/** Runs a Node script of a dependency or of this repository with the Node that runs this process. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** Runs npm: the one that started us where there is one, else the one on the PATH. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm && /\.[cm]?js$/.test(npm)) return runNode([npm, ...args], options);
  return run('npm', args, { shell: onWindows, ...options });
}

/** Makes a temporary folder that is removed when this process ends. */
export function temporaryFolder(name) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `huawei-ipsec-${name}-`)));
  folders.add(folder);
  return folder;
}

/** Removes a temporary folder now; a file that a dying program still writes is tried again. */
export function removeFolder(folder) {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Ends every child at once and removes every temporary folder; the last thing that a process does. */
function cleanUp() {
  for (const child of children) signalGroup(child, 'SIGKILL');
  for (const folder of folders) {
    try {
      removeFolder(folder);
    } catch {
      // Something still writes there; the system's own cleaning of temporary files takes it.
    }
  }
}

/** Says the last lines of what a program printed, for the sentence before it not to stand alone. */
export function tail(output, lines = 30) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}

let interrupted = false;
const interruptions = [];

/** Registers what is to be ended in good order when the person presses Ctrl-C (or the process is asked to end). */
export function onInterrupt(action) {
  interruptions.push(action);
}

/** Ends in good order on a signal; a second signal ends at once. */
async function interrupt(signal) {
  const code = signal === 'SIGINT' ? 130 : signal === 'SIGHUP' ? 129 : 143;
  if (interrupted) process.exit(code);
  interrupted = true;
  for (const action of interruptions.reverse()) await Promise.resolve(action()).catch(() => undefined);
  await Promise.all([...children].map((child) => stop(child)));
  process.exit(code);
}

/** True when the module at `url` is the script that Node was started with, not one that was imported. */
export function isMain(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}

/**
 * Runs a script's main function: its failure becomes one sentence and exit code 1, its children and temporary folders end with it.
 */
export async function main(action) {
  process.once('exit', cleanUp);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void interrupt(signal));
  try {
    process.exitCode = (await action()) ?? 0;
  } catch (error) {
    if (interrupted) return;
    process.exitCode = 1;
    console.error(`\n${sayError(error)}`);
  }
  if (!interrupted) process.exit();
}

/** An error in one sentence; the stack is shown only to those who ask for it. */
export function sayError(error) {
  if (process.env.DEBUG) return error.stack;
  return error instanceof Failure ? error.message : `Something unexpected happened: ${error.message}`;
}
