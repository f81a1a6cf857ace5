/** A printed range holds its own value. */
import { type Check, toTableName } from '../contract';

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
  return {
    name,
    explanation: `\`${value}\` lies between \`${low}\` and \`${high}\`, where they are given.`,
    find: (tables) =>
      tables
        .all<{ line: number; value: number; low: number | null; high: number | null }>(
          `SELECT rowid AS line, ${value} AS value, ${low} AS low, ${high} AS high
           FROM ${toTableName(dataset)}
           WHERE ${low} > ${value} OR ${high} < ${value} OR ${low} > ${high}
           ORDER BY rowid`,
        )
        .map((row) => ({
          line: row.line,
          column: value,
          found: String(row.value),
          says: `the range is ${row.low ?? '…'} to ${row.high ?? '…'}`,
          advice: 'Mend the value or the ends of its range.',
        })),
  };
}

/** Promises that ends of a range stand only next to a value. */
export function rangeHasValue({ dataset, value, low, high }: RangeColumns): Check {
  return {
    name: 'range-has-value',
    explanation: `\`${low}\` and \`${high}\` stand only where \`${value}\` is given.`,
    find: (tables) =>
      tables
        .all<{ line: number; found: number }>(
          `SELECT rowid AS line, coalesce(${low}, ${high}) AS found FROM ${toTableName(dataset)}
           WHERE ${value} IS NULL AND coalesce(${low}, ${high}) IS NOT NULL ORDER BY rowid`,
        )
        .map(({ line, found }) => ({
          line,
          column: low,
          found: String(found),
          says: `there is a range, but no ${value}`,
          advice: `Give ${value}, or leave its range blank.`,
        })),
  };
}
