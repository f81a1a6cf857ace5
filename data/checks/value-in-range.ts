/** A printed range holds its own value; the thing measured decides its unit. */
import { type Check, toTableName } from '../contract';
import { defineCheck } from './define-check';

interface RangeColumns {
  /** What the check is called; a dataset with several ranges names each. */
  readonly name?: string;
  readonly dataset: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
}

/** Promises low ≤ value ≤ high, where an end is given. */
export function valueInRange({
  name = 'value-in-range',
  dataset,
  value,
  low,
  high,
}: RangeColumns): Check {
  return defineCheck(
    {
      name,
      explanation: `\`${value}\` lies between \`${low}\` and \`${high}\`, where they are given.`,
    },
    {
      sql: `SELECT rowid AS line, ${value} AS found, ${low} AS low, ${high} AS high
        FROM ${toTableName(dataset)}
        WHERE ${low} > ${value} OR ${high} < ${value} OR ${low} > ${high}`,
      column: value,
      says: (row) => `the range is ${row.low ?? '…'} to ${row.high ?? '…'}`,
      advice: 'Correct the value or the ends of its range.',
    },
  );
}

/** Promises that a range has ends only where there is a value. */
export function rangeHasValue({ dataset, value, low, high }: RangeColumns): Check {
  return defineCheck(
    {
      name: 'range-has-value',
      explanation: `\`${low}\` and \`${high}\` stand only where \`${value}\` is given.`,
    },
    {
      sql: `SELECT rowid AS line, coalesce(${low}, ${high}) AS found FROM ${toTableName(dataset)}
        WHERE ${value} IS NULL AND coalesce(${low}, ${high}) IS NOT NULL`,
      column: low,
      says: `there is a range, but no ${value}`,
      advice: `Give ${value}, or leave its range blank.`,
    },
  );
}

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
