import Database from 'better-sqlite3';
import { describe, expect, it, test } from 'vitest';
import { publishedCharts } from '@/catalog/published';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { answerChart } from './chart-answer';
import { answerDatabase } from './database-file';
import { answerDataset } from './dataset-answer';
import { getFormat } from './formats';
import { readDownloadForm, toSaved } from './publication-answer';
import { buildNoise, buildRandom, WRONG_VALUES } from './wrong-values-for-tests';

const tracker = openFrozenData();

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost${path}`, { headers });

function getChart(query: string, extension = 'svg', slug = 'market-share') {
  return answerChart(ask(`/charts/${slug}.${extension}?${query}`), tracker, { slug, extension });
}

function getDataset(query: string, extension = 'csv', slug = 'gpu-holdings') {
  return answerDataset(ask(`/datasets/${slug}.${extension}?${query}`), tracker, {
    slug,
    extension,
  });
}

describe('a wrong parameter is explained', () => {
  test.each([
    ['theme=pink', 'theme', ['light', 'dark']],
    ['density=0', 'density', ['1', '2', '3'], 'png'],
    ['scale=4', 'density', ['1', '2', '3'], 'png', 'papers-by-vendor'],
    ['scale=tall', 'scale', ['log', 'linear'], 'png', 'papers-by-vendor'],
    ['width=100000', 'width', 'Use a whole number from 400 to 4000.'],
    ['market=moon', 'market', expect.arrayContaining(['jpr-aib-desktop'])],
    ['color=red', 'color', expect.arrayContaining(['theme'])],
  ])('%s', async (query, parameter, allowed, extension = 'svg', slug = 'market-share') => {
    const answer = await getChart(query, extension, slug);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const { problems } = await answer.json();
    expect(problems).toContainEqual({
      parameter,
      found: expect.any(String),
      allowed,
      suggestion: null,
      detail: expect.stringMatching(new RegExp(`^${parameter}: `)),
    });
  });

  test.each([
    ['theme=dark&background=white', 'background', ['solid', 'transparent']],
    ['market=china-ai-chips-bernstein&series=google', 'series', expect.arrayContaining(['nvidia'])],
    ['width=400&height=200', 'height', expect.stringContaining('Higher')],
  ])('otherwise where values are at odds: %s', async (query, parameter, allowed) => {
    const answer = await getChart(query, 'svg');
    expect(answer.status).toBe(409);
    const { title, problems } = await answer.json();
    expect(title).toContain('do not go together');
    expect(problems).toMatchObject([{ parameter, allowed }]);
  });

  test.each([
    'status=sold',
    'sort=nothing',
    'columns=price',
    'page=0',
    'color=red',
    'accelerators=many',
  ])('of a dataset: %s', async (query) => {
    const answer = await getDataset(query);
    expect(answer.status).toBe(400);
    const { problems } = await answer.json();
    expect(problems.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      query.split('=')[0],
    ]);
  });

  test.each([
    ['chips', 'vendor=Nvidia', 'Did you mean “nvidia”?'],
    ['chips', 'vendor=foo', '/datasets/vendors.csv'],
    ['chips', 'chip=H100', 'Did you mean “h100”?'],
    ['gpu-market-share', 'period_start=2025-13-01', '2023-02-23'],
    ['gpu-market-share', 'vendor=nvida', 'Did you mean “nvidia”?'],
    ['chips', 'vendor=NVDA', 'Did you mean “nvidia”?'],
    ['gpu-holdings', 'organization=OpenAI', 'Did you mean “openai”?'],
    ['chips', 'chip=Ironwood', 'Did you mean “tpu-v7”?'],
  ])('of %s that nothing can have: %s', async (slug, query, allowed) => {
    const answer = await getDataset(query, 'csv', slug);
    expect(answer.status).toBe(400);
    const { problems } = await answer.json();
    const [parameter, found] = query.split('=');
    expect(problems).toMatchObject([{ parameter, found }]);
    expect(`${problems[0].allowed} ${problems[0].detail}`).toContain(allowed);
  });

  it('but not a name without rows, which there is', async () => {
    const answer = await getDataset('vendor=tesla', 'csv', 'gpu-market-share');
    expect(answer.status).toBe(200);
    expect((await answer.text()).trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('or the format, with those there are', async () => {
    const answer = await getChart('', 'gif');
    expect(answer.status).toBe(404);
    expect((await answer.json()).detail).toContain('svg');
  });
});

describe('a file is asked for again', () => {
  it('and not sent when nothing changed', async () => {
    const etag = (await getChart('theme=dark')).headers.get('etag')!;
    expect(etag).toMatch(/^"/);
    const again = await answerChart(
      ask('/charts/market-share.svg?theme=dark', { 'if-none-match': etag }),
      tracker,
      { slug: 'market-share', extension: 'svg' },
    );
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('under one tag per address and snapshot, in whatever order parameters stand', async () => {
    const tag = async (query: string) => (await getChart(query)).headers.get('etag');
    expect(await tag('theme=dark&width=800')).toBe(await tag('width=800&theme=dark'));
    expect(await tag('theme=dark')).not.toBe(await tag('theme=light'));
  });
});

it('lets pages of other sites read every answer', async () => {
  for (const answer of [await getChart(''), await getChart('x=1'), await getDataset('')]) {
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  }
});

describe('the database itself', () => {
  const getDatabase = (query = '') =>
    answerDatabase(ask(`/download/tracker.sqlite${query}`), tracker);

  it('is sent as a file', async () => {
    const answer = await getDatabase();
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(Number(answer.headers.get('x-tracker-length'))).toBe(bytes.length);
    expect(answer.headers.get('cache-control')).not.toContain('immutable');
  });

  it('is that of the snapshot asked for, for ever', async () => {
    const { id } = tracker.snapshot;
    const answer = await getDatabase(`?snapshot=${id}`);
    const client = new Database(Buffer.from(await answer.arrayBuffer()));
    expect(client.prepare('SELECT id FROM snapshot').pluck().get()).toBe(id);
    client.close();
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  test.each([
    ['?snapshot=000000000000', 404],
    ['?snapshot=../../etc/passwd', 404],
    ['?table=chips', 400],
  ])('%s is answered %i with an explanation', async (query, status) => {
    const answer = await getDatabase(query);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect((await answer.json()).detail).toContain('snapshot');
  });
});

describe('the form of the panel', () => {
  test.each([
    ['format=png&size=fit&theme=dark&density=1', '/charts/market-share.png?theme=dark'],
    ['format=png&scale=log&density=2', '/charts/market-share.png?scale=log&density=2'],
    ['format=svg&density=2&view=quarter', '/charts/market-share.svg?view=quarter'],
    ['format=csv&theme=dark&size=slide', '/charts/market-share.csv'],
  ])('%s leads to %s', (query, location) => {
    const url = `http://localhost/download/charts/market-share?${query}`;
    expect(readDownloadForm(url, 'chart', 'market-share')).toMatchObject({ address: location });
  });

  it('saves a picture that its own address shows', async () => {
    const shown = await getChart('', 'svg');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename=/);
    const saved = toSaved(shown);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.svg"$/);
    expect(await saved.text()).toContain('<svg');
  });

  it('leads to files of datasets too, whatever their columns are called', () => {
    const url = 'http://localhost/download/datasets/systems?format=json&scale=1&size=big&q=x';
    expect(readDownloadForm(url, 'dataset', 'systems')).toMatchObject({
      address: '/datasets/systems.json?scale=1&size=big&q=x',
    });
  });

  it('leads to files of calculators too, with every scenario next to the own one', () => {
    const url =
      'http://localhost/download/calculators/training?with=gpt3&with=gpt4&picture=&format=pdf';
    expect(readDownloadForm(url, 'calculator', 'training')).toMatchObject({
      address: '/calculators/training.pdf?with=gpt3&with=gpt4',
    });
  });
});

it('answers 200 random addresses of each kind with a file or an explanation', async () => {
  const random = buildRandom(20261122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const toValue = () => (random() < 0.5 ? pick(WRONG_VALUES) : buildNoise(random));
  const names = [
    'size',
    'width',
    'height',
    'theme',
    'frame',
    'density',
    'scale',
    'market',
    'view',
    'series',
    'time',
    'q',
    'sort',
    'page',
    'status',
  ];
  for (let round = 0; round < 200; round += 1) {
    const query = new URLSearchParams([
      [pick(names), toValue()],
      [pick(names), toValue()],
      ['theme', pick(['light', 'dark'])],
    ]).toString();
    const answers = [
      await getChart(query, pick(['svg', 'csv', 'json']), pick(publishedCharts).slug),
      await getDataset(query.replace(/&theme=.*$/, ''), pick(['csv', 'json'])),
    ];
    for (const answer of answers) {
      const text = await answer.text();
      expect([200, 400], `${query} ${text.slice(0, 200)}`).toContain(answer.status);
      if (answer.status === 400) expect(JSON.parse(text).problems.length).toBeGreaterThan(0);
    }
  }
}, 60_000);

it('holds the columns asked for, in the contract’s order, of the rows asked for', async () => {
  const answer = await getDataset(
    'columns=accelerators~organization&edition=soai-2022-11&sort=-accelerators&limit=2',
  );
  const [header, first] = (await answer.text()).split('\r\n');
  expect(header).toBe('organization,accelerators');
  expect(first).toMatch(/^[a-z0-9-]+,\d+$/);
  expect(answer.headers.get('content-disposition')).toContain('gpu-holdings_selection_');
  const workbook = await getDataset('columns=organization', 'xlsx');
  expect(workbook.status).toBe(200);
});

describe('a file’s name', () => {
  test.each([
    ['png', '', /^market-share_jpr-aib-desktop_2009-2025_snapshot-\w{6}\.png$/],
    ['png', 'size=slide&theme=dark&density=2', /_2009-2025_slide_dark_snapshot-\w{6}@2x\.png$/],
    ['svg', 'width=800&frame=none', /_2009-2025_width-800_no-frame_snapshot-\w{6}\.svg$/],
    ['csv', 'for=spreadsheet', /_2009-2025_spreadsheet_snapshot-\w{6}\.csv$/],
    ['csv', 'time=2020..2022', /^market-share_jpr-aib-desktop_2020-2022_snapshot-/],
    ['csv', 'time=2020-Q1..2020-Q3', /^market-share_jpr-aib-desktop_2020-q1-2020-q3_snapshot-/],
    ['csv', 'time=2020..', /^market-share_jpr-aib-desktop_2020-2025_snapshot-/],
    ['bib', 'accessed=2026-11-25', /^market-share_jpr-aib-desktop_2009-2025_snapshot-\w{6}\.bib$/],
  ])('of %s, %s', async (extension, query, expected) => {
    const answer = await getChart(`market=jpr-aib-desktop&${query}`, extension);
    const [, name] = /filename="(.*)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
    expect(name).toMatch(expected);
  });
});

test('more rows than a program opens are refused, with what to ask for instead', async () => {
  const excel = getFormat('dataset', 'xlsx');
  const most = excel?.mostRows;
  expect(most).toBe(1_048_575);
  Object.assign(excel ?? {}, { mostRows: 3 });
  try {
    const answer = await getDataset('', 'xlsx', 'vendors');
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect((await answer.json()).detail).toMatch(/^Excel opens 3 rows, .+ \.csv or \.parquet/);
    expect((await getDataset('vendor=nvidia', 'xlsx', 'vendors')).status).toBe(200);
    expect((await getDataset('', 'parquet', 'vendors')).status).toBe(200);
  } finally {
    Object.assign(excel ?? {}, { mostRows: most });
  }
});
