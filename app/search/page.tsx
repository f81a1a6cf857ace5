/** Search: figures that answer first, then everything that has a name. */
import type { Metadata } from 'next';
import { toHref } from '@/address/href';
import { LONGEST_WORDS, readAddress, words as wordsAsked } from '@/address/parameters';
import { type SearchResults, search } from '@/catalog/search';
import { BUTTON, FIELD } from '../_ui/field';
import { PageHeading } from '../_ui/headings';
import { Corrections, leaveOutUnknown } from '../_ui/notices';
import { allPages } from '../all-pages';
import type { PageProps } from '../page-head';
import { getTracker } from '../tracker';
import { AnswerCard } from './answer-card';

const parameters = { q: wordsAsked('Words to look for.') };

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { values } = readAddress(parameters, await searchParams);
  return {
    title: values.q ? `Search: ${values.q}` : 'Search',
    description:
      'Search figures, charts, chips, companies, data centers, markets, events, datasets and sources.',
    robots: { index: false },
  };
}

export default async function SearchPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const slips = leaveOutUnknown('/search', query, Object.keys(parameters));
  const { values, problems } = readAddress(parameters, query);
  const results = await search(getTracker().orm, values.q, allPages);
  const { words, total, answers, groups } = results;
  const listed = groups.reduce((sum, group) => sum + group.results.length, 0);
  return (
    <>
      <PageHeading title={toHeading({ ...results, query: values.q, listed })} />
      <Corrections corrections={[...problems, ...slips]} />
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
      <Status {...results} query={values.q} />
      {answers.map((answer) => (
        <AnswerCard key={answer.title} answer={answer} />
      ))}
      {words.length > 0 && total === 0 && answers.length === 0 && <Elsewhere />}
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

type Asked = SearchResults & { readonly query: string };

/** "45 of 49 results for “a100”": of each kind only the best are listed. */
function toHeading({ words, answers, total, query, listed }: Asked & { listed: number }): string {
  if (words.length === 0) return 'Search';
  if (total === 0) return answers.length > 0 ? `“${query}”` : `No results for “${query}”`;
  const results = total === 1 ? 'result' : 'results';
  return `${listed < total ? `${listed} of ${total}` : total} ${results} for “${query}”`;
}

/** What there is to say before the results: how to ask, what was meant, what is shown instead. */
function Status({ words, total, instead, isPartial, query }: Asked) {
  return (
    <div className="mt-3 text-muted empty:hidden" role="status">
      {words.length === 0 && (
        <p>
          Try “nvidia data center revenue Jan 2023”, “who owns the most H100”, “H100 vs MI300X” or a
          name.
        </p>
      )}
      {instead.length > 0 && (
        <p>
          {(isPartial || total === 0) && `No results for “${query}”. `}Did you mean{' '}
          {instead.map((one, index) => (
            <span key={one.words}>
              {index > 0 && ', '}
              <a href={toHref('/search', { q: one.words })}>{one.words}</a>
            </span>
          ))}
          ?
        </p>
      )}
      {isPartial && <p>No result has all the words. These have some:</p>}
      {words.length > 0 && total === 0 && instead.length === 0 && <p>Try fewer words.</p>}
    </div>
  );
}

/** Where to look without asking. */
function Elsewhere() {
  return (
    <>
      <h2 className="mt-6 text-lg font-semibold tracking-tight">Or browse</h2>
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

/**
 * Whether the key `/` leads to the search field, kept by the browser. Without
 * JavaScript there is no shortcut, and no switch is shown.
 */
function ShortcutSwitch() {
  return (
    <p className="with-script mt-10 text-sm text-muted">
      <label className="inline-flex items-center gap-2">
        <input type="checkbox" id="search-shortcut" defaultChecked />
        The key <kbd className="rounded border border-rule px-1">/</kbd> leads to the search field
      </label>
    </p>
  );
}
