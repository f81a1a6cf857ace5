/** Maps of the site for search engines (https://www.sitemaps.org/protocol.html). */
import { type Parameters, readAddress, wholeNumber } from '@/address/parameters';
import { escapeMarkup } from '@/units/xml-text';
import { answerDocument, answerProblem, answerWrongParameters } from './answer';
import { toSiteOrigin } from './site';

export interface MappedPage {
  readonly href: string;
  /** When what it shows changed last: an ISO day or time; absent: nobody knows. */
  readonly changed?: string | null | undefined;
}

interface Mapped {
  readonly count: number;
  /** So many of the pages from `offset` on, the same ones whenever the data are the same. */
  readonly list: (offset: number, limit: number) => Promise<readonly MappedPage[]>;
}

/** The protocol's limit of addresses in one map. */
const MOST_PAGES = 50_000;

const parameters = {
  page: wholeNumber('Which map of an index of maps.', { min: 1 }),
} as const satisfies Parameters;

/** One map of all pages; of more than a map may name, an index of maps, which `page` tells apart. */
export function answerSitemap(
  request: Request,
  map: () => Promise<Mapped>,
  most = MOST_PAGES,
): Promise<Response> {
  return answerDocument(
    request,
    {
      mediaType: 'application/xml; charset=utf-8',
      write: async (query) => {
        const { values, problems } = readAddress(parameters, query);
        if (problems.length > 0) return answerWrongParameters(problems);
        const { page } = values;
        const { count, list } = await map();
        const maps = Math.max(1, Math.ceil(count / most));
        if (page !== null && page > maps) {
          return answerProblem({
            status: 404,
            title: 'There is no such map',
            detail: `The last one is page=${maps}. Without \`page\`, all are named.`,
          });
        }
        if (page === null && maps > 1) return writeIndex(new URL(request.url).pathname, maps);
        return writeMap('urlset', 'url', await list(((page ?? 1) - 1) * most, most));
      },
    },
    Object.keys(parameters),
  );
}

const writeIndex = (path: string, maps: number): string =>
  writeMap(
    'sitemapindex',
    'sitemap',
    Array.from({ length: maps }, (_, at) => ({ href: `${path}?page=${at + 1}` })),
  );

function writeMap(root: string, element: string, pages: readonly MappedPage[]): string {
  const lines = pages.map(({ href, changed }) => {
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
    return `<${element}><loc>${escapeMarkup(toSiteOrigin() + href)}</loc>${lastmod}</${element}>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('\n')}
</${root}>
`;
}
