import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { writeCalendar } from './calendar';

test('another program reads a whole day for each series that is expected', async () => {
  const calendar = new ICAL.Component(ICAL.parse(await writeCalendar(openFrozenData())));
  const events = calendar
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))
    .map(({ uid, summary, startDate }) => ({ uid, summary, start: startDate.toString() }));
  expect(events).toContainEqual({
    uid: 'jpr-desktop-share-after-2025-Q4@ai-hardware-tracker',
    summary: 'Desktop graphics cards, by vendor (Jon Peddie Research)',
    start: '2026-06-10',
  });
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
});

test('the same data give the same file, with lines no longer than readers take', async () => {
  const text = await writeCalendar(openFrozenData());
  expect(await writeCalendar(openFrozenData())).toBe(text);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
