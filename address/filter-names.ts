/**
 * Filters of a table by names that there are not: `vendor=Nvidia`, where the name is "nvidia".
 * They would leave no rows, which looks as if there were no figures.
 */
import type { Column, Columns, Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { suggest } from '@/data/suggest';
import type { Orm } from '@/db/orm';
import { countValues, hasValue } from '@/db/queries/value-counts';
import { readNames } from './names';
import { first, type ParameterProblem, type Query } from './parameters';
import { BLANK } from './table-href';

/** The filters whose columns hold names or texts, if no row and no list has such a one. */
export async function explainNames<C extends Columns>(
  orm: Orm,
  contract: Contract<C>,
  query: Query,
): Promise<ParameterProblem[]> {
  const problems = Object.entries<Column>(contract.columns).map(async ([parameter, column]) => {
    const found = first(query[parameter])?.trim();
    if (!found || found === BLANK || !NAMING.has(column.type)) return [];
    if (await isKnown(orm, contract, parameter, found)) return [];
    const known = await listKnown(orm, contract, parameter);
    const list = column.type === 'reference' ? column.to : contract.slug;
    const names = await readNames(orm);
    const meant = names.meant(found, ({ dataset, row }) => dataset === list && known.has(row));
    const suggestion = meant ?? suggest(found, known);
    const where =
      known.size <= MOST_LISTED
        ? `Allowed: ${[...known].join(', ')}`
        : `The names are in /datasets/${list}.csv`;
    const allowed = `${where}${column.optional ? `; "${BLANK}" asks for blank cells` : ''}.`;
    const kind = parameter.replaceAll('_', ' ');
    const labels = suggestion === null ? {} : { [suggestion]: names.nameOf(list, suggestion) };
    return [{ parameter, kind, found, suggestion, allowed, labels }];
  });
  return (await Promise.all(problems)).flat();
}

const NAMING: ReadonlySet<Column['type']> = new Set(['reference', 'slug', 'text'] as const);

const MOST_LISTED = 20;

/** The list that a column refers to. */
function findTarget(column: Column): Contract | undefined {
  return column.type === 'reference' ? datasets.find(({ slug }) => slug === column.to) : undefined;
}

/** Whether a row or a list has the name: one without rows is no mistake. */
async function isKnown(orm: Orm, contract: Contract, name: string, value: string) {
  const target = findTarget(contract.columns[name]!);
  return (
    (target && (await hasValue(orm, target, target.key[0]!, value))) ||
    (await hasValue(orm, contract, name, value))
  );
}

/** What the column holds, and what it may refer to. */
async function listKnown(orm: Orm, contract: Contract, name: string): Promise<Set<string>> {
  const target = findTarget(contract.columns[name]!);
  const [own, referred] = await Promise.all([
    countValues(orm, contract, name),
    target ? countValues(orm, target, target.key[0]!) : [],
  ]);
  return new Set(
    [...own, ...referred].flatMap(({ value }) => (value === null ? [] : [`${value}`])),
  );
}
