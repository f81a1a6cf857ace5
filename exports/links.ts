/** What the Link header of a download says (RFC 8288): licence, address to cite, description. */
import { LICENCE } from './metadata';
import type { Publication } from './publication';
import { toSiteOrigin } from './site';

/** Path and query of the page with exactly these figures, whatever is published later. */
export function toPermalink({ href, snapshot }: Pick<Publication, 'href' | 'snapshot'>): string {
  const { pathname, searchParams } = new URL(href, toSiteOrigin());
  searchParams.set('snapshot', snapshot.id);
  // The tilde that parts lists needs no escape.
  return `${pathname}?${searchParams}`.replaceAll('%7E', '~');
}

export function listLinks(publication: Publication): string[] {
  return [
    `<${LICENCE.address}>; rel="license"`,
    `<${toSiteOrigin()}${toPermalink(publication)}>; rel="cite-as"`,
    `<${toSiteOrigin()}/openapi.json>; rel="service-desc"; type="application/json"`,
  ];
}
