/** Periods of which a part of the whole is unknown: no share and no stack can be drawn of them. */
import { formatPeriod } from '@/units/period';
import { hasValue } from '../kinds/figure';
import type { Series, TimeModel } from '../kinds/time/model';
import { trimGaps } from './trim-gaps';

/**
 * The series without the periods that lack a part; the notes name them. A series
 * lacks a figure where it has one before and one after, and with `every` also
 * before its first and after its last. Otherwise it is not there yet, or no more.
 */
export function keepWhole(
  series: readonly Series[],
  parts: TimeModel['parts'] = 'known',
): { series: readonly Series[]; notes: readonly string[] } {
  const lacking = new Map<string, string[]>();
  const known = new Set(
    series.flatMap(({ points }) => points.filter(hasValue).map(({ period }) => period.label)),
  );
  for (const { label, points } of series) {
    const own = new Map(points.map(({ period, value }) => [period.label, value]));
    const between = new Set(trimGaps(points).map(({ period }) => period.label));
    for (const period of known) {
      const isPart = parts === 'every' || between.has(period);
      if (!isPart || own.get(period) != null) continue;
      lacking.set(period, [...(lacking.get(period) ?? []), label]);
    }
  }
  if (lacking.size === 0) return { series, notes: [] };
  const kept = series.map((one) => ({
    ...one,
    points: trimGaps(
      one.points.map((point) =>
        lacking.has(point.period.label) ? { ...point, value: null } : point,
      ),
    ),
  }));
  return { series: kept.filter(({ points }) => points.length > 0), notes: [toNote(lacking)] };
}

/** Parts by the periods that lack them: one part is often missing several times. */
function toNote(lacking: ReadonlyMap<string, readonly string[]>): string {
  const byParts = new Map<string, string[]>();
  for (const [period, parts] of [...lacking].sort(([a], [b]) => a.localeCompare(b))) {
    const names = parts.join(', ');
    byParts.set(names, [...(byParts.get(names) ?? []), formatPeriod(period)]);
  }
  const texts = [...byParts].map(([names, periods]) => `${periods.join(', ')} (without ${names})`);
  return `Left blank, because not every part is known: ${texts.join('; ')}.`;
}
