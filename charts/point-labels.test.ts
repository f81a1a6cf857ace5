import { expect, test } from 'vitest';
import { placeClearNames, placeNames } from './point-labels';

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
    { x: 10, y: 13, text: 'the second' },
  ];
  expect(placeNames(dots, tight).map(({ dot }) => dot)).toEqual([0]);
});

test('keeps names within the bounds above and below', () => {
  const low = { ...bounds, bottom: 10 };
  expect(placeNames([{ x: 0, y: 2, text: 'cut at the top' }], low)).toEqual([]);
});

test('keeps a name off a line where it can, and on it where there is no other place', () => {
  const dot = { x: 100, y: 50, text: 'H100' };
  const rising = { x1: 40, y1: 90, x2: 160, y2: 10 };
  const [free] = placeNames([dot], bounds, [rising]);
  // Right and left lie on a steep line; above it and to the left there is room.
  expect(free).toMatchObject({ anchor: 'end', x: 94 });
  expect(free!.y).toBeLessThan(dot.y);
  const walls = [10, 30, 40, 50, 60, 70, 90].map((y) => ({ x1: 0, y1: y, x2: 200, y2: y }));
  expect(placeNames([dot], bounds, walls)).toMatchObject([{ anchor: 'start', y: 50 }]);
});

test('lets later dots choose first where a line would otherwise cost a name', () => {
  const tight = { left: 0, right: 120, top: 0, bottom: 60 };
  const dots = [
    { x: 60, y: 30, text: 'B200 2.27×' },
    { x: 116, y: 12, text: 'Rubin' },
  ];
  const line = { x1: 60, y1: 30, x2: 116, y2: 12 };
  expect(placeNames(dots, tight).map(({ dot }) => dot)).toEqual([0]);
  expect(placeNames(dots, tight, [line])).toMatchObject([
    { dot: 0, anchor: 'middle', y: 42 },
    { dot: 1, anchor: 'end', y: 12 },
  ]);
});

test('leaves out a name that would stand nearer to another dot than to its own', () => {
  // Only below and to the left is room, and there stands the other dot.
  const tight = { left: 0, right: 106, top: 20, bottom: 100 };
  const own = { x: 102, y: 28, text: 'MI450 series' };
  const other = { x: 60, y: 28, text: '' };
  expect(placeNames([own], tight)).toMatchObject([{ anchor: 'end', y: 28 }]);
  expect(placeNames([own, other], tight)).toEqual([]);
});

test('leaves out a name without a place clear of lines where it must have one', () => {
  const dot = { x: 100, y: 50, text: 'H100' };
  const walls = [10, 30, 40, 50, 60, 70, 90].map((y) => ({ x1: 0, y1: y, x2: 200, y2: y }));
  expect(placeClearNames([dot], bounds, [])).toHaveLength(1);
  expect(placeClearNames([dot], bounds, walls)).toEqual([]);
});
