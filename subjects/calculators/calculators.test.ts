/** The calculators on the tracker's own data: what was published has to come out. */
import { describe, expect, test } from 'vitest';
import { drawForPage } from '@/charts/page-drawings';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { listUsed } from '@/estimates/model';
import { estimateModels } from '@/estimates/models';
import { chooseCover } from '@/views/choose-cover-for-tests';
import { getCalculatorView, toCalculatorHref } from './calculator-view';
import { getCalculator, listPresets } from './calculators';
import { listPublishedChecks } from './compare-with-published';
import { toComparedKey } from './scenario';

const tracker = openFrozenData();

const [inference, training] = [getCalculator('inference')!, getCalculator('training')!];

/** The middle of a preset's draws. */
async function estimate(slug: keyof typeof estimateModels, preset: string, result: string) {
  const { view } = await getCalculatorView(tracker, getCalculator(slug)!, { preset });
  expect(view.scenario.preset.slug).toBe(preset);
  return view.spreads[result]!.p50;
}

describe('presets reproduce what was published, within one percent', () => {
  test.each([
    ['inference', 'bing', 'servers', 20_000],
    ['inference', 'bing', 'capital_usd', 4e9],
    ['inference', 'google-scale', 'servers', 400_000],
    ['inference', 'google-scale', 'capital_usd', 80e9],
    ['inference', 'chatgpt', 'servers', 3_617],
    ['inference', 'chatgpt', 'cost_usd_per_query', 0.0036],
    ['inference', 'chatgpt', 'yearly_usd', 694_444 * 365],
    ['training', 'article-sd-training', 'cost_usd', 600_000],
    ['training', 'article-sd-training', 'days', 32.6],
    ['training', 'sd-v1', 'cost_usd', 600_000],
    ['training', 'deepseek-v3', 'cost_usd', 5_576_000],
    ['replacement', 'article-cpu-to-gpu', 'capital_usd', 100e6],
  ] as const)('%s: %s, %s is %d', async (slug, preset, result, published) => {
    const found = await estimate(slug, preset, result);
    // A third of a cent is printed with two digits.
    const tolerance = published === 0.0036 ? 0.015 : 0.01;
    expect(Math.abs(found / published - 1)).toBeLessThan(tolerance);
  });
});

test('sets every preset against what was published, and says how far off it is', async () => {
  const checked = await listPublishedChecks(tracker, training);
  const said = (preset: string) =>
    checked
      .filter((one) => one.preset.slug === preset)
      .map(({ label, difference }) => [label, difference]);
  expect(said('deepseek-v3')).toContainEqual(['Cost as published', 'within 1%']);
  expect(said('sd-v1')).toContainEqual([
    'Epoch AI, cloud prices in dollars of 2023',
    '5.39× as much',
  ]);
  expect(said('llama31-405b')).toHaveLength(2);
  // Worn hardware is compared with what buying it comes to.
  expect(said('gpt3')).toContainEqual([
    'Epoch AI, worn hardware and energy',
    '19% below, within the range',
  ]);
  const implied = (preset: string) =>
    checked.find((one) => one.preset.slug === preset && one.per_hour !== null)?.per_hour;
  expect(implied('gpt3')).toBe('$0.60');
  expect(implied('deepseek-v3')).toBe('$2.00');
});

test('the claim of a language model has room for more than the final run of one', async () => {
  const cost = await estimate('training', 'article-llm-build', 'cost_usd');
  expect(cost).toBeGreaterThan(1e6);
  expect(cost).toBeLessThan(10e6);
});

test('takes rents of the time of the training', async () => {
  const presets = await listPresets(tracker, training);
  const rentOf = (slug: string) =>
    presets.find((one) => one.slug === slug)!.given.rent_usd_per_accelerator_hour!;
  expect(rentOf('gpt3').origin.text).toContain('in 2019 and 2020');
  expect(rentOf('llama31-405b').range).toEqual({ low: 2.59, high: 5 });
  expect(rentOf('deepseek-v3').range).toEqual({ low: 2, high: 2 });
});

describe.each(['inference', 'training'] as const)('%s', (slug) => {
  test('fills every assumption of every preset, with a reason', async () => {
    const model = estimateModels[slug];
    const presets = await listPresets(tracker, getCalculator(slug)!);
    expect(presets.length).toBeGreaterThanOrEqual(6);
    for (const preset of presets) {
      expect(Object.keys(preset.given).sort(), preset.slug).toEqual(
        expect.arrayContaining(Object.keys(model.assumptions).sort()),
      );
      for (const [name, { range, origin }] of Object.entries(preset.given)) {
        const { min, max } = model.assumptions[name]!;
        expect(range.low, `${preset.slug} ${name}`).toBeGreaterThanOrEqual(min);
        expect(range.high, `${preset.slug} ${name}`).toBeLessThanOrEqual(max);
        expect(origin.text.length).toBeGreaterThan(3);
        if (origin.kind === 'source') expect(origin.source, name).not.toBeNull();
      }
      expect(preset.about.join(' ')).not.toMatch(/NaN|undefined|null|–\s|Infinity/);
    }
  });

  test('draws every result and every preset', async () => {
    const calculator = getCalculator(slug)!;
    const presets = await listPresets(tracker, calculator);
    const results = Object.keys(estimateModels[slug].results);
    const queries = chooseCover(
      presets.flatMap((preset) => results.map((of) => ({ preset: preset.slug, of }))),
      Object.values,
    );
    for (const query of queries) {
      const { view, corrections } = await getCalculatorView(tracker, calculator, query);
      expect(corrections).toEqual([]);
      for (const picture of view.pictures) {
        expect(picture.summary).not.toMatch(/NaN|undefined|Infinity/);
        for (const { svg } of Object.values(drawForPage({ ...picture, label: picture.title }))) {
          expect(svg).toMatch(/^<svg [^>]*role="img"/);
          expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        }
      }
    }
  });
});

test('names the assumption that matters and keeps the rest of the address', async () => {
  const { view, corrections } = await getCalculatorView(tracker, inference, {
    queries_per_day: '100 million to 1 billion',
  });
  expect(corrections).toEqual([]);
  expect(view.scenario.canonical).toEqual({ queries_per_day: '100 million to 1 billion' });
  expect(view.scenario.name).toBe('ChatGPT in Bing, 2023, changed');
  expect(view.pictures.find(({ name }) => name === 'tornado')?.summary).toMatch(
    /^Queries per day moves it most/,
  );
});

test('keeps the preset’s figure where a field cannot be read, and says why', async () => {
  const { view } = await getCalculatorView(tracker, inference, { server_price_usd: 'plenty' });
  expect(view.scenario.issues).toEqual({ server_price_usd: { rule: 'not-a-number' } });
  expect(view.scenario.texts.server_price_usd).toBe('plenty');
  expect(view.scenario.ranges.server_price_usd).toEqual({ low: 200_000, high: 200_000 });
});

test('asks nothing of fields that this method leaves out', async () => {
  const { view } = await getCalculatorView(tracker, inference, {
    pay: 'rent',
    server_price_usd: 'plenty',
  });
  expect(listUsed(estimateModels.inference, view.scenario.ways)).not.toContain('server_price_usd');
  expect(view.scenario.issues).toEqual({});
  expect(view.scenario.canonical).toEqual({ pay: 'rent' });
});

test('compares up to four scenarios, presets and own ones alike', async () => {
  const { view: own } = await getCalculatorView(tracker, inference, {
    preset: 'google-scale',
    years_of_use: '6',
  });
  const key = toComparedKey(own.scenario);
  expect(key).toBe('preset=google-scale&years_of_use=6');
  const { view, corrections } = await getCalculatorView(tracker, inference, {
    with: ['bing', key, 'chatgpt', 'google-scale', 'no-such', 'moon=1', 'years_of_use=some'],
  });
  expect(view.compared.map(({ scenario }) => scenario.name)).toEqual([
    'ChatGPT in Bing, 2023',
    'Search at Google’s scale, 2023, changed',
    'ChatGPT, early 2023',
  ]);
  expect(corrections.map(({ found }) => found)).toEqual([
    'google-scale',
    'no-such',
    'moon=1',
    'years_of_use=some',
  ]);
  expect(view.pictures.at(-1)?.summary).toContain('ChatGPT, early 2023: ');
});

test('names one view by one address: what differs, in one order, nothing that cannot be read', async () => {
  const query = {
    snapshot: '',
    with: ['chatgpt'],
    of: 'servers',
    peak_factor: 'many',
    years_of_use: '6',
    queries_per_day: '425 million',
    pay: 'buy',
    preset: 'google-scale',
  };
  const { view } = await getCalculatorView(tracker, inference, query);
  const href =
    '/calculators/inference?preset=google-scale&queries_per_day=425+million&years_of_use=6';
  expect(toCalculatorHref(view)).toBe(`${href}&of=servers&with=chatgpt`);
  expect(toCalculatorHref(view, view.scenario.unread)).toContain('peak_factor=many&of=servers');
  expect(view.scenarios[0].href).toBe(`${href}&of=servers`);
  const headline = { ...view, result: 'yearly_usd', keys: [], frozen: 'abc' };
  expect(toCalculatorHref(headline)).toBe(`${href}&snapshot=abc`);
});

test('has a picture only of what there is to see', async () => {
  const list = async (query: Record<string, string>) =>
    (await getCalculatorView(tracker, inference, query)).view.pictures.map(({ name }) => name);
  expect(await list({})).toEqual(['distribution', 'tornado']);
  expect(await list({ of: 'servers' })).toEqual(['tornado']);
  expect(await list({ of: 'capital_usd', pay: 'rent' })).toEqual([]);
  expect(await list({ of: 'capital_usd', pay: 'rent', with: 'chatgpt' })).toEqual(['comparison']);
});

test('shows which queries a day the published servers would answer', async () => {
  const { view } = await getCalculatorView(tracker, inference, { preset: 'google-scale' });
  const [first] = view.hidden!.rows;
  // 400,000 servers, one response a second each.
  expect(first?.cells.map(({ text }) => text)).toEqual([
    '34.6 billion',
    '25.9 billion',
    '17.3 billion',
    '8.64 billion',
  ]);
  expect(first?.cells.map(({ fits }) => fits)).toEqual([false, false, false, true]);
});

test('corrects what the address cannot mean', async () => {
  const { view, corrections } = await getCalculatorView(tracker, training, {
    preset: 'moon',
    pay: 'steal',
    of: '__proto__',
    accelerators: ['8', '16'],
    color: 'red',
  });
  expect(corrections.map(({ parameter, used }) => [parameter, used])).toEqual([
    ['preset', 'article-sd-training'],
    ['pay', 'rent'],
    ['accelerators', '8'],
    ['of', 'cost_usd'],
    ['color', null],
  ]);
  expect(view.scenario.canonical).toEqual({ accelerators: '8' });
});
