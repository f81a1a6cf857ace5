/**
 * A chart or a dataset on its way out of the tracker: its figures, what there is
 * to say about them, and how the file is called. Every format reads this and
 * nothing else.
 */
import type { ChartView } from '@/catalog/view';
import type { Licence } from '@/data/contract';
import type { SourceRow } from '@/db/queries/names';
import type { Snapshot } from '@/db/snapshot-tables';
import type { DataTable } from './data-table';

export interface Publication {
  readonly kind: 'chart' | 'dataset';
  readonly slug: string;
  readonly title: string;
  /** What is measured and how to read it, a paragraph each. */
  readonly description: readonly string[];
  /** Path and query of the page that shows it, defaults left out. */
  readonly href: string;
  /** The newest date the figures speak of, as a label for people. */
  readonly asOf: string;
  readonly snapshot: Snapshot;
  readonly licence: Licence;
  /** Who is to be named, besides the tracker. */
  readonly credits: readonly string[];
  readonly sources: readonly SourceRow[];
  readonly table: DataTable;
  /** The view that pictures are drawn from; null for a dataset. */
  readonly view: ChartView | null;
  /** Name of the file without snapshot and extension: `market-share_2009-2025`. */
  readonly stem: string;
}

/** `market-share_2009-2025_snapshot-ab12cd.csv`: says what it is and which figures it holds. */
export function toFileName({ stem, snapshot }: Publication, extension: string): string {
  return `${stem}_snapshot-${snapshot.id.slice(0, 6)}.${extension}`;
}
