/**
 * What the published database has and a new one has lost: rows, figures, what pages
 * open with, and figures that are suddenly another order of size. Nothing here is
 * certainly wrong, so whoever means it can say why. Only what both databases know is
 * compared: a dataset or column that is no longer declared has not vanished, it was
 * taken out.
 */
import Database from 'better-sqlite3';
import { type Contract, toTableName } from '@/data/contract';
import type { Problem } from '@/data/problem';
import type { CellValue } from '@/units/table';
import { type Differences, findDifferences, openBoth } from './changes';
import type { Tracker } from './connection';
import { openEarlierDatabase } from './open-snapshot';
import { toOrm } from './orm';
import type { ProblemList } from './problem-list';
import { readSnapshot } from './snapshot-tables';
import { quote } from './to-table';

/** What a page opens with, or names: a market, a chip, a list. */
export interface LostDefault {
  readonly dataset: string;
  /** Its key. */
  readonly found: string;
  /** The page, as in "the overview". */
  readonly shownBy: string;
}

/** Asks the catalog, which this room does not know, what the older has and the newer lacks. */
export type FindLostDefaults = (older: Tracker, newer: Tracker) => Promise<readonly LostDefault[]>;

/** The share of a dataset's rows, or of a column's figures, that may go unsaid. */
const MOST_GONE = 0.05;
/** How many times larger or smaller a figure may become unsaid. */
const MOST_CHANGED = 3;
/** 7.2 is no more than three times 2.4, whatever binary fractions say. */
const ROUNDING = 1.000001;

interface Comparison {
  readonly older: string;
  readonly newer: string;
  readonly datasets: readonly Contract[];
  readonly findLostDefaults?: FindLostDefaults | undefined;
}

/** Adds what vanished between two published or finished databases. */
export async function reportVanished(
  { older, newer, datasets, findLostDefaults }: Comparison,
  problems: ProblemList,
): Promise<void> {
  const client = openBoth(newer, older);
  try {
    for (const contract of datasets) {
      const differences = findDifferences(client, contract);
      const { columns } = differences;
      if (columns.newer.length === 0 || columns.older.length === 0) continue;
      reportRowsGone(client, contract, differences, problems);
      reportFiguresGone(client, contract, differences, problems);
      reportFiguresChanged(client, contract, differences, problems);
    }
  } finally {
    client.close();
  }
  if (findLostDefaults) await reportLostDefaults({ older, newer, findLostDefaults }, problems);
}

async function reportLostDefaults(
  {
    older,
    newer,
    findLostDefaults,
  }: Pick<Comparison, 'older' | 'newer'> & {
    readonly findLostDefaults: FindLostDefaults;
  },
  problems: ProblemList,
) {
  const present = new Database(newer, { readonly: true, fileMustExist: true });
  const clients = [openEarlierDatabase(older, present), present];
  try {
    const [then, now] = clients.map((client): Tracker | null => {
      const snapshot = readSnapshot(client);
      return snapshot && { snapshot, orm: toOrm(client), isFrozen: true };
    });
    if (!then || !now) return;
    for (const { dataset, found, shownBy } of await findLostDefaults(then, now)) {
      problems.add(
        toVanished(dataset, {
          found,
          says: `is gone, with which ${shownBy} opens`,
          advice: 'Put its rows back, or let it open with something else.',
        }),
      );
    }
  } finally {
    for (const client of clients) client.close();
  }
}

function reportRowsGone(
  client: Database.Database,
  contract: Contract,
  { both, from }: Differences,
  problems: ProblemList,
) {
  const table = quote(toTableName(contract.slug));
  const count = (clause: string) =>
    client.prepare<[], number>(`SELECT count(*) FROM ${clause}`).pluck().get() ?? 0;
  const of = count(`old.${table}`);
  // Rows of another key cannot be told apart; their number can.
  const gone = both && from.removed ? count(from.removed) : of - count(`main.${table}`);
  if (gone <= of * MOST_GONE) return;
  const first = both
    ? client
        .prepare<[], CellValue[]>(
          `SELECT ${listKey(contract, 'o')} FROM ${from.removed} ORDER BY o.rowid LIMIT 1`,
        )
        .raw()
        .get()
    : undefined;
  problems.add(
    toVanished(contract.slug, {
      found: null,
      says: `${countOf(gone, of, 'row')} gone${first ? `, first ${first.join(', ')}` : ''}`,
      advice: 'Put back what is missing.',
    }),
  );
}

/** Figures that are blank where a row of the same key had one. */
function reportFiguresGone(
  client: Database.Database,
  contract: Contract,
  { both, columns }: Differences,
  problems: ProblemList,
) {
  const numbers = listNumbers(contract, columns.shared);
  if (!both || numbers.length === 0) return;
  const counts = numbers.flatMap((name) => [
    `coalesce(sum(o.${quote(name)} IS NOT NULL AND n.${quote(name)} IS NULL), 0)`,
    `count(o.${quote(name)})`,
  ]);
  const found = client
    .prepare<[], number[]>(`SELECT ${counts.join(', ')} FROM ${both}`)
    .raw()
    .get();
  for (const [place, column] of numbers.entries()) {
    const [gone = 0, of = 0] = found?.slice(place * 2) ?? [];
    if (gone <= of * MOST_GONE) continue;
    const first = client
      .prepare<[], { line: number }>(
        `SELECT n.rowid AS line FROM ${both}
         WHERE o.${quote(column)} IS NOT NULL AND n.${quote(column)} IS NULL
         ORDER BY n.rowid LIMIT 1`,
      )
      .get();
    problems.add(
      toVanished(contract.slug, {
        line: first?.line ?? null,
        column,
        found: null,
        says: `${countOf(gone, of, 'figure')} blank now, the first of them here`,
        advice: 'Put back what is missing.',
      }),
    );
  }
}

/** Estimates and projections are passed over: they are made anew, not corrected. */
function reportFiguresChanged(
  client: Database.Database,
  contract: Contract,
  { both, columns }: Differences,
  problems: ProblemList,
) {
  const numbers = listNumbers(contract, columns.shared);
  if (!both || numbers.length === 0 || problems.room === 0) return;
  const hasJumped = (name: string) => {
    const [now, was] = [`n.${quote(name)}`, `o.${quote(name)}`];
    return `(${now} <> ${was} AND (${now} * ${was} <= 0
      OR abs(${now}) > ${MOST_CHANGED * ROUNDING} * abs(${was})
      OR abs(${was}) > ${MOST_CHANGED * ROUNDING} * abs(${now})))`;
  };
  const isSettled = columns.shared.includes(KIND)
    ? ['n', 'o'].map(
        (row) => `${row}.${KIND} NOT LIKE '%estimate' AND ${row}.${KIND} <> 'projection'`,
      )
    : [];
  const rows = client
    .prepare<[number], (string | number | null)[]>(
      `SELECT n.rowid, ${listKey(contract, 'n')},
         ${numbers.flatMap((name) => [hasJumped(name), `n.${quote(name)}`, `o.${quote(name)}`])}
       FROM ${both} WHERE ${[`(${numbers.map(hasJumped).join(' OR ')})`, ...isSettled].join(' AND ')}
       ORDER BY n.rowid LIMIT ?`,
    )
    .raw()
    .all(problems.room);
  for (const [line, ...cells] of rows) {
    const key = cells.splice(0, contract.key.length).join(', ');
    for (const [place, column] of numbers.entries()) {
      const [isJump, now, was] = cells.slice(place * 3);
      if (!isJump) continue;
      problems.add(
        toVanished(contract.slug, {
          line: Number(line),
          column,
          found: String(now),
          says: `was published as ${was} (${key}), which differs by more than a factor of ${MOST_CHANGED}`,
          advice: 'Check the figure and its unit.',
        }),
      );
    }
  }
}

const KIND = 'kind';

function listNumbers({ columns }: Contract, shared: readonly string[]): string[] {
  return shared.filter((name) => {
    const type = Object.hasOwn(columns, name) ? columns[name]?.type : undefined;
    return type === 'number' || type === 'integer';
  });
}

function listKey({ key }: Contract, row: 'n' | 'o'): string {
  return key.map((name) => `${row}.${quote(name)}`).join(', ');
}

function countOf(gone: number, of: number, noun: string): string {
  return `${gone} of ${of} published ${noun}${of === 1 ? '' : 's'} ${gone === 1 ? 'is' : 'are'}`;
}

function toVanished(
  dataset: string,
  vanished: {
    readonly line?: number | null;
    readonly column?: string | null;
    readonly found: string | null;
    readonly says: string;
    readonly advice: string;
  },
): Problem {
  const { line = null, column = null, found, says, advice } = vanished;
  const issue = { rule: 'vanished', says, advice } as const;
  return { dataset, file: `${dataset}.csv`, line, column, found, issue };
}
