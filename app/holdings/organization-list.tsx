/** Every organization of the holdings, with the number of its figures over all sources. */
import { toOrganizationHref } from '@/address/links';
import { listOrganizationSizes } from '@/subjects/holdings/queries';
import { formatCountry } from '@/units/format-value';
import { List, ListItem } from '../_ui/tremor';
import { getTracker } from '../tracker';

export async function OrganizationList({ search }: { search: string }) {
  const all = await listOrganizationSizes(getTracker().orm);
  const words = search.toLowerCase().split(' ');
  const found = all.filter(({ name, country, organization }) => {
    const text = `${name} ${country} ${formatCountry(country)} ${organization}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <section aria-labelledby="organizations" className="mt-10">
      <h2 id="organizations" className="text-lg font-semibold tracking-tight">
        Organizations
      </h2>
      <p className="mt-2 text-sm text-muted">
        {search
          ? `${found.length} of ${all.length} organizations match “${search}”, whatever the list.`
          : `${all.length} organizations, each with the number of its figures over all sources.`}
      </p>
      <List className="mt-2 gap-x-8 divide-y-0 sm:columns-2 lg:columns-3">
        {found.map(({ organization, name, country, figures }) => (
          <ListItem key={organization} className="break-inside-avoid py-1">
            <span>
              <a href={toOrganizationHref(organization)}>{name}</a>{' '}
              <span className="text-muted">{country}</span>
            </span>
            <span className="text-muted tabular-nums">{figures}</span>
          </ListItem>
        ))}
      </List>
    </section>
  );
}
