/**
 * Sentences about a model, from its figures: the answer a chart gives, in words. Formula of
 * the doubling time in docs/computed-figures.md.
 */
import { formatWhenShort, getLastPoint, hasValue, type Point, type Series } from '@/charts/model';
import { formatValue, type Unit } from '@/units/format-value';
import { formatPeriod, toMiddle } from '@/units/period';
import { isWithin, type TimeRange } from '@/units/time-range';

/**
 * "Nvidia fell from 64.8% in Q4 2009 to a low of 58.4% in Q1 2011, then rose to 94% in Q4
 * 2025." First, turns and last; what is projected comes after it and is said to be. Null
 * when the series has no figure.
 */
export function describeChange(series: Series, unit: Unit, subject = series.label): string | null {
  const known = series.points.filter(hasValue);
  const settled = known.filter(({ kind }) => kind !== 'projection');
  const projected = settled.length > 0 ? known.findLast((one) => !settled.includes(one)) : null;
  const [first, last] =
    settled.length > 0 ? [settled[0], settled.at(-1)] : [known[0], known.at(-1)];
  if (!first || !last) return null;
  const say = (point: Known) =>
    `${formatValue(point.value, unit, point.kind)} ${formatInWhen(point)}`;
  const isLater = projected && projected.period.end > last.period.end;
  const more = isLater ? `; ${say(projected)} is projected` : '';
  const mark = settled.length > 0 ? more : ', a projection';
  if (first.period.label === last.period.label) return `${subject}: ${say(last)}${mark}.`;
  const turns = listTurns(settled);
  if (first.value === last.value && turns.length === 0)
    return `${subject} stood at ${say(first)} and again at ${say(last)}${mark}.`;
  const way = [...turns, last].map((point, index) => {
    const before = turns[index - 1] ?? first;
    const verb = point.value > before.value ? 'rose' : 'fell';
    const from = index === 0 ? ` from ${say(first)}` : '';
    const turn = index < turns.length ? `a ${verb === 'rose' ? 'peak' : 'low'} of ` : '';
    return `${verb}${from} to ${turn}${say(point)}`;
  });
  return `${subject} ${joinSteps(way)}${mark}.`;
}

type Known = Point & { readonly value: number };

/** "rose to 2", "rose to 2, then fell to 1", "rose to 2, fell to 1, then rose to 3". */
function joinSteps(steps: readonly string[]): string {
  const before = steps.slice(0, -1).join(', ');
  return before === '' ? (steps[0] ?? '') : `${before}, then ${steps.at(-1)}`;
}

/** A way back shorter than this share of all that a series went is no turn. */
const LEAST_TURN = 0.15;

/**
 * The highest and the lowest figure where the series turned there and went some way back, in
 * order of time. A line whose notes tell of a break has none: what was counted changed on
 * the way. Nor is a period that was not over a turn.
 */
function listTurns(points: readonly Known[]): Known[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.some(({ note }) => toCaution(note)?.startsWith('Break'))) return [];
  const over = points.filter(({ isUnfinished = false }) => !isUnfinished);
  const bySize = over.toSorted((a, b) => a.value - b.value);
  const [low, peak] = [bySize[0], bySize.at(-1)];
  if (!low || !peak) return [];
  const least = LEAST_TURN * (peak.value - low.value);
  const isTurn = (out: number) => out > 0 && out >= least;
  return [
    ...(isTurn(Math.min(first.value, last.value) - low.value) ? [low] : []),
    ...(isTurn(peak.value - Math.max(first.value, last.value)) ? [peak] : []),
  ].toSorted((a, b) => a.period.start.localeCompare(b.period.start));
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

/**
 * "Most named: V100 from 2018 to 2022, A100 from 2023 to 2025.": who was largest in each period
 * that was over. Null where there is no figure.
 */
export function describeLeaders(series: readonly Series[], words: string): string | null {
  const leaders = new Map<string, { label: string; point: Known }>();
  for (const { label, points } of series) {
    for (const point of points.filter(hasValue)) {
      const before = leaders.get(point.period.label);
      if (point.isUnfinished || (before && before.point.value >= point.value)) continue;
      leaders.set(point.period.label, { label, point });
    }
  }
  const runs: { label: string; from: Known; to: Known }[] = [];
  for (const [, { label, point }] of [...leaders].sort(([a], [b]) => a.localeCompare(b))) {
    const run = runs.at(-1);
    if (run?.label === label) run.to = point;
    else runs.push({ label, from: point, to: point });
  }
  const parts = runs.map(({ label, from, to }) => {
    const [start, end] = [from, to].map(({ period }) => formatPeriod(period.label));
    const when = start === end ? `in ${start}` : `from ${start} to ${end}`;
    return `${label} ${when}${to.kind === 'projection' ? ` (${end} is a projection)` : ''}`;
  });
  return parts.length > 0 ? `${words}: ${parts.join(', ')}.` : null;
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
