/** A vendor's share by every definition: a picture and a table, and never one line. */
import { toHref } from '@/address/href';
import { toEvidenceHref, toMarketHref } from '@/address/links';
import { drawForPage } from '@/charts/page-drawings';
import { gpuMarketShare } from '@/data/gpu-market-share/contract';
import { marketBases } from '@/subjects/share/market-words';
import type { ShareRow } from '@/subjects/share/queries';
import type { VendorView } from '@/subjects/vendors/vendor-view';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/page-section';
import { ServerDrawing } from '../../_ui/server-drawing';
import { SourceLink } from '../../_ui/source-link';

export function VendorShares({ view: { shares, sharePicture, sources } }: { view: VendorView }) {
  if (shares.length === 0) return null;
  const drawings = sharePicture && drawForPage(sharePicture.drawable);
  return (
    <PageSection
      id="shares"
      title="Its share, by every definition"
      lead={
        <>
          The newest figure of each market. Each row counts something else, so no two of them make a
          line; the market leads to its history.
          {sharePicture && (
            <>
              {' '}
              <a href={toHref('/charts/share-by-definition', sharePicture.canonical)}>
                The picture with its downloads
              </a>
            </>
          )}
        </>
      }
    >
      {drawings && (
        <div className="mt-3">
          <ServerDrawing svg={drawings.wide.svg} className="drawing-wide" />
          <ServerDrawing svg={drawings.narrow.svg} className="drawing-narrow" />
        </div>
      )}
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
        rows={shares.map(({ market, row }) => ({
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
    </PageSection>
  );
}

/** "94%", "75% (70%–80%)". */
function formatShare({ share_pct, share_low_pct, share_high_pct }: ShareRow): string {
  const share = formatValue(share_pct, '%');
  if (share_low_pct === null || share_high_pct === null) return share;
  return `${share} (${formatValue(share_low_pct, '%')}–${formatValue(share_high_pct, '%')})`;
}
