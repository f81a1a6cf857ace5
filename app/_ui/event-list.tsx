/** Events as a list, newest first, each with its source. */
import { toActorHref, toChipHref, toEventHref } from '@/address/links';
import type { NamedEvent } from '@/db/queries/events';
import { eventCategories, isConfirmed } from '@/subjects/events/event-entries';
import { formatDate } from '@/units/period';

export function EventList({ events }: { events: readonly NamedEvent[] }) {
  return (
    <ol className="mt-3 grid gap-4">
      {events.map((event) => (
        <li
          key={event.event}
          id={event.event}
          className="grid gap-x-4 border-l-2 border-rule pl-3 target:border-accent sm:grid-cols-[7.5rem_minmax(0,1fr)]"
        >
          <p className="text-sm text-muted">
            <time dateTime={event.date}>{formatDate(event.date)}</time>
            <span className="block">{eventCategories[event.category]}</span>
          </p>
          <div className="max-w-[70ch]">
            <h3 className="font-semibold">
              <a href={toEventHref(event.event)} className="text-ink">
                {event.title}
              </a>
            </h3>
            <p>{event.summary}</p>
            <p className="mt-1 text-sm text-muted">
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
                  {event.source_publisher}
                </a>
              ) : (
                event.source_publisher
              )}
              {!isConfirmed(event) && ' · Not confirmed elsewhere'}
              {event.note && ` · ${event.note}`}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Actor({ event }: { event: NamedEvent }) {
  const { actor } = event;
  const href = toActorHref(event);
  if (!href) return actor;
  return <a href={href}>{actor}</a>;
}
