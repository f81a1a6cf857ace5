/**
 * The time axis. Points stand in the middle of their period. A tick names a year:
 * the middle of the year where years are counted or fiscal, its first day else.
 */

import { toUtc } from '@/units/date';
import {
  formatPeriod,
  listQuartersOf,
  type Period,
  parseFiscalQuarter,
  parseFiscalYear,
  parsePeriod,
  toMiddle,
} from '@/units/period';
import { measureText } from './text-width';

interface Tick {
  readonly at: Date;
  readonly text: string;
}

export interface TimeAxis {
  readonly domain: readonly [Date, Date];
  readonly ticks: readonly Tick[];
}

const DAY = 86_400_000;

/** Builds the axis over periods in order of time; `pixels` is the room it has. */
export function buildTimeAxis(
  periods: readonly Period[],
  { pixels, whole }: { pixels: number; whole: boolean },
): TimeAxis {
  const first = periods[0];
  const last = periods.at(-1);
  if (!first || !last) return { domain: [new Date(0), new Date(DAY)], ticks: [] };
  // Columns need the whole of the first and last period; lines only their middles.
  const domain = whole
    ? ([toUtc(first.start), new Date(toUtc(last.end).getTime() + DAY)] as const)
    : widen([toMiddle(first), toMiddle(last)]);
  const candidates = listTicks(first, last).filter(({ at }) => at >= domain[0] && at <= domain[1]);
  const ticks = nameYear(thin(candidates, domain, pixels));
  const isShort = ticks.length < 2 || (ticks.length === 2 && candidates.length > 2);
  return {
    domain,
    ticks: isShort && first.label !== last.label ? nameEnds(first, last, pixels) : ticks,
  };
}

/**
 * One tick gives no measure of time, and two of many may stand at periods without a
 * figure: then the first and the last period are named.
 */
function nameEnds(first: Period, last: Period, pixels: number): Tick[] {
  const ends = [first, last].map((period) => ({
    at: toMiddle(period),
    text: formatPeriod(period.label),
  }));
  const needed = ends.reduce((sum, { text }) => sum + measureText(text, 12) / 2, 14);
  return needed < pixels ? ends : ends.slice(1);
}

function widen([from, to]: readonly [Date, Date]): readonly [Date, Date] {
  if (to > from) return [from, to];
  return [new Date(from.getTime() - 183 * DAY), new Date(to.getTime() + 183 * DAY)];
}

function listTicks(first: Period, last: Period): Tick[] {
  const fiscalFirst = parseFiscalQuarter(first.label);
  const fiscalLast = parseFiscalQuarter(last.label);
  if (fiscalFirst && fiscalLast) {
    const years = range(fiscalFirst.year, fiscalLast.year);
    return years.length <= 2
      ? years.flatMap((year) => toTicks(listQuartersOf(`FY${year}`), first))
      : years.flatMap((year) => {
          const whole = parsePeriod(`FY${year}`, first.calendar);
          if (!whole) return [];
          // A year of which only a part is shown is named in the middle of that part.
          const start = latest(whole.start, first.start);
          const end = earliest(whole.end, last.end);
          return { at: toMiddle({ start, end }), text: formatPeriod(whole.label) };
        });
  }
  const [firstYear, lastYear] = [parseFiscalYear(first.label), parseFiscalYear(last.label)];
  if (firstYear !== null && lastYear !== null) {
    const years = range(firstYear, lastYear).map((year) => `FY${year}`);
    return toTicks(years, first);
  }
  const years = range(Number(first.start.slice(0, 4)), Number(last.end.slice(0, 4)));
  const yearly = first.kind === 'year' && last.kind === 'year';
  if (!yearly && years.length <= 3) return listQuarterTicks(years);
  return years.map((year) => ({
    at: yearly
      ? toMiddle({ start: `${year}-01-01`, end: `${year}-12-31` })
      : toUtc(`${year}-01-01`),
    text: String(year),
  }));
}

const latest = (a: string, b: string): string => (a > b ? a : b);
const earliest = (a: string, b: string): string => (a < b ? a : b);

/** Fiscal periods, each in its middle by the calendar of a period of the axis. */
function toTicks(labels: readonly string[], { calendar }: Period): Tick[] {
  return labels.flatMap((label) => {
    const period = parsePeriod(label, calendar);
    return period ? { at: toMiddle(period), text: formatPeriod(label) } : [];
  });
}

function listQuarterTicks(years: readonly number[]): Tick[] {
  return years.flatMap((year) =>
    ['01', '04', '07', '10'].map((month, quarter) => ({
      at: toUtc(`${year}-${month}-01`),
      text: quarter === 0 ? String(year) : ['', 'Apr', 'Jul', 'Oct'][quarter]!,
    })),
  );
}

/** Where no tick names its year, the first one does: "Apr 2024". */
function nameYear(kept: readonly Tick[]): Tick[] {
  const isNamed = kept.some(({ text }) => /\d{2}/.test(text));
  return kept.map((tick, index) =>
    index === 0 && !isNamed ? { ...tick, text: `${tick.text} ${tick.at.getUTCFullYear()}` } : tick,
  );
}

/** Keeps every n-th tick, counted from the last, so that labels have air between them. */
function thin(candidates: Tick[], [from, to]: readonly [Date, Date], pixels: number): Tick[] {
  if (candidates.length < 2) return candidates;
  // By the middle pair: the first and the last year may be shown in part only.
  const middle = Math.floor((candidates.length - 1) / 2);
  const step = candidates[middle + 1]!.at.getTime() - candidates[middle]!.at.getTime();
  const spacing = (pixels * step) / (to.getTime() - from.getTime());
  const widest = Math.max(...candidates.map(({ text }) => measureText(text, 12)));
  const every = Math.max(1, Math.ceil((widest + 14) / spacing));
  const lastIndex = candidates.length - 1;
  return candidates.filter((_, index) => (lastIndex - index) % every === 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
