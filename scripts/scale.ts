/**
 * `npm run scale`: the same program beyond one machine, with real parts on this one: PostgreSQL
 * with two replicas, haproxy, three servers, Varnish (docs/scaling.md). Readers read while data
 * are published and parts are killed; one table tells what was seen, next to what has to be.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './bootstrap/build.mjs';
import { announce, main, Stop } from './bootstrap/process.mjs';
import { writeDifferingData } from './scale/data';
import { startParts } from './scale/parts';
import { installPrograms, preparePlace } from './scale/programs';
import { runAll } from './scale/run';
import { toMarkdown } from './scale/verdicts';

const HELP = `Usage: npm run scale -- [options]

Starts PostgreSQL 15 with two replicas, haproxy, Varnish and three servers in a temporary
folder, has readers read while data are published and parts are killed, publishes a
large table, and ends everything it started. As root it installs Debian's packages
postgresql-15, haproxy, varnish and varnish-modules where they are missing.

  --seconds N   how long readers read (default: 60, as the goals want it)
  --rows N      rows of the large table (default: 1000000)
  --keep        leaves the folder with logs and databases
  --help        print this

Exit code: 0 every goal is reached, 1 one is missed, 2 wrong use or programs are missing.
`;

await main(async () => {
  const options = readOptions();
  if (options.help) return void console.log(HELP);
  await installPrograms();
  await build();
  const place = preparePlace();
  process.on('exit', () => {
    if (options.keep) console.log(`Logs and databases: ${place.folder}`);
    else rmSync(place.folder, { recursive: true, force: true });
  });
  try {
    const took = announce('Starting all parts …');
    const data = join(place.folder, 'data-0');
    writeDifferingData(data, 0);
    const parts = await startParts(place, data);
    console.log(`  started in ${took()}`);
    const verdicts = await runAll(parts, options);
    console.log(`\n${toMarkdown(verdicts)}`);
    return verdicts.some(({ passed }) => passed === false) ? 1 : 0;
  } finally {
    await place.endAll();
  }
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        seconds: { type: 'string', default: '60' },
        rows: { type: 'string', default: '1000000' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const toNumber = (name: 'seconds' | 'rows', least: number) => {
      const number = Number(values[name]);
      if (Number.isInteger(number) && number >= least) return number;
      throw new Error(`--${name} takes a whole number from ${least}, not "${values[name]}".`);
    };
    const { keep, help } = values;
    return { seconds: toNumber('seconds', 20), rows: toNumber('rows', 1), keep, help };
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : error}\n\n${HELP}`, 2);
  }
}
