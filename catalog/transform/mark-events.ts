/** What happened in the time a picture shows, for its axis and for the list below it. */
import { listPeriods, type TimeModel } from '@/charts/model';
import { events as eventRecords } from '@/data/events/contract';
import type { Orm } from '@/db/connection';
import { type EventRow, listEventsOf } from '@/db/queries/events';
import { listSources, type SourceRow } from '@/db/queries/names';
import { type Period, parsePeriod } from '@/units/period';
import { toEvidenceHref } from '../evidence-address';
import type { Section } from '../published-chart';

export interface ShownEvent {
  readonly date: string;
  readonly title: string;
  readonly summary: string;
  readonly source: SourceRow | null;
}

type Category = EventRow['category'];

/** What explains a picture best comes first: it keeps its label where room is short. */
const categoriesOf: Readonly<Partial<Record<Section, readonly Category[]>>> = {
  revenue: ['earnings', 'export-control', 'launch'],
  papers: ['launch', 'research'],
};

const USUAL: readonly Category[] = ['launch', 'export-control'];

/** The model with its marks, and the events oldest first, between its first and last period. */
export async function markEvents(
  orm: Orm,
  model: TimeModel,
  section: Section,
): Promise<{ model: TimeModel; events: readonly ShownEvent[] }> {
  const categories = categoriesOf[section] ?? USUAL;
  const periods = listPeriods(model);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return { model, events: [] };
  const rows = (await listEventsOf(orm, categories)).filter(({ date }) => {
    const at = parsePeriod(date);
    return at !== null && at.start >= first.start && at.end <= last.end;
  });
  const sources = new Map(
    (await listSources(orm, [...new Set(rows.map(({ source }) => source))])).map((one) => [
      one.source,
      one,
    ]),
  );
  const byWeight = rows.toSorted(
    (a, b) =>
      categories.indexOf(a.category) - categories.indexOf(b.category) || weigh(b) - weigh(a),
  );
  return {
    model: {
      ...model,
      marks: byWeight.map((row) => ({
        date: toPeriod(row.date),
        label: row.title,
        href: toEvidenceHref(eventRecords, row),
      })),
    },
    events: rows.map(({ date, title, summary, source }) => ({
      date,
      title,
      summary,
      source: sources.get(source) ?? null,
    })),
  };
}

const toPeriod = (date: string): Period => parsePeriod(date)!;

/** Nvidia before others, because most pictures are about it; then what is dated to the day. */
const weigh = ({ vendor, date }: EventRow): number =>
  (vendor === 'nvidia' ? 2 : 0) + (date.length === 10 ? 1 : 0);
