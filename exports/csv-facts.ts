/**
 * What can be said of a publication's CSV once it is written: how large it is, its hash,
 * and which time and which countries its rows speak of.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type CellValue, readBatches } from '@/units/table';
import { writeCsv } from './formats/csv';
import type { Publication } from './publication';

export interface CsvFacts {
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** First and last day, month or year that the rows speak of, ISO; null where they name none. */
  readonly time: { readonly from: string; readonly to: string } | null;
  /** Codes of the countries in them, sorted. */
  readonly countries: readonly string[];
}

// A snapshot's figures never change.
const known = new LRUCache<string, Promise<CsvFacts>>({ max: 200 });

/** Written once for each snapshot and selection. */
export function findCsvFacts(publication: Publication): Promise<CsvFacts> {
  const key = `${publication.snapshot.id} ${publication.stem} ${publication.href}`;
  const found = known.get(key) ?? write(publication);
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

async function write({ table }: Publication): Promise<CsvFacts> {
  const { columns } = table;
  const times = columns.flatMap(({ id }, at) => (TIMES.test(id) ? at : []));
  const places = columns.flatMap(({ id }, at) => (id === 'country' ? at : []));
  let time: CsvFacts['time'] = null;
  const countries = new Set<string>();
  async function* watch() {
    for await (const batch of readBatches(table)) {
      for (const row of batch) {
        for (const at of times) time = widen(time, row[at] ?? null);
        for (const at of places) addCountries(countries, row[at] ?? null);
      }
      yield batch;
    }
  }
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const text of writeCsv({ columns, rows: watch })) {
    const piece = Buffer.from(text);
    bytes += piece.length;
    hash.update(piece);
  }
  return { bytes, sha256: hash.digest('hex'), time, countries: [...countries].sort() };
}

/** Columns that say when a figure is of; those of when it was read or said have other names. */
const TIMES = /^(period_start|period_end|date|as_of|launch_date|year|data_as_of)$/;

/** Labels of fiscal quarters are left out: the days that they mean stand next to them. */
function widen(time: CsvFacts['time'], value: CellValue): CsvFacts['time'] {
  const text = String(value ?? '');
  if (!/^\d{4}(-\d{2}){0,2}$/.test(text)) return time;
  if (!time) return { from: text, to: text };
  return { from: text < time.from ? text : time.from, to: text > time.to ? text : time.to };
}

function addCountries(countries: Set<string>, value: CellValue): void {
  if (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) countries.add(value);
}
