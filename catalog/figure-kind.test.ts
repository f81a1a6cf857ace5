import { expect, test } from 'vitest';
import { toFigureKind } from './figure-kind';

test.each([
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
