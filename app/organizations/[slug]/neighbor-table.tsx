/** The organizations just above and below in the ranking that has it. */
import { toHref } from '@/address/href';
import { toOrganizationHref } from '@/address/links';
import { toStart } from '@/charts/when';
import { formatAmount, formatEnds } from '@/subjects/holdings/holder-words';
import type { Neighbors } from '@/subjects/holdings/organization-places';
import { MISSING } from '@/units/format-value';
import { FiguresTable } from '../../_ui/figures-table';

export function NeighborTable({
  neighbors: { label, list, unit, holders },
  organization,
}: {
  neighbors: Neighbors;
  organization: { readonly slug: string; readonly name: string };
}) {
  const ranged = holders.some((holder) => formatEnds(holder, unit.unit) !== null);
  const others = holders.filter(({ isSelf }) => !isSelf).slice(0, 3);
  return (
    <section aria-labelledby="neighbors" className="mt-8 max-w-2xl">
      <h2 id="neighbors" className="text-lg font-semibold tracking-tight">
        Around it in the ranking
      </h2>
      {holders.length === 0 ? (
        <p className="mt-1 text-sm text-muted">
          {organization.name} has nothing in operation on{' '}
          <a href={toHref('/holdings', { list })}>{label}</a>, the newest edition that is known as a
          whole.
        </p>
      ) : (
        <>
          <p className="mt-1 text-sm text-muted">
            {unit.label}, <a href={toHref('/holdings', { list })}>{label}</a>
            {' · '}
            <a
              href={toHref('/compare', {
                orgs: [organization.slug, ...others.map(({ key }) => key)].join('~'),
              })}
            >
              compare them
            </a>
          </p>
          <FiguresTable
            caption="Neighbors in the ranking"
            columns={[
              { label: 'Organization' },
              { label: 'Rank', align: 'right' },
              { label: toStart(unit.unit), align: 'right' },
              ...(ranged ? [{ label: 'Outer range', align: 'right' as const }] : []),
            ]}
            rows={holders.map((holder) => {
              const {
                key,
                place,
                rows: [first],
                isSelf,
              } = holder;
              return {
                id: `neighbor-${key}`,
                cells: [
                  isSelf ? (
                    <strong key="name">{first.organization_name}</strong>
                  ) : (
                    <a key="name" href={toOrganizationHref(key)}>
                      {first.organization_name}
                    </a>
                  ),
                  place,
                  formatAmount(holder, unit.unit),
                  ...(ranged ? [formatEnds(holder, unit.unit) ?? MISSING] : []),
                ],
              };
            })}
          />
        </>
      )}
    </section>
  );
}
