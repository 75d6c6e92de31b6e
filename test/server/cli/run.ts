import { spawn, spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The built command line; the unit tests run behind the build. */
const CLI = join(process.cwd(), 'dist', 'cli.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line to its end, in an English terminal. */
export function run(...args: string[]): Ended {
  return runIn('C', ...args);
}

/** Runs the command line to its end in a terminal of a language such as `zh_CN.UTF-8`. */
export function runIn(language: string, ...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    env: { ...process.env, LC_ALL: language },
    encoding: 'utf8',
    maxBuffer: 256 << 20,
    timeout: 120_000,
  });
  return { code: status, stdout, stderr };
}

/** Runs the command line and closes its output as soon as the first of it has come. */
export async function runWithClosedPipe(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.setEncoding('utf8').once('data', (text: string) => {
    stdout = text;
    child.stdout.destroy();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

/**
 * Talks to the language server that the command line starts: sends each message when the request before it is answered, and gives the
 * answers once the server has ended.
 */
export async function converse(
  messages: readonly { readonly id?: number; readonly method: string; readonly params?: object }[],
): Promise<{ code: number | null; answers: unknown[] }> {
  const child = spawn(process.execPath, [CLI, 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: 60_000,
  });
  const answers: { id?: number }[] = [];
  const answered = new EventEmitter();
  let buffered = '';
  child.stdout.setEncoding('latin1').on('data', (chunk: string) => {
    buffered += chunk;
    for (;;) {
      const [head, length] = /^Content-Length: (\d+)\r\n\r\n/.exec(buffered) ?? [];
      if (head === undefined || buffered.length < head.length + Number(length)) return;
      const body = buffered.slice(head.length, head.length + Number(length));
      buffered = buffered.slice(head.length + body.length);
      const answer = JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as { id?: number };
      answers.push(answer);
      answered.emit(String(answer.id));
    }
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  for (const message of messages) {
    const answer = message.id === undefined ? undefined : once(answered, String(message.id));
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    if (answer) await Promise.race([answer, closed]);
  }
  const [code] = await closed;
  return { code, answers };
}

/** Calls back with a new folder that holds the files given by path and content; the folder is gone afterwards. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'huawei-ipsec-cli-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A configuration in which nothing is wrong. */
export const HEALTHY = `#
sysname HQ
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
ike proposal 10
 encryption-algorithm aes-256
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
#
ike peer branch
 undo version 1
 pre-shared-key %^%#Zo0'1q2w3e4r5t6y7u8i9o0pAsDfGhJk%^%#
 ike-proposal 10
 remote-address 198.51.100.2
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer branch
 proposal tran1
 pfs dh-group14
#
interface GigabitEthernet1/0/1
 undo shutdown
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
return
`;

/** The same with a peer that takes a proposal which is not there: one error, on line 23. */
export const BROKEN = HEALTHY.replace('\n ike-proposal 10\n', '\n ike-proposal 11\n');
