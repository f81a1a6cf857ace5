/** One vendor: its chips, what it sells of them, who holds and names them, what happened. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { toOrganizationHref, toVendorHref } from '@/address/links';
import { listUnknownParameters, type Query } from '@/address/parameters';
import { describeVendorPage } from '@/catalog/page-descriptions';
import { getVendor } from '@/db/queries/vendors';
import { getVendorView, type VendorView } from '@/subjects/vendors/vendor-view';
import { formatCountry } from '@/units/format-value';
import { EventList } from '../../_ui/event-list';
import { KeyFigureCard } from '../../_ui/figure-card';
import { PageHeading, PageSection } from '../../_ui/headings';
import { Corrections } from '../../_ui/notices';
import { PapersTable } from '../../_ui/papers-table';
import { SystemsTable } from '../../_ui/systems-table';
import { toPageHead } from '../../page-head';
import { getTracker } from '../../tracker';
import { VendorChips, VendorHolders } from './vendor-chips';
import { VendorRevenue, VendorShares, VendorShipments } from './vendor-sales';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const vendor = await getVendor(getTracker().orm, (await params).slug);
  if (!vendor) return {};
  const { name } = vendor;
  return {
    title: `${name}: chips, market share, revenue`,
    description: describeVendorPage(vendor),
    ...toPageHead(toVendorHref(vendor.vendor)),
  };
}

const NEWEST_EVENTS = 12;

export default async function VendorPage({ params, searchParams }: Props) {
  const view = await getVendorView(getTracker(), (await params).slug);
  if (!view) notFound();
  const { vendor, figures, papers, systems, rents, events, missing } = view;
  const { name } = vendor;
  const apart = listCountedApart(view);
  return (
    <>
      <PageHeading title={vendor.level === 'group' ? name : `How does ${name} stand?`}>
        <p>{vendor.meaning}</p>
        <Identity view={view} />
      </PageHeading>
      <Corrections corrections={listUnknownParameters(await searchParams, [])} />
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
        <p className="mt-4 max-w-[70ch] text-sm text-muted">
          No source here tells of {name}: {missing.join('; ')}. Not known does not mean zero.
        </p>
      )}
      <VendorShares view={view} />
      <VendorRevenue view={view} />
      <VendorShipments view={view} />
      <VendorChips view={view} />
      {systems.length > 0 && (
        <PageSection id="systems" title="Its systems">
          <SystemsTable systems={systems} />
        </PageSection>
      )}
      <VendorHolders view={view} />
      {papers.length > 0 && (
        <PageSection
          id="papers"
          title="Mentions of its chips in AI papers"
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
          title="What its chips cost to rent"
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
          title="What happened"
          lead={
            <>
              {events.length} {events.length === 1 ? 'event' : 'events'} of the vendor or about its
              chips{events.length > NEWEST_EVENTS && `; here the newest ${NEWEST_EVENTS}`}.{' '}
              <a href="/timeline">The whole timeline</a>
            </>
          }
        >
          <EventList events={events.slice(0, NEWEST_EVENTS)} />
        </PageSection>
      )}
      <p className="mt-8 text-sm">
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
    <p className="mt-1 text-sm text-muted">
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
