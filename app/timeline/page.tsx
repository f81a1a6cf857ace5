/** What happened, folded by year. */

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { toHref, toTidyHref } from '@/address/href';
import { first, type ParameterProblem } from '@/address/parameters';
import {
  findInTimeline,
  getTimeline,
  type Timeline,
  type TimelineYear,
} from '@/subjects/events/timeline';
import { countOf, formatCount } from '@/units/format-value';
import { EventList } from '../_ui/event-list';
import { FilterForm } from '../_ui/filter-form';
import { PageHeading, PageSection } from '../_ui/headings';
import { Corrections, leaveOutUnknown } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';

const PATH = '/timeline';

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { parameters } = await getTimeline(getTracker().orm, await searchParams);
  return toSiteHead(toHref(PATH, parameters), undefined, {
    href: '/timeline.atom',
    title: 'Events of AI hardware',
  });
}

export default async function TimelinePage({ searchParams }: PageProps) {
  const [{ orm }, query] = [getTracker(), await searchParams];
  const event = first(query.event);
  const found = event ? await findInTimeline(orm, event) : null;
  if (found) redirect(toHref(PATH, found));
  const timeline = await getTimeline(orm, query);
  const { offered, years, count, parameters } = timeline;
  const tidy = toTidyHref(PATH, query, offered);
  if (tidy) redirect(tidy);
  const slips = leaveOutUnknown(PATH, query, [
    ...offered.map(({ name }) => name),
    'year',
    'page',
    'event',
  ]);
  const { reported, ...others } = parameters;
  return (
    <>
      <PageHeading title="Timeline" />
      <Corrections
        corrections={[...(event ? [toWrongEvent(event)] : []), ...timeline.corrections, ...slips]}
      />
      <FilterForm
        label="Filter events"
        action={PATH}
        choices={offered.filter(({ control }) => control === 'select')}
        kept={reported ? { reported } : {}}
      >
        <a href={toHref(PATH, reported ? others : { ...others, reported: 'yes' })}>
          {reported ? 'Leave out unconfirmed reports' : 'Include unconfirmed reports'}
        </a>
        <a href="/timeline/export-controls">Export controls →</a>
        <a href="/timeline.atom">Feed</a>
      </FilterForm>
      <YearStrip timeline={timeline} />
      <p role="status" className="mt-4 text-sm">
        {count === 0 ? (
          <>
            No events match. <a href={PATH}>Show all</a>
          </>
        ) : (
          <>
            {countOf(count, 'event')}
            {Object.keys(parameters).length > 0 && (
              <>
                {' '}
                match. <a href={PATH}>Show all</a>
              </>
            )}
          </>
        )}
      </p>
      {/* An event in a folded year is found by its name. */}
      <div data-finds="event">
        {years.map((year) => (
          <Year key={year.year} year={year} parameters={parameters} />
        ))}
      </div>
      <PageSection id="about" title="About these figures">
        <ul className="mt-2 max-w-[70ch] list-disc pl-5 text-sm text-muted">
          <li>Dates are of the announcement unless “available” is said.</li>
          <li>
            Events that rest on one unconfirmed report are marked “reported” and left out unless
            asked for.
          </li>
        </ul>
      </PageSection>
    </>
  );
}

/** Of an address that names an event there is not; a known one has led to its year. */
const toWrongEvent = (found: string): ParameterProblem => ({
  parameter: 'event',
  kind: 'event',
  found,
  allowed: 'Showing all events.',
});

const toYearHref = (parameters: Timeline['parameters'], year: string, page = 1): string =>
  toHref(PATH, { ...parameters, year, page: page > 1 ? String(page) : null });

/** How much happened in each year, oldest first; a year leads to its events. */
function YearStrip({ timeline: { years, parameters } }: { timeline: Timeline }) {
  if (years.length < 2) return null;
  const most = Math.max(...years.map(({ count }) => count));
  return (
    <nav aria-label="Events per year" className="no-print mt-5">
      <ol className="flex items-end gap-1">
        {years.toReversed().map(({ year, count, open }) => (
          <li key={year} className="min-w-0 flex-1 sm:max-w-20">
            <a
              href={`${toYearHref(parameters, year)}#year-${year}`}
              aria-current={open !== undefined || undefined}
              className="group block text-center text-xs text-muted no-underline"
            >
              <span className="sr-only">
                {countOf(count, 'event')} in {year}
              </span>
              <span aria-hidden="true">{formatCount(count)}</span>
              <span
                style={{ height: `${Math.max(2, Math.round((count / most) * 40))}px` }}
                className={`mt-0.5 block rounded-t-[2px] group-hover:bg-accent ${open ? 'bg-accent' : 'bg-rule'}`}
              />
              <span aria-hidden="true" className="block border-t border-rule pt-1 tabular-nums">
                <span className="max-sm:hidden">{year.slice(0, 2)}</span>
                <span className="sm:hidden">’</span>
                {year.slice(2)}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A folded year brings its events when it is opened, from the address that shows them. */
function Year({
  year: { year, count, open },
  parameters,
}: {
  year: TimelineYear;
  parameters: Timeline['parameters'];
}) {
  const href = toYearHref(parameters, year);
  return (
    <details
      id={`year-${year}`}
      open={open !== null}
      data-rows={open ? undefined : href}
      className="mt-2 border-t border-rule pt-2"
    >
      <summary className="w-fit cursor-pointer">
        <h2 className="inline text-lg font-semibold tracking-tight">{year}</h2>{' '}
        <span className="text-sm text-muted">{countOf(count, 'event')}</span>
      </summary>
      {open ? (
        <>
          <EventList events={open.rows} />
          <Pages open={open} toPageHref={(page) => toYearHref(parameters, year, page)} />
        </>
      ) : (
        <p className="mt-2 text-sm">
          <a href={href}>Show the events of {year}</a>
        </p>
      )}
    </details>
  );
}

function Pages({
  open: { page, pageCount, rows, firstRow, found },
  toPageHref,
}: {
  open: NonNullable<TimelineYear['open']>;
  toPageHref: (page: number) => string;
}) {
  if (pageCount === 1) return null;
  return (
    <p className="no-print mt-2 flex flex-wrap gap-x-4 border-t pt-2 text-sm">
      <span className="text-muted">
        {firstRow}–{firstRow + rows.length - 1} of {formatCount(found)}
      </span>
      {page > 1 && <a href={toPageHref(page - 1)}>Newer</a>}
      {page < pageCount && <a href={toPageHref(page + 1)}>Older</a>}
    </p>
  );
}
