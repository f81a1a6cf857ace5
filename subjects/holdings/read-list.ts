/**
 * Lists of holders with their rows, read once per snapshot: choices, rankings and
 * comparisons of one page all ask for the same few.
 */
import type { Orm } from '@/db/connection';
import { buildChipTree, type ChipTree } from '../chips/chip-tree';
import { listChips } from '../chips/queries';
import { toListSlug, WHOLE_FLEETS } from './holder-lists';
import { type HolderList, listHolderLists, listHoldings, type NamedHolding } from './queries';

interface Known {
  lists?: Promise<HolderList[]>;
  tree?: Promise<ChipTree>;
  readonly rows: Map<string, Promise<NamedHolding[]>>;
}

// A connection lives as long as its snapshot, and takes this with it.
const known = new WeakMap<Orm, Known>();

function recall(orm: Orm): Known {
  const found = known.get(orm) ?? { rows: new Map() };
  known.set(orm, found);
  return found;
}

export function readLists(orm: Orm): Promise<HolderList[]> {
  const memory = recall(orm);
  memory.lists ??= listHolderLists(orm);
  return memory.lists;
}

export function readChipTree(orm: Orm): Promise<ChipTree> {
  const memory = recall(orm);
  memory.tree ??= listChips(orm).then(buildChipTree);
  return memory.tree;
}

export async function findList(orm: Orm, slug: string): Promise<HolderList> {
  const list = (await readLists(orm)).find((one) => toListSlug(one) === slug);
  if (!list) throw new Error(`There is no list of holders "${slug}".`);
  return list;
}

/** The rows of a list, largest first. */
export async function readHoldings(orm: Orm, slug: string): Promise<NamedHolding[]> {
  const list = await findList(orm, slug);
  const { rows } = recall(orm);
  const found = rows.get(slug) ?? listHoldings(orm, list);
  rows.set(slug, found);
  return found;
}

/**
 * The list to begin with: the one that covers whole fleets, however old; without it the
 * newest edition that is known as a whole, else the first there is.
 */
export async function readDefaultList(orm: Orm): Promise<string> {
  const lists = await readLists(orm);
  const whole = lists.find(({ family }) => family === WHOLE_FLEETS);
  const [newest] = await listCompleteEditions(orm);
  const list = whole ?? newest ?? lists[0];
  return list ? toListSlug(list) : '';
}

/** Editions whose list of holders is known as a whole, newest first. */
export async function listCompleteEditions(orm: Orm): Promise<HolderList[]> {
  const lists = await readLists(orm);
  return lists.filter(
    ({ family, completeness }) => family === 'index-edition' && completeness === 'complete',
  );
}
