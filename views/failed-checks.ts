/** Comparisons of figures that fail where a chart shows them: readers should know. */
import { listReconciliations, type Reconciliation } from '@/data/checks/reconciliations';
import { askTables } from '@/db/check-tables';
import type { Orm } from '@/db/orm';
import { isShownIn, readShown } from './freshness';

export interface FailedCheck {
  readonly slug: string;
  readonly question: string;
  /** "check failed: sites and fleets, 1 of 7". */
  readonly words: string;
  /** Where formula, tolerance and rows stand. */
  readonly href: string;
}

// A connection is to one snapshot, and takes what is known of it along when it goes.
const known = new WeakMap<Orm, readonly Reconciliation[]>();

/** Every comparison of a snapshot, asked once. */
export function readReconciliations(orm: Orm): readonly Reconciliation[] {
  const found = known.get(orm) ?? listReconciliations(askTables(orm.$client));
  known.set(orm, found);
  return found;
}

/** Those that differ in what a chart shows, given what was chosen. */
export function listFailedChecks(
  orm: Orm,
  chart: string,
  chosen: Readonly<Record<string, string>>,
): readonly FailedCheck[] {
  return readReconciliations(orm).flatMap(({ slug, question, name, compared, shownIn }) => {
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
