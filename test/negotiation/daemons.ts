import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  readSync,
  closeSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ADDRESSES, INSIDE, SIDES, SPARE_ADDRESSES, type Side } from './pair';

const CHARON = '/usr/lib/ipsec/charon';

/** A mark that lets IKE packets pass by the routes into the tunnel, which may take in the other end itself. */
const MARK = '0x42';

/** All that the negotiations need and nothing that reads the machine's own configuration. ESP is done in user space: kernels may lack it. */
const PLUGINS =
  'random nonce aes sha1 sha2 md5 gcm hmac xcbc kdf gmp openssl pem pkcs1 x509 pubkey kernel-libipsec kernel-netlink ' +
  'socket-default vici updown';

/** Where Debian has the plugins that the daemon's own package does not bring. */
const PLUGIN_PACKAGES = [
  ['openssl', 'libstrongswan-standard-plugins'],
  ['gcm', 'libstrongswan-standard-plugins'],
  ['kernel-libipsec', 'libcharon-extra-plugins'],
  ['vici', 'strongswan-swanctl'],
] as const;

/** Why nothing can be negotiated here; undefined where it can. */
export function obstacle(): string | undefined {
  if (process.platform !== 'linux') return 'Two network namespaces are needed, which only Linux has.';
  if (process.getuid?.() !== 0) return 'Only root may make network namespaces.';
  if (!existsSync(CHARON)) return `${CHARON} is missing: Debian has it in strongswan-charon.`;
  for (const [program, name] of [
    ['swanctl', 'strongswan-swanctl'],
    ['ip', 'iproute2'],
    ['unshare', 'util-linux'],
    ['setpriv', 'util-linux'],
  ] as const)
    if (spawnSync(program, ['--version']).error) return `${program} is missing: Debian has it in ${name}.`;
  for (const [plugin, name] of PLUGIN_PACKAGES)
    if (!existsSync(`/usr/lib/ipsec/plugins/libstrongswan-${plugin}.so`))
      return `strongSwan’s plugin ${plugin} is missing: Debian has it in ${name}.`;
  if (!existsSync('/dev/net/tun')) return '/dev/net/tun is missing, which user-space ESP needs.';
  return namespaceObstacle();
}

/** Root in a container may still not be allowed to make a namespace, or to lay a cable into one. */
function namespaceObstacle(): string | undefined {
  const name = namespaceOf(process.pid, 'probe');
  try {
    ip('netns', 'add', name);
    ip('link', 'add', 'wire', 'netns', name, 'type', 'veth', 'peer', 'name', 'wire2', 'netns', name);
    return undefined;
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    return `No network namespace can be made here. ${stderr?.toString().trim().split('\n').at(-1) ?? ''}`.trim();
  } finally {
    spawnSync('ip', ['netns', 'del', name]);
  }
}

function ip(...args: string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Named after the process, so that runs beside each other do not meet, and what one left behind is known as such. */
function namespaceOf(pid: number, use: Side | 'probe'): string {
  return `hwneg${pid}${use === 'probe' ? 'p' : use === 0 ? 'a' : 'b'}`;
}

const FOLDER_PREFIX = 'huawei-ipsec-negotiation-';

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Ends what runs in a namespace and removes it. */
function removeNamespace(name: string): void {
  const pids = spawnSync('ip', ['netns', 'pids', name], { encoding: 'utf8' }).stdout;
  for (const pid of pids.split(/\s+/).filter(Boolean)) kill(Number(pid));
  spawnSync('ip', ['netns', 'del', name]);
}

/** Removes what a run left behind that was ended before it could clean up. */
function removeLeftovers(): void {
  const hasEnded = (pid: string | undefined): boolean => !existsSync(`/proc/${pid}`);
  const names = spawnSync('ip', ['netns', 'list'], { encoding: 'utf8' }).stdout;
  for (const [name, pid] of names.matchAll(/^hwneg(\d+)[abp]/gm)) if (hasEnded(pid)) removeNamespace(name);
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = new RegExp(`^${FOLDER_PREFIX}(\\d+)-`).exec(name) ?? [];
    if (pid !== undefined && hasEnded(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function charonSettings(folder: string): string {
  return `charon {
  load_modular = no
  load = ${PLUGINS}
  retransmit_tries = 1
  retransmit_timeout = 0.8
  retransmit_base = 1.2
  half_open_timeout = 5
  dos_protection = no
  i_dont_care_about_security_and_use_aggressive_mode_psk = yes
  routing_table = 220
  plugins {
    vici { socket = unix://${join(folder, 'vici')} }
    socket-default { fwmark = ${MARK} }
    kernel-netlink { fwmark = !${MARK} }
    kernel-libipsec { allow_peer_ts = yes }
  }
  filelog {
    log {
      path = ${join(folder, 'log')}
      flush_line = yes
      default = 1
      ike = 2
      cfg = 3
      knl = 0
      net = 1
    }
  }
}
`;
}

/** swanctl has nothing to do with certificates here, and starts three times as fast without all the plugins. */
const SWANCTL_SETTINGS = 'swanctl {\n  load = random\n}\n';

interface Daemon {
  readonly folder: string;
  readonly process: ChildProcess;
}

/** The third parts of the inside addresses: of the networks of a pair, and of those that a difference puts in their place. */
const THIRDS = [0, 1, 2, 3, 4, 5, 6, 101, 102, 103, 104, 105, 106];

/** How long a daemon may take to answer, and a negotiation to come to an end, in milliseconds. */
const START_PATIENCE = 10_000;
const PATIENCE = 15_000;

/** What each daemon wrote since a moment, in the order of a pair. */
export type Logs = readonly [string, string];

/** Two IKE daemons in network namespaces of their own, joined by a cable, in a temporary folder. */
export class Daemons {
  private readonly folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  private readonly daemons: Daemon[] = [];
  private stopped = false;
  private readonly onExit = (): void => {
    this.stop();
  };

  private constructor() {
    process.once('exit', this.onExit);
  }

  /** Starts both; on an error nothing is left behind. */
  static async start(): Promise<Daemons> {
    removeLeftovers();
    const daemons = new Daemons();
    try {
      daemons.layCable();
      for (const side of SIDES) daemons.daemons.push(daemons.startDaemon(side));
      for (const side of SIDES) await daemons.awaken(side);
      return daemons;
    } catch (error) {
      daemons.stop();
      throw error;
    }
  }

  private layCable(): void {
    const names = SIDES.map((side) => namespaceOf(process.pid, side));
    const [a = '', b = ''] = names;
    for (const name of names) ip('netns', 'add', name);
    ip('link', 'add', 'wire', 'netns', a, 'type', 'veth', 'peer', 'name', 'wire', 'netns', b);
    for (const side of SIDES) {
      const name = names[side] ?? '';
      const batch = [
        'link set lo up',
        'link set wire up',
        ...[ADDRESSES[side], SPARE_ADDRESSES[side]].map((address) => `addr add ${address}/32 dev wire`),
        'route add default dev wire',
        // A route into a tunnel needs an address of its own in the protected network, whichever part of it that is.
        ...THIRDS.flatMap((third) =>
          ['1', '10', '129'].map((last) => `addr add ${INSIDE[side]}.${third}.${last}/32 dev lo`),
        ),
      ];
      execFileSync('ip', ['-n', name, '-batch', '-'], { input: `${batch.join('\n')}\n` });
    }
  }

  private startDaemon(side: Side): Daemon {
    const folder = join(this.folder, side === 0 ? 'a' : 'b');
    const run = join(folder, 'run');
    mkdirSync(run, { recursive: true });
    const settings = join(folder, 'strongswan.conf');
    writeFileSync(settings, charonSettings(folder));
    writeFileSync(join(folder, 'swanctl-settings.conf'), SWANCTL_SETTINGS);
    const out = openSync(join(folder, 'out'), 'w');
    // The daemon writes its process id under /var/run, where a second one would find it. It changes its rights and so forgets to die with
    // its parent; the first process of a namespace of processes does not, and all others end with that one.
    const child = spawn(
      'setpriv',
      [
        ...['--pdeathsig', 'KILL', 'ip', 'netns', 'exec', namespaceOf(process.pid, side)],
        ...['unshare', '--mount', '--pid', '--fork', '--kill-child', 'sh', '-c'],
        `mount --bind "$0" /var/run || exit 1; ${CHARON}; exit`,
        run,
      ],
      { stdio: ['ignore', out, out], detached: true, env: { ...process.env, STRONGSWAN_CONF: settings } },
    );
    closeSync(out);
    return { folder, process: child };
  }

  private daemon(side: Side): Daemon {
    const daemon = this.daemons[side];
    if (!daemon) throw new Error('the daemon has not been started');
    return daemon;
  }

  private async awaken(side: Side): Promise<void> {
    const { folder } = this.daemon(side);
    const end = Date.now() + START_PATIENCE;
    while (Date.now() < end) {
      if (existsSync(join(folder, 'vici')) && (await this.swanctl(side, '--stats')).code === 0) return;
      await sleep(50);
    }
    const out = readFileSync(join(folder, 'out'), 'utf8').trim();
    throw new Error(`The IKE daemon does not start. ${out.split('\n').at(-1) ?? ''}`);
  }

  /** Runs a command of swanctl against one daemon. */
  swanctl(side: Side, ...args: readonly string[]): Promise<{ code: number; output: string }> {
    const { folder } = this.daemon(side);
    return new Promise((resolve, reject) => {
      const child = spawn('swanctl', [...args, '--uri', `unix://${join(folder, 'vici')}`], {
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: PATIENCE,
        killSignal: 'SIGKILL',
        // Without a folder of its own it reads what is installed on the machine.
        env: { ...process.env, SWANCTL_DIR: folder, STRONGSWAN_CONF: join(folder, 'swanctl-settings.conf') },
      });
      let output = '';
      child.stdout.on('data', (data: Buffer) => (output += data.toString()));
      child.stderr.on('data', (data: Buffer) => (output += data.toString()));
      child.once('error', reject);
      child.once('close', (code) => {
        resolve({ code: code ?? 1, output });
      });
    });
  }

  /** Makes a daemon know one configuration and forget the one before. */
  async load(side: Side, configuration: string): Promise<void> {
    const file = join(this.daemon(side).folder, 'swanctl.conf');
    writeFileSync(file, configuration);
    const { code, output } = await this.swanctl(side, '--load-all', '--clear', '--noprompt', '--file', file);
    if (code !== 0 || !output.includes('successfully loaded'))
      throw new Error(`swanctl refuses this:\n${output}\n${configuration}`);
  }

  /** Takes down every tunnel between the two. */
  async clear(): Promise<void> {
    await Promise.all(
      SIDES.map(async (side) => {
        const { output } = await this.swanctl(side, '--list-sas', '--raw');
        const ids = new Set([...output.matchAll(/uniqueid=(\d+) version/g)].map(([, id]) => id ?? ''));
        for (const id of ids)
          await this.swanctl(side, '--terminate', '--ike-id', id, '--force', '--timeout', '1');
      }),
    );
  }

  private sizes(): number[] {
    return SIDES.map((side) => {
      const log = join(this.daemon(side).folder, 'log');
      return existsSync(log) ? statSync(log).size : 0;
    });
  }

  /** A function that gives what both daemons wrote since now. */
  listen(): () => Logs {
    const from = this.sizes();
    return () => {
      const [a = '', b = ''] = SIDES.map((side) => {
        const file = openSync(join(this.daemon(side).folder, 'log'), 'r');
        try {
          const start = from[side] ?? 0;
          const buffer = Buffer.alloc(Math.max(0, (this.sizes()[side] ?? 0) - start));
          readSync(file, buffer, 0, buffer.length, start);
          return buffer.toString();
        } finally {
          closeSync(file);
        }
      });
      return [a, b];
    };
  }

  /** Ends both daemons and removes all that was made for them. Can be called twice. */
  stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    process.off('exit', this.onExit);
    for (const { process: child } of this.daemons) if (child.pid !== undefined) kill(child.pid);
    for (const side of SIDES) removeNamespace(namespaceOf(process.pid, side));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
