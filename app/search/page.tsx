/** Search over charts, datasets, chips, vendors, organisations, events and sources. */
import type { Metadata } from 'next';
import Form from 'next/form';
import Link from 'next/link';
import { first, listUnknownParameters, type Query } from '@/catalog/parameters';
import { type ResultKind, search } from '@/catalog/search';
import { getTracker } from '../tracker';
import { Corrections } from '../ui/corrections';
import { PageHeading } from '../ui/page-heading';
import { ShortcutSwitch } from '../ui/search-shortcut';

export const metadata: Metadata = { title: 'Search', robots: { index: false } };

const kinds = {
  chart: 'Charts',
  chip: 'Chips',
  vendor: 'Vendors',
  organization: 'Organisations',
  dataset: 'Datasets',
  event: 'Events',
  source: 'Sources',
} satisfies Record<ResultKind, string>;

export default async function SearchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const asked = first(query.q)?.trim() ?? '';
  const { words, groups } = await search(getTracker().orm, asked);
  const count = groups.reduce((sum, { results }) => sum + results.length, 0);
  return (
    <>
      <PageHeading title={words.length > 0 ? `Search: ${words.join(' ')}` : 'Search'} />
      <Corrections corrections={listUnknownParameters(query, ['q'])} />
      <Form action="/search" className="flex flex-wrap items-center gap-2">
        <label htmlFor="search-words" className="text-muted">
          Words
        </label>
        <input
          id="search-words"
          type="search"
          name="q"
          maxLength={100}
          defaultValue={asked.slice(0, 100)}
          className="w-80 max-w-full rounded-tremor-default border border-rule bg-card px-2 py-1"
        />
        <button
          type="submit"
          className="rounded-tremor-default border border-rule px-3 py-1 text-accent"
        >
          Search
        </button>
      </Form>
      <p className="mt-3 text-muted" role="status">
        {words.length === 0
          ? 'Type the name of a chip, a company, an event or a source; the first letters do.'
          : `${count} ${count === 1 ? 'find' : 'finds'}.`}
        {words.length > 0 && count === 0 && ' Try fewer or shorter words.'}
      </p>
      {groups.map(({ kind, results }) => (
        <section key={kind} aria-labelledby={`found-${kind}`} className="mt-6">
          <h2 id={`found-${kind}`} className="text-lg font-semibold tracking-tight">
            {kinds[kind]}
          </h2>
          <ul className="mt-2 grid max-w-[80ch] gap-2">
            {results.map(({ href, title, excerpt }) => (
              <li key={href}>
                <Link href={href} prefetch={false}>
                  {title}
                </Link>
                <span className="block text-sm text-muted">{excerpt}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ShortcutSwitch />
    </>
  );
}
