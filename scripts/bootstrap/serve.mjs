/** The server, and ports: the one asked for, or any free one. */

import { createServer } from 'node:net';
import { Stop, start } from './process.mjs';
import { typescript } from './project.mjs';

/**
 * Starts the server. Resolves with the process when it says that it is ready. The message channel
 * also tells the server when we vanish, so that it never outlives us.
 */
export function serve({ port, database = '', stdio = 'inherit', env = {}, args = [] }) {
  // A file that is named is served, whatever else the environment says.
  const data = database ? { TRACKER_DB: database, TRACKER_DB_READ: '' } : {};
  const child = start(process.execPath, [...typescript('server', 'main.ts'), ...args], {
    env: { NODE_ENV: 'production', ...env, ...data, PORT: String(port) },
    stdio: ['ignore', stdio, stdio, 'ipc'],
  });
  return new Promise((done, fail) => {
    child.once('message', () => done(child));
    child.once('error', (error) => fail(new Stop(`The server could not start: ${error.message}`)));
    child.once('exit', (code) =>
      fail(new Stop(`The server ended while starting (code ${code}); its message is above.`)),
    );
  });
}

/** The port people expect, or `PORT`. Throws a `Stop` when it cannot be had. */
export async function claimPort(env = process.env) {
  const text = env.PORT || '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new Stop(`PORT is "${text}"; it must be a whole number from 1 to 65535.`, 2);
  }
  const failure = await tryPort(port);
  if (!failure) return port;
  const why =
    failure === 'EADDRINUSE'
      ? `Port ${port} is taken by another program, perhaps an earlier \`npm start\`.`
      : `Port ${port} cannot be opened (${failure}).`;
  throw new Stop(`${why}\nWhat to do: stop it, or choose another: PORT=${port + 1} npm start`, 2);
}

/** A port that was free a moment ago. */
export async function findFreePort() {
  let port = 0;
  const failure = await tryPort(0, (found) => {
    port = found;
  });
  if (failure) throw new Stop(`No free port: ${failure}`);
  return port;
}

/** Opens and closes a port; the error's code when that fails, null when it works. */
function tryPort(port, seen = () => {}) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error) => done(error.code));
    probe.listen(port, () => {
      seen(probe.address().port);
      probe.close(() => done(null));
    });
  });
}
