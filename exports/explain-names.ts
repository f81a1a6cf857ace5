/**
 * Filters by names that there are not: `vendor=Nvidia`, where the name is "nvidia".
 * They would give a file without rows, which looks as if there were no figures.
 */
import { first, type ParameterProblem, type Query } from '@/address/parameters';
import { BLANK } from '@/address/table-query';
import type { Column, Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { suggest } from '@/data/suggest';
import type { Orm } from '@/db/connection';
import { countValues } from '@/db/queries/value-counts';

/** The filters whose columns hold names, if no row and no list has such a name. */
export async function explainNames(
  orm: Orm,
  contract: Contract,
  query: Query,
): Promise<ParameterProblem[]> {
  const problems: ParameterProblem[] = [];
  for (const [parameter, column] of Object.entries(contract.columns)) {
    const found = first(query[parameter])?.trim();
    if (!found || found === BLANK) continue;
    if (column.type !== 'reference' && column.type !== 'slug') continue;
    const known = await listNames(orm, contract, parameter, column);
    if (known.has(found)) continue;
    const list = column.type === 'reference' ? column.to : contract.slug;
    const near = suggest(found, known);
    const where =
      known.size <= MOST_LISTED
        ? `Allowed: ${[...known].join(', ')}`
        : `The names are in /datasets/${list}.csv`;
    const allowed = `${near === null ? '' : `Did you mean "${near}"? `}${where}${column.optional ? `; "${BLANK}" asks for blank cells` : ''}.`;
    problems.push({ parameter, found, allowed });
  }
  return problems;
}

const MOST_LISTED = 20;

/** What the column holds, and what it may refer to: a known name without rows is no mistake. */
async function listNames(
  orm: Orm,
  contract: Contract,
  name: string,
  column: Extract<Column, { type: 'reference' | 'slug' }>,
): Promise<Set<string>> {
  const target: Contract | undefined =
    column.type === 'reference' ? datasets.find(({ slug }) => slug === column.to) : undefined;
  const [own, referred] = await Promise.all([
    countValues(orm, contract, name),
    target ? countValues(orm, target, target.key[0]!) : [],
  ]);
  return new Set(
    [...own, ...referred].flatMap(({ value }) => (value === null ? [] : [`${value}`])),
  );
}
