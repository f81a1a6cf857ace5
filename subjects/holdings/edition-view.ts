/** Which two editions a page compares, and what changed between them. */

import type { Option } from '@/address/choices';
import { named, type ParameterProblem, type Query, readAddress } from '@/address/parameters';
import type { Orm } from '@/db/connection';
import { compareEditions, type EditionComparison } from './edition-changes';
import { ALL, fitsFilter, type HoldingFilter, matchesWords } from './filter';
import { formatEdition, toListSlug } from './holder-lists';
import type { NamedHolding } from './queries';
import { listCompleteEditions, readChipTree, readRows } from './read-list';

export interface EditionView extends EditionComparison {
  /** The newer edition: the list on show. */
  readonly list: string;
  /** "Aug 2026". */
  readonly label: string;
  /** The older edition. */
  readonly from: string;
  readonly fromLabel: string;
  /** Whether only some of the list is compared, as the page's filters choose. */
  readonly isFiltered: boolean;
  /** Editions to start from, newest first; the first one is the default. */
  readonly options: readonly Option[];
}

/**
 * The comparison that `from=` asks for, of what the filter chooses but for its status:
 * plans change too. Null where the list on show is no edition known as a whole, or the
 * first one.
 */
export async function getEditionView(
  orm: Orm,
  list: string,
  query: Query,
  filter: HoldingFilter,
): Promise<{ view: EditionView | null; corrections: readonly ParameterProblem[] }> {
  const editions = await listCompleteEditions(orm);
  const index = editions.findIndex((one) => toListSlug(one) === list);
  const options = editions
    .slice(index + 1)
    .map((one) => ({ value: toListSlug(one), label: formatEdition(one) }));
  const offered = index < 0 ? [] : options;
  const { values, problems } = readAddress(
    { from: named(offered, ({ value }) => value, offered[0]) },
    query,
  );
  const { from } = values;
  if (!from) return { view: null, corrections: problems };
  const [older, newer, tree] = await Promise.all([
    readRows(orm, from.value),
    readRows(orm, list),
    readChipTree(orm),
  ]);
  const wanted = { ...filter, status: ALL };
  const isAsked = (row: NamedHolding) =>
    fitsFilter(row, wanted, tree) && matchesWords(row, filter.q);
  return {
    view: {
      ...compareEditions(older, newer, isAsked),
      isFiltered: [...older, ...newer].some((row) => !isAsked(row)),
      ...{ list, label: formatEdition(editions[index]!), options },
      ...{ from: from.value, fromLabel: from.label },
    },
    corrections: problems,
  };
}
