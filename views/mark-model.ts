/** What a reader marks on a chart: which of it stands out, and notes of their own. */
import { declareMarks, type NotePlace } from '@/address/marks';
import { type ParameterProblem, type Query, readAddress } from '@/address/parameters';
import { listNames, listNotable, listPeriods, recede } from '@/charts/kinds';
import type { Named, Remark } from '@/charts/kinds/figure';
import type { ChartModel } from '@/charts/model';
import type { Drawable } from '@/charts/page-drawings';
import { wordRemark } from '@/charts/remarks';
import { toDay } from '@/units/date';
import { formatPeriod, type Period, parsePeriod, toMiddle } from '@/units/period';
import { isWithin, parseBound } from '@/units/time-range';

export interface Marks {
  /** What stands out; empty: everything does. */
  readonly focus: readonly Named[];
  readonly notes: readonly Remark[];
}

export const NO_MARKS: Marks = { focus: [], notes: [] };

interface Marked {
  readonly model: ChartModel;
  readonly marks: Marks;
  readonly drawable: Drawable;
}

/** Reads the marks of a view that has none yet; `canonical` are their parameters. */
export function readMarks(
  { model }: Pick<Marked, 'model'>,
  query: Query,
): {
  marks: Marks;
  canonical: Readonly<Record<string, string>>;
  problems: readonly ParameterProblem[];
} {
  if (query.focus === undefined && query.note === undefined) {
    return { marks: NO_MARKS, canonical: {}, problems: [] };
  }
  const names = listNames(model);
  const { values, texts, problems } = readAddress(
    declareMarks(names, (text) => findPlace(text, model)),
    query,
  );
  const focus = names.filter(({ id }) => values.focus?.includes(id));
  return { marks: { focus, notes: values.note }, canonical: texts, problems };
}

/** Everything of a view that shows what is marked. */
export function markModel({ model: plain, drawable }: Marked, marks: Marks): Marked {
  const { focus, notes } = marks;
  const model: ChartModel = {
    ...(focus.length > 0
      ? recede(
          plain,
          focus.map(({ id }) => id),
        )
      : plain),
    ...(notes.length > 0 && { remarks: notes }),
  };
  const label = [drawable.label, ...notes.map((note) => `${wordRemark(note)}.`)].join(' ');
  return { model, marks, drawable: { model, label } };
}

/**
 * A period in whatever spelling, else a row, series or entry by its id or name, in any case. A time
 * that is no period of the chart means those it holds, or the one that holds it.
 */
function findPlace(text: string, model: ChartModel): NotePlace | null {
  const same = (one: string) => one.toLowerCase() === text.toLowerCase();
  const named = listNotable(model).find(({ id, label }) => same(id) || same(label));
  if (named) return { place: named.id, label: named.label, at: [named.id] };
  const periods = listPeriods(model);
  const bound = parseBound(text);
  if (!bound) return null;
  const at = listAround(bound, periods).map(({ label }) => label);
  return at.length > 0 ? { place: bound, label: formatPeriod(bound), at } : null;
}

function listAround(bound: string, periods: readonly Period[]): readonly Period[] {
  const own = periods.filter(({ label }) => label === bound);
  const calendar = periods.find((one) => one.calendar)?.calendar ?? null;
  const asked = parsePeriod(bound, calendar);
  if (own.length > 0 || !asked) return own;
  const range = { from: bound, to: bound, ...(calendar && { calendar }) };
  const inside = periods.filter((period) => isWithin(period, range));
  if (inside.length > 0) return inside;
  const middle = toDay(toMiddle(asked));
  return periods.filter(({ start, end }) => start <= middle && middle <= end);
}

/** Where a form offers to put a note: periods, the newest first, or else names. */
export function listNotePlaces(model: ChartModel): readonly Named[] {
  const periods = new Map(
    listPeriods(model).map(({ label }) => [label, { id: label, label: formatPeriod(label) }]),
  );
  return periods.size > 0 ? [...periods.values()].toReversed() : listNames(model);
}
