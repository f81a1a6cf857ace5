/** Opens what was written with other programs' eyes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse as parseBibTeX } from '@retorquere/bibtex-parser';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { getPublishedChart } from '@/catalog/published';
import { openRealData } from '@/catalog/real-data-for-tests';
import { getChartView } from '@/catalog/view';
import type { CellValue, Contract } from '@/data/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { sources } from '@/data/sources/contract';
import type { Tracker } from '@/db/connection';
import type { SourceRow } from '@/db/queries/names';
import { listNewestSources } from '@/db/queries/sources';
import { listRows } from '@/db/queries/table';
import { answerChart } from '../chart-answer';
import { toChartPublication } from '../chart-publication';
import type { DataTable } from '../data-table';
import { answerDataset } from '../dataset-answer';
import { writeCsv } from './csv';
import { xlsx } from './xlsx';

let tracker: Tracker;
let remove: () => void;
beforeAll(async () => {
  ({ tracker, remove } = await openRealData());
});
afterAll(() => remove());

async function get(path: string): Promise<{ answer: Response; bytes: Uint8Array; text: string }> {
  const [, kind, slug = '', extension = ''] = /^\/(\w+)\/([^.]+)\.(\w+)/.exec(path) ?? [];
  const request = new Request(`http://localhost${path}`);
  const answer = await (kind === 'charts' ? answerChart : answerDataset)(request, tracker, {
    slug,
    extension,
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { answer, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

/** One column, a row a cell. */
const toTable = (cells: readonly CellValue[]): DataTable => ({
  columns: [{ name: 'cell', type: 'text', label: '', meaning: '', unit: null }],
  async *batches() {
    yield cells.map((cell) => [cell]);
  },
});

describe('CSV', () => {
  const write = async (cell: CellValue, forSpreadsheet: boolean) => {
    let text = '';
    for await (const piece of writeCsv(toTable([cell]), { forSpreadsheet })) text += piece;
    return text.replace(/^\ufeff?cell\r\n/, '');
  };

  test.each<[CellValue, string, string]>([
    ['plain', 'plain\r\n', 'plain\r\n'],
    ['a,b', '"a,b"\r\n', '"a,b"\r\n'],
    ['say "x"', '"say ""x"""\r\n', '"say ""x"""\r\n'],
    ['two\nlines', '"two\nlines"\r\n', '"two\nlines"\r\n'],
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
    expect(await write(cell, false)).toBe(exact);
    expect(await write(cell, true)).toBe(safe);
  });

  it('holds exactly the rows of the dataset, for a strict parser', async () => {
    const { text, answer } = await get('/datasets/gpu-holdings.csv?sort=-accelerators');
    const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { newline: '\r\n' });
    expect(errors).toEqual([]);
    const rows = await listRows(tracker.orm, gpuHoldings, {
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
    expect((await get('/charts/market-share.csv')).text.startsWith('\ufeff')).toBe(false);
    const { text } = await get('/charts/market-share.csv?for=spreadsheet');
    expect(text.startsWith('\ufeff')).toBe(true);
  });
});

describe('Excel', () => {
  it('holds typed figures and a sheet that explains them', async () => {
    const { bytes } = await get('/charts/market-share.xlsx');
    const figures = await readSheet(Buffer.from(bytes), 'Figures');
    const [header = [], first = []] = figures;
    expect(header).toContain('value_percent');
    expect(typeof first[header.indexOf('value_percent')]).toBe('number');
    expect(first[header.indexOf('period_start')]).toBeInstanceOf(Date);
    const about = (await readSheet(Buffer.from(bytes), 'About')).flat().join('\n');
    expect(about).toContain(tracker.snapshot.id);
    expect(about).toContain('CC-BY-4.0');
    expect(about).toContain('Jon Peddie Research');
  });

  it('holds exactly the rows of the dataset', async () => {
    const { bytes } = await get('/datasets/gpu-holdings.xlsx');
    const [header, ...rows] = await readSheet(Buffer.from(bytes), 'Figures');
    const expected = await listRows(tracker.orm, gpuHoldings);
    expect(header).toEqual(Object.keys(gpuHoldings.columns));
    const toText = (value: unknown) =>
      value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
    const names = Object.keys(gpuHoldings.columns) as (keyof typeof gpuHoldings.columns)[];
    expect(rows.map((row) => row.map(toText))).toEqual(
      expected.map((row) => names.map((name) => toText(row[name]).trim())),
    );
  });

  it('has the same bytes each time', async () => {
    const { bytes } = await get('/charts/market-share.xlsx');
    const { bytes: again } = await get('/charts/market-share.xlsx');
    expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true);
  });

  it('keeps what XML has no place for from spoiling the file', async () => {
    const cells: CellValue[] = [' a & <b>\n"c" ', 'bell\u0007', '=1+1', -0.5];
    const { view } = await getChartView(tracker, getPublishedChart('market-share')!);
    const publication = { ...toChartPublication(view, tracker.snapshot), table: toTable(cells) };
    const { body } = await xlsx.render(publication, {});
    const pieces: Uint8Array[] = [];
    for await (const piece of body as AsyncIterable<Uint8Array>) pieces.push(piece);
    const read = await readSheet(Buffer.concat(pieces), 'Figures', { trim: false });
    expect(read.slice(1).flat()).toEqual([' a & <b>\n"c" ', 'bell', '=1+1', -0.5]);
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

  it('holds the rows of the dataset', async () => {
    const { bytes } = await get('/datasets/gpu-holdings.parquet');
    const rows = await query(bytes, 'SELECT * FROM FILE');
    const expected = await listRows(tracker.orm, gpuHoldings);
    expect(rows.length).toBe(expected.length);
    for (const name of ['holding', 'organization', 'as_of', 'source'] as const) {
      expect(rows.map((row) => row[name])).toEqual(expected.map((row) => row[name]));
    }
    expect(rows.map(({ accelerators }) => Number(accelerators))).toEqual(
      expected.map(({ accelerators }) => accelerators),
    );
  });

  it('has columns with types that can be reckoned with', async () => {
    const { bytes } = await get('/charts/market-share.parquet');
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
    const { rows } = JSON.parse((await get('/charts/market-share.json')).text);
    expect(found).toEqual({
      most: Math.max(...rows.map((row: { value_percent: number }) => row.value_percent)),
      n: String(rows.length),
    });
  });
});

describe('citations', () => {
  let known: SourceRow[];
  beforeAll(async () => {
    known = (await listNewestSources(tracker.orm, sources as Contract, -1)).newest;
  });

  it('are BibTeX that a reader of BibTeX takes, with every source there is', async () => {
    const { errors, entries } = parseBibTeX((await get('/datasets/sources.bib')).text, {
      sentenceCase: false,
    });
    expect(errors).toEqual([]);
    expect(entries.slice(1).map(({ key }) => key)).toEqual(known.map(({ source }) => source));
    entries.slice(1).forEach(({ key, fields }, index) => {
      const { title, publisher, url, published_on } = known[index]!;
      const [author, ...others] = fields.author ?? [];
      expect([toPlain(author?.name ?? ''), others], key).toEqual([toPlain(publisher), []]);
      expect(toPlain(fields.title ?? ''), key).toBe(toPlain(title));
      expect(fields.url ?? null, key).toBe(url);
      expect(fields.year ?? null, key).toBe(published_on?.slice(0, 4) ?? null);
    });
  });

  it('of a chart name its address and its snapshot', async () => {
    const { entries } = parseBibTeX((await get('/charts/market-share.bib?series=nvidia')).text);
    expect(entries[0]?.fields.url).toMatch(/\/charts\/market-share\?series=nvidia$/);
    expect(entries[0]?.fields.note).toContain(tracker.snapshot.id);
  });

  it('are RIS records, each from its type to its end', async () => {
    const { text } = await get('/datasets/sources.ris');
    const records = text.split('\r\n\r\n').map((record) => record.trimEnd().split('\r\n'));
    expect(records.length).toBe(1 + known.length);
    records.forEach((lines, index) => {
      for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-( \S.*)?$/);
      const tags = lines.map((line) => line.slice(0, 2));
      expect([tags[0], tags.at(-1)]).toEqual(['TY', 'ER']);
      expect(tags).toEqual([...new Set(tags)]);
      const values = Object.fromEntries(lines.map((line) => [line.slice(0, 2), line.slice(6)]));
      expect(values.TY).toMatch(/^(DATA|ELEC)$/);
      if (values.DA) expect(values.DA).toMatch(/^\d{4}(\/\d\d){0,2}$/);
      const source = known[index - 1];
      if (source) expect([values.ID, values.UR ?? null]).toEqual([source.source, source.url]);
    });
  });

  it('are CSL-JSON items with types and dates that the schema knows', async () => {
    const items = JSON.parse((await get('/datasets/sources.csl')).text);
    const part = z.union([z.int().min(1900).max(2100), z.int().min(1).max(31)]);
    const date = z.strictObject({ 'date-parts': z.tuple([z.array(part).min(1).max(3)]) });
    const item = z.strictObject({
      id: z.string().min(1),
      type: z.enum(['dataset', 'webpage']),
      title: z.string().min(1),
      author: z.array(z.strictObject({ literal: z.string().min(1) })).length(1),
      'container-title': z.string().optional(),
      issued: date.optional(),
      accessed: date.optional(),
      URL: z.url().optional(),
      note: z.string().optional(),
    });
    expect(z.array(item).safeParse(items).error?.issues ?? []).toEqual([]);
    expect(items.slice(1).map(({ id }: { id: string }) => id)).toEqual(
      known.map(({ source }) => source),
    );
  });
});

/** Without what BibTeX has other signs for: dashes, quotes, spaces, and braces. */
function toPlain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

describe('JSON', () => {
  it('holds rows, units, sources and the snapshot', async () => {
    const document = JSON.parse((await get('/charts/market-share.json')).text);
    expect(document.snapshot.id).toBe(tracker.snapshot.id);
    expect(document.sources.length).toBeGreaterThan(0);
    expect(Object.keys(document.rows[0])).toEqual(
      document.columns.map(({ name }: { name: string }) => name),
    );
  });

  it('has one object a line as NDJSON', async () => {
    const lines = (await get('/charts/market-share.ndjson')).text.trimEnd().split('\n');
    const { rows } = JSON.parse((await get('/charts/market-share.json')).text);
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
  });
});

describe('PNG', () => {
  const size = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return [view.getUint32(16), view.getUint32(20)];
  };

  test.each([
    ['size=article', [1200, 800]],
    ['size=slide', [1920, 1080]],
    ['size=square', [1080, 1080]],
    ['size=social', [1200, 630]],
    ['size=print', [2126, 1417]],
    ['width=400&height=500', [400, 500]],
    ['size=article&scale=2', [2400, 1600]],
  ])('%s gives %j pixels', async (query, expected) => {
    const { bytes } = await get(`/charts/market-share.png?${query}`);
    expect(size(bytes)).toEqual(expected);
  });

  it('has the same bytes each time', async () => {
    const { bytes } = await get('/charts/market-share.png?theme=dark');
    const { bytes: again } = await get('/charts/market-share.png?theme=dark');
    expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true);
  });

  it('is refused at once when it would be huge', async () => {
    const { answer, text } = await get('/charts/market-share.png?width=4000&height=4000&scale=3');
    expect(answer.status).toBe(400);
    expect(JSON.parse(text).problems[0]).toMatchObject({ parameter: 'scale', allowed: ['1'] });
  });

  it('takes the scale of the axis and of the pixels at once', async () => {
    const { answer, bytes } = await get(
      '/charts/papers-by-vendor.png?scale=linear&scale=2&size=article',
    );
    expect(answer.status).toBe(200);
    expect(size(bytes)).toEqual([2400, 1600]);
  });
});

describe('PDF', () => {
  it('holds its words as text', async () => {
    const { bytes } = await get('/charts/nvidia-data-center-revenue.pdf');
    const page = await (await getDocumentProxy(bytes)).getPage(1);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    // Letters stand one by one; spaces are not always written.
    expect(text.replaceAll(' ', '')).toContain('data-centerrevenue');
    expect(text.replaceAll(' ', '')).toContain(`snapshot${tracker.snapshot.id.slice(0, 6)}`);
  });
});

describe('ZIP', () => {
  it('holds figures, explanation, sources and pictures', async () => {
    const files = unzipSync((await get('/charts/market-share.zip')).bytes);
    const names = Object.keys(files).map((name) => name.split('/')[1]);
    expect(names).toEqual([
      'README.md',
      'datapackage.json',
      'sources.bib',
      'market-share.csv',
      'market-share.svg',
      'market-share.png',
    ]);
    const find = (name: string) =>
      new TextDecoder().decode(Object.entries(files).find(([path]) => path.endsWith(name))?.[1]);
    expect(find('market-share.csv')).toBe((await get('/charts/market-share.csv')).text);
    expect(JSON.parse(find('datapackage.json')).resources[0].path).toBe('market-share.csv');
    expect(find('README.md')).toContain('# ');
  });

  it('has the same bytes each time', async () => {
    const { bytes } = await get('/datasets/vendors.zip');
    const { bytes: again } = await get('/datasets/vendors.zip');
    expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true);
  });
});
