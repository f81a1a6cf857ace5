/** Where rows carry their own unit, the thing measured decides which one. */
import { type Check, toTableName } from '../contract';

interface UnitColumns {
  readonly dataset: string;
  /** The column that says what is measured. */
  readonly by: string;
  /** What is measured → its unit. */
  readonly units: Readonly<Record<string, string>>;
}

/** Promises that everything of one sort is counted in one unit. */
export function unitFits({ dataset, by, units }: UnitColumns): Check {
  return {
    name: 'unit-fits',
    explanation: `Each \`${by}\` has one unit, so that its figures can be compared.`,
    find: (tables) =>
      tables
        .all<{ line: number; measured: string; unit: string }>(
          `SELECT rowid AS line, ${by} AS measured, unit FROM ${toTableName(dataset)} ORDER BY rowid`,
        )
        .filter(({ measured, unit }) => units[measured] !== unit)
        .map(({ line, measured, unit }) => ({
          line,
          column: 'unit',
          found: unit,
          says: `${measured} is counted in ${units[measured] ?? 'no known unit'}`,
          advice: `Convert the value, or name another ${by}.`,
        })),
  };
}
