import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Query } from '@/address/parameters';
import { toCalculatorPublication } from '@/exports/calculator-publication';
import { toFormatUrl } from '@/exports/links';
import { presets } from '@/exports/picture/size';
import { toSiteOrigin } from '@/exports/site';
import { findCalculatorView, toCalculatorHref } from '@/subjects/calculators/calculator-view';
import { getCalculator } from '@/subjects/calculators/calculators';
import { describeCalculator } from '../../all-pages';
import { getAskedTracker } from '../../tracker';
import { CalculatorPage } from '../calculator-page';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Query>;
}

/** The picture shown where the address is posted is of this scenario and this result. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const calculator = getCalculator((await params).slug);
  if (!calculator) return {};
  const query = await searchParams;
  const { view } = await findCalculatorView(getAskedTracker(query), calculator, query);
  if (!view) return { title: calculator.question, description: calculator.outline };
  const publication = toCalculatorPublication(view);
  const own = `${toSiteOrigin()}${toCalculatorHref(view)}`;
  const images = publication.pictures.slice(0, 1).map(({ title }) => ({
    url: toFormatUrl(publication, 'png', { size: 'social' }),
    width: presets.social.width,
    height: presets.social.height,
    alt: `${title}. ${view.summary}`,
  }));
  return {
    title: calculator.question,
    description: describeCalculator(calculator),
    alternates: { canonical: own },
    openGraph: {
      type: 'article',
      url: own,
      siteName: 'AI Hardware Tracker',
      title: publication.title,
      description: view.summary,
      images,
    },
    twitter: { card: 'summary_large_image', images },
  };
}

/** A calculator, filled in as the address says. */
export default async function PublishedCalculatorPage({ params, searchParams }: Props) {
  const calculator = getCalculator((await params).slug);
  if (!calculator) notFound();
  return <CalculatorPage calculator={calculator} query={await searchParams} />;
}
