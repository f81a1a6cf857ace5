import { expect, test } from 'vitest';
import { type Obstacles, placeAnnotations } from './annotations';
import { crosses, touches } from './point-labels';

const frame = { left: 40, right: 640, top: 20, bottom: 320 };
const none: Obstacles = { lines: [], boxes: [] };
const toPoints =
  (points: Readonly<Record<string, readonly [number, number]>>) =>
  ({ at }: { at: string }) => {
    const [x, y] = points[at] ?? [];
    return x === undefined || y === undefined ? null : { x, y };
  };
const say = (...texts: string[]) => texts.map((text) => ({ at: text, series: null, text }));

const place = (
  points: Readonly<Record<string, readonly [number, number]>>,
  obstacles = none,
  width = 800,
) => placeAnnotations(say(...Object.keys(points)), toPoints(points), { frame, width, obstacles });

test('words stand above their point, with a leader to it', () => {
  const [placed] = place({ 'Crypto miners': [300, 200] });
  expect(placed).toMatchObject({ lines: ['Crypto miners'], anchor: 'middle', x: 300 });
  expect(placed!.box.bottom).toBeLessThan(200);
  expect(placed!.leader.y1).toBeGreaterThan(placed!.y);
  expect(placed!.leader.y2).toBeLessThan(200);
});

test('words of neighboring points do not touch', () => {
  const placed = place({ 'The first word': [300, 200], 'The next word': [306, 202] });
  expect(placed).toHaveLength(2);
  expect(touches(placed[0]!.box, placed[1]!.box)).toBe(false);
});

test('words keep off lines and columns', () => {
  const lines = [
    { x1: 40, y1: 180, x2: 340, y2: 150 },
    { x1: 340, y1: 150, x2: 640, y2: 190 },
  ];
  const boxes = [{ left: 320, right: 640, top: 60, bottom: 140 }];
  const [placed] = place({ 'A word or two': [300, 154] }, { lines, boxes });
  expect(lines.some((line) => crosses(line, placed!.box))).toBe(false);
  expect(boxes.some((box) => touches(box, placed!.box))).toBe(false);
});

test('what has no room is left out, and so is what is not in the picture', () => {
  const full = { lines: [], boxes: [{ left: 0, right: 700, top: 0, bottom: 400 }] };
  expect(place({ 'A word': [300, 200] }, full)).toEqual([]);
  expect(placeAnnotations(say('gone'), () => null, { frame, width: 800, obstacles: none })).toEqual(
    [],
  );
});

test('a wide picture has four at the most, a phone two, the first of them', () => {
  const points = Object.fromEntries(
    ['one', 'two', 'three', 'four', 'five'].map((word, index) => [word, [100 * index + 80, 200]]),
  ) as Record<string, [number, number]>;
  const count = (width: number) => place(points, none, width).map(({ lines }) => lines[0]);
  expect(count(800)).toEqual(['one', 'two', 'three', 'four']);
  expect(count(358)).toEqual(['one', 'two']);
});
