/** Other words for rows of the datasets. */
import { asc } from 'drizzle-orm';
import { aliases } from '@/data/aliases/contract';
import type { Orm } from '@/db/connection';
import { toTable } from '@/db/to-table';

interface Alias {
  readonly alias: string;
  /** The dataset of the row that is meant, and the row's key there. */
  readonly dataset: string;
  readonly row: string;
}

const table = toTable(aliases);

/** Every other name, by itself. */
export async function listAliases(orm: Orm): Promise<Alias[]> {
  const rows = await orm.select().from(table).orderBy(asc(table.alias));
  return rows.flatMap(({ alias, vendor, organization, chip, system, event }) => {
    const meant = { vendors: vendor, organizations: organization, chips: chip, systems: system };
    return Object.entries({ ...meant, events: event }).flatMap(([dataset, row]) =>
      row === null ? [] : [{ alias, dataset, row }],
    );
  });
}
