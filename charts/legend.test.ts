import { expect, test } from 'vitest';
import type { ColorName } from './colors';
import { assignLineSymbols, assignSymbols } from './legend';

const toGroups = (named: readonly (readonly [string, ColorName])[]) =>
  named.map(([id, color]) => ({ id, color }));

test('a vendor has its own mark, whoever shares its color or has none the next that is free', () => {
  const groups = toGroups([
    ['biren', 'startups'],
    ['nvidia', 'nvidia'],
    ['groq', 'startups'],
    ['amd', 'amd'],
    ['list price', 'category-1'],
  ]);
  expect(assignSymbols(groups)).toEqual(
    new Map([
      ['amd', 'triangle'],
      ['biren', 'circle'],
      ['groq', 'diamond'],
      ['list price', 'triangle-down'],
      ['nvidia', 'square'],
    ]),
  );
});

test('a group by itself is a circle', () => {
  expect([...assignSymbols(toGroups([['nvidia', 'nvidia']]))]).toEqual([['nvidia', 'circle']]);
});

test('lines have circles, unless their color does not tell them apart', () => {
  const series = toGroups([
    ['nvidia', 'nvidia'],
    ['ai', 'broadcom'],
    ['all', 'broadcom'],
    ['a100', 'nvidia-3'],
    ['rest', 'other'],
  ]);
  expect([...assignLineSymbols(series).values()]).toEqual([
    'circle',
    'circle',
    'square',
    'triangle',
    'diamond',
  ]);
});
