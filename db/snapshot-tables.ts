/**
 * The tables by which a database describes itself: which snapshot it is, and the
 * state of every dataset in it. Nothing here depends on the clock but the time of
 * publication, so that the same CSVs published at the same time give the same bytes.
 */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Contract, toTableName } from '@/data/contract';
import { findTarget, quote } from './to-table';

export const datasetStates = sqliteTable('dataset_states', {
  dataset: text().notNull(),
  row_count: integer().notNull(),
  collected_on: text().notNull(),
  newest_publication: text(),
});

/** Only whole snapshots are published, so a stored check has passed. */
export const checkStates = sqliteTable('check_states', {
  dataset: text().notNull(),
  name: text().notNull(),
  explanation: text().notNull(),
  state: text({ enum: ['passed'] }).notNull(),
});

const CREATE = `
CREATE TABLE snapshot (
  id TEXT NOT NULL, collected_on TEXT NOT NULL, row_count INT NOT NULL, accepted TEXT,
  published_at TEXT
) STRICT;
CREATE TABLE dataset_states (
  dataset TEXT NOT NULL PRIMARY KEY, row_count INT NOT NULL, collected_on TEXT NOT NULL,
  newest_publication TEXT
) STRICT;
CREATE TABLE check_states (
  dataset TEXT NOT NULL, name TEXT NOT NULL, explanation TEXT NOT NULL, state TEXT NOT NULL,
  PRIMARY KEY (dataset, name)
) STRICT;`;

export interface Snapshot {
  /** Twelve hexadecimal digits that stand for the content of all CSVs. */
  readonly id: string;
  /** The newest day on which a source was read, ISO; empty where no dataset lists sources. */
  readonly collected_on: string;
  readonly row_count: number;
  /**
   * Why it is meant that something vanished against the snapshot before it, in the words
   * of whoever published it; null where nothing had to be accepted.
   */
  readonly accepted: string | null;
}

/** Fingerprints by dataset → id; the order in which datasets are registered is no matter. */
export function toSnapshotId(fingerprints: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const slug of [...fingerprints.keys()].sort()) {
    hash.update(`${slug}\0${fingerprints.get(slug)}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}

/** Creates and fills the three tables from the loaded datasets. */
export function writeSnapshot(
  client: Database,
  datasets: readonly Contract[],
  fingerprints: ReadonlyMap<string, string>,
): Snapshot {
  client.exec(CREATE);
  const insertState = client.prepare('INSERT INTO dataset_states VALUES (?, ?, ?, ?)');
  const insertCheck = client.prepare(`INSERT INTO check_states VALUES (?, ?, ?, 'passed')`);
  const collectedOn = findNewest(client, { column: READ, datasets }) ?? '';
  let rowCount = 0;
  for (const contract of datasets) {
    const count = countRows(client, contract);
    rowCount += count;
    insertState.run(
      contract.slug,
      count,
      // A list without sources is kept together with the figures that cite it.
      findNewest(client, { column: READ, datasets, contract }) ?? collectedOn,
      findNewest(client, { column: PUBLISHED, datasets, contract }),
    );
    for (const { name, explanation } of contract.checks) {
      insertCheck.run(contract.slug, name, explanation);
    }
  }
  const written: Snapshot = {
    id: toSnapshotId(fingerprints),
    collected_on: collectedOn,
    row_count: rowCount,
    accepted: null,
  };
  client
    .prepare('INSERT INTO snapshot (id, collected_on, row_count) VALUES (?, ?, ?)')
    .run(written.id, written.collected_on, written.row_count);
  return written;
}

/** Notes in a finished database why something that vanished was meant, and when it is published. */
export function writePublication(
  client: Database,
  { accepted, published_at }: { accepted: string | null; published_at: string },
): void {
  client.prepare('UPDATE snapshot SET accepted = ?, published_at = ?').run(accepted, published_at);
}

/** An ISO time, UTC; null in a database of an earlier program, which noted none. */
export function readPublishedAt(client: Database): string | null {
  const found = client
    .prepare<[], { published_at?: string | null }>('SELECT * FROM snapshot')
    .get();
  return found?.published_at ?? null;
}

/**
 * Which snapshot a database is; null where its table is empty. Throws where it has no
 * such table. A database of an earlier program knows nothing of what was accepted.
 */
export function readSnapshot(client: Database): Snapshot | null {
  const found = client.prepare<[], Snapshot>('SELECT * FROM snapshot').get();
  if (!found) return null;
  const { id, collected_on, row_count, accepted = null } = found;
  return { id, collected_on, row_count, accepted };
}

function countRows(client: Database, contract: Contract): number {
  const table = quote(toTableName(contract.slug));
  return client.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}

/**
 * The newest day of the sources that a dataset's rows cite, or that it lists if it is
 * the list of sources; without a dataset, of all sources. null: none says.
 */
function findNewest(
  client: Database,
  {
    column,
    datasets,
    contract,
  }: {
    column: typeof PUBLISHED | typeof READ;
    datasets: readonly Contract[];
    contract?: Contract;
  },
): string | null {
  const sources = datasets.find(({ slug }) => slug === SOURCES);
  if (sources?.columns[column]?.type !== 'date') return null;
  const { table, key } = findTarget(SOURCES, datasets);
  const names =
    contract === undefined || contract === sources
      ? [key]
      : Object.entries(contract.columns)
          .filter(([, column]) => column.type === 'reference' && column.to === SOURCES)
          .map(([name]) => name);
  const from = quote(toTableName(contract?.slug ?? SOURCES));
  const cited = names.map((name) => `SELECT ${quote(name)} FROM ${from}`);
  if (cited.length === 0) return null;
  return (
    client
      .prepare<[], string | null>(
        `SELECT max(${column}) FROM ${table} WHERE ${key} IN (${cited.join(' UNION ')})`,
      )
      .pluck()
      .get() ?? null
  );
}

const SOURCES = 'sources';
const PUBLISHED = 'published_on';
const READ = 'retrieved';
