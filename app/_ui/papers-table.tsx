/** In how many AI papers chips were named, year by year; each count leads to its evidence. */
import { toChipHref, toEvidenceHref, toVendorHref } from '@/address/links';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import type { NamedPaperCount } from '@/subjects/papers/queries';
import { formatValue, MISSING } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { FiguresTable } from './figures-table';

export function PapersTable({
  rows,
  vendor = null,
}: {
  rows: readonly NamedPaperCount[];
  /** Whose page it is: totals of others are named. */
  vendor?: string | null;
}) {
  const years = [...new Set(rows.map(({ period }) => period))].sort();
  return (
    <FiguresTable
      caption="Papers by year"
      columns={[
        { label: 'Chip' },
        ...years.map((year) => ({ label: formatPeriod(year), align: 'right' as const })),
      ]}
      rows={listSeries(rows).map((own) => ({
        id: `papers-${own[0].series}`,
        cells: [
          <SeriesName key="name" row={own[0]} vendor={vendor} />,
          ...years.map((year) => (
            <Count key={year} row={own.find(({ period }) => period === year)} />
          )),
        ],
      }))}
    />
  );
}

type SeriesRows = readonly [NamedPaperCount, ...NamedPaperCount[]];

/** The rows of each series, totals first, then those most named in their last year. */
function listSeries(rows: readonly NamedPaperCount[]): SeriesRows[] {
  const bySeries = new Map<string, NamedPaperCount[]>();
  for (const row of rows) bySeries.set(row.series, [...(bySeries.get(row.series) ?? []), row]);
  const size = (own: readonly NamedPaperCount[]) => own.at(-1)?.papers ?? 0;
  return ([...bySeries.values()] as [NamedPaperCount, ...NamedPaperCount[]][]).toSorted(
    (a, b) => Number(a[0].chip !== null) - Number(b[0].chip !== null) || size(b) - size(a),
  );
}

function SeriesName({ row, vendor }: { row: NamedPaperCount; vendor: string | null }) {
  if (row.chip) return <a href={toChipHref(row.chip)}>{row.chip_name}</a>;
  if (row.vendor === vendor) return 'All its chips';
  return <a href={toVendorHref(row.vendor)}>{row.vendor_name}</a>;
}

function Count({ row }: { row: NamedPaperCount | undefined }) {
  if (!row) return MISSING;
  const mark = row.kind === 'projection' ? '*' : '';
  return (
    <a href={toEvidenceHref(chipUsageInPapers, row)}>{formatValue(row.papers, 'papers') + mark}</a>
  );
}
