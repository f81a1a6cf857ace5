/** What one wants to know of a dataset before using it, in one look. */
import type { ReactNode } from 'react';
import { toFrozenHref } from '@/address/frozen-links';
import type { Contract } from '@/data/contract';
import type { DatasetState } from '@/db/queries/dataset-states';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import type { PublishedChart } from '@/views/published-chart';
import { licenseMeanings } from '../license';

export function DatasetFacts({
  contract: { grain, key, credit, license },
  rowCount,
  state,
  charts,
  snapshot,
}: {
  contract: Contract;
  rowCount: number;
  state: DatasetState | undefined;
  charts: readonly PublishedChart[];
  /** The frozen one that is shown; null: the present one. */
  snapshot: string | null;
}) {
  const newest = state?.newest_publication;
  return (
    <dl className="grid gap-x-8 gap-y-4 text-sm sm:grid-cols-2 lg:grid-cols-3">
      <Fact term="Rows">
        {rowCount.toLocaleString('en-US')}. {grain}
      </Fact>
      <Fact term="Key">
        {key.map((name, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <code>{name}</code>
          </span>
        ))}
      </Fact>
      <Fact term="Newest source">
        {newest ? `Published ${formatDate(newest)}` : `${MISSING} (no dated source)`}; collected{' '}
        {state ? formatDate(state.collected_on) : MISSING}
      </Fact>
      <Fact term="Credit">{credit}</Fact>
      <Fact term="License">{licenseMeanings[license]}</Fact>
      <Fact term={charts.length === 1 ? 'Chart drawn from it' : 'Charts drawn from it'}>
        {charts.length === 0
          ? 'None'
          : charts.map(({ slug, name }, index) => (
              <span key={slug}>
                {index > 0 && ', '}
                <a href={toFrozenHref(`/charts/${slug}`, snapshot)}>{name}</a>
              </span>
            ))}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{term}</dt>
      <dd className="mt-0.5 text-muted">{children}</dd>
    </div>
  );
}
