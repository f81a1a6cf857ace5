/** A printed range holds its own value. */
import { type Check, toTableName } from '../contract';

export interface RangeColumns {
  readonly dataset: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
}

/** Promises low ≤ value ≤ high, where an end is given. */
export function valueInRange({ dataset, value, low, high }: RangeColumns): Check {
  return {
    name: 'value-in-range',
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
