/**
 * What single claims would say today: the newest figure of a published chart, or the newest
 * row of a dataset (rents, systems, trainings, results, export controls), with its period.
 */

import { listParameters, toHref } from '@/address/href';
import { toChipHref, toEventHref, toEvidenceHref, toSystemHref } from '@/address/links';
import { costScenarios } from '@/data/cost-scenarios/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import { nameOrigin } from '@/data/sources/origins';
import type { Tracker } from '@/db/connection';
import type { Orm } from '@/db/orm';
import { listSources } from '@/db/queries/names';
import { formatValue } from '@/units/format-value';
import { formatDate, formatPeriod } from '@/units/period';
import { getChartView } from '@/views/chart-view';
import { buildKeyFigure } from '@/views/key-figure';
import type { PublishedChart } from '@/views/published-chart';
import { listCostScenarios, listPricedSystems } from '../calculators/queries';
import { exportStates } from '../chips/chip-measures';
import { getChip, listVariants } from '../chips/queries';
import { controlMeasures } from '../events/event-entries';
import { listExportControls } from '../events/export-controls';
import {
  listRentalPrices,
  providerKinds,
  type RentalPriceRow,
  systemPriceKinds,
  terms,
} from '../prices/queries';
import { findNewestRent, listNewestPurchases } from './newest-prices';
import { type ClaimAnswerRow, listClaimAnswers } from './queries';
import { listReactions, type Reaction, type ReactionColumn } from './reactions';
import type { ThenAndNow, Today } from './then-and-now';

/** A published chart by its slug. */
export type FindChart = (slug: string) => PublishedChart | null | undefined;

/** Claim → figures of today, none for a claim that the datasets cannot follow. */
export async function listToday(
  tracker: Tracker,
  compared: readonly ThenAndNow[],
  findChart: FindChart,
): Promise<ReadonlyMap<string, readonly Today[]>> {
  const today = new Map<string, Today[]>();
  const add = (claim: string, one: Today) => today.set(claim, [...(today.get(claim) ?? []), one]);
  for (const { claim, label, now, now_when, href } of compared) {
    add(claim, { label, value: now, period: now_when, href });
  }
  const answers = await listClaimAnswers(tracker.orm);
  const found = await Promise.all(answers.map((answer) => findToday(tracker, answer, findChart)));
  for (const [index, one] of found.entries()) {
    const { claim } = answers[index]!;
    if (one) add(claim, one);
  }
  return today;
}

/** The figure of today that an answer shows; null where there is none, or it shows no figure. */
export async function findToday(
  tracker: Tracker,
  answer: ClaimAnswerRow,
  findChart: FindChart,
): Promise<Today | null> {
  if (answer.shows === 'finding') return findFinding(tracker, answer, findChart);
  return answer.shows === 'chart-figure'
    ? findChartFigure(tracker, answer, findChart)
    : findTodayInRows(tracker.orm, answer);
}

/** What a chart says over its picture, and how new its figures are. */
async function findFinding(
  tracker: Tracker,
  { chart: slug, query, label }: ClaimAnswerRow,
  findChart: FindChart,
): Promise<Today | null> {
  const chart = findChart(slug ?? '');
  if (!chart || label === null) return null;
  const asked = Object.fromEntries(listParameters(`?${query ?? ''}`));
  const { view } = await getChartView(tracker, chart, asked);
  const href = toHref(`/charts/${chart.slug}`, view.canonical);
  return { label, value: view.finding, period: formatPeriod(view.asOf), href };
}

/** The newest figure of a series of a published chart; null where there is none. */
async function findChartFigure(
  tracker: Tracker,
  { of, chart: slug, query, label }: ClaimAnswerRow,
  findChart: FindChart,
): Promise<Today | null> {
  const chart = findChart(slug ?? '');
  if (!chart || label === null) return null;
  const figure = await buildKeyFigure(tracker, {
    ...{ label, chart, series: of, page: `/charts/${chart.slug}`, alone: true },
    query: Object.fromEntries(listParameters(`?${query ?? ''}`)),
  });
  if (!figure) return null;
  const { value, period, href, isEstimate } = figure;
  return { label, value, period: isEstimate ? `${period}, estimate` : period, href };
}

type Find = (orm: Orm, of: string) => Promise<Today | null>;

const NVIDIA = 'nvidia';

/** What an answer may show → how it is found; null where the dataset holds no such row. */
const finders = {
  purchase: findPurchase,
  rent: findRent,
  'index-rent': findIndexRent,
  training: findTraining,
  results: findNewestResults,
  reaction: findReaction,
  server: findServer,
  'export-state': findExportState,
  'export-rule': findNewestRule,
  'export-control': findNewestControl,
} satisfies Partial<Record<ClaimAnswerRow['shows'], Find>>;

/** The figure that an answer shows, of today; null where there is none, or no figure of today. */
async function findTodayInRows(orm: Orm, { shows, of }: ClaimAnswerRow): Promise<Today | null> {
  const find: Find | undefined = (finders as Partial<Record<string, Find>>)[shows];
  return find ? find(orm, of) : null;
}

/** The newest price of a machine with the chip: a purchase, as the claim’s. */
async function findPurchase(orm: Orm, slug: string): Promise<Today | null> {
  const chips = (await listVariants(orm, slug)).map(({ chip }) => chip);
  const [newest] = await listNewestPurchases(orm, chips);
  if (!newest) return null;
  const { name, chips_per_system, price_usd, price_as_of, system } = newest;
  const share = formatValue(price_usd / chips_per_system, 'USD');
  return {
    label: `Newest price of a machine with it, ${name}`,
    value: `${formatValue(price_usd, 'USD')}, or ${share} for each of its ${chips_per_system}, processors and network included`,
    period: formatDate(price_as_of),
    href: toSystemHref(system),
  };
}

/** The newest rent of it, of any kind: another thing than its price. */
async function findRent(orm: Orm, slug: string): Promise<Today | null> {
  const chips = (await listVariants(orm, slug)).map(({ chip }) => chip);
  const newest = await findNewestRent(orm, chips);
  return newest
    ? {
        label: 'Rental price per hour, which is not a price of the chip',
        value: formatValue(newest.value, 'USD per hour'),
        period: newest.what,
        href: newest.href,
      }
    : null;
}

/** The newest price of a market index: of one index, so that chips can be compared. */
async function findIndexRent(orm: Orm, chip: string): Promise<Today | null> {
  const named = await getChip(orm, chip);
  const rows = await listRentalPrices(orm, { chip, term: 'spot' });
  const newest = rows.findLast(({ provider_kind }) => provider_kind === 'index');
  return named && newest ? toRent(named.name, newest) : null;
}

function toRent(name: string, row: RentalPriceRow): Today {
  return {
    label: `Rental price per hour, ${name}, ${terms[row.term].toLowerCase()}`,
    value: formatValue(row.price_usd_per_hour, 'USD per hour'),
    period: `${formatDate(row.date)}, ${row.provider} (${providerKinds[row.provider_kind].toLowerCase()})`,
    href: toEvidenceHref(rentalPrices, row),
  };
}

/** The published training with most of it, of those that took place. */
async function findTraining(orm: Orm, parameter: string): Promise<Today | null> {
  const rows = (await listCostScenarios(orm)).filter(
    (row) => row.kind === 'training' && row.parameter === parameter,
  );
  const [largest] = rows.toSorted((a, b) => b.value - a.value);
  if (!largest) return null;
  const [document] = await listSources(orm, [largest.source]);
  const origin = document ? nameOrigin(document) : largest.source;
  const isCost = parameter === 'amortised-cost';
  return {
    label: isCost
      ? 'The most expensive training here, hardware worn and energy'
      : 'Most accelerators of a training here',
    value: formatValue(largest.value, isCost ? 'USD' : 'accelerators'),
    period: `${largest.name}, ${isCost ? 'estimate of' : 'by'} ${origin}`,
    href: toEvidenceHref(costScenarios, largest),
  };
}

const areResultsOf =
  (vendor: string) =>
  ({ company, occasion }: Reaction): boolean =>
    company === vendor && occasion === 'results';

async function findNewestResults(orm: Orm, vendor: string): Promise<Today | null> {
  const newest = (await listReactions(orm)).find(areResultsOf(vendor));
  if (!newest) return null;
  return {
    label: `${newest.company_name}’s newest report here`,
    value: newest.event,
    period: formatDate(newest.date),
    href: `/article#${newest.id}`,
  };
}

/** What followed the newest of Nvidia's reports of which that much is known. */
async function findReaction(orm: Orm, of: string): Promise<Today | null> {
  const column: ReactionColumn = of === 'worth' ? 'worth' : 'shares';
  const reports = (await listReactions(orm)).filter(areResultsOf(NVIDIA));
  const found = reports.find(({ figures }) => figures.get(column)?.length);
  const [figure] = found?.figures.get(column) ?? [];
  if (!found || !figure) return null;
  return {
    label: column === 'shares' ? 'Nvidia’s shares after results' : 'Nvidia’s market value',
    value: figure.text,
    period: `${formatDate(found.date)}, ${found.event}`,
    href: figure.evidence,
  };
}

/** The newest server of a product line with a price. */
async function findServer(orm: Orm, of: string): Promise<Today | null> {
  const servers = (await listPricedSystems(orm)).filter(
    ({ product_line, price_kind }) => product_line === of && price_kind !== null,
  );
  const newest = servers.toSorted((a, b) => b.launch_date.localeCompare(a.launch_date))[0];
  if (!newest) return null;
  const { name, chips_per_system, price_usd, price_kind, price_as_of, system } = newest;
  return {
    label: name,
    value: `${chips_per_system} accelerators, ${formatValue(price_usd, 'USD')}`,
    period: [systemPriceKinds[price_kind!], price_as_of && formatDate(price_as_of)]
      .filter(Boolean)
      .join(', '),
    href: toSystemHref(system),
  };
}

/** Whether the chip, or a variant of it, may be exported to China. */
async function findExportState(orm: Orm, slug: string): Promise<Today | null> {
  const chips = await listVariants(orm, slug);
  const known = chips.find(
    (row) => row.export_controlled_to_china !== null && row.export_controlled_since !== null,
  );
  if (!known?.export_controlled_to_china) return null;
  const { export_controlled_since: since, export_case_by_case_since: review } = known;
  const state = exportStates[known.export_controlled_to_china].toLowerCase();
  return {
    label: `Export of the ${known.name} to China`,
    value: review ? `${state}, decided case by case` : state,
    period: [
      since && `controlled since ${formatDate(since)}`,
      review && `case by case since ${formatDate(review)}`,
    ]
      .filter(Boolean)
      .join(', '),
    href: toChipHref(slug),
  };
}

/** What the newest rule of its sort says; a rule that another has changed does not count. */
async function findNewestRule(orm: Orm, measure: string): Promise<Today | null> {
  const rules = await listExportControls(orm);
  const newest = rules.find((rule) => rule.measure === measure && rule.changed_by === null);
  if (!newest) return null;
  return {
    label: newest.title,
    value: controlMeasures[newest.measure].toLowerCase(),
    period: formatDate(newest.date),
    href: toEventHref(newest.event),
  };
}

async function findNewestControl(orm: Orm, of: string): Promise<Today | null> {
  const newest = (await listExportControls(orm)).find(({ vendor }) => vendor === of);
  if (!newest) return null;
  return {
    label: 'The newest control that speaks of Nvidia here',
    value: newest.title,
    period: formatDate(newest.date),
    href: toEventHref(newest.event),
  };
}
