/**
 * Numbers for people. A column keeps the unit its contract declares; here, and
 * only here, it becomes "$89.0bn" or "13,824". Missing is an en dash, never zero.
 */

import type { FigureKind } from './figure-kind';

export const MISSING = '–';

/** The units that can be written; a column of a contract has one of them, or none. */
const units = [
  'USD millions',
  'USD',
  'USD per hour',
  '%',
  'percentage points',
  'thousands',
  'accelerators',
  'H100-equivalents',
  'PFLOP/s',
  'TB',
  'MW',
  'papers',
  'models',
  'times',
  'TFLOPS',
  'TOPS',
  'GFLOPS per USD',
  'GFLOPS per W',
  'GB',
  'GB/s',
  'Gbit/s',
  'W',
  'nm',
  'mm²',
  'billion',
  'USD per chip-hour',
  'index',
  'years',
  'months',
  'servers',
  'hours',
  'days',
  'MWh',
  'USD per query',
] as const;

export type Unit = (typeof units)[number];

// Fractions of a cent: two digits wherever the first one stands.
const fine = toFormat({ maximumSignificantDigits: 2 });
const grouped = toFormat({ maximumFractionDigits: 3 });

/** A true minus sign in place of a hyphen, and none before zero. */
function toFormat(options: Intl.NumberFormatOptions): { format(value: number): string } {
  const digits = new Intl.NumberFormat('en-US', { ...options, signDisplay: 'negative' });
  return { format: (value) => digits.format(value).replace('-', '−') };
}

/**
 * A value as a reader wants it in a sentence or a label: "$89.0bn", "94%", "13,824". A
 * modeled one is told as far as it is known, "1.2m" and not "1,190,123"; files keep all
 * digits. Shares keep theirs, which their publishers print.
 */
export function formatValue(value: number | null, unit: Unit, kind?: FigureKind): string {
  if (value === null) return MISSING;
  if (kind === 'modeled' && !RATIOS.has(unit)) {
    const known = Number(value.toPrecision(MODELED_DIGITS));
    return MACHINES.has(unit) && Math.abs(known) >= 1e6
      ? `${inMillions.format(known / 1e6)}m`
      : formatExact(known, unit);
  }
  return formatExact(value, unit);
}

/** Half of a model's draws lie further off than its third digit would tell. */
const MODELED_DIGITS = 2;
const inMillions = toFormat({
  minimumSignificantDigits: MODELED_DIGITS,
  maximumSignificantDigits: MODELED_DIGITS,
});
const RATIOS: ReadonlySet<Unit> = new Set(['%', 'percentage points']);
const MACHINES: ReadonlySet<Unit> = new Set(['accelerators', 'H100-equivalents']);

function formatExact(value: number, unit: Unit): string {
  switch (unit) {
    case 'USD millions':
      return formatDollars(value * 1e6);
    case 'USD':
      return formatDollars(value);
    case 'USD per hour':
    case 'USD per chip-hour':
      return `$${value.toFixed(2)}`;
    case '%':
      return `${formatPercent(value)}%`;
    case 'percentage points':
      return formatPoints(value);
    case 'thousands':
      return formatLarge(value * 1e3);
    case 'H100-equivalents':
      // Beyond some hundred thousand, single ones are an artifact of multiplying.
      return value >= 1e5 ? grouped.format(round(value, -3)) : formatSignificant(value);
    case 'PFLOP/s':
    case 'TB':
    case 'MW':
      return formatQuantity(value, unit);
    case 'times':
      return `${formatSignificant(value)}×`;
    case 'TFLOPS':
    case 'TOPS':
    case 'GB':
    case 'Gbit/s':
    case 'mm²':
    case 'W':
      return `${formatSignificant(value)} ${unit}`;
    case 'GFLOPS per USD':
    case 'GFLOPS per W':
      return `${formatSignificant(value)} ${unit.replace('USD', '$').replace(' per ', '/')}`;
    case 'GB/s':
      return value >= 10_000
        ? `${formatSignificant(value / 1000)} TB/s`
        : `${formatSignificant(value)} GB/s`;
    case 'index':
      return grouped.format(round(value, Math.abs(value) < 1000 ? 1 : 0));
    case 'years':
      return `${grouped.format(round(value, 1))} ${round(value, 1) === 1 ? 'year' : 'years'}`;
    case 'accelerators':
      return grouped.format(round(value, 0));
    case 'servers':
    case 'hours':
      return formatLarge(round(value, 0));
    case 'days':
    case 'MWh':
      return `${formatSignificant(value)} ${unit}`;
    case 'USD per query':
      return `$${fine.format(value)}`;
    case 'papers':
    case 'models':
    case 'nm':
    case 'billion':
    case 'months':
      return grouped.format(value);
  }
}

/** A value with its unit in words, for any unit a contract may declare: "13,824 accelerators". */
export function formatFigure(value: number, unit: Unit | null, kind?: FigureKind): string {
  if (unit === null) return grouped.format(value);
  const text = formatValue(value, unit, kind);
  if (unit === 'thousands') return `${text} units`;
  if (unit.startsWith('USD per ')) return `${text} ${unit.slice('USD '.length)}`;
  // A number that came back bare did not get its unit.
  const isBare = text === grouped.format(value) || (kind === 'modeled' && MACHINES.has(unit));
  return isBare ? `${text} ${unit}` : text;
}

/** A signed change: "+4.2%", "−6%", "±0". Uses the true minus sign. */
export function formatChange(change: number | null, unit: Unit): string {
  if (change === null) return MISSING;
  if (change === 0) return `±${formatValue(0, unit)}`;
  return `${change > 0 ? '+' : '−'}${formatValue(Math.abs(change), unit)}`;
}

/** A tick on an axis whose unit stands once at the top: "80", "1.5"; with the axis’s `most` in millions, "0.8m". */
export function formatTick(value: number, unit: Unit, most = 0): string {
  if (unit === 'USD millions') return formatShort(value * 1e6, '$');
  if (unit === 'USD') return formatShort(value, '$');
  if (unit === 'USD per chip-hour') return `$${grouped.format(value)}`;
  if (unit === 'USD per query') return `$${fine.format(value)}`;
  if (unit === 'thousands') return formatCountTick(value * 1e3, most * 1e3);
  if (unit === '%' || unit === 'percentage points') {
    return `${grouped.format(value)}%`;
  }
  if (unit in LARGER_UNITS) return formatValue(value, unit);
  return formatCountTick(value, most);
}

function formatCountTick(value: number, most: number): string {
  if (value !== 0 && most >= 1e6 && Math.abs(value) < 1e6) {
    return `${grouped.format(round(value / 1e6, 2))}m`;
  }
  return Math.abs(value) >= 1e6 ? formatShort(value, '') : grouped.format(value);
}

/** The unit a thousand times larger. */
const LARGER_UNITS = { 'PFLOP/s': 'EFLOP/s', TB: 'PB', MW: 'GW' } as const;

function formatQuantity(value: number, unit: keyof typeof LARGER_UNITS): string {
  if (value === 0) return '0';
  return Math.abs(value) >= 1000
    ? `${formatSignificant(value / 1000)} ${LARGER_UNITS[unit]}`
    : `${formatSignificant(value)} ${unit}`;
}

function formatDollars(dollars: number): string {
  const size = Math.abs(dollars);
  const sign = dollars < 0 ? '−' : '';
  if (size >= 1e12) return `${sign}$${(size / 1e12).toFixed(2)}tn`;
  // Below ten billion a second digit tells $3.62bn from $3.6bn of rounding.
  if (size >= 1e10) return `${sign}$${(size / 1e9).toFixed(1)}bn`;
  if (size >= 1e9) return `${sign}$${(size / 1e9).toFixed(2)}bn`;
  if (size >= 1e6) return `${sign}$${grouped.format(round(size / 1e6, 1))}m`;
  return `${sign}$${grouped.format(round(size, 0))}`;
}

/** At most one decimal; two below one percent, where a tenth is all there is. */
function formatPercent(value: number): string {
  const digits = Math.abs(value) < 1 && value !== 0 ? 2 : 1;
  return grouped.format(round(value, digits));
}

function formatPoints(value: number): string {
  const shown = formatPercent(value);
  return `${shown} ${/^\D?1$/.test(shown) ? 'point' : 'points'}`;
}

function formatLarge(value: number): string {
  return Math.abs(value) >= 1e6
    ? `${grouped.format(round(value / 1e6, 2))}m`
    : grouped.format(value);
}

function formatShort(value: number, prefix: string): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  for (const [unit, suffix] of SHORT_SCALES) {
    if (size >= unit) return `${sign}${prefix}${grouped.format(round(size / unit, 2))}${suffix}`;
  }
  return `${sign}${prefix}${grouped.format(size)}`;
}

const SHORT_SCALES = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
] as const;

function formatSignificant(value: number): string {
  // Two decimals would make nothing of it.
  if (value !== 0 && Math.abs(value) < 0.1) return fine.format(value);
  return grouped.format(round(value, value >= 100 ? 0 : value >= 10 ? 1 : 2));
}

function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round((value + Number.EPSILON) * scale) / scale;
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** "4,282". */
export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** "1 site", "4,282 sites". */
export const countOf = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

/** "United States" for "US"; letters that stand for no country stay as they are. */
export function formatCountry(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code;
}
