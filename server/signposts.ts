/**
 * What a page says to programs in the header of its answer, so that they need not read it:
 * links of the page as a whole (https://signposting.org), and whether it is one to be found.
 */

import type { Page } from './page';
import type { PageRequest } from './renderers';

/**
 * The page without the links that a header can say, and what it then says: values of `Link`.
 * Those that browsers and readers of feeds look for stay in the page.
 */
export function liftSignposts(html: string): { html: string; links: string[] } {
  const links: string[] = [];
  const lifted = html.replace(SIGNPOST, (link) => {
    const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(link)?.[1];
    const [rel, href, type] = [read('rel'), read('href')?.replaceAll('&amp;', '&'), read('type')];
    links.push(`<${href}>; rel="${rel}"${type ? `; type="${type}"` : ''}`);
    return '';
  });
  return { html: lifted, links };
}

const SIGNPOST = /<link\b[^>]*\brel="(?:cite-as|item|describedby|license|type|author)"[^>]*>/g;

/** Says the links in the header, and what search engines may do with the page. */
export function addSignposts(
  { headers }: Pick<Page, 'headers'>,
  { same }: Pick<PageRequest, 'same'>,
  links: readonly string[],
): void {
  if (links.length > 0) headers.link = [headers.link ?? [], links].flat().join(', ');
  // They are to find each page once: an address with parameters picks rows of it, or another
  // view, and their number has no end.
  if (same.includes('?')) headers['x-robots-tag'] = 'noindex, follow';
}
