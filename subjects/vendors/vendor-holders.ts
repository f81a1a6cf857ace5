/** The largest holders of a vendor's chips, on one list: lists are never added. */
import type { Orm } from '@/db/orm';
import { toCountedHref } from '../holdings/exclusion';
import { NO_FILTER } from '../holdings/filter';
import {
  type Family,
  listFamilies,
  readChipTree,
  readDefaultList,
  readHoldings,
  readLists,
  toListSlug,
  WHOLE_FLEETS,
} from '../holdings/holder-lists';
import { formatAmountInRange } from '../holdings/holder-words';
import type { HolderList, NamedHolding } from '../holdings/queries';
import { buildRanking, type Holder } from '../holdings/ranking';

export interface VendorHolderList {
  readonly list: HolderList;
  /** Its parameter value; null where it is the list that is shown anyway. */
  readonly parameter: string | null;
  /** Whether each holder's figures are one sum; else every figure stands by itself. */
  readonly added: boolean;
  /** Largest first, each machine once; operational ones alone. */
  readonly largest: readonly VendorHolder[];
  /** How many holders, or figures where they are not added, the list names in all. */
  readonly count: number;
}

interface VendorHolder {
  /** Of the holder, or of the figure where they are not added. */
  readonly key: string;
  readonly organization: string;
  readonly name: string;
  readonly accelerators: number;
  /** The same for people, with their range where the list gives one. */
  readonly amount: string;
  readonly chips: readonly { readonly chip: string; readonly name: string }[];
  /** The newest day of its rows. */
  readonly as_of: string;
  /** The row, or the rows that were added; null where no address shows them alone. */
  readonly evidence: string | null;
}

const SHOWN = 10;

/**
 * The list to be asked first in front. The first three count each machine once; of the
 * others a figure stands by itself.
 */
const families: readonly Family[] = [
  WHOLE_FLEETS,
  'index-edition',
  'epoch-clusters',
  'index-notes',
  'statement',
  'epoch-fleet-totals',
  'omdia-purchases',
  'gpus-per-student',
];

/**
 * From the list of whole fleets; where that names none, from the list next in order,
 * whole ones before parts. Null only where no list names a holder.
 */
export async function getVendorHolders(orm: Orm, vendor: string): Promise<VendorHolderList | null> {
  for (const list of sortLists(await readLists(orm))) {
    const slug = toListSlug(list);
    const rows = await readHoldings(orm, slug);
    const holders = await rankHolders(orm, { list, rows, vendor });
    if (holders.length === 0) continue;
    const parameter = slug === (await readDefaultList(orm)) ? null : slug;
    const largest = holders.slice(0, SHOWN).map((one) => toHolder(one, rows));
    return {
      list,
      parameter,
      added: listFamilies[list.family].isAddable,
      largest,
      count: holders.length,
    };
  }
  return null;
}

/** Of each family the editions newest first, as they come; lists known in part after all others. */
function sortLists(lists: readonly HolderList[]): HolderList[] {
  const isPart = ({ family, completeness }: HolderList) =>
    Number(family === 'index-edition' && completeness === 'partial');
  return lists.toSorted(
    (a, b) => isPart(a) - isPart(b) || families.indexOf(a.family) - families.indexOf(b.family),
  );
}

async function rankHolders(
  orm: Orm,
  { list, rows, vendor }: { list: HolderList; rows: readonly NamedHolding[]; vendor: string },
) {
  return buildRanking({
    rows: rows.filter(({ chip_vendor }) => chip_vendor === vendor),
    list: rows,
    tree: await readChipTree(orm),
    addable: listFamilies[list.family].isAddable,
    filter: { ...NO_FILTER, status: 'operational' },
    group: 'organization',
    unit: 'count',
    minimum: 0,
  }).holders;
}

function toHolder(holder: Holder, list: readonly NamedHolding[]): VendorHolder {
  const { key, rows } = holder;
  const [first] = rows;
  const chips = new Map(rows.map(({ chip, chip_name }) => [chip, chip_name]));
  const { organization, organization_name: name } = first;
  return {
    key,
    organization,
    name,
    accelerators: holder.value,
    amount: formatAmountInRange(holder, 'accelerators'),
    chips: [...chips].map(([chip, chipName]) => ({ chip, name: chipName })),
    as_of: rows.map(({ as_of }) => as_of).reduce((a, b) => (a > b ? a : b)),
    evidence: toCountedHref(rows, list),
  };
}
