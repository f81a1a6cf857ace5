/** Opens what was written with other programs' eyes. */
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { openRealData } from '@/catalog/real-data';
import type { CellValue } from '@/data/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { Tracker } from '@/db/connection';
import { listRows } from '@/db/queries/table';
import { answerChart } from '../chart-answer';
import type { DataTable } from '../data-table';
import { answerDataset } from '../dataset-answer';
import { writeCsv } from './csv';

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

describe('CSV', () => {
  const table = (cells: CellValue[]): DataTable => ({
    columns: [{ name: 'cell', type: 'text', label: '', meaning: '', unit: null }],
    async *batches() {
      yield cells.map((cell) => [cell]);
    },
  });
  const write = async (cell: CellValue, forSpreadsheet: boolean) => {
    let text = '';
    for await (const piece of writeCsv(table([cell]), { forSpreadsheet })) text += piece;
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
});

describe('Parquet', () => {
  it('holds the rows of the dataset with their types', async () => {
    const { bytes } = await get('/datasets/gpu-holdings.parquet');
    const rows = await parquetReadObjects({ file: bytes.slice().buffer });
    const expected = await listRows(tracker.orm, gpuHoldings);
    expect(rows.length).toBe(expected.length);
    expect(rows[0]?.accelerators).toBe(BigInt(expected[0]!.accelerators));
    expect(rows.map(({ holding }) => holding)).toEqual(expected.map(({ holding }) => holding));
  });
});

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
