import { Card } from '@tremor/react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { listPresets } from '@/catalog/calculators/calculator-view';
import { listUnknownParameters, type Query, toHref } from '@/catalog/parameters';
import { getTracker } from '../tracker';
import { Corrections } from '../ui/corrections';
import { PageHeading } from '../ui/page-heading';

export const metadata: Metadata = {
  title: 'Calculators',
  description: 'What serving and training a model costs, as working models.',
};

const calculators = [
  {
    slug: 'inference',
    title: 'Serving a model',
    lead: 'Queries a day → servers, capital, yearly cost, cost per query.',
  },
  {
    slug: 'training',
    title: 'Training a model',
    lead: 'Accelerator-hours, or operations → days, energy, cost.',
  },
] as const;

export default async function Calculators({ searchParams }: { searchParams: Promise<Query> }) {
  const tracker = getTracker();
  const lists = await Promise.all(calculators.map(({ slug }) => listPresets(tracker, slug)));
  return (
    <>
      <PageHeading title="What do serving and training cost?">
        <p>
          Published estimates as working models: every assumption is visible, has a source or a
          reason, and can be changed. Ranges go in, ranges come out.
        </p>
      </PageHeading>
      <Corrections corrections={listUnknownParameters(await searchParams, [])} />
      <div className="grid gap-4 sm:grid-cols-2">
        {calculators.map(({ slug, title, lead }, index) => (
          <Card key={slug} className="p-4">
            <h2 className="text-lg font-semibold tracking-tight">
              <Link href={`/calculators/${slug}`}>{title}</Link>
            </h2>
            <p className="mt-1 text-sm text-muted">{lead}</p>
            <ul className="mt-3 grid gap-1 text-sm">
              {lists[index]!.map((preset) => (
                <li key={preset.slug}>
                  <Link
                    href={toHref(`/calculators/${slug}`, { preset: preset.slug })}
                    prefetch={false}
                  >
                    {preset.name}
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </>
  );
}
