/**
 * What analysts, journalists, researchers and policy people type: where one of the first two
 * answers or results leads.
 */
import { expect, test } from 'vitest';
import { search } from '@/catalog/search';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { allPages } from './all-pages';

const tracker = openFrozenData();

/** The addresses to which the first two lead: of an answer all of its links and evidence. */
async function listFirst(query: string): Promise<readonly string[]> {
  const { answers, groups } = await search(tracker.orm, query, allPages);
  const results = groups.flatMap((group) => group.results).map(({ href }) => [href]);
  const answered = answers.map(({ links, figures }) => [
    ...links.map(({ href }) => href),
    ...figures.flatMap(({ href }) => href ?? []),
  ]);
  return [...answered, ...results].slice(0, 2).flat();
}

test.each([
  // Prices of a provider, by any of its names; of a provider alone; through time.
  ['AWS H100 price', '/prices?chip=h100-sxm&term=on-demand'],
  ['AWS H100 price', '/datasets/rental-prices?provider=Amazon+Web+Services#rows'],
  ['azure a100 price', '/datasets/rental-prices?provider=Microsoft+Azure#rows'],
  ['lambda h100 price', '/datasets/rental-prices?provider=Lambda+Labs#rows'],
  ['runpod rtx 4090', '/datasets/rental-prices?provider=RunPod#rows'],
  ['runpod prices', '/datasets/rental-prices?provider=RunPod#rows'],
  ['h100 price on aws vs azure', '/prices?chip=h100-sxm&term=on-demand'],
  ['b200 rental price', '/prices?chip=b200&term=spot'],
  ['cheapest h100', '/prices?chip=h100-sxm&term=on-demand'],
  ['h100 rental price over time', '/prices?chip=h100-sxm&term=on-demand'],
  ['h100 price trend', '/prices?chip=h100-sxm&term=on-demand'],
  ['price of compute', '/prices'],
  ['gpu prices', '/prices'],
  ['cost per million tokens', '/calculators/inference'],
  ['deepseek training cost', '/calculators/training'],
  ['cost to train gpt-4', '/calculators/training'],
  ['most expensive model training cost', '/calculators/training'],
  // Papers, as counts and as shares.
  ['share of papers', '/charts/papers-by-vendor?stack=percent'],
  ['percentage of ai papers using nvidia', '/charts/papers-by-vendor?stack=percent'],
  ['nvidia share of papers', '/charts/papers-by-vendor?stack=percent'],
  ['which gpu is most used in research', '/charts/papers-by-vendor?edition=soai-2026-06'],
  ['state of ai report', '/papers'],
  // When something comes.
  ['next earnings', '/freshness'],
  ['nvidia next earnings date', '/charts/nvidia-data-center-revenue'],
  ['when does nvidia report', '/charts/nvidia-data-center-revenue'],
  ['next top500 list', '/freshness'],
  ['upcoming releases', '/freshness'],
  ['how often is this updated', '/freshness'],
  // Share and shipments, of chips as of their makers.
  ['nvidia market share 2025', '/share'],
  ['huawei ascend market share', '/share'],
  ['trainium market share', '/charts/market-share?market=ai-compute-shipped-epoch'],
  ['jon peddie market share', '/charts/market-share?market=jpr-aib-desktop'],
  ['top500 nvidia', '/charts/market-share?market=top500-accelerated-systems'],
  ['gpu shipments', '/charts/shipments?shipments=ai-chip-units-epoch'],
  ['nvidia competitors', '/competition'],
  // Revenue.
  ['blackwell revenue', '/charts/nvidia-data-center-revenue'],
  ['amd mi300 revenue', '/charts/data-center-revenue-by-vendor'],
  ['nvidia revenue growth', '/charts/nvidia-data-center-revenue'],
  // Owners, and where they are.
  ['how many h100 does meta have', '/organizations/meta'],
  ['who owns most gpus', '/holdings?list=epoch-owners'],
  ['number of gpus worldwide', '/holdings'],
  ['world ai compute growth', '/holdings'],
  ['germany gpus', '/organizations?q=germany'],
  ['japan', '/organizations?q=japan'],
  ['gpus by country', '/holdings'],
  ['largest ai data centers', '/datasets/data-centers'],
  // Chips and rules.
  ['when was h100 released', '/chips/h100'],
  ['hopper vs blackwell', '/chips/blackwell'],
  ['chip performance over time', '/chips'],
  ['export controls china', '/timeline/export-controls'],
  ['export controls timeline', '/timeline/export-controls'],
  ['is h200 allowed in china', '/timeline/export-controls'],
  // The site itself.
  ['data sources', '/sources'],
  ['cite this', '/about'],
  ['mcp', '/docs/api'],
])('%s leads to %s among the first two', async (query, href) => {
  expect(await listFirst(query)).toContain(href);
});

async function answer(query: string) {
  const [first] = (await search(tracker.orm, query, allPages)).answers;
  return first;
}

test('a provider without a price for the chip is said to have none, and others are shown', async () => {
  expect(await answer('coreweave tpu v5e price')).toMatchObject({
    title: 'TPU v5e, price of an hour',
    note: 'No price for TPU v5e from CoreWeave. Others’ prices:',
  });
});

test('figures of a maker that stand for its chip are said to be that', async () => {
  expect((await answer('h100 market share'))?.note).toMatch(
    /^No such figures of H100 alone; these are all of Nvidia’s\./,
  );
});

test('the share of papers is of all that are counted, and says that they are mentions', async () => {
  const first = await answer('amd share of papers 2024');
  expect(first?.note).toBe('Mentions, not papers: a paper that names two chips counts twice.');
  expect(first?.figures).toMatchObject([{ label: 'AMD, 2024', kind: 'derived' }]);
  const all = await answer('share of papers 2024');
  expect(all?.figures).toHaveLength(4);
  expect(all?.figures[0]?.label).toBe('Nvidia, 2024');
});

test('what is expected next comes before what is late', async () => {
  const first = await answer('upcoming releases');
  const late = first?.figures.map(({ detail }) => /late/.test(detail ?? '')) ?? [];
  expect(late.length).toBeGreaterThan(1);
  expect(late).toEqual(late.toSorted((a, b) => Number(a) - Number(b)));
});

test.each(['weather in germany', 'nvidia next generation', 'compute price index'])(
  'a word that means nothing here gives no answer to “%s”',
  async (query) => {
    expect(await answer(query)).toBeUndefined();
  },
);
