/** Search over everything that has a name: pages, charts, chips, companies, events, sources. */
import type { Metadata } from 'next';
import { toHref } from '@/address/href';
import {
  LONGEST_WORDS,
  listUnknownParameters,
  type Query,
  readAddress,
  words as wordsAsked,
} from '@/address/parameters';
import { type SearchResults, search } from '@/catalog/search';
import { BUTTON, FIELD } from '../_ui/field';
import { PageHeading } from '../_ui/headings';
import { Corrections } from '../_ui/notices';
import { ShortcutSwitch } from '../_ui/search-shortcut';
import { allPages } from '../all-pages';
import { getTracker } from '../tracker';

export const metadata: Metadata = {
  title: 'Search',
  description: 'Search chips, companies, markets, charts, events, claims, datasets and sources.',
  robots: { index: false },
};

const parameters = { q: wordsAsked('Words to look for.') };

export default async function SearchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { values, problems } = readAddress(parameters, query);
  const { words, total, groups, instead } = await search(getTracker().orm, values.q, allPages);
  const listed = groups.reduce((sum, { results }) => sum + results.length, 0);
  return (
    <>
      <PageHeading title={words.length > 0 ? `Search: ${words.join(' ')}` : 'Search'} />
      <Corrections
        corrections={[...problems, ...listUnknownParameters(query, Object.keys(parameters))]}
      />
      <form action="/search" className="flex flex-wrap items-center gap-2">
        <label htmlFor="search-words" className="text-muted">
          Words
        </label>
        <input
          id="search-words"
          type="search"
          name="q"
          maxLength={LONGEST_WORDS}
          defaultValue={values.q}
          className={`${FIELD} w-80 max-w-full`}
        />
        <button type="submit" className={BUTTON}>
          Search
        </button>
      </form>
      <p className="mt-3 text-muted" role="status">
        {words.length === 0
          ? 'Type the name of a chip, a company, an event or a source; the first letters do.'
          : `${formatCount(total)}${listed < total ? `; here the ${listed} best, by kind` : ''}.`}
      </p>
      {words.length > 0 && total === 0 && <NothingFound instead={instead} />}
      {groups.map(({ kind, heading, results }) => (
        <section key={kind} aria-labelledby={`found-${kind}`} className="mt-6">
          <h2 id={`found-${kind}`} className="text-lg font-semibold tracking-tight">
            {heading}
          </h2>
          <ul className="mt-2 grid max-w-[80ch] gap-2">
            {results.map(({ href, title, excerpt }) => (
              <li key={href}>
                <a href={href}>{title}</a>
                {excerpt && <span className="block text-sm text-muted">{excerpt}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ShortcutSwitch />
    </>
  );
}

/** What to ask instead, and where to look without asking. */
function NothingFound({ instead }: Pick<SearchResults, 'instead'>) {
  return (
    <>
      {instead.length > 0 ? (
        <p className="mt-2">
          Did you mean{' '}
          {instead.map(({ words, finds }, index) => (
            <span key={words}>
              {index > 0 && ', '}
              <a href={toHref('/search', { q: words })}>{words}</a>{' '}
              <span className="text-muted">({formatCount(finds)})</span>
            </span>
          ))}
          ?
        </p>
      ) : (
        <p className="mt-2">Try fewer or shorter words; the first letters of each do.</p>
      )}
      <h2 className="mt-6 text-lg font-semibold tracking-tight">Or look through</h2>
      <ul className="mt-2 grid gap-1">
        {allPages
          .filter(({ href }) => href !== '/')
          .map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
      </ul>
    </>
  );
}

function formatCount(count: number): string {
  return `${count} ${count === 1 ? 'find' : 'finds'}`;
}
