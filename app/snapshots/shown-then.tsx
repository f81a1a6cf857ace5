/** Where the figures of one snapshot can be seen: its charts, tables and calculators. */

import { toFrozenHref } from '@/address/frozen-links';
import { toDatasetHref } from '@/address/links';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import type { KeptSnapshot } from '@/db/kept-snapshots';
import { calculators } from '@/subjects/calculators/calculators';
import { formatDate } from '@/units/period';

const PARTS = [
  {
    name: 'Charts',
    pages: publishedCharts.map(({ slug, name }) => ({ name, href: `/charts/${slug}` })),
  },
  {
    name: 'Datasets',
    pages: datasets.map(({ slug, title }) => ({ name: title, href: toDatasetHref(slug) })),
  },
  {
    name: 'Calculators',
    pages: calculators.map(({ slug, name }) => ({ name, href: `/calculators/${slug}` })),
  },
];

export function ShownThen({ snapshot: { id, collected_on } }: { snapshot: KeptSnapshot }) {
  return (
    <section id="shown" aria-labelledby="shown-heading" className="mt-10 scroll-mt-4">
      <h2 id="shown-heading" className="text-lg font-semibold tracking-tight">
        What snapshot <code>{id}</code> shows
      </h2>
      <p className="mt-1 max-w-[70ch] text-sm text-muted">
        Collected {formatDate(collected_on)}. These addresses keep showing its figures; charts and
        tables that came later say so.
      </p>
      {PARTS.map(({ name, pages }) => (
        <details key={name} className="mt-2 text-sm">
          <summary className="cursor-pointer text-accent">
            {name} ({pages.length})
          </summary>
          <ul className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
            {pages.map((page) => (
              <li key={page.href}>
                <a href={toFrozenHref(page.href, id)}>{page.name}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
