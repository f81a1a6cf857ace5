import { toHref } from '@/address/href';
import { calculators, listPresets } from '@/subjects/calculators/calculators';
import { PageHeading } from '../_ui/headings';
import { leaveOutUnknown } from '../_ui/notices';
import { Card } from '../_ui/tremor';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';

export const metadata = toSiteHead('/calculators');

export default async function Calculators({ searchParams }: PageProps) {
  leaveOutUnknown('/calculators', await searchParams);
  const tracker = getTracker();
  const lists = await Promise.all(calculators.map((one) => listPresets(tracker, one)));
  return (
    <>
      <PageHeading title="AI cost calculators">
        Published estimates as working models: every assumption can be seen and changed.
      </PageHeading>
      <div className="grid gap-4 sm:grid-cols-2">
        {calculators.map(({ slug, name, outline }, index) => (
          <Card key={slug} className="p-4">
            <h2 className="text-lg font-semibold tracking-tight">
              <a href={`/calculators/${slug}`}>{name}</a>
            </h2>
            <p className="mt-1 text-sm text-muted">{outline}</p>
            <ul className="mt-3 grid gap-1 text-sm">
              {lists[index]!.map((preset, place) => (
                <li key={preset.slug}>
                  <a
                    href={toHref(`/calculators/${slug}`, {
                      preset: place === 0 ? null : preset.slug,
                    })}
                  >
                    {preset.name}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </>
  );
}
