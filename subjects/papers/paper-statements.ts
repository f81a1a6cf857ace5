/** What was said about the counts of chips in papers, with names and in words. */

import { eq, getTableColumns } from 'drizzle-orm';
import { chips } from '@/data/chips/contract';
import type { RowOf } from '@/data/contract';
import { paperStatements } from '@/data/paper-statements/contract';
import { vendors } from '@/data/vendors/contract';
import type { Orm } from '@/db/orm';
import { downward, toTable, upward } from '@/db/to-table';
import { formatChange, formatValue } from '@/units/format-value';

/** "94% of AI papers naming a chip", "place 3 among Nvidia chips in the index". */
export function wordStatement({
  metric,
  value,
  relative_to,
}: Pick<PaperStatementRow, 'metric' | 'value' | 'relative_to'>): string {
  switch (metric) {
    case 'share':
      return `${formatValue(value, '%')} of ${relative_to}`;
    case 'growth':
      return `${formatChange(value, '%')} against ${relative_to}`;
    case 'ratio':
      return `${formatValue(value, 'times')} ${relative_to}`;
    case 'rank':
      return `place ${value} among ${relative_to}`;
  }
}

type PaperStatementRow = RowOf<typeof paperStatements> & {
  readonly vendor_name: string;
  /** Null where all chips of the vendor are spoken of. */
  readonly chip_name: string | null;
};

const table = toTable(paperStatements);
const vendorTable = toTable(vendors);
const chipTable = toTable(chips);

/** Every statement with its names, the newest year first, then in the order of the dataset. */
export async function listPaperStatements(orm: Orm): Promise<PaperStatementRow[]> {
  return orm
    .select({
      ...getTableColumns(table),
      vendor_name: vendorTable.name,
      chip_name: chipTable.name,
    })
    .from(table)
    .innerJoin(vendorTable, eq(table.vendor, vendorTable.vendor))
    .leftJoin(chipTable, eq(table.chip, chipTable.chip))
    .orderBy(downward(table.year), upward(table.statement));
}
