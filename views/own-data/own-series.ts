/** A visitor's figures → series for the picture: the largest, in the order of the file. */
import { getOwnShade } from '@/charts/colors';
import type { Point, Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import type { Problem } from '@/data/problem';
import { formatPeriod } from '@/units/period';
import type { OwnFigure } from './own-figures';
import { toOwnProblem } from './own-problem';

export interface OwnSeries {
  readonly series: readonly Series[];
  /** Names that are left out, by their last figures; the largest are kept. */
  readonly dropped: readonly string[];
  /** All names, the largest first. */
  readonly names: readonly string[];
  /** Figures that are drawn. */
  readonly count: number;
  readonly problems: readonly Problem[];
}

/**
 * `chosen` names the series to draw; else the `most` largest are. Rows of one series and period are
 * added up where they are `isSummed`; `money` is named on their labels.
 */
export function toOwnSeries(
  file: string,
  all: readonly OwnFigure[],
  {
    chosen,
    most,
    isSummed,
    money,
  }: {
    readonly chosen: readonly string[] | null;
    readonly most: number;
    readonly isSummed: boolean;
    readonly money: string | null;
  },
): OwnSeries {
  const problems: Problem[] = [];
  const groups = new Map<string, Map<string, OwnFigure>>();
  for (const figure of all) {
    const group = groups.get(figure.series) ?? new Map<string, OwnFigure>();
    groups.set(figure.series, group);
    const key = figure.period?.label ?? '';
    const first = group.get(key);
    if (!first) group.set(key, figure);
    else if (isSummed) group.set(key, addUp(first, figure));
    else if (first.value !== figure.value) {
      const issue = { rule: 'duplicate-key', firstLine: first.line } as const;
      const found = [figure.series, figure.period && formatPeriod(figure.period.label)]
        .filter(Boolean)
        .join(', ');
      problems.push(toOwnProblem(file, { line: figure.line, found, issue }));
    }
  }
  const series = [...groups].map(([name, group]) => ({ name, figures: [...group.values()] }));
  const ranked = series.toSorted((a, b) => getLastSize(b.figures) - getLastSize(a.figures));
  const kept = new Set(chosen ?? ranked.slice(0, most).map(({ name }) => name));
  const drawn = series.filter(({ name }) => kept.has(name)).slice(0, most);
  return {
    series: drawn.map(({ name, figures }, index) => toSeries(name, figures, index, money)),
    dropped: ranked
      .map(({ name }) => name)
      .filter((name) => !drawn.some((one) => one.name === name)),
    names: ranked.map(({ name }) => name),
    count: drawn.reduce((sum, { figures }) => sum + figures.length, 0),
    problems,
  };
}

const addUp = (a: OwnFigure, b: OwnFigure): OwnFigure => ({
  ...a,
  value: a.value + b.value,
  low: null,
  high: null,
});

function getLastSize(figures: readonly OwnFigure[]): number {
  const last = figures.toSorted((a, b) => toStart(a).localeCompare(toStart(b))).at(-1);
  return Math.abs(last?.value ?? 0);
}
const toStart = ({ period }: OwnFigure) => period?.start ?? '';

function toSeries(
  name: string,
  figures: readonly OwnFigure[],
  index: number,
  money: string | null,
): Series {
  const points = figures.toSorted((a, b) => toStart(a).localeCompare(toStart(b)));
  const series: Series = {
    id: `own-${index + 1}`,
    label: `${name} (yours${money ? `, ${money}` : ''})`,
    color: getOwnShade(index),
    isOwn: true,
    points: points.map(({ period, reported, value, low, high, kind }, at): Point => {
      const before = points[at - 1]?.period;
      return {
        period: period ?? { label: '', kind: 'day', start: '', end: '' },
        ...(reported ? { reported } : {}),
        value,
        low,
        high,
        kind,
        source: null,
        note: 'From your own file.',
        // A year and a quarter are not joined by a line.
        ...(before && period && before.kind !== period.kind ? { startsAnew: true } : {}),
      };
    }),
  };
  return figures.some(({ period }) => period === null) ? series : alignSeries([series])[0]!;
}
