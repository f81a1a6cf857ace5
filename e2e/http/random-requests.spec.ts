/**
 * Random requests for each kind of file the API describes: right and wrong values,
 * unknown and repeated parameters. The answer is the file or an explanation.
 */
import { type APIRequestContext, expect, test } from '@playwright/test';
import { buildNoise, buildRandom, WRONG_VALUES } from '@/exports/wrong-values-for-tests';
import { triesAll } from '../support/tier';

const REQUESTS = triesAll ? 200 : 50;

const KINDS: readonly (readonly [name: string, path: RegExp])[] = [
  ['charts', /^\/charts\//],
  ['datasets', /^\/datasets\//],
  ['embeds', /^\/embed\//],
  ['oEmbed', /^\/oembed/],
  ['lists', /^\/(charts|datasets|snapshots|datapackage)\.json/],
  ['the database', /^\/download\/tracker\.sqlite/],
];

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly schema: {
    readonly enum?: readonly string[];
    readonly examples?: readonly string[];
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

type Described = readonly (readonly [path: string, parameters: readonly Parameter[]])[];

test.describe('random requests', () => {
  for (const [name, kind] of KINDS) {
    test(`for ${name} are answered or explained`, async ({ request, baseURL }) => {
      test.setTimeout(120_000);
      const random = buildRandom(name.length * 104_729);
      const described = (await describeApi(request)).filter(([path]) => kind.test(path));
      expect(described.length).toBeGreaterThan(0);
      const ours = `${baseURL}/charts/market-share?series=nvidia`;
      let refused = 0;
      for (let round = 0; round < REQUESTS; round += 1) {
        if (!(await expectAnswer(request, buildAddress(described, random, ours)))) refused += 1;
      }
      expect(refused).toBeGreaterThan(REQUESTS / 10);
      expect(refused).toBeLessThan(REQUESTS);
    });
  }

  for (const address of [
    '/charts/market-share.png?width=4000&height=4000&density=3',
    '/charts/market-share.png?width=99999',
    '/charts/market-share.svg?height=1e9',
    '/charts/market-share.pdf?width=400&height=200',
    '/datasets/gpu-holdings.json?limit=10000000',
    '/datasets/gpu-holdings.csv?limit=10&page=99999999999999999999',
    `/datasets/gpu-holdings.csv?q=${'x'.repeat(2000)}`,
    '/oembed?url=https%3A%2F%2Fa.example%2Fcharts%2Fmarket-share&maxwidth=99999999999',
  ]) {
    test(`the huge ${address.slice(0, 70)} is refused`, async ({ request }) => {
      expect(await expectAnswer(request, address)).toBe(false);
    });
  }
});

/** Whether it was answered with what was asked for. */
async function expectAnswer(request: APIRequestContext, address: string): Promise<boolean> {
  // Frames say in HTML what is wrong, unless a program asks.
  const answer = await request.get(address, { headers: { accept: 'application/json, */*' } });
  const type = answer.headers()['content-type'] ?? '';
  if (answer.status() === 200) {
    // Lines of JSON are the only file that is empty where no row was found.
    if (!address.includes('.ndjson')) expect((await answer.body()).length).toBeGreaterThan(0);
    expect(type, address).not.toContain('problem');
    return true;
  }
  // oEmbed has a status of its own for formats that it does not know.
  expect(
    address.startsWith('/oembed') ? [400, 404, 501] : [400, 404, 409],
    `${address} ${answer.status()}`,
  ).toContain(answer.status());
  expect(type, address).toBe('application/problem+json');
  const { detail, problems } = await answer.json();
  expect(detail.length, address).toBeGreaterThan(20);
  expect(problems.length, address).toBeGreaterThan(0);
  return false;
}

/** What `/openapi.json` describes, and the embed of each chart, which takes its parameters. */
async function describeApi(request: APIRequestContext): Promise<Described> {
  const { paths, components } = await (await request.get('/openapi.json')).json();
  type Listed = Parameter | { readonly $ref: string };
  const resolve = (one: Listed): Parameter =>
    '$ref' in one ? components.parameters[one.$ref.slice(one.$ref.lastIndexOf('/') + 1)] : one;
  const files = Object.entries<{ get: { parameters?: Listed[] } }>(paths).map(
    ([path, { get }]) => [path, (get.parameters ?? []).map(resolve)] as const,
  );
  const theme = {
    name: 'theme',
    in: 'query',
    schema: { enum: ['auto', 'light', 'dark'] },
  } as const;
  const embeds = files
    .filter(([path]) => /^\/charts\/.*\.json$/.test(path))
    .map(([path, own]) => {
      const slug = path.slice('/charts/'.length, path.indexOf('.'));
      return [`/embed/${slug}`, [...own, theme]] as const;
    });
  return [...files.filter(([path]) => !path.startsWith('/embed/')), ...embeds];
}

/** `ours` is the address of a chart, for parameters that take addresses. */
function buildAddress(described: Described, random: () => number, ours: string): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const [path, parameters] = pick(described);
  const offered = parameters.filter((one) => one.in === 'query');
  const pairs = Array.from({ length: Math.floor(random() * 4) }, () => {
    const { name, schema } = pick(offered.length > 0 && random() < 0.9 ? offered : [UNKNOWN]);
    const known = schema.enum ?? schema.examples ?? listNumbers(schema);
    const value =
      known.length > 0 && random() < 0.8
        ? pick(known)
        : pick([pick(WRONG_VALUES), buildNoise(random), ours]);
    return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  });
  const query = pairs.length > 0 ? `?${pairs.join('&')}` : '';
  return path + query;
}

const UNKNOWN: Parameter = { name: 'unknown', in: 'query', schema: {} };

/** The ends of a range, what is just beyond them, and one inside. */
function listNumbers({ minimum, maximum }: Parameter['schema']): string[] {
  if (minimum === undefined) return [];
  const last = maximum ?? minimum + 1000;
  return [minimum, last, minimum - 1, last + 1, Math.round((minimum + last) / 3)].map(String);
}
