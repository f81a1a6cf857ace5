/** A label and two dates say the same thing twice; this keeps them one. */
import { type Check, type Finding, toTableName } from '../contract';
import { getFiscalCalendar, toMissingCalendar } from '../vendors/fiscal-calendars';
import { toDayRange } from './periods';

interface PeriodColumns {
  readonly dataset: string;
  /** The column that holds the label. */
  readonly label?: string;
  /** Whose calendar fiscal labels follow, by its slug. */
  readonly vendor?: string;
}

/** Promises that `period_start` and `period_end` are the first and last day of the label. */
export function periodMatchesDates({ dataset, label = 'period', vendor }: PeriodColumns): Check {
  return {
    name: 'period-matches-dates',
    explanation:
      'First and last day are those of the period’s label, fiscal quarters by their company’s calendar. Charts place a figure by its days and name it by its label.',
    find: (tables) => {
      const rows = tables.all<{ line: number; label: string; start: string; end: string }>(
        `SELECT rowid AS line, ${label} AS label, period_start AS start, period_end AS "end"
         FROM ${toTableName(dataset)} ORDER BY rowid`,
      );
      const calendar = vendor ? getFiscalCalendar(tables, vendor) : null;
      // A broken row of the vendor is a problem of its own.
      if (calendar === undefined) return [];
      return rows.flatMap(({ line, label: text, start, end }): Finding[] => {
        const range = toDayRange(text, calendar);
        if (!range) {
          return [
            {
              line,
              column: label,
              found: text,
              ...(vendor && calendar === null && text.startsWith('FY')
                ? toMissingCalendar(vendor)
                : {
                    says: 'this is no period',
                    advice: 'Write 2025-Q4, 2026-06, 2023-H1, 2025 or FY2023-Q4.',
                  }),
            },
          ];
        }
        if (range.start === start && range.end === end) return [];
        const wrongStart = range.start !== start;
        return [
          {
            line,
            column: wrongStart ? 'period_start' : 'period_end',
            found: wrongStart ? start : end,
            says: `${text} runs from ${range.start} to ${range.end}`,
            advice: `Write ${wrongStart ? range.start : range.end}, or correct the label.`,
          },
        ];
      });
    },
  };
}
