/** Runs an importer on made-up files and rows, without a folder or a database. */

import type { CsvRow } from './contract';
import { datasets } from './datasets';
import type { Importer } from './importer';
import type { Problem } from './problem';
import { createNames, type UnknownName } from './publisher-names/look-up';
import { type TableDifference, updateTable } from './update-table';
import { wordProblem } from './wording';

export interface TestImport {
  /** The text of each file by its name. */
  readonly files: Readonly<Record<string, string>>;
  readonly date?: string;
  /** `kind, name, ours`; ours is blank for what is ignored. */
  readonly names?: readonly (readonly [kind: string, name: string, ours: string])[];
  readonly rows?: Readonly<Record<string, readonly CsvRow[]>>;
}

interface TestResult {
  readonly vintage: string;
  readonly problems: readonly string[];
  readonly unknown: readonly UnknownName[];
  readonly leftOut: readonly string[];
  readonly differences: Readonly<Record<string, TableDifference>>;
  /** Rows of each dataset afterward, to be given to another run. */
  readonly rows: Readonly<Record<string, readonly CsvRow[]>>;
}

export function runImporter(importer: Importer, test: TestImport): TestResult {
  const { files, date = null, names = [], rows = {} } = test;
  const problems: Problem[] = [];
  const leftOut: string[] = [];
  const table = names.map(([kind, name, ours]): CsvRow => {
    const ignored = ours === '' ? 'Not an organization.' : '';
    return { upstream: importer.upstream, kind, name, ours, ignored };
  });
  const look = createNames(table, importer.upstream, () => []);
  const read = importer.read({
    files: Object.entries(files).map(([name, text]) => ({
      ...{ name, address: null },
      bytes: new TextEncoder().encode(text),
    })),
    date,
    today: '2031-12-31',
    names: look,
    rowsOf: (dataset) => rows[dataset] ?? [],
    report: (problem) => problems.push({ dataset: importer.upstream, ...problem }),
    leaveOut: (reason) => leftOut.push(reason),
  });
  const tables = read.tables.map((update) => {
    const contract = datasets.find(({ slug }) => slug === update.dataset);
    if (!contract) throw new Error(`There is no dataset ${update.dataset}.`);
    return updateTable(contract, rows[update.dataset] ?? [], update);
  });
  return {
    vintage: read.vintage,
    problems: problems.map(wordProblem),
    unknown: look.listUnknown(),
    leftOut,
    differences: Object.fromEntries(
      tables.map(({ difference }) => [difference.dataset, difference]),
    ),
    rows: {
      ...rows,
      ...Object.fromEntries(tables.map((one) => [one.difference.dataset, one.rows])),
    },
  };
}
