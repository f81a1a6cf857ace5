/** Where rows carry their own unit, the thing measured decides which one. */
import { type Check, toTableName } from '../contract';
import { defineCheck } from './define-check';

interface UnitColumns {
  readonly dataset: string;
  /** The column that says what is measured. */
  readonly by: string;
  /** What is measured → its unit. */
  readonly units: Readonly<Record<string, string>>;
}

/** Promises that everything of one sort is counted in one unit. */
export function unitFits({ dataset, by, units }: UnitColumns): Check {
  const known = Object.entries(units).map(([measured, unit]) => `('${measured}', '${unit}')`);
  return defineCheck(
    {
      name: 'unit-fits',
      explanation: `Each \`${by}\` has one unit, so that its figures can be compared.`,
    },
    {
      sql: `SELECT rowid AS line, unit AS found, ${by} AS measured FROM ${toTableName(dataset)}
        WHERE ((${by}, unit) IN (VALUES ${known.join(', ')})) IS NOT TRUE`,
      column: 'unit',
      says: ({ measured }) =>
        `${measured} is counted in ${units[String(measured)] ?? 'no known unit'}`,
      advice: `Convert the value, or name another ${by}.`,
    },
  );
}
