/**
 * What a view says: the editor's finding where one was written for its mode, else what its
 * figures say by themselves.
 */

import { eq } from 'drizzle-orm';
import type { OfferedChoice } from '@/address/choices';
import { type Annotation, hasFigureAt, type TimeModel } from '@/charts/model';
import { annotations } from '@/data/annotations/contract';
import type { RowOf } from '@/data/contract';
import { findingValues } from '@/data/finding-values/contract';
import { findings } from '@/data/findings/contract';
import { fillFinding } from '@/data/findings/fill-finding';
import { askTables } from '@/db/check-tables';
import { findRows } from '@/db/find-rows';
import { type Orm, oncePerSnapshot } from '@/db/orm';
import { listSources, type SourceRow } from '@/db/queries/names';
import { lineInCsv, toTable } from '@/db/to-table';
import { formatPeriod } from '@/units/period';
import type { BuiltChart, PublishedChart } from './published-chart';

interface Story {
  readonly finding: string;
  readonly measure: string;
  /** Whether an editor wrote it; else it repeats what the figures say by themselves. */
  readonly isAuthored: boolean;
}

/** A view as far as an editor's words depend on it. */
export interface Told {
  readonly chart: PublishedChart;
  readonly built: BuiltChart;
  readonly offered: readonly OfferedChoice[];
  /** The parameters of the trend that differ from their defaults. */
  readonly asked: Readonly<Record<string, string>>;
  /** Whether the figures are in the unit in which they were built. */
  readonly hasUnitOfBase: boolean;
}

export async function tellStory(orm: Orm, told: Told): Promise<Story> {
  const rows = await findRows(orm, findings, { chart: told.chart.slug }, ['finding']);
  // The one that names most of what was chosen, where several hold.
  const [own] = rows
    .filter(({ mode }) => isMode(mode, told))
    .toSorted((a, b) => countNamed(b.mode) - countNamed(a.mode));
  return (own && (await fill(orm, own))) ?? tellBySelf(told.built);
}

/** What an editor says over a page that is no chart’s; null in snapshots of before. */
export async function tellPage(orm: Orm, page: string): Promise<Story | null> {
  const [own] = await findRows(orm, findings, { chart: page }, ['finding']);
  return own ? fill(orm, own) : null;
}

const fill = (orm: Orm, finding: RowOf<typeof findings>): Promise<Story | null> =>
  fillOnce(orm, { slug: finding.finding, finding });

// Its values are asked of whole tables.
const fillOnce = oncePerSnapshot(
  async (orm, { slug, finding }: { slug: string; finding: RowOf<typeof findings> }) => {
    const values = await findRows(orm, findingValues, { finding: slug }, ['name']);
    const filled = fillFinding(askTables(orm.$client), finding, values);
    return filled && { ...filled, isAuthored: true };
  },
);

/** Change how figures are drawn, not what they say. */
const DRAWN = ['align', 'events', 'scale'];

/**
 * Whether a mode's parameters are the view's, and the view has no others that matter;
 * `more` are some that do not.
 */
function isMode(
  mode: string | null,
  { offered, asked, hasUnitOfBase }: Told,
  more: readonly string[] = [],
): boolean {
  const named = new Map(new URLSearchParams(mode ?? ''));
  const passed = [...DRAWN, ...more, ...(hasUnitOfBase ? ['stack'] : [])];
  const isAsWritten = [...named].every(
    ([name, value]) => (offered.find((one) => one.name === name)?.value ?? asked[name]) === value,
  );
  const isPlain = offered.every(
    ({ name, value, fallback }) => value === fallback || named.has(name) || passed.includes(name),
  );
  const isWhole = Object.keys(asked).every(
    (name) => named.has(name) || passed.includes(name) || offered.some((one) => one.name === name),
  );
  return isAsWritten && isPlain && isWhole;
}

const countNamed = (mode: string | null): number => new URLSearchParams(mode ?? '').size;

const MOST_CHARACTERS = 90;

/** A figure, which a name such as H100 is not. */
const FIGURE = /(?:^|[\s$+−])\d/;

/** The first sentence of the summary where it says a figure and is short enough for a title. */
function tellBySelf({ title, subtitle, summary }: BuiltChart): Story {
  const [, first = ''] = /^(.+?)[.](?:\s|$)/.exec(summary) ?? [];
  const isClaim = FIGURE.test(first) && first.length <= MOST_CHARACTERS;
  return isClaim
    ? { finding: first, measure: `${title}. ${subtitle}`, isAuthored: false }
    : { finding: title, measure: subtitle, isAuthored: false };
}

/** The editor's words at points of a view. */

export interface ShownAnnotation extends Annotation {
  /** Where it is said; null: not known to this snapshot. */
  readonly source: SourceRow | null;
}

/** What of a view may be cut without changing what is said at a point. */
const CUTS = ['series', 'time'];

/** Those of the view's mode whose point the model shows, the most telling first. */
export async function listAnnotations(
  orm: Orm,
  told: Told,
  model: TimeModel,
): Promise<readonly ShownAnnotation[]> {
  const table = toTable(annotations);
  const rows = await orm
    .select()
    .from(table)
    .where(eq(table.chart, told.chart.slug))
    // As the editor put them.
    .orderBy(lineInCsv);
  const own = rows.filter((row) => isMode(row.mode, told, CUTS) && hasFigureAt(model, row));
  const sources = await listSources(orm, [...new Set(own.map(({ told_in }) => told_in))]);
  return own.map(({ at, series, text, told_in }) => ({
    ...{ at, series, text },
    source: sources.find(({ source }) => source === told_in) ?? null,
  }));
}

/** "Q4 2014: GTX 970 and 980 (Maxwell).": for whoever does not see the picture. */
export const wordAnnotation = ({ at, text }: Annotation): string => `${formatPeriod(at)}: ${text}.`;
