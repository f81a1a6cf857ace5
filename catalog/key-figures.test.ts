/** The figures of the overview, on the frozen data. */
import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { marketShare } from '@/subjects/share/market-share';
import { getChartView } from '@/views/chart-view';
import { buildKeyFigure } from '@/views/key-figure';
import { listKeyFigures } from './key-figures';

const tracker = openFrozenData();
const figures = await listKeyFigures(tracker);
const find = (part: string) => figures.find(({ label }) => label.includes(part))!;

test('an AI market comes first', () => {
  expect(figures[0]).toMatchObject({ value: '67.6%', href: '/share' });
});

test('a share says whose estimate it is, of how many, and who is left out', () => {
  expect(find('AI compute shipped').caveat).toMatch(
    /^Epoch AI’s estimate for four designers.*medians.*Huawei and others are left out\.$/,
  );
});

test('a statement without a period names who made it, and no quarter', () => {
  expect(find('machine-learning GPUs')).toMatchObject({
    value: '95%',
    period: 'statement of Feb 2023',
    origin: 'New Street Research',
    caveat: expect.stringContaining('period and basis are not given'),
  });
});

test('counts of papers are called mentions, and say that two chips count twice', () => {
  const counts = figures.filter(({ label }) => /in AI papers/.test(label));
  expect(counts).toHaveLength(3);
  for (const { label, caveat } of counts) {
    expect(label).toMatch(/^Mentions/);
    expect(caveat).toContain('counts twice');
  }
});

test('a market that is gone leaves no figure of another one under its label', async () => {
  const gone = { label: 'Gone', chart: marketShare, query: { market: 'gone' }, page: '/share' };
  expect(await buildKeyFigure(tracker, { ...gone, series: 'nvidia' })).toBeNull();
});

test('offers markets by category, AI first, each with its periods, and no single period', async () => {
  const { view } = await getChartView(tracker, marketShare);
  const { options } = view.offered.find(({ name }) => name === 'market')!;
  expect([...new Set(options.map(({ group }) => group))][0]).toBe('Data center & AI');
  for (const { amount } of options) expect(amount).toMatch(/^([2-9]|\d\d+) \w+( year)?s$/);
  expect(options.map(({ value }) => value)).not.toContain('ml-gpu-newstreet');
});

test('a market with a single period keeps its address, and says who published it', async () => {
  const { view, corrections } = await getChartView(tracker, marketShare, {
    market: 'ml-gpu-newstreet',
  });
  expect(corrections).toEqual([]);
  expect(view.canonical).toEqual({ market: 'ml-gpu-newstreet' });
  expect(view.summary).toContain('Statement of Feb 2023: Nvidia 95%');
  expect(view.summary).toContain('New Street Research published one figure for this market');
});

test('what is to be treated with care says so, and is set against nothing', async () => {
  expect(find('Mentions of Nvidia')).toMatchObject({
    period: '2025',
    change: null,
    caveat: expect.stringContaining('Suspect: the index dates these counts to October 2025'),
  });
});
