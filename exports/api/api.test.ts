import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020';
import { describe, expect, it, test } from 'vitest';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { calculators } from '@/subjects/calculators/calculators';
import { getChartView } from '@/views/chart-view';
import { isEverything } from '@/views/choose-cover-for-tests';
import { answerCalculator } from '../calculator-answer';
import { answerChart } from '../chart-answer';
import { answerDataset } from '../dataset-answer';
import { answerEmbed } from '../embed/embed-answer';
import { answerOEmbed } from '../embed/oembed';
import { writeSnapshotFeed } from '../feed';
import { listFormats } from '../formats';
import type { Publication } from '../publication';
import { toSiteOrigin } from '../site';
import { buildRandom } from '../wrong-values-for-tests';
import { readDescription } from './described-for-tests';
import {
  writeCalculators,
  writeCharts,
  writeDataPackage,
  writeDatasets,
  writeSnapshots,
} from './lists';
import { schemas } from './schemas';

const tracker = openFrozenData();
const description = readDescription(tracker);
const SETS = isEverything ? 1000 : 80;

const ajv = new Ajv({ allowUnionTypes: true });
const validators = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]),
);

function expectFits(schema: keyof typeof schemas, value: unknown) {
  const validate = validators[schema]!;
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

const ask = (path: string) => new Request(`http://localhost:3000${path}`);
const chart = (query: string, extension = 'json', slug = 'market-share') =>
  answerChart(ask(`/charts/${slug}.${extension}${query}`), tracker, { slug, extension });
const dataset = (query: string, extension = 'json', slug = 'vendors') =>
  answerDataset(ask(`/datasets/${slug}.${extension}${query}`), tracker, { slug, extension });
const calculator = (query: string, extension = 'json', slug = 'inference') =>
  answerCalculator(ask(`/calculators/${slug}.${extension}${query}`), tracker, { slug, extension });
const oembed = (query: string) => answerOEmbed(ask(`/oembed${query}`));
const embed = (query: string, slug = 'market-share') => {
  const headers = { accept: 'application/json' };
  return answerEmbed(new Request(ask(`/embed/${slug}${query}`), { headers }), tracker, slug);
};

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const found = await validator.validate((await description).api);
    expect(found.errors ?? []).toEqual([]);
    expect(found.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('names every file of every chart, dataset and calculator', async () => {
    const paths = (await description).described.map(({ path }) => path);
    const expectFiles = (kind: Publication['kind'], slug: string) => {
      const files = listFormats(kind).map(({ extension }) => `/${kind}s/${slug}.${extension}`);
      expect(paths).toEqual(expect.arrayContaining(files));
    };
    for (const { slug } of publishedCharts) expectFiles('chart', slug);
    for (const { slug } of datasets) expectFiles('dataset', slug);
    for (const { slug } of calculators) expectFiles('calculator', slug);
  });
});

describe('the parameters of charts', () => {
  const listDescribed = async (path: string) => {
    const { find } = await description;
    return find(path)?.parameters ?? [];
  };

  it('are all described, in OpenAPI and in the list of charts', async () => {
    const { charts } = JSON.parse(await writeCharts(tracker));
    for (const one of publishedCharts) {
      const { view } = await getChartView(tracker, one);
      const read = [
        ...view.offered.map(({ name }) => name),
        ...(view.scope ? ['series', 'time'] : []),
        ...['focus', 'note'],
      ];
      const described = (await listDescribed(`/charts/${one.slug}.csv`)).map(({ name }) => name);
      expect(described, one.slug).toEqual(expect.arrayContaining(read));
      const listed = charts.find(({ name }: { name: string }) => name === one.slug).parameters;
      expect(listed.map(({ name }: { name: string }) => name)).toEqual(read);
    }
  });

  it('are those of the one file', async () => {
    const listNames = async (extension: string) =>
      (await listDescribed(`/charts/papers-by-vendor.${extension}`)).map(({ name }) => name);
    expect(await listNames('png')).toEqual(expect.arrayContaining(['scale', 'density', 'theme']));
    expect(await listNames('json')).not.toEqual(expect.arrayContaining(['theme']));
    const csv = await listNames('csv');
    expect(csv).toContain('for');
    expect(csv).not.toContain('density');
    for (const { slug } of publishedCharts) {
      const names = (await listDescribed(`/charts/${slug}.png`)).map(({ name }) => name);
      expect(new Set(names).size, names.join()).toBe(names.length);
    }
  });
});

describe('answers', () => {
  it('are as described', async () => {
    expectFits('Datasets', JSON.parse(await writeDatasets(tracker)));
    expectFits('Charts', JSON.parse(await writeCharts(tracker)));
    expectFits('Calculators', JSON.parse(await writeCalculators(tracker)));
    const described = JSON.parse(await writeDataPackage(tracker));
    expectFits('DataPackage', described);
    expect(described.resources[0]).toMatchObject({
      bytes: expect.any(Number),
      hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(described.version.replaceAll('.', '-')).toBe(tracker.snapshot.collected_on);
    expect(described.resources[0].sources[0].version).toBe(tracker.snapshot.collected_on);
    expectFits('Snapshots', JSON.parse(String(writeSnapshots({}))));
    const { id } = tracker.snapshot;
    expectFits('Snapshots', JSON.parse(String(writeSnapshots({ from: id, to: id }))));
    const { judge } = await description;
    const expectRows = async (path: string, answer: Response) => {
      const value = await answer.json();
      expect(judge(path, 200, 'application/json', value), path).toEqual([]);
      expect(judge(path, 200, 'application/json', { ...value, rows: [[]] })).not.toEqual([]);
    };
    for (const { slug } of publishedCharts) {
      await expectRows(`/charts/${slug}.json`, await chart('', 'json', slug));
    }
    for (const { slug } of datasets) {
      await expectRows(`/datasets/${slug}.json`, await dataset('', 'json', slug));
    }
    for (const { slug } of calculators) {
      await expectRows(`/calculators/${slug}.json`, await calculator('', 'json', slug));
    }
    const address = encodeURIComponent(`${toSiteOrigin()}/charts/market-share`);
    expectFits('OEmbed', await (await oembed(`?url=${address}`)).json());
    expectFits('Problem', await (await dataset('?color=red')).json());
  });

  it('lead to license, address to cite and description', async () => {
    const link = (await dataset('', 'csv')).headers.get('link') ?? '';
    for (const relation of ['license', 'cite-as', 'describedby']) {
      expect(link).toContain(`rel="${relation}"`);
    }
    expect(link).toContain(`snapshot=${tracker.snapshot.id}`);
  });

  const describedBy = (answer: Response) =>
    /<([^>]*)>; rel="describedby"/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';

  it.each([
    ...datasets.map(({ slug }) => ['dataset', slug, ''] as const),
    ['dataset', 'chips', '?columns=chip~vendor'] as const,
    ['dataset', 'chips', '?vendor=amd&sort=name'] as const,
    ...publishedCharts.map(({ slug }) => ['chart', slug, ''] as const),
    ['chart', 'market-share', '?series=nvidia'] as const,
    ...calculators.map(({ slug }) => ['calculator', slug, ''] as const),
  ])('describe the columns of a CSV in their order: %s %s%s', async (kind, slug, query) => {
    const answer = { dataset, chart, calculator }[kind];
    const file = await answer(query, 'csv', slug);
    const { pathname, search } = new URL(describedBy(file));
    expect(pathname).toMatch(/\.csv-metadata\.json$/);
    const described = await answer(search, 'csv-metadata.json', slug);
    const { url, tableSchema } = (await described.json()) as {
      url: string;
      tableSchema: { columns: { name: string }[]; primaryKey?: string[] };
    };
    const names = tableSchema.columns.map(({ name }) => name);
    expect(names.join(',')).toBe((await file.text()).split('\r\n')[0]);
    expect(names).toEqual(expect.arrayContaining(tableSchema.primaryKey ?? []));
    expect(url).toBe(`http://localhost:3000${pathname.replace('-metadata.json', '')}${search}`);
  });

  it('of other formats need no such description', async () => {
    expect(describedBy(await dataset('', 'json'))).toBe('');
  });

  it('are a feed that names the snapshot', () => {
    expect(writeSnapshotFeed()).toContain(`<title>Snapshot ${tracker.snapshot.id}`);
  });
});

describe('rows in pages', () => {
  it('follow one another by their links until every row was seen', async () => {
    const whole = (await (await dataset('')).json()) as { rows: unknown[] };
    const seen: unknown[] = [];
    let query: string | undefined = '?limit=7';
    for (let turns = 0; query !== undefined && turns < 100; turns += 1) {
      const answer: Response = await dataset(query);
      seen.push(...((await answer.json()) as { rows: unknown[] }).rows);
      query = answer.headers.get('link')?.match(/(\?[^>]*)>; rel="next"/)?.[1];
    }
    expect(seen).toEqual(whole.rows);
  });

  it('are as many as on the page where only the page is asked for', async () => {
    const { rows, selection } = await (await dataset('?page=2', 'json', 'chips')).json();
    const whole = (await (await dataset('', 'json', 'chips')).json()) as { rows: unknown[] };
    expect(rows).toEqual(whole.rows.slice(25, 50));
    expect(selection).toContain('limit=25, page=2');
  });

  it('are none behind the last page, which leads back', async () => {
    const answer = await dataset('?limit=10&page=99');
    expect(((await answer.json()) as { rows: unknown[] }).rows).toEqual([]);
    expect(answer.headers.get('link')).toMatch(/page=\d+[^>]*>; rel="last"/);
    expect(answer.headers.get('link')).not.toContain('rel="next"');
  });

  test.each([
    '?limit=0',
    '?limit=10001',
    '?limit=x',
    '?limit=5&page=0',
    '?page=0',
    '?limit=5&page=x',
    '?limit=1&limit=2',
  ])('are refused for %s', async (query) => expect((await dataset(query)).status).toBe(400));
});

describe('a frozen snapshot', () => {
  it('is the same data, and lasts', async () => {
    const frozen = await chart(`?snapshot=${tracker.snapshot.id}`, 'csv');
    expect(frozen.headers.get('cache-control')).toContain('immutable');
    expect(await frozen.text()).toBe(await (await chart('', 'csv')).text());
  });

  test.each([chart, dataset, calculator, embed])(
    'that is not kept is explained',
    async (answer) => {
      const missing = await answer('?snapshot=000000000000');
      expect(missing.status).toBe(404);
      expect(await missing.text()).toContain('/snapshots.json');
    },
  );
});

test.each([
  ['charts', chart, ['market', 'snapshot', 'view', 'time', 'x']],
  ['datasets', dataset, ['vendor', 'q', 'sort', 'limit', 'page', 'snapshot', 'x']],
  [
    'calculators',
    calculator,
    ['preset', 'pay', 'years_of_use', 'peak_factor', 'of', 'with', 'picture', 'snapshot', 'x'],
  ],
  ['embeds', embed, ['market', 'theme', 'snapshot', 'series', 'x']],
  ['oembed', oembed, ['url', 'format', 'maxwidth', 'x']],
] as const)(
  `%s answer ${SETS} random parameter sets rightly or explain themselves`,
  async (_, answer, names) => {
    const random = buildRandom(names.length);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const values = [
      '',
      '1',
      '-1',
      'nvidia',
      'dark',
      'json',
      tracker.snapshot.id,
      '%00',
      '%F0%9F%93%88',
      '__proto__',
      '<b>',
      '1e9',
      'https%3A%2F%2Fa.example%2Fcharts%2Fmarket-share',
    ];
    const refused: string[] = [];
    for (let set = 0; set < SETS; set += 1) {
      const pairs = Array.from(
        { length: Math.floor(random() * 4) },
        () => `${pick(names)}=${pick(values)}`,
      );
      const query = pairs.length > 0 ? `?${pairs.join('&')}` : '';
      const found = await answer(query);
      if (found.status === 200) continue;
      refused.push(query);
      expect([400, 404, 501], query).toContain(found.status);
      const problem = (await found.json()) as { detail: string };
      expect(problem.detail.length, query).toBeGreaterThan(20);
    }
    expect(refused.length).toBeGreaterThan(SETS / 10);
  },
);
