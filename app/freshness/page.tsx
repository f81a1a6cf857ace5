/** How new each publisher's series is, and when it will be continued. */
import type { Metadata } from 'next';
import { toHref } from '@/address/href';
import { MISSING } from '@/units/format-value';
import { formatDate, formatPeriod } from '@/units/period';
import {
  type Due,
  dueOf,
  type FreshSeries,
  listFreshSeries,
  toShownHref,
  wordOverdue,
} from '@/views/freshness';
import { type FiguresColumn, FiguresTable } from '../_ui/figures-table';
import { AboutFigures, PageHeading, PageSection } from '../_ui/headings';
import { leaveOutUnknown } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';

const PATH = '/freshness';

export function generateMetadata(): Metadata {
  return toSiteHead(toHref(PATH, {}));
}

export default async function FreshnessPage({ searchParams }: PageProps) {
  leaveOutUnknown(PATH, await searchParams);
  const { orm, snapshot } = getTracker();
  const today = snapshot.collected_on;
  const all = (await listFreshSeries(orm)).toSorted(
    (a, b) =>
      (a.nextExpected ?? '').localeCompare(b.nextExpected ?? '') || a.name.localeCompare(b.name),
  );
  return (
    <>
      <PageHeading title="Freshness">
        The newest figure of each series and when the next one is due, also{' '}
        <a href="/freshness.ics">as a calendar</a>.
      </PageHeading>
      {sections.map(({ due, title }) => {
        const series = all.filter((one) => dueOf(one, today) === due);
        if (series.length === 0) return null;
        return (
          <PageSection key={due} id={due} title={title}>
            <FiguresTable
              caption={`Series: ${title}`}
              columns={columns}
              rows={series.map((one) => toRow(one, today))}
            />
          </PageSection>
        );
      })}
      {all.every((one) => dueOf(one, today) !== 'overdue') && (
        <p>Everything with a publication date is up to date.</p>
      )}
      <AboutFigures
        notes={[
          `Expected dates are ours, from when the publisher published before, as of ${formatDate(today)}.`,
          '“Late” means we have not found the figure, not that it does not exist.',
        ]}
      />
    </>
  );
}

const sections: readonly { readonly due: Due; readonly title: string }[] = [
  { due: 'overdue', title: 'Overdue' },
  { due: 'soon', title: 'Due soon' },
  { due: 'later', title: 'Up to date' },
  { due: 'open', title: 'No fixed schedule' },
];

// Every table of the page has the same widths, so that they read as one.
const columns: readonly FiguresColumn[] = [
  { label: 'Series', width: 'w-56', wraps: true },
  { label: 'Newest figure', width: 'w-32' },
  { label: 'Next expected', width: 'w-60', wraps: true },
  { label: 'Published', width: 'w-28' },
  { label: 'Publisher', width: 'w-44', wraps: true },
  { label: 'How we know', width: 'w-64', wraps: true },
];

function toRow(series: FreshSeries, today: string) {
  const { name, origin, newest, rhythm, nextExpected, basis } = series;
  const late = wordOverdue(series, today);
  return {
    id: series.series,
    cells: [
      <a key="series" href={toShownHref(series)}>
        {name}
      </a>,
      formatPeriod(newest),
      nextExpected === null ? (
        '–'
      ) : (
        <>
          {formatDate(nextExpected)}
          {late && (
            <>
              {', '}
              <b className="late">{late}</b>
            </>
          )}
        </>
      ),
      rhythm ?? MISSING,
      origin ?? 'Several',
      basis,
    ],
  };
}
