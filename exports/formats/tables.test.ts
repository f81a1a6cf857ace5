/** Opens files of rows with other programs' eyes: CSV, Excel, Parquet, JSON. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it, test, vi } from 'vitest';
import { getPublishedChart } from '@/catalog/published';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { openTracker } from '@/db/connection';
import { listRows } from '@/db/queries/table';
import type { CellValue, Table } from '@/units/table';
import { getChartView } from '@/views/chart-view';
import { toChartPublication } from '../chart-publication';
import { toDatasetPublication, WHOLE } from '../dataset-publication';
import { writeCsv } from './csv';
import { openFiles } from './files-for-tests';
import { renderParquet } from './parquet';
import { renderXlsx } from './xlsx';

const files = openFiles();

/** One column, a row a cell. */
const toTable = (cells: readonly CellValue[]): Table<CellValue> => ({
  columns: [{ id: 'cell', type: 'text', label: '', meaning: '', unit: null, read: (cell) => cell }],
  rows: cells,
});

describe('CSV', () => {
  const write = async (cell: CellValue, ...reader: [Parameters<typeof writeCsv>[1]?]) => {
    let text = '';
    for await (const piece of writeCsv(toTable([cell]), ...reader)) text += piece;
    return text.replace(/^\ufeff?cell\r\n/, '');
  };

  test.each<[CellValue, string, string]>([
    ['plain', 'plain\r\n', 'plain\r\n'],
    ['a,b', '"a,b"\r\n', '"a,b"\r\n'],
    ['say "x"', '"say ""x"""\r\n', '"say ""x"""\r\n'],
    ['two\nlines', '"two\nlines"\r\n', '"two\nlines"\r\n'],
    ['end ', '"end "\r\n', '"end "\r\n'],
    ['\u00a0hard', '"\u00a0hard"\r\n', '"\u00a0hard"\r\n'],
    ['×', '×\r\n', '×\r\n'],
    [null, '\r\n', '\r\n'],
    [-12.5, '-12.5\r\n', '-12.5\r\n'],
    ['=1+1', '=1+1\r\n', "'=1+1\r\n"],
    ['+49 30', '+49 30\r\n', "'+49 30\r\n"],
    ['@cmd', '@cmd\r\n', "'@cmd\r\n"],
    ['-2+3', '-2+3\r\n', "'-2+3\r\n"],
    ['fine\n=HYPERLINK("x")', '"fine\n=HYPERLINK(""x"")"\r\n', '"\'fine\n=HYPERLINK(""x"")"\r\n'],
    [' =1', '" =1"\r\n', "' =1\r\n"],
    ['＝1', '＝1\r\n', "'＝1\r\n"],
  ])('%j is written as %j, for spreadsheets as %j', async (cell, exact, safe) => {
    expect(await write(cell)).toBe(exact);
    expect(await write(cell, 'spreadsheet')).toBe(safe);
  });

  test.each<[CellValue, string]>([
    [-1234.5, '-1234,5\r\n'],
    [2024, '2024\r\n'],
    ['1.5', '1.5\r\n'],
    ['a;b', '"a;b"\r\n'],
    ['=1;"x"', '"\'=1;""x"""\r\n'],
    ['2026-11-25', '2026-11-25\r\n'],
  ])('%j is written for decimal commas as %j', async (cell, expected) => {
    expect(await write(cell, 'european-spreadsheet')).toBe(expected);
  });

  it('holds the same with semicolons and decimal commas as without', async () => {
    const path = '/charts/nvidia-revenue-by-segment.csv';
    const plain = Papa.parse<string[]>((await files.get(path)).text.trimEnd()).data;
    const asked = await files.get(`${path}?for=european-spreadsheet`);
    expect(asked.text.startsWith('\ufeff')).toBe(true);
    const european = Papa.parse<string[]>(asked.text.slice(1).trimEnd(), { delimiter: ';' }).data;
    const at = plain[0]!.indexOf('value_usd_millions');
    expect(european.map((row) => row.with(at, row[at]!.replace(',', '.')))).toEqual(plain);
    expect(asked.answer.headers.get('content-disposition')).toMatch(
      /filename="nvidia-revenue-by-segment_[0-9-]+_european-spreadsheet_snapshot-/,
    );
  });

  it('has computed figures at six digits, the same in JSON, and measured ones as in the data', async () => {
    const { rows } = JSON.parse((await files.get('/charts/shipments.json?view=growth-year')).text);
    const found = rows.map(({ value_percent }: { value_percent: number | null }) => value_percent);
    expect(found.some((value: number | null) => value !== null && value % 1 !== 0)).toBe(true);
    for (const value of found) expect(value).toBe(value && Number(value.toPrecision(6)));
    const { data } = Papa.parse<Record<string, string>>(
      (await files.get('/charts/shipments.csv?view=growth-year')).text.trimEnd(),
      { header: true },
    );
    expect(data.map((row) => row.value_percent)).toEqual(
      found.map((value: number | null) => String(value ?? '')),
    );
  });

  it('holds exactly the rows of the dataset, for a strict parser', async () => {
    const { text, answer } = await files.get('/datasets/gpu-holdings.csv?sort=-accelerators');
    const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { newline: '\r\n' });
    expect(errors).toEqual([]);
    const rows = await listRows(files.tracker.orm, gpuHoldings, {
      sort: [{ column: 'accelerators', descending: true }],
    });
    const names = Object.keys(gpuHoldings.columns) as (keyof typeof gpuHoldings.columns)[];
    expect(data[0]).toEqual(names);
    expect(data.slice(1)).toEqual(rows.map((row) => names.map((name) => String(row[name] ?? ''))));
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="gpu-holdings_snapshot-[0-9a-f]{6}\.csv"$/,
    );
  });

  it('begins with a byte order mark for spreadsheets alone', async () => {
    expect((await files.get('/charts/market-share.csv')).text.startsWith('\ufeff')).toBe(false);
    const { text } = await files.get('/charts/market-share.csv?for=spreadsheet');
    expect(text.startsWith('\ufeff')).toBe(true);
  });
});

describe('Excel', () => {
  it('holds typed figures and a sheet that explains them', async () => {
    const { bytes } = await files.get('/charts/market-share.xlsx');
    const figures = await readSheet(Buffer.from(bytes), 'Figures');
    const [header = [], first = []] = figures;
    expect(header).toContain('value_percent');
    expect(typeof first[header.indexOf('value_percent')]).toBe('number');
    expect(first[header.indexOf('period_start')]).toBeInstanceOf(Date);
    const about = (await readSheet(Buffer.from(bytes), 'About')).flat().join('\n');
    expect(about).toContain(files.tracker.snapshot.id);
    expect(about).toContain('CC-BY-4.0');
    expect(about).toContain('Jon Peddie Research');
  });

  it('is called like the chart, and is nobody else’s', async () => {
    const { bytes } = await files.get('/charts/market-share.xlsx');
    const { title } = JSON.parse((await files.get('/charts/market-share.json')).text);
    const properties = new TextDecoder().decode(unzipSync(bytes)['docProps/core.xml']);
    expect(properties).toContain(`<dc:title>${title}</dc:title>`);
    expect(properties).toContain('<cp:lastModifiedBy>AI Hardware Tracker</cp:lastModifiedBy>');
  });

  it('has the same bytes whatever the clock says', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-01') });
    const { bytes } = await files.get('/charts/market-share.xlsx');
    vi.setSystemTime(new Date('2031-06-15'));
    const { bytes: again } = await files.get('/charts/market-share.xlsx');
    vi.useRealTimers();
    expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true);
  });

  it('keeps what XML has no place for from spoiling the file', async () => {
    const cells: CellValue[] = [' a & <b>\n"c" ', 'bell\u0007', '=1+1', -0.5, 'x_x0041_'];
    const { view } = await getChartView(files.tracker, getPublishedChart('market-share')!);
    const publication = {
      ...toChartPublication(view, files.tracker.snapshot),
      table: toTable(cells),
    };
    const { body } = await renderXlsx(publication, {});
    const pieces: Uint8Array[] = [];
    for await (const piece of body as AsyncIterable<Uint8Array>) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    const read = await readSheet(bytes, 'Figures', { trim: false });
    expect(read.slice(1, 5).flat()).toEqual([' a & <b>\n"c" ', 'bell', '=1+1', -0.5]);
    // Excel would read the name of a character there; the reader above leaves it as it is.
    const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('x_x005F_x0041_');
  });
});

describe('Parquet', () => {
  /** Reads the file as DuckDB does; days become ISO text, whole numbers stay whole. */
  async function query(bytes: Uint8Array, sql: string) {
    const folder = mkdtempSync(join(tmpdir(), 'tracker-parquet-'));
    const path = join(folder, 'table.parquet');
    writeFileSync(path, bytes);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      const result = await connection.runAndReadAll(sql.replace('FILE', `'${path}'`));
      return result.getRowObjectsJson();
    } finally {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true });
    }
  }

  it('has days, yes and no as types, and no blanks where the contract has none', async () => {
    const describe = async (slug: string) => {
      const { bytes } = await files.get(`/datasets/${slug}.parquet`);
      const columns = await query(bytes, 'SELECT * FROM parquet_schema(FILE)');
      return new Map(columns.map((one) => [one.name, [one.duckdb_type, one.repetition_type]]));
    };
    const prices = await describe('rental-prices');
    expect(prices.get('date')).toEqual(['VARCHAR', 'REQUIRED']);
    expect(prices.get('date_day')).toEqual(['DATE', 'REQUIRED']);
    expect(prices.get('date_precision')).toEqual(['VARCHAR', 'REQUIRED']);
    expect(prices.get('note')).toEqual(['VARCHAR', 'OPTIONAL']);
    expect((await describe('paper-statements')).get('projected')).toEqual(['BOOLEAN', 'REQUIRED']);
    const { bytes } = await files.get('/datasets/paper-statements.parquet');
    const [found] = await query(bytes, 'SELECT count(*) AS n FROM FILE WHERE projected');
    const { rows } = JSON.parse((await files.get('/datasets/paper-statements.json')).text);
    const projected = rows.filter((row: { projected: string }) => row.projected === 'yes');
    expect(Number(found?.n)).toBe(projected.length);
  });

  it('has every row of a table that comes in many pieces, in its order', async () => {
    const ROWS = 45_000;
    const publication = await toDatasetPublication(openTracker(), gpuHoldings, WHOLE);
    async function* rows() {
      for (let at = 0; at < ROWS; at += 1000) {
        yield Array.from({ length: 1000 }, (_, place) => [`row ${at + place}`]);
      }
    }
    const table = { ...toTable([]), rows };
    const { body } = await renderParquet({ ...publication, table }, {});
    const [found] = await query(
      body as Uint8Array,
      `SELECT count(*) AS n, count_if(cell = 'row ' || file_row_number) AS placed
        FROM read_parquet(FILE, file_row_number = true)`,
    );
    expect(found).toEqual({ n: String(ROWS), placed: String(ROWS) });
    const none = await renderParquet({ ...publication, table: toTable([]) }, {});
    expect(await query(none.body as Uint8Array, 'SELECT * FROM FILE')).toEqual([]);
  });

  it('has columns with types that can be computed with', async () => {
    const { bytes } = await files.get('/charts/market-share.parquet');
    const columns = await query(bytes, 'DESCRIBE SELECT * FROM FILE');
    const types = Object.fromEntries(columns.map((one) => [one.column_name, one.column_type]));
    expect(types).toMatchObject({
      series: 'VARCHAR',
      period_start: 'DATE',
      value_percent: 'DOUBLE',
    });
    const [found] = await query(
      bytes,
      'SELECT max(value_percent) AS most, count(*) AS n FROM FILE',
    );
    const { rows } = JSON.parse((await files.get('/charts/market-share.json')).text);
    expect(found).toEqual({
      most: Math.max(...rows.map((row: { value_percent: number }) => row.value_percent)),
      n: String(rows.length),
    });
  });
});

describe('a date as exact as its source', () => {
  it('stays as it is, and has its first day and its precision in columns of their own', async () => {
    const { rows } = JSON.parse((await files.get('/datasets/chips.json?sort=launch_date')).text);
    const ofLength = (length: number) =>
      rows.find(({ launch_date: date }: { launch_date: string | null }) => date?.length === length);
    const { launch_date: month } = ofLength(7);
    expect(ofLength(7)).toMatchObject({
      launch_date_day: `${month}-01`,
      launch_date_precision: 'month',
    });
    const { launch_date: day } = ofLength(10);
    expect(ofLength(10)).toMatchObject({ launch_date_day: day, launch_date_precision: 'day' });
    const { text } = await files.get('/datasets/chips.csv?columns=chip~launch_date');
    expect(text).toMatch(/^chip,launch_date,launch_date_day,launch_date_precision\r\n/);
    expect((await files.get('/datasets/chips.csv?columns=chip~name')).text).toMatch(
      /^chip,name\r\n/,
    );
  });

  it('is a date in charts, too, but not where a period has its days already', async () => {
    const { columns } = JSON.parse((await files.get('/charts/accelerator-holders.json')).text);
    const types = new Map(
      columns.map((one: { name: string; type: string }) => [one.name, one.type]),
    );
    expect(types.get('detail_as_of')).toBe('text');
    expect(types.get('detail_as_of_day')).toBe('date');
    const shares = JSON.parse((await files.get('/charts/nvidia-data-center-revenue.json')).text);
    const names = shares.columns.map(({ name }: { name: string }) => name);
    expect(names).toContain('period_start');
    expect(names).not.toContain('period_day');
  });
});

describe('JSON', () => {
  it('holds rows, units, sources and the snapshot', async () => {
    const document = JSON.parse((await files.get('/charts/market-share.json')).text);
    expect(document.snapshot.id).toBe(files.tracker.snapshot.id);
    expect(document.sources.length).toBeGreaterThan(0);
    expect(Object.keys(document.rows[0])).toEqual(
      document.columns.map(({ name }: { name: string }) => name),
    );
  });
});
