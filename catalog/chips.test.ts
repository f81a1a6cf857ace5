import { expect, test } from 'vitest';
import { toTable } from '@/charts/kinds';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { toShortName } from '@/subjects/chips/chip-entries';
import { buildChipTable, sortableColumns } from '@/subjects/chips/chip-table';
import { listChips } from '@/subjects/chips/queries';
import { listSortNames, showCell, showRows } from '@/units/table';
import { getChartView } from '@/views/chart-view';
import { getPublishedChart } from './published';
import { search } from './search';

const tracker = openFrozenData();

test.each([
  ['Tesla V100 (SXM2 16 GB)', 'V100 16 GB'],
  ['A100 40 GB (SXM4)', 'A100 40 GB'],
  ['H100 SXM5 80 GB', 'H100 SXM5 80 GB'],
  ['Wafer Scale Engine 3', 'WSE-3'],
  ['Instinct MI300X', 'MI300X'],
])('shortens %s to %s', (name, expected) => {
  expect(toShortName(name)).toBe(expected);
});

test('lists described chips alone, newest first, by vendor and sort', async () => {
  const all = await listChips(tracker.orm);
  const { rows } = buildChipTable(all, {
    vendor: 'nvidia',
    kind: 'datacenter-gpu',
    columns: 'all',
  });
  const slugs = rows.map(({ chip }) => chip);
  expect(slugs).toContain('a100-40gb');
  // Its figures stand on its variants.
  expect(slugs).not.toContain('a100');
  expect(rows.every(({ vendor, kind }) => vendor === 'nvidia' && kind === 'datacenter-gpu')).toBe(
    true,
  );
  const dates = rows.map(({ launch_date }) => launch_date ?? '');
  expect(dates).toEqual(dates.toSorted().toReversed());
});

test('sorts by any column, unknown figures last either way', async () => {
  const all = await listChips(tracker.orm);
  const whatever = { vendor: 'all', kind: 'all', columns: 'main' };
  const read = (column: string, descending: boolean) =>
    buildChipTable(all, whatever, [{ column, descending }]).rows.map(({ memory_gb }) => memory_gb);
  for (const [sorted, order] of [
    [read('memory', true), (a: number, b: number) => b - a],
    [read('memory', false), (a: number, b: number) => a - b],
  ] as const) {
    const known = sorted.filter((value) => value !== null);
    expect(known).toEqual(known.toSorted(order));
    expect(sorted.slice(known.length).every((value) => value === null)).toBe(true);
  }
  const ids = listSortNames({ columns: sortableColumns });
  expect(new Set(ids).size).toBe(ids.length);
});

test('gives a TPU its BF16 rate among the main figures, and says so', async () => {
  const { rows, columns } = buildChipTable(await listChips(tracker.orm), {
    vendor: 'google',
    kind: 'tpu',
    columns: 'main',
  });
  const chip = rows.find((one) => one.chip === 'tpu-v5p')!;
  expect(showCell(columns[0]!, chip).text).toBe('459 TFLOPS (BF16)');
});

test('compares Nvidia’s generations in one number format and per board', async () => {
  const chart = getPublishedChart('nvidia-generations')!;
  const read = async (gain: string) => {
    const { view } = await getChartView(tracker, chart, { gain });
    if (view.model.shape !== 'scatter') throw new Error('It is a scatter.');
    return { view, entries: view.model.groups[0]!.entries };
  };
  const rate = await read('rate');
  expect(rate.entries[0]).toMatchObject({ id: 'p100-sxm2', value: 21.2 });
  expect(rate.view.title).toContain('16-bit');
  expect(rate.entries.at(-1)!.label).toContain('(preview)');
  const bandwidth = await read('bandwidth');
  expect(bandwidth.entries[0]).toMatchObject({ id: 'k80', value: 482 });
});

test('never compares prices of different kinds per dollar', async () => {
  const chips = new Map((await listChips(tracker.orm)).map((chip) => [chip.chip, chip]));
  for (const per of ['msrp', 'street', 'analyst', 'system-share']) {
    const { view } = await getChartView(tracker, getPublishedChart('chip-efficiency')!, { per });
    if (view.model.shape !== 'scatter') throw new Error('It is a scatter.');
    const ids = view.model.groups.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(ids.map((id) => chips.get(id)?.price_kind)).toEqual(ids.map(() => per));
    // What a part costs its maker is not what a buyer pays.
    expect(ids).not.toContain('tpu-v7');
  }
});

test('joins medians of rents within one kind of provider only, and breaks them in gaps', async () => {
  const { view } = await getChartView(tracker, getPublishedChart('rental-prices')!, {
    chip: 'h100-sxm',
    term: 'on-demand',
  });
  if (view.model.shape !== 'scatter') throw new Error('It is a scatter.');
  const clouds = view.model.groups.find(({ id }) => id === 'gpu-cloud')!;
  const gap = clouds.line!.find(({ date }) => date.label === '2023-H2');
  expect(gap?.value).toBeNull();
  for (const { date, value } of clouds.line!) {
    if (value === null) continue;
    const inside = clouds.entries.filter(
      (entry) => entry.date.start >= date.start && entry.date.end <= date.end,
    );
    expect(inside.length).toBeGreaterThanOrEqual(3);
    const prices = inside.map((entry) => entry.value!).sort((a, b) => a - b);
    expect(value).toBeGreaterThanOrEqual(prices[0]!);
    expect(value).toBeLessThanOrEqual(prices.at(-1)!);
  }
});

test('tells all rents of the newest date, kind by kind, not the one that sorts last', async () => {
  const { view } = await getChartView(tracker, getPublishedChart('rental-prices')!, {
    chip: 'h100-sxm',
  });
  expect(view.summary).toMatch(
    /Newest, Mar 17, 2025: .*large clouds \$[\d.]+ to \$[\d.]+ \(3 prices\)\./,
  );
});

test('approximate prices are estimates, told apart, in no median and never the lowest', async () => {
  const { view } = await getChartView(tracker, getPublishedChart('rental-prices')!, {
    chip: 'h100-sxm',
  });
  if (view.model.shape !== 'scatter') throw new Error('It is a scatter.');
  const marketplaces = view.model.groups.find(({ id }) => id === 'marketplace')!;
  expect(marketplaces.entries.at(-1)).toMatchObject({ value: 1.49, kind: 'estimate' });
  expect(view.summary).toContain('The lowest is $1.99');
  expect(view.summary).toContain('10 approximate prices of a second-hand table, $1.49 to $11.06');
  expect(view.model.notes.join(' ')).toContain('Hollow: approximate');
});

test.each([
  ['rental-prices', 'Google Cloud', '/organizations/google'],
  ['chip-specifications', 'Nvidia', '/vendors/nvidia'],
  ['chip-launches', 'Hopper', '/chips/hopper'],
])('the table of %s links %s', async (slug, text, href) => {
  const { view } = await getChartView(tracker, getPublishedChart(slug)!, {});
  const cells = showRows(toTable(view.model).page)
    .flat()
    .filter((cell) => cell.text === text);
  expect(cells.map((cell) => cell.href)).toEqual(cells.map(() => href));
  expect(cells).not.toEqual([]);
});

test.each([
  ['a100', '/chips/a100'],
  ['market share vendor', '/charts/market-share'],
  ['export control', '/datasets/export-controls'],
  ['julich', '/organizations/julich'],
])('searching for “%s” finds %s', async (query, href) => {
  const { groups } = await search(tracker.orm, query);
  const hrefs = groups.flatMap(({ results }) => results.map((result) => result.href));
  expect(hrefs).toContain(href);
});
