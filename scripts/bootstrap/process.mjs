/**
 * Runs other programs and ends them with us. A step's output is kept back and
 * shown in full only when the step fails, so that success reads as one line.
 */
import { spawn } from 'node:child_process';
import { root } from './project.mjs';

const running = new Set();
// Colors are for terminals; some programs write them into pipes and files.
const PLAIN = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
const GROUPS = process.platform !== 'win32';

/**
 * Runs a program to its end. With `show`, its output goes straight to the
 * terminal; otherwise it is returned: all of it as `output`, without
 * the error stream as `stdout`. A program that cannot be started, or that
 * outlives `seconds`, returns code 127 or 124 like a shell.
 */
export function run(
  command,
  args,
  { env = {}, show = false, seconds = 0, shell = false, cwd = root, user = {} } = {},
) {
  return new Promise((done) => {
    const child = start(command, args, { env, shell, cwd, user, stdio: show ? 'inherit' : 'pipe' });
    let output = '';
    let stdout = '';
    let late = false;
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    const limit = seconds
      ? setTimeout(() => {
          late = true;
          signalAll(child, 'SIGKILL');
        }, seconds * 1000)
      : undefined;
    const end = (code, says = '') => {
      clearTimeout(limit);
      done({ code: late ? 124 : code, output: output + says, stdout });
    };
    child.on('error', (error) => end(127, `${command}: ${error.message}\n`));
    child.on('close', (code) => end(code ?? 1));
  });
}

/**
 * Starts a program that stays, as another user where one is given; it is ended when we are.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: object, stdio?: import('node:child_process').StdioOptions, shell?: boolean,
 *   cwd?: string, user?: { uid?: number, gid?: number } }} [options]
 */
export function start(
  command,
  args,
  { env = {}, stdio = 'inherit', shell = false, cwd = root, user = {} } = {},
) {
  const child = spawn(command, args, {
    ...user,
    cwd,
    env: { ...process.env, ...PLAIN, ...env },
    stdio: Array.isArray(stdio) ? stdio : ['ignore', stdio, stdio],
    shell,
    // A group of its own, because a program such as npm starts others and ends
    // without them.
    detached: GROUPS,
  });
  running.add(child);
  child.on('close', () => running.delete(child));
  child.on('error', () => running.delete(child));
  return child;
}

/** Asks a program to end, insists after `seconds`, resolves when it is gone. */
export function end(child, seconds = 5) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const insist = setTimeout(() => signalAll(child, 'SIGKILL'), seconds * 1000);
    child.once('close', () => {
      clearTimeout(insist);
      done();
    });
    signalAll(child, 'SIGTERM');
  });
}

/** Sends a signal to a program and whatever it started. */
export function signalAll(child, signal) {
  try {
    if (GROUPS) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** On Ctrl-C or a polite kill: ends every program of ours, then us. */
function endTogether() {
  let ending = false;
  const endAll = async (code) => {
    if (ending) return;
    ending = true;
    await Promise.all([...running].map((child) => end(child)));
    process.exit(code);
  };
  process.on('SIGINT', () => endAll(130));
  process.on('SIGTERM', () => endAll(143));
  process.on('SIGHUP', () => endAll(129));
  if (!process.env.npm_lifecycle_event) return;
  // Whoever stops npm stops only npm and its shell; the signal ends there. Being
  // handed to another parent is how we learn of it.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && endAll(143), 300).unref();
}

/**
 * Announces a step, and says that it is still going every 20 seconds. Returns a
 * function that gives the seconds it took, as text.
 */
export function announce(text) {
  console.log(text);
  const begun = Date.now();
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
  const pulse = setInterval(() => console.log(`  … still at it after ${seconds()}`), 20_000);
  pulse.unref();
  return () => {
    clearInterval(pulse);
    return seconds();
  };
}

/** A failed step: what failed, what to do next, and the code to leave with. */
export class Stop extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

/** Runs a command's body; a `Stop` becomes its message and its exit code. */
export async function main(body) {
  endTogether();
  try {
    const [major, minor] = process.versions.node.split('.').map(Number);
    if (major < 20 || (major === 20 && minor < 15)) {
      throw new Stop(`This needs Node 20.15 or newer; this is ${process.version}.`, 2);
    }
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = error.code;
  }
}
