import { expect, it } from 'vitest';
import { isVarnishHit, listFailures, listStepsBack, type ReaderAnswer, toHitRate } from './answers';

const answer = (more: Partial<ReaderAnswer>): ReaderAnswer => ({
  ...{ kind: 'live', address: '/', status: 200, asked_ms: 0, answered_ms: 1 },
  ...{ published: 1, isHit: true },
  ...more,
});

it('sees an older snapshot that was asked for after a newer one had been shown', () => {
  const newer = answer({ asked_ms: 0, answered_ms: 10, published: 2 });
  const older = answer({ asked_ms: 11, answered_ms: 12, published: 1 });
  expect(listStepsBack([older, newer])).toEqual([older]);
});

it('lets an older one pass that was asked for before the newer was there', () => {
  const newer = answer({ asked_ms: 0, answered_ms: 10, published: 2 });
  const under_way = answer({ asked_ms: 9, answered_ms: 30, published: 1 });
  expect(listStepsBack([newer, under_way])).toEqual([]);
});

it('asks no order of what names its snapshot or says nothing of it', () => {
  const newer = answer({ published: 2 });
  const frozen = answer({ kind: 'permalink', asked_ms: 5, published: 1 });
  const silent = answer({ asked_ms: 5, published: null });
  expect(listStepsBack([newer, frozen, silent])).toEqual([]);
});

it('counts hits among whole answers, and every other answer as a failure', () => {
  const miss = answer({ isHit: false });
  const broken = answer({ status: 0, isHit: false });
  const gone = answer({ status: 404, kind: 'permalink' });
  const all = [answer({}), answer({}), answer({}), miss, broken, gone];
  expect(toHitRate(all)).toBe(0.75);
  expect(listFailures(all)).toEqual([broken, gone]);
});

it.each([
  ['32770 3', true],
  ['32770', false],
  [undefined, false],
])('X-Varnish: %s', (header, isHit) => {
  expect(isVarnishHit(header)).toBe(isHit);
});
