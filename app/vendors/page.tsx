/** Every vendor, with how much is known of it; each leads to its page. */
import { toChipHref, toEvidenceHref, toVendorHref } from '@/address/links';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { getVendorList, type ListedVendor } from '@/subjects/vendors/vendor-list';
import { formatCountry, formatValue, MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { type FiguresRow, FiguresTable } from '../_ui/figures-table';
import { PageHeading, PageSection } from '../_ui/headings';
import { leaveOutUnknown } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';

export const metadata = toSiteHead('/vendors');

export default async function VendorsPage({ searchParams }: PageProps) {
  leaveOutUnknown('/vendors', await searchParams);
  const { companies, groups, year } = await getVendorList(getTracker().orm);
  return (
    <>
      <PageHeading title="Vendors of AI chips">
        {companies.length} companies that design AI chips, those with most chips first.
      </PageHeading>
      <FiguresTable
        caption="Vendors, those with most chips first"
        columns={[
          { label: 'Vendor' },
          { label: 'Country' },
          { label: 'Chips', align: 'right', title: 'Chips with a data sheet' },
          { label: 'Newest launch', wraps: true },
          { label: 'Markets', align: 'right', title: 'Definitions by which its share is known' },
          {
            label: `Mentions ${year ?? ''}`,
            align: 'right',
            title: 'Mentions of its chips in AI papers',
          },
        ]}
        rows={companies.map(toRow)}
      />
      <PageSection
        id="groups"
        title="Groups of vendors"
        lead="Sources count some vendors together, or what belongs to no single one."
      >
        <ul className="mt-2 grid max-w-[80ch] gap-2">
          {groups.map(({ vendor: { vendor, name, meaning } }) => (
            <li key={vendor}>
              <a href={toVendorHref(vendor)}>{name}</a>
              <span className="block text-sm text-muted">{meaning}</span>
            </li>
          ))}
        </ul>
      </PageSection>
    </>
  );
}

function toRow({ vendor, chips, newest, markets, papers, papersOf }: ListedVendor): FiguresRow {
  return {
    id: vendor.vendor,
    cells: [
      <a key="name" href={toVendorHref(vendor.vendor)}>
        {vendor.name}
      </a>,
      vendor.country ? formatCountry(vendor.country) : MISSING,
      chips || MISSING,
      newest ? (
        <span key="newest">
          <a href={toChipHref(newest.chip)}>{newest.name}</a>, {formatDate(newest.launch_date!)}
        </span>
      ) : (
        MISSING
      ),
      markets || MISSING,
      papers ? (
        <a key="papers" href={toEvidenceHref(chipUsageInPapers, papers)}>
          {formatValue(papers.papers, 'papers')}
          {papersOf && ` (${papersOf.name})`}
        </a>
      ) : (
        MISSING
      ),
    ],
    remark: vendor.meaning,
  };
}
