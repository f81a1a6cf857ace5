/** Maps of the site for search engines (https://www.sitemaps.org/protocol.html). */
import { escapeMarkup } from '@/units/xml-text';
import { toSiteOrigin } from './site';

export const SITEMAP = 'application/xml; charset=utf-8';

export interface MappedPage {
  readonly href: string;
  /** When what it shows changed last: an ISO day or time; absent: nobody knows. */
  readonly changed?: string | null | undefined;
}

export function writeSitemap(pages: readonly MappedPage[]): string {
  const urls = pages.map(({ href, changed }) => {
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
    return `<url><loc>${escapeMarkup(toSiteOrigin() + href)}</loc>${lastmod}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}
