import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { toHref, toTidyHref } from '@/address/href';
import { type Named, readNames } from '@/address/names';
import { type Query, readAddress, words } from '@/address/parameters';
import { getComparison } from '@/subjects/holdings/comparison';
import {
  findOrganization,
  formatOrganizations,
  MOST_ORGANIZATIONS,
  organizationsCompared,
  parseOrganizations,
} from '@/subjects/holdings/organizations-compared';
import type { OrganizationSize } from '@/subjects/holdings/queries';
import { listOrganizationSizes } from '@/subjects/holdings/queries';
import { getChartView } from '@/views/chart-view';
import { ChartPage } from '../_chart-block/chart-page';
import { BUTTON, FIELD } from '../_ui/field';
import { WrongName } from '../_ui/wrong-name';
import { readChartsHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';
import { ClusterTable, ListTables } from './list-tables';

const PATH = '/compare';
const parameters = { add: words('An organization to compare with the others, by its name.') };
const charts = [organizationsCompared];

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    ...describeSitePage('/compare'),
    ...(await readChartsHead('/compare', charts, await searchParams)),
  };
}

export default async function ComparePage({ searchParams }: Props) {
  const [tracker, query] = [getTracker(), await searchParams];
  const [{ view }, all] = await Promise.all([
    getChartView(tracker, organizationsCompared, query),
    listOrganizationSizes(tracker.orm),
  ]);
  const orgs = view.offered.find(({ name }) => name === 'orgs')?.value ?? '';
  const slugs = parseOrganizations(orgs);
  const wanted = readAddress(parameters, query).values.add;
  const names = await readNames(tracker.orm);
  const added = findOrganization(wanted, names, all);
  if (added) {
    const together = parseOrganizations(formatOrganizations([...slugs, added.organization]));
    redirect(toHref(PATH, { orgs: formatOrganizations(together) }));
  }
  const tidy = toTidyHref(PATH, query, view.offered);
  if (tidy) redirect(tidy);
  const isOffered = ({ dataset, row }: Named) =>
    dataset === 'organizations' &&
    !slugs.includes(row) &&
    all.some(({ organization }) => organization === row);
  const comparison = await getComparison(tracker.orm, slugs);
  return (
    <ChartPage
      path={PATH}
      charts={charts}
      query={query}
      more={['add']}
      hidden={['orgs']}
      title="Compare organizations"
      lead={
        <>
          <p>Up to eight, from one source at a time.</p>
          <OrganizationPicker
            organizations={comparison.organizations}
            all={all}
            parameters={view.canonical}
            wanted={wanted}
            near={names.suggest(wanted, isOffered)}
          />
        </>
      }
    >
      <section aria-labelledby="differences" className="mt-10">
        <h2 id="differences" className="text-lg font-semibold tracking-tight">
          Differences
        </h2>
        <ul className="mt-2 grid max-w-[75ch] list-disc gap-1.5 pl-5">
          {comparison.differences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <ListTables comparison={comparison} />
      <ClusterTable organizations={comparison.organizations} />
    </ChartPage>
  );
}

interface PickerProps {
  readonly organizations: readonly { readonly slug: string; readonly name: string }[];
  readonly all: readonly OrganizationSize[];
  readonly parameters: Readonly<Record<string, string>>;
  /** What a visitor asked to add and nobody could be found for. */
  readonly wanted: string;
  /** Who may have been meant. */
  readonly near: readonly Named[];
}

/**
 * Who is compared: each with a link that takes it out, and a form that adds one
 * more by name. The names come up while typing, from the page itself.
 */
function OrganizationPicker({ organizations, all, parameters, wanted, near }: PickerProps) {
  const slugs = organizations.map(({ slug }) => slug);
  const toAdded = (slug: string) =>
    toHref('/compare', { orgs: formatOrganizations([...slugs, slug]) });
  return (
    <div className="no-print mt-4 text-sm">
      <ul aria-label="Compared" className="flex flex-wrap gap-2">
        {organizations.map(({ slug, name }) => (
          <li
            key={slug}
            className="flex items-center overflow-hidden rounded-tremor-default border border-rule bg-raised"
          >
            <a href={`/organizations/${slug}`} className="px-2 py-1">
              {name}
            </a>
            {organizations.length > 1 && (
              <a
                href={toHref('/compare', {
                  ...parameters,
                  orgs: formatOrganizations(slugs.filter((one) => one !== slug)),
                })}
                aria-label={`Remove ${name}`}
                className="border-l border-rule px-2 py-1 no-underline"
              >
                ×
              </a>
            )}
          </li>
        ))}
      </ul>
      {organizations.length < MOST_ORGANIZATIONS ? (
        <form action="/compare" className="mt-3 flex flex-wrap items-center gap-2">
          <input type="hidden" name="orgs" value={formatOrganizations(slugs)} />
          <label htmlFor="add-organization" className="text-muted">
            Add an organization
          </label>
          <input
            id="add-organization"
            name="add"
            list="organization-names"
            autoComplete="off"
            defaultValue={wanted}
            className={`${FIELD} min-w-0`}
          />
          <datalist id="organization-names">
            {all
              .filter(({ organization }) => !slugs.includes(organization))
              .map(({ organization, name }) => (
                <option key={organization} value={name} />
              ))}
          </datalist>
          <button type="submit" className={BUTTON}>
            Add
          </button>
        </form>
      ) : (
        <p className="mt-3 text-muted">You can compare eight. Remove one to add another.</p>
      )}
      {wanted !== '' && (
        <WrongName
          kind="organization"
          found={wanted}
          near={near.map(({ row, name }) => ({ label: name, href: toAdded(row) }))}
          all={{ label: `all ${all.length} organizations`, href: '/organizations' }}
        />
      )}
    </div>
  );
}
