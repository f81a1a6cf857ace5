/** What the rows of any list are called: chips, organizations, markets, sources. */
import { asc, inArray } from 'drizzle-orm';
import type { Columns, Contract } from '@/data/contract';
import type { Orm } from '../connection';
import { toTable } from '../to-table';

// The columns in which our lists keep a row's name for people.
const NAME_COLUMNS = ['name', 'title'];

/**
 * Key → name for these keys of a list, by key. Empty for a dataset whose rows have
 * no names; keys without a row are left out.
 */
export async function getRowNames(
  orm: Orm,
  contract: Contract,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const column = NAME_COLUMNS.find((name) => Object.hasOwn(contract.columns, name));
  const key = contract.key[0];
  if (column === undefined || key === undefined || keys.length === 0) return new Map();
  const table = toTable<Columns>(contract);
  const rows = await orm
    .select({ key: table[key]!, name: table[column]! })
    .from(table)
    .where(inArray(table[key]!, [...new Set(keys)]))
    .orderBy(asc(table[key]!));
  return new Map(rows.map(({ key, name }) => [String(key), String(name)]));
}
