/**
 * Whether pages about holders agree: an organization's own page and every ranking and
 * comparison that names it, in the same unit and for the same day, differ by no more
 * than the ranges they show. Holds of any data, today's and that of tests.
 */
import { isRanking } from '@/charts/model';
import type { Orm } from '@/db/orm';
import { acceleratorHolders } from '@/subjects/holdings/accelerator-holders';
import { getComparison } from '@/subjects/holdings/comparison';
import {
  formatList,
  readDefaultList,
  readLists,
  toListSlug,
} from '@/subjects/holdings/holder-lists';
import { buildHolderRanking, type HolderRanking } from '@/subjects/holdings/holder-ranking';
import { findNewest } from '@/subjects/holdings/holder-words';
import { readPlaces } from '@/subjects/holdings/organization-places';
import { listOrganizationSizes } from '@/subjects/holdings/queries';
import type { Holder } from '@/subjects/holdings/ranking';

/** A sentence for each contradiction; none is the wish. */
export async function listHolderContradictions(orm: Orm): Promise<string[]> {
  const [lists, organizations] = await Promise.all([readLists(orm), listOrganizationSizes(orm)]);
  const rankings = await Promise.all(
    lists.map((list) => buildHolderRanking(orm, { list: toListSlug(list), status: 'operational' })),
  );
  const found = await Promise.all(
    organizations.map(async ({ organization, name }) => {
      const { fleet, documented } = await readPlaces(orm, organization);
      const lead = [fleet, documented].find((one) => one?.holder);
      if (!lead?.holder) return [];
      const own = toFigure(lead.holder, lead.ranking);
      const others = [
        ...rankings.flatMap((ranking) =>
          ranking.holders
            .filter(({ rows: [first] }) => first.organization === organization)
            .map((holder) => toFigure(holder, ranking)),
        ),
        ...(await listCompared(orm, organization)),
      ];
      return others
        .filter((other) => isOfSameThing(own, other) && !overlap(own, other))
        .map(
          (other) =>
            `${name}: ${own.value} ${own.unit} on its page (${own.where}), ${other.value} in ${other.where}.`,
        );
    }),
  );
  return [...found.flat(), ...(await checkDefaultList(orm)), ...(await checkParts(orm))];
}

/** A part that is documented cannot exceed the least that the whole may be. */
async function checkParts(orm: Orm): Promise<string[]> {
  const list = await readDefaultList(orm);
  const { unit } = acceleratorHolders.choices;
  const units = (await unit?.list(orm, { list }, {})) ?? [];
  const built = await Promise.all(
    units.map((one) => acceleratorHolders.build(orm, { list, unit: one.value })),
  );
  return built.flatMap(({ model }) => {
    if (!isRanking(model)) return [];
    const inside = (model.counts ?? []).findIndex(({ mark }) => mark === 'inside');
    return model.entries.flatMap(({ label, value, low, high, counts }) => {
      // Of a total of which something is left out nobody knows how large it is.
      if (low != null && high == null) return [];
      const part = counts?.[inside]?.value ?? 0;
      return part > (low ?? value ?? 0)
        ? [`${label}: named clusters hold ${part} ${model.unit}, more than it has.`]
        : [];
    });
  });
}

interface Figure extends Pick<Holder, 'value' | 'low' | 'high'> {
  readonly where: string;
  readonly unit: string;
  readonly day: string;
}

function toFigure(holder: Holder, { list, unitName }: HolderRanking): Figure {
  const { value, low, high, rows } = holder;
  return {
    ...{ value, low, high },
    ...{ where: formatList(list), unit: unitName, day: findNewest(rows) },
  };
}

/** What the page of comparisons has of it, alone. */
async function listCompared(orm: Orm, organization: string): Promise<Figure[]> {
  const { lists } = await getComparison(orm, [organization]);
  return lists.flatMap(({ label, unitName, equivalents: [holder] }) =>
    holder
      ? {
          ...{ value: holder.value, low: holder.low, high: holder.high },
          ...{ where: `the comparison, ${label}`, unit: unitName, day: findNewest(holder.rows) },
        }
      : [],
  );
}

const isOfSameThing = (a: Figure, b: Figure): boolean => a.unit === b.unit && a.day === b.day;

function overlap(a: Figure, b: Figure): boolean {
  const [[aLow, aHigh], [bLow, bHigh]] = [toRange(a), toRange(b)];
  return aLow <= bHigh && bLow <= aHigh;
}

/** The range shown; without one a figure is known as far as its digits, two at the most. */
function toRange({ value, low, high }: Figure): [number, number] {
  if (low !== null || high !== null) return [low ?? 0, high ?? Number.POSITIVE_INFINITY];
  const half = 0.5 * 10 ** (Math.floor(Math.log10(value)) - countDigits(value) + 1);
  return [value - half, value + half];
}

const MOST_DIGITS = 2;

/** 500,000 has one, 553,714 has two that are shown. */
function countDigits(value: number): number {
  return Number(value.toPrecision(1)) === value ? 1 : MOST_DIGITS;
}

/** Whoever holds most by every list of whole fleets leads the list that is shown first. */
async function checkDefaultList(orm: Orm): Promise<string[]> {
  const list = await readDefaultList(orm);
  const { holders } = await buildHolderRanking(orm, { list, status: 'operational' });
  const first = holders.slice(0, FIRST).map(({ key }) => key);
  return LARGEST.filter((one) => !first.includes(one)).map(
    (one) => `${one} is not among the first ${FIRST} of the list shown first, ${list}.`,
  );
}

const FIRST = 5;
/** No list that covers whole fleets is without these at its head. */
const LARGEST = ['google', 'microsoft', 'amazon', 'meta'];
