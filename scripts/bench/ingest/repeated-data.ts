/**
 * The tracker's own data, many times over: every row as often as asked, each time
 * with another key, so that all contracts and checks are kept. What grows in truth
 * grows here: documents, markets and their shares, organizations and what they hold,
 * prices, events. Holders and providers grow in both ways, in number and in rows of
 * each, since either can be what makes a check slow.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
    suffix(
      suffix(row, copy, 'holding', 'part_of', 'source'),
      group,
      'organization',
      'host',
      'tenant',
    ),
  'gpu-holdings-history': (row, { copy, group }) =>
    suffix(suffix(row, copy, 'source'), group, 'organization'),
  events: (row, { copy }) => suffix(row, copy, 'event', 'source'),
  'rental-prices': (row, { copy, group, days }) => ({
    ...suffix(suffix(row, copy, 'source'), group, 'provider'),
    date: toEarlier(row, days),
  }),
};

/** Writes all CSVs below `dataDirectory`, the rows `times` over; the same every time. */
export function writeRepeatedData(dataDirectory: string, times: number, copies = all): void {
  for (const { slug, key } of datasets) {
    const text = readFileSync(toCsvPath(DATA, slug), 'utf8');
    const { data, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
    const fields = meta.fields ?? [];
    const path = toCsvPath(dataDirectory, slug);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, toLines({ fields, data: data.map((row) => fields.map((f) => row[f])) }));
    const toCopy = copies[slug];
    if (!toCopy) continue;
    const toKey = (row: Row) => key.map((name) => row[name]).join('\n');
    const taken = new Set(data.map(toKey));
    for (let copy = 2; copy <= times; copy += 1) {
      const group = Math.max(2, Math.floor(copy / Math.sqrt(times)));
      const rows = data.map((row) => {
        let copied = toCopy(row, { copy, group, days: copy });
        // Some prices were asked day after day: the day may be taken.
        for (let days = copy; taken.has(toKey(copied)); days += times) {
          copied = toCopy(row, { copy, group, days });
        }
        taken.add(toKey(copied));
        return fields.map((name) => copied[name]);
      });
      writeFileSync(path, toLines(rows), { flag: 'a' });
    }
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

/** As many days before, which no source can be too old for. */
export function toEarlier({ date = '' }: Row, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}
