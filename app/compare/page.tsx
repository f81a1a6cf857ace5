import { redirect } from 'next/navigation';
import { listEntries, toHref, toTidyHref, writeAddress } from '@/address/href';
import { type Named, readNames } from '@/address/names';
import { readAddress, words } from '@/address/parameters';
import { getComparison } from '@/subjects/holdings/comparison';
import { aboutOwners } from '@/subjects/holdings/holder-words';
import {
  findOrganizations,
  formatOrganizations,
  MOST_ORGANIZATIONS,
  organizationsCompared,
  parseOrganizations,
} from '@/subjects/holdings/organizations-compared';
import { organizationsCounted } from '@/subjects/holdings/organizations-counted';
import { listOrganizationSizes, type OrganizationSize } from '@/subjects/holdings/queries';
import { getChartView } from '@/views/chart-view';
import { ChartPage } from '../_chart-block/chart-page';
import { BUTTON, FIELD } from '../_ui/field';
import { AboutFigures } from '../_ui/headings';
import { WrongName } from '../_ui/wrong-name';
import { type PageProps, readChartsHead } from '../page-head';
import { getTracker } from '../tracker';
import { ClusterTable, ListTables } from './list-tables';

const PATH = '/compare';
const parameters = {
  add: words('Organizations to compare with the others, by their names, with commas between them.'),
};
const charts = [organizationsCounted, organizationsCompared];

export const generateMetadata = readChartsHead('/compare', charts);

export default async function ComparePage({ searchParams }: PageProps) {
  const [tracker, query] = [getTracker(), await searchParams];
  // Boxes that are ticked in a table repeat the name.
  if (Array.isArray(query.orgs)) {
    const others = listEntries(query).filter(([name]) => name !== 'orgs');
    redirect(writeAddress(PATH, [['orgs', query.orgs.join('~')], ...others]));
  }
  const [{ view }, all] = await Promise.all([
    getChartView(tracker, organizationsCompared, query),
    listOrganizationSizes(tracker.orm),
  ]);
  const orgs = view.offered.find(({ name }) => name === 'orgs')?.value ?? '';
  const slugs = parseOrganizations(orgs);
  const wanted = readAddress(parameters, query).values.add;
  const names = await readNames(tracker.orm);
  const { found, unknown } = findOrganizations(wanted, names, all);
  if (found.length > 0 && unknown === null) {
    const together = parseOrganizations(formatOrganizations([...slugs, ...found]));
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
        <OrganizationPicker
          organizations={comparison.organizations}
          all={all}
          parameters={view.canonical}
          wanted={wanted}
          found={found}
          unknown={unknown}
          near={names.suggest(unknown ?? '', isOffered)}
        />
      }
    >
      <section aria-labelledby="differences" className="mt-6">
        <h2 id="differences" className="text-lg font-semibold tracking-tight">
          Differences
        </h2>
        <ul className="mt-2 grid max-w-[75ch] list-disc gap-1.5 pl-5">
          {comparison.differences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <details className="mt-5">
        <summary className="cursor-pointer text-accent">
          By chip and by cluster, list by list
        </summary>
        <ListTables comparison={comparison} />
        <ClusterTable organizations={comparison.organizations} />
      </details>
      <AboutFigures notes={about} />
    </ChartPage>
  );
}

const about = [...aboutOwners, 'Lines over time come from one source at a time.'];

interface PickerProps {
  readonly organizations: readonly { readonly slug: string; readonly name: string }[];
  readonly all: readonly OrganizationSize[];
  readonly parameters: Readonly<Record<string, string>>;
  /** What a visitor asked to add. */
  readonly wanted: string;
  /** Who of it was found, while somebody else was not. */
  readonly found: readonly string[];
  /** The first name for which nobody could be found. */
  readonly unknown: string | null;
  /** Who may have been meant by it. */
  readonly near: readonly Named[];
}

/**
 * Who is compared: each with a link that takes it out, and a form that adds others by
 * their names. The names come up while typing, from the page itself.
 */
function OrganizationPicker(props: PickerProps) {
  const { organizations, all, parameters, wanted, found, unknown, near } = props;
  const slugs = organizations.map(({ slug }) => slug);
  const toAdded = (slug: string) =>
    toHref(PATH, { orgs: formatOrganizations([...slugs, ...found, slug]) });
  return (
    <div className="no-print">
      <div className="picker">
        <ul aria-label="Compared">
          {organizations.map(({ slug, name }) => (
            <li key={slug} className="chip">
              <a href={`/organizations/${slug}`}>{name}</a>
              {organizations.length > 1 && (
                <a
                  href={toHref(PATH, {
                    ...parameters,
                    orgs: formatOrganizations(slugs.filter((one) => one !== slug)),
                  })}
                  aria-label={`Remove ${name}`}
                  className="remove"
                >
                  ×
                </a>
              )}
            </li>
          ))}
        </ul>
        {organizations.length < MOST_ORGANIZATIONS ? (
          <form action={PATH}>
            <input type="hidden" name="orgs" value={formatOrganizations(slugs)} />
            <input
              name="add"
              aria-label="Add organizations"
              placeholder="Add: Tesla, Stability AI"
              list="organization-names"
              autoComplete="off"
              defaultValue={wanted}
              className={`${FIELD} min-w-0`}
            />
            <datalist id="organization-names">
              {/* Those with one figure alone are found by name, and would outweigh the page. */}
              {all
                .filter(({ organization, figures }) => figures > 1 && !slugs.includes(organization))
                .map(({ organization, name }) => (
                  <option key={organization} value={name} />
                ))}
            </datalist>
            <button type="submit" className={BUTTON}>
              Add
            </button>
          </form>
        ) : (
          <p>You can compare eight. Remove one to add another.</p>
        )}
      </div>
      {unknown !== null && (
        <WrongName
          kind="organization"
          found={unknown}
          near={near.map(({ row, name }) => ({ label: name, href: toAdded(row) }))}
          all={{ label: `all ${all.length} organizations`, href: '/organizations' }}
        />
      )}
    </div>
  );
}
