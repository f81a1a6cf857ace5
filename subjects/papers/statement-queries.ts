/** What was said about the counts of chips in papers. */
import { asc, desc, eq, getTableColumns } from 'drizzle-orm';
import { chips } from '@/data/chips/contract';
import type { RowOf } from '@/data/contract';
import { paperStatements } from '@/data/paper-statements/contract';
import { vendors } from '@/data/vendors/contract';
import type { Orm } from '@/db/connection';
import { toTable } from '@/db/to-table';

export type PaperStatementRow = RowOf<typeof paperStatements> & {
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
    .orderBy(desc(table.year), asc(table.statement));
}
