/** What a vendor shipped, market by market. */
import { toEvidenceHref, toRowsHref } from '@/address/links';
import { gpuShipments } from '@/data/gpu-shipments/contract';
import type { VendorView } from '@/subjects/vendors/vendor-view';
import type { FigureKind } from '@/units/figure-kind';
import { formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { toFigureKind } from '@/views/row-figures';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/page-section';
import { SourceLink } from '../../_ui/source-link';

export function VendorShipments({ view: { vendor, shipments, sources } }: { view: VendorView }) {
  if (shipments.length === 0) return null;
  return (
    <PageSection
      id="shipments"
      title="What it shipped"
      lead="The newest figure of each market. A TPU, a desktop card and an H100 count as one each, so units of two markets do not compare."
    >
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
        rows={shipments.map(({ market, row }) => {
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
