/** Steps from period to period: the year before, the quarter before, the year around. */
import { type Period, parseFiscalQuarter } from './period';

/**
 * The label of the same period a year earlier: "FY2023-Q4" → "FY2022-Q4". Null for
 * a single day, because lists by the day do not come on the same day each year.
 */
export function toYearBefore({ label, kind }: Period): string | null {
  if (kind === 'day') return null;
  return label.replace(/\d{4}/, (year) => String(Number(year) - 1));
}

/** The label of the quarter before a quarter, fiscal or not; null for other periods. */
export function toQuarterBefore({ label }: Period): string | null {
  const quarter = parseQuarter(label);
  if (!quarter) return null;
  const { prefix, year, number } = quarter;
  return number === 1 ? `${prefix}${year - 1}-Q4` : `${prefix}${year}-Q${number - 1}`;
}

/** The label of the year that a quarter belongs to, fiscal or not; null for other periods. */
export function toYearAround({ label }: Period): string | null {
  const quarter = parseQuarter(label);
  return quarter ? `${quarter.prefix}${quarter.year}` : null;
}

/** The labels of a year's four quarters: "FY2023" → "FY2023-Q1" … "FY2023-Q4". */
export function listQuartersOf(year: string): string[] {
  return [1, 2, 3, 4].map((number) => `${year}-Q${number}`);
}

export const isQuarter = ({ kind }: Period): boolean =>
  kind === 'quarter' || kind === 'fiscal-quarter';

function parseQuarter(label: string): { prefix: string; year: number; number: number } | null {
  const fiscal = parseFiscalQuarter(label);
  if (fiscal) return { prefix: 'FY', year: fiscal.year, number: fiscal.quarter };
  const parts = /^(\d{4})-Q([1-4])$/.exec(label);
  return parts ? { prefix: '', year: Number(parts[1]), number: Number(parts[2]) } : null;
}
