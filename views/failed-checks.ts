/** Comparisons of figures that fail where a chart shows them: readers should know. */
import { sql } from 'drizzle-orm';
import { listReconciliations, type Reconciliation } from '@/data/checks/reconciliations';
import { chipSales } from '@/data/chip-sales/contract';
import { type Orm, oncePerSnapshot } from '@/db/orm';
import type { CellValue } from '@/units/table';
import { isShownIn, readShown } from './freshness';

export interface FailedCheck {
  readonly slug: string;
  readonly question: string;
  /** "check failed: sites and fleets, 1 of 7". */
  readonly words: string;
  /** Where formula, tolerance and rows stand. */
  readonly href: string;
}

/** Every comparison of a snapshot, asked once. */
export const readReconciliations = (orm: Orm): Promise<readonly Reconciliation[]> =>
  readAll(orm, chipSales);

const readAll = oncePerSnapshot((orm) =>
  listReconciliations((statement) => orm.values<CellValue[]>(sql.raw(statement))),
);

/** Those that differ in what a chart shows, given what was chosen. */
export async function listFailedChecks(
  orm: Orm,
  chart: string,
  chosen: Readonly<Record<string, string>>,
): Promise<readonly FailedCheck[]> {
  return (await readReconciliations(orm)).flatMap(({ slug, question, name, compared, shownIn }) => {
    const differing = compared.filter(
      (row) =>
        row.verdict === 'differs' &&
        shownIn(row).some((address) => isShownIn(readShown(address), chart, chosen)),
    );
    if (differing.length === 0) return [];
    const of = compared.filter(({ verdict }) => verdict !== 'unknown').length;
    const words = `check failed: ${name}, ${differing.length} of ${of}`;
    return [{ slug, question, words, href: `/checks#${slug}` }];
  });
}
