/** Folders with CSVs of the small registry, for the tests of this room. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { smallRegistry } from '@/data/cases/registry';
import { toCsvPath } from '@/data/open-csv';
import { type IngestOptions, ingest } from './ingest';

export const VENDORS_CSV =
  'vendor,name,founded_year\nnvidia,NVIDIA,1993\namd,AMD,1969\nintel,Intel,1968\n';

const OFFERS_HEADER =
  'vendor,offered_on,announced_on,chip,form,price_usd_per_hour,accelerators,source_url\n';

export const OFFERS_CSV = toOffersCsv([
  'nvidia,2023-02-23,2022-03,H100,sxm,2.40,8,https://example.org/h100',
  'amd,2024-01-05,2023,MI300,pcie,1.99,,https://example.org/mi300',
]);

export function toOffersCsv(lines: readonly string[]): string {
  return OFFERS_HEADER + lines.map((line) => `${line}\n`).join('');
}

export interface SmallFolder {
  readonly path: string;
  readonly databaseFile: string;
  write(csvs: { readonly vendors?: string; readonly offers?: string }): void;
  ingest(options?: Partial<IngestOptions>): ReturnType<typeof ingest>;
  remove(): void;
}

/** A folder with whole CSVs and a place for their database. */
export function createSmallFolder(): SmallFolder {
  const path = mkdtempSync(join(tmpdir(), 'tracker-test-'));
  const databaseFile = join(path, 'published', 'tracker.sqlite');
  const folder: SmallFolder = {
    path,
    databaseFile,
    write(csvs) {
      for (const [slug, csv] of Object.entries(csvs)) {
        mkdirSync(dirname(toCsvPath(path, slug)), { recursive: true });
        writeFileSync(toCsvPath(path, slug), csv);
      }
    },
    ingest: (options) =>
      ingest({ datasets: smallRegistry, dataDirectory: path, databaseFile, ...options }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  folder.write({ vendors: VENDORS_CSV, offers: OFFERS_CSV });
  return folder;
}
