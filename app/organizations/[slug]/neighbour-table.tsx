/** The organisations just above and below in the newest ranking. */
import Link from 'next/link';
import { toKindOf } from '@/catalog/figure-kind';
import type { Neighbours } from '@/catalog/holdings/neighbours';
import { toOrganizationHref } from '@/catalog/links';
import { toHref } from '@/catalog/parameters';
import { formatValue } from '@/units/format-value';
import { FiguresTable } from '../../ui/figures-table';

export function NeighbourTable({
  neighbours: { label, list, holders },
  organization,
}: {
  neighbours: Neighbours;
  organization: { readonly slug: string; readonly name: string };
}) {
  const others = holders.filter(({ isSelf }) => !isSelf).slice(0, 3);
  return (
    <section aria-labelledby="neighbours" className="mt-8 max-w-2xl">
      <h2 id="neighbours" className="text-lg font-semibold tracking-tight">
        Around it in the ranking
      </h2>
      {holders.length === 0 ? (
        <p className="mt-1 text-sm text-muted">
          {organization.name} has nothing in operation on{' '}
          <Link href={toHref('/holdings', { list })} prefetch={false}>
            {label}
          </Link>
          , the newest list that is known as a whole.
        </p>
      ) : (
        <>
          <p className="mt-1 text-sm text-muted">
            Accelerators in operation,{' '}
            <Link href={toHref('/holdings', { list })} prefetch={false}>
              {label}
            </Link>
            {' · '}
            <Link
              href={toHref('/compare', {
                orgs: [organization.slug, ...others.map(({ key }) => key)].join('~'),
              })}
              prefetch={false}
            >
              compare them
            </Link>
          </p>
          <FiguresTable
            caption="Neighbours in the ranking"
            columns={[
              { label: 'Organization' },
              { label: 'Rank', align: 'right' },
              { label: 'Accelerators', align: 'right' },
            ]}
            rows={holders.map(({ key, place, value, rows, rows: [first], isSelf }) => ({
              id: `neighbour-${key}`,
              cells: [
                isSelf ? (
                  <strong key="name">{first.organization_name}</strong>
                ) : (
                  <Link key="name" href={toOrganizationHref(key)} prefetch={false}>
                    {first.organization_name}
                  </Link>
                ),
                place,
                formatValue(value, 'accelerators', toKindOf(rows)),
              ],
            }))}
          />
        </>
      )}
    </section>
  );
}
