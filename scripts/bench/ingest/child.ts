/** One ingest in a process of its own, so that its peak memory can be read. */
import { ingest } from '@/db/ingest';
import { benchRegistry } from './datasets';

const [dataDirectory, databaseFile] = process.argv.slice(2);
if (!dataDirectory || !databaseFile) throw new Error('Usage: child.ts DATA_DIRECTORY DATABASE');

const result = await ingest({ datasets: benchRegistry, dataDirectory, databaseFile });
if (!result.snapshot)
  throw new Error(`The generated CSVs have problems: ${result.problems.length}`);
process.stdout.write(
  JSON.stringify({
    seconds: result.seconds,
    rows: result.snapshot.row_count,
    // Kilobytes on every platform, says Node's documentation of resourceUsage.
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
