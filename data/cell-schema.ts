/** What a cell may hold as JSON Schema, for the description of rows and of filters. */
import type { Column } from './contract';

/** Of a cell that is not blank. */
export function toCellSchema(column: Column) {
  switch (column.type) {
    case 'integer':
    case 'number':
      return {
        type: column.type,
        ...(column.min !== undefined && { minimum: column.min }),
        ...(column.max !== undefined && { maximum: column.max }),
      };
    case 'date':
      return column.precision === 'day'
        ? { type: 'string', format: 'date' }
        : { type: 'string', pattern: PARTIAL_DATE, examples: ['2024-06', '2024'] };
    case 'one-of':
      return { type: 'string', enum: Object.keys(column.values) };
    case 'url':
      return { type: 'string', format: 'uri' };
    default:
      return { type: 'string' };
  }
}

/** A day, or only its month or year where no more is known. */
const PARTIAL_DATE = '^\\d{4}(-\\d{2}(-\\d{2})?)?$';
