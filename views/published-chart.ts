/**
 * A published chart, declared once. Its page, the pages that hold it, downloads
 * and tests follow from the declaration.
 */

import type { Choices } from '@/address/choices';
import type { Trends } from '@/address/trends';
import type { ChartModel } from '@/charts/model';
import type { Contract } from '@/data/contract';
import type { Orm } from '@/db/orm';
import type { Edition } from '@/db/queries/editions';

export type Section =
  | 'share'
  | 'papers'
  | 'holdings'
  | 'revenue'
  | 'chips'
  | 'prices'
  | 'timeline'
  | 'checks';

export interface PublishedChart {
  readonly slug: string;
  /** The name in lists, whatever the view. */
  readonly name: string;
  readonly section: Section;
  /** The question it answers, whatever the view. */
  readonly question: string;
  /** The datasets behind it. */
  readonly datasets: readonly Contract[];
  readonly choices: Choices;
  /**
   * Pages on which it stands first, besides its own: `/share`, or `/organizations/:organization`
   * where the path makes that choice. Such an address is embedded as this chart.
   */
  readonly leads?: readonly string[];
  /**
   * The editions in which its figures were published, the oldest first, given what was
   * chosen: `asof` chooses among them, and `build` finds their values among its own. Absent,
   * or with one edition: the copies that this site keeps are its vintages.
   */
  readonly editions?: (
    orm: Orm,
    values: Readonly<Record<string, string>>,
  ) => Promise<readonly Edition[]>;
  readonly build: (orm: Orm, values: Readonly<Record<string, string>>) => Promise<BuiltChart>;
}

/** What a choice of parameters makes of a chart. */
export interface BuiltChart {
  /** What is measured. */
  readonly title: string;
  /** Unit, coverage, basis. */
  readonly subtitle: string;
  /** The answer in a sentence or two, from the data; also the text alternative. */
  readonly summary: string;
  readonly model: ChartModel;
  /** How to read it: definitions and traps, a paragraph each. */
  readonly reading: readonly string[];
  /**
   * What the figures are about where it is not data centers, so that events are chosen
   * which can explain them.
   */
  readonly about?: 'desktops';
  /** What must be said where one of its figures stands alone: what is counted, what is left out. */
  readonly caveat?: string | null;
  /** Who made the figures, where the sources only print them. */
  readonly origin?: string;
  /** What a visitor may do with the picture over time; absent: nothing, as for a ranking. */
  readonly trends?: Trends;
}

/** The choices that a page's path makes of the chart that stands first there; null: it does not. */
export function readLedPath(
  { slug, leads = [] }: Pick<PublishedChart, 'slug' | 'leads'>,
  path: string,
): Readonly<Record<string, string>> | null {
  for (const page of [`/charts/${slug}`, ...leads]) {
    const pattern = page.replaceAll(/:([a-z]+)/g, '(?<$1>[a-z0-9-]+)');
    const match = new RegExp(`^${pattern}$`).exec(path);
    if (match) return { ...match.groups };
  }
  return null;
}

/** Whether a dataset is behind it. */
export function restsOn({ datasets }: PublishedChart, dataset: string): boolean {
  return datasets.some(({ slug }) => slug === dataset);
}

export function defineChart(chart: PublishedChart): PublishedChart {
  return chart;
}
