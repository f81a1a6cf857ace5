/** Everything a comparison of organizations shows beside its lines. */
import type { Orm } from '@/db/connection';
import { compareInLists, type ListComparison } from './compare';
import { type Compared, describeDifferences } from './differences';
import { toListSlug, WHOLE_FLEETS } from './holder-lists';
import { listHoldingsOfOrganization, listOrganizations } from './queries';
import { findList, listCompleteEditions, readChipTree, readRows } from './read-list';

export interface ComparisonView {
  readonly organizations: readonly Compared[];
  readonly lists: readonly ListComparison[];
  /** What differs, in sentences. */
  readonly differences: readonly string[];
}

/** Organizations in the order given; first the list of whole fleets, then the newest whole edition and Epoch's clusters. */
export async function getComparison(orm: Orm, slugs: readonly string[]): Promise<ComparisonView> {
  const [all, tree, editions] = await Promise.all([
    listOrganizations(orm),
    readChipTree(orm),
    listCompleteEditions(orm),
  ]);
  const newest = editions[0] ? [toListSlug(editions[0])] : [];
  const lists = await Promise.all(
    [WHOLE_FLEETS, ...newest, 'epoch-clusters'].map(async (slug) => ({
      list: await findList(orm, slug),
      rows: await readRows(orm, slug),
    })),
  );
  const organizations = await Promise.all(
    slugs.map(async (slug) => ({
      slug,
      name: all.find(({ organization }) => organization === slug)?.name ?? slug,
      rows: await listHoldingsOfOrganization(orm, slug),
    })),
  );
  const compared = compareInLists(slugs, lists, tree);
  return {
    organizations,
    lists: compared,
    differences: describeDifferences(organizations, compared),
  };
}
