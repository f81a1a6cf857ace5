/** Promises about ranks. */
import type { Check } from '../contract';

export const ranksOfChips: Check = {
  name: 'ranks-of-chips',
  explanation:
    'A rank belongs to a chip and is a whole place; no two chips share one in the same list and year.',
  find: (tables) =>
    tables
      .all<{ line: number; value: number }>(
        `SELECT rowid AS line, value FROM paper_statements s
         WHERE metric = 'rank' AND (chip IS NULL OR value < 1 OR value <> round(value) OR EXISTS (
           SELECT 1 FROM paper_statements other
           WHERE other.rowid < s.rowid AND other.metric = 'rank' AND other.year = s.year
             AND other.source = s.source AND other.relative_to = s.relative_to
             AND other.value = s.value))
         ORDER BY rowid`,
      )
      .map(({ line, value }) => ({
        line,
        column: 'value',
        found: String(value),
        says: 'this is no place, nobody’s place, or a place already taken',
        advice: 'Name the chip and its place.',
      })),
};
