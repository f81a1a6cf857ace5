import { describe, expect, test } from 'vitest';
import type {
  DatedEntry,
  DatedModel,
  Point,
  RankEntry,
  RankModel,
  TimeModel,
} from '@/charts/model';
import type { FigureKind } from '@/units/figure-kind';
import { parsePeriod } from '@/units/period';
import { toAsOf, toKnownOn } from './chart-view';

const COLLECTED = '2026-11-22';

function toModel(figures: readonly (readonly [string, FigureKind, Partial<Point>?])[]): TimeModel {
  const points = figures.map(([label, kind, more]) => ({
    period: parsePeriod(label, 'last Sunday of January')!,
    value: 1,
    kind,
    source: 's',
    ...more,
  }));
  return {
    shape: 'lines',
    unit: '%',
    scale: 'linear',
    axis: 'share',
    notes: [],
    series: [{ id: 'a', label: 'A', color: 'nvidia', points }],
  };
}

describe('data is as of', () => {
  test.each([
    [
      'the newest figure',
      toModel([
        ['2025-Q4', 'measured'],
        ['2026-Q2', 'estimate'],
      ]),
      '2026-Q2',
    ],
    ['the last day of a fiscal quarter', toModel([['FY2027-Q2', 'measured']]), '2026-07-26'],
    [
      'the day that was reported, not its place on the calendar',
      toModel([
        [
          '2026-Q2',
          'measured',
          { reported: { label: 'FY2027-Q2', start: null, end: '2026-07-26' } },
        ],
      ]),
      '2026-07-26',
    ],
    [
      'what is not projected',
      toModel([
        ['2025', 'measured'],
        ['2026', 'projection'],
      ]),
      '2025',
    ],
    [
      'what is known',
      toModel([
        ['2025', 'measured'],
        ['2026', 'measured', { value: null }],
      ]),
      '2025',
    ],
    ['its collection in an unfinished year', toModel([['2026', 'measured']]), COLLECTED],
    ['its collection where all is projected', toModel([['2028', 'projection']]), COLLECTED],
  ])('%s', (_, model, expected) => {
    expect(toAsOf(model, COLLECTED)).toBe(expected);
  });
});

test('a ranking is as new as its newest entry', () => {
  const entry = (date: string, kind: FigureKind): RankEntry => ({
    ...{ id: date, label: date, href: null, value: 1, kind, date },
    ...{ color: 'nvidia', tone: 'full', details: [], source: null },
  });
  const entries = [
    entry('2016', 'measured'),
    entry('2016-Q3', 'estimate'),
    entry('2028', 'projection'),
  ];
  const model: RankModel = {
    shape: 'ranking',
    unit: '%',
    scale: 'linear',
    valueLabel: 'Share',
    entryLabel: 'Market',
    columns: [],
    notes: [],
    entries,
  };
  expect(toAsOf(model, COLLECTED)).toBe('2016');
});

test('a list of dated things is as new as the last that is dated exactly enough', () => {
  const entries = ['2026-04-22', '2026'].map(
    (label): DatedEntry => ({
      id: label,
      label,
      href: null,
      date: parsePeriod(label, 'last Sunday of January')!,
      value: null,
      kind: 'measured',
      details: [],
      source: null,
    }),
  );
  const model: DatedModel = {
    shape: 'lanes',
    unit: 'accelerators',
    scale: 'linear',
    valueLabel: '',
    entryLabel: 'Chip',
    groupLabel: 'Vendor',
    columns: [],
    named: false,
    groups: [{ id: 'amd', label: 'AMD', color: 'amd', entries }],
    notes: [],
  };
  expect(toAsOf(model, COLLECTED)).toBe('2026-04-22');
});

test.each([
  [
    'the newest document',
    [
      ['2026-08-19', '2026-11-22'],
      ['2025-12', '2026-11-22'],
    ],
    '2026-08-19',
  ],
  ['the day of reading where a document names none', [[null, '2026-11-20']], '2026-11-20'],
  ['no more than was collected', [['2026-11', '2026-11-22']], COLLECTED],
  ['the collection where nothing is cited', [], COLLECTED],
] as const)('what is known reaches to %s', (_, documents, expected) => {
  const sources = documents.map(([published_on, retrieved]) => ({ published_on, retrieved }));
  expect(toKnownOn(sources, COLLECTED)).toBe(expected);
});
