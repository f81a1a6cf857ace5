/** All that is known of one data center. */

import { group } from 'd3-array';
import type { RowOf } from '@/data/contract';
import { dataCenterChips } from '@/data/data-center-chips/contract';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { getChipNames, listSources, type SourceRow } from '@/db/queries/names';
import { type Edition, readEditions, readSites, type Site, type StateRow } from './sites';

type ChipCount = RowOf<typeof dataCenterChips> & { readonly name: string };

/** What an edition says of a day. */
interface StateOfDay {
  readonly edition: string;
  readonly day: string;
  /** The last state up to the day; null where the edition has none. */
  readonly state: StateRow | null;
}

export interface SiteView {
  readonly site: Site;
  /** The state of today in the newest edition; null where it has none. */
  readonly now: StateRow | null;
  /** What is planned, the nearest first; of the newest edition. */
  readonly planned: readonly StateRow[];
  /**
   * What moved: the day of an earlier copy, as that copy and as the newest edition says it, then
   * the day of the newest copy. Empty where fewer than two editions have the site.
   */
  readonly editions: readonly StateOfDay[];
  /** The newest count of each chip that runs, and those that are planned, the most first. */
  readonly chips: readonly ChipCount[];
  readonly sources: readonly SourceRow[];
}

/** Null where no site is called so. */
export async function getSiteView(orm: Orm, slug: string): Promise<SiteView | null> {
  const [sites, editions, counts, chipNames] = await Promise.all([
    readSites(orm),
    readEditions(orm),
    findRows(orm, dataCenterChips, { site: slug }, ['chip', 'date']),
    getChipNames(orm),
  ]);
  const site = sites.find((one) => one.site === slug);
  if (!site) return null;
  const known = editions.filter(({ states }) => states.some((row) => row.site === slug));
  const [newest] = known;
  const rows = newest ? newest.states.filter((row) => row.site === slug) : [];
  const now = newest ? findState(newest, slug, newest.copied) : null;
  const chips = listNewest(counts).map((row) => ({
    ...row,
    name: chipNames.get(row.chip) ?? row.chip,
  }));
  return {
    site,
    now,
    planned: rows.filter(({ kind }) => kind === 'projection'),
    editions: listMoves(known, slug),
    chips,
    sources: await listSources(orm, [
      ...new Set([site, ...rows, ...chips].map(({ source }) => source)),
    ]),
  };
}

function findState({ states }: Edition, site: string, day: string): StateRow | null {
  return states.findLast((row) => row.site === site && row.date <= day) ?? null;
}

function listMoves(known: readonly Edition[], site: string): StateOfDay[] {
  const [newest, ...earlier] = known;
  if (!newest || earlier.length === 0) return [];
  const say = (edition: Edition, day: string): StateOfDay => ({
    ...{ edition: edition.edition, day },
    state: findState(edition, site, day),
  });
  return [
    ...earlier
      .toReversed()
      .flatMap((edition) => [say(edition, edition.copied), say(newest, edition.copied)]),
    say(newest, newest.copied),
  ];
}

/** Of each chip the newest count that is no plan, and the last one planned. */
function listNewest<Row extends { chip: string; kind: string; accelerators: number }>(
  counts: readonly Row[],
): Row[] {
  return [...group(counts, ({ chip, kind }) => `${kind} ${chip}`).values()]
    .flatMap((own) => own.at(-1) ?? [])
    .toSorted((a, b) => a.kind.localeCompare(b.kind) || b.accelerators - a.accelerators);
}
