import { describe, expect, test } from 'vitest';
import type { TimeModel } from '@/charts/model';
import { toTrendSubtitle, toTrendTitle } from './apply-trend';
import type { Trend } from './transform-model';

const plain: Trend = {
  align: 'fiscal',
  by: 'quarter',
  view: 'levels',
  stack: 'none',
  scale: 'linear',
  hasEvents: false,
  series: null,
  time: { from: null, to: null },
  emptyTime: null,
};

const revenue = 'US dollars per fiscal quarter, as reported';

describe('a subtitle says what is shown', () => {
  test.each<[Partial<Trend>, string, TimeModel['unit'], string]>([
    [{}, revenue, 'USD millions', revenue],
    [
      { by: 'year' },
      revenue,
      'USD millions',
      'US dollars per fiscal year, as reported; summed from quarters',
    ],
    [
      { by: 'year', align: 'calendar' },
      revenue,
      'USD millions',
      'US dollars per year, as reported; summed from quarters; aligned on calendar quarters',
    ],
    [
      { by: 'ttm' },
      revenue,
      'USD millions',
      'US dollars over four fiscal quarters, as reported; summed from quarters',
    ],
    [
      { view: 'growth-year', by: 'year' },
      'Units per quarter, analyst estimates',
      '%',
      'Change from a year earlier, %, from units per year, analyst estimates; summed from quarters',
    ],
    [{ stack: 'percent' }, revenue, '%', `% of the sum, from ${revenue}`],
    [{ stack: 'percent' }, '% of units shipped', '%', '% of units shipped'],
    [{ view: 'index' }, revenue, 'index', `First figure shown = 100, from ${revenue}`],
  ])('%j of “%s”', (trend, subtitle, unit, expected) => {
    expect(toTrendSubtitle(subtitle, { ...plain, ...trend }, { unit })).toBe(expected);
  });
});

test('a title does not say “per quarter” of a year', () => {
  const title = 'AI chips shipped per quarter (Epoch AI): units shipped';
  expect(toTrendTitle(title, { ...plain, by: 'year' }, { unit: 'thousands' })).toBe(
    'AI chips shipped per year (Epoch AI): units shipped',
  );
});
