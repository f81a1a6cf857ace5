import { expect, it } from 'vitest';
import { runImporter, type TestImport } from '../importer-for-tests';
import { gpuRentalPrices } from './import-gpu-rental-prices';

const offer = (more: Record<string, unknown> = {}) => ({
  ...{ provider: 'runpod', gpu: 'h100-sxm', vram_gb: 80, usd_hr: 3.9492000000000003 },
  ...{ kind: 'secure', source_url: 'https://example.org', fetched_at: '2031-07-05T23:04:21.8Z' },
  ...more,
});
const names: TestImport['names'] = [
  ['provider', 'runpod', 'RunPod'],
  ['provider', 'runpod: community', 'RunPod Community Cloud'],
  ['provider-kind', 'runpod', 'gpu-cloud'],
  ['provider-kind', 'runpod: community', 'marketplace'],
  ['chip', 'h100-sxm', 'h100-sxm'],
  ['chip', 'a40', 'a40'],
  ['term', 'secure', 'on-demand'],
  ['term', 'community', 'spot'],
  ['term', 'reserved: 12 months', 'one-year'],
  ['term', 'reserved', ''],
  ['term', 'serverless', ''],
];
const rows = { chips: [{ chip: 'a40', memory_gb: '48' }] };
const run = (offers: readonly unknown[], more: Partial<TestImport> = {}) =>
  runImporter(gpuRentalPrices, {
    ...{ files: { 'day.json': JSON.stringify({ date: '2031-07-05', offers }) }, names, rows },
    ...more,
  });
const listPrices = (result: ReturnType<typeof run>) =>
  result.differences['rental-prices']?.added.map(({ row }) => [
    ...[row.provider, row.provider_kind, row.chip, row.term],
    ...[row.price_usd_per_hour, row.note],
  ]);

it('takes the lowest offer of a provider, chip and term, without the dust of floating point', () => {
  const result = run([
    offer({ usd_hr: 4.5 }),
    offer({ min_gpus: 8, availability: 'out-of-stock' }),
    offer({ kind: 'community', usd_hr: 2 }),
    offer({ kind: 'reserved', usd_hr: 1.99, commitment: { type: 'term', months: 12 } }),
  ]);
  expect([result.problems, result.unknown, result.vintage]).toEqual([[], [], '2031-07-05']);
  expect(listPrices(result)).toEqual([
    [
      ...['RunPod', 'gpu-cloud', 'h100-sxm', 'on-demand', '3.9492'],
      'at least 8 at a time; out-of-stock; lowest of 2 listings (highest 4.5)',
    ],
    ['RunPod', 'gpu-cloud', 'h100-sxm', 'one-year', '1.99', ''],
    ['RunPod Community Cloud', 'marketplace', 'h100-sxm', 'spot', '2', ''],
  ]);
  expect(result.differences.sources?.added).toMatchObject([
    { row: { source: 'gpurentalprices-com-2031', published_on: '2031-07-05' } },
  ]);
});

it('keeps the page of the lowest offer, and leaves out prices that we know to be wrong', () => {
  const wrong = ['cell', '2031-07-05 runpod secure h100-sxm: price_usd_per_hour', ''] as const;
  const offers = [
    offer({ usd_hr: 4.5, source_url: 'https://example.org/dear' }),
    offer({ source_url: 'https://example.org/cheap' }),
  ];
  const pageOf = (result: ReturnType<typeof run>) =>
    result.differences['rental-prices']?.added.map(({ row }) => row.price_page);
  expect(pageOf(run(offers))).toEqual(['https://example.org/cheap']);
  expect(pageOf(run(offers, { names: [...names, wrong] }))).toEqual([]);
});

it('leaves out what was carried forward, another chip by its memory, and terms we do not have', () => {
  const result = run([
    offer({ fetched_at: '2031-07-04T23:04:21Z' }),
    offer({ gpu: 'a40', vram_gb: 16, usd_hr: 0.25 }),
    offer({ gpu: 'a40', vram_gb: 45, usd_hr: 0.44 }),
    offer({ kind: 'serverless', gpu: 'not asked for' }),
    offer({ kind: 'reserved', commitment: { type: 'quote', label: 'ask' } }),
  ]);
  expect(listPrices(result)).toEqual([['RunPod', 'gpu-cloud', 'a40', 'on-demand', '0.44', '']]);
  expect(result.leftOut).toEqual([
    'Carried forward from an earlier day',
    'Memory contradicts the chip (a40 with 16 GB)',
  ]);
  expect(result.unknown).toEqual([]);
});

it('does not guess chips, providers and terms', () => {
  const { unknown } = run([
    offer({ gpu: 'h100-sxm5' }),
    offer({ provider: 'runpot' }),
    offer({ kind: 'reserved', commitment: { type: 'term', months: 7 } }),
  ]);
  expect(unknown.map(({ kind, name, suggestion }) => [kind, name, suggestion?.ours])).toEqual([
    ['chip', 'h100-sxm5', 'h100-sxm'],
    ['provider', 'runpot', 'RunPod'],
    ['provider-kind', 'runpot', 'gpu-cloud'],
    ['term', 'reserved: 7 months', 'one-year'],
  ]);
});

it('makes no difference the second time, corrects a day, and leaves other days alone', () => {
  const first = run([offer(), offer({ gpu: 'a40', vram_gb: 48 })]);
  const again = run([offer(), offer({ gpu: 'a40', vram_gb: 48 })], { rows: first.rows });
  for (const { added, changed, removed } of Object.values(again.differences)) {
    expect([...added, ...changed, ...removed]).toEqual([]);
  }
  const later = JSON.stringify({
    date: '2031-07-06',
    offers: [offer({ fetched_at: '2031-07-06' })],
  });
  const corrected = JSON.stringify({ date: '2031-07-05', offers: [offer({ usd_hr: 3.5 })] });
  const both = run([], { files: { 'a.json': later, 'b.json': corrected }, rows: first.rows });
  expect(both.vintage).toBe('2031-07-06');
  expect(both.differences['rental-prices']).toMatchObject({
    added: [{ row: { date: '2031-07-06' } }],
    changed: [{ cells: [{ column: 'price_usd_per_hour', before: '3.9492', after: '3.5' }] }],
    removed: [{ row: { chip: 'a40' } }],
  });
});

it('tells where the file has another shape', () => {
  const { problems } = run([offer({ usd_hr: '3.9', kind: undefined })]);
  expect(problems).toEqual([
    'day.json, offers[0].kind: the file has nothing here. Expected a text.',
  ]);
  expect(run([offer({ usd_hr: '3.9' })]).problems).toEqual([
    'day.json, offers[0].usd_hr: "3.9" is not a number or null. Expected a number or null, as the publisher’s earlier files have it.',
  ]);
});
