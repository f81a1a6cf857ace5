/** Errors of ours that were published, with where to look at what is shown now. */

import { toDatasetHref } from '@/address/links';
import type { Contract, RowOf } from '@/data/contract';
import { corrections } from '@/data/corrections/contract';
import { datasets } from '@/data/datasets';
import type { Orm } from '@/db/orm';
import { downward, toTable, upward } from '@/db/to-table';

export type Correction = RowOf<typeof corrections> & {
  /** The evidence of the row, else its dataset. */
  readonly href: string;
  readonly dataset_title: string;
};

const table = toTable(corrections);

/** The latest first, those of a day as the editor wrote them. */
export async function listCorrections(orm: Orm): Promise<readonly Correction[]> {
  const rows = await orm
    .select()
    .from(table)
    .orderBy(downward(table.corrected_on), upward(table.correction));
  return rows.map((row) => ({
    ...row,
    href: row.row === null ? toDatasetHref(row.dataset) : `/evidence/${row.dataset}/${row.row}`,
    dataset_title:
      (datasets as readonly Contract[]).find(({ slug }) => slug === row.dataset)?.title ??
      row.dataset,
  }));
}
