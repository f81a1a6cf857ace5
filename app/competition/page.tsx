import { toVendorHref } from '@/address/links';
import { listPanelRows, type Panel } from '@/subjects/vendors/competition';
import { PanelDrawing } from '../_chart-block/chart-drawing';
import { AboutFigures, PageHeading } from '../_ui/headings';
import { leaveOutUnknown } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';

export const metadata = toSiteHead('/competition');

/** Nvidia and its rivals, measure by measure, in panels that can be compared. */
export default async function Competition({ searchParams }: PageProps) {
  leaveOutUnknown('/competition', await searchParams);
  const rows = await listPanelRows(getTracker());
  return (
    <>
      <PageHeading title="Nvidia and its rivals">All panels of a row have one scale.</PageHeading>
      {rows.map(({ title, remark, href, panels }) => (
        <section key={title} aria-label={title} className="mt-3 border-t-2 border-ink pt-2 sm:mt-5">
          <h2 className="text-lg font-semibold tracking-tight">
            <a href={href} className="text-ink">
              {title}
            </a>
          </h2>
          <p className="mt-1 max-w-[80ch] text-sm text-muted">{remark}</p>
          <ul className="mt-2 grid grid-cols-2 gap-x-5 gap-y-2 sm:grid-cols-4 lg:grid-cols-7">
            {panels.map((panel) => (
              <li key={panel.vendor}>
                <VendorPanel panel={panel} measure={title} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <AboutFigures
        notes={['“–” means that the source of the row has no figure, not that it is zero.']}
      />
    </>
  );
}

function VendorPanel({ panel, measure }: { panel: Panel; measure: string }) {
  const { vendor, name, value, when, of, href, spark, readings } = panel;
  return (
    <>
      <h3 className="text-sm">
        <a href={toVendorHref(vendor)} className="inline-block leading-6 text-ink">
          {name}
        </a>
      </h3>
      <p className="text-base font-semibold tabular-nums">
        {href ? (
          <a href={href} className="inline-block text-ink">
            <span className="sr-only">
              {name}, {measure}:{' '}
            </span>
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
