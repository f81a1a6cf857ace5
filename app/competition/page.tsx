import type { Metadata } from 'next';
import { toVendorHref } from '@/address/links';
import { listUnknownParameters, type Query } from '@/address/parameters';
import { listPanelRows, type Panel } from '@/subjects/vendors/competition';
import { PanelDrawing } from '../_chart-block/chart-drawing';
import { PageHeading } from '../_ui/headings';
import { Corrections } from '../_ui/notices';
import { toPageHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';

export const metadata: Metadata = {
  ...describeSitePage('/competition'),
  ...toPageHead('/competition'),
};

/** Nvidia and its rivals, measure by measure, in panels that can be compared. */
export default async function Competition({ searchParams }: { searchParams: Promise<Query> }) {
  const rows = await listPanelRows(getTracker());
  return (
    <>
      <PageHeading title="How close are Nvidia’s rivals?">
        <p>
          Each row is one measure, and all its panels have the same scale: a line near the bottom is
          small next to the others. A dash means that the source of the row gives no figure, not
          that it is zero.
        </p>
      </PageHeading>
      <Corrections corrections={listUnknownParameters(await searchParams, [])} />
      {rows.map(({ title, remark, href, panels }) => (
        <section key={title} aria-label={title} className="mt-8 border-t border-rule pt-4">
          <h2 className="text-lg font-semibold tracking-tight">
            <a href={href} className="text-ink">
              {title}
            </a>
          </h2>
          <p className="mt-1 max-w-[80ch] text-sm text-muted">{remark}</p>
          <ul className="mt-3 grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-4 lg:grid-cols-7">
            {panels.map((panel) => (
              <li key={panel.vendor}>
                <VendorPanel panel={panel} measure={title} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="mt-8 text-sm">
        One vendor’s share by every definition:{' '}
        <a href="/charts/share-by-definition">all markets side by side</a>.
      </p>
    </>
  );
}

function VendorPanel({ panel, measure }: { panel: Panel; measure: string }) {
  const { vendor, name, value, when, of, href, spark, readings } = panel;
  return (
    <>
      <h3 className="text-sm">
        <a href={toVendorHref(vendor)} className="text-ink">
          {name}
        </a>
      </h3>
      <p className="text-base font-semibold tabular-nums">
        {href ? (
          <a href={href} className="text-ink" aria-label={`${name}, ${measure}: ${value}, ${when}`}>
            {value}
          </a>
        ) : (
          '–'
        )}{' '}
        <span className="text-xs font-normal text-muted">
          {href ? [when, of].filter(Boolean).join(', ') : 'no figure'}
        </span>
      </p>
      {spark && (
        <PanelDrawing
          drawing={spark}
          name={name}
          figures={readings}
          label={`Figures: ${name}, ${measure}`}
        />
      )}
    </>
  );
}
