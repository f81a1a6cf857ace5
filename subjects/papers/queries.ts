/** Chips named in AI papers, by index edition, and in notable models. */
import { and, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { chips } from '@/data/chips/contract';
import { chipsInNotableModels } from '@/data/chips-in-notable-models/contract';
import type { RowOf } from '@/data/contract';
import { indexEditions } from '@/data/index-editions/contract';
import { notableModelCoverage } from '@/data/notable-model-coverage/contract';
import { vendors } from '@/data/vendors/contract';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { toTable, upward } from '@/db/to-table';
import type { EditionRow } from '../holdings/queries';

export type PaperRow = RowOf<typeof chipUsageInPapers>;
type CoverageRow = RowOf<typeof notableModelCoverage>;

const papers = toTable(chipUsageInPapers);
const models = toTable(chipsInNotableModels);
const chipTable = toTable(chips);
const vendorTable = toTable(vendors);

/** Editions whose figures on papers are complete, newest first. */
export async function listPaperEditions(orm: Orm): Promise<EditionRow[]> {
  const complete = { papers_numbers: 'complete' } as const;
  return findRows(orm, indexEditions, complete, ['-published_on', '-edition']);
}

/** One edition's counts, oldest year first. Editions are never added. */
export async function listPaperCounts(orm: Orm, edition: string): Promise<PaperRow[]> {
  return findRows(orm, chipUsageInPapers, { edition }, ['period_start', 'period_end', 'series']);
}

interface ModelChipRow {
  readonly year: number;
  readonly chip: string;
  readonly name: string;
  readonly vendor: string;
  /** null: not known. */
  readonly launch_date: string | null;
  readonly models: number;
  readonly source: string;
}

/** How many notable models name each chip, by year of publication and chip. */
export async function listChipsInNotableModels(orm: Orm): Promise<ModelChipRow[]> {
  return orm
    .select({
      year: models.year,
      chip: models.chip,
      name: chipTable.name,
      vendor: chipTable.vendor,
      launch_date: chipTable.launch_date,
      models: models.models,
      source: models.source,
    })
    .from(models)
    .innerJoin(chipTable, eq(models.chip, chipTable.chip))
    .orderBy(upward(models.year), upward(models.chip));
}

/** How many notable models name any hardware at all, by year. */
export async function listModelCoverage(orm: Orm): Promise<CoverageRow[]> {
  return findRows(orm, notableModelCoverage, {}, ['year']);
}

/** A count with the chip's name, null for the total of a vendor, and the vendor's. */
export type NamedPaperCount = PaperRow & {
  readonly chip_name: string | null;
  readonly vendor_name: string;
};

/** The newest complete edition's yearly counts of these chips, oldest year first, then by chip. */
export async function listPapersOfChips(
  orm: Orm,
  chipSlugs: readonly string[],
): Promise<NamedPaperCount[]> {
  return listNewestCounts(orm, inArray(papers.chip, [...chipSlugs]));
}

/** The same for vendors: their totals, where there are such, and their chips. */
export async function listPapersOfVendors(
  orm: Orm,
  vendors: readonly string[],
): Promise<NamedPaperCount[]> {
  return listNewestCounts(orm, inArray(papers.vendor, [...vendors]));
}

async function listNewestCounts(orm: Orm, chosen: SQL): Promise<NamedPaperCount[]> {
  const [newest] = await listPaperEditions(orm);
  if (!newest) return [];
  return (
    orm
      .select({
        ...getTableColumns(papers),
        chip_name: chipTable.name,
        vendor_name: vendorTable.name,
      })
      .from(papers)
      .leftJoin(chipTable, eq(papers.chip, chipTable.chip))
      .innerJoin(vendorTable, eq(papers.vendor, vendorTable.vendor))
      // Spans of months are another sample and no year.
      .where(and(eq(papers.edition, newest.edition), chosen, sql`length(${papers.period}) = 4`))
      .orderBy(upward(papers.period), upward(papers.series))
  );
}
