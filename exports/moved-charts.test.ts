import { describe, expect, it, test } from 'vitest';
import { toHref } from '@/address/href';
import { findMovedAddress, movedSlugs } from '@/catalog/moved-charts';
import { getPublishedChart } from '@/catalog/published';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { answerChart } from './chart-answer';
import { answerDataset } from './dataset-answer';
import { answerEmbed } from './embed/embed-answer';
import { answerOEmbed } from './embed/oembed';
import { listFormats } from './formats';
import { toSiteOrigin } from './site';

const tracker = openFrozenData();

test.each([
  [
    '/charts/market-concentration?whole=jpr-aib-desktop',
    '/charts/market-share?market=jpr-aib-desktop',
  ],
  [
    '/embed/nvidia-data-center-growth?theme=dark',
    '/embed/nvidia-data-center-revenue?view=growth-year&theme=dark',
  ],
  [
    '/charts/nvidia-share-of-papers.png?edition=2026-06&size=slide',
    '/charts/papers-by-vendor.png?stack=percent&edition=2026-06&size=slide',
  ],
  [
    '/charts/nvidia-recast-platforms.csv',
    '/charts/nvidia-revenue-by-segment.csv?split=recast-q2-fy27',
  ],
  [
    '/charts/nvidia-recast-platforms?basis=as-first-reported',
    '/charts/nvidia-revenue-by-segment?split=as-first-reported',
  ],
  [
    '/charts/chip-half-life?snapshot=0123456789ab',
    '/charts/papers-by-nvidia-chip?snapshot=0123456789ab',
  ],
  ['/charts/event-timeline?vendor=nvidia', '/timeline?vendor=nvidia'],
  [
    '/charts/event-timeline.csv?vendor=nvidia&snapshot=0123456789ab',
    '/datasets/events.csv?snapshot=0123456789ab',
  ],
  ['/charts/event-timeline.svg?theme=dark', '/charts/export-controls.svg?theme=dark'],
  ['/charts/chip-half-life/model', '/charts/papers-by-nvidia-chip/model'],
])('%s leads to %s', (from, to) => {
  const { pathname, searchParams } = new URL(from, 'http://any.example');
  expect(findMovedAddress(pathname, [...searchParams])).toBe(to);
});

test('an address of no chart that moved leads nowhere else', () => {
  expect(findMovedAddress('/charts/market-share', [])).toBeNull();
  expect(findMovedAddress('/charts/constructor', [])).toBeNull();
  expect(findMovedAddress('/datasets/market-concentration', [])).toBeNull();
});

describe.each(movedSlugs)('%s', (slug) => {
  it('is published no more', () => {
    expect(getPublishedChart(slug)).toBeNull();
  });

  it.each(listFormats('chart').map(({ extension }) => extension))(
    'as .%s answers from where it went',
    async (extension) => {
      const snapshot = { snapshot: tracker.snapshot.id };
      const request = toRequest(toHref(`/charts/${slug}.${extension}`, snapshot));
      const moved = await answerChart(request, tracker, { slug, extension });
      expect(moved.status).toBe(308);
      const location = moved.headers.get('location')!;
      expect(location).toContain(`snapshot=${tracker.snapshot.id}`);
      const [, kind, name] = location.match(/^\/(charts|datasets)\/([a-z-]+)\./)!;
      const file = { slug: name!, extension };
      const live = toRequest(location.replace(/[?&]snapshot=[^&]*/, ''));
      const answer = kind === 'charts' ? answerChart : answerDataset;
      expect((await answer(live, tracker, file)).status).toBe(200);
    },
  );

  it('embedded, and asked for by oEmbed, answers from where it went', async () => {
    const moved = await answerEmbed(toRequest(`/embed/${slug}?theme=dark`), tracker, slug);
    expect(moved.status).toBe(308);
    const location = moved.headers.get('location')!;
    const name = location.match(/^\/embed\/([a-z-]+)/)![1]!;
    expect((await answerEmbed(toRequest(location), tracker, name)).status).toBe(200);
    const url = encodeURIComponent(`${toSiteOrigin()}/charts/${slug}`);
    const about = await answerOEmbed(toRequest(`/oembed?url=${url}`));
    expect((await about.json()).html).toContain(`/embed/${name}`);
  });
});

const toRequest = (path: string) => new Request(new URL(path, 'http://localhost'));
