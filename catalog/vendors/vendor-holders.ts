/** The largest holders of a vendor's chips, on one list: lists are never added. */
import type { Orm } from '@/db/connection';
import type { HolderList, NamedHolding } from '@/db/queries/holdings';
import { type Family, toListSlug } from '../holder-lists';
import { toCountedHref } from '../holdings/counted-rows';
import { NO_FILTER } from '../holdings/filter';
import { buildRanking, type Holder } from '../holdings/ranking';
import { readChipTree, readDefaultList, readLists, readRows } from '../holdings/read-list';

export interface VendorHolders {
  readonly list: HolderList;
  /** Its parameter value; null where it is the list that is shown anyway. */
  readonly parameter: string | null;
  /** Largest first, each machine once; operational ones alone. */
  readonly largest: readonly VendorHolder[];
  /** How many holders the list names in all. */
  readonly count: number;
}

export interface VendorHolder {
  readonly organization: string;
  readonly name: string;
  readonly accelerators: number;
  readonly chips: readonly { readonly chip: string; readonly name: string }[];
  /** The newest day of its rows. */
  readonly as_of: string;
  /** The row, or the rows that were added; null where no address shows them alone. */
  readonly evidence: string | null;
}

const SHOWN = 10;

/** Lists that count each machine once, the one to be asked first in front. */
const families: readonly Family[] = ['index-edition', 'epoch-owners', 'epoch-clusters'];

/**
 * From the newest whole edition of the index; where that names none, from the model of
 * owners, else from the clusters. Null where none of them does.
 */
export async function getVendorHolders(orm: Orm, vendor: string): Promise<VendorHolders | null> {
  // Editions come newest first.
  const lists = (await readLists(orm)).filter(({ completeness }) => completeness !== 'partial');
  for (const family of families) {
    const list = lists.find((one) => one.family === family);
    if (!list) continue;
    const slug = toListSlug(list);
    const rows = await readRows(orm, slug);
    const holders = await rankHolders(orm, rows, vendor);
    if (holders.length === 0) continue;
    const largest = holders.slice(0, SHOWN).map((one) => toHolder(one, rows));
    const parameter = slug === (await readDefaultList(orm)) ? null : slug;
    return { list, parameter, largest, count: holders.length };
  }
  return null;
}

async function rankHolders(orm: Orm, rows: readonly NamedHolding[], vendor: string) {
  return buildRanking({
    rows: rows.filter(({ chip_vendor }) => chip_vendor === vendor),
    list: rows,
    tree: await readChipTree(orm),
    addable: true,
    filter: { ...NO_FILTER, status: 'operational' },
    group: 'organization',
    unit: 'count',
    minimum: 0,
  }).holders;
}

function toHolder({ rows, value }: Holder, list: readonly NamedHolding[]): VendorHolder {
  const [first] = rows;
  const chips = new Map(rows.map(({ chip, chip_name }) => [chip, chip_name]));
  const { organization, organization_name: name } = first;
  return {
    organization,
    name,
    accelerators: value,
    chips: [...chips].map(([chip, chipName]) => ({ chip, name: chipName })),
    as_of: rows.map(({ as_of }) => as_of).reduce((a, b) => (a > b ? a : b)),
    evidence: toCountedHref(rows, list),
  };
}
