/** Files say how new their figures are, and never how late the next ones: they outlive the day. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openFiles } from './files-for-tests';

const files = openFiles();
const [CHART, DATASET] = ['/charts/market-share', '/datasets/gpu-market-share'];
const MARKET = 'market=jpr-aib-desktop';

async function read(path: string, member?: RegExp): Promise<string> {
  const { bytes, text } = await files.get(path);
  if (!member) return text;
  const found = Object.entries(unzipSync(bytes)).filter(([name]) => member.test(name));
  expect(found).not.toEqual([]);
  return found.map(([, content]) => strFromU8(content)).join('\n');
}

describe.each([CHART, DATASET])('of %s', (path) => {
  const query = path === CHART ? `?${MARKET}` : '';

  test.each<[string, RegExp | undefined]>([
    ['csv-metadata.json', undefined],
    ['xlsx', /sheet\d+\.xml$/],
    ['zip', /README\.md$/],
  ])('%s tells it in words', async (extension, member) => {
    const text = await read(`${path}.${extension}${query}`, member);
    expect(text).toContain('newest Q4 2025, published quarterly, next expected Jun 10, 2026');
    expect(text).not.toMatch(/\b(late|overdue)\b/);
  });

  test.each<[string, RegExp | undefined]>([
    ['json', undefined],
    ['zip', /datapackage\.json$/],
  ])('%s tells it as data', async (extension, member) => {
    expect(JSON.parse(await read(`${path}.${extension}${query}`, member)).freshness).toEqual([
      {
        series: 'jpr-desktop-share',
        name: 'Desktop graphics cards, by vendor',
        origin: 'Jon Peddie Research',
        newest: '2025-Q4',
        published: 'quarterly',
        next_expected: '2026-06-10',
      },
    ]);
  });
});

test('a picture says it where it is not seen, and the newest figure in its last lines', async () => {
  const text = await read(`${CHART}.svg?${MARKET}`);
  expect(text).toMatch(/<desc>.*newest Q4 2025, published quarterly.*<\/desc>/);
  expect(text).toMatch(/<text[^>]*>[^<]*newest Q4 2025[^<]*</);
  expect(text).not.toMatch(/\b(late|overdue)\b/);
});
