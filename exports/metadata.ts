/** What a machine should know about a publication, the same in JSON and in bundles. */

import { YES_OR_NO } from '@/data/data-package';
import { wordOrigin } from '@/data/sources/origins';
import type { TableColumn } from '@/units/table';
import type { FreshSeries } from '@/views/freshness';
import type { Publication } from './publication';
import { toSiteOrigin } from './site';

export const LICENSE = {
  name: 'CC-BY-4.0',
  address: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export function toMetadata(publication: Publication) {
  const { kind, slug, title, selection, description, href, asOf, snapshot } = publication;
  const { freshness, license, credits, sources, table } = publication;
  return {
    kind,
    name: slug,
    title,
    selection,
    description,
    address: `${toSiteOrigin()}${href}`,
    as_of: asOf || null,
    freshness: freshness.map(toFreshnessMetadata),
    snapshot: { id: snapshot.id, collected_on: snapshot.collected_on },
    ...(publication.vintage && { vintage: publication.vintage }),
    ...(publication.failedChecks && {
      failed_checks: publication.failedChecks.map(({ question, words, href }) => ({
        question,
        found: words,
        address: `${toSiteOrigin()}${href}`,
      })),
    }),
    ...(publication.remarks && {
      reader_notes: publication.remarks.map(({ at, label, text }) => ({ at, label, text })),
    }),
    licence: {
      ...LICENSE,
      note:
        license === 'facts-CC-BY-4.0'
          ? 'Single facts, each cited; their arrangement is CC BY 4.0.'
          : 'A compilation under CC BY 4.0.',
    },
    credits,
    sources,
    columns: table.columns.map(toColumnMetadata),
  };
}

/** How new a series is and when it goes on; not whether it is late, which depends on the reader’s day. */
export function toFreshnessMetadata(fresh: FreshSeries) {
  const { series, name, origin, newest, rhythm, nextExpected } = fresh;
  return { series, name, origin, newest, published: rhythm, next_expected: nextExpected };
}

export function toColumnMetadata({ id, type, label, meaning, unit }: TableColumn) {
  return { name: id, type: JSON_TYPES[type] ?? type, label, meaning, unit };
}

const JSON_TYPES: Readonly<Partial<Record<TableColumn['type'], string>>> = {
  day: 'date',
  'yes-no': 'text',
};

/** How large a publication's CSV is, and its digest, in the words of Data Packages. */
async function toFileFacts(publication: Publication) {
  // Pages that name the license write no CSV.
  const { findCsvFacts } = await import('./csv-facts');
  const { bytes, sha256 } = await findCsvFacts(publication);
  return { bytes, hash: `sha256:${sha256}` };
}

/** A Frictionless Data Package of one table, next to the CSV in an archive. */
export async function toDataPackage(publication: Publication) {
  const { slug, title, description, href, freshness, snapshot, credits, sources, table } =
    publication;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: slug,
    title,
    description: description.join('\n\n'),
    version: snapshot.id,
    homepage: `${toSiteOrigin()}${href}`,
    freshness: freshness.map(toFreshnessMetadata),
    licenses: [{ name: LICENSE.name, path: LICENSE.address }],
    contributors: credits.map((credit) => ({ title: credit, roles: ['contributor'] })),
    sources: sources.map(({ title, url, ...whose }) => ({
      title: `${title}, ${wordOrigin(whose)}`,
      ...(url ? { path: url } : {}),
    })),
    resources: [
      {
        name: slug,
        type: 'table',
        path: `${slug}.csv`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        ...(await toFileFacts(publication)),
        schema: {
          $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
          fields: table.columns.map(toField),
          missingValues: [''],
          ...(table.key && { primaryKey: table.key }),
        },
      },
    ],
  };
}

/** A column in the words of Table Schema. */
export function toField({ id, type, label, meaning, unit, required }: TableColumn) {
  return {
    name: id,
    ...FIELD_TYPES[type],
    title: label,
    description: meaning,
    ...(unit ? { unit } : {}),
    ...(required && { constraints: { required } }),
  };
}

const FIELD_TYPES = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  day: { type: 'date' },
  'yes-no': { type: 'boolean', ...YES_OR_NO },
} as const;
