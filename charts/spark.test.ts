import { expect, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import { drawSparkPoints } from './spark';

const at = (label: string, value: number) => ({ date: parsePeriod(label)!, value });
const size = { width: 100, height: 40 };

test('draws a dot for each figure and one more for the last', () => {
  const dots = [at('2022-01-01', 1), at('2023-01-01', 2), at('2024-01-01', 2)];
  const svg = drawSparkPoints({ color: 'nvidia', dots, line: dots }, size, 'Grew')!;
  expect(svg.match(/<circle/g)).toHaveLength(4);
  expect(svg).toContain('aria-label="Grew"');
});

test('leaves the time after the last figure empty where it is to be seen', () => {
  const dots = [at('2022-01-01', 1), at('2023-01-01', 1)];
  const draw = (until?: string) =>
    drawSparkPoints(
      { color: 'nvidia', dots, line: [], ...(until ? { until: parsePeriod(until)! } : {}) },
      size,
      'x',
    )!;
  const last = (svg: string) =>
    Number(
      svg
        .match(/cx="([\d.]+)"/g)!
        .at(-1)!
        .slice(4, -1),
    );
  expect(last(draw('2026-01-01'))).toBeLessThan(last(draw()));
});

test('one figure is no picture', () => {
  const picture = { color: 'nvidia', dots: [at('2022', 1)], line: [] } as const;
  expect(drawSparkPoints(picture, size, '')).toBeNull();
});
