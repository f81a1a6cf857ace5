/** Starts the server and waits until it answers. */
import { Stop, start } from './process.mjs';
import { typescript } from './project.mjs';

/**
 * Resolves with the process when it says that it is ready. The message channel
 * also tells the server when we vanish, so that it never outlives us.
 */
export function serve({ port, database, stdio = 'inherit', env = {}, args = [] }) {
  const child = start(process.execPath, [...typescript('server', 'main.ts'), ...args], {
    env: { NODE_ENV: 'production', ...env, PORT: String(port), TRACKER_DB: database },
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
