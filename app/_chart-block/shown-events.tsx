/** The events of the time shown, each with its source; the picture names those that have room. */

import { formatDate } from '@/units/period';
import type { ShownEvent } from '@/views/mark-events';

export function ShownEvents({ events }: { events: readonly ShownEvent[] }) {
  if (events.length === 0) return null;
  return (
    <details className="mt-3 border-t pt-2 text-sm">
      <summary className="cursor-pointer text-accent">
        Events in this time ({events.length})
      </summary>
      <ul className="mt-2 grid max-h-80 gap-1.5 overflow-auto">
        {events.map(({ date, title, summary, source }) => (
          <li key={`${date}${title}`}>
            <span className="text-muted">{formatDate(date)}</span>{' '}
            {source?.url ? <a href={source.url}>{title}</a> : title}
            <span className="text-muted">
              {' '}
              {summary} {source && `(${source.publisher})`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
