/** Chips named in AI papers, one edition of the index at a time: what its charts share. */

import type { Choice } from '@/address/choices';
import type { Point } from '@/charts/model';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import type { Orm } from '@/db/orm';
import { type Edition, toEditions } from '@/db/queries/editions';
import { formatDate, parsePeriod } from '@/units/period';
import { toRowFigure } from '@/views/row-figures';
import { listPaperEditions, type PaperRow } from './queries';

/** The newest is offered; an earlier one, which an address may name, is the same as of its day. */
export const editionChoice: Choice = {
  label: 'Edition',
  control: 'links',
  list: async (orm) =>
    (await listPaperEditions(orm)).map((row, place) => ({
      value: row.edition,
      label: formatDate((row.data_as_of ?? row.published_on ?? row.edition).slice(0, 7)),
      ...(place === 0 ? {} : { isListed: false }),
    })),
};

/** The editions whose counts are known as a whole, the oldest first. */
export const listCountEditions = async (orm: Orm): Promise<readonly Edition[]> =>
  toEditions(
    (await listPaperEditions(orm)).map((row) => ({ ...row, value: row.edition })),
    'edition',
  );

export const PAPERS_READING = [
  'The State of AI Compute Index counts open-source AI papers that cite the use of a chip. A paper that names two chips counts for both, and chips the index does not list are not in it: these are mentions, not distinct papers.',
  'The current year of each edition is extrapolated by the publisher: it is drawn hollow and dashed. Later editions revise it. Editions are never added together.',
];

/** What a count by vendor must not be quoted without. */
export const MENTIONS = 'Mentions, not papers: a paper that names two chips counts twice.';

export const PROJECTED = 'Dashed: the publisher’s projection of an unfinished year.';

/** Yearly points; the index also prints part-years, which are other samples. */
export function toYearlyPoints(rows: readonly PaperRow[]): Point[] {
  return rows
    .filter(({ period }) => /^\d{4}$/.test(period))
    .map((row) => ({
      period: parsePeriod(row.period)!,
      value: row.papers,
      ...toRowFigure(chipUsageInPapers, row),
    }));
}

/** Groups that hold no other series of the picture; single startups are in `startups`. */
export const VENDOR_TOTALS = [
  'nvidia',
  'google',
  'apple',
  'amd',
  'huawei',
  'startups',
  'asic',
  'fpga',
];

/** Whether a row is the whole of a vendor, or of the group that stands for several. */
export function isVendorTotal({ series, vendor }: PaperRow): boolean {
  const isOwnSeries = series === vendor || vendor === 'huawei';
  return isOwnSeries && VENDOR_TOTALS.includes(vendor);
}
