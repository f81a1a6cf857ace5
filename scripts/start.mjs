/**
 * `npm start`: from a fresh clone to pages in the browser. Each step does only
 * what is missing. `--dev` builds nothing: pages are made of the sources as they are.
 */
import { build } from './bootstrap/build.mjs';
import { prepareDatabase } from './bootstrap/database.mjs';
import { install } from './bootstrap/install.mjs';
import { main, Stop } from './bootstrap/process.mjs';
import { databaseSettings } from './bootstrap/project.mjs';
import { claimPort, serve } from './bootstrap/serve.mjs';

const USAGE = `Usage: npm start [-- --help]      npm run dev
Installs what is missing, loads data/, builds what changed, and serves.
  PORT=3001 npm start          another port (3000)
  TRACKER_DB=/path npm start   another database file (.cache/tracker.sqlite)
  TRACKER_DB=postgres://…      loads data/ into PostgreSQL, and serves from there
  TRACKER_DB_READ=postgres://… loads nothing, and serves what is published there`;

await main(async () => {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => !['--dev', '--help', '-h'].includes(arg));
  if (unknown) throw new Stop(`Unknown option ${unknown}\n\n${USAGE}`, 2);
  if (args.includes('--help') || args.includes('-h')) return void console.log(USAGE);

  const port = await claimPort();
  await install();
  await prepareDatabase();
  return args.includes('--dev') ? develop(port) : serveBuild(port);
});

async function develop(port) {
  const env = { ...databaseSettings(), NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' };
  return wait(await serve({ port, args: ['--dev'], env }), port);
}

async function serveBuild(port) {
  await build();
  return wait(await serve({ port, env: databaseSettings() }), port);
}

function wait(child, port) {
  console.log(`\nAI Hardware Tracker: http://localhost:${port}\nCtrl-C stops it.`);
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}
