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
import {
  formatList,
  listCompleteEditions,
  readChipTree,
  readDefaultList,
  readLists,
  statuses,
  toListSlug,
  WHOLE_FLEETS,
} from '@/subjects/holdings/holder-lists';
import { buildHolderRanking, type HolderRanking } from '@/subjects/holdings/holder-ranking';
import {
  formatAmount,
  formatHolderRange,
  formatHoldingDate,
} from '@/subjects/holdings/holder-words';
import { formatOrganizations } from '@/subjects/holdings/organizations-compared';
import { listHoldingsOfOrganization, type NamedHolding } from '@/subjects/holdings/queries';
import type { Holder } from '@/subjects/holdings/ranking';
import { formatValue, MISSING } from '@/units/format-value';
import { toFigureKind, toKindOf } from '@/views/row-figures';
import { type Answer, type AnswerFigure, buildAnswer } from './answer';
import { type Asked, hasOthers, isOneOf, listChipsNamed } from './asked';

const OWN =
  'own owns owned owner owners hold holds holder holders have has fleet most top leader leading ranking rank'.split(
    ' ',
  );
const ALSO =
  'gpu gpus accelerator accelerators chip chips number count installed running cluster clusters nvidia ai compute world'.split(
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
  // "Top 10": how many are shown is not the query’s to say.
  const isAbout = asked.rest.every(
    (word) => isOneOf(word, OWN) || isOneOf(word, ALSO) || /^\d{1,2}$/.test(word),
  );
  if (!isAbout || more.length > 0 || asked.period !== null) return null;
  const [first, second, third] = organizations;
  const asksOwner = asked.rest.some((word) => isOneOf(word, OWN));
  if (third || hasOthers(asked, [...organizations, ...(chip ? [chip] : [])])) return null;
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
  const others = (await listStated(orm, row, chip)).filter(({ family }) =>
    found.every(({ ranking }) => ranking.list.family !== family),
  );
  // A model of the whole fleet first; of what counts a part, the largest is nearest to it.
  const figures = [
    ...found.map((one) => ({
      figure: toFigure(one),
      rank: one.ranking.list.family === WHOLE_FLEETS ? 0 : 1,
      size: one.holder.accelerators,
    })),
    ...others.map((one) => ({
      figure: toStatedFigure(one),
      rank: one.status === 'operational' ? 1 : 2,
      size: one.accelerators,
    })),
  ]
    .toSorted((a, b) => a.rank - b.rank || b.size - a.size)
    .map(({ figure }) => figure)
    .slice(0, MOST_FIGURES);
  const rows = [...found.flatMap(({ holder }) => holder.rows), ...others];
  return buildAnswer(orm, {
    title: `${name}: ${chip ? toShortName(chip.name) : 'accelerators'}`,
    note: figures.length > 1 ? 'These count many of the same machines: never add them.' : null,
    figures,
    sources: rows.map(({ source }) => source),
    links: [{ label: `All of ${name}`, href }],
  });
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
    kind: toFigureKind(kind),
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
    kind: toKindOf(holder.rows),
  };
}

/** "Who owns the most H100": the first list that tells, largest first. */
async function answerMost(orm: Orm, chip: Named | undefined): Promise<Answer | null> {
  const lists = await listRankings(orm, chip);
  const shown = lists.find(({ ranking }) => ranking.holders.length > 1) ?? lists[0];
  if (!shown) return null;
  const { ranking, href } = shown;
  const { unit } = ranking.unit;
  const holders = ranking.holders.slice(0, MOST_HOLDERS);
  return buildAnswer(orm, {
    title: `Most ${shown.chip ?? (unit === 'H100-equivalents' ? 'accelerators, in H100-equivalents' : 'accelerators')}`,
    note: `${formatList(ranking.list)}.`,
    figures: holders.map((holder) => ({
      label: holder.rows[0].organization_name,
      values: [formatAmount(holder, unit)],
      detail: formatHolderRange(holder, unit),
      href:
        holder.rows.length === 1
          ? toEvidenceHref(gpuHoldings, holder.rows[0])
          : toOrganizationHref(holder.rows[0].organization),
      kind: toKindOf(holder.rows),
    })),
    sources: holders.flatMap(({ rows }) => rows.map(({ source }) => source)),
    links: [{ label: 'Whole ranking', href }],
  });
}

const MOST_HOLDERS = 5;

/** Two organizations in each list that has either, and the page that compares them. */
async function answerPair(
  orm: Orm,
  pair: readonly [Named, Named],
  chip: Named | undefined,
): Promise<Answer | null> {
  const lists = await listRankings(orm, chip);
  const sources: string[] = [];
  const ranked = lists.flatMap(({ ranking, chip: what }): AnswerFigure[] => {
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
        kind: toKindOf(holders.flatMap((one) => one?.rows ?? [])),
      },
    ];
  });
  const stated = await Promise.all(pair.map(({ row }) => listStated(orm, row, chip)));
  const families = [...new Set(stated.flat().map(({ family }) => family))].filter((family) =>
    lists.every(({ ranking }) => ranking.list.family !== family),
  );
  const others = families.map((family): AnswerFigure => {
    const rows = stated.map((own) => own.find((row) => row.family === family));
    sources.push(...rows.flatMap((row) => row?.source ?? []));
    const figures = rows.map((row) => row && toStatedFigure(row));
    return {
      label: figures.find(Boolean)?.label ?? family,
      values: figures.map((one) => one?.values[0] ?? MISSING),
      detail: null,
      href: null,
      kind: toKindOf(rows.flatMap((row) => row ?? [])),
    };
  });
  return buildAnswer(orm, {
    title: `Compare ${pair[0].name} and ${pair[1].name}`,
    columns: pair.map(({ name, href }) => ({ label: name, href })),
    figures: [...ranked, ...others].slice(0, MOST_FIGURES),
    sources,
    links: [
      {
        label: 'Compare over time',
        href: toHref('/compare', { orgs: formatOrganizations(pair.map(({ row }) => row)) }),
      },
    ],
  });
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
