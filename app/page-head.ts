/**
 * What an address asks of the charts of a page, read once for its head and its body; and
 * what the head of a page says besides its title and description: the one address of
 * the view, and the picture that is shown where that address is posted.
 */
import type { Metadata } from 'next';
import { cache } from 'react';
import { toHref } from '@/address/href';
import { withoutMarks } from '@/address/marks';
import type { Query } from '@/address/parameters';
import type { Tracker } from '@/db/connection';
import { presets } from '@/exports/picture/size';
import { toSiteOrigin } from '@/exports/site';
import type { ChartView } from '@/views/chart-view';
import { getPageView, type PageView } from '@/views/page-view';
import { type PublishedChart, readLedPath } from '@/views/published-chart';
import { describeSitePage } from './site-pages';
import { getTracker } from './tracker';

const SITE_NAME = 'AI Hardware Tracker';

type PageHead = Pick<Metadata, 'alternates' | 'openGraph' | 'twitter'>;

/** What Next gives a page. */
export interface PageProps {
  readonly searchParams: Promise<Query>;
}

/** What it gives a page that is one of many of its kind. */
export interface SlugProps extends PageProps {
  readonly params: Promise<{ slug: string }>;
}

/**
 * `href` is the view's path and query, defaults left out. The picture is that of the
 * overview's chart, unless `view` is what the page shows first. `feed` tells what is new on the page.
 */
export function toPageHead(href: string, view: PictureOf = OVERVIEW, feed?: Feed): PageHead {
  // What a reader marked is no page of its own.
  const own = `${toSiteOrigin()}${withoutMarks(href)}`;
  const images = [toSocialPicture(view)];
  const embedded = toEmbeddedHref(href, view);
  return {
    alternates: {
      canonical: own,
      types: {
        ...(embedded !== null && toOEmbedTypes(embedded)),
        ...(feed && {
          'application/atom+xml': [{ url: toSiteOrigin() + feed.href, title: feed.title }],
        }),
      },
    },
    openGraph: { type: 'website', locale: 'en_US', url: own, siteName: SITE_NAME, images },
    twitter: { card: 'summary_large_image', images },
  };
}

/** The page with the choices of the chart that leads it; null where it leads another page. */
function toEmbeddedHref(href: string, { chart, canonical }: PictureOf): string | null {
  const [path = ''] = href.split('?', 1);
  const made = readLedPath(chart, path);
  if (!made) return null;
  const asked = Object.entries(canonical).filter(([name]) => !(name in made));
  return toHref(path, Object.fromEntries(asked));
}

/** Where programs ask how to embed a page (https://oembed.com, discovery). */
export function toOEmbedTypes(href: string) {
  const oembed = `${toSiteOrigin()}/oembed?url=${encodeURIComponent(toSiteOrigin() + href)}`;
  return { 'application/json+oembed': oembed, 'text/xml+oembed': `${oembed}&format=xml` };
}

/** An Atom feed: its path, and its name for a reader of feeds. */
interface Feed {
  readonly href: string;
  readonly title: string;
}

/** Title, description and head of a page of the site, as `toPageHead` has it. */
export function toSiteHead(href: string, view?: PictureOf, feed?: Feed): Metadata {
  return { ...describeSitePage(href.replace(/[?].*/, '')), ...toPageHead(href, view, feed) };
}

/** The same of a page of charts, as its address asks for them: what Next wants of a page. */
export const readChartsHead =
  (path: string, charts: readonly PublishedChart[]) =>
  async ({ searchParams }: PageProps): Promise<Metadata> => {
    const { views, parameters } = await readPage(getTracker(), charts, await searchParams);
    return toSiteHead(toHref(path, parameters), views[0]);
  };

/** A chart as the picture of a page that it says something of, in its first view. */
export const asPicture = (chart: Pick<PublishedChart, 'slug' | 'question'>): PictureOf => ({
  ...{ chart, canonical: {} },
  summary: chart.question,
});

type PictureOf = Pick<ChartView, 'canonical' | 'summary'> & {
  readonly chart: Pick<PublishedChart, 'slug' | 'leads'>;
};

/** In words, because every page imports this and few show that chart; a test compares them. */
const OVERVIEW: PictureOf = {
  chart: { slug: 'nvidia-data-center-revenue', leads: ['/'] },
  canonical: {},
  summary: 'How much does Nvidia earn in the data center?',
};

/** A view as the picture of a post about it. */
function toSocialPicture({ chart, canonical, summary }: PictureOf) {
  const href = toHref(`/charts/${chart.slug}.png`, { ...canonical, size: 'social' });
  const { width, height } = presets.social;
  return { url: `${toSiteOrigin()}${href}`, width, height, alt: summary };
}

/** Those of one request. */
const listRead = cache((_: Tracker) => new Map<string, Promise<PageView>>());

export function readPage(
  tracker: Tracker,
  charts: readonly PublishedChart[],
  query: Query,
): Promise<PageView> {
  const read = listRead(tracker);
  const key = JSON.stringify([charts.map(({ slug }) => slug), query]);
  const page = read.get(key) ?? getPageView(tracker, charts, query);
  read.set(key, page);
  return page;
}
