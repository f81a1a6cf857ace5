/**
 * What a dataset promises. A contract is written once, next to its CSV; the
 * checks, the SQLite table, the row types, the data dictionary, the Data Package
 * and the downloads all follow from it.
 *
 * Column names are snake_case and end with their unit (`price_usd_per_hour`).
 * Values keep the unit the contract declares all the way to the screen; only
 * `units/format-value.ts` turns them into words for people.
 */

import type { Unit } from '@/units/format-value';
import type { CellValue, TableColumn } from '@/units/table';

interface Described {
  /** A table header, without the unit: "Revenue". */
  readonly label: string;
  /** What the column says, in a sentence; shown in the data dictionary. */
  readonly meaning: string;
  /** An optional cell may be blank. Blank means unknown, never zero. */
  readonly optional?: boolean;
}

export interface TextOptions extends Described {
  readonly pattern?: RegExp;
  /** A well-formed value, named in the message when the pattern fails. */
  readonly example?: string;
}

interface NumberOptions extends Described {
  /** "USD millions", "accelerators", "%"; null for a plain number such as a year. */
  readonly unit: Unit | null;
  readonly min?: number;
  readonly max?: number;
}

interface DateOptions extends Described {
  /**
   * `day` wants 2023-02-23. `partial` also takes 2023-02 and 2023, for sources
   * that name no day.
   */
  readonly precision: 'day' | 'partial';
}

interface OneOfOptions extends Described {
  /** Every allowed value with what it means, in the order in which pages list them. */
  readonly values: Readonly<Record<string, Code>>;
}

/** Explained in a sentence; where pages name it, also with a short label. */
type Code = string | LabeledCode;

interface LabeledCode {
  readonly label: string;
  readonly meaning: string;
}

interface ReferenceOptions extends Described {
  /** The slug of the dataset whose (single) key column this column repeats. */
  readonly to: string;
}

export type Column =
  | ({ readonly type: 'text' } & TextOptions)
  | ({ readonly type: 'slug' } & Described)
  | ({ readonly type: 'url' } & Described)
  | ({ readonly type: 'integer' } & NumberOptions)
  | ({ readonly type: 'number' } & NumberOptions)
  | ({ readonly type: 'date' } & DateOptions)
  | ({ readonly type: 'one-of' } & OneOfOptions)
  | ({ readonly type: 'reference' } & ReferenceOptions);

export type Columns = Readonly<Record<string, Column>>;

type Present<C extends Column> = C extends { type: 'integer' | 'number' }
  ? number
  : C extends { type: 'one-of'; values: infer V }
    ? Extract<keyof V, string>
    : string;

/** The value of one column in a row; `null` where an optional cell is blank. */
export type ValueOf<C extends Column> = C extends { optional: true }
  ? Present<C> | null
  : Present<C>;

/** What a check may ask of the freshly loaded tables. */
export interface CheckedTables {
  /** Rows in the statement's own order; `rowid` is the row's line in the CSV. */
  all<Row>(sql: string, ...parameters: CellValue[]): Row[];
}

/** A broken promise that a check found, in words for whoever corrects the CSV. */
export interface Finding {
  /** The line in this dataset's CSV where the correction starts. */
  readonly line: number;
  readonly column: string | null;
  /** The text or number found there. */
  readonly found: string;
  /** What is wrong, as a clause: "the platforms add up to 12, the total says 13". */
  readonly says: string;
  /** What to write instead, as a sentence. */
  readonly advice: string;
}

/** A promise that no single cell can keep. It runs on the loaded tables. */
export interface Check {
  readonly name: string;
  /** For readers of the data dictionary: what is promised and why it matters. */
  readonly explanation: string;
  /**
   * Datasets that the check reads without the contract referring to them. While one of
   * them has problems, the check is passed over: it would only repeat them.
   */
  readonly reads?: readonly string[] | 'everything';
  readonly find: (tables: CheckedTables) => Finding[];
}

export interface Contract<C extends Columns = Columns> {
  readonly slug: string;
  readonly title: string;
  /** Where the figures come from and what a reader must know; a few sentences. */
  readonly story: string;
  /** "One row per fiscal quarter, segment and basis." */
  readonly grain: string;
  readonly columns: C;
  /** Columns that identify a row. They are never optional. */
  readonly key: readonly string[];
  readonly checks: readonly Check[];
  /** Who is to be named when the data is used. */
  readonly credit: string;
  readonly license: License;
}

/**
 * `CC-BY-4.0`: a compilation under that license, its credit required.
 * `facts-CC-BY-4.0`: single facts cited one by one; our arrangement of them is
 * CC BY 4.0.
 */
export type License = 'CC-BY-4.0' | 'facts-CC-BY-4.0';

/** A row as it stands in the CSV and in SQLite. */
export type RowOf<D extends { columns: Columns }> = {
  -readonly [K in keyof D['columns']]: ValueOf<D['columns'][K]>;
};

/**
 * Declares a dataset and keeps the literal types of its columns. Throws where a column
 * is not named in snake_case, as SQL, programs and addresses know it.
 */
export function defineDataset<const C extends Columns>(
  contract: Contract<C> & { readonly key: readonly Extract<keyof C, string>[] },
): Contract<C> {
  const stray = Object.keys(contract.columns).find((name) => !SNAKE_CASE.test(name));
  if (stray !== undefined) {
    throw new Error(`${contract.slug}: the column name "${stray}" is not snake_case.`);
  }
  return contract;
}

/** The columns of a dataset as its tables have them, read from its rows; all where none are chosen. */
export function toTableColumns(
  { columns }: Contract,
  chosen?: readonly string[],
): TableColumn<Readonly<Record<string, CellValue>>>[] {
  const shown = Object.entries(columns).filter(([name]) => chosen?.includes(name) ?? true);
  return shown.map(([name, column]) => ({
    id: name,
    sortedAs: name,
    type: toType(column),
    label: column.label,
    meaning: column.meaning,
    unit: column.type === 'integer' || column.type === 'number' ? column.unit : null,
    required: column.optional !== true,
    ...(column.type === 'date' && { as: 'date' }),
    read: (row) => row[name] ?? null,
  }));
}

function toType(column: Column): TableColumn['type'] {
  if (column.type === 'integer' || column.type === 'number') return column.type;
  if (column.type === 'one-of') return isYesOrNo(column) ? 'yes-no' : 'text';
  return column.type === 'date' && column.precision === 'day' ? 'day' : 'text';
}

/** Whether the only values are `yes` and `no`, which files type as true and false. */
export function isYesOrNo({ values }: Pick<OneOfOptions, 'values'>): boolean {
  return Object.keys(values).toSorted().join() === 'no,yes';
}

/** Value → what it means, in the contract's order. */
export function toMeanings<const V extends Readonly<Record<string, Code>>>(column: {
  readonly values: V;
}): { readonly [K in keyof V]: string } {
  return mapCodes(column.values, (code) => (typeof code === 'string' ? code : code.meaning));
}

/** Value → its short label, in the contract's order; every value has to have one. */
export function toLabels<const V extends Readonly<Record<string, LabeledCode>>>(column: {
  readonly values: V;
}): { readonly [K in keyof V]: string } {
  return mapCodes(column.values, ({ label }) => label);
}

function mapCodes<V extends Readonly<Record<string, Code>>>(
  values: V,
  read: (code: V[string]) => string,
): { readonly [K in keyof V]: string } {
  const entries = Object.entries(values).map(([value, code]) => [value, read(code as V[string])]);
  return Object.fromEntries(entries) as { readonly [K in keyof V]: string };
}

const SNAKE_CASE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

export const text = <const O extends TextOptions>(o: O) => ({ type: 'text', ...o }) as const;
export const slug = <const O extends Described>(o: O) => ({ type: 'slug', ...o }) as const;
export const url = <const O extends Described>(o: O) => ({ type: 'url', ...o }) as const;
export const integer = <const O extends NumberOptions>(o: O) =>
  ({ type: 'integer', ...o }) as const;
export const number = <const O extends NumberOptions>(o: O) => ({ type: 'number', ...o }) as const;
export const date = <const O extends DateOptions>(o: O) => ({ type: 'date', ...o }) as const;
export const oneOf = <const O extends OneOfOptions>(o: O) => ({ type: 'one-of', ...o }) as const;
export const reference = <const O extends ReferenceOptions>(o: O) =>
  ({ type: 'reference', ...o }) as const;

/** The name of a dataset's table in SQLite. */
export function toTableName(datasetSlug: string): string {
  return datasetSlug.replaceAll('-', '_');
}

/** A row as the CSV has it, by column; a blank cell is an empty text. */
export type CsvRow = Readonly<Record<string, string>>;
