import { List, ListItem } from '@tremor/react';
import type { Metadata } from 'next';
import Form from 'next/form';
import Link from 'next/link';
import { acceleratorHolders, organizationHistory } from '@/catalog/charts/holdings';
import { first, type Query } from '@/catalog/parameters';
import { listOrganizationSizes } from '@/db/queries/holdings';
import { ChartPage } from '../chart/chart-page';
import { getTracker } from '../tracker';

export const metadata: Metadata = { title: 'Holdings' };

const charts = [acceleratorHolders, organizationHistory];

export default async function HoldingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  return (
    <ChartPage
      path="/holdings"
      charts={charts}
      query={query}
      more={['q']}
      title="Who holds how many accelerators?"
      lead="Compiled from an index of public statements, models of owners and single announcements. One list at a time: the same machines stand in several."
    >
      <Organizations search={first(query.q)?.trim() ?? ''} />
    </ChartPage>
  );
}

async function Organizations({ search }: { search: string }) {
  const all = await listOrganizationSizes(getTracker().orm);
  const wanted = search.toLowerCase();
  const found = all.filter(({ name, country, organization }) =>
    `${name} ${country} ${organization}`.toLowerCase().includes(wanted),
  );
  return (
    <section aria-labelledby="organisations" className="mt-10">
      <h2 id="organisations" className="text-lg font-semibold tracking-tight">
        Organisations
      </h2>
      <Form
        action="/holdings"
        scroll={false}
        role="search"
        className="no-print mt-2 flex items-center gap-2 text-sm"
      >
        <label htmlFor="organisation-search" className="text-muted">
          Search by name or country
        </label>
        <input
          id="organisation-search"
          type="search"
          name="q"
          defaultValue={search}
          className="min-w-0 rounded-tremor-default border border-rule bg-card px-2 py-1"
        />
        <button
          type="submit"
          className="rounded-tremor-default border border-rule px-3 py-1 text-accent"
        >
          Search
        </button>
      </Form>
      <p className="mt-2 text-sm text-muted">
        {search
          ? `${found.length} of ${all.length} organisations match “${search.slice(0, 60)}”.`
          : `${all.length} organisations, each with the number of its figures.`}{' '}
        {search && (
          <Link href="/holdings" scroll={false}>
            Show all
          </Link>
        )}
      </p>
      <List className="mt-2 gap-x-8 divide-y-0 sm:columns-2 lg:columns-3">
        {found.map(({ organization, name, country, figures }) => (
          <ListItem key={organization} className="break-inside-avoid py-1">
            <span>
              <Link href={`/organizations/${organization}`} prefetch={false}>
                {name}
              </Link>{' '}
              <span className="text-muted">{country}</span>
            </span>
            <span className="text-muted tabular-nums">{figures}</span>
          </ListItem>
        ))}
      </List>
    </section>
  );
}
