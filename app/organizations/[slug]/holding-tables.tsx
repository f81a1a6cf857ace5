/** Every figure of an organization, by source family, as the sources have it. */
import { toChipHref, toEvidenceHref } from '@/address/links';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { SourceRow } from '@/db/queries/names';
import {
  categories,
  type Family,
  families,
  formatList,
  statuses,
} from '@/subjects/holdings/holder-lists';
import type { NamedHolding } from '@/subjects/holdings/queries';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toFigureKind } from '@/views/row-figures';
import { FiguresTable } from '../../_ui/figures-table';

export function SourceTables({
  rows,
  sources,
}: {
  /** Newest first. */
  rows: readonly NamedHolding[];
  sources: ReadonlyMap<string, SourceRow>;
}) {
  return (
    <details className="mt-10">
      <summary className="cursor-pointer text-accent">
        Every figure, source by source ({rows.length})
      </summary>
      <p className="mt-2 text-sm text-muted">
        Never add the tables: the same machines recur in every edition and source.
      </p>
      {groupByFamily(rows).map(([family, members]) => (
        <section key={family} aria-labelledby={`family-${family}`} className="mt-6">
          <h2 id={`family-${family}`} className="text-base font-semibold">
            {families[family]}
          </h2>
          <FiguresTable
            caption={`Figures: ${families[family]}`}
            columns={COLUMNS}
            rows={members.map((row) => ({ id: row.holding, cells: toCells(row, sources) }))}
          />
        </section>
      ))}
    </details>
  );
}

const COLUMNS = [
  { label: 'Chip' },
  { label: 'Accelerators', align: 'right' },
  { label: 'As of' },
  { label: 'Status' },
  { label: 'Category' },
  { label: 'Cluster' },
  { label: 'Source', wraps: true },
  { label: 'Note', wraps: true },
] as const;

function groupByFamily(rows: readonly NamedHolding[]): [Family, NamedHolding[]][] {
  const groups = new Map<Family, NamedHolding[]>();
  for (const row of rows) groups.set(row.family, [...(groups.get(row.family) ?? []), row]);
  return [...groups];
}

function toCells(row: NamedHolding, sources: ReadonlyMap<string, SourceRow>) {
  const source = sources.get(row.source);
  return [
    <a key="chip" href={toChipHref(row.chip)}>
      {row.chip_name}
    </a>,
    <a key="count" href={toEvidenceHref(gpuHoldings, row)}>
      {formatCount(row)}
    </a>,
    <span key="day" title={`Precision: ${row.as_of_precision}`}>
      {formatDate(row.as_of)}
    </span>,
    statuses[row.status] + (row.counts === 'stock' ? '' : `, ${row.counts.replaceAll('-', ' ')}`),
    categories[row.category],
    row.cluster ?? '–',
    source?.url ? (
      <a key="source" href={source.url} title={source.title}>
        {source.publisher}
      </a>
    ) : (
      formatList(row)
    ),
    listRemarks(row),
  ];
}

/** "1,000", or "1,000 (900–1,100)" where the source gives a range. */
export function formatCount({
  accelerators,
  accelerators_low,
  accelerators_high,
  kind,
}: NamedHolding): string {
  const say = (count: number) => formatValue(count, 'accelerators', toFigureKind(kind));
  const count = say(accelerators);
  if (accelerators_low === null || accelerators_high === null) return count;
  return `${count} (${say(accelerators_low)}–${say(accelerators_high)})`;
}

function listRemarks({ host, tenant, part_of, note }: NamedHolding): string {
  return (
    [
      host && `At ${host}.`,
      tenant && `Used by ${tenant}.`,
      part_of && 'Contained in another row.',
      note,
    ]
      .filter(Boolean)
      .join(' ') || '–'
  );
}
