/**
 * The tracker's own data, many times over: every row as often as asked, each time
 * with another key, so that all contracts and checks are kept. What grows in truth
 * grows here: documents, markets and their shares, organizations and what they hold, sites,
 * prices, events. Holders and providers grow in both ways, in number and in rows of
 * each, since either can be what makes a check slow.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sort } from 'd3-array';
import Papa from 'papaparse';
import { datasets } from '@/data/datasets';
import { toCsvPath } from '@/data/open-csv';

const DATA = join(import.meta.dirname, '..', '..', '..', 'data');

type Row = Record<string, string>;

interface Copy {
  /** From 2. */
  readonly copy: number;
  /** The copy whose holders and providers this one shares with others. */
  readonly group: number;
  /** For rows that differ by their day: a number that no other attempt had. */
  readonly days: number;
}

/** How the rows of a dataset become others; those of the rest stand once. */
type Copies = Readonly<Record<string, (row: Row, copy: Copy) => Row>>;

const all: Copies = {
  sources: (row, { copy }) => ({
    ...suffix(row, copy, 'source'),
    title: `${row.title} (${copy})`,
  }),
  organizations: (row, { copy }) => suffix(row, copy, 'organization'),
  markets: (row, { copy }) => suffix(row, copy, 'market'),
  'gpu-market-share': (row, { copy }) => suffix(row, copy, 'market', 'source'),
  'gpu-shipments': (row, { copy }) => suffix(row, copy, 'market', 'source'),
  'gpu-holdings': (row, { copy, group }) =>
    shrink(
      suffix(
        suffix(row, copy, 'holding', 'part_of', 'source', 'cluster'),
        group,
        'organization',
        'host',
        'tenant',
      ),
    ),
  'gpu-holdings-history': (row, { copy, group }) =>
    shrink(suffix(suffix(row, copy, 'source'), group, 'organization')),
  'data-centers': (row, { copy, group }) =>
    shrink(suffix(suffix(row, copy, 'site', 'name', 'source'), group, 'owner')),
  'data-center-timelines': (row, { copy }) => shrink(suffix(row, copy, 'site', 'source')),
  'data-center-chips': (row, { copy, group }) =>
    shrink(suffix(suffix(row, copy, 'site', 'source'), group, 'owner', 'user')),
  'data-center-users': (row, { copy, group }) =>
    suffix(suffix(row, copy, 'site', 'source'), group, 'user'),
  events: (row, { copy }) => suffix(row, copy, 'event', 'source'),
  'rental-prices': (row, { copy, group, days }) => ({
    ...suffix(suffix(row, copy, 'source'), group, 'provider'),
    date: toEarlier(row, days),
  }),
};

/** Datasets whose rows stand in the order of their key, or a check refuses them. */
const SORTED = new Set(['data-center-timelines', 'data-center-chips']);

/** Writes all CSVs below `dataDirectory`, the rows `times` over; the same every time. */
export function writeRepeatedData(dataDirectory: string, times: number, copies = all): void {
  for (const { slug, key } of datasets) {
    const text = readFileSync(toCsvPath(DATA, slug), 'utf8');
    const { data, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
    const fields = meta.fields ?? [];
    const path = toCsvPath(dataDirectory, slug);
    mkdirSync(dirname(path), { recursive: true });
    const toKey = (row: Row) => key.map((name) => row[name]).join('\n');
    const append = (rows: readonly Row[]) =>
      appendFileSync(path, toLines(rows.map((row) => fields.map((name) => row[name]))));
    writeFileSync(path, toLines([fields]));
    const waiting = SORTED.has(slug) ? [...data] : null;
    if (!waiting) append(data);
    for (const rows of copyRows(data, times, toKey, copies[slug])) {
      if (waiting) waiting.push(...rows);
      else append(rows);
    }
    if (waiting) append(sort(waiting, toKey));
  }
}

/** The rows of every copy from the second on. */
function* copyRows(
  data: readonly Row[],
  times: number,
  toKey: (row: Row) => string,
  toCopy: Copies[string] | undefined,
) {
  if (!toCopy) return;
  const taken = new Set(data.map(toKey));
  for (let copy = 2; copy <= times; copy += 1) {
    const group = Math.max(2, Math.floor(copy / Math.sqrt(times)));
    yield data.map((row) => {
      let copied = toCopy(row, { copy, group, days: copy });
      // Some prices were asked day after day: the day may be taken.
      for (let days = copy; taken.has(toKey(copied)); days += times) {
        copied = toCopy(row, { copy, group, days });
      }
      taken.add(toKey(copied));
      return copied;
    });
  }
}

function toLines(rows: Parameters<typeof Papa.unparse>[0]): string {
  return `${Papa.unparse(rows, { newline: '\n' })}\n`;
}

/** The names of the copy, in columns that are not blank. */
function suffix(row: Row, copy: number, ...columns: string[]): Row {
  const renamed = columns
    .filter((name) => row[name])
    .map((name) => [name, `${row[name]}-copy-${copy}`]);
  return { ...row, ...Object.fromEntries(renamed) };
}

/**
 * A hundredth of what the row counts: those who come later are small, so that what is written
 * of the largest stays true.
 */
function shrink(row: Row): Row {
  const shrunk = Object.entries(row)
    .filter(([name, value]) => COUNTED.test(name) && Number(value) > 0)
    .map(([name, value]) => [name, String(Math.max(1, Math.round(Number(value) / 100)))]);
  return { ...row, ...Object.fromEntries(shrunk) };
}

const COUNTED =
  /^(accelerators|h100e|power_mw)(_low|_high)?$|^(it|facility)_power_mw$|^capital_cost/;

/** As many days before, which no source can be too old for. */
export function toEarlier({ date = '' }: Row, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}
