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

it('gives a label of two lines the room it takes, also at the edges', () => {
  expect(spreadLabels([100, 104], { ...bounds, gap: [14, 28] })).toEqual([91.5, 112.5]);
  expect(spreadLabels([300], { ...bounds, gap: [28] })).toEqual([300]);
  expect(spreadLabels([0, 300], { ...bounds, gap: [28, 14] })).toEqual([7, 300]);
});

it('draws labels closer together where there is too little room', () => {
  expect(spreadLabels([0, 0, 0], { gap: [14, 28, 14], min: 0, max: 21 })).toEqual([0, 10.5, 21]);
});

it('keeps order, distance and bounds for any wishes', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          wish: fc.double({ min: -50, max: 350, noNaN: true }),
          room: fc.constantFrom(14, 28),
        }),
        { maxLength: 10 },
      ),
      (labels) => {
        const wanted = labels.map(({ wish }) => wish);
        const room = labels.map((label) => label.room);
        const placed = spreadLabels(wanted, { ...bounds, gap: room });
        const sorted = placed
          .map((middle, index) => ({ middle, room: room[index]! }))
          .sort((a, b) => a.middle - b.middle);
        sorted.forEach((one, index) => {
          expect(one.middle).toBeGreaterThanOrEqual(-1e-6);
          expect(one.middle).toBeLessThanOrEqual(300 + 1e-6);
          const above = sorted[index - 1];
          if (!above) return;
          const least = (one.room + above.room) / 2;
          expect(one.middle - above.middle).toBeGreaterThanOrEqual(least - 1e-6);
        });
        labels.forEach(({ wish }, a) => {
          labels.forEach((other, b) => {
            if (wish < other.wish) expect(placed[a]!).toBeLessThan(placed[b]!);
          });
        });
      },
    ),
  );
});
