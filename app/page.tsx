/** The overview: what the figures say of the market, what is new in them, what is overdue. */
import {
  getOverviewCharts,
  listNews,
  listOverdue,
  type NewsItem,
  type OverdueSeries,
} from '@/catalog/overview';
import { describeSite } from '@/exports/api/schema-org';
import { formatDate, formatPeriod } from '@/units/period';
import { tellPage } from '@/views/story';
import { ChartCard } from './_ui/chart-card';
import { AboutFigures, PageHeading } from './_ui/headings';
import { leaveOutUnknown } from './_ui/notices';
import { StructuredData } from './_ui/structured-data';
import { type PageProps, toSiteHead } from './page-head';
import { getTracker } from './tracker';

export const metadata = toSiteHead('/');

const MOST_NEWS = 4;
const MOST_OVERDUE = 3;
/** Paragraphs: the chart’s own page has all. */
const MOST_READING = 2;

export default async function Overview({ searchParams }: PageProps) {
  leaveOutUnknown('/', await searchParams);
  const tracker = getTracker();
  const [thesis, { lead, owners, findings }, news, overdue] = await Promise.all([
    tellPage(tracker.orm, 'overview'),
    getOverviewCharts(tracker),
    listNews(tracker, MOST_NEWS),
    listOverdue(tracker, MOST_OVERDUE),
  ]);
  return (
    <>
      <StructuredData nodes={describeSite()} />
      <PageHeading title={thesis?.finding ?? 'The AI hardware market in figures'}>
        {thesis?.measure ??
          'Who sells AI chips, who owns them and what they cost. Every figure with its source.'}
      </PageHeading>
      <div className="with-side">
        <ChartCard {...lead} isLead />
        <aside className="side" aria-label="What’s new and what’s overdue">
          <News items={news} />
          {overdue.length > 0 && <Overdue series={overdue} />}
        </aside>
      </div>
      <div className="with-side">
        <ChartCard {...owners} isLead />
        <section aria-labelledby="reading" className="side">
          <h2 id="reading">How to read it</h2>
          {owners.view.reading.slice(0, MOST_READING).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      </div>
      <div className="chart-cards">
        {findings.map((one) => (
          <ChartCard key={one.view.chart.slug} {...one} />
        ))}
      </div>
      <AboutFigures
        notes={[
          'Company revenue is reported. Shipments, shares and ownership are estimates by the publisher named. Definitions are on each page.',
        ]}
      />
    </>
  );
}

function News({ items }: { items: readonly NewsItem[] }) {
  return (
    <section aria-labelledby="news">
      <h2 id="news">What’s new</h2>
      <ul className="news">
        {items.map(({ date, title, href, value, rest }) => (
          <li key={title}>
            <time dateTime={date}>{formatDate(date)}</time>
            <span>
              <a href={href}>{title}</a>: {value && <strong>{value}</strong>}
              {value && ', '}
              {rest}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/snapshots">All changes of the data</a>
      </p>
    </section>
  );
}

function Overdue({ series }: { series: readonly OverdueSeries[] }) {
  return (
    <section aria-labelledby="overdue">
      <h2 id="overdue">What’s overdue</h2>
      <ul className="overdue">
        {series.map(({ name, newest, late, href }) => (
          <li key={name}>
            <a href={href}>{name}</a>
            <span>
              {formatPeriod(newest)}, <strong>{late}</strong>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
