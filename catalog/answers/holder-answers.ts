/** Answers about holders: how much one has, who has most, and two next to each other. */

import { toHref } from '@/address/href';
import { toEvidenceHref, toOrganizationHref } from '@/address/links';
import type { Named } from '@/address/names';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { Orm } from '@/db/orm';
import { toShortName } from '@/subjects/chips/chip-entries';
import { MIXED } from '@/subjects/chips/chip-tree';
import { H100_EQUIVALENT } from '@/subjects/holdings/conversion';
import { isGone } from '@/subjects/holdings/exclusion';
import {
  type Family,
  formatList,
  readChipTree,
  statuses,
  WHOLE_FLEETS,
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
import { formatPeriod, isPartOf } from '@/units/period';
import { toFigureKind, toKindOf } from '@/views/row-figures';
import { joinNames } from '@/views/sentences';
import { type Answer, type AnswerFigure, buildAnswer } from './answer';
import { type Asked, hasOthers, isOneOf, listChipsNamed, listNamed } from './asked';
import { type Counted, countInList, listRankings } from './holder-rankings';

const OWN = 'own owned owner hold holder fleet most more top leader leading ranking purchase'.split(
  ' ',
);
const MOST = 'most top leader ranking'.split(' ');
const ALSO =
  'gpu accelerator chip number count installed running cluster nvidia ai compute world'.split(' ');

export async function answerHolders(orm: Orm, asked: Asked): Promise<Answer | null> {
  const asksMost = asked.rest.some((word) => isOneOf(word, MOST));
  const asksBuyer = asked.rest.includes('purchase');
  // "Largest buyers of Nvidia chips": whose chips they are. Of what is owned a series tells it.
  const maker = asksMost ? asked.things.flat().filter(({ row }) => row === 'nvidia') : [];
  if (maker.length > 0 && !asksBuyer) return null;
  const organizations = listNamed(asked, 'organizations').filter((one) => !maker.includes(one));
  const [chip, ...more] = listChipsNamed(asked);
  // "Top 10": how many are shown is not the query’s to say.
  const isAbout = asked.rest.every(
    (word) => isOneOf(word, OWN) || isOneOf(word, ALSO) || /^\d{1,2}$/.test(word),
  );
  if (!isAbout || more.length > 0) return null;
  const [first, second] = organizations;
  const asksOwner = asked.rest.some((word) => isOneOf(word, OWN));
  if (
    organizations.length > MOST_COMPARED ||
    hasOthers(asked, [...organizations, ...maker, ...(chip ? [chip] : [])])
  )
    return null;
  if (asked.period !== null) {
    return first && !second ? answerHolderThen(orm, first, chip, asked.period) : null;
  }
  if (first && second) return answerCompared(orm, organizations, chip);
  if (first && (chip || asked.rest.length > 0)) return answerHolder(orm, first, chip);
  return asksOwner && !first && (chip || asked.rest.some((word) => isOneOf(word, ALSO)))
    ? answerMost(orm, chip, asksBuyer ? PURCHASES : null)
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
    note: figures.length > 1 ? NEVER_ADD : null,
    figures,
    sources: rows.map(({ source }) => source),
    links: [{ label: `All of ${name}`, href }],
  });
}

const MOST_FIGURES = 4;

/** What somebody counted of a holder in a period: the newest of each family, largest first. */
async function answerHolderThen(
  orm: Orm,
  { row, name, href }: Named,
  chip: Named | undefined,
  period: string,
): Promise<Answer | null> {
  const then = (await listStated(orm, row, chip, period)).toSorted(
    (a, b) => b.accelerators - a.accelerators,
  );
  return buildAnswer(orm, {
    title: `${name}: ${chip ? toShortName(chip.name) : 'accelerators'}, ${formatPeriod(period)}`,
    note: then.length > 1 ? NEVER_ADD : null,
    figures: then.slice(0, MOST_FIGURES).map(toStatedFigure),
    sources: then.map(({ source }) => source),
    links: [{ label: `All of ${name}`, href }],
  });
}

const NEVER_ADD = 'These count many of the same machines: never add them.';

/** The newest row of each family that the lists in operation do not tell, largest first. */
async function listStated(
  orm: Orm,
  organization: string,
  chip: Named | undefined,
  period: string | null = null,
): Promise<NamedHolding[]> {
  const [rows, tree] = await Promise.all([
    listHoldingsOfOrganization(orm, organization),
    readChipTree(orm),
  ]);
  const newest = new Map<string, NamedHolding>();
  for (const row of rows) {
    const fits = !chip || tree.listWider(row.chip).includes(chip.row);
    const isThen = period === null || isPartOf(row.as_of, period);
    if (fits && isThen && !isGone(row) && !newest.has(row.family)) newest.set(row.family, row);
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

const PURCHASES = 'omdia-purchases' satisfies Family;

/** "Who owns the most H100": the first list that tells, or the one named, largest first. */
async function answerMost(
  orm: Orm,
  chip: Named | undefined,
  list: string | null,
): Promise<Answer | null> {
  const lists = list ? [await countInList(orm, list, chip)] : await listRankings(orm, chip);
  const shown = lists.find(({ ranking }) => ranking.holders.length > 1) ?? lists[0];
  if (!shown || shown.ranking.holders.length === 0) return null;
  const { ranking, href } = shown;
  const { unit } = ranking.unit;
  const holders = ranking.holders.slice(0, MOST_HOLDERS);
  return buildAnswer(orm, {
    title: `Most ${shown.chip ?? (unit === 'H100-equivalents' ? 'accelerators, in H100-equivalents' : 'accelerators')}`,
    note: `${formatList(ranking.list)}.`,
    figures: holders.map((holder) => ({
      label: list
        ? [
            holder.rows[0].organization_name,
            toShortName(holder.rows[0].chip_name),
            formatHoldingDate(holder.rows[0]),
          ].join(', ')
        : holder.rows[0].organization_name,
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

/** More columns are a page. */
const MOST_COMPARED = 4;

/** Organizations in each list that has any of them, and the page that compares them. */
async function answerCompared(
  orm: Orm,
  compared: readonly Named[],
  chip: Named | undefined,
): Promise<Answer | null> {
  const lists = await listRankings(orm, chip);
  const sources: string[] = [];
  const ranked = lists.flatMap(({ ranking, chip: what }): AnswerFigure[] => {
    const holders = compared.map(({ row }) =>
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
  const stated = await Promise.all(compared.map(({ row }) => listStated(orm, row, chip)));
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
    title: `Compare ${joinNames(compared.map(({ name }) => name))}`,
    columns: compared.map(({ name, href }) => ({ label: name, href })),
    figures: [...ranked, ...others].slice(0, MOST_FIGURES),
    sources,
    links: [
      {
        label: 'Compare over time',
        href: toHref('/compare', { orgs: formatOrganizations(compared.map(({ row }) => row)) }),
      },
    ],
  });
}
