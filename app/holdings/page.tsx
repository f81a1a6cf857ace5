import { redirect } from 'next/navigation';
import { toTidyHref } from '@/address/href';
import { toChipHref } from '@/address/links';
import { chips } from '@/data/chips/contract';
import { nameOrigin } from '@/data/sources/origins';
import { listSources } from '@/db/queries/names';
import { acceleratorHolders } from '@/subjects/holdings/accelerator-holders';
import { commonUnits, type Factor } from '@/subjects/holdings/conversion';
import { getEditionView } from '@/subjects/holdings/edition-changes';
import type { LeftOut } from '@/subjects/holdings/exclusion';
import { statuses } from '@/subjects/holdings/holder-lists';
import {
  buildHolderRanking,
  type HolderRanking,
  readFilter,
} from '@/subjects/holdings/holder-ranking';
import { aboutOwners } from '@/subjects/holdings/holder-words';
import { ownersOverTime } from '@/subjects/holdings/owners-over-time';
import { formatValue } from '@/units/format-value';
import { getChartView } from '@/views/chart-view';
import { ChartPage } from '../_chart-block/chart-page';
import { FiguresTable } from '../_ui/figures-table';
import { AboutFigures } from '../_ui/headings';
import { chipCell, countCell, holderCell } from '../_ui/holding-cells';
import { FindOrganization } from '../organizations/organization-table';
import { type PageProps, readChartsHead } from '../page-head';
import { getTracker } from '../tracker';
import { EditionChanges } from './edition-changes';

const PATH = '/holdings';
const charts = [acceleratorHolders, ownersOverTime];

export const generateMetadata = readChartsHead('/holdings', charts);

export default async function HoldingsPage({ searchParams }: PageProps) {
  const [tracker, query] = [getTracker(), await searchParams];
  const { view } = await getChartView(tracker, acceleratorHolders, query);
  const chosen = Object.fromEntries(view.offered.map(({ name, value }) => [name, value]));
  const values = { ...chosen, ...view.vintage?.older.values };
  const [ranking, filter] = await Promise.all([
    buildHolderRanking(tracker.orm, values),
    readFilter(tracker.orm, values),
  ]);
  const changes = await getEditionView(tracker.orm, values.list ?? '', query, filter);
  const from = { name: 'from', fallback: changes.view?.options[0]?.value ?? '' };
  const tidy = toTidyHref(PATH, query, [...view.offered, from]);
  if (tidy) redirect(tidy);
  return (
    <ChartPage
      path={PATH}
      charts={charts}
      query={query}
      more={['from']}
      corrections={changes.corrections}
      title="Who owns AI chips"
      lead="Three ways to count: modeled fleets, named clusters, sites seen from above."
    >
      <Factors ranking={ranking} />
      <LeftOutRows leftOut={ranking.leftOut} />
      {changes.view && (
        <EditionChanges
          view={changes.view}
          parameters={view.canonical}
          isFolded={view.vintage !== null && query.from === undefined}
        />
      )}
      <FindOrganization />
      <AboutFigures notes={aboutOwners} />
    </ChartPage>
  );
}

/** By which specification counts were converted: factor, chip assumed, source. */
async function Factors({ ranking }: { ranking: HolderRanking }) {
  const { factors, unitName, unit } = ranking;
  if (unitName === 'count' || factors.length === 0) return null;
  const sources = await listSources(
    getTracker().orm,
    factors.flatMap(({ described }) => described.source ?? []),
  );
  const bySlug = new Map(sources.map((source) => [source.source, source]));
  const toSource = ({ described }: Factor) => {
    const source = bySlug.get(described.source ?? '');
    if (!source) return 'the source of the figure itself';
    const name = nameOrigin(source);
    return source.url ? <a href={source.url}>{name}</a> : name;
  };
  return (
    <section aria-labelledby="factors" className="mt-8">
      <h2 id="factors" className="text-lg font-semibold tracking-tight">
        How counts became {unit.label}
      </h2>
      <p className="mt-1 max-w-[70ch] text-sm text-muted">
        Value = accelerators × factor; factor: {commonUnits[unitName].formula}. Where a source names
        only a model, the variant assumed is given with the factors of its other variants.{' '}
        <a href="/datasets/chips">All specifications</a>
      </p>
      <FiguresTable
        caption={`Factors: ${unit.label}`}
        columns={[
          { label: 'Chip' },
          { label: 'Factor', align: 'right' },
          { label: 'Specification' },
          { label: 'Taken from' },
          { label: 'Variants', align: 'right' },
          { label: 'Source' },
        ]}
        rows={factors.map((factor) => ({
          id: `factor-${factor.chip.chip}`,
          cells: [
            <a key="chip" href={toChipHref(factor.chip.chip)}>
              {factor.chip.name}
            </a>,
            formatFactor(factor.value, ranking),
            describeSpec(factor),
            factor.described.chip === factor.chip.chip ? (
              'the chip itself'
            ) : (
              <span key="assumed">
                assumed: <a href={toChipHref(factor.described.chip)}>{factor.described.name}</a>
              </span>
            ),
            factor.range
              ? `${formatFactor(factor.range[0], ranking)}–${formatFactor(factor.range[1], ranking)}`
              : '–',
            toSource(factor),
          ],
        }))}
      />
    </section>
  );
}

function describeSpec({ spec, described }: Factor): string {
  if (spec === null) return 'as the source states it';
  const { label, unit } = chips.columns[spec];
  return `${label} ${described[spec]?.toLocaleString('en-US')} ${unit}`;
}

/** Per accelerator the amounts are small: megawatts become watts, terabytes gigabytes. */
function formatFactor(value: number, { unit: { unit } }: HolderRanking): string {
  if (unit === 'MW') return `${(value * 1e6).toLocaleString('en-US')} W`;
  if (unit === 'TB') return `${(value * 1000).toLocaleString('en-US')} GB`;
  if (unit === 'PFLOP/s') return `${(value * 1000).toLocaleString('en-US')} TFLOP/s`;
  if (unit === 'H100-equivalents') return value.toFixed(3);
  return formatValue(value, unit);
}

/** The rows that the ranking does not count, each with the reason. */
function LeftOutRows({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null;
  const what = leftOut.length === 1 ? '1 row is' : `${leftOut.length} rows are`;
  return (
    <details className="mt-6 text-sm">
      <summary className="cursor-pointer text-accent">
        {what} left out of this ranking, and why
      </summary>
      <FiguresTable
        caption="Rows left out"
        columns={[
          { label: 'Organization' },
          { label: 'Chip' },
          { label: 'Accelerators', align: 'right' },
          { label: 'Status' },
          { label: 'Cluster' },
          { label: 'Left out because', wraps: true },
        ]}
        rows={leftOut.map(({ row, reason }) => ({
          id: row.holding,
          cells: [
            holderCell(row),
            chipCell(row),
            countCell(row),
            statuses[row.status],
            row.cluster ?? '–',
            reason,
          ],
        }))}
      />
    </details>
  );
}
