/** One ingest in a process of its own, so that its peak memory can be read. */
import { datasets } from '@/data/datasets';
import { ingest } from '@/db/ingest';
import { benchRegistry } from './datasets';

const [registry, dataDirectory, databaseFile] = process.argv.slice(2);
if (!registry || !dataDirectory || !databaseFile) {
  throw new Error('Usage: child.ts bare|real DATA_DIRECTORY DATABASE');
}

const before = process.cpuUsage();
const result = await ingest({
  datasets: registry === 'real' ? datasets : benchRegistry,
  dataDirectory,
  databaseFile,
  findLostDefaults: async (older, newer) =>
    (await import('@/catalog/lost-defaults')).findLostDefaults(older, newer),
});
const { user, system } = process.cpuUsage(before);
if (!result.snapshot)
  throw new Error(`The generated CSVs have problems: ${result.problems.length}`);
process.stdout.write(
  JSON.stringify({
    seconds: result.seconds,
    cpuSeconds: (user + system) / 1e6,
    rows: result.snapshot.row_count,
    // Kilobytes on every platform, says Node's documentation of resourceUsage.
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
