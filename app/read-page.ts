/** What an address asks of the charts of a page, read once for its head and its body. */
import { cache } from 'react';
import type { Query } from '@/address/parameters';
import type { Tracker } from '@/db/connection';
import { getPageView, type PageView } from '@/views/page-view';
import type { PublishedChart } from '@/views/published-chart';

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
