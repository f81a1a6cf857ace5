import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type EndLabel, fitEndLabels, spreadLabels } from './labels';

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

const toLabel = (name: string, value: number, more: Partial<EndLabel> = {}): EndLabel => ({
  ...{ name, value, amount: `$${value}`, when: null, color: 'nvidia', series: 0, from: null },
  ...more,
});

it('says the short name before it cuts a name, and the name alone before it cuts that', () => {
  const label = toLabel('Broadcom Semiconductor Solutions', 5, { short: 'Broadcom chips' });
  const toLines = (room: number, height: number) =>
    fitEndLabels([label], { room, height })[0]?.lines;
  expect(toLines(400, 100)).toEqual(['Broadcom Semiconductor Solutions $5']);
  expect(toLines(130, 100)).toEqual(['Broadcom chips $5']);
  expect(toLines(100, 10)).toEqual(['Broadcom chips']);
  const old = { ...label, when: 'Q1 2026' };
  expect(fitEndLabels([old], { room: 165, height: 10 })[0]?.lines).toEqual([
    'Broadcom chips, Q1 2026',
  ]);
});

it('names the largest where there is no line for each', () => {
  const labels = ['A', 'B', 'C', 'D'].map((name, at) => toLabel(name, [9, 1, 5, 3][at]!));
  const fitted = fitEndLabels(labels, { room: 100, height: 20 });
  expect(fitted.map(({ name }) => name)).toEqual(['A', 'C']);
});
