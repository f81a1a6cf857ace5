/**
 * Installs the packages of package-lock.json when they are absent or differ.
 * Packages that were installed by hand and agree with the lock file are left
 * alone: reinstalling under a running server would pull the floor away.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { announce, run, Stop } from './process.mjs';
import { inProject, isSame, readStamp, root, writeStamp } from './project.mjs';

const STAMP = inProject('node_modules', '.tracker-install.json');

export async function install() {
  // A compiled package fits one Node generation on one kind of machine.
  const wanted = {
    lock: createHash('sha256')
      .update(readFileSync(inProject('package-lock.json')))
      .digest('hex'),
    abi: process.versions.modules,
    machine: `${process.platform}-${process.arch}`,
  };
  if (isSame(readStamp(STAMP), wanted)) return;
  if (agreesWithLock() && (await isSqliteUsable())) return writeStamp(STAMP, wanted);

  const reason = existsSync(inProject('node_modules'))
    ? 'what is installed differs from package-lock.json or from this Node'
    : 'nothing is installed yet';
  const took = announce(
    `Installing packages: ${reason}. One to three minutes the first time (SQLite may be compiled) …`,
  );
  const [command, first, shell] = npm();
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await run(command, [...first, ...options], { shell });
  const time = took();
  if (code !== 0) throw new Stop(explain(output));
  if (!(await isSqliteUsable())) throw new Stop(explain('better-sqlite3'));
  writeStamp(STAMP, wanted);
  console.log(`  installed in ${time}`);
}

/** npm as it was called; else the one on the PATH, which Windows runs by shell. */
function npm() {
  const path = process.env.npm_execpath;
  if (path && /npm-cli\.c?js$/.test(path)) return [process.execPath, [path], false];
  return ['npm', [], process.platform === 'win32'];
}

/** Compares npm's own record of what it installed with the lock file. */
function agreesWithLock() {
  const installed = readStamp(inProject('node_modules', '.package-lock.json'))?.packages;
  if (!installed) return false;
  const locked = readStamp(inProject('package-lock.json')).packages;
  // Optional packages are mostly binaries for other machines; more than is locked
  // does no harm.
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' ||
      (optional && !installed[path]) ||
      (installed[path]?.version ?? readVersion(path)) === version,
  );
}

/** Of a package that was put there by hand, of which npm has no record. */
function readVersion(path) {
  return readStamp(inProject(path, 'package.json'))?.version;
}

async function isSqliteUsable() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()";
  return (await run(process.execPath, ['-e', probe])).code === 0;
}

function explain(output) {
  // Messages of npm name the registry they asked; whoever reads a log needs not know it.
  const text = output
    .replaceAll(root, '.')
    .replace(/\bhttps?:\/\/[^\s/'"]+/g, '(registry)')
    .trim();
  const advice = /gyp|better-sqlite3|prebuild/.test(output)
    ? `better-sqlite3 found no prebuilt binary for Node ${process.versions.node} and could not be compiled.
What to do: install a C++ compiler with make and Python 3, then run the command again.
  Debian, Ubuntu: apt-get install -y build-essential python3
  macOS:          xcode-select --install
  Windows:        the "Desktop development with C++" part of Visual Studio Build Tools`
    : /lock file|EUSAGE/.test(output)
      ? 'package.json and package-lock.json disagree.\nWhat to do: run `npm install`, look at the change, try again.'
      : 'What to do: check the network and the disk, then run the command again.';
  return `${text}\n\nPackages could not be installed. ${advice}`;
}
