/**
 * All that is known of one figure, gathered for its page: the row, names for what
 * it refers to, its source, where the same figure stands elsewhere, and the charts
 * that show it. Driven by the contracts, so that every dataset has such pages.
 */

import { parseChoices, toCanonical } from '@/address/choices';
import { freezeLinks } from '@/address/frozen-links';
import { toHref } from '@/address/href';
import { findPageHref, parseEvidenceKey, toEvidenceHref, toRowsHref } from '@/address/links';
import type { Column, Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import type { Orm } from '@/db/orm';
import { getRowNames, listSources, type SourceRow } from '@/db/queries/names';
import { listSourceColumns } from '@/db/queries/sources';
import { countRows, findPlace, type LinedRow, listRows } from '@/db/queries/table';
import type { Piece } from '@/subjects/names/link-names';
import { formatFigure, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import type { CellValue } from '@/units/table';
import { restsOn } from '@/views/published-chart';
import { type Comparison, findEvidenceDeclaration } from './evidence-declarations';
import { publishedCharts } from './published';

type Row = LinedRow<Record<string, Column>>;

export interface Evidence {
  readonly contract: Contract;
  readonly row: Row;
  /** Its stable address, with the snapshot where one was asked for. */
  readonly href: string;
  /** The page or place of the row itself, such as a chip's; null for a figure. */
  readonly page: string | null;
  /** The figure with unit and range; null for the row of a list. */
  readonly figure: string | null;
  /** What the figure is of, in words. */
  readonly subject: string;
  /** Words for a cell: names for references, labels for periods, units for numbers. */
  readonly word: (column: string) => string | null;
  readonly sources: readonly SourceRow[];
  readonly comparisons: readonly ComparedRows[];
  readonly charts: readonly { readonly name: string; readonly href: string }[];
}

export interface ComparedRows {
  readonly title: string;
  readonly caution: string | null;
  readonly headers: readonly string[];
  readonly rows: readonly ComparedRow[];
  /** Rows found, this one not counted; some may not be listed. */
  readonly foundCount: number;
  /** All of them, as a table. */
  readonly href: string;
}

interface ComparedRow {
  readonly href: string;
  /** The row whose evidence this is. */
  readonly isThis: boolean;
  /**
   * As `headers`: what tells the row apart, its figure, how firm it is, who says so;
   * names lead to their pages.
   */
  readonly cells: readonly Piece[];
}

/**
 * The evidence at an address; null where no dataset or row is meant. Of a frozen tracker
 * it is what was known then, and so is all it leads to.
 */
export async function getEvidence(
  { orm, snapshot, isFrozen }: Tracker,
  datasetSlug: string,
  keyText: string,
): Promise<Evidence | null> {
  const evidence = await findEvidence(orm, datasetSlug, keyText);
  return evidence && isFrozen ? freezeLinks(evidence, snapshot.id) : evidence;
}

async function findEvidence(
  orm: Orm,
  datasetSlug: string,
  keyText: string,
): Promise<Evidence | null> {
  const contract = datasets.find(({ slug }) => slug === datasetSlug) as Contract | undefined;
  const key = contract && parseEvidenceKey(contract, keyText);
  if (!contract || !key) return null;
  const [row] = await listRows(orm, contract, { filters: key, limit: 1 });
  if (!row) return null;

  const declaration = findEvidenceDeclaration(contract.slug);
  const comparisons = await Promise.all(
    (declaration?.comparisons ?? []).map((one) => compare(orm, contract, row, one)),
  );
  const [own] = await wordRows(orm, contract, [row]);
  const word = (column: string) => own!.get(column) ?? null;
  const sourceSlugs = listSourceColumns(contract).flatMap((name) => row[name] ?? []);
  return {
    contract,
    row,
    href: toEvidenceHref(contract, row),
    page: findPageHref(contract.slug, String(row[contract.key[0]!])),
    figure: toFigureText(contract, row),
    subject: toSubject(contract, word),
    word,
    sources: await listSources(orm, sourceSlugs.map(String)),
    comparisons: comparisons.filter(({ rows }) => rows.some(({ isThis }) => !isThis)),
    charts: await listCharts(orm, contract, row),
  };
}

/** What each of the rows is of, in words. */
export async function listSubjects(
  orm: Orm,
  contract: Contract,
  rows: readonly Row[],
): Promise<string[]> {
  const worded = await wordRows(orm, contract, rows);
  return worded.map((words) => toSubject(contract, (name) => words.get(name) ?? null));
}

const toSubject = (contract: Contract, word: Evidence['word']): string =>
  (findEvidenceDeclaration(contract.slug)?.subject ?? toNameColumns(contract))
    .flatMap((name) => word(name) ?? [])
    .join(', ');

/** A list's row is called by its name where it has one, else by its key. */
function toNameColumns({ columns, key }: Contract): readonly string[] {
  const name = ['name', 'title', 'says'].find((one) => Object.hasOwn(columns, one));
  return name ? [name] : key;
}

/** "$3.62bn", "94% (93%–95%)": the first figure that is there, with its range. */
function toFigureText(contract: Contract, row: Row): string | null {
  const declaration = findEvidenceDeclaration(contract.slug);
  const column = declaration?.figures.find((name) => row[name] !== null);
  if (!declaration || column === undefined) return null;
  // Below, among what is known of it, its file's digits stand.
  const kind = row.kind === 'model-estimate' ? 'modeled' : undefined;
  const write = (name: string | undefined) => {
    const value = name === undefined ? null : row[name];
    return typeof value === 'number' ? formatFigure(value, getUnit(contract, column), kind) : null;
  };
  const [value, low, high] = [write(column), write(declaration.low), write(declaration.high)];
  if (low && high) return `${value} (${low}–${high})`;
  if (low) return `${value} (at least ${low})`;
  return high ? `${value} (at most ${high})` : value;
}

function getUnit({ columns }: Contract, name: string): Unit | null {
  const column = columns[name];
  return column?.type === 'integer' || column?.type === 'number' ? column.unit : null;
}

/** Each row's cells in words, by column; blank cells are absent. */
async function wordRows(
  orm: Orm,
  contract: Contract,
  rows: readonly Row[],
): Promise<Map<string, string>[]> {
  const names = new Map<string, Map<string, string>>();
  for (const [name, column] of Object.entries(contract.columns)) {
    const target = column.type === 'reference' ? findContract(column.to) : undefined;
    if (!target) continue;
    const keys = rows.flatMap((row) => (row[name] === null ? [] : String(row[name])));
    names.set(name, await getRowNames(orm, target, keys));
  }
  return rows.map(
    (row) =>
      new Map(
        Object.entries(contract.columns).flatMap(([name, column]): [string, string][] => {
          const value = row[name] ?? null;
          if (value === null) return [];
          return [[name, names.get(name)?.get(String(value)) ?? toWords(name, column, value)]];
        }),
      ),
  );
}

const findContract = (slug: string): Contract | undefined =>
  datasets.find((contract) => contract.slug === slug);

function toWords(name: string, column: Column, value: NonNullable<CellValue>): string {
  if (typeof value === 'number') {
    const unit = column.type === 'integer' || column.type === 'number' ? column.unit : null;
    if (unit === null) return String(value);
    return `${value.toLocaleString('en-US', { maximumFractionDigits: 10 })}${unit === '%' ? '%' : ` ${unit}`}`;
  }
  if (column.type === 'date') return formatPeriod(value);
  if (name === 'period' || name === 'fiscal_quarter') return formatPeriod(value);
  if (column.type === 'one-of' || name === 'series') return value.replaceAll('-', ' ');
  return value;
}

// More would push what else there is to know off the page.
const MOST_COMPARED = 13;

/** The rows nearest to this one: in time where they differ by it, else the largest. */
async function compare(
  orm: Orm,
  own: Contract,
  row: Row,
  { title, dataset: contract = own, same, show, caution }: Comparison,
): Promise<ComparedRows> {
  const filters = Object.fromEntries(same.map((name) => [name, row[name] ?? null]));
  const sort = toOrder(contract, show[0]!).map((column) => ({ column, descending: true }));
  const isThis = (one: Row) => contract === own && one.line === row.line;
  const [found, place] = await Promise.all([
    countRows(orm, contract, { filters }),
    contract === own ? findPlace(orm, contract, { filters, sort }, row.line) : null,
  ]);
  const start = Math.max(
    0,
    Math.min((place ?? 0) - Math.ceil(MOST_COMPARED / 2), found - MOST_COMPARED),
  );
  const listed = await listRows(orm, contract, {
    ...{ filters, sort, offset: start, limit: MOST_COMPARED },
  });
  const words = await wordRows(orm, contract, listed);
  const kinds = Object.hasOwn(contract.columns, 'kind') ? ['kind'] : [];
  const known = [...show, ...kinds].filter((name) => words.some((one) => one.has(name)));
  // The figure comes second, so that a narrow screen shows it.
  const [first, rest] = [known.slice(0, 1), known.slice(1)];
  const toCells = (names: readonly string[], index: number) =>
    names.map((name) => ({
      text: words[index]!.get(name) ?? MISSING,
      href: findReferenceHref(contract.columns[name], listed[index]![name] ?? null),
    }));
  const label = (name: string) => contract.columns[name]!.label;
  return {
    title,
    caution: caution ?? null,
    headers: [...first.map(label), 'Figure', ...rest.map(label), 'Source'],
    rows: listed.map((one, index) => ({
      href: toEvidenceHref(contract, one),
      isThis: isThis(one),
      cells: [
        ...toCells(first, index),
        { text: toFigureText(contract, one) ?? MISSING, href: null },
        ...toCells(rest, index),
        ...toCells(['source'], index),
      ],
    })),
    foundCount: found - (place === null ? 0 : 1),
    href: toRowsHref(contract, filters),
  };
}

function findReferenceHref(column: Column | undefined, value: CellValue): string | null {
  if (column?.type !== 'reference' || value === null) return null;
  return findPageHref(column.to, String(value));
}

const TIMES = ['period_end', 'as_of', 'date', 'year'];

/** What differs by time is listed newest first, the rest by the size of its figure. */
function toOrder({ columns, slug }: Contract, shown: string): readonly string[] {
  const isTime = [...TIMES, 'period', 'fiscal_quarter'].includes(shown);
  if (isTime) return TIMES.filter((name) => Object.hasOwn(columns, name));
  if (shown === 'edition') return ['edition'];
  return findEvidenceDeclaration(slug)?.figures.slice(0, 1) ?? [];
}

/** Published charts of the dataset, set to show this row where they can be. */
async function listCharts(orm: Orm, contract: Contract, row: Row) {
  const charts = publishedCharts.filter((chart) => restsOn(chart, contract.slug));
  return Promise.all(
    charts.map(async ({ slug, name, choices }) => {
      const query = findEvidenceDeclaration(contract.slug)?.charts?.[slug]?.(row) ?? {};
      const { offered } = await parseChoices(choices, query, orm);
      return { name, href: toHref(`/charts/${slug}`, toCanonical(offered)) };
    }),
  );
}
