/**
 * A database that an earlier program made, where the data of today have problems and so
 * cannot take its place: it is filled with blanks where it lacks what is asked for now.
 */
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { type Contract, toTableName } from '@/data/contract';
import { nameDraft, syncToDisk } from './draft';
import { listGaps } from './open-snapshot';
import { quote, toBlankableColumn, toCreateStatement } from './to-table';

/** Returns what was lacking: whole tables ("chips") and columns ("chips.vendor"). */
export function fillOutdated(databaseFile: string, contracts: readonly Contract[]): string[] {
  const draft = join(dirname(databaseFile), nameDraft(basename(databaseFile)));
  try {
    copyFileSync(databaseFile, draft);
    const client = new Database(draft);
    const gaps = listGaps(client, contracts);
    try {
      client.pragma('journal_mode = MEMORY');
      fillDays(client);
      for (const contract of contracts) fillTable(client, contract, contracts, gaps);
    } finally {
      client.close();
    }
    syncToDisk(draft);
    renameSync(draft, databaseFile);
    return gaps;
  } finally {
    rmSync(draft, { force: true });
  }
}

function fillTable(
  client: Database.Database,
  contract: Contract,
  contracts: readonly Contract[],
  gaps: readonly string[],
) {
  const { slug, columns } = contract;
  if (gaps.includes(slug)) {
    client.exec(toCreateStatement(contract, contracts));
    client
      .prepare(`INSERT OR IGNORE INTO dataset_states (dataset, row_count, collected_on)
        SELECT ?, 0, collected_on FROM snapshot`)
      .run(slug);
    return;
  }
  for (const [name, column] of Object.entries(columns)) {
    if (!gaps.includes(`${slug}.${name}`)) continue;
    const added = toBlankableColumn(name, column);
    client.exec(`ALTER TABLE ${quote(toTableName(slug))} ADD COLUMN ${added}`);
  }
}

/** Snapshots once knew one day of collection for all their datasets. */
function fillDays(client: Database.Database) {
  const names = client
    .prepare(`SELECT name FROM pragma_table_info('dataset_states')`)
    .pluck()
    .all();
  if (names.includes('collected_on')) return;
  client.exec(`ALTER TABLE dataset_states ADD COLUMN collected_on TEXT NOT NULL DEFAULT '';
    UPDATE dataset_states SET collected_on = (SELECT collected_on FROM snapshot)`);
}
