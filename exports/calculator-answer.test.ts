/** The calculators' files: what is inside, and what is refused. */
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getCalculatorView } from '@/subjects/calculators/calculator-view';
import { getCalculator } from '@/subjects/calculators/calculators';
import { answerCalculator } from './calculator-answer';

const tracker = openFrozenData();

function get(query: string, extension = 'json', slug = 'inference') {
  const request = new Request(`http://localhost/calculators/${slug}.${extension}?${query}`);
  return answerCalculator(request, tracker, { slug, extension });
}

interface Row {
  readonly scenario: number;
  readonly kind: string;
  readonly name: string;
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
  readonly origin: string;
  readonly note: string | null;
  readonly address: string;
}

async function getRows(query: string, slug = 'inference'): Promise<Row[]> {
  return ((await (await get(query, 'json', slug)).json()) as { rows: Row[] }).rows;
}

const CHANGED = 'preset=google-scale&years_of_use=3+to+6&with=bing&with=chatgpt';

describe('the rows', () => {
  it('hold the figures of the page, scenario by scenario', async () => {
    const { view } = await getCalculatorView(tracker, getCalculator('inference')!, {
      preset: 'google-scale',
      years_of_use: '3 to 6',
      with: ['bing', 'chatgpt'],
    });
    const rows = await getRows(CHANGED);
    view.scenarios.forEach(({ simulation }, index) => {
      for (const [name, { p5, p50, p95 }] of Object.entries(simulation.spreads)) {
        const row = rows.find((one) => one.scenario === index + 1 && one.name === name);
        expect(row).toMatchObject({ kind: 'result', low: p5, middle: p50, high: p95 });
      }
    });
  });

  it('say of every assumption its range, where it comes from, and whether it was changed', async () => {
    const rows = await getRows(CHANGED);
    const find = (name: string) => rows.find((one) => one.scenario === 1 && one.name === name);
    expect(find('years_of_use')).toMatchObject({
      kind: 'assumption',
      low: 3,
      middle: 4.5,
      high: 6,
      origin: 'changed',
      note: 'The preset says 3 to 5.',
    });
    expect(find('queries_per_day')).toMatchObject({ low: 8e9, high: 9e9, origin: 'source' });
    expect(find('pay')).toMatchObject({ kind: 'choice', note: 'bought', middle: null });
    expect(find('rent_usd_per_accelerator_hour')).toBeUndefined();
  });

  it('lead to a page that says the same', async () => {
    const rows = await getRows(CHANGED);
    const query = new URL(rows[0]!.address).search.slice(1);
    expect(query).toBe('preset=google-scale&years_of_use=3+to+6');
    const own = await getRows(query);
    expect(own).toEqual(rows.filter(({ scenario }) => scenario === 1));
  });
});

describe('a wrong parameter is explained', () => {
  test.each([
    ['preset=moon', 'preset', expect.arrayContaining(['bing'])],
    ['pay=steal', 'pay', ['buy', 'rent']],
    ['of=__proto__', 'of', expect.arrayContaining(['yearly_usd'])],
    ['of=servers&of=servers', 'of', 'Use one value.'],
    ['with=moon', 'with', expect.stringContaining('Use up to 3')],
    ['with=preset%3Dbing%26years_of_use%3Dsome', 'with', expect.stringContaining('Use up to 3')],
    ['years_of_use=some', 'years_of_use', 'Use a figure or a range: 0.1 to 30.'],
    ['years_of_use=', 'years_of_use', 'Use a figure or a range: 0.1 to 30.'],
    ['years_of_use=2,5', 'years_of_use', 'Use a figure or a range: 0.1 to 30.'],
    ['years_of_use=300', 'years_of_use', 'Use a figure or a range: 0.1 to 30.'],
    ['years_of_use=6+to+3', 'years_of_use', 'Use a figure or a range: 0.1 to 30.'],
    ['picture=pie', 'picture', expect.stringContaining('distribution, tornado')],
    ['theme=pink', 'theme', ['light', 'dark']],
    ['color=red', 'color', expect.arrayContaining(['queries_per_day'])],
  ])('%s', async (query, parameter, allowed) => {
    const answer = await get(query, 'svg');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const { problems } = (await answer.json()) as { problems: unknown[] };
    expect(problems).toMatchObject([{ parameter, found: expect.any(String), allowed }]);
  });

  test.each([
    ['pay=rent&years_of_use=5', 'years_of_use', expect.stringContaining('only where pay=buy')],
    ['picture=comparison', 'picture', expect.stringContaining('with=')],
    ['of=capital_usd&pay=rent', 'of', expect.stringContaining('no assumption moves')],
  ])('otherwise where it makes sense beside others: %s', async (query, parameter, allowed) => {
    const answer = await get(query, 'svg');
    expect(answer.status).toBe(409);
    const { problems } = (await answer.json()) as { problems: unknown[] };
    expect(problems).toMatchObject([{ parameter, allowed }]);
  });

  it('also where a file of figures is asked for a picture', async () => {
    expect((await get('picture=tornado', 'csv')).status).toBe(400);
  });

  it('and so is a calculator or a format that there is not', async () => {
    expect(await (await get('', 'csv', 'moon')).json()).toMatchObject({ status: 404 });
    expect(await (await get('', 'gif')).json()).toMatchObject({ status: 404 });
  });
});

describe('pictures', () => {
  const say = async (query: string) => (await get(query, 'svg')).text();

  it('are the one asked for; without asking, the comparison where there is one', async () => {
    expect(await say('')).toContain('Cost per year: what moves it');
    expect(await say('with=chatgpt')).toContain('Cost per year: compared');
    expect(await say('with=chatgpt&picture=distribution')).toContain('how the draws spread');
    expect(await say('of=servers')).toContain('Servers: what moves it');
  });

  it('say whose they are, with the assumptions, sources and address', async () => {
    const text = (await say('years_of_use=3+to+6')).replaceAll(/(<[^>]+>|\s)+/g, ' ');
    expect(text).toContain('Serving a model: ChatGPT in Bing, 2023, changed.');
    expect(text).toContain('years of use 3 to 6 (changed)');
    expect(text).toContain('utilization 24.6%');
    expect(text).toContain('/calculators/inference?years_of_use=3+to+6');
    expect(text).toContain(`snapshot ${tracker.snapshot.id.slice(0, 6)}`);
  });

  it('have the size asked for', async () => {
    const bytes = await (await get('size=social', 'png')).arrayBuffer();
    const view = new DataView(bytes);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630]);
  });

  it('hold their words as text in PDF', async () => {
    const bytes = new Uint8Array(await (await get('picture=tornado', 'pdf')).arrayBuffer());
    const page = await (await getDocumentProxy(bytes)).getPage(1);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(text.replaceAll(' ', '')).toContain('Costperyear:whatmovesit');
  });
});

it('is a workbook with typed figures', async () => {
  const bytes = Buffer.from(await (await get('', 'xlsx')).arrayBuffer());
  const [header = [], ...rows] = await readSheet(bytes, 'Figures');
  const servers = rows.find((row) => row[header.indexOf('name')] === 'servers')!;
  expect(servers[header.indexOf('middle')]).toBe(19_996);
});

it('is an archive with every picture', async () => {
  const bytes = new Uint8Array(await (await get('with=chatgpt', 'zip')).arrayBuffer());
  const names = Object.keys(unzipSync(bytes)).map((name) => name.split('/')[1]);
  expect(names).toEqual([
    'README.md',
    'datapackage.json',
    'sources.bib',
    'inference.csv',
    ...['comparison', 'tornado', 'distribution'].flatMap((name) => [
      `inference-${name}.svg`,
      `inference-${name}.png`,
    ]),
  ]);
});

test.each([
  ['', 'csv', 'inference_bing'],
  ['preset=google-scale', 'csv', 'inference_google-scale'],
  ['years_of_use=6&with=chatgpt', 'csv', 'inference_bing_changed_with-1'],
  ['picture=distribution', 'svg', 'inference_bing_distribution'],
])('the file of ?%s as %s is called %s', async (query, extension, stem) => {
  const disposition = (await get(query, extension)).headers.get('content-disposition');
  const short = tracker.snapshot.id.slice(0, 6);
  expect(disposition).toContain(`filename="${stem}_snapshot-${short}.${extension}"`);
});

it('is the same under its permalink, and lasts', async () => {
  const live = await get(CHANGED, 'csv');
  const permalink = /<([^>]+)>; rel="cite-as"/.exec(live.headers.get('link') ?? '')?.[1] ?? '';
  const frozen = await get(new URL(permalink).search.slice(1), 'csv');
  expect(frozen.headers.get('cache-control')).toContain('immutable');
  const withoutAddress = (text: string) => text.replaceAll(/,[^,]*localhost[^,\r]*/g, '');
  expect(withoutAddress(await frozen.text())).toBe(withoutAddress(await live.text()));
});
