/**
 * `npm start`: from a fresh clone to pages in the browser. Each step does only
 * what is missing. `--dev` serves with Next's development server instead.
 */
import { build } from './bootstrap/build.mjs';
import { prepareDatabase } from './bootstrap/database.mjs';
import { install } from './bootstrap/install.mjs';
import { main, Stop, start } from './bootstrap/process.mjs';
import { databaseFile, installed, NEXT } from './bootstrap/project.mjs';
import { claimPort, serve } from './bootstrap/serve.mjs';

const USAGE = `Usage: npm start [-- --help]      npm run dev
Installs what is missing, loads data/, builds what changed, and serves.
  PORT=3001 npm start          another port (3000)
  TRACKER_DB=/path npm start   another database file (.cache/tracker.sqlite)`;

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
  const child = start(process.execPath, [...installed(...NEXT), 'dev', '--port', String(port)], {
    env: { TRACKER_DB: databaseFile(), NEXT_TELEMETRY_DISABLED: '1' },
  });
  return exitCode(child);
}

async function serveBuild(port) {
  await build();
  const child = await serve({ port, database: databaseFile() });
  console.log(`\nAI Hardware Tracker: http://localhost:${port}\nCtrl-C stops it.`);
  return exitCode(child);
}

function exitCode(child) {
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}
