import { expect, test } from 'vitest';
import { type FigureKind, isEstimate, isFirm, toWeakestKind } from './figure-kind';

const weakest = (...kinds: FigureKind[]) => toWeakestKind(kinds.map((kind) => ({ kind })));

test('a figure is no firmer than the least firm of its parts', () => {
  expect(weakest()).toBe('measured');
  expect(weakest('measured', 'derived')).toBe('derived');
  expect(weakest('derived', 'statement')).toBe('statement');
  expect(weakest('estimate', 'statement')).toBe('estimate');
  expect(weakest('projection', 'estimate')).toBe('projection');
  expect(weakest('estimate', 'modeled')).toBe('modeled');
});

test('what a model says is an estimate too', () => {
  expect((['estimate', 'modeled', 'projection'] as const).map(isEstimate)).toEqual([
    true,
    true,
    false,
  ]);
});

test('what was derived is drawn like what was measured; what is only said is not', () => {
  expect((['measured', 'derived', 'statement'] as const).map(isFirm)).toEqual([true, true, false]);
});
