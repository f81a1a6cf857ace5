/** Events as a list, newest first, each with its source. */

import { toActorHref, toChipHref, toEventHref } from '@/address/links';
import { nameOrigin } from '@/data/sources/origins';
import type { NamedEvent } from '@/db/queries/events';
import { eventCategories, isConfirmed } from '@/subjects/events/event-entries';
import { formatDate } from '@/units/period';

export function EventList({ events }: { events: readonly NamedEvent[] }) {
  return (
    <ol className="mt-2">
      {events.map((event) => (
        <li
          key={event.event}
          id={event.event}
          className="grid gap-x-4 border-t py-2.5 text-sm target:bg-raised sm:grid-cols-[7.5rem_minmax(0,1fr)]"
        >
          <p className="text-muted max-sm:flex max-sm:gap-2">
            <time dateTime={event.date}>{formatDate(event.date)}</time>
            <span className="sm:block">{eventCategories[event.category]}</span>
          </p>
          <div className="max-w-[80ch]">
            <h3 className="text-base font-semibold">
              <a href={toEventHref(event.event)} className="text-ink">
                {event.title}
              </a>
            </h3>
            <p>{event.summary}</p>
            <p className="text-muted">
              <Actor event={event} />
              {event.chip && (
                <>
                  {' · '}
                  <a href={toChipHref(event.chip)}>{event.chip_name}</a>
                </>
              )}
              {' · Source: '}
              {event.source_url ? (
                <a href={event.source_url} title={event.source_title}>
                  {nameSource(event)}
                </a>
              ) : (
                nameSource(event)
              )}
              {!isConfirmed(event) && ' · Reported, not confirmed elsewhere'}
              {event.note && ` · ${event.note}`}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

const nameSource = ({ source_origin, source_publisher, source_grade }: NamedEvent): string =>
  nameOrigin({ origin: source_origin, publisher: source_publisher, grade: source_grade });

function Actor({ event }: { event: NamedEvent }) {
  const { actor } = event;
  const href = toActorHref(event);
  if (!href) return actor;
  return <a href={href}>{actor}</a>;
}
