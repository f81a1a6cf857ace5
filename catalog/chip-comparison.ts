/**
 * Two to four chips side by side: what they can do, what they cost to buy and to rent, who has
 * most of them, how many papers name them.
 */
import type { Choices } from '@/address/choices';
import { toChipHref, toEvidenceHref } from '@/address/links';
import { readNames } from '@/address/names';
import type { RankModel } from '@/charts/model';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { chips } from '@/data/chips/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { listOrigins } from '@/data/sources/origins';
import type { Orm } from '@/db/orm';
import { listSources } from '@/db/queries/names';
import { toShortName } from '@/subjects/chips/chip-entries';
import { isDescribed } from '@/subjects/chips/chip-measures';
import { listChips, listVariants } from '@/subjects/chips/queries';
import { findLargestOfChips } from '@/subjects/holdings/queries';
import { listPapersOfChips } from '@/subjects/papers/queries';
import { listNewestRents } from '@/subjects/prices/queries';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toFigureKind } from '@/views/row-figures';
import { type Chip, readChip, readSpecification, SPECIFICATIONS } from './answers/chip-answers';

export const MOST_CHIPS = 4;

/** Which chips an address names. */
export const comparedChips = {
  chips: {
    label: 'Chips',
    dataset: 'chips',
    kind: 'chip',
    most: MOST_CHIPS,
    control: 'search',
    preferred: 'h100~mi300x',
    list: async (orm) => {
      const all = await listChips(orm);
      const models = new Set(all.filter(isDescribed).map(({ parent }) => parent));
      return all
        .filter((chip) => isDescribed(chip) || models.has(chip.chip))
        .map(({ chip, name }) => ({ value: chip, label: name }));
    },
  },
} satisfies Choices;

interface ComparedCell {
  readonly text: string;
  /** Where the figure's own row stands. */
  readonly href: string | null;
}

interface ChipComparison {
  readonly chips: readonly {
    readonly chip: string;
    readonly name: string;
    readonly href: string;
  }[];
  /** In the order of the chips; null: no source says. */
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly (ComparedCell | null)[];
  }[];
  /** Each specification as a multiple of that of the first chip. */
  readonly picture: RankModel;
  /** The answer in one sentence. */
  readonly finding: string;
  readonly sources: string;
}

/** The chips in the order asked for; slugs that exist. */
export async function getChipComparison(
  orm: Orm,
  slugs: readonly string[],
): Promise<ChipComparison> {
  const names = await readNames(orm);
  const all = await Promise.all(
    slugs.map((row) =>
      readChip(orm, { row, name: names.nameOf('chips', row), href: toChipHref(row) }),
    ),
  );
  const sources = await listSources(
    orm,
    all.flatMap((chip) => chip.rows.flatMap(({ source }) => source ?? [])),
  );
  const shown = all.map(({ named: { row, name, href } }) => ({
    ...{ chip: row, href },
    name: toShortName(name),
  }));
  const specifications = SPECIFICATIONS.map((one) => ({
    label: one.label,
    cells: all.map((chip): ComparedCell | null => {
      const text = readSpecification(chip, one);
      const row = chip.rows.find((own) => one.read(own) !== null);
      return text && row ? { text, href: toEvidenceHref(chips, row) } : null;
    }),
  }));
  const market = await Promise.all([
    readRow('Rental price an hour, on demand, newest', slugs, (slug) => readRent(orm, slug)),
    readRow('Largest known count of one owner', slugs, (slug) => readHolder(orm, slug)),
    readRow('AI papers that name it', slugs, (slug) => readPapers(orm, slug)),
  ]);
  const rows = [...specifications, ...market].filter(({ cells }) => cells.some(Boolean));
  return {
    chips: shown,
    rows,
    picture: buildPicture(all, shown),
    finding: describe(all, shown),
    sources: listOrigins(sources).join('; '),
  };
}

async function readRow(
  label: string,
  slugs: readonly string[],
  read: (slug: string) => Promise<ComparedCell | null>,
) {
  return { label, cells: await Promise.all(slugs.map(read)) };
}

const listOwn = async (orm: Orm, slug: string) =>
  (await listVariants(orm, slug)).map(({ chip }) => chip);

/** The lowest price of the newest day on which any is known. */
async function readRent(orm: Orm, slug: string): Promise<ComparedCell | null> {
  const prices = await listNewestRents(orm, await listOwn(orm, slug), 'on-demand');
  const [newest] = prices.toSorted((a, b) => a.price_usd_per_hour - b.price_usd_per_hour);
  return (
    (newest && {
      text: `from ${formatValue(newest.price_usd_per_hour, 'USD per hour')} (${newest.provider}, ${formatDate(newest.date)})`,
      href: toEvidenceHref(rentalPrices, newest),
    }) ??
    null
  );
}

async function readHolder(orm: Orm, slug: string): Promise<ComparedCell | null> {
  const most = await findLargestOfChips(orm, await listOwn(orm, slug));
  return (
    (most && {
      text: `${most.organization_name} ${formatValue(most.accelerators, 'accelerators', toFigureKind(most.kind))} (${formatDate(most.as_of)})`,
      href: toEvidenceHref(gpuHoldings, most),
    }) ??
    null
  );
}

async function readPapers(orm: Orm, slug: string): Promise<ComparedCell | null> {
  const rows = await listPapersOfChips(orm, await listOwn(orm, slug));
  const newest = rows.findLast(({ kind, papers }) => kind === 'measured' && papers !== null);
  return (
    (newest && {
      text: `${newest.papers?.toLocaleString('en-US')} (${newest.period})`,
      href: toEvidenceHref(chipUsageInPapers, newest),
    }) ??
    null
  );
}

/** The best of its variants; null where no source says. */
function readBest({ rows }: Chip, { read }: (typeof SPECIFICATIONS)[number]): number | null {
  const values = rows.map(read).filter((value) => typeof value === 'number');
  return values.length > 0 ? Math.max(...values) : null;
}

/** Those that a reader asks for first; the table has all. */
const drawn = SPECIFICATIONS.filter(({ unit, isSmall }) => unit !== null && !isSmall);

function buildPicture(all: readonly Chip[], shown: ChipComparison['chips']): RankModel {
  const entries = drawn.flatMap((one) => {
    const [first, ...others] = all.map((chip) => readBest(chip, one));
    if (!first || others.every((value) => value === null)) return [];
    return [first, ...others].flatMap((value, at) => {
      const chip = all[at];
      const name = shown[at];
      if (value === null || !chip || !name) return [];
      return {
        id: `${name.chip}-${one.label}`,
        ...{ label: name.name, href: name.href, group: one.label },
        value: value / first,
        kind: 'derived' as const,
        color: at === 0 ? ('other' as const) : ('holder' as const),
        tone: 'full' as const,
        details: [readSpecification(chip, one)],
        source: chip.rows[0]?.source ?? null,
      };
    });
  });
  return {
    shape: 'ranking',
    marks: 'dots',
    unit: 'times',
    scale: 'linear',
    valueLabel: `As a multiple of ${shown[0]?.name}`,
    entryLabel: 'Chip',
    columns: [{ id: 'figure', label: 'Figure' }],
    entries,
    notes: [],
  };
}

/** "MI300X against H100: 2.4 times the memory, …" */
function describe([first, second]: readonly Chip[], shown: ChipComparison['chips']): string {
  if (!first || !second) return shown.map(({ name }) => name).join(', ');
  const parts = ['Memory', 'Memory bandwidth', 'Power'].flatMap((label) => {
    const one = SPECIFICATIONS.find((spec) => spec.label === label);
    const [a, b] = one ? [readBest(first, one), readBest(second, one)] : [null, null];
    if (!a || !b) return [];
    return `${formatValue(b / a, 'times')} the ${label.toLowerCase()}`;
  });
  return `${shown[1]?.name} against ${shown[0]?.name}: ${parts.join(', ') || 'no figure that both have'}`;
}
