/** What happened in the time a picture shows, for its axis and for the list below it. */

import { toEvidenceHref } from '@/address/links';
import { listPeriods, type TimeModel } from '@/charts/model';
import { events as eventRecords } from '@/data/events/contract';
import type { Orm } from '@/db/orm';
import { type EventOfKind, listEventsOf } from '@/db/queries/events';
import { listSources, type SourceRow } from '@/db/queries/names';
import { type Period, parsePeriod } from '@/units/period';
import type { BuiltChart, Section } from './published-chart';

export interface ShownEvent {
  readonly date: string;
  readonly title: string;
  readonly summary: string;
  readonly source: SourceRow | null;
}

type Category = EventOfKind['category'];

/** What explains a picture best comes first: it keeps its label where room is short. */
const categoriesOf: Readonly<Partial<Record<Section, readonly Category[]>>> = {
  revenue: ['research', 'export-control', 'earnings', 'launch'],
};

const USUAL: readonly Category[] = ['research', 'export-control', 'launch'];

/** The model with its marks, and the events oldest first, between its first and last period. */
export async function markEvents(
  orm: Orm,
  model: TimeModel,
  { section, about }: { section: Section; about?: BuiltChart['about'] },
): Promise<{ model: TimeModel; events: readonly ShownEvent[] }> {
  const categories = categoriesOf[section] ?? USUAL;
  const periods = listPeriods(model);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return { model, events: [] };
  const rows = (await listEventsOf(orm, categories)).filter((row) => {
    const at = parsePeriod(row.date);
    const isInside = at !== null && at.start >= first.start && at.end <= last.end;
    return isInside && canExplain(row, { section, about });
  });
  const sources = new Map(
    (await listSources(orm, [...new Set(rows.map(({ source }) => source))])).map((one) => [
      one.source,
      one,
    ]),
  );
  // The main events alone, by titles that have room; the list below holds all.
  const byWeight = rows.toSorted(
    (a, b) =>
      categories.indexOf(a.category) - categories.indexOf(b.category) || weigh(b) - weigh(a),
  );
  return {
    model: {
      ...model,
      marks: byWeight.flatMap((row) =>
        row.short_title === null
          ? []
          : [
              {
                date: toPeriod(row.date),
                label: row.short_title,
                title: row.title,
                href: toEvidenceHref(eventRecords, row),
              },
            ],
      ),
    },
    events: rows.map(({ date, title, summary, source }) => ({
      date,
      title,
      summary,
      source: sources.get(source) ?? null,
    })),
  };
}

/**
 * A card for games explains nothing of data centers, and an accelerator for servers nothing
 * of desktops; papers name both. Of research only what moved the market counts elsewhere.
 */
function canExplain(
  { category, chip_kind, short_title }: EventOfKind,
  { section, about }: { section: Section; about?: BuiltChart['about'] },
): boolean {
  if (section === 'papers') return true;
  const isDesktop = chip_kind === 'consumer-gpu' || chip_kind === 'workstation-gpu';
  if (about === 'desktops') return category === 'launch' && isDesktop;
  return category === 'research' ? short_title !== null : !isDesktop;
}

const toPeriod = (date: string): Period => parsePeriod(date)!;

/**
 * What is about one chip first. Then Nvidia before others, because most pictures are about
 * it, but of export controls the rules before what one company was told; then what is
 * dated to the day.
 */
const weigh = ({ category, vendor, chip, date }: EventOfKind): number => {
  const isLeading = category === 'export-control' ? vendor === null : vendor === 'nvidia';
  return (chip !== null ? 4 : 0) + (isLeading ? 2 : 0) + (date.length === 10 ? 1 : 0);
};
