/** `/search.json`: the answers and results of the search, for programs and for suggestions. */

import { type Query, readAddress, wholeNumber, words } from '@/address/parameters';
import { type SitePage, search } from '@/catalog/search';
import type { Tracker } from '@/db/connection';
import { answerWrongParameters, toJsonText } from '../answer';

export const searchParameters = {
  q: words('What is asked, in words: a name, a figure with its period, two names.'),
  limit: wholeNumber('The most results of each kind.', { min: 1, max: 12 }),
};

/** What the page of the search shows for the same words; `pages` are those of the site. */
export async function writeSearch(
  { orm, snapshot }: Tracker,
  query: Query,
  pages: readonly SitePage[],
): Promise<string | Response> {
  const { values, problems } = readAddress(searchParameters, query);
  if (problems.length > 0) return answerWrongParameters(problems);
  const { q, limit } = values;
  const found = await search(orm, q, pages, limit === null ? {} : { most: limit });
  return toJsonText({
    snapshot,
    query: q,
    answers: found.answers,
    total: found.total,
    has_all_words: !found.isPartial,
    did_you_mean: found.instead.map((one) => one.words),
    groups: found.groups,
  });
}
