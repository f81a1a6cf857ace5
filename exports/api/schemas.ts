/** JSON Schemas of the API's own answers (2020-12, as OpenAPI 3.1 has them). */

import { figureKinds } from '@/units/figure-kind';

const text = { type: 'string' } as const;
const textOrNull = { type: ['string', 'null'] } as const;
/** A day, month, year, or the label of a period: "2025-Q4", "FY2023-Q4", "2024-H1". */
const date = {
  type: ['string', 'null'],
  pattern: '^(FY)?\\d{4}(-(\\d{2}(-\\d{2})?|[QH][1-4]))?$',
} as const;
const count = { type: 'integer', minimum: 0 } as const;

const list = (items: object) => ({ type: 'array', items });

/** Every property is required; others may follow. */
const object = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

const withOptional = (
  { properties, ...rest }: ReturnType<typeof object>,
  more: Readonly<Record<string, object>>,
) => ({ ...rest, properties: { ...properties, ...more } });

const snapshot = object({
  id: { type: 'string', pattern: '^[0-9a-f]{12}$' },
  collected_on: text,
});
const keptSnapshot = object({
  ...snapshot.properties,
  published_at: text,
  row_count: count,
  accepted: {
    ...textOrNull,
    description: 'Why data that vanished against the snapshot before are meant to be gone.',
  },
});
/** A page or a part of one; the address is relative to the site. */
const place = object({ label: text, href: text });
const licence = object({ name: text, address: text });
const column = object({
  name: text,
  type: { enum: ['text', 'integer', 'number', 'date'] },
  label: text,
  meaning: text,
  unit: textOrNull,
});
const problem = object({ type: text, title: text, status: { type: 'integer' }, detail: text });
const wrongParameter = object({
  parameter: text,
  found: { ...text, description: 'Empty where it is missing.' },
  allowed: {
    description: 'The values on offer, or a sentence where they are too many.',
    anyOf: [list(text), text],
  },
  suggestion: {
    ...textOrNull,
    description: 'What was most likely meant; null where nothing is near.',
  },
  detail: { ...text, description: 'What does not work and what does, in a sentence.' },
});
const freshness = list(
  object({
    series: text,
    name: text,
    origin: textOrNull,
    newest: date,
    published: { ...textOrNull, description: 'How often; null without a rhythm.' },
    next_expected: date,
  }),
);
const downloads = list(object({ format: text, media_type: text, address: text }));

export const schemas = {
  Problem: {
    ...problem,
    properties: { ...problem.properties, problems: list(wrongParameter) },
    description: 'RFC 9457. `problems` names each wrong parameter, where that is what is wrong.',
  },
  /** What a file says of its rows; which rows those are is described for each (`rows.ts`). */
  Table: object({
    name: text,
    title: text,
    selection: textOrNull,
    address: text,
    as_of: date,
    freshness,
    snapshot,
    licence,
    credits: list(text),
    sources: list({ type: 'object' }),
    columns: list(column),
    permalink: { ...text, description: 'The page with exactly these figures, to be quoted.' },
    citation: text,
  }),
  CsvMetadata: object({ '@context': list({}), url: text, tableSchema: { type: 'object' } }),
  Croissant: object({
    '@context': { type: 'object' },
    '@type': text,
    conformsTo: text,
    distribution: list({ type: 'object' }),
    recordSet: list({ type: 'object' }),
  }),
  Citations: list(object({ id: text, type: text, title: text })),
  Datasets: object({
    snapshot,
    licence,
    datasets: list(
      object({
        name: text,
        title: text,
        description: text,
        address: text,
        rows: count,
        key: list(text),
        credit: text,
        collected_on: text,
        newest_publication: textOrNull,
        freshness,
        columns: list(column),
        downloads,
      }),
    ),
  }),
  Charts: object({
    snapshot,
    licence,
    charts: list(
      object({
        name: text,
        title: text,
        question: text,
        summary: text,
        as_of: date,
        freshness,
        address: text,
        embed: text,
        datasets: list(text),
        parameters: list(
          object({
            name: text,
            label: text,
            default: text,
            depends_on: textOrNull,
            joined_by: { enum: ['~', '..', null] },
            values: list(object({ value: text, label: text })),
          }),
        ),
        downloads,
      }),
    ),
  }),
  Calculators: object({
    snapshot,
    licence,
    calculators: list(
      object({
        name: text,
        title: text,
        question: text,
        summary: text,
        address: text,
        datasets: list(text),
        presets: list(object({ name: text, title: text, address: text })),
        assumptions: list(
          object({
            name: text,
            label: text,
            unit: text,
            meaning: text,
            min: { type: 'number' },
            max: { type: 'number' },
            only_where: textOrNull,
          }),
        ),
        choices: list(
          object({ name: text, label: text, values: list(object({ value: text, label: text })) }),
        ),
        results: list(object({ name: text, label: text, unit: text, formula: text })),
        downloads,
      }),
    ),
  }),
  DataPackage: object({ name: text, resources: list(object({ name: text, path: text })) }),
  Search: object({
    snapshot,
    query: text,
    answers: list(
      object({
        title: text,
        note: textOrNull,
        columns: list(place),
        figures: list(
          withOptional(
            object({ label: text, values: list(text), detail: textOrNull, href: textOrNull }),
            { kind: { enum: figureKinds, description: 'How it came about; absent: a fact.' } },
          ),
        ),
        source: textOrNull,
        links: list(place),
      }),
    ),
    total: count,
    has_all_words: { type: 'boolean' },
    did_you_mean: list(text),
    groups: list(
      object({
        kind: text,
        heading: text,
        results: list(object({ kind: text, href: text, title: text, excerpt: text })),
      }),
    ),
  }),
  Snapshots: {
    anyOf: [
      object({ snapshots: list(keptSnapshot) }),
      object({
        from: keptSnapshot,
        to: keptSnapshot,
        datasets: list(
          object({
            dataset: text,
            added: count,
            changed: count,
            removed: count,
            rows_listed: count,
            rows: list(
              object({
                change: { enum: ['added', 'changed', 'removed'] },
                key: list({ type: ['string', 'number', 'null'] }),
                before: { type: ['object', 'null'] },
                after: { type: ['object', 'null'] },
              }),
            ),
          }),
        ),
      }),
    ],
  },
  OEmbed: object({
    type: { const: 'rich' },
    version: { const: '1.0' },
    title: text,
    html: text,
    width: count,
    height: count,
  }),
};
