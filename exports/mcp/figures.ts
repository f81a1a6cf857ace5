/** What tools say of figures: a table with its words, sources, and the address to quote. */
import type { Schema } from '@/address/parameters';
import { schemas } from '../api/schemas';
import type { TableFile } from './ask';
import { Refused } from './tool';

/** The most rows of one answer; the others are on its further pages. */
export const MOST_ROWS_TOLD = 200;

const text = { type: 'string' } as const;
const { properties } = schemas.Table as { properties: Readonly<Record<string, Schema>> };

/** What every answer with figures has. */
const quoted = {
  title: text,
  address: { ...text, description: 'The page with the newest figures.' },
  permalink: { ...text, description: 'The page with exactly these figures: quote this one.' },
  citation: { ...text, description: 'A sentence for a footnote.' },
  snapshot: properties.snapshot!,
  licence: properties.licence!,
};

const figures = {
  ...quoted,
  description: {
    type: 'array',
    items: text,
    description: 'What is measured, what it shows, how to read it.',
  },
  as_of: { ...properties.as_of, description: 'The newest figure; null: unknown.' },
  columns: properties.columns!,
  rows: {
    type: 'array',
    items: { type: 'object' },
    description:
      'By column. `kind` says how a figure came about: measured, derived, statement, estimate, modeled, projection. null is unknown, never zero.',
  },
  row_count: { type: ['integer', 'null'], description: 'Of all pages; null: not counted.' },
  page: { type: 'integer' },
  page_count: { type: 'integer' },
  sources: { type: 'array', items: { type: 'object' } },
};

/** An answer that is quoted, with properties of its own. Every one is required. */
export const toQuotedSchema = (own: Readonly<Record<string, Schema>>) => {
  const properties = { ...quoted, ...own };
  return { type: 'object', required: Object.keys(properties), properties } as const;
};

/** The same of an answer with figures. */
export const toFiguresSchema = (own: Readonly<Record<string, Schema>> = {}) =>
  toQuotedSchema({ ...figures, ...own });

/** The page asked for; throws `Refused` where there are not so many. */
export function checkPage(asked: string, pageCount: number): number {
  if (Number(asked) <= pageCount) return Number(asked);
  throw new Refused(`page: use a whole number from 1 to ${pageCount}.`);
}

export function toQuoted(table: TableFile) {
  const { title, address, permalink, citation, snapshot, licence } = table;
  return { title, address, permalink, citation, snapshot, licence };
}

/** `rows` are those of the page, all where absent; the sources are those that a row of it names, where any does. */
export function toFigures(
  table: TableFile,
  paged: {
    readonly rows: TableFile['rows'];
    readonly row_count: number | null;
    readonly page: number;
    readonly page_count: number;
  } = { rows: table.rows, row_count: table.rows.length, page: 1, page_count: 1 },
) {
  const { description, as_of, columns, sources, credits, freshness, failed_checks } = table;
  const cells = new Set(paged.rows.flatMap((row) => Object.values(row)));
  const named = sources.filter(({ source }) => cells.has(source ?? null));
  return {
    ...toQuoted(table),
    description,
    as_of,
    ...(failed_checks && { failed_checks }),
    columns,
    ...paged,
    sources: (named.length > 0 ? named : sources).map(toToldSource),
    credits,
    freshness,
  };
}

function toToldSource(row: TableFile['sources'][number]) {
  const { source, title, origin, publisher, url, published_on, retrieved } = row;
  return { source, title, origin, publisher, url, published_on, retrieved };
}
