/** What a vendor earns in the data center, and what the line holds that says so. */
import type { VendorView } from '@/subjects/vendors/vendor-view';
import { formatValue, MISSING } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/page-section';
import { SourceLink } from '../../_ui/source-link';

export function VendorRevenue({ view: { revenue, sources } }: { view: VendorView }) {
  if (revenue.length === 0) return null;
  return (
    <PageSection
      id="revenue"
      title="What it earns in the data center"
      lead={
        <>
          The newest figure of each line that the company reports. Segments of two companies hold
          different things; AMD’s and Intel’s hold server processors too.{' '}
          <a href="/charts/data-center-revenue-by-vendor">All companies in one picture</a>
        </>
      }
    >
      <FiguresTable
        caption="Data-center revenue"
        columns={[
          { label: 'Line' },
          { label: 'Revenue', align: 'right' },
          { label: 'Period' },
          { label: 'On the year', align: 'right' },
          { label: 'What to know', wraps: true },
          { label: 'Source', wraps: true },
        ]}
        rows={revenue.map(({ name, usd_millions, period, growth, holds, source, evidence }) => ({
          id: `revenue-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
          cells: [
            name,
            <a key="revenue" href={evidence}>
              {formatValue(usd_millions, 'USD millions')}
            </a>,
            formatPeriod(period),
            growth ? growth.change + (growth.isPublished ? ' (published)' : '') : MISSING,
            holds ?? MISSING,
            <SourceLink key="source" source={sources.get(source)} />,
          ],
        }))}
      />
    </PageSection>
  );
}
