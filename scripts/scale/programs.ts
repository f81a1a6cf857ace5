/** The programs that the parts are, from Debian’s packages, and the place they run in. */
import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announce, end, run, Stop, signalAll, start } from '../bootstrap/process.mjs';

const POSTGRES = '/usr/lib/postgresql/15/bin';

/** Package → a file by which it is known. */
const PACKAGES = {
  'postgresql-15': `${POSTGRES}/postgres`,
  haproxy: '/usr/sbin/haproxy',
  varnish: '/usr/sbin/varnishd',
  'varnish-modules': '/usr/share/doc/varnish-modules',
} as const;

export const PROGRAMS = {
  initdb: `${POSTGRES}/initdb`,
  pg_basebackup: `${POSTGRES}/pg_basebackup`,
  postgres: `${POSTGRES}/postgres`,
  haproxy: PACKAGES.haproxy,
  varnishd: PACKAGES.varnish,
} as const;

const isRoot = process.getuid?.() === 0;

/** Installs what is missing where it may, without starting its services; else says what to install. */
export async function installPrograms(): Promise<void> {
  const missing = listMissing();
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const advice = `This run needs ${missing.join(', ')}.\nWhat to do, on Debian 12: ${command}`;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) throw new Stop(advice, 2);
  const took = announce(`Installing ${missing.join(', ')} …`);
  // Debian’s scripts start no service in the first run level.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const [program = '', ...args] = command.split(' ');
  await run('apt-get', ['update'], { env });
  const { code, output } = await run(program, args, { env });
  if (code !== 0 || listMissing().length > 0) throw new Stop(`${output.trimEnd()}\n\n${advice}`, 2);
  console.log(`  installed in ${took()}`);
}

const listMissing = (): string[] =>
  Object.entries(PACKAGES).flatMap(([name, file]) => (isUsable(file) ? [] : [name]));

function isUsable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface Place {
  /** Everything that the run writes is below it. */
  readonly folder: string;
  /** Starts a program, whose words go to a log of its name. */
  begin(name: string, program: string, args: readonly string[], options?: BeginOptions): Part;
  /** Runs a program to its end. Throws with its words where it fails. */
  finish(program: string, args: readonly string[]): Promise<void>;
  /** A folder that the programs may write to. */
  makeFolder(name: string): string;
  /** Ends all that was started, the last first. */
  endAll(): Promise<void>;
}

interface BeginOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Ours runs as we do, in our folder; the others as whoever PostgreSQL agrees to be. */
  readonly isOurs?: boolean;
}

export type Part = ReturnType<typeof start>;

/** A temporary folder. PostgreSQL refuses to be root: with root, its own user runs the programs. */
export function preparePlace(): Place {
  const user = isRoot ? { uid: findId('-u'), gid: findId('-g') } : {};
  const folder = mkdtempSync(join(tmpdir(), 'tracker-scale-'));
  // The user that runs the programs must get through to its own folders.
  chmodSync(folder, 0o755);
  const started: Part[] = [];
  return {
    folder,
    begin(name, program, args, { env = {}, isOurs = false } = {}) {
      const log = openSync(join(folder, `${name}.log`), 'a');
      const where = isOurs ? {} : { user, cwd: folder };
      const part = start(program, args, { env, ...where, stdio: ['ignore', log, log] });
      closeSync(log);
      started.push(part);
      return part;
    },
    async finish(program, args) {
      const { code, output } = await run(program, args, { user, cwd: folder });
      if (code !== 0) throw new Stop(`${program} failed:\n${output.trimEnd()}`);
    },
    makeFolder(name) {
      const made = join(folder, name);
      mkdirSync(made, { recursive: true, mode: 0o700 });
      if (user.uid !== undefined) chownSync(made, user.uid, user.gid);
      return made;
    },
    async endAll() {
      for (const part of started.toReversed()) {
        // PostgreSQL ends at once when it is interrupted; asked to end, it waits for its clients.
        if (part.exitCode === null && part.signalCode === null) signalAll(part, 'SIGINT');
        await end(part);
      }
    },
  };
}

const findId = (kind: '-u' | '-g'): number =>
  Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
