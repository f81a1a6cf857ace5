/** Every claim leads somewhere: each address next to it opens what it names. */
import { beforeAll, describe, expect, test } from 'vitest';
import { listParameters } from '@/address/href';
import { toEventHref, toEvidenceHref, toSystemHref } from '@/address/links';
import { getEvidence } from '@/catalog/evidence';
import { getPublishedChart, publishedCharts } from '@/catalog/published';
import { listFigures } from '@/charts/model';
import { articleClaims } from '@/data/article-claims/contract';
import { events } from '@/data/events/contract';
import { findRows } from '@/db/find-rows';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { type CheckedClaim, getArticleView } from '@/subjects/article/article-view';
import { listReactions } from '@/subjects/article/reactions';
import { getCalculator, listPresets } from '@/subjects/calculators/calculators';
import { listSystems } from '@/subjects/chips/queries';
import { listKnownNames } from '@/subjects/names/known-names';
import { getChartView } from '@/views/chart-view';
import { sitePages } from '../site-pages';

const tracker = openFrozenData();
let claims: readonly CheckedClaim[];
let anchors: ReadonlySet<string>;

beforeAll(async () => {
  const { orm } = tracker;
  const [view, names, systems, reactions, happened] = await Promise.all([
    getArticleView(tracker, getPublishedChart),
    listKnownNames(orm),
    listSystems(orm),
    listReactions(orm),
    findRows(orm, events, {}, ['event']),
  ]);
  claims = view.claims;
  anchors = new Set([
    ...names.map(({ href }) => href),
    ...systems.map(({ system }) => toSystemHref(system)),
    ...reactions.map(({ id }) => `/article#${id}`),
    ...happened.map(({ event }) => toEventHref(event)),
  ]);
});

function listAddresses({ row, says, said_by, about, ...claim }: CheckedClaim): string[] {
  const { finding, chinese_text, printed, today, models } = claim;
  const links = [...says, ...said_by, ...(finding ?? []), ...(chinese_text ?? []), ...about];
  const hrefs = [...links, ...printed, ...today, ...models].flatMap(({ href }) => href ?? []);
  return [...new Set([toEvidenceHref(articleClaims, row), ...hrefs])];
}

/** Why an address does not open what it names; null where it does. */
async function findFault(href: string): Promise<string | null> {
  if (anchors.has(href)) return null;
  const { pathname, search, hash } = new URL(href, 'http://localhost');
  const query = Object.fromEntries(listParameters(search));
  const [, section = '', slug = '', key = ''] = pathname.split('/').map(decodeURIComponent);
  if (hash) return `nothing is at ${hash}`;
  switch (section) {
    case 'charts':
      return findChartFault(slug, query);
    case 'evidence':
      return (await getEvidence(tracker, slug, key)) ? null : 'there is no such row';
    case 'calculators': {
      const calculator = getCalculator(slug);
      const presets = calculator ? await listPresets(tracker, calculator) : [];
      const wanted = query.preset ?? presets[0]?.slug;
      return presets.some((preset) => preset.slug === wanted) ? null : 'there is no such preset';
    }
    default: {
      if (!sitePages.some((page) => page.href === pathname)) return 'there is no such page';
      const readers = publishedCharts.filter(({ choices }) =>
        Object.keys(query).every((name) => name in choices),
      );
      return search === '' ? null : findChartFault(readers[0]?.slug ?? '', query);
    }
  }
}

async function findChartFault(slug: string, query: Record<string, string>) {
  const chart = getPublishedChart(slug);
  if (!chart) return 'there is no such chart';
  const { view, corrections } = await getChartView(tracker, chart, query);
  if (corrections.length > 0) return `${corrections[0]?.parameter} is not understood`;
  return listFigures(view.model).length > 0 ? null : 'the chart is empty';
}

describe('each address next to a claim opens what it names', () => {
  test('of all claims', async () => {
    const faults = await Promise.all(
      claims.flatMap((claim) =>
        listAddresses(claim).map(async (href) => {
          const fault = await findFault(href);
          return fault === null ? [] : `${claim.row.claim} ${href}: ${fault}`;
        }),
      ),
    );
    expect(claims.length).toBeGreaterThan(60);
    expect(faults.flat()).toEqual([]);
  });

  test.each([
    ['/charts/market-share?market=moon', 'market is not understood'],
    ['/charts/gone', 'there is no such chart'],
    ['/evidence/article-claims/claim-999', 'there is no such row'],
    ['/calculators/training?preset=gone', 'there is no such preset'],
    ['/timeline?event=gone#gone', 'nothing is at #gone'],
    ['/chips/gone', 'there is no such page'],
  ])('%s would be noticed', async (href, fault) => {
    expect(await findFault(href)).toBe(fault);
  });
});
