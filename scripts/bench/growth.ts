/**
 * What pages with every price weigh as the data grows: the tracker's own, ten and a hundred
 * times over, each in a database of its own behind the real server. Fails where a picture
 * grows with the number of its figures.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { datasets } from '@/data/datasets';
import { ingest } from '@/db/ingest';
import { build } from '../bootstrap/build.mjs';
import { prepareDatabase } from '../bootstrap/database.mjs';
import { end } from '../bootstrap/process.mjs';
import { findFreePort, serve } from '../bootstrap/serve.mjs';
import { writeRepeatedData } from './ingest/repeated-data';

const ADDRESSES = [
  '/prices',
  '/charts/rental-prices',
  '/charts/rental-prices?table=rental-prices',
  '/charts/rental-prices.svg',
  '/chips/h100',
];
const TIMES = [1, 10, 100];
/** A hundred times the data may make a picture this many times as large as ten times it. */
const MOST_GROWTH = 2;
const PICTURE = '/charts/rental-prices.svg';

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-bench-'));
  try {
    await prepareDatabase();
    await build();
    const picture = new Map<number, number>();
    for (const times of TIMES) {
      const sizes = await measure(times, folder);
      picture.set(times, sizes.get(PICTURE)!);
    }
    const growth = picture.get(100)! / picture.get(10)!;
    console.log(`picture ×100 against ×10: ${growth.toFixed(2)} (at most ${MOST_GROWTH})`);
    if (growth > MOST_GROWTH) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Address → bytes, uncompressed. */
async function measure(times: number, folder: string): Promise<Map<string, number>> {
  const [dataDirectory, database] = [join(folder, `x${times}`), join(folder, `x${times}.sqlite`)];
  writeRepeatedData(dataDirectory, times);
  const { problems } = await ingest({ datasets, dataDirectory, databaseFile: database });
  if (problems.length > 0) throw new Error(`The data ×${times} has problems.`);
  rmSync(dataDirectory, { recursive: true });
  const port = await findFreePort();
  const server = await serve({ port, database });
  console.log(`own data ×${times}`);
  try {
    const sizes = new Map<string, number>();
    for (const address of ADDRESSES) {
      const answer = await fetch(`http://localhost:${port}${address}`);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const body = Buffer.from(await answer.arrayBuffer());
      sizes.set(address, body.length);
      const kilobytes = [body, brotliCompressSync(body)].map(({ length }) =>
        (length / 1000).toFixed(1),
      );
      console.log(`  ${address.padEnd(44)} ${kilobytes.join(' kB, brotli ')} kB`);
    }
    return sizes;
  } finally {
    await end(server);
  }
}
