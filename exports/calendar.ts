/** The days on which publishers are expected to continue their series, for a calendar (RFC 5545). */
import ical from 'ical-generator';
import type { Tracker } from '@/db/connection';
import { toUtc } from '@/units/date';
import { formatPeriod } from '@/units/period';
import { listFreshSeries, toShownHref } from '@/views/freshness';
import { toSiteOrigin } from './site';

/**
 * One whole day for each series of which anybody knows when it is continued, also those that
 * are late: they are on the day that has passed.
 */
export async function writeCalendar({ orm, snapshot }: Tracker): Promise<string> {
  const site = toSiteOrigin();
  const calendar = ical({
    name: 'AI Hardware Tracker: figures expected',
    description: 'Days are estimates from when each publisher published before.',
    prodId: { company: 'AI Hardware Tracker', product: 'freshness', language: 'EN' },
    url: `${site}/freshness.ics`,
  });
  for (const series of await listFreshSeries(orm)) {
    if (series.nextExpected === null) continue;
    calendar.createEvent({
      id: `${series.series}-after-${series.newest}@ai-hardware-tracker`,
      // The same data give the same file.
      stamp: toUtc(snapshot.collected_on),
      start: toUtc(series.nextExpected),
      allDay: true,
      summary: series.origin === null ? series.name : `${series.name} (${series.origin})`,
      description: `Newest figure so far: ${formatPeriod(series.newest)}. ${series.basis}`,
      url: site + toShownHref(series),
    });
  }
  return `${calendar.toString()}\r\n`;
}
