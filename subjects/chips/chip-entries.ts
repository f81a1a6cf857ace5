/** Chips as entries of a picture by date: names, groups, and what every such picture says. */

import { groups } from 'd3-array';
import { toChipHref, toEvidenceHref, toVendorHref } from '@/address/links';
import type { DetailColumn } from '@/charts/kinds/table';
import type { DatedEntry, DatedGroup, DatedModel, LinePoint } from '@/charts/model';
import { chips } from '@/data/chips/contract';
import type { Orm } from '@/db/orm';
import { getVendorLooks } from '@/db/queries/names';
import { parsePeriod } from '@/units/period';
import type { ChipRow } from './queries';

export const RATES =
  'All rates are dense peaks from data sheets; the sparse rates that vendors print are twice as high and are never mixed in.';
export const PREVIEW =
  'A hollow dot is a vendor’s preview, or a chip whose launch is known only to the year.';
export const RELEASE = 'Dates are releases, often months after the announcement.';

/** For details that say what kind of chip it is. */
export const kindOfChip: DetailColumn = { id: 'kind_of_chip', label: 'Kind of chip' };

/** What pictures of chips have in common; each says the rest. */
export const dated = {
  unit: 'accelerators',
  scale: 'linear',
  valueLabel: 'Value',
  entryLabel: 'Chip',
  groupLabel: 'Vendor',
  columns: [],
  named: true,
  notes: [],
} satisfies Partial<DatedModel>;

/** A chip at its launch, which has to be known. */
export function toEntry(
  chip: ChipRow,
  value: number | null,
  details: DatedEntry['details'],
): DatedEntry {
  return {
    id: chip.chip,
    label: toShortName(chip.name),
    href: toChipHref(chip.chip),
    date: parsePeriod(chip.launch_date!)!,
    value,
    kind: chip.launch_kind === 'preview' ? 'projection' : 'measured',
    details,
    source: chip.source,
    note: chip.note,
    evidence: toEvidenceHref(chips, chip),
  };
}

/** "V100 16 GB" for "Tesla V100 (SXM2 16 GB)": in a picture the rest says little. */
export function toShortName(name: string): string {
  return name
    .replace(/^(GeForce|Tesla|Radeon Instinct|Instinct|Habana) /, '')
    .replace(/^Wafer Scale Engine /, 'WSE-')
    .replace(/ \(SXM\d (\d+ GB)\)$/, ' $1')
    .replace(/ \(.*\)$/, '');
}

/** One group for each vendor, those with most chips first, entries by date. */
export async function groupByVendor(
  orm: Orm,
  entries: readonly { chip: ChipRow; entry: DatedEntry }[],
): Promise<DatedGroup[]> {
  const lookOf = await getVendorLooks(orm);
  return groups(entries, ({ chip }) => chip.vendor)
    .sort(([a, own], [b, other]) => other.length - own.length || a.localeCompare(b))
    .map(([vendor, own]) => ({
      id: vendor,
      ...lookOf(vendor),
      href: toVendorHref(vendor),
      entries: own.map(({ entry }) => entry).sort(byDate),
    }));
}

// With fewer a line is no course of things, and all of them are a web.
const LEAST_BESTS = 4;

/** The groups with a line through whatever was the best of its vendor when it came. */
export function withFrontiers(groups: readonly DatedGroup[]): DatedGroup[] {
  return groups.map((group) => {
    const line: LinePoint[] = [];
    for (const { date, value, kind } of group.entries) {
      if (value === null || value <= (line.at(-1)?.value ?? 0)) continue;
      line.push({ date, value, ...(kind === 'projection' ? { isProjected: true } : {}) });
    }
    return line.length >= LEAST_BESTS ? { ...group, line } : group;
  });
}

export const FRONTIER =
  'Lines lead from best to best of a vendor with several, dashed to a preview.';

/** Oldest first. */
export function byDate(a: DatedEntry, b: DatedEntry): number {
  return a.date.start.localeCompare(b.date.start);
}
