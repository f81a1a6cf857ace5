/** What a vendor sells: revenue, shares of its markets, shipments. */
import { toHref } from '@/address/href';
import { toEvidenceHref, toMarketHref, toRowsHref } from '@/address/links';
import { drawForPage } from '@/charts/page-drawings';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { gpuShipments } from '@/data/gpu-shipments/contract';
import { marketBases } from '@/subjects/share/market-words';
import type { ShareRow } from '@/subjects/share/queries';
import { MOST_ROWS, type VendorView } from '@/subjects/vendors/vendor-view';
import type { FigureKind } from '@/units/figure-kind';
import { countOf, formatCount, formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { toFigureKind } from '@/views/row-figures';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/headings';
import { ChartPicture } from '../../_ui/server-drawing';
import { SourceLink } from '../../_ui/source-link';

/** What a vendor earns in the data center, and what the line holds that says so. */
export function VendorRevenue({ view: { revenue, sources } }: { view: VendorView }) {
  if (revenue.length === 0) return null;
  return (
    <PageSection
      id="revenue"
      title="Revenue"
      lead={
        <>
          The newest figure of each line that the company reports.{' '}
          <a href="/charts/data-center-revenue-by-vendor">All companies in one chart</a>
        </>
      }
    >
      <FiguresTable
        caption="Data center revenue"
        columns={[
          { label: 'Line' },
          { label: 'Revenue', align: 'right' },
          { label: 'Period' },
          { label: 'vs. year earlier', align: 'right' },
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
            <SourceLink key="source" source={sources.get(source)} />,
          ],
          remark: holds,
        }))}
      />
    </PageSection>
  );
}

/** A vendor's share by every definition: a picture and a table, and never one line. */
export function VendorShares({
  view: { vendor, shares, sharePicture, sources },
}: {
  view: VendorView;
}) {
  if (shares.length === 0) return null;
  const table = (
    <FiguresTable
      caption="Shares by market"
      columns={[
        { label: 'Market', wraps: true },
        { label: 'Share', align: 'right' },
        { label: 'Period' },
        { label: 'Kind' },
        { label: '% of', wraps: true },
        { label: 'Source', wraps: true },
      ]}
      rows={shares.slice(0, MOST_ROWS).map(({ market, row }) => ({
        id: `share-${market.market}`,
        cells: [
          <a key="market" href={toMarketHref(market.market)} title={market.definition}>
            {market.name}
          </a>,
          <a key="share" href={toEvidenceHref(gpuMarketShare, row)}>
            {formatShare(row)}
          </a>,
          formatPeriod(row.period),
          row.kind.replaceAll('-', ' '),
          marketBases[market.basis],
          <SourceLink key="source" source={sources.get(row.source)} />,
        ],
      }))}
    />
  );
  return (
    <PageSection
      id="shares"
      title="Market share"
      folded={`by ${shares.length} definitions`}
      lead={
        sharePicture && (
          <>
            The newest share by each definition.{' '}
            <a href={toHref('/charts/share-by-definition', sharePicture.canonical)}>
              The chart with its downloads
            </a>
          </>
        )
      }
    >
      {sharePicture && (
        <div className="mt-3">
          <ChartPicture drawable={sharePicture.drawable} draw={drawForPage} />
        </div>
      )}
      {sharePicture ? (
        <details className="mt-2 text-sm">
          <summary className="w-fit cursor-pointer text-accent">
            The shares as a table, with their sources
          </summary>
          {table}
          <Rest
            count={shares.length}
            href={toRowsHref(gpuMarketShare, { vendor: vendor.vendor })}
          />
        </details>
      ) : (
        table
      )}
    </PageSection>
  );
}

/** Where the rows are that a page does not list. */
function Rest({ count, href }: { count: number; href: string }) {
  if (count <= MOST_ROWS) return null;
  return (
    <p className="mt-2 text-sm">
      The first {MOST_ROWS} of {formatCount(count)}. <a href={href}>All in the dataset</a>
    </p>
  );
}

/** "94%", "75% (70%–80%)". */
function formatShare({ share_pct, share_low_pct, share_high_pct }: ShareRow): string {
  const share = formatValue(share_pct, '%');
  if (share_low_pct === null || share_high_pct === null) return share;
  return `${share} (${formatValue(share_low_pct, '%')}–${formatValue(share_high_pct, '%')})`;
}

/** What a vendor shipped, market by market. */
export function VendorShipments({ view: { vendor, shipments, sources } }: { view: VendorView }) {
  if (shipments.length === 0) return null;
  return (
    <PageSection id="shipments" title="Shipments" folded={countOf(shipments.length, 'market')}>
      <FiguresTable
        caption="Shipments by market"
        columns={[
          { label: 'Market', wraps: true },
          { label: 'Units', align: 'right' },
          { label: 'Value', align: 'right' },
          { label: 'Period' },
          { label: 'Kind' },
          { label: 'Source', wraps: true },
        ]}
        rows={shipments.slice(0, MOST_ROWS).map(({ market, row }) => {
          const evidence = toEvidenceHref(gpuShipments, row);
          const kind = toFigureKind(row.kind);
          return {
            id: `shipments-${market.market}`,
            cells: [
              <a
                key="market"
                href={toRowsHref(gpuShipments, { market: market.market, vendor: vendor.vendor })}
                title={market.definition}
              >
                {market.name}
              </a>,
              toFigure(row.units_thousands, 'thousands', { kind, evidence }),
              toFigure(row.value_usd_millions, 'USD millions', { kind, evidence }),
              formatPeriod(row.period),
              row.kind.replaceAll('-', ' '),
              <SourceLink key="source" source={sources.get(row.source)} />,
            ],
          };
        })}
      />
      <Rest count={shipments.length} href={toRowsHref(gpuShipments, { vendor: vendor.vendor })} />
    </PageSection>
  );
}

function toFigure(
  value: number | null,
  unit: Unit,
  { kind, evidence }: { kind: FigureKind; evidence: string },
) {
  if (value === null) return MISSING;
  return (
    <a key={unit} href={evidence}>
      {formatValue(value, unit, kind)}
    </a>
  );
}
