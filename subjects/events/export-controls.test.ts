/** Export control of chips on the tracker's own data. */
import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getChipFamily } from '../chips/chip-tree';
import { getChip } from '../chips/queries';
import { chipsUnderControl, describeControl } from './export-controls';
import { listEventsOfChips } from './timeline';

const tracker = openFrozenData();

async function listFamily(slug: string) {
  const chip = (await getChip(tracker.orm, slug))!;
  return [chip, ...(await getChipFamily(tracker.orm, chip)).descendants];
}

test.each([
  [
    'a100',
    'controlled since Aug 26, 2022; today: license required, decided case by case since Jan 15, 2026.',
  ],
  [
    'h200-sxm',
    'controlled since Oct 17, 2023; today: licensable or excepted, decided case by case since Jan 15, 2026.',
  ],
  ['h20', 'controlled since Apr 9, 2025; today: licensable or excepted.'],
  ['h800', 'controlled since Oct 17, 2023; today: license required.'],
  ['t4', 'not controlled.'],
  ['hopper', 'differs from chip to chip, as the specifications say.'],
])('of %s tells the day of its beginning from how it stands today', async (slug, words) => {
  expect(describeControl(await listFamily(slug))).toBe(`Export to China: ${words}`);
});

test('says nothing of a chip whose control nobody checked', async () => {
  expect(describeControl(await listFamily('gaudi3'))).toBeNull();
});

test.each([
  // Named next to another chip, and under the rules that followed.
  ['h100', ['licence-needed-for-a100-and-h100-to-china-and-russia', 'bis-rule-on-h200-class']],
  ['l40s', ['bis-october-2023-rules']],
  ['mi325x', ['25-tariff-on-h200-and-mi325x-class', 'bis-october-2023-rules']],
  ['h20', ['licence-letter-for-h20', 'nvidia-to-resume-h20-sales']],
  ['mi350x', ['mi350x-and-mi355x']],
])('events of %s hold those that only name it, and its rules', async (slug, expected) => {
  const events = await listEventsOfChips(tracker.orm, await listFamily(slug));
  expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(expected));
  const dates = events.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted().toReversed());
});

test('each chip under control has what its export needs from a day on, without a gap', async () => {
  const { model, summary } = await chipsUnderControl.build(tracker.orm, {});
  if (model.shape !== 'spans') throw new Error('It is made of spans.');
  const states = Object.fromEntries(
    model.rows.map(({ id, spans }) => [id, spans.map(({ state }) => state).join(' ')]),
  );
  expect(states).toMatchObject({
    'a100-80gb': 'free yes review',
    'h800-sxm': 'free yes',
    h20: 'free partly',
  });
  for (const { spans } of model.rows) {
    expect(spans.at(-1)?.end).toBeNull();
    for (const [index, { end }] of spans.entries()) {
      if (end) expect(spans[index + 1]?.period.start).toBe(end);
    }
  }
  expect(summary).toMatch(/^\d+ rule changes since Aug 2022; newest: /);
});
