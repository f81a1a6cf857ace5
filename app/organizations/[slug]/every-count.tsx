/** One organization by every count that there is of it, side by side. */
import { toHref } from '@/address/href';
import { formatReading } from '@/charts/kinds/figure';
import { type ChartModel, isRanking, listEntries, toStart } from '@/charts/model';
import { formatPeriod } from '@/units/period';
import { FiguresTable } from '../../_ui/figures-table';

/** The newest figure of each way to count it; the same machines, so nothing is added. */
export function EveryCount({ model }: { model: ChartModel }) {
  const [entry] = listEntries(model);
  if (!isRanking(model) || !entry) return null;
  const { valueLabel, unit, counts = [] } = model;
  const fleet = { ...entry, label: valueLabel, meaning: MODELED, asOf: entry.date ?? '' };
  const others = counts.flatMap((kind, at) => {
    const one = entry.counts?.[at];
    return one ? [{ ...one, label: kind.label, meaning: kind.meaning }] : [];
  });
  const rows = [fleet, ...others].filter(({ value }) => value !== null);
  if (rows.length < 2) return null;
  return (
    <section className="mt-8">
      <h2 id="counts" className="text-lg font-semibold tracking-tight">
        By every count
      </h2>
      <p className="mt-1 text-sm text-muted">
        {toStart(unit)}. The same machines, counted in different ways and on different days: never
        added. <a href={toHref('/compare', { orgs: entry.id })}>Compare with others</a>
      </p>
      <FiguresTable
        caption="By every count"
        columns={[
          { label: 'Count' },
          { label: toStart(unit), align: 'right' },
          { label: 'As of' },
          { label: 'What it counts', wraps: true },
        ]}
        rows={rows.map((row) => ({
          id: `count-${row.label.replaceAll(/[^a-zA-Z]+/g, '-').toLowerCase()}`,
          cells: [
            row.label,
            row.evidence ? (
              <a key="value" href={row.evidence}>
                {formatReading(row, unit)}
              </a>
            ) : (
              formatReading(row, unit)
            ),
            formatPeriod(row.asOf),
            row.meaning,
          ],
        }))}
      />
    </section>
  );
}

const MODELED = 'Chips delivered to it since 2022 by Epoch AI’s model; nothing is retired.';
