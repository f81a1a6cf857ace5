import { expect, test } from 'vitest';
import { placeNames } from './point-labels';

const bounds = { left: 0, right: 200, top: 0, bottom: 100 };
const place = (...dots: [x: number, y: number, text: string][]) =>
  placeNames(
    dots.map(([x, y, text]) => ({ x, y, text })),
    bounds,
  ).map(({ dot, anchor }) => [dot, anchor]);

test('puts a name to the right where there is room, to the left at the edge', () => {
  expect(place([100, 50, 'A100'], [195, 80, 'H100'])).toEqual([
    [0, 'start'],
    [1, 'end'],
  ]);
});

test('leaves out a name that would cover another or a dot; the earlier one stays', () => {
  const tight = { left: 0, right: 100, top: 0, bottom: 24 };
  const dots = [
    { x: 10, y: 12, text: 'the first' },
    { x: 12, y: 13, text: 'the second' },
  ];
  expect(placeNames(dots, tight).map(({ dot }) => dot)).toEqual([0]);
});

test('keeps names within the bounds above and below', () => {
  expect(place([0, 2, 'cut at the top'])).toEqual([]);
});
