/** Answers about holders: how much one has, who has most, and two next to each other. */

import { toHref } from '@/address/href';
import { toEvidenceHref, toOrganizationHref } from '@/address/links';
import type { Named } from '@/address/names';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { Orm } from '@/db/connection';
import { oncePerSnapshot } from '@/db/once-per-snapshot';
import { toShortName } from '@/subjects/chips/chip-entries';
import { COUNTED_TOGETHER, MIXED } from '@/subjects/chips/chip-tree';
import { H100_EQUIVALENT } from '@/subjects/holdings/conversion';
import { isGone } from '@/subjects/holdings/exclusion';
import { buildHolderRanking, type HolderRanking } from '@/subjects/holdings/holder-choices';
import {
  formatList,
  listCompleteEditions,
  readChipTree,
  readDefaultList,
  readLists,
  statuses,
  toListSlug,
} from '@/subjects/holdings/holder-lists';
import {
  formatAmount,
  formatHolderRange,
  formatHoldingDate,
} from '@/subjects/holdings/holder-words';
import { formatOrganizations } from '@/subjects/holdings/organizations-compared';
import { listHoldingsOfOrganization, type NamedHolding } from '@/subjects/holdings/queries';
import type { Holder } from '@/subjects/holdings/ranking';
import { formatValue, MISSING } from '@/units/format-value';
import { toFigureKind } from '@/views/row-figures';
import type { Answer, AnswerFigure } from './answer';
import { type Asked, isMaker, isOneOf, listChipsNamed } from './asked';
import { nameSources } from './name-sources';

const OWN =
  'own owns owned owner owners hold holds holder holders have has fleet most top leader leading ranking rank'.split(
    ' ',
  );
const ALSO =
  'gpu gpus accelerator accelerators chip chips number count installed running cluster clusters nvidia ai'.split(
    ' ',
  );

/** A ranking with the chip in it that was asked for, or what counts it with others. */
interface Counted {
  readonly list: string;
  readonly ranking: HolderRanking;
  /** What is counted, for labels; null for all. */
  readonly chip: string | null;
  readonly href: string;
}

export async function answerHolders(orm: Orm, asked: Asked): Promise<Answer | null> {
  const organizations = listNamed(asked, 'organizations');
  const [chip, ...more] = listChipsNamed(asked);
  const isAbout = asked.rest.every((word) => isOneOf(word, OWN) || isOneOf(word, ALSO));
  if (!isAbout || more.length > 0 || asked.period !== null) return null;
  const [first, second, third] = organizations;
  const asksOwner = asked.rest.some((word) => isOneOf(word, OWN));
  if (third || hasOthers(asked, organizations, chip)) return null;
  if (first && second) return answerPair(orm, [first, second], chip);
  if (first && (chip || asked.rest.length > 0)) return answerHolder(orm, first, chip);
  return asksOwner && !first && (chip || asked.rest.some((word) => isOneOf(word, ALSO)))
    ? answerMost(orm, chip)
    : null;
}

/** What somebody has who is named and of whom nothing is asked. */
export async function answerOwner(orm: Orm, asked: Asked): Promise<Answer | null> {
  const [first, second] = listNamed(asked, 'organizations');
  const isBare = asked.things.length === 1 && asked.rest.length === 0 && asked.period === null;
  return first && !second && isBare ? answerHolder(orm, first, undefined) : null;
}

/** "How many H100 does Meta have": in each kind of list, which are never added. */
async function answerHolder(
  orm: Orm,
  { row, name, href }: Named,
  chip: Named | undefined,
): Promise<Answer | null> {
  const lists = await listRankings(orm, chip);
  const found = lists.flatMap((one) => {
    const holder = one.ranking.holders.find(({ rows }) => rows[0].organization === row);
    return holder ? [{ ...one, holder }] : [];
  });
  const families = found.map(({ ranking }) => ranking.list.family);
  const others = (await listStated(orm, row, chip)).filter(
    ({ family }) => !families.includes(family),
  );
  const figures = [...found.map(toFigure), ...others.map(toStatedFigure)].slice(0, MOST_FIGURES);
  if (figures.length === 0) return null;
  const rows = [...found.flatMap(({ holder }) => holder.rows), ...others];
  return {
    title: `${name}: ${chip ? toShortName(chip.name) : 'accelerators'}`,
    note: figures.length > 1 ? 'These count many of the same machines: never add them.' : null,
    columns: [],
    figures,
    source: await nameSources(
      orm,
      rows.map(({ source }) => source),
    ),
    links: [{ label: `All of ${name}`, href }],
  };
}

const MOST_FIGURES = 4;

/** The newest row of each family that the lists in operation do not tell, largest first. */
async function listStated(
  orm: Orm,
  organization: string,
  chip: Named | undefined,
): Promise<NamedHolding[]> {
  const [rows, tree] = await Promise.all([
    listHoldingsOfOrganization(orm, organization),
    readChipTree(orm),
  ]);
  const newest = new Map<string, NamedHolding>();
  for (const row of rows) {
    const fits = !chip || tree.listWider(row.chip).includes(chip.row);
    if (fits && !isGone(row) && !newest.has(row.family)) newest.set(row.family, row);
  }
  return [...newest.values()];
}

function toStatedFigure(row: NamedHolding): AnswerFigure {
  const { accelerators, chip, chip_name, status, kind, cluster } = row;
  const what =
    chip === H100_EQUIVALENT
      ? 'H100-equivalents'
      : chip === MIXED
        ? 'accelerators'
        : toShortName(chip_name);
  return {
    label: formatList(row),
    values: [`${formatValue(accelerators, 'accelerators', toFigureKind(kind))} ${what}`],
    detail: [
      status === 'operational' ? null : statuses[status].toLowerCase(),
      cluster,
      formatHoldingDate(row),
    ]
      .filter(Boolean)
      .join(' · '),
    href: toEvidenceHref(gpuHoldings, row),
  };
}

type Found = Counted & { readonly holder: Holder };

function toFigure({ ranking, holder, chip, href }: Found): AnswerFigure {
  const { unit } = ranking.unit;
  const range = formatHolderRange(holder, unit);
  const [row] = holder.rows;
  const dates = holder.rows.map(({ as_of }) => as_of).toSorted();
  const what = chip ?? (unit === 'H100-equivalents' ? unit : null);
  return {
    label: formatList(ranking.list),
    values: [[formatAmount(holder, unit), what].filter(Boolean).join(' ')],
    detail: [range, formatHoldingDate({ ...row, as_of: dates.at(-1) ?? row.as_of })]
      .filter(Boolean)
      .join(' · '),
    href: holder.rows.length === 1 ? toEvidenceHref(gpuHoldings, row) : href,
  };
}

/** "Who owns the most H100": the first list that tells, largest first. */
async function answerMost(orm: Orm, chip: Named | undefined): Promise<Answer | null> {
  const lists = await listRankings(orm, chip);
  const shown = lists.find(({ ranking }) => ranking.holders.length > 1) ?? lists[0];
  if (!shown || shown.ranking.holders.length === 0) return null;
  const { ranking, href } = shown;
  const { unit } = ranking.unit;
  const holders = ranking.holders.slice(0, MOST_HOLDERS);
  return {
    title: `Most ${shown.chip ?? (unit === 'H100-equivalents' ? 'accelerators, in H100-equivalents' : 'accelerators')}`,
    note: `${formatList(ranking.list)}.`,
    columns: [],
    figures: holders.map((holder) => ({
      label: holder.rows[0].organization_name,
      values: [formatAmount(holder, unit)],
      detail: formatHolderRange(holder, unit),
      href:
        holder.rows.length === 1
          ? toEvidenceHref(gpuHoldings, holder.rows[0])
          : toOrganizationHref(holder.rows[0].organization),
    })),
    source: await nameSources(
      orm,
      holders.flatMap(({ rows }) => rows.map(({ source }) => source)),
    ),
    links: [{ label: 'Whole ranking', href }],
  };
}

const MOST_HOLDERS = 5;

/** Two organizations in each list that has either, and the page that compares them. */
async function answerPair(
  orm: Orm,
  pair: readonly [Named, Named],
  chip: Named | undefined,
): Promise<Answer> {
  const lists = await listRankings(orm, chip);
  const sources: string[] = [];
  const figures = lists.flatMap(({ ranking, chip: what }): AnswerFigure[] => {
    const holders = pair.map(({ row }) =>
      ranking.holders.find(({ rows }) => rows[0].organization === row),
    );
    if (holders.every((one) => one === undefined)) return [];
    sources.push(...holders.flatMap((one) => one?.rows.map(({ source }) => source) ?? []));
    const { unit } = ranking.unit;
    return [
      {
        label: formatList(ranking.list),
        values: holders.map((one) => (one ? formatAmount(one, unit) : MISSING)),
        detail: what ?? unit,
        href: null,
      },
    ];
  });
  return {
    title: `Compare ${pair[0].name} and ${pair[1].name}`,
    note: null,
    columns: pair.map(({ name, href }) => ({ label: name, href })),
    figures,
    source: await nameSources(orm, sources),
    links: [
      {
        label: 'Compare over time',
        href: toHref('/compare', { orgs: formatOrganizations(pair.map(({ row }) => row)) }),
      },
    ],
  };
}

/** The list shown first, the newest whole edition of the index, single clusters; with rows for the chip. */
function listRankings(orm: Orm, chip: Named | undefined): Promise<Counted[]> {
  return chip ? rankLists(orm, chip) : rankAllChips(orm, gpuHoldings);
}

const rankAllChips = oncePerSnapshot((orm) => rankLists(orm, undefined));

async function rankLists(orm: Orm, chip: Named | undefined): Promise<Counted[]> {
  const [first, [edition], lists] = await Promise.all([
    readDefaultList(orm),
    listCompleteEditions(orm),
    readLists(orm),
  ]);
  const clusters = lists.filter(({ family }) => family === 'epoch-clusters').map(toListSlug);
  const slugs = [...new Set([first, edition ? toListSlug(edition) : '', ...clusters])];
  const all = await Promise.all(
    slugs.filter((slug) => slug !== '').map((list) => countInList(orm, list, chip)),
  );
  return all.filter(({ ranking }) => ranking.holders.length > 0);
}

/** A list that counts the chip with others only is asked for these together. */
async function countInList(orm: Orm, list: string, chip: Named | undefined): Promise<Counted> {
  const rank = (row: string | undefined) =>
    buildHolderRanking(orm, { list, status: 'operational', ...(row && { chip: row }) });
  const toHrefOf = (row: string | undefined) => toHref('/holdings', { list, chip: row ?? null });
  const own = await rank(chip?.row);
  const name = chip ? toShortName(chip.name) : null;
  if (!chip || own.holders.length > 0)
    return { list, ranking: own, chip: name, href: toHrefOf(chip?.row) };
  const [bucket] =
    Object.entries(COUNTED_TOGETHER).find(([, chips]) => chips.includes(chip.row)) ?? [];
  if (!bucket) return { list, ranking: own, chip: name, href: toHrefOf(chip.row) };
  const ranking = await rank(bucket);
  const together = ranking.holders[0]?.rows[0].chip_name ?? name;
  return { list, ranking, chip: together, href: toHrefOf(bucket) };
}

function listNamed({ things }: Asked, dataset: string): readonly Named[] {
  return things.flatMap((rows) => rows.find((one) => one.dataset === dataset) ?? []);
}

/** Whether the query names more than these, and the maker of the chip. */
function hasOthers(
  { things }: Asked,
  organizations: readonly Named[],
  chip: Named | undefined,
): boolean {
  const known = [...organizations, ...(chip ? [chip] : [])];
  return things.some(
    (rows) => !rows.some((one) => known.includes(one)) && !isMaker(rows, chip ? [chip] : []),
  );
}
