/** What the Link header of a download says (RFC 8288): licence, address to cite, description. */
import { LICENCE } from './metadata';
import type { Publication } from './publication';
import { toSiteOrigin } from './site';

export function listLinks({ href, snapshot }: Publication): string[] {
  const cited = new URL(href, toSiteOrigin());
  cited.searchParams.set('snapshot', snapshot.id);
  return [
    `<${LICENCE.address}>; rel="license"`,
    `<${cited.href}>; rel="cite-as"`,
    `<${toSiteOrigin()}/openapi.json>; rel="service-desc"; type="application/json"`,
  ];
}
