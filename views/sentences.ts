/**
 * Sentences about a model, from its figures: the answer a chart gives, in words. Formula of
 * the doubling time in docs/computed-figures.md.
 */
import {
  formatWhenShort,
  getFirstPoint,
  getLastPoint,
  hasValue,
  type Point,
  type Series,
} from '@/charts/model';
import { formatValue, type Unit } from '@/units/format-value';
import { formatPeriod, toMiddle } from '@/units/period';
import { isWithin, type TimeRange } from '@/units/time-range';

/**
 * "Nvidia rose from 64.8% in Q4 2009 to 94% in Q4 2025." A projected end is said
 * to be one, and a turn on the way is named that goes further than both ends lie apart.
 * Null when the series has no figure.
 */
export function describeChange(series: Series, unit: Unit, subject = series.label): string | null {
  const [first, last] = [getFirstPoint(series), getLastPoint(series)];
  if (!first || !last) return null;
  const projected = last.kind === 'projection' ? ', a projection' : '';
  const end = `${formatValue(last.value, unit, last.kind)} ${formatInWhen(last)}`;
  if (first.period.label === last.period.label) return `${subject}: ${end}${projected}.`;
  const start = `${formatValue(first.value, unit, first.kind)} ${formatInWhen(first)}`;
  if (first.value === last.value)
    return `${subject} stood at ${start} and again at ${end}${projected}.`;
  const verb = last.value > first.value ? 'rose' : 'fell';
  const turn = findTurn(series, first.value, last.value);
  const way = turn
    ? `, with a ${turn.value < first.value ? 'low' : 'peak'} of ${formatValue(turn.value, unit, turn.kind)} ${formatInWhen(turn)}`
    : '';
  return `${subject} ${verb} from ${start} to ${end}${projected}${way}.`;
}

/**
 * The figure furthest outside of both ends, if it is further out than they are apart. A
 * line whose notes tell of a break has none: what was counted changed on the way.
 */
function findTurn({ points }: Series, first: number, last: number) {
  if (points.some(({ note }) => toCaution(note)?.startsWith('Break'))) return null;
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  const out = (value: number) => Math.max(low - value, value - high);
  const [furthest] = points
    .filter(hasValue)
    .filter(({ kind }) => kind !== 'projection')
    .toSorted((a, b) => out(b.value) - out(a.value));
  return furthest && out(furthest.value) > high - low ? furthest : null;
}

/** "Nvidia’s", "Chinese vendors’". */
export const toPossessive = (name: string): string => (/s$/.test(name) ? `${name}’` : `${name}’s`);

/** "in Q4 2025", "on Dec 31, 2025", "in the four quarters to Q2 FY27". */
export function formatInWhen(point: Pick<Point, 'period' | 'since' | 'isUnfinished'>): string {
  const words = formatWhenShort(point);
  if (point.since) return `in the ${words}`;
  return `${point.period.kind === 'day' ? 'on' : 'in'} ${words}`;
}

/**
 * "AMD 5%, Intel 1%": the last figures of several series, largest first. Projections
 * are said to be such, once where all of them are.
 */
export function listLastValues(series: readonly Series[], unit: Unit): string {
  const last = series
    .flatMap((one) => {
      const point = getLastPoint(one);
      return point ? [{ label: one.label, point }] : [];
    })
    .sort((a, b) => b.point.value - a.point.value);
  const areAll = last.every(({ point }) => point.kind === 'projection');
  const list = last.map(({ label, point: { value, kind } }) => {
    const mark = kind === 'projection' && !areAll ? ' (projection)' : '';
    return `${label} ${formatValue(value, unit, kind)}${mark}`;
  });
  if (list.length === 0 || !areAll) return list.join(', ');
  return `${list.join(', ')} (${list.length === 1 ? 'projection' : 'projections'})`;
}

/** "Nvidia", "Nvidia and AMD", "Nvidia, Google and AMD". */
export function joinNames(names: readonly string[]): string {
  const [last, ...before] = names.toReversed();
  return before.length === 0 ? (last ?? '') : `${before.toReversed().join(', ')} and ${last}`;
}

/** Sentences that exist, joined. */
export function joinSentences(
  ...sentences: readonly (string | null | undefined | false)[]
): string {
  return sentences.filter(Boolean).join(' ');
}

interface Doubling {
  readonly months: number;
  readonly from: Point;
  readonly to: Point;
}

const MONTH_MS = (365.25 / 12) * 86_400_000;

/**
 * Over the last `most` figures, or all. Months = (t₁ − t₀) · ln 2 / ln(v₁ / v₀),
 * between the first and the last figure of the window. Null where a figure is not
 * above zero or nothing grew.
 */
export function toDoublingTime(
  { points }: Series,
  most = Number.POSITIVE_INFINITY,
): Doubling | null {
  const known = points.filter(hasValue);
  const window = known.slice(Math.max(0, known.length - most));
  const [from, to] = [window[0], window.at(-1)];
  if (!from || !to || from.value <= 0 || to.value <= from.value) return null;
  const passed = toMiddle(to.period).getTime() - toMiddle(from.period).getTime();
  const months = (passed / MONTH_MS) * (Math.LN2 / Math.log(to.value / from.value));
  return { months, from, to };
}

/**
 * "From Q2 FY25 to Q2 FY27 it doubled every 13 months on average." Null where it did
 * not double. `subject` names whose figure it is where several were spoken of.
 */
export function describeDoubling(
  series: Series,
  { most, subject = 'it' }: { most?: number; subject?: string } = {},
): string | null {
  const doubling = toDoublingTime(series, most);
  if (!doubling) return null;
  const { months, from, to } = doubling;
  // Less than one doubling in the window would be an extrapolation.
  if (to.value! < 2 * from.value!) return null;
  const length = months < 24 ? `${Math.round(months)} months` : `${(months / 12).toFixed(1)} years`;
  return `From ${formatPeriod(from.period.label)} to ${formatPeriod(to.period.label)} ${subject} doubled every ${length} on average.`;
}

/**
 * What notes say that no picture may be without, breaks and suspects:
 * "Break in 2024 (Google): …" for each figure within the time whose note has a
 * sentence that starts with "Break:" or "Suspect:", to its end. What all series say
 * of a period is said once.
 */
export function listCautions(series: readonly Series[], time: TimeRange): string[] {
  const cautions = new Map<string, { kind: string; text: string; when: string; who: string[] }>();
  for (const { label, points } of series) {
    for (const { period, note } of points.filter(hasValue)) {
      const [, kind, text] = CAUTION.exec(note ?? '') ?? [];
      if (!kind || !text || !isWithin(period, time)) continue;
      const id = `${period.label} ${kind} ${text}`;
      const when = formatPeriod(period.label);
      const known = cautions.get(id) ?? { kind, text, when, who: [] };
      cautions.set(id, { ...known, who: [...known.who, label] });
    }
  }
  return [...cautions.values()].map(({ kind, text, when, who }) => {
    const whose = who.length > 1 ? '' : ` (${who[0]})`;
    return `${kind} in ${when}${whose}: ${text}`;
  });
}

/** What a note says to be careful of, as a sentence: "Suspect: …"; null where it says nothing. */
export function toCaution(note: string | null | undefined): string | null {
  return CAUTION.exec(note ?? '')?.[0] ?? null;
}

const CAUTION = /\b(Break|Suspect): (.+)$/;
