/**
 * In what a visitor's numbers are (billions, fractions, euros), by the names of their columns
 * and the marks in their cells; and how their size compares with ours.
 */
import { median } from 'd3-array';
import { type ChartModel, kindOf } from '@/charts/kinds';
import { hasValue } from '@/charts/kinds/figure';
import type { Unit } from '@/units/format-value';
import { CURRENCIES, readMarks, toMagnitude } from './own-numbers';

interface OwnScale {
  readonly label: string;
  /** Times this, they are in the chart's unit. */
  readonly factor: number;
}

export interface FoundUnits {
  readonly scale: OwnScale;
  readonly scales: readonly OwnScale[];
  /** Whether the file says so; else it is the chart's, or what fits ours. */
  readonly isStated: boolean;
  /** The code of money that is not the chart's; null where it is. */
  readonly currency: string | null;
}

/** Powers of ten of the numbers that charts hold. */
const POWERS: Partial<Record<Unit, number>> = { 'USD millions': 6, thousands: 3, billion: 9 };
const MONEY: readonly Unit[] = ['USD millions', 'USD', 'USD per hour', 'USD per chip-hour'];
const WORDS = ['', 'thousands', 'millions', 'billions', 'trillions'];

const PER_CENT: OwnScale = { label: 'per cent (64.8)', factor: 1 };
const FRACTIONS: OwnScale = { label: 'fractions of one (0.648)', factor: 100 };

function listScales(unit: Unit, currency: string): readonly OwnScale[] {
  if (unit === '%') return [PER_CENT, FRACTIONS];
  const noun =
    unit === 'USD millions'
      ? currency === 'USD'
        ? 'US dollars'
        : currency
      : unit === 'thousands' || unit === 'billion'
        ? 'units'
        : unit;
  const power = POWERS[unit] ?? 0;
  const most = MONEY.includes(unit) && power > 0 ? 4 : 2;
  return WORDS.slice(0, Math.max(most, power / 3) + 1).map((word, at) => ({
    label: [word, word && noun !== 'units' ? `of ${noun}` : word ? '' : noun]
      .filter(Boolean)
      .join(' '),
    factor: 10 ** (at * 3 - power),
  }));
}

/** `names` are those of the columns and whatever stands above the table. */
export function findUnits(
  {
    names,
    cells,
    numbers,
  }: { names: readonly string[]; cells: readonly string[]; numbers: readonly number[] },
  model: ChartModel,
  chosen?: string,
): FoundUnits {
  const { unit } = model;
  const said = names.map(readUnitWords);
  const marks = cells.slice(0, SAMPLED_CELLS).map(readMarks);
  const currency =
    said.find((one) => one.currency)?.currency ??
    marks.find((one) => one.currency)?.currency ??
    null;
  const isMoney = MONEY.includes(unit);
  const scales = listScales(unit, (isMoney && currency) || 'USD');
  const plain = scales.find(({ factor }) => factor === 1)!;
  const foreign = isMoney && currency !== null && currency !== 'USD' ? currency : null;
  const found = (scale: OwnScale, isStated: boolean) => ({
    scale,
    scales,
    isStated,
    currency: foreign,
  });

  const own = scales.find(({ label }) => label === chosen);
  if (own) return found(own, true);
  if (unit === '%') {
    if (marks.some(({ isPercent }) => isPercent)) return found(PER_CENT, true);
    if (names.some((name) => /fraction|ratio/i.test(name))) return found(FRACTIONS, true);
    const areFractions = numbers.length > 0 && numbers.every((one) => Math.abs(one) <= 1);
    const ours = getSize(model) ?? 0;
    return found(areFractions && ours > SMALL_SHARE ? FRACTIONS : PER_CENT, false);
  }
  // "$3.6bn" in a cell is read as dollars.
  const power = marks.some(({ magnitude }) => magnitude > 0)
    ? 0
    : (said.find((one) => one.magnitude !== null)?.magnitude ?? null);
  const ofPower = (wanted: number) =>
    scales.find(({ factor }) => Math.abs(Math.log10(factor) + (POWERS[unit] ?? 0) - wanted) < 0.1);
  const stated = power === null ? undefined : ofPower(power);
  if (stated) return found(stated, true);
  // A unit that charts hold in millions is written out by others: whichever is of our size.
  const likely = POWERS[unit] ? [...(currency ? [ofPower(0)!] : []), plain, ...scales] : [plain];
  const fits = ({ factor }: OwnScale) =>
    isComparable(
      numbers.map((one) => one * factor),
      model,
    );
  return found(likely.find(fits) ?? likely[0]!, false);
}

const SAMPLED_CELLS = 300;
const SMALL_SHARE = 5;

/** "Revenue ($B)", "Umsatz (Mrd. USD)", "revenue_usd": money and power of ten. */
function readUnitWords(name: string): { currency: string | null; magnitude: number | null } {
  let currency: string | null = null;
  let magnitude: number | null = null;
  let isAfterMoney = false;
  for (const token of name
    .replace(/[_()[\],;:/]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)) {
    const [, sign = '', rest = ''] = MONEY_TOKEN.exec(token) ?? [];
    const money =
      CURRENCIES[sign.toUpperCase()] ?? MONEY_WORDS.find(([word]) => word.test(token))?.[1];
    const isAlone = isAfterMoney || Boolean(sign) || name.includes(`(${token})`);
    const power = /^'?000s?$/.test(rest) ? 3 : toMagnitude(rest);
    if (power > 0 && (rest.length > 1 || isAlone)) magnitude ??= power;
    if (money) currency ??= money;
    isAfterMoney = Boolean(money) || /^in$/i.test(token);
  }
  return { currency, magnitude };
}

const MONEY_TOKEN = new RegExp(
  `^(${Object.keys(CURRENCIES)
    .toSorted((a, b) => b.length - a.length)
    .map((code) => code.replaceAll('$', String.raw`\$`))
    .join('|')})?(.*)$`,
  'i',
);
const MONEY_WORDS = [
  [/^dollars?$/i, 'USD'],
  [/^euros?$/i, 'EUR'],
  [/^pounds?$/i, 'GBP'],
  [/^yuan$/i, 'CNY'],
  [/^yen$/i, 'JPY'],
  [/^美元$/, 'USD'],
] as const;

/** The median size of a chart's figures; null where it has none. */
export function getSize(model: ChartModel): number | null {
  const values = kindOf(model)
    .listFigures(model)
    .flatMap((one) => (hasValue(one) ? Math.abs(one.value) : []));
  return median(values.filter((value) => value > 0)) ?? null;
}

/** How many times ours theirs are, by medians; null where there is nothing to compare. */
export function compareSize(numbers: readonly number[], model: ChartModel): number | null {
  const theirs = median(numbers.map(Math.abs).filter((value) => value > 0));
  const ours = getSize(model);
  return theirs === undefined || ours === null ? null : theirs / ours;
}

/** Beyond a hundred times either way a unit was probably mistaken. */
export const FAR = 100;

function isComparable(numbers: readonly number[], model: ChartModel): boolean {
  const times = compareSize(numbers, model);
  return times === null || (times < FAR && times > 1 / FAR);
}
