import { describe, expect, it } from 'vitest';
import { findNearest, type HoverSpot, type Nearness, placeReadout } from './hover-drawing';

/** Three rows whose marks lie far apart. */
const rows: readonly HoverSpot[] = [
  [1000, 100, 0],
  [500, 500, 1],
  [20, 900, 2],
];

const at = (x: number, y: number, by: Nearness, spots = rows) =>
  findNearest({ spots, width: 600, height: 300 }, { x, y }, by);

describe('the figure that is pointed at', () => {
  it.each([
    ['over its label', -700, 110, 0],
    ['far from its mark', 20, 120, 0],
    ['at the other end', 1000, 880, 2],
    ['below the last row', 500, 2000, 2],
  ])('in rows is the one of the row, %s', (_, x, y, place) => {
    expect(at(x, y, 'row')).toBe(place);
  });

  it('of two in one row is the nearer one', () => {
    const ends: readonly HoverSpot[] = [
      [100, 500, 0],
      [900, 500, 1],
    ];
    expect(at(300, 480, 'row', ends)).toBe(0);
    expect(at(700, 520, 'row', ends)).toBe(1);
  });

  it('over time is the nearer one of the nearest period', () => {
    const lines: readonly HoverSpot[] = [
      [400, 100, 0],
      [400, 800, 1],
      [450, 500, 2],
    ];
    expect(at(405, 480, 'column', lines)).toBe(1);
    expect(at(405, 300, 'column', lines)).toBe(0);
    expect(at(448, 320, 'column', lines)).toBe(2);
  });

  it('among dots is the nearest to the eye, though the picture is wider than high', () => {
    const dots: readonly HoverSpot[] = [
      [100, 0, 0],
      [0, 150, 1],
    ];
    expect(at(0, 0, 'point', dots)).toBe(1);
  });

  it('is none where nothing is drawn', () => {
    expect(at(0, 0, 'row', [])).toBe(-1);
  });
});

describe('the box of what is read out', () => {
  const within = { left: 0, right: 600, height: 300 };
  const box = { x: 300, width: 200, height: 100 };

  it('covers as few marks as can be', () => {
    const marks = [
      [320, 100],
      [400, 120],
      [320, 20],
      [250, 90],
    ] as const;
    const { left, top } = placeReadout(marks, box, within);
    const isCovered = ([x, y]: readonly [number, number]) =>
      x >= left && x <= left + box.width && y >= top && y <= top + box.height;
    expect(marks.filter(isCovered)).toEqual([]);
  });

  it('stays inside the picture at its edges', () => {
    for (const x of [0, 100, 300, 590]) {
      const { left, top } = placeReadout([], { ...box, x }, within);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + box.width).toBeLessThanOrEqual(600);
      expect(top + box.height).toBeLessThanOrEqual(300);
    }
  });
});
