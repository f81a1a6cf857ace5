/** The timeline as addresses ask for it, on frozen data. */
import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { EVENTS_PER_PAGE, findInTimeline, getTimeline } from './timeline';

const { orm } = openFrozenData();

test('opens the newest year alone, newest event first', async () => {
  const { years } = await getTimeline(orm, {});
  expect(years.map(({ open }) => open !== null)).toEqual(years.map((_, index) => index === 0));
  const dates = years[0]!.open!.rows.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted().toReversed());
});

test('opens every year of a filter that few events pass', async () => {
  const { years, count } = await getTimeline(orm, { vendor: 'google' });
  expect(count).toBeLessThanOrEqual(EVENTS_PER_PAGE);
  expect(years.length).toBeGreaterThan(1);
  expect(years.every(({ open }) => open !== null)).toBe(true);
});

test('finds each event where its address leads', async () => {
  const { years } = await getTimeline(orm, { reported: 'yes' });
  for (const { year } of years) {
    const { years: asked } = await getTimeline(orm, { reported: 'yes', year });
    const open = asked.find((one) => one.open)!.open!;
    for (const { event } of open.rows) {
      const found = await findInTimeline(orm, event);
      const shown = await getTimeline(orm, found!);
      const events = shown.years.flatMap(({ open }) => open?.rows ?? []);
      expect(events.map((one) => one.event)).toContain(event);
    }
  }
  expect(await findInTimeline(orm, 'no-such-event')).toBeNull();
});

test('leaves out what one report alone tells of, unless it is asked for', async () => {
  const [without, all] = [await getTimeline(orm, {}), await getTimeline(orm, { reported: 'yes' })];
  expect(all.count).toBeGreaterThan(without.count);
  expect(all.parameters).toEqual({ reported: 'yes' });
});

test('a page beyond the last is the last', async () => {
  const { years } = await getTimeline(orm, { year: '2025', page: '99' });
  const open = years.find(({ year }) => year === '2025')!.open!;
  expect(open.page).toBe(open.pageCount);
  expect(open.rows.length).toBeGreaterThan(0);
});
