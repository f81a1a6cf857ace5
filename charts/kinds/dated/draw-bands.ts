/** Bands of a dense scatter: the middle half of each month or year, and its median. */
import * as Plot from '@observablehq/plot';
import { group as groupBy } from 'd3-array';
import { addDays, toUtc } from '@/units/date';
import { isFirm } from '@/units/figure-kind';
import { toMiddle } from '@/units/period';
import type { Hit } from '../../canvas';
import { paint } from '../../colors';
import { type SymbolName, toPlotSymbol } from '../../legend';
import { type TimeFrame, toPixelX, toPixelY } from '../../time-frame';
import type { Band } from './bands';
import { type DatedModel, listDatedEntries } from './model';

/**
 * A band and a line of medians for each group and kind, which break where a month or year
 * has no figure. Firm figures have filled bands, the others dashed outlines.
 */
export function drawBands(
  bands: readonly Band[],
  { symbols, narrow }: { symbols: ReadonlyMap<string, SymbolName>; narrow: boolean },
): Plot.Markish[] {
  const strands = [...groupBy(bands, ({ group, kind }) => `${group.id} ${kind}`).values()];
  return [
    ...strands.map((strand) => {
      const { group, kind } = strand[0]!;
      return Plot.areaY(strand.flatMap(toCorners), {
        x: 'at',
        y1: 'lower',
        y2: 'upper',
        ...(isFirm(kind)
          ? { fill: paint(group.color), fillOpacity: 0.2 }
          : { fill: 'none', stroke: paint(group.color), strokeDasharray: '3 3' }),
      });
    }),
    ...strands.flatMap((strand) => {
      const { group, kind } = strand[0]!;
      const [color, firm] = [paint(group.color), isFirm(kind)];
      const place = {
        x: ({ period }: Band) => toMiddle(period),
        y: ({ spread }: Band) => spread?.median,
      };
      return [
        Plot.line(strand.flatMap(toSteps), {
          x: 'at',
          y: 'median',
          stroke: color,
          strokeWidth: 1.5,
          ...(firm ? {} : { strokeDasharray: '3 3' }),
        }),
        Plot.dot(strand, {
          ...place,
          r: narrow ? 1.5 : 2,
          symbol: toPlotSymbol(symbols.get(group.id) ?? 'circle'),
          stroke: color,
          fill: firm ? color : paint('card'),
        }),
      ];
    }),
  ];
}

/** Whether nothing lies between a band and the one before it in its strand. */
const followsOn = (band: Band, before: Band | undefined): boolean =>
  before !== undefined && addDays(before.period.end, 1) === band.period.start;

/** A band from the start of its time to its end, after a gap where one is. */
function toCorners({ period, spread }: Band, index: number, strand: readonly Band[]) {
  const { lower = null, upper = null } = spread ?? {};
  const [from, to] = [toUtc(period.start), toUtc(addDays(period.end, 1))];
  const corners = [from, to].map((at) => ({ at, lower, upper }));
  return followsOn(strand[index]!, strand[index - 1])
    ? corners
    : [{ at: from, lower: null, upper: null }, ...corners];
}

function toSteps(band: Band, index: number, strand: readonly Band[]) {
  const { spread, period } = band;
  const median = spread?.median;
  const at = toMiddle(period);
  return followsOn(band, strand[index - 1])
    ? [{ at, median }]
    : [
        { at, median: null },
        { at, median },
      ];
}

/** Where the medians stand; bands are counted behind the entries of the model. */
export function listBandSpots(
  model: DatedModel,
  bands: readonly Band[],
  timeFrame: TimeFrame,
): Hit[] {
  const entries = bands.length > 0 ? listDatedEntries(model).length : 0;
  return bands.map(({ group, period, spread }, index) => ({
    x: toPixelX(toMiddle(period), timeFrame),
    y: toPixelY(spread?.median ?? Number.NaN, timeFrame),
    series: model.groups.findIndex(({ id }) => id === group.id),
    period: entries + index,
  }));
}
