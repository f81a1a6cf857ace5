import { describe, expect, it } from 'vitest';
import { findNearest, type HoverSpot, type Nearness } from './hover-drawing';

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

  it('over time is one of the nearest period', () => {
    const lines: readonly HoverSpot[] = [
      [400, 100, 0],
      [450, 500, 1],
    ];
    expect(at(405, 280, 'column', lines)).toBe(0);
    expect(at(448, 320, 'column', lines)).toBe(1);
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
