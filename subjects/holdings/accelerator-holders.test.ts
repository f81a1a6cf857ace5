import { expect, test } from 'vitest';
import { findSuggestion } from '@/address/word-problem';
import { isRanking } from '@/charts/model';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getChartView } from '@/views/chart-view';
import { acceleratorHolders } from './accelerator-holders';

const tracker = openFrozenData();

async function getRanking(query: Record<string, string>) {
  const { view, corrections } = await getChartView(tracker, acceleratorHolders, query);
  if (!isRanking(view.model)) throw new Error('The ranking is none.');
  return { view, model: view.model, corrections };
}

test.each<[string, Record<string, string>, string, string]>([
  ['nothing', {}, 'H100-equivalents', 'Google'],
  ['the model in accelerators', { list: 'epoch-owners', unit: 'count' }, 'accelerators', 'Google'],
  ['an edition', { list: 'soai-2026-08' }, 'accelerators', 'xAI'],
  [
    'an edition, converted',
    { list: 'soai-2026-08', unit: 'h100e-16bit' },
    'H100-equivalents',
    'xAI',
  ],
  [
    'totals that are stated in one unit alone',
    { list: 'epoch-fleet-totals', unit: 'count' },
    'H100-equivalents',
    'Google · Dec 31, 2025',
  ],
])('an address that asks for %s is shown what it means', async (_, query, unit, first) => {
  const { model, corrections } = await getRanking(query);
  expect(corrections).toEqual([]);
  expect([model.unit, model.entries[0]?.label]).toEqual([unit, first]);
});

test('a picture says what its list lacks, and by country where China is', async () => {
  const { view: index } = await getRanking({ list: 'soai-2026-08', group: 'country' });
  expect(index.title).toMatch(/^Publicly documented clusters/);
  expect(index.subtitle).toContain('clouds’ own totals not included · China nearly absent');
  expect(index.model.notes.join(' ')).toMatch(/does not chart most Chinese owners/);
  const { view: model } = await getRanking({ group: 'country' });
  expect(model.subtitle).toContain('rest of the world not ranked · without China');
  const { view: bought } = await getRanking({ list: 'omdia-purchases' });
  expect(bought.subtitle).not.toContain('China');
});

test('sums of ranges are outer ranges, a range of one chip is its own', async () => {
  expect((await getRanking({})).model).toMatchObject({
    ranges: 'added',
    notes: expect.arrayContaining([expect.stringMatching(/^Ranges are outer ranges/)]),
  });
  expect((await getRanking({ chip: 'h100-h200' })).model.ranges).toBeUndefined();
});

test('what a source states is offered only where it states some', async () => {
  const units = async (list: string) => {
    const { view } = await getRanking({ list });
    return view.offered.find(({ name }) => name === 'unit')?.options.map(({ value }) => value);
  };
  expect((await units('epoch-owners'))?.slice(0, 2)).toEqual(['h100e-stated', 'count']);
  expect(await units('soai-2026-08')).not.toContain('h100e-stated');
});

test.each([
  ['CRWV', 'CoreWeave'],
  ['core weave', 'CoreWeave'],
  ['甲骨文', 'Oracle'],
  ['AMZN', 'Amazon (AWS)'],
])('the name %s in a filter is %s', async (q, name) => {
  const { model } = await getRanking({ q });
  expect(model.entries.map(({ label }) => label)).toEqual([name]);
});

test.each([
  ['OpnAI', 'No organization “OpnAI”. Did you mean OpenAI?'],
  ['zzzzzz', 'No organization “zzzzzz”. Try fewer letters.'],
  ['OpenAI', expect.stringMatching(/^OpenAI has no figures in .* for this selection. It has in: /)],
])('a filter by %s that shows nobody says what would work', async (q, expected) => {
  const { view, model } = await getRanking({ q });
  expect(model.entries).toEqual([]);
  expect(view.summary).toEqual(expected);
});

test.each([
  ['H-100', 'h100'],
  ['hopper gpu', 'hopper'],
  ['TPU v5', null],
  ['H900', null],
])('the chip %s that the list lacks is answered with %s', async (chip, suggestion) => {
  const { corrections } = await getRanking({ list: 'soai-2026-08', chip });
  expect(corrections).toHaveLength(1);
  expect(findSuggestion(corrections[0]!)).toBe(suggestion);
});

test('next to each modeled fleet stands what others counted of it, with its day', async () => {
  const { model } = await getRanking({});
  expect(model.shape).toBe('interval-bars');
  expect(model.counts?.map(({ id }) => id)).toEqual(['part', 'index', 'sites', 'statement']);
  const of = (organization: string) => {
    const { counts = [] } = model.entries.find(({ id }) => id === organization) ?? {};
    return counts.map((one) => one && [Math.round(one.value), one.asOf]);
  };
  // Two sites of one owner are added; of its statements the newest that can be converted stands.
  expect(of('xai')).toEqual([
    [275_796, '2025-07-22'],
    [275_796, '2026-08-01'],
    [1_387_469, '2026-10'],
    [100_000, '2024-09-02'],
  ]);
  // What nobody counted is no zero.
  expect(of('oracle').at(-1)).toBeNull();
  expect(model.notes.join(' ')).toMatch(
    /^All figures are estimates\. These 7 own about \d\d% of the AI compute in Epoch AI’s model/,
  );
});

test('in a unit in which sites are not published, they are absent and the picture says so', async () => {
  const { model } = await getRanking({ unit: 'count' });
  expect(model.counts?.map(({ id }) => id)).toEqual(['part', 'index', 'statement']);
  expect(model.notes).toContain(
    'Totals of data center sites are published in H100-equivalents alone.',
  );
});

test.each([
  ['a chip', { chip: 'h100-h200' }],
  ['countries', { group: 'country' }],
  ['another list', { list: 'epoch-clusters' }],
])('a ranking of %s stands alone', async (_, query) => {
  const { model } = await getRanking(query);
  expect([model.shape, model.counts]).toEqual(['ranking', undefined]);
});
