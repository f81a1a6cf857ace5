import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadLabels } from './labels';

const bounds = { gap: 14, min: 0, max: 300 };

it('leaves labels alone that do not touch', () => {
  expect(spreadLabels([200, 20, 100], bounds)).toEqual([200, 20, 100]);
});

it('shares the displacement between two that collide', () => {
  expect(spreadLabels([100, 104], bounds)).toEqual([95, 109]);
});

it('stays inside the bounds', () => {
  expect(spreadLabels([0, 1, 2], bounds)).toEqual([0, 14, 28]);
  expect(spreadLabels([300, 300], bounds)).toEqual([286, 300]);
});

it('keeps order, distance and bounds for any wishes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 20 }),
      (wanted) => {
        const placed = spreadLabels(wanted, bounds);
        const sorted = [...placed].sort((a, b) => a - b);
        sorted.forEach((position, index) => {
          expect(position).toBeGreaterThanOrEqual(-1e-6);
          expect(position).toBeLessThanOrEqual(300 + 1e-6);
          if (index > 0) expect(position - sorted[index - 1]!).toBeGreaterThanOrEqual(14 - 1e-6);
        });
        wanted.forEach((wish, a) => {
          wanted.forEach((other, b) => {
            if (wish < other) expect(placed[a]!).toBeLessThan(placed[b]!);
          });
        });
      },
    ),
  );
});
