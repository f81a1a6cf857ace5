/**
 * Who is compared: each with a link that takes it out, and a form that adds one
 * more by name. The names come up while typing, from the page itself.
 */
import { toHref } from '@/address/href';
import { formatOrganizations, MOST_ORGANIZATIONS } from '@/subjects/holdings/organization-choice';
import type { OrganizationSize } from '@/subjects/holdings/queries';
import { BUTTON, FIELD } from '../_ui/field';

interface PickerProps {
  readonly organizations: readonly { readonly slug: string; readonly name: string }[];
  readonly all: readonly OrganizationSize[];
  readonly parameters: Readonly<Record<string, string>>;
  /** What a visitor asked to add and nobody could be found for. */
  readonly wanted: string;
}

export function OrganizationPicker({ organizations, all, parameters, wanted }: PickerProps) {
  const slugs = organizations.map(({ slug }) => slug);
  const candidates = wanted
    ? all.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase())).slice(0, 8)
    : [];
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
        <p className="mt-3 text-muted">Eight are the most that can be told apart.</p>
      )}
      {candidates.length > 0 && (
        <p className="mt-2">
          Did you mean{' '}
          {candidates.map(({ organization, name }, index) => (
            <span key={organization}>
              {index > 0 && ', '}
              <a href={toAdded(organization)}>{name}</a>
            </span>
          ))}
          ?
        </p>
      )}
    </div>
  );
}
