/**
 * The registry as a Frictionless Data Package 2.0 (https://datapackage.org), so
 * that any tool that knows the standard can read and check our CSVs. `unit` and
 * `credit` are properties of our own, which the standard allows.
 */
import { type Column, type Contract, isYesOrNo, type License, toMeanings } from './contract';
import { SLUG } from './parse-cell';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = { readonly [name: string]: Json };

/** When the sources were read, ISO: the newest of all, and of each dataset by its slug. */
interface CollectionDays {
  readonly newest: string;
  readonly byDataset: ReadonlyMap<string, string>;
}

/**
 * The descriptor for `data/datapackage.json`; paths start in that folder. Days are of
 * the rows, not of the contracts: without them the package has no version, so that a
 * new row does not make the file obsolete.
 */
export function buildDataPackage(
  datasets: readonly Contract[],
  days: CollectionDays | null = null,
) {
  const licenses = [...new Set(datasets.map(({ license }) => license))].sort();
  const credits = [...new Set(datasets.map(({ credit }) => credit))].sort();
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'ai-hardware-tracker',
    title: 'AI Hardware Tracker',
    description:
      'The AI-hardware market: market share, chips in papers, who holds which accelerators, and revenue; every figure with its source.',
    // As a version number: 2026.11.22.
    ...(days && { version: days.newest.split('-').map(Number).join('.') }),
    licenses: licenses.map(toLicense),
    contributors: credits.map((title) => ({ title, roles: ['contributor'] })),
    resources: datasets.map((contract) =>
      toResource(contract, datasets, days?.byDataset.get(contract.slug)),
    ),
  };
}

const CC_BY = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

function toLicense(license: License): JsonObject {
  return license === 'CC-BY-4.0'
    ? { ...CC_BY, title: 'Creative Commons Attribution 4.0' }
    : {
        ...CC_BY,
        title: 'Single facts, each cited; their arrangement under Creative Commons Attribution 4.0',
      };
}

function toResource(
  contract: Contract,
  datasets: readonly Contract[],
  collectedOn: string | undefined,
) {
  return {
    name: contract.slug,
    type: 'table',
    path: `${contract.slug}/${contract.slug}.csv`,
    title: contract.title,
    description: `${contract.story} ${contract.grain}`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    credit: contract.credit,
    licenses: [toLicense(contract.license)],
    sources: [{ title: contract.credit, ...(collectedOn && { version: collectedOn }) }],
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: Object.entries(contract.columns).map(([name, column]) => toField(name, column)),
      missingValues: [''],
      primaryKey: contract.key,
      ...toForeignKeys(contract, datasets),
    },
  };
}

function toField(name: string, column: Column): JsonObject {
  const { type, constraints = {}, ...more } = toTypeAndConstraints(column);
  return {
    name,
    type,
    title: column.label,
    description: column.meaning,
    ...more,
    constraints: { required: column.optional !== true, ...constraints },
  };
}

/** What a boolean of Table Schema is written as. */
export const YES_OR_NO = { trueValues: ['yes'], falseValues: ['no'] } as const;

type FieldType = JsonObject & { readonly type: string; readonly constraints?: JsonObject };

function toTypeAndConstraints(column: Column): FieldType {
  switch (column.type) {
    case 'text':
      return column.pattern
        ? { type: 'string', constraints: { pattern: column.pattern.source } }
        : { type: 'string' };
    case 'slug':
    case 'reference':
      return { type: 'string', constraints: { pattern: SLUG.source } };
    case 'url':
      return { type: 'string', format: 'uri' };
    case 'integer':
    case 'number':
      return {
        type: column.type,
        ...(column.unit === null ? {} : { unit: column.unit }),
        constraints: {
          ...(column.min === undefined ? {} : { minimum: column.min }),
          ...(column.max === undefined ? {} : { maximum: column.max }),
        },
      };
    case 'date':
      // The standard's date is a whole day; a month or year alone is text to it.
      return column.precision === 'day'
        ? { type: 'date' }
        : { type: 'string', constraints: { pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' } };
    case 'one-of':
      if (isYesOrNo(column)) return { type: 'boolean', ...YES_OR_NO };
      return {
        type: 'string',
        categories: Object.entries(toMeanings(column)).map(([value, label]) => ({ value, label })),
        constraints: { enum: Object.keys(column.values) },
      };
  }
}

function toForeignKeys(contract: Contract, datasets: readonly Contract[]): JsonObject {
  const foreignKeys = Object.entries(contract.columns).flatMap(([name, column]) => {
    if (column.type !== 'reference') return [];
    const target = datasets.find(({ slug }) => slug === column.to);
    if (!target) throw new Error(`${contract.slug}.${name} refers to no registered dataset.`);
    // In the standard, a table that refers to itself leaves its name out.
    const resource: JsonObject = target === contract ? {} : { resource: target.slug };
    const reference: JsonObject = { ...resource, fields: target.key };
    return [{ fields: [name], reference }];
  });
  return foreignKeys.length === 0 ? {} : { foreignKeys };
}
