import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Query } from '@/catalog/parameters';
import { getPublishedChart } from '@/catalog/published';
import { ChartPage } from '../../chart/chart-page';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const chart = getPublishedChart((await params).slug);
  return chart ? { title: chart.name, description: chart.question } : {};
}

/** The stand-alone page of a published chart. */
export default async function PublishedChartPage({ params, searchParams }: Props) {
  const chart = getPublishedChart((await params).slug);
  if (!chart) notFound();
  return <ChartPage path={`/charts/${chart.slug}`} charts={[chart]} query={await searchParams} />;
}
