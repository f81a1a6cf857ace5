import { expect, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import { NARROW, WIDE } from '../../page-drawings';
import { describeBands, findBands } from './bands';
import dense from './cases/scatter-bands/case';
import { lanes, scatter } from './kind';
import { picture as lanesPicture } from './lanes';
import type { DatedModel } from './model';
import { picture } from './scatter';

const { model } = dense;

const keepFirst = (count: number): DatedModel => ({
  ...model,
  groups: [{ ...model.groups[0]!, entries: many(count) }],
});

/** As many figures, the first of which are in January 2024. */
const many = (count: number, toDate = (_: number) => '2024-01-15', toValue = (at: number) => at) =>
  Array.from({ length: count }, (_, at) => ({
    ...model.groups[0]!.entries[0]!,
    date: parsePeriod(toDate(at))!,
    value: toValue(at),
  }));

test('five hundred figures are dots, one more makes bands', () => {
  expect(findBands(keepFirst(500))).toBeNull();
  expect(describeBands(keepFirst(500))).toEqual([]);
  expect(findBands(keepFirst(501))?.bands).toHaveLength(1);
});

test('a band has the quartiles, the median, the ends and the number of its figures', () => {
  const [band] = findBands(keepFirst(501))!.bands;
  expect(band?.count).toBe(501);
  expect(band?.spread).toEqual({ low: 0, lower: 125, median: 250, upper: 375, high: 500 });
});

test('a month without figures has no band, and no figure gets lost', () => {
  const { by, bands, rest } = findBands(model)!;
  const months = (id: string) =>
    bands.filter(({ group }) => group.id === id).map(({ period }) => period.label);
  expect(by).toBe('month');
  expect(months('gpu-cloud')).toHaveLength(21);
  expect(months('gpu-cloud')).not.toContain('2023-08');
  expect(rest.groups.map(({ entries }) => entries.map(({ date }) => date.label))).toEqual([
    [],
    [],
    ['2023'],
  ]);
  expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(599);
});

test('figures of different kinds never share a band', () => {
  const [group] = keepFirst(600).groups;
  const entries = group!.entries.map((entry, at) => ({
    ...entry,
    kind: at % 3 === 0 ? ('estimate' as const) : ('measured' as const),
  }));
  const { bands } = findBands({ ...model, groups: [{ ...group!, entries }] })!;
  expect(bands.map(({ kind, count }) => [kind, count])).toEqual([
    ['estimate', 200],
    ['measured', 400],
  ]);
});

test('over more than twelve years a band is a year', () => {
  const years = many(600, (at) => `${2010 + (at % 15)}-03-01`);
  const { by, bands } = findBands({
    ...model,
    groups: [{ ...model.groups[0]!, entries: years }],
  })!;
  expect([by, bands.length, bands[0]?.period.label]).toEqual(['year', 15, '2010']);
});

test('a log axis has bands of what it has a place for', () => {
  const { bands } = findBands({ ...keepFirst(600), scale: 'log' })!;
  expect(bands[0]).toMatchObject({ count: 599, spread: { low: 1 } });
});

test('the words say how many there are, and how they are drawn', () => {
  expect(describeBands(model)).toEqual([
    '600 prices: bands hold the middle half of each month, lines and marks the median. A month without prices has neither.',
    'Single prices reach from $1.10 to $7.02; the files have all of them.',
    'Dots are prices dated less exactly than by the month (1).',
  ]);
});

test('hovering reads the median, the range and the number, and leads to the rows of the month', () => {
  const read = scatter.buildReader(model);
  const { hits } = picture.draw(model, WIDE, '');
  const readings = hits.map(({ series, period }) => read(series, period));
  expect(readings).toHaveLength(44);
  expect(readings[0]).toEqual({
    name: 'GPU clouds',
    text: 'median $2.55 ($2.00–$3.16), 20 prices',
    when: 'Jan 2023',
    source: 's',
    evidence: '/datasets/rental-prices?q=2023-01&provider_kind=gpu-cloud#rows',
  });
  expect(readings.at(-1)).toMatchObject({ text: '$1.40, estimate', when: '2023' });
});

test('in lanes a bar is as high as a month has events', () => {
  const events: DatedModel = {
    ...{ ...model, shape: 'lanes', counted: 'events' },
    groups: [
      {
        ...model.groups[0]!,
        entries: many(600, (at) => (at < 400 ? '2024-01-15' : '2024-03-15')).map((entry) => ({
          ...entry,
          value: null,
        })),
      },
    ],
  };
  const { hits } = lanesPicture.draw(events, WIDE, '');
  const read = lanes.buildReader(events);
  const [january, march] = hits;
  expect(hits.map(({ series, period }) => read(series, period))).toMatchObject([
    { text: '400 events', when: 'Jan 2024' },
    { text: '200 events', when: 'Mar 2024' },
  ]);
  expect(january!.y).toBeLessThan(march!.y);
  expect(describeBands(events)).toEqual([
    '600 events: a bar is as high as a month has events, at most 400. A month without has no bar; the files have each by itself.',
  ]);
});

test('a drawing does not grow with the number of its figures', () => {
  const few = many(600, toMonth, (at) => 100 + (at % 7));
  const lots = many(60_000, toMonth, (at) => 100 + (at % 7));
  const [small, large] = [few, lots].map((entries) => {
    const { svg } = picture.draw(
      { ...model, groups: [{ ...model.groups[0]!, entries }] },
      NARROW,
      '',
    );
    return svg.length;
  });
  expect(large! / small!).toBeLessThan(1.1);
});

const toMonth = (at: number) => `2023-${String((at % 12) + 1).padStart(2, '0')}-15`;
