/**
 * Columns that several datasets share, so that a source, a note or a period means
 * the same everywhere.
 */
import { date, oneOf, reference, text } from './contract';

export const source = reference({
  label: 'Source',
  meaning: 'The document in which the figure was read.',
  to: 'sources',
});

export const note = text({
  label: 'Note',
  meaning: 'What a reader must know about this row: how it was derived, what contradicts it.',
  optional: true,
});

export const edition = text({
  label: 'Edition',
  meaning:
    'Month of the publisher’s copy that the row is from. Each edition revises the one before; never join two in one line.',
  pattern: /^\d{4}-(0[1-9]|1[0-2])$/,
  example: '2026-10',
});

export const period = text({
  label: 'Period',
  meaning:
    'The period as a label: a quarter (2025-Q4), a month (2026-06), a half year (2023-H1) or a year (2025).',
  pattern: /^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2]))?$/,
  example: '2025-Q4',
});

export const periodStart = date({
  label: 'From',
  meaning: 'The first day of the period.',
  precision: 'day',
});

export const periodEnd = date({
  label: 'To',
  meaning: 'The last day of the period.',
  precision: 'day',
});

/** How firm a market figure is. */
export const marketKind = oneOf({
  label: 'Kind',
  meaning: 'How firm the figure is.',
  values: {
    measured: 'Counted: a list, a survey or reported revenue added up.',
    'analyst-estimate': 'The estimate of a research firm for a period that had begun.',
    'model-estimate':
      'The median of a model, whose interval is far wider than its digits; pages tell two of them.',
    'company-statement': 'Said by the company whose share it is.',
    'vendor-claim': 'Advertised by the vendor.',
    projection: 'A forecast, made before the period was over.',
  },
});

export const partOf = reference({
  label: 'Part of',
  meaning:
    'The group of the same market and period that already holds this vendor. Rows with a value here must not be stacked on their group.',
  to: 'vendors',
  optional: true,
});

/** Whether a figure was found in a source of its own. */
export const standing = oneOf({
  label: 'Evidence',
  meaning: 'Whether the figure could be read in its own source.',
  values: {
    verified: { label: 'Read in its source', meaning: 'Read in the source named.' },
    reported: {
      label: 'Original not read',
      meaning:
        'Only at second hand: a digest, a blog, the article about the A100. Nothing else confirms it.',
    },
  },
});
