/**
 * What `npm run ingest` does: the CSVs in `data/` → the database that is served. Apart
 * from the command itself, so that it can be asked without starting a program.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SingleBar } from 'cli-progress';
import { datasets } from '@/data/datasets';
import { isVanished, type Problem } from '@/data/problem';
import { wordProblem } from '@/data/wording';
import { isAddress, toDatabaseFile, toReadAddress } from '@/db/connection';
import { type IngestOptions, type IngestProgress, ingest } from '@/db/ingest';
import { toKeepCount } from '@/db/kept-snapshots';
import type { IngestIntoResult } from '@/db/postgres/ingest-into';
import type { Published } from '@/db/postgres/publish';

const HELP = `Usage: npm run ingest -- [options]

Reads the CSVs, checks them, and replaces the database. If anything is wrong with
the data, every problem is listed and the database stays as it is. It is also a
problem when the new data lack what the database has: more than 5% of a dataset's
rows or of a column's figures, or what a page opens with; when a figure that is no
estimate differs by more than a factor of 3; and when a CSV ends without a line break.

  --data DIR      folder with the datasets (default: data)
  --db DATABASE   the database: a file, or a PostgreSQL to publish to, postgres://…
                  (default: $TRACKER_DB, else .cache/tracker.sqlite)
  --keep N        how many published snapshots stay available by their id
                  (default: $TRACKER_KEEP_SNAPSHOTS, else 50)
  --accept "WHY"  publish although data vanished or changed that much; the reason is
                  kept with the snapshot and shown on the page of snapshots
  --check         check everything, write nothing
  --format json   print the result as JSON
  --help          print this

Exit code: 0 done, 1 problems in the data, 2 wrong use or unusable files.
`;

const DONE = 0;
const DATA_PROBLEMS = 1;
const UNUSABLE = 2;

/** Where files lie that are on their way into PostgreSQL. */
const WORKSHOP = join(import.meta.dirname, '..', '.cache', 'publish');

const LONGEST_REASON = 500;
const ADVICE =
  'If it is meant, say why: npm run ingest -- --accept "why it is right". The reason is published.';

interface Output {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and wrong use, each a line or more. */
  readonly err: (text: string) => void;
  /** Progress as a bar, where somebody watches a terminal. */
  readonly bar?: SingleBar;
  /** Ends it early; nothing is changed then. */
  readonly signal?: AbortSignal;
}

/** Returns the exit code. */
export async function runIngestCommand(
  args: readonly string[],
  { out, err, bar, signal }: Output,
): Promise<number> {
  let options: ReturnType<typeof parseOptions>;
  try {
    options = parseOptions(args);
  } catch (error) {
    err(`${toMessage(error)}\n\n${HELP}`);
    return UNUSABLE;
  }
  if (options.help) {
    out(HELP);
    return DONE;
  }
  const progress = bar ? showBar(bar) : listSteps(err);
  try {
    const work = {
      datasets,
      dataDirectory: options.data,
      write: !options.check,
      accept: options.accept,
      // Loaded only where there is something to compare with.
      findLostDefaults: async (older, newer) =>
        (await import('@/catalog/lost-defaults')).findLostDefaults(older, newer),
      keep: options.keep,
      onProgress: progress.show,
      signal,
    } satisfies Partial<IngestOptions>;
    const done: IngestIntoResult = isAddress(options.db)
      ? await (await import('@/db/postgres/ingest-into')).ingestInto(options.db, {
          ...work,
          workshop: WORKSHOP,
          warn: err,
        })
      : {
          result: await ingest({ ...work, databaseFile: options.db }),
          published: null,
          shownAddress: options.db,
        };
    progress.stop();
    out(options.json ? toJson(done) : toText(done, options));
    return done.result.snapshot ? DONE : DATA_PROBLEMS;
  } catch (error) {
    progress.stop();
    err(toMessage(error));
    return UNUSABLE;
  }
}

function parseOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', default: join(import.meta.dirname, '..', 'data') },
      db: { type: 'string', default: process.env.TRACKER_DB || undefined },
      keep: { type: 'string', default: String(toKeepCount()) },
      accept: { type: 'string' },
      check: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.format !== 'text' && values.format !== 'json') {
    throw new Error(`--format takes text or json, not "${values.format}".`);
  }
  if (!/^[1-9]\d{0,5}$/.test(values.keep)) {
    throw new Error(`--keep takes a whole number from 1, not "${values.keep}".`);
  }
  const accept = values.accept?.trim();
  if (accept === '' || (accept?.length ?? 0) > LONGEST_REASON) {
    throw new Error(`--accept takes a reason of at most ${LONGEST_REASON} characters.`);
  }
  if (values.db === undefined && toReadAddress()) {
    throw new Error(
      'TRACKER_DB_READ says where this machine reads. Name in TRACKER_DB or --db where to publish.',
    );
  }
  const db = values.db ?? toDatabaseFile();
  return {
    data: resolve(values.data),
    db: isAddress(db) ? db : resolve(db),
    keep: Number(values.keep),
    accept,
    check: values.check,
    json: values.format === 'json',
    help: values.help,
  };
}

/** A line per dataset. */
function listSteps(err: Output['err']) {
  let shown: string | null = '';
  return {
    show({ dataset }: IngestProgress) {
      if (dataset !== shown) err(dataset ? `Reading ${dataset}` : 'Checking all tables');
      shown = dataset;
    },
    stop() {},
  };
}

function showBar(bar: SingleBar) {
  let isStarted = false;
  return {
    show({ dataset, bytesRead, bytesTotal }: IngestProgress) {
      const step = dataset ?? 'checking all tables';
      if (!isStarted) bar.start(bytesTotal, bytesRead, { step });
      else bar.update(bytesRead, { step });
      isStarted = true;
    },
    stop: () => bar.stop(),
  };
}

function toJson({ result, published }: IngestIntoResult): string {
  const word = (problem: Problem) => ({ ...problem, message: wordProblem(problem) });
  return `${JSON.stringify(
    {
      ...result,
      problems: result.problems.map(word),
      ...(result.snapshot && { accepted: result.accepted.map(word) }),
      ...(published && { published }),
    },
    null,
    2,
  )}\n`;
}

interface Options {
  readonly check: boolean;
  readonly db: string;
  readonly accept: string | undefined;
}

function toText(
  { result, published, shownAddress }: IngestIntoResult,
  { check, db, accept }: Options,
): string {
  if (!result.snapshot) {
    const count = `${result.problems.length}${result.hasMoreProblems ? ' and more' : ''}`;
    const noun = count === '1' ? 'problem' : 'problems';
    const stays = check ? '' : ' The database stays as it was.';
    const isMeant = result.problems.every(isVanished) && accept === undefined;
    const advice = isMeant ? `\n${ADVICE}` : '';
    const filled =
      result.filled.length === 0
        ? ''
        : `\nAn earlier program made it; what it lacked is blank there now: ${result.filled.join(', ')}.`;
    return `${listProblems(result.problems)}\n\n${count} ${noun}.${stays}${filled}${advice}\n`;
  }
  const { snapshot, accepted, datasets, seconds } = result;
  const header = ['dataset', 'read', 'added', 'changed', 'removed'];
  const rows = datasets.map(({ dataset, read, added, changed, removed }) => [
    dataset,
    ...[read, added, changed, removed].map(String),
  ]);
  const isPublic = isAddress(db) && !published;
  const done = check
    ? 'Checked, nothing written'
    : `${isPublic ? 'Public already at' : 'Published to'} ${shownAddress}`;
  const reason =
    accepted.length > 0
      ? `\n\nAccepted (${snapshot.accepted}):\n${listProblems(accepted)}`
      : accept !== undefined && snapshot.accepted === null
        ? '\n\nNothing had to be accepted; the reason is not kept.'
        : '';
  return `${alignColumns([header, ...rows])}${reason}\n\n${done}: snapshot ${snapshot.id}, ${
    snapshot.row_count
  } rows, ${seconds.toFixed(2)} s.\n${published ? wordPublished(published) : ''}`;
}

function wordPublished({ schema, rows, seconds, replicas }: Published): string {
  const ready = replicas.filter(({ isReady }) => isReady).length;
  const waited =
    replicas.length === 0
      ? 'no replicas'
      : `${ready} of ${replicas.length} ${replicas.length === 1 ? 'replica' : 'replicas'} had it first`;
  return `PostgreSQL: schema ${schema}, ${rows} rows with those about the snapshot, ${seconds.toFixed(2)} s, ${waited}.\n`;
}

function listProblems(problems: readonly Problem[]): string {
  return problems.map(wordProblem).join('\n');
}

/** The first column to the left, figures to the right. */
function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  '),
  );
  return lines.join('\n');
}

function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
