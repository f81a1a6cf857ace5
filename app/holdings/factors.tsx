/** By which specification counts were converted: factor, chip assumed, source. */
import { toChipHref } from '@/address/links';
import { chips } from '@/data/chips/contract';
import { listSources } from '@/db/queries/names';
import { commonUnits, type Factor } from '@/subjects/holdings/conversion';
import type { HolderRanking } from '@/subjects/holdings/holder-choices';
import { formatValue } from '@/units/format-value';
import { FiguresTable } from '../_ui/figures-table';
import { getTracker } from '../tracker';

export async function Factors({ ranking }: { ranking: HolderRanking }) {
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
    return source.url ? <a href={source.url}>{source.publisher}</a> : source.publisher;
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
