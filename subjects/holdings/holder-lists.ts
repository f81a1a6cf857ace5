/**
 * Lists of holders: an edition of the index, or another family of sources. One list at a
 * time; what may be added within it, and what must not. Their rows are read once per
 * snapshot: choices, rankings and comparisons of one page all ask for the same few.
 */
import { toLabels } from '@/data/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { Orm } from '@/db/orm';
import { type Edition, toEditions } from '@/db/queries/editions';
import { formatDate } from '@/units/period';
import { buildChipTree, type ChipTree } from '../chips/chip-tree';
import { listChips } from '../chips/queries';
import {
  type HolderList,
  type HoldingRow,
  listHolderLists,
  listHoldings,
  type NamedHolding,
} from './queries';

export type Family = HoldingRow['family'];

export const families = toLabels(gpuHoldings.columns.family);

/**
 * The family that answers who holds the most, chosen by what it covers: it alone counts
 * the whole fleets of the largest owners, each machine once and in one unit. However
 * new an edition of another list is, it does not take its place.
 */
export const WHOLE_FLEETS = 'epoch-owners' satisfies Family;

/** Sorts the family of whole fleets before all others, which it leaves as they are. */
export const byCoverage = (a: Family, b: Family): number =>
  Number(b === WHOLE_FLEETS) - Number(a === WHOLE_FLEETS);

interface ListFamily {
  /** What it covers and what it leaves out: said wherever it is ranked. */
  readonly covers: string;
  /** What it lacks most, in a few words for subtitles and sentences. */
  readonly lacks?: string;
  /** How a sentence begins that speaks of it: "By Epoch AI’s model, Google …". */
  readonly among: string;
  /** Whether it counts each machine once, so that an organization's rows may be added. */
  readonly isAddable: boolean;
  /** In which it is shown unless another is asked for. */
  readonly unit: 'count' | 'h100e-stated';
}

const single = { among: 'On this list', isAddable: false, unit: 'count' } as const;

export const listFamilies: Readonly<Record<Family, ListFamily>> = {
  'index-edition': {
    covers:
      'Clusters that became public, as Air Street Capital’s State of AI index counts them. Clouds’ own totals are not in it, so the largest fleets stand far too low or not at all.',
    lacks: 'clouds’ own totals not included',
    among: 'Among publicly documented clusters',
    isAddable: true,
    unit: 'count',
  },
  'index-notes': {
    ...single,
    covers:
      'What the State of AI index prints next to its bars: tenants, and Chinese owners that it does not chart.',
  },
  // Without their earlier phases.
  'epoch-clusters': {
    covers: 'Single clusters that became known to Epoch AI; whole fleets are larger.',
    lacks: 'whole fleets not included',
    among: 'Among single clusters that Epoch AI knows',
    isAddable: true,
    unit: 'count',
  },
  // It splits each owner's deliveries by chip.
  'epoch-owners': {
    covers:
      'Epoch AI models deliveries to the largest owners; nothing is retired. The rest of the world is in its remainders “Other” and “China”, which are not organizations and are not ranked; CoreWeave and xAI are parts of “Other”.',
    lacks: 'rest of the world not ranked',
    among: 'By Epoch AI’s model',
    isAddable: true,
    unit: 'h100e-stated',
  },
  // The newest count of each chip at each site.
  'epoch-data-centers': {
    covers:
      'Chips at the large data centers that Epoch AI watches, by owner of the site or of the chips where it is known. Most counts follow from power. Smaller sites are not in it.',
    lacks: 'smaller sites not included',
    among: 'Among the large data centers that Epoch AI watches',
    isAddable: true,
    unit: 'h100e-stated',
  },
  'epoch-fleet-totals': {
    ...single,
    covers:
      'Whole fleets, rounded by the press and in Epoch AI’s analyses. What tenants use counts machines of their hosts again.',
    unit: 'h100e-stated',
  },
  'omdia-purchases': {
    ...single,
    covers: 'What Omdia estimates was bought in one year, not what stands there.',
  },
  'gpus-per-student': {
    ...single,
    covers: 'University clusters that GPUsPerStudent collected.',
  },
  statement: { ...single, covers: 'Single statements of owners and of the press.' },
};

export const statuses = toLabels(gpuHoldings.columns.status);

export const categories = toLabels(gpuHoldings.columns.category);

/**
 * The parameter value of a list: the edition's slug, or the family's. What an
 * edition prints next to its bars is a list of its own.
 */
export function toListSlug({
  family,
  edition,
}: {
  family: Family;
  edition: string | null;
}): string {
  if (edition === null) return family;
  return family === 'index-edition' ? edition : `${edition}-notes`;
}

interface Named {
  readonly family: Family;
  readonly edition: string | null;
}

/** "State of AI index of publicly documented clusters, Aug 2026", or the family's name. */
export function formatList(list: Named): string {
  const name = families[list.family];
  return list.edition === null ? name : `${name}, ${formatEdition(list)}`;
}

/** "Aug 2026": an edition where the list is named next to it. */
export function formatEdition({ edition }: Named): string {
  const parts = /^soai-(\d{4}-\d{2}(?:-\d{2})?)(-v0)?$/.exec(edition ?? '');
  return parts ? `${formatDate(parts[1]!)}${parts[2] ? ', first chart' : ''}` : (edition ?? '');
}

/** Whether a list counts what was bought in a year, not what stands there. */
export function isOfPurchases(rows: readonly Pick<HoldingRow, 'counts'>[]): boolean {
  return rows.length > 0 && rows.every(({ counts }) => counts === 'yearly-purchases');
}

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
  if (!list) throw new Error(`There is no list "${slug}".`);
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

/**
 * The editions that count the same as the list of this slug, the oldest first: those that list
 * all chips. The charts of 2022 to 2024 show one chip and are lists of their own.
 */
export async function listSameEditions(orm: Orm, slug: string): Promise<readonly Edition[]> {
  const same = (await listCompleteEditions(orm))
    .filter(({ chips }) => chips > 1)
    .map((list) => ({ value: toListSlug(list), published_on: list.published_on }));
  return same.some(({ value }) => value === slug) ? toEditions(same, 'list') : [];
}
