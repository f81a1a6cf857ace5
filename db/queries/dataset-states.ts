/** How the datasets of a database stand. */
import { eq } from 'drizzle-orm';
import type { Orm } from '../orm';
import { checkStates, datasetStates } from '../snapshot-tables';
import { lineInCsv } from '../to-table';

export interface CheckState {
  readonly name: string;
  readonly explanation: string;
  readonly state: 'passed';
}

export interface DatasetState {
  readonly dataset: string;
  readonly row_count: number;
  /** The newest day on which a cited source was read, ISO. */
  readonly collected_on: string;
  /** When the newest cited source was published, as precisely as it says; null: unknown. */
  readonly newest_publication: string | null;
  /** In the order in which the contract names them. */
  readonly checks: readonly CheckState[];
}

/** One state per dataset, in the order of the registry. */
export async function listDatasetStates(orm: Orm): Promise<DatasetState[]> {
  const states = await orm.select().from(datasetStates).orderBy(lineInCsv);
  const checks = await orm.select().from(checkStates).orderBy(lineInCsv);
  return states.map((state) => ({
    ...state,
    checks: checks
      .filter(({ dataset }) => dataset === state.dataset)
      .map(({ name, explanation, state }) => ({ name, explanation, state })),
  }));
}

/** When the newest source was read that a dataset's rows cite, ISO; null: no such dataset. */
export async function getCollectionDay(orm: Orm, dataset: string): Promise<string | null> {
  const [state] = await orm
    .select({ collected_on: datasetStates.collected_on })
    .from(datasetStates)
    .where(eq(datasetStates.dataset, dataset));
  return state?.collected_on ?? null;
}
