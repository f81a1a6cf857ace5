/** The largest holders of a vendor's chips, on one list: lists are never added. */
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { Orm } from '@/db/connection';
import type { HolderList } from '@/db/queries/holdings';
import { toEvidenceHref, toRowsHref } from '../evidence-address';
import { type Family, toListSlug } from '../holder-lists';
import { NO_FILTER } from '../holdings/filter';
import { buildRanking, type Holder } from '../holdings/ranking';
import { readChipTree, readLists, readRows } from '../holdings/read-list';

export interface VendorHolders {
  readonly list: HolderList;
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
  /** The row, or the rows that were added. */
  readonly evidence: string;
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
    const holders = list ? await rankHolders(orm, list, vendor) : [];
    if (!list || holders.length === 0) continue;
    const largest = holders.slice(0, SHOWN).map((one) => toHolder(one, list));
    return { list, largest, count: holders.length };
  }
  return null;
}

async function rankHolders(orm: Orm, list: HolderList, vendor: string) {
  const rows = await readRows(orm, toListSlug(list));
  return buildRanking({
    rows: rows.filter(({ chip_vendor }) => chip_vendor === vendor),
    tree: await readChipTree(orm),
    addable: true,
    filter: { ...NO_FILTER, status: 'operational' },
    group: 'organization',
    unit: 'count',
    minimum: 0,
  }).holders;
}

function toHolder({ rows, value }: Holder, { family, edition }: HolderList): VendorHolder {
  const [first] = rows;
  const chips = new Map(rows.map(({ chip, chip_name }) => [chip, chip_name]));
  const { organization, organization_name: name, status } = first;
  return {
    organization,
    name,
    accelerators: value,
    chips: [...chips].map(([chip, chipName]) => ({ chip, name: chipName })),
    as_of: rows.map(({ as_of }) => as_of).reduce((a, b) => (a > b ? a : b)),
    evidence:
      rows.length === 1
        ? toEvidenceHref(gpuHoldings, first)
        : toRowsHref(gpuHoldings, { organization, status, family, edition }),
  };
}
