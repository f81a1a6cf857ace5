import { expect, test } from 'vitest';
import { toTable } from '@/charts/kinds';
import { isTime } from '@/charts/model';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getChartView } from '@/views/chart-view';
import { chipsSold } from './chips-sold';

const tracker = openFrozenData();

async function view(query: Record<string, string> = {}) {
  const { view: found, corrections } = await getChartView(tracker, chipsSold, query);
  expect(corrections).toEqual([]);
  if (!isTime(found.model)) throw new Error('Sales are series over time.');
  return { ...found, model: found.model };
}

const listLabels = ({ model }: Awaited<ReturnType<typeof view>>) =>
  [
    ...new Set(model.series.flatMap(({ points }) => points.map(({ period }) => period.label))),
  ].sort();

test('opens with the newest edition; the one before is shown as of its time', async () => {
  const [newest, before] = await Promise.all([view(), view({ asof: '2026-06-15' })]);
  expect(newest.subtitle).toContain('edition of Oct 2026');
  expect(before.subtitle).toContain('edition of Apr 2026');
});

test('an incomplete quarter is marked, and no line leads to it', async () => {
  const { model } = await view({ stack: 'none' });
  const open = model.series.flatMap(({ points }) => points).filter((one) => one.isUnfinished);
  expect(open.length).toBeGreaterThan(0);
  expect(open.every(({ startsAnew }) => startsAnew)).toBe(true);
  expect(model.notes.join(' ')).toContain('of which only some weeks are estimated');
});

test('all designers stand side by side only in quarters that are whole of them', async () => {
  const whole = await view({ designer: 'all' });
  expect(whole.model.series.flatMap(({ points }) => points).some((one) => one.isUnfinished)).toBe(
    false,
  );
  const newest = listLabels(whole).at(-1)!;
  const one = await view();
  expect(listLabels(one).at(-1)! > newest).toBe(true);
});

test('a designer whose estimates ended is said, and marked in the picture', async () => {
  const { model } = await view({ designer: 'all' });
  expect(model.marks?.map(({ label }) => label)).toEqual(['without Google', 'without Amazon']);
  expect(model.notes.join(' ')).toMatch(/Without Amazon.* later quarters are not whole/);
});

test('a chip has its range, a sum of chips has none', async () => {
  const [chip, designer] = await Promise.all([view(), view({ designer: 'all' })]);
  const first = (one: typeof chip) => one.model.series[0]?.points[0];
  expect(first(chip)?.low).toBeLessThan(first(chip)?.value ?? 0);
  expect(first(designer)).not.toHaveProperty('low');
});

test('every figure leads to its row', async () => {
  const { model } = await view({ unit: 'units' });
  expect(toTable(model).page.rows.length).toBeGreaterThan(0);
  for (const { evidence, value } of model.series.flatMap(({ points }) => points)) {
    if (value !== null) expect(evidence).toMatch(/^\/evidence\/chip-sales\//);
  }
});
