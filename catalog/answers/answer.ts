/** An answer of the search: one card with figures, each with its evidence. */

import { listOrigins } from '@/data/sources/origins';
import type { Orm } from '@/db/orm';
import { listSources } from '@/db/queries/names';
import type { FigureKind } from '@/units/figure-kind';

export interface Answer {
  /** What the figures are of: "Nvidia data-center revenue". */
  readonly title: string;
  /** Read before the figures: that a time can mean two, or that none is known of it. */
  readonly note: string | null;
  /** What the columns of figures are of, where each has several: two chips compared. */
  readonly columns: readonly Place[];
  /** In the order of reading; empty where the answer is its links. */
  readonly figures: readonly AnswerFigure[];
  /** Whose figures they are, in words; null where they have no source. */
  readonly source: string | null;
  /** Where they stand: the chart at that time, the page, the evidence. */
  readonly links: readonly Place[];
}

export interface AnswerFigure {
  /** The period, the market, the measure. */
  readonly label: string;
  /** One for each column; one where there are none. */
  readonly values: readonly string[];
  /** Its change, its range, who says so; null where nothing is to be added. */
  readonly detail: string | null;
  /** Its evidence. */
  readonly href: string | null;
  /** How it came about; absent: a fact, or nothing that says it. */
  readonly kind?: FigureKind;
}

export interface Place {
  readonly label: string;
  readonly href: string;
}

/** An answer with its figures; null for none, unless its links are what was asked for. */
export async function buildAnswer(
  orm: Orm,
  {
    sources,
    ...answer
  }: Pick<Answer, 'title' | 'figures' | 'links'> &
    Partial<Pick<Answer, 'note' | 'columns'>> & { readonly sources: readonly (string | null)[] },
): Promise<Answer | null> {
  if (answer.figures.length === 0) return null;
  return { note: null, columns: [], ...answer, source: await nameSources(orm, sources) };
}

/** "Epoch AI, Nvidia and 2 more": the origins of these sources; null for none. */
async function nameSources(orm: Orm, slugs: readonly (string | null)[]): Promise<string | null> {
  const known = [...new Set(slugs)].filter((slug) => slug !== null);
  const names = listOrigins(await listSources(orm, known));
  if (names.length === 0) return null;
  const more = names.length - MOST_SOURCES;
  return names.slice(0, MOST_SOURCES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const MOST_SOURCES = 3;
