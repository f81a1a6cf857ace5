/** Where Nvidia gave a quarter's figure on two bases: what it was before or became after. */
import type { Series } from '@/charts/model';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import type { NvidiaRevenueRow } from './queries';

/**
 * Notes each figure that differs from the one of the same quarter and segment on
 * the other basis, and says all of them in one sentence; null where none differs.
 */
export function markRestated(
  series: readonly Series[],
  others: readonly NvidiaRevenueRow[],
  word: 'first reported' | 'later recast',
): { series: Series[]; sentence: string | null } {
  const known = new Map(
    others.map((row) => [`${row.segment} ${row.fiscal_quarter}`, row.revenue_usd_millions]),
  );
  const said = new Map<string, string[]>();
  const marked = series.map((one) => ({
    ...one,
    points: one.points.map((point) => {
      const other = known.get(`${one.id} ${point.period.label}`);
      if (other === undefined || point.value === null || other === point.value) return point;
      const amount = formatValue(other, 'USD millions');
      const quarter = formatPeriod(point.period.label);
      const change = `${one.label} ${formatValue(point.value, 'USD millions')}, ${word} as ${amount}`;
      said.set(quarter, [...(said.get(quarter) ?? []), change]);
      const note = [point.note, `Restated: ${word} as ${amount}.`].filter(Boolean).join(' ');
      return { ...point, note };
    }),
  }));
  const quarters = [...said].map(([quarter, changes]) => `${quarter}: ${changes.join('; ')}`);
  return {
    series: marked,
    sentence: quarters.length > 0 ? `Restated quarters. ${quarters.join('. ')}.` : null,
  };
}
