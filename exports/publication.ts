/**
 * A chart, a dataset or a calculator's answer on its way out of the tracker: its figures, what there is
 * to say about them, and how the file is called. Every format reads this and
 * nothing else.
 */
import type { DrawnModel } from '@/charts/kinds';
import type { Remark } from '@/charts/kinds/figure';
import type { Contract, License } from '@/data/contract';
import type { SourceRow } from '@/db/queries/names';
import type { Snapshot } from '@/db/snapshot-tables';
import type { Table } from '@/units/table';
import type { FailedCheck } from '@/views/failed-checks';
import { type FreshSeries, wordSeries } from '@/views/freshness';

/** What a picture is drawn from, with the words around it. */
export interface PublicationPicture {
  /** Part of file names where there are several; empty for an only one. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
  readonly model: DrawnModel;
}

/** In the spelling of files. */
interface PublishedVintage {
  readonly published_on: string;
  readonly newer_published_on: string;
  /** Largest change first; null where one of both vintages has no figure. */
  readonly moved: readonly {
    readonly name: string;
    readonly period: string | null;
    readonly before: number | null;
    readonly after: number | null;
    readonly change_pct: number | null;
  }[];
  readonly unchanged: number;
}

export interface Publication {
  readonly kind: 'chart' | 'dataset' | 'calculator';
  readonly slug: string;
  /** Says of a selection that it is one. */
  readonly title: string;
  /** Which part of a dataset it is, as its address says it: "vendor=amd"; null: all of it. */
  readonly selection: string | null;
  /** What is measured and how to read it, a paragraph each. */
  readonly description: readonly string[];
  /** Path and query of the page that shows it, defaults left out. */
  readonly href: string;
  /** The newest date the figures speak of: an ISO date or a period's label, words only in texts; empty: unknown. */
  readonly asOf: string;
  /** The series behind it, those expected first first; empty where none is known. */
  readonly freshness: readonly FreshSeries[];
  readonly snapshot: Snapshot;
  /** Where it shows an older vintage: which, and what moved since. */
  readonly vintage?: PublishedVintage;
  /** Comparisons with other figures that fail in what is shown; absent: none. */
  readonly failedChecks?: readonly FailedCheck[];
  /** A reader’s own notes, which `description` has in words; absent: none. */
  readonly remarks?: readonly Remark[];
  readonly license: License;
  /** Who is to be named, besides the tracker. */
  readonly credits: readonly string[];
  readonly sources: readonly SourceRow[];
  readonly table: Table;
  /** Of a dataset: the other datasets whose keys its columns repeat, whole. */
  readonly listReferences?: () => Promise<readonly (readonly [Contract, Publication])[]>;
  /** Formats of one picture draw the first, archives hold all; a dataset has none. */
  readonly pictures: readonly PublicationPicture[];
  /** Name of the file without snapshot and extension: `market-share_2009-2025`. */
  readonly stem: string;
}

/** What is asked of whoever uses figures that rest on these datasets. */
export function toTerms(datasets: readonly Contract[]): Pick<Publication, 'license' | 'credits'> {
  return {
    license: datasets.some(({ license }) => license === 'facts-CC-BY-4.0')
      ? 'facts-CC-BY-4.0'
      : 'CC-BY-4.0',
    credits: [...new Set(datasets.map(({ credit }) => credit))],
  };
}

/** "Steam Hardware Survey: newest Apr 2026, published monthly, …", a line a series, for texts. */
export const listFreshnessLines = ({ freshness }: Publication): readonly string[] =>
  freshness.map((series) => `${series.name}: ${wordSeries(series)}`);

/** What formats of one picture draw. Throws for a publication without any. */
export function getFirstPicture({
  kind,
  slug,
  pictures: [first],
}: Publication): PublicationPicture {
  if (!first) throw new Error(`The ${kind} "${slug}" has no image.`);
  return first;
}

/** A publication as a slide or a part of a document shows it. */
export interface NotedPublication {
  readonly publication: Publication;
  /** The author's own words; empty: none. */
  readonly note: string;
}

/** Charts in an order of their reader's, for one file. */
export interface DeckFile {
  readonly title: string;
  /** Of the page that shows it, whole. */
  readonly address: string;
  readonly charts: readonly NotedPublication[];
}
