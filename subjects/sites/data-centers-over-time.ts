/** What the owners' data centers had at the end of each quarter, by their dated states. */

import { group, rollups, sum } from 'd3-array';
import { choice } from '@/address/choices';
import { toRowsHref } from '@/address/links';
import { getCategoryColor } from '@/charts/colors';
import { hasValue, type Point, type Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { dataCenterTimelines } from '@/data/data-center-timelines/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { listEditionsOf } from '@/db/queries/editions';
import { countOf } from '@/units/format-value';
import { formatDate, formatPeriod, type Period, parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinSentences } from '@/views/sentences';
import {
  CHOSEN,
  type Edition,
  formatMeasure,
  labelMeasures,
  type Measure,
  measures,
  READING,
  readEditions,
  readSites,
  type StateRow,
  toMeasure,
} from './sites';

/** So many owners have a color of their own. */
const NAMED = 5;
const OTHERS = 'others';

export const dataCentersOverTime = defineChart({
  slug: 'data-centers-over-time',
  name: 'AI data centers over time, by owner',
  section: 'holdings',
  question: 'How fast do the largest AI data centers grow, and whose are they?',
  datasets: [dataCenterTimelines, dataCenters],
  leads: ['/data-centers'],
  choices: { measure: choice('Measure', labelMeasures(measures)) },
  editions: listEditionsOf(dataCenterTimelines),
  build: async (orm, values) => {
    const measure = toMeasure(values.measure);
    const [editions, sites] = await Promise.all([readEditions(orm), readSites(orm)]);
    const [newest] = editions;
    const edition = editions.find((one) => one.edition === values.edition) ?? newest;
    const owners = new Map(sites.map(({ site, by }) => [site, by]));
    const quarters = edition ? listQuarters(edition, measure) : [];
    const series = edition
      ? buildSeries(edition, { quarters, measure, ownerOf: (site) => owners.get(site) ?? null })
      : [];
    const [before, now] = edition ? toTotals(series, edition) : [];
    const lead = series.filter(({ id }) => id !== OTHERS)[0];
    return {
      title: `AI data centers: ${measure.label} by owner`,
      subtitle: `${measure.meaning}, at the end of each quarter, at the sites that Epoch AI follows; later quarters are plans`,
      summary: joinSentences(
        now &&
          `Sites that Epoch AI follows had ${formatMeasure(now.value, measure)} in operation at the end of ${formatPeriod(now.quarter)}${
            before ? `, after ${formatMeasure(before.value, measure)} a year earlier` : ''
          }.`,
        lead && `${lead.label} has the most.`,
        edition && `Everything after ${formatDate(edition.copied)} is a projection.`,
      ),
      model: {
        shape: 'stacked-columns',
        unit: measure.unit,
        scale: 'linear',
        axis: 'from-zero',
        series,
        notes: [
          ...(edition
            ? [`Lighter, with a dashed outline: plans after ${formatDate(edition.copied)}.`]
            : []),
          ...(edition !== newest
            ? ['Most of what moved since is sites added to the list. Owners are those known now.']
            : []),
          'Estimates. Sites were chosen because they are large now, so the rise is partly choice.',
        ],
      },
      reading: [
        'Each column adds up the last known state of every site at the end of the quarter, in one edition. A site stays as it is until its next state, and its whole figure is its owner’s, whoever uses it.',
        `Later quarters add what is planned to what runs; sites not announced yet are missing, and plans slip. ${CHOSEN}`,
        ...READING,
      ],
      trends: { growth: true, stacks: ['absolute', 'none'] },
    };
  },
});

interface Owner {
  readonly organization: string;
  readonly name: string;
}

/** From the first quarter that ends with anything to the last state. */
function listQuarters({ states }: Edition, { column }: Measure): Period[] {
  const days = states.filter((row) => (row[column] ?? 0) > 0).map(({ date }) => date);
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  const quarters: Period[] = [];
  if (!first || !last) return [];
  let [year, quarter] = first.split('-').map(Number) as [number, number];
  quarter = Math.ceil(quarter / 3);
  for (;;) {
    const period = parsePeriod(`${year}-Q${quarter}`);
    if (!period) return quarters;
    quarters.push(period);
    if (period.end >= last) return quarters;
    [year, quarter] = quarter === 4 ? [year + 1, 1] : [year, quarter + 1];
  }
}

function buildSeries(
  edition: Edition,
  {
    quarters,
    measure,
    ownerOf,
  }: { quarters: readonly Period[]; measure: Measure; ownerOf: (site: string) => Owner | null },
): Series[] {
  const bySite = [...group(edition.states, ({ site }) => site)];
  const byOwner = rollups(
    bySite,
    (own) => own.map(([, states]) => states),
    ([site]) => ownerOf(site)?.organization ?? OTHERS,
  );
  const newest = (sites: readonly (readonly StateRow[])[]) =>
    sum(sites, (states) => findState(states, edition.copied, measure)?.value ?? 0);
  const ranked = byOwner
    .filter(([owner]) => owner !== OTHERS)
    .toSorted(([, a], [, b]) => newest(b) - newest(a));
  const names = new Map(bySite.map(([site]) => [ownerOf(site)?.organization, ownerOf(site)?.name]));
  const rest = [
    ...ranked.slice(NAMED).flatMap(([, sites]) => sites),
    ...(byOwner.find(([owner]) => owner === OTHERS)?.[1] ?? []),
  ];
  const toPoints = (sites: readonly (readonly StateRow[])[]) =>
    quarters.map((period) => toPoint(sites, period, { edition, measure }));
  return alignSeries([
    ...ranked.slice(0, NAMED).map(
      ([owner, sites], index): Series => ({
        id: owner,
        label: names.get(owner) ?? owner,
        color: getCategoryColor(index),
        points: toPoints(sites),
      }),
    ),
    ...(rest.length > 0
      ? [
          {
            ...{ id: OTHERS, label: 'Others, or owner not named', short: 'Others' },
            ...{ color: getCategoryColor(NAMED), points: toPoints(rest) },
          },
        ]
      : []),
  ]);
}

/** The sum of the states in which the sites were at the end of a period; blank before the first. */
function toPoint(
  sites: readonly (readonly StateRow[])[],
  period: Period,
  { edition: { edition, copied, states }, measure }: { edition: Edition; measure: Measure },
): Point {
  const found = sites.flatMap((own) => findState(own, period.end, measure) ?? []);
  return {
    period,
    value: found.length > 0 ? sum(found, ({ value }) => value) : null,
    kind: period.end > copied ? 'projection' : measure.kind,
    source: states[0]?.source ?? null,
    note: `${countOf(found.length, 'site')} added up.`,
    evidence: toRowsHref(dataCenterTimelines, { edition }),
  };
}

/** The state that holds on a day: the last one up to it with a figure, because blanks are unknown. */
function findState(states: readonly StateRow[], day: string, { column }: Measure) {
  const found = states.findLast((row) => row.date <= day && row[column] !== null);
  return found ? { value: found[column] ?? 0, row: found } : null;
}

/** The sums of the newest quarter that is over, and of the one a year before. */
function toTotals(series: readonly Series[], { copied }: Edition) {
  const add = (quarter: string) => ({
    quarter,
    value: sum(
      series,
      ({ points }) => points.find((one) => one.period.label === quarter)?.value ?? 0,
    ),
  });
  const over = series
    .flatMap(({ points }) => points.filter(hasValue))
    .filter(({ period }) => period.end <= copied)
    .map(({ period }) => period.label);
  const last = over.toSorted().at(-1);
  if (!last) return [];
  const before = add(`${Number(last.slice(0, 4)) - 1}${last.slice(4)}`);
  return [before.value > 0 ? before : undefined, add(last)] as const;
}
