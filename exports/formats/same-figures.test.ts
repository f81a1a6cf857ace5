/**
 * Every chart and dataset in every format of rows, opened by programs that are not ours: the
 * same rows, the same values; and its citations, with as many works in each.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { parse as parseBibTeX } from '@retorquere/bibtex-parser';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { chooseSome } from '@/views/choose-cover-for-tests';
import { openFiles } from './files-for-tests';

interface Described {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly unknown[];
  readonly sources: readonly unknown[];
  readonly snapshot: { readonly id: string };
}

const files = openFiles();
const folder = mkdtempSync(join(tmpdir(), 'tracker-figures-'));
let instance: DuckDBInstance;
let duckdb: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  duckdb = await instance.connect();
});
afterAll(() => {
  duckdb.closeSync();
  instance.closeSync();
  rmSync(folder, { recursive: true });
});

async function query(bytes: Uint8Array, sql: (path: string) => string) {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return (await duckdb.runAndReadAll(sql(`'${path}'`))).getRowsJson();
}

/** How many rows, and a digest of every value in its place. */
function summarize({ columns }: Described, rows: readonly (readonly unknown[])[]) {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(JSON.stringify(row.map(toText)));
  function toText(value: unknown, at: number): string {
    if (value === null || value === undefined) return '';
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    const isNumber = /^(integer|number)$/.test(columns[at]?.type ?? '');
    return String(isNumber ? Number(value) : value);
  }
  return { rows: rows.length, digest: hash.digest('hex') };
}

/** Columns of texts, as DuckDB declares them. */
const declare = ({ columns }: Described, between: string) =>
  columns.map(({ name }) => `"${name}"${between}VARCHAR`).join(', ');

/** What each format holds, by a reader of its own. */
const readers: Record<
  string,
  (bytes: Uint8Array, described: Described) => Promise<readonly (readonly unknown[])[]>
> = {
  csv: (bytes, described) =>
    query(
      bytes,
      (path) =>
        `SELECT * FROM read_csv(${path}, header = true, auto_detect = false, delim = ',', quote = '"',
          escape = '"', columns = {${declare(described, ': ').replaceAll('VARCHAR', "'VARCHAR'")}})`,
    ),
  json: (bytes, described) =>
    query(
      bytes,
      (path) =>
        `SELECT unnest(rows, recursive := true) FROM read_json(${path},
          columns = {rows: 'STRUCT(${declare(described, ' ')})[]'})`,
    ),
  ndjson: (bytes, described) =>
    query(
      bytes,
      (path) =>
        `SELECT * FROM read_json(${path}, format = 'newline_delimited',
          columns = {${declare(described, ': ').replaceAll('VARCHAR', "'VARCHAR'")}})`,
    ),
  parquet: (bytes) => query(bytes, (path) => `SELECT * FROM read_parquet(${path})`),
  xlsx: async (bytes, { columns }) => {
    const read = await readSheet(Buffer.from(bytes), 'Figures', { trim: false });
    expect(read[0]).toEqual(columns.map(({ name }) => name));
    return read.slice(1);
  },
};

describe.each([
  ...chooseSome(publishedCharts, 6).map(({ slug }) => `/charts/${slug}`),
  ...datasets.map(({ slug }) => `/datasets/${slug}`),
])('%s', (path) => {
  let described: Described;
  beforeAll(async () => {
    described = JSON.parse((await files.get(`${path}.json`)).text);
  });

  it('has the same figures in CSV, JSON, NDJSON, Excel and Parquet', async () => {
    const { columns, rows } = described;
    const expected = summarize(
      described,
      rows.map((row) => columns.map(({ name }) => (row as Record<string, unknown>)[name])),
    );
    for (const [extension, read] of Object.entries(readers)) {
      const { bytes } = await files.get(`${path}.${extension}`);
      expect(summarize(described, await read(bytes, described)), extension).toEqual(expected);
    }
  });

  it('has that CSV in its archive, and its columns described', async () => {
    const csv = await files.get(`${path}.csv`);
    const packed = Object.entries(unzipSync((await files.get(`${path}.zip`)).bytes));
    const find = (end: string) => packed.find(([name]) => name.endsWith(end))?.[1];
    expect(Buffer.from(csv.bytes).equals(find('.csv') ?? new Uint8Array())).toBe(true);
    const names = described.columns.map(({ name }) => name);
    const [resource] = JSON.parse(new TextDecoder().decode(find('datapackage.json'))).resources;
    expect(resource.schema.fields.map(({ name }: { name: string }) => name)).toEqual(names);
    const { tableSchema } = JSON.parse((await files.get(`${path}.csv-metadata.json`)).text);
    expect(tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(names);
  });

  it('is cited with all of its sources in BibTeX, RIS and CSL, and in words', async () => {
    const works = described.sources.length + 1;
    const { errors, entries } = parseBibTeX((await files.get(`${path}.bib`)).text);
    expect(errors).toEqual([]);
    expect(entries).toHaveLength(works);
    const ris = (await files.get(`${path}.ris`)).text;
    const tags = ris.split('\r\n').filter(Boolean);
    expect(tags.filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([]);
    for (const tag of ['TY', 'ER']) {
      expect(
        tags.filter((line) => line.startsWith(tag)),
        tag,
      ).toHaveLength(works);
    }
    expect(JSON.parse((await files.get(`${path}.csl`)).text)).toHaveLength(works);
    expect((await files.get(`${path}.txt`)).text).toContain(described.snapshot.id);
  });
});
