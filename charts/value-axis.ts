/** The value axis: domain, few round ticks, and how they read. */
import { tickStep, ticks } from 'd3-array';
import { formatTick, type Unit } from '@/units/format-value';
import { FONT_SIZE, type Frame } from './canvas';
import { measureText } from './text-width';

export interface ValueAxis {
  readonly type: 'linear' | 'log';
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

export interface ValueAxisOptions {
  readonly unit: Unit;
  readonly scale: 'linear' | 'log';
  /** `share` is 0–100; `from-zero` contains zero; `free` fits the values. */
  readonly start: 'from-zero' | 'share' | 'free';
  /** How many ticks would be welcome. */
  readonly count: number;
}

/** Builds the axis that holds all values. With no value at all it is an empty 0–1 axis. */
export function buildValueAxis(values: readonly number[], options: ValueAxisOptions): ValueAxis {
  const { unit, scale, start, count } = options;
  const most = Math.max(0, ...values);
  // Ticks of one linear axis share a prefix: 0.8m below 1m.
  const format = (value: number) => formatTick(value, unit, scale === 'linear' ? most : 0);
  const positive = values.filter((value) => value > 0);
  if (scale === 'log' && positive.length > 0) return { ...buildLogAxis(positive), format };
  if (start === 'share') {
    return {
      type: 'linear',
      domain: [0, 100],
      ticks: count < 5 ? [0, 50, 100] : [0, 25, 50, 75, 100],
      format,
    };
  }
  const least = Math.min(...values, start === 'free' ? Number.POSITIVE_INFINITY : 0);
  const highest = Math.max(...values, start === 'free' ? Number.NEGATIVE_INFINITY : 0);
  if (!Number.isFinite(least) || least === highest) {
    const top = Number.isFinite(highest) && highest > 0 ? highest : 1;
    return { type: 'linear', domain: [0, top], ticks: [0, top], format };
  }
  const step = tickStep(least, highest, count);
  // Below zero a whole step would often be empty, and beyond −100% there is no growth.
  const lowStep = least < 0 && highest > 0 ? step / 4 : step;
  const low = Math.floor(least / lowStep) * lowStep;
  const isGrowth = unit === '%' && least >= -100;
  const domain = [isGrowth ? Math.max(-100, low) : low, Math.ceil(highest / step) * step] as const;
  return { type: 'linear', domain, ticks: ticks(domain[0], domain[1], count), format };
}

/** Every n-th tick from the first one, so that labels along a horizontal axis keep clear of each other. */
export function thinTicks(
  { ticks, format }: Pick<ValueAxis, 'ticks' | 'format'>,
  { left, right }: Pick<Frame, 'left' | 'right'>,
): number[] {
  const widest = Math.max(...ticks.map((tick) => measureText(format(tick), FONT_SIZE)));
  const spacing = (right - left) / Math.max(1, ticks.length - 1);
  const every = Math.max(1, Math.ceil((widest + 10) / spacing));
  return ticks.filter((_, index) => index % every === 0);
}

function buildLogAxis(positive: readonly number[]): Omit<ValueAxis, 'format'> {
  const low = Math.floor(Math.log10(Math.min(...positive)));
  const most = Math.max(...positive);
  const high = Math.max(Math.ceil(Math.log10(most)), low + 1);
  // A decade is cut at 2 or 5 times its start where nothing lies below or above.
  const least = Math.min(...positive);
  const decades = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  const top = [2, 5, 10].map((part) => (part * 10 ** high) / 10).find((value) => value >= most)!;
  const bottom =
    [5, 2, 1].map((part) => part * 10 ** low).find((value) => value <= least && value < top) ??
    10 ** low;
  const parts =
    high - low > 2 ? decades : decades.flatMap((value) => [value, 2 * value, 5 * value]);
  const ticks = parts.filter((value) => value >= bottom && value <= top);
  return { type: 'log', domain: [bottom, top], ticks };
}
