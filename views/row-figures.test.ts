import { expect, test } from 'vitest';
import type { FigureKind } from '@/units/figure-kind';
import { type RowKind, toFigureKind } from './row-figures';

test.each<[RowKind, FigureKind]>([
  ['reported', 'measured'],
  ['derived', 'derived'],
  ['official', 'statement'],
  ['company-statement', 'statement'],
  ['vendor-claim', 'statement'],
  ['press-report', 'estimate'],
  ['index-estimate', 'estimate'],
  ['model-estimate', 'modeled'],
  ['projection', 'projection'],
])('%s in a dataset is %s in a chart', (kind, expected) => {
  expect(toFigureKind(kind)).toBe(expected);
});
