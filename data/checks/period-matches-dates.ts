/**
 * A label and two dates say the same thing twice; this keeps them one. Labels are those of
 * `units/period`, and also spans of them ("2025-01/2025-05").
 */

import type { FiscalCalendar } from '@/units/fiscal-calendar';
import { type DayRange, parsePeriod } from '@/units/period';
import { type Check, type CheckedTables, type Finding, toTableName } from '../contract';

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

/** First and last day of a label; null when it is none. */
export function toDayRange(label: string, calendar: FiscalCalendar | null): DayRange | null {
  const span = /^([^/]+)\/([^/]+)$/.exec(label);
  if (!span) return parsePeriod(label, calendar);
  const [from, to] = [parsePeriod(span[1]!, calendar), parsePeriod(span[2]!, calendar)];
  return from && to && { start: from.start, end: to.end };
}

/** A vendor's calendar; null where its row names none, undefined without a whole row of it. */
function getFiscalCalendar(
  tables: CheckedTables,
  vendor: string,
): FiscalCalendar | null | undefined {
  const [row] = tables.all<{ fiscal_year_end: FiscalCalendar | null }>(
    'SELECT fiscal_year_end FROM vendors WHERE vendor = ?',
    vendor,
  );
  return row?.fiscal_year_end;
}

/** What to say of a fiscal label of a vendor without a calendar. */
export function toMissingCalendar(vendor: string): { says: string; advice: string } {
  return {
    says: `vendors.csv does not say when the fiscal year of "${vendor}" ends`,
    advice: 'Fill its fiscal_year_end there.',
  };
}
