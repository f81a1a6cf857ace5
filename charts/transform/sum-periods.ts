/**
 * Quarters added up to years or to the four quarters that end with each one. Only
 * for flows such as revenue and units: adding up shares or stocks would be wrong.
 */
import {
  formatPeriod,
  listQuartersOf,
  parsePeriod,
  toQuarterBefore,
  toYearAround,
} from '@/units/period';
import { hasValue } from '../kinds/figure';
import type { Point, ReportedPeriod, Series } from '../kinds/time/model';
import { toComputedPoint } from './join-points';
import { trimGaps } from './trim-gaps';

export interface Summed {
  readonly series: readonly Series[];
  /** What was left out, in words. */
  readonly notes: readonly string[];
}

/**
 * Years, fiscal where the quarters are. A year of which a quarter is unknown is
 * left out and named in a note.
 */
export function sumByYear(series: readonly Series[]): Summed {
  const partial = new Map<string, string[]>();
  const summed = series.map((one) => {
    const byLabel = indexPoints(one);
    const years = [...new Set(one.points.flatMap(({ period }) => toYearAround(period) ?? []))];
    const calendar = one.points[0]?.period.calendar;
    const points = years.flatMap((year): Point[] => {
      const parts = listQuartersOf(year).flatMap((label) => byLabel.get(label) ?? []);
      if (parts.length === 4) {
        const place = {
          period: parsePeriod(year, calendar)!,
          source: parts.at(-1)!.source,
          reported: joinReported(parts),
        };
        return [toComputedPoint(place, addUp(parts), parts)];
      }
      if (parts.length > 0) partial.set(year, [...(partial.get(year) ?? []), one.label]);
      return [
        { period: parsePeriod(year, calendar)!, value: null, kind: 'measured', source: null },
      ];
    });
    return { ...one, points: trimGaps(points) };
  });
  return {
    series: summed.filter(({ points }) => points.length > 0),
    notes: toNotes(partial, series.length),
  };
}

/** Years by the series that lack them; where all do, the year alone. */
function toNotes(partial: ReadonlyMap<string, readonly string[]>, all: number): string[] {
  if (partial.size === 0) return [];
  const years = [...partial]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([year, names]) =>
      names.length === all
        ? formatPeriod(year)
        : `${formatPeriod(year)} (${[...new Set(names)].join(', ')})`,
    );
  return [`Left out, because not all four quarters are known: ${years.join('; ')}.`];
}

/** At each quarter the sum of it and the three before it; null where one is unknown. */
export function sumTrailingYear(series: readonly Series[]): Summed {
  const summed = series.map((one) => {
    const byLabel = indexPoints(one);
    const points = one.points.map((point): Point => {
      const parts = listLastFour(point).flatMap((label) => byLabel.get(label) ?? []);
      const value = parts.length === 4 && point.value !== null ? addUp(parts) : null;
      if (value === null) return toComputedPoint(point, null, []);
      const since = parts.at(-1)!.period.start;
      return toComputedPoint(
        { ...point, since, reported: joinReported(parts.toReversed()) },
        value,
        parts,
      );
    });
    return { ...one, points: trimGaps(points) };
  });
  const short = summed.filter(({ points }) => points.length === 0).map(({ label }) => label);
  return {
    series: summed.filter(({ points }) => points.length > 0),
    notes: [
      'Each figure is the sum of the quarter it stands at and the three before it.',
      ...(short.length > 0
        ? [`Left out, because no four quarters in a row are known: ${short.join(', ')}.`]
        : []),
    ],
  };
}

/** The periods of the parts as one, "FY2026-Q3/FY2027-Q2"; absent where they stand at their own. */
function joinReported(parts: readonly Known[]): ReportedPeriod | undefined {
  const [first, last] = [parts[0]?.reported, parts.at(-1)?.reported];
  if (!first || !last) return undefined;
  return { label: `${first.label}/${last.label}`, start: first.start, end: last.end };
}

type Known = Point & { readonly value: number };

function indexPoints({ points }: Series): ReadonlyMap<string, Known> {
  return new Map(points.filter(hasValue).map((point) => [point.period.label, point]));
}

const addUp = (parts: readonly Known[]): number => parts.reduce((sum, { value }) => sum + value, 0);

function listLastFour({ period }: Point): string[] {
  const labels = [period.label];
  while (labels.length < 4) {
    const label = labels.at(-1)!;
    const before = toQuarterBefore({ ...period, label });
    if (before === null) return [];
    labels.push(before);
  }
  return labels;
}
