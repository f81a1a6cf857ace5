/**
 * A publisher's file → our CSVs: read, name, compare, check, write. Everything is checked
 * on a copy of the data before the first CSV is replaced, so that nothing is half written.
 */

import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import type { Contract, CsvRow } from '@/data/contract';
import type { Importer } from '@/data/importer';
import { toCsvPath } from '@/data/open-csv';
import type { Problem } from '@/data/problem';
import type { PublisherFile } from '@/data/publisher-file';
import { publisherNames } from '@/data/publisher-names/contract';
import { createNames, type UnknownName } from '@/data/publisher-names/look-up';
import { isDifferent, isSourceOnly, type TableDifference, updateTable } from '@/data/update-table';
import { ingest } from './ingest';

export interface UpdateOptions {
  readonly importer: Importer;
  readonly files: readonly PublisherFile[];
  /** The publisher's date of the files, a day or a month; null where nobody says. */
  readonly date: string | null;
  /** The day of the update, ISO. */
  readonly today: string;
  readonly datasets: readonly Contract[];
  /** Holds `<slug>/<slug>.csv` for every dataset. */
  readonly dataDirectory: string;
  /** False compares and checks, and leaves the CSVs as they are. */
  readonly write?: boolean;
  /** Leaves out rows with unknown names instead of stopping at them; removes nothing then. */
  readonly skipUnknown?: boolean;
  readonly onProgress?: (step: string) => void;
}

interface SkippedRow {
  readonly reason: string;
  readonly rows: number;
}

export interface UpdateResult {
  /** True where the CSVs are, or with `write: false` could be, as the difference says. */
  readonly isDone: boolean;
  /** The publisher's date of the figures; null where the file could not be read. */
  readonly vintage: string | null;
  readonly problems: readonly Problem[];
  readonly unknown: readonly UnknownName[];
  readonly ignored: readonly { readonly reason: string; readonly names: readonly string[] }[];
  readonly leftOut: readonly SkippedRow[];
  /** Only tables that differ. */
  readonly differences: readonly TableDifference[];
  /** Lines for CHANGELOG.md, one a table that differs; documents go without saying. */
  readonly changelog: readonly string[];
}

/** Problems of the file or the data come back as values; an unusable folder throws. */
export async function update(options: UpdateOptions): Promise<UpdateResult> {
  const { importer, datasets, dataDirectory, write = true, skipUnknown = false } = options;
  const step = options.onProgress ?? (() => {});
  const problems: Problem[] = [];
  const leftOut = new Map<string, number>();
  const loaded = new Map<string, Csv>();
  const load = (slug: string): Csv => {
    const csv = loaded.get(slug) ?? readCsv(toCsvPath(dataDirectory, slug));
    loaded.set(slug, csv);
    return csv;
  };
  const rowsOf = (slug: string) => load(slug).rows;
  const names = createNames(rowsOf(publisherNames.slug), importer.upstream, (kind) => {
    const contract = datasets.find(({ key }) => key.length === 1 && key[0] === kind);
    return contract ? rowsOf(contract.slug).map((row) => row[kind] ?? '') : [];
  });

  step(`Reading ${importer.title}`);
  const read = importer.read({
    files: options.files,
    date: options.date,
    today: options.today,
    names,
    rowsOf,
    report: (problem) => problems.push({ dataset: importer.upstream, ...problem }),
    leaveOut: (reason) => leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1),
  });
  const unknown = names.listUnknown();
  const result = {
    vintage: read.vintage || null,
    unknown,
    ignored: names.listIgnored(),
    leftOut: [...leftOut].map(([reason, rows]) => ({ reason, rows })),
  };
  const stop = (found: readonly Problem[] = problems): UpdateResult => ({
    ...result,
    isDone: false,
    problems: found,
    differences: [],
    changelog: [],
  });
  if (problems.length > 0) return stop();

  const tables = read.tables.map((one) => {
    const contract = datasets.find(({ slug }) => slug === one.dataset);
    if (!contract)
      throw new Error(`${importer.upstream} fills ${one.dataset}, which is no dataset.`);
    const { header, rows } = load(one.dataset);
    const strange = one.rows.flatMap(Object.keys).find((column) => !header.includes(column));
    if (strange) throw new Error(`${one.dataset} has no column ${strange}.`);
    const inOrder = one.rows.map((row) =>
      Object.fromEntries(header.map((column) => [column, row[column] ?? ''])),
    );
    // A row may be missing only because its name is not known.
    const keepsMissing = one.keepsMissing || unknown.length > 0;
    const updated = updateTable(contract, rows, { ...one, keepsMissing, rows: inOrder });
    for (const key of updated.repeated) {
      const says = 'comes up more than once';
      const advice = 'Tell the rows apart in publisher-names.csv, or correct the importer.';
      problems.push(toProblem(options, key, says, advice));
    }
    const { removed } = updated.difference;
    if (one.rows.length === 0 && removed.length > 0) {
      const says = `the file has no row for ${one.dataset}, and all ${removed.length} of today’s would go`;
      problems.push(toProblem(options, null, says, 'Give a whole file.'));
    }
    return { contract, header, ...updated };
  });
  if (problems.length > 0) return stop();
  const changed = tables.filter(({ difference }) => isDifferent(difference));
  const differences = changed.map(({ difference }) => difference);
  const done = {
    ...result,
    problems,
    differences,
    changelog: differences
      .filter(({ dataset }) => dataset !== 'sources')
      .map((one) => toChangelogLine(importer, read.vintage, one)),
  };
  if (unknown.length > 0 && !skipUnknown) return { ...done, isDone: false };
  if (changed.length === 0) return { ...done, isDone: true };

  step('Checking the data with it');
  const copy = mkdtempSync(join(tmpdir(), 'tracker-update-'));
  try {
    for (const { slug } of datasets) {
      mkdirSync(dirname(toCsvPath(copy, slug)), { recursive: true });
      copyFileSync(toCsvPath(dataDirectory, slug), toCsvPath(copy, slug));
    }
    for (const { contract, header, rows } of changed) {
      writeFileSync(toCsvPath(copy, contract.slug), toCsv(header, rows));
    }
    const checked = await ingest({
      datasets,
      dataDirectory: copy,
      databaseFile: join(copy, 'none.sqlite'),
      write: false,
    });
    if (!checked.snapshot) return { ...done, isDone: false, problems: checked.problems };
    if (write)
      replaceFiles(
        copy,
        dataDirectory,
        changed.map(({ contract }) => contract.slug),
      );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  return { ...done, isDone: true };
}

interface Csv {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

function readCsv(path: string): Csv {
  const [header = [], ...lines] = Papa.parse<string[]>(readFileSync(path, 'utf8'), {
    skipEmptyLines: true,
  }).data;
  return {
    header,
    rows: lines.map((cells) =>
      Object.fromEntries(header.map((column, place) => [column, cells[place] ?? ''])),
    ),
  };
}

/** Quotes only what needs it, LF, a final line end: as the CSVs stand, so that diffs are small. */
function toCsv(header: readonly string[], rows: readonly CsvRow[]): string {
  const cells = rows.map((row) => header.map((column) => row[column] ?? ''));
  return `${Papa.unparse([[...header], ...cells], { newline: '\n' })}\n`;
}

/** All new files lie next to the old ones before the first is renamed. */
function replaceFiles(from: string, to: string, slugs: readonly string[]): void {
  const waiting = slugs.map((slug) => {
    const path = toCsvPath(to, slug);
    copyFileSync(toCsvPath(from, slug), `${path}.new`);
    return path;
  });
  for (const path of waiting) renameSync(`${path}.new`, path);
}

/** About the files as a whole. */
function toProblem(
  { importer, files }: UpdateOptions,
  found: string | null,
  says: string,
  advice: string,
): Problem {
  return {
    dataset: importer.upstream,
    file: files.map(({ name }) => name).join(', '),
    line: null,
    column: null,
    found,
    issue: { rule: 'upstream', says, advice },
  };
}

function toChangelogLine(
  { title }: Importer,
  vintage: string,
  { dataset, added, changed, removed }: TableDifference,
): string {
  const told = changed.filter((row) => !isSourceOnly(row)).length;
  const counts = [
    [added.length, 'added'],
    [told, 'changed'],
    [changed.length - told, 'with a new source only'],
    [removed.length, 'removed'],
  ] as const;
  const words = counts
    .filter(([count]) => count > 0)
    .map(([count, what], index) =>
      index === 0 ? `${count} ${count === 1 ? 'row' : 'rows'} ${what}` : `${count} ${what}`,
    );
  return `- ${dataset}: ${title}, vintage ${vintage}: ${words.join(', ')}`;
}
