/**
 * Keeps the database in step with data/. When the CSVs are broken, the database
 * that was there stays and can still be served.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { announce, run, Stop } from './process.mjs';
import {
  databaseFile,
  fingerprint,
  isAddress,
  isRemote,
  isSame,
  readStamp,
  root,
  typescript,
  writeStamp,
} from './project.mjs';

/** The CSVs with their contracts, and the code that turns them into tables. */
const INPUTS = [
  'data',
  'units',
  'db',
  'scripts/ingest.ts',
  'scripts/ingest-command.ts',
  'package-lock.json',
];
const isInput = (path) => !/(\.test|-for-tests)\.ts$|\.md$/.test(path);

/**
 * Ingests when the inputs or the file itself differ from the last success.
 * Throws a `Stop` when there is nothing that could be served.
 */
export async function prepareDatabase() {
  if (isRemote()) return publishIfNamed();
  const file = databaseFile();
  const stamp = join(dirname(file), 'ingest.json');
  const inputs = fingerprint(root, INPUTS, isInput);
  if (existsSync(file) && isSame(readStamp(stamp), { inputs, ...identity(file) })) return;

  const had = existsSync(file);
  const took = announce('Loading data/ into SQLite …');
  const { code, output, stdout } = await ingest(['--db', file]);
  const time = took();
  if (code === 0) {
    writeStamp(stamp, { inputs, ...identity(file) });
    console.log(`  loaded in ${time}`);
    return;
  }
  // Problems are the result and stand alone there; the other stream tells progress.
  console.error((code === 1 ? stdout : output).trimEnd());
  const what =
    code === 1 ? 'data/ has problems (listed above)' : 'Loading data/ failed (see above)';
  if (!had) {
    throw new Stop(
      `${what}, and there is no earlier database to serve.\nWhat to do: correct the lines named above, then run the command again.`,
    );
  }
  console.error(
    `\n${what}. Serving the database as it was before.\nWhat to do: correct the lines named above, then run \`npm run ingest\`; the pages follow by themselves. Data that are gone on purpose are published by \`npm run ingest -- --accept "why"\`.`,
  );
}

/**
 * Publishes to PostgreSQL where `TRACKER_DB` names one. The server starts whatever comes of it: it
 * shows what is published there, or published once, and says where there is nothing.
 */
async function publishIfNamed() {
  const { TRACKER_DB } = process.env;
  if (!TRACKER_DB) return;
  if (!isAddress(TRACKER_DB)) {
    throw new Stop(
      'TRACKER_DB names a file and TRACKER_DB_READ another database.\nWhat to do: leave out the one that is not meant.',
      2,
    );
  }
  const took = announce('Loading data/ into PostgreSQL …');
  const { code, output, stdout } = await ingest([]);
  if (code === 0) return console.log(`  loaded in ${took()}`);
  console.error((code === 1 ? stdout : output).trimEnd());
  console.error('\nNothing was published; serving what was published before, where there is any.');
}

/** Runs the ingest with the given arguments; returns its code and output. */
export const ingest = (args) =>
  run(process.execPath, [...typescript('scripts', 'ingest.ts'), ...args]);

/** Another ingest, perhaps of other data, gives the file another identity. */
function identity(file) {
  const { ino, mtimeMs, size } = statSync(file);
  return { file: [ino, mtimeMs, size] };
}
