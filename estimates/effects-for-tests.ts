/**
 * What every formula has to keep to, checked on random figures: each result rises,
 * falls or stays where it is when one assumption grows and nothing else changes.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EstimateModel, Values, Ways } from './model';

/** `either` where rounding to whole servers may turn it both ways. */
type Effect = 'up' | 'down' | 'either';

/** By assumption and result; a result that is not named must not change at all. */
type Effects<A extends string, R extends string> = Readonly<
  Record<A, Readonly<Partial<Record<R, Effect>>>>
>;

const GROWN = 10;

/** Declares one test for each assumption and each result, in all methods. */
export function testEffects<A extends string, R extends string>(
  model: EstimateModel,
  effects: Effects<A, R>,
  example: Readonly<Record<A, number>>,
): void {
  const ways = listWays(model);
  const estimate = (values: Values, name: string, factor: number, chosen: Ways) =>
    [values, { ...values, [name]: values[name]! * factor }].map((one) =>
      model.estimate(one, chosen),
    ) as [Record<string, number>, Record<string, number>];

  test('every assumption says what it does to the results', () => {
    expect(Object.keys(effects).sort()).toEqual(Object.keys(model.assumptions).sort());
  });

  describe.each(Object.keys(model.assumptions) as A[])('more %s', (name) => {
    test.each(
      Object.keys(model.results).map((result) => [result, toWords(effects[name][result as R])]),
    )('%s %s', (result) => {
      const effect = effects[name][result as R];
      fc.assert(
        fc.property(
          anyValues(model),
          fc.double({ min: 1, max: GROWN, noNaN: true }),
          fc.constantFrom(...ways),
          (values, factor, chosen) => {
            const [before, after] = estimate(values, name, factor, chosen);
            const change = after[result]! - before[result]!;
            const rounding = 1e-9 * Math.abs(before[result]!);
            if (effect === undefined) expect(change).toBe(0);
            if (effect === 'up') expect(change).toBeGreaterThanOrEqual(-rounding);
            if (effect === 'down') expect(change).toBeLessThanOrEqual(rounding);
          },
        ),
      );
      if (effect === undefined || effect === 'either') return;
      // Staying the same would pass the above; somewhere it has to move.
      const changes = ways.map((chosen) => {
        const [before, after] = estimate(example, name, GROWN, chosen);
        return after[result]! - before[result]!;
      });
      expect(effect === 'up' ? Math.max(...changes) : -Math.min(...changes)).toBeGreaterThan(0);
    });
  });
}

function toWords(effect: Effect | undefined): string {
  const words = { up: 'never falls', down: 'never rises', either: 'may turn both ways' };
  return effect ? words[effect] : 'stays';
}

/** Every combination of the methods. */
function listWays({ ways }: EstimateModel): Ways[] {
  return Object.entries(ways).reduce<Ways[]>(
    (all, [name, { options }]) =>
      all.flatMap((one) => Object.keys(options).map((option) => ({ ...one, [name]: option }))),
    [{}],
  );
}

function anyValues({ assumptions }: EstimateModel): fc.Arbitrary<Values> {
  return fc.record(
    Object.fromEntries(
      Object.entries(assumptions).map(([name, { min, max }]) => [
        name,
        fc.double({ min: Math.max(min, 0.01), max: Math.min(max, 1e6), noNaN: true }),
      ]),
    ),
  );
}
