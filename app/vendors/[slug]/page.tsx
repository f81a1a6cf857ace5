/** One vendor: its chips, what it sells of them, who holds and names them, what happened. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { toOrganizationHref, toVendorHref } from '@/address/links';
import { describeVendorPage } from '@/catalog/page-descriptions';
import { getVendor } from '@/db/queries/vendors';
import { describeOrganization, describeWay } from '@/exports/api/schema-org';
import { getVendorView, type VendorView } from '@/subjects/vendors/vendor-view';
import { countOf, formatCountry } from '@/units/format-value';
import type { KeyFigure } from '@/views/key-figure';
import { EventList } from '../../_ui/event-list';
import { AboutFigures, PageHeading, PageSection } from '../../_ui/headings';
import { leaveOutUnknown } from '../../_ui/notices';
import { PapersTable } from '../../_ui/papers-table';
import { ServerDrawing } from '../../_ui/server-drawing';
import { SourceLink } from '../../_ui/source-link';
import { StructuredData } from '../../_ui/structured-data';
import { SystemsTable } from '../../_ui/systems-table';
import { Card } from '../../_ui/tremor';
import { type SlugProps, toPageHead } from '../../page-head';
import { getTracker } from '../../tracker';
import { VendorChips, VendorHolders } from './vendor-chips';
import { VendorRevenue, VendorShares, VendorShipments } from './vendor-sales';

export async function generateMetadata({ params }: SlugProps): Promise<Metadata> {
  const vendor = await getVendor(getTracker().orm, (await params).slug);
  if (!vendor) return {};
  const { name } = vendor;
  return {
    title: `${name}: AI chips and share`,
    description: describeVendorPage(vendor),
    ...toPageHead(toVendorHref(vendor.vendor)),
  };
}

const NEWEST_EVENTS = 12;

export default async function VendorPage({ params, searchParams }: SlugProps) {
  const view = await getVendorView(getTracker(), (await params).slug);
  if (!view) notFound();
  leaveOutUnknown(toVendorHref(view.vendor.vendor), await searchParams);
  const { vendor, figures, papers, systems, rents, events, missing } = view;
  const { name } = vendor;
  const apart = listCountedApart(view);
  return (
    <>
      <StructuredData
        nodes={[
          describeOrganization(toVendorHref(vendor.vendor), vendor),
          describeWay([
            ['Vendors', '/vendors'],
            [name, toVendorHref(vendor.vendor)],
          ]),
        ]}
      />
      <PageHeading title={name}>{vendor.meaning}</PageHeading>
      <Identity view={view} />
      {figures.length > 0 && (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {figures.map((figure) => (
            <li key={figure.label}>
              <KeyFigureCard figure={figure} />
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p className="mt-3 max-w-[70ch] text-sm text-muted">
          No figure for {name}: {missing.join('; ')}.
        </p>
      )}
      <VendorShares view={view} />
      <VendorRevenue view={view} />
      <VendorShipments view={view} />
      <VendorChips view={view} />
      {systems.length > 0 && (
        <PageSection id="systems" title="Systems" folded={countOf(systems.length, 'system')}>
          <SystemsTable systems={systems} />
        </PageSection>
      )}
      <VendorHolders view={view} />
      {papers.length > 0 && (
        <PageSection
          id="papers"
          title="In AI papers"
          folded="mentions by year"
          lead={
            <>
              Mentions per year in the newest edition of the State of AI Compute Index; * marks a
              projected year.{' '}
              {apart.length > 0 &&
                `${apart.join(', ')}, which belongs to it, is counted apart, and within the total of startups. `}
              <a href="/papers">All vendors in papers</a>
            </>
          }
        >
          <PapersTable rows={papers} vendor={vendor.vendor} />
        </PageSection>
      )}
      {rents.length > 0 && (
        <PageSection
          id="rents"
          title="Rental prices"
          folded={countOf(rents.length, 'chip')}
          lead="Each leads to the prices of its chip, by term and kind of provider; in brackets how many are known."
        >
          <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {rents.map(({ chip, name: chipName, prices }) => (
              <li key={chip}>
                <a href={`/prices?chip=${chip}`}>{chipName}</a>{' '}
                <span className="text-muted">({prices})</span>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
      {events.length > 0 && (
        <PageSection
          id="events"
          title="Events"
          folded={countOf(events.length, 'event')}
          lead={
            events.length > NEWEST_EVENTS && (
              <>
                The newest {NEWEST_EVENTS}.{' '}
                <a href={`/timeline?vendor=${vendor.vendor}`}>All in the timeline</a>
              </>
            )
          }
        >
          <EventList events={events.slice(0, NEWEST_EVENTS)} />
        </PageSection>
      )}
      <AboutFigures
        notes={[
          'Publishers define markets differently; shares of two markets cannot be compared. A TPU, a desktop card and an H100 count as one each, so neither can units.',
          'Data center revenue of AMD and Intel includes server CPUs.',
          'Speed is the peak dense rate; vendors often print the sparse rate, which is twice as high.',
          'Papers: a paper that names two chips counts twice; * marks a projected year.',
        ]}
      />
      <p className="mt-4 text-sm">
        <a href="/vendors">All vendors</a> · <a href="/competition">Nvidia’s rivals</a>
      </p>
    </>
  );
}

/** Companies that belong to it and whose papers the index counts by themselves. */
function listCountedApart({ vendor, papers }: VendorView): string[] {
  const others = papers.filter((row) => row.vendor !== vendor.vendor);
  return [...new Set(others.map(({ vendor_name }) => vendor_name))];
}

/** Country, address, the company it belongs to, and what it holds itself. */
function Identity({ view: { vendor, kin, organization } }: { view: VendorView }) {
  const { country, homepage, parent } = vendor;
  return (
    <p className="mb-4 text-sm text-muted">
      {vendor.level === 'group' ? 'A group of vendors' : 'Company'}
      {country && ` · ${formatCountry(country)}`}
      {homepage && (
        <>
          {' · '}
          <a href={homepage}>{new URL(homepage).hostname}</a>
        </>
      )}
      {kin.map((one) => (
        <span key={one.vendor}>
          {one.vendor === parent ? ' · Belongs to ' : ' · Owns '}
          <a href={toVendorHref(one.vendor)}>{one.name}</a>
        </span>
      ))}
      {organization && (
        <>
          {' · '}
          <a href={toOrganizationHref(organization.organization)}>
            The accelerators it holds itself
          </a>
        </>
      )}
    </p>
  );
}

/** Cards of single figures. */

/** A key figure: what it is, its value, a small course of it, and whose it is. */
function FigureCard({
  label,
  href,
  heading: Heading = 'h3',
  spark,
  foot,
  children,
}: {
  label: string;
  /** The page that tells more. */
  href: string;
  heading?: 'h2' | 'h3';
  /** An SVG; null where there is nothing to draw. */
  spark: string | null;
  /** Source or remark, in small type at the lower edge. */
  foot: ReactNode;
  /** The value with its period. */
  children: ReactNode;
}) {
  return (
    <Card className="flex h-full flex-col p-4">
      <Heading className="text-sm font-normal">
        <a href={href} className="text-ink">
          {label}
        </a>
      </Heading>
      {children}
      {spark && <ServerDrawing svg={spark} className="mt-3" />}
      {foot && <p className="mt-auto pt-2 text-xs text-muted">{foot}</p>}
    </Card>
  );
}

/** A key figure of the market with period, change and source. */
function KeyFigureCard({ figure }: { figure: KeyFigure }) {
  const { label, value, period, change, isEstimate, caveat, origin, source, href, spark } = figure;
  return (
    <FigureCard
      label={label}
      href={href}
      heading="h2"
      spark={spark}
      foot={
        source && (
          <>
            {caveat} {origin && `Figure by ${origin}. `}
            Source: <SourceLink source={source} />
          </>
        )
      }
    >
      <p className="mt-1 text-xl font-semibold tracking-tight tabular-nums">{value}</p>
      <p className="text-xs text-muted">
        {period}
        {isEstimate && ', estimate'}
        {change && (
          <>
            {' · '}
            <span className="text-ink">{change}</span>
          </>
        )}
      </p>
    </FigureCard>
  );
}
