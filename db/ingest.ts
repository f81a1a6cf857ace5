/**
 * From CSVs to a published database: read, load, check, compare, publish. All
 * problems are collected; while there is one, nothing is published and the old
 * database stays as it is. What vanished against the old one is a problem too,
 * unless somebody says why.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Contract } from '@/data/contract';
import { readCsvFile, toCsvPath } from '@/data/open-csv';
import { isVanished, type Problem } from '@/data/problem';
import { countChanges, type RowChanges } from './changes';
import { checkReferences, runChecks } from './check-tables';
import { type Draft, openDraft } from './draft';
import { fillOutdated } from './fill-outdated';
import { writeFilterChoices } from './filter-choices';
import {
  findSnapshot,
  keepEarlier,
  keepSnapshot,
  listKeptSnapshots,
  makePlace,
  tidySnapshots,
  toKeepCount,
} from './kept-snapshots';
import { createLoader } from './load';
import { isComplete } from './open-snapshot';
import { createProblemList, type ProblemList } from './problem-list';
import { writeSearchIndex } from './search-index';
import { readPublishedAt, type Snapshot, writePublication, writeSnapshot } from './snapshot-tables';
import { toCreateStatement, toIndexStatements } from './to-table';
import { type FindLostDefaults, reportVanished } from './vanished';

export interface IngestOptions {
  readonly datasets: readonly Contract[];
  /** Holds `<slug>/<slug>.csv` for every dataset. */
  readonly dataDirectory: string;
  /** What to compare with and, if `write`, what to replace. */
  readonly databaseFile: string;
  /** False checks everything and leaves the file as it is. */
  readonly write?: boolean;
  /** Why it is meant that something vanished; it is published then, with this reason. */
  readonly accept?: string | undefined;
  /** Tells what pages open with and the new data lack; absent: that is not looked at. */
  readonly findLostDefaults?: FindLostDefaults;
  /** How many published snapshots stay available; default: as the environment says. */
  readonly keep?: number;
  /** When it is published. */
  readonly now?: Date;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Ends the ingest early; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface IngestProgress {
  /** The dataset being read, or null while whole tables are checked. */
  readonly dataset: string | null;
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

interface DatasetReport extends RowChanges {
  readonly dataset: string;
  /** Rows without problems. */
  readonly read: number;
}

export type IngestResult = {
  /** In the order of the datasets, then of lines; at most 200. */
  readonly problems: readonly Problem[];
  readonly hasMoreProblems: boolean;
  readonly seconds: number;
} & (
  | {
      readonly snapshot: Snapshot;
      readonly datasets: readonly DatasetReport[];
      /** What vanished, and was accepted with the snapshot's reason; at most 200. */
      readonly accepted: readonly Problem[];
    }
  | {
      readonly snapshot: null;
      /** What the old database lacked of what is asked for today, and has as blanks now. */
      readonly filled: readonly string[];
      readonly datasets: readonly Pick<DatasetReport, 'dataset' | 'read'>[];
    }
);

/**
 * Problems in the data come back as values and leave `snapshot` null. Throws when
 * a file or folder cannot be used, or when a contract breaks its own rules.
 */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  const { datasets, databaseFile, write = true, keep = toKeepCount(), accept, signal } = options;
  const started = performance.now();
  refuseForeignFile(databaseFile);
  const finish = () => (performance.now() - started) / 1000;
  const problems = createProblemList();
  const vanished = createProblemList();
  const workshop = write ? dirname(databaseFile) : mkdtempSync(join(tmpdir(), 'tracker-check-'));
  const draft = openDraft(workshop, basename(databaseFile));
  try {
    const built = await buildDraft(draft, options, { problems, vanished });
    const published = findSnapshot(databaseFile);
    // The same data published again, by a newer program: nothing vanished, and what was
    // accepted once stays so.
    const isRepeated = published !== null && published.id === built.snapshot?.id;
    const isCutShort = vanished.items.length > 0;
    const isOutdated = published !== null && !isComplete(databaseFile, datasets);
    if (built.snapshot && published && !isRepeated) {
      const databases = { older: databaseFile, newer: draft.path };
      // What pages opened with is known only of data that they could still show.
      const findLostDefaults = isOutdated ? undefined : options.findLostDefaults;
      await reportVanished({ ...databases, datasets, findLostDefaults }, vanished);
    }
    const meant = accept ?? (isOutdated && !isCutShort ? OUTDATED : undefined);
    const isAccepted = isRepeated || meant !== undefined || vanished.items.length === 0;
    if (!built.snapshot || !isAccepted) {
      return {
        filled: write && isOutdated ? fillOutdated(databaseFile, datasets) : [],
        problems: sortProblems([...problems.items, ...vanished.items], datasets),
        hasMoreProblems: problems.hasMore || vanished.hasMore,
        snapshot: null,
        datasets: [...built.read].map(([dataset, read]) => ({ dataset, read })),
        seconds: finish(),
      };
    }
    const accepted = isRepeated ? [] : sortProblems(vanished.items, datasets);
    const earlier = isRepeated ? published.accepted : null;
    const reason = accepted.length > 0 ? (meant ?? null) : earlier && (accept ?? earlier);
    // The same data again are no new publication.
    const earlierTime = isRepeated ? askFile(databaseFile, readPublishedAt) : null;
    const published_at = earlierTime ?? (options.now ?? new Date()).toISOString();
    askFile(draft.path, (client) => writePublication(client, { accepted: reason, published_at }));
    const changes = countChanges({ older: databaseFile, newer: draft.path, datasets });
    signal?.throwIfAborted();
    if (write) {
      makePlace(databaseFile, built.snapshot.id);
      // The one that was published may not have been kept, where an ingest was killed then.
      if (published) keepEarlier(databaseFile, published.id);
      draft.publish(databaseFile);
      keepSnapshot(databaseFile, built.snapshot.id);
      tidySnapshots(databaseFile, built.snapshot.id, keep);
    }
    return {
      problems: [],
      hasMoreProblems: false,
      snapshot: { ...built.snapshot, accepted: reason },
      accepted,
      datasets: [...changes].map(([dataset, rowChanges]) => ({
        dataset,
        read: built.read.get(dataset) ?? 0,
        ...rowChanges,
      })),
      seconds: finish(),
    };
  } finally {
    draft.discard();
    if (!write) rmSync(workshop, { recursive: true, force: true });
  }
}

/** The reason where the old database could not be served on: it lacks what pages ask for. */
const OUTDATED = 'The database before was made by an earlier program, and lacks tables or columns.';

interface Found {
  readonly problems: ProblemList;
  /** What somebody may mean; a draft with such a problem is whole all the same. */
  readonly vanished: ProblemList;
}

async function buildDraft(draft: Draft, options: IngestOptions, { problems, vanished }: Found) {
  const { datasets, dataDirectory, onProgress, signal } = options;
  const { client } = draft;
  const sizes = await measureFiles(dataDirectory, datasets);
  const bytesTotal = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  let bytesRead = 0;
  const fingerprints = new Map<string, string>();
  const read = new Map<string, number>();

  client.exec('BEGIN');
  for (const contract of datasets) {
    const { slug } = contract;
    client.exec(toCreateStatement(contract, datasets));
    const loader = createLoader(client, contract, problems.add);
    let rows = 0;
    onProgress?.({ dataset: slug, bytesRead, bytesTotal });
    const fingerprint = await readCsvFile({
      path: toCsvPath(dataDirectory, slug),
      contract,
      onProblem: (problem) => (isVanished(problem) ? vanished : problems).add(problem),
      onRow(line, values) {
        rows += 1;
        loader.load(line, values);
      },
      onBytes(count) {
        bytesRead += count;
        onProgress?.({ dataset: slug, bytesRead, bytesTotal });
      },
      isEnough: () => problems.hasMore || signal?.aborted === true,
    });
    signal?.throwIfAborted();
    loader.finish();
    read.set(slug, rows);
    if (fingerprint) fingerprints.set(slug, fingerprint);
    if (problems.hasMore) break;
  }
  onProgress?.({ dataset: null, bytesRead, bytesTotal });
  if (!problems.hasMore) checkReferences(client, datasets, problems);
  if (!problems.hasMore) runChecks(client, datasets, problems);
  const isWhole = problems.items.length === 0;
  if (isWhole) {
    for (const statement of datasets.flatMap(toIndexStatements)) client.exec(statement);
    writeSearchIndex(client, datasets);
    writeFilterChoices(client, datasets);
  }
  const snapshot = isWhole ? writeSnapshot(client, datasets, fingerprints) : null;
  client.exec('COMMIT');
  client.close();
  return { read, snapshot };
}

function askFile<T>(path: string, ask: (client: Database.Database) => T): T {
  const client = new Database(path);
  // Whoever dies here leaves a draft, which nobody reads.
  client.pragma('journal_mode = MEMORY');
  try {
    return ask(client);
  } finally {
    client.close();
  }
}

/**
 * Throws where something is that an ingest did not make: whoever named it would lose it. A
 * damaged database of ours is known by its name alone, and by the copies kept beside it.
 */
function refuseForeignFile(path: string) {
  const found = existsSync(path) && statSync(path);
  if (!found || (found.isFile() && (found.size === 0 || findSnapshot(path)))) return;
  if (found.isDirectory()) throw new Error(`${path} is a folder; name a file in it.`);
  if (!found.isFile()) throw new Error(`${path} is no file that could be replaced.`);
  if (listKeptSnapshots(path).length > 0) return;
  throw new Error(
    `${path} exists and is no database of the tracker. Name another file with --db, or move it away.`,
  );
}

/** Sizes in bytes; a missing CSV counts nothing, a missing folder throws. */
async function measureFiles(dataDirectory: string, datasets: readonly Contract[]) {
  await stat(dataDirectory);
  const sizes = new Map<string, number>();
  for (const { slug } of datasets) {
    const size = await stat(toCsvPath(dataDirectory, slug)).then(
      (found) => found.size,
      () => 0,
    );
    sizes.set(slug, size);
  }
  return sizes;
}

function sortProblems(problems: readonly Problem[], datasets: readonly Contract[]): Problem[] {
  const order = new Map(datasets.map(({ slug }, place) => [slug, place]));
  const placeOf = ({ dataset }: Problem) => order.get(dataset) ?? 0;
  // The sort is stable: cells of one line stay in the order of their columns.
  return [...problems].sort((a, b) => placeOf(a) - placeOf(b) || (a.line ?? 0) - (b.line ?? 0));
}
