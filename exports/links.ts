/** What the Link header of a download says (RFC 8288): license, address to cite, descriptions. */
import { withParameters } from '@/address/href';
import type { ExportFormat } from './format';
import { LICENSE } from './metadata';
import type { Publication } from './publication';
import { toSiteOrigin } from './site';
import { toFormatUrl } from './snippets';

/** The format that says what the columns of the CSV at the same address hold. */
export const DESCRIPTION_OF_CSV = {
  extension: 'csv-metadata.json',
  mediaType: 'application/csvm+json',
} as const;

/** Path and query of the page with exactly these figures, whatever is published later. */
export function toPermalink({ href, snapshot }: Pick<Publication, 'href' | 'snapshot'>): string {
  return withParameters(href, { snapshot: snapshot.id });
}

/** A CSV alone has a description next to it: other formats bring theirs along. */
export function listLinks(publication: Publication, { extension }: ExportFormat): string[] {
  const described = toFormatUrl(publication, DESCRIPTION_OF_CSV.extension);
  return [
    `<${LICENSE.address}>; rel="license"`,
    `<${toSiteOrigin()}${toPermalink(publication)}>; rel="cite-as"`,
    `<${toSiteOrigin()}/openapi.json>; rel="service-desc"; type="application/json"`,
    ...(extension === 'csv'
      ? [`<${described}>; rel="describedby"; type="${DESCRIPTION_OF_CSV.mediaType}"`]
      : []),
  ];
}
