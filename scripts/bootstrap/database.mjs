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

/** Runs the ingest with the given arguments; returns its code and output. */
export const ingest = (args) =>
  run(process.execPath, [...typescript('scripts', 'ingest.ts'), ...args]);

/** Another ingest, perhaps of other data, gives the file another identity. */
function identity(file) {
  const { ino, mtimeMs, size } = statSync(file);
  return { file: [ino, mtimeMs, size] };
}
