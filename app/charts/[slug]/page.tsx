import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { listEntries, toHref } from '@/address/href';
import { findMovedAddress } from '@/catalog/moved-charts';
import { describeChartPage } from '@/catalog/page-descriptions';
import { getPublishedChart } from '@/catalog/published';
import { describeChart, describeWay } from '@/exports/api/schema-org';
import { toChartPublication } from '@/exports/chart-publication';
import { listFormats } from '@/exports/formats';
import { presets } from '@/exports/picture/size';
import { findChartView } from '@/views/asked-view';
import { ChartPage } from '../../_chart-block/chart-page';
import { PageHeading } from '../../_ui/headings';
import { TooOldNotice } from '../../_ui/notices';
import { Signposts, StructuredData } from '../../_ui/structured-data';
import { toPublicationHead } from '../../citation-head';
import { type SlugProps, toPageHead } from '../../page-head';
import { getAskedTracker } from '../../tracker';

/** The picture shown where the address is posted is of this view, not of the chart in general. */
export async function generateMetadata({ params, searchParams }: SlugProps): Promise<Metadata> {
  const chart = getPublishedChart((await params).slug);
  if (!chart) return {};
  const { snapshot, ...query } = await searchParams;
  const tracker = getAskedTracker({ snapshot });
  const { view } = await findChartView(tracker, chart, query);
  if (!view) return { title: chart.name, description: describeChartPage(chart, '') };
  const href = toHref(`/charts/${chart.slug}`, view.canonical);
  const { alternates, openGraph, twitter } = toPageHead(href, view);
  const { snapshot: shown } = tracker;
  const { title } = view;
  const { other, types } = toPublicationHead({ kind: 'chart', href, snapshot: shown, title });
  return {
    title: chart.name,
    description: describeChartPage(chart, view.summary),
    alternates: { ...alternates, types: { ...types, ...alternates?.types } },
    openGraph: { ...openGraph, type: 'article', title: view.title, description: view.summary },
    twitter,
    other,
  };
}

/** The stand-alone page of a published chart. */
export default async function PublishedChartPage({ params, searchParams }: SlugProps) {
  const { slug } = await params;
  const query = await searchParams;
  const moved = findMovedAddress(`/charts/${slug}`, listEntries(query));
  if (moved) permanentRedirect(moved);
  const chart = getPublishedChart(slug);
  if (!chart) notFound();
  const path = `/charts/${chart.slug}`;
  const { snapshot: _, ...choices } = query;
  const tracker = getAskedTracker(query);
  const { view, lacking } = await findChartView(tracker, chart, choices);
  if (!view) {
    return (
      <>
        <PageHeading title={chart.question} />
        <TooOldNotice snapshot={tracker.snapshot} lacking={lacking} href={path} />
      </>
    );
  }
  const publication = toChartPublication(view, tracker.snapshot);
  return (
    <>
      <StructuredData
        nodes={[
          ...describeChart(publication, chart.datasets, listFormats('chart'), presets.social),
          describeWay([
            ['All charts', '/charts'],
            [chart.name, path],
          ]),
        ]}
      />
      <Signposts publication={publication} />
      <ChartPage path={path} charts={[chart]} query={query} isOwnPage />
    </>
  );
}
