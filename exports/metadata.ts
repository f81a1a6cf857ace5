/** What a machine should know about a publication, the same in JSON and in bundles. */
import type { DataColumn } from './data-table';
import type { Publication } from './publication';
import { toSiteOrigin } from './site';

export function toMetadata(publication: Publication) {
  const { kind, slug, title, description, href, asOf, snapshot, licence, credits, sources, table } =
    publication;
  return {
    kind,
    name: slug,
    title,
    description,
    address: `${toSiteOrigin()}${href}`,
    as_of: asOf,
    snapshot: { id: snapshot.id, collected_on: snapshot.collected_on },
    licence: {
      name: 'CC-BY-4.0',
      address: 'https://creativecommons.org/licenses/by/4.0/',
      note:
        licence === 'facts-CC-BY-4.0'
          ? 'Single facts cited one by one; their arrangement is CC BY 4.0.'
          : 'A compilation under CC BY 4.0.',
    },
    credits,
    sources,
    columns: table.columns.map(toColumnMetadata),
  };
}

function toColumnMetadata({ name, type, label, meaning, unit }: DataColumn) {
  return { name, type: type === 'day' ? 'date' : type, label, meaning, unit };
}
