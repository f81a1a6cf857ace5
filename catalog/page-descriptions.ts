/**
 * What a page says of itself to search engines and to whoever links it: of the pages that are
 * many of their kind, each from its own data.
 */

import type { Contract } from '@/data/contract';
import { nameOrigin } from '@/data/sources/origins';
import type { Orm } from '@/db/orm';
import { getVendorLooks } from '@/db/queries/names';
import type { VendorRow } from '@/db/queries/vendors';
import { type ChipRow, listVariants } from '@/subjects/chips/queries';
import { describeControl } from '@/subjects/events/export-controls';
import { describeOrganization, readPlaces } from '@/subjects/holdings/organization-places';
import { listHoldingsOfOrganization, type OrganizationRow } from '@/subjects/holdings/queries';
import type { SiteView } from '@/subjects/sites/site-view';
import {
  formatMeasure,
  formatParties,
  formatPlace,
  measures,
  statusLabels,
} from '@/subjects/sites/sites';
import { formatCountry, formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import type { PublishedChart } from '@/views/published-chart';
import type { Evidence } from './evidence';

/** "A100, a chip of Nvidia, launched May 14, 2020. As A100 40 GB (SXM4): 40 GB, 400 W. …" */
export async function describeChipPage(orm: Orm, chip: ChipRow): Promise<string> {
  const [lookOf, rows] = await Promise.all([getVendorLooks(orm), listVariants(orm, chip.chip)]);
  const vendor = lookOf(chip.vendor).label;
  // What stands below an architecture or a bucket are chips of their own.
  const variants = chip.level === 'model' || chip.level === 'variant' ? rows : [];
  const specified = variants.find((row) => listFigures(row).length > 0);
  return toDescription([
    `${chip.name}, ${levels[chip.level]} of ${vendor}${chip.launch_date ? `, launched ${formatDate(chip.launch_date)}` : ''}.`,
    specified &&
      `${specified.chip === chip.chip ? '' : `As ${specified.name}: `}${listFigures(specified).join(', ')}.`,
    describeControl(variants),
    'What it can do, what it costs, who holds it and which papers name it.',
  ]);
}

function listFigures(row: ChipRow): string[] {
  const rate = row.bf16_dense_tflops ?? row.fp16_dense_tflops;
  return [
    row.memory_gb === null ? [] : formatValue(row.memory_gb, 'GB'),
    rate === null ? [] : `${formatValue(rate, 'TFLOPS')} at 16 bit`,
    row.power_w === null ? [] : formatValue(row.power_w, 'W'),
  ].flat();
}

const levels = {
  architecture: 'an architecture',
  model: 'a chip',
  variant: 'a variant',
  bucket: 'chips that sources count together',
} satisfies Record<ChipRow['level'], string>;

/** "By Epoch AI’s model, Meta holds 2.3m H100-equivalents …": the sentences of its page. */
export async function describeOrganizationPage(
  orm: Orm,
  { organization, name, country }: OrganizationRow,
): Promise<string> {
  const [places, rows] = await Promise.all([
    readPlaces(orm, organization),
    listHoldingsOfOrganization(orm, organization),
  ]);
  const place = formatCountry(country);
  return toDescription([
    rows.length > 0
      ? describeOrganization(name, places, rows)
      : `What ${name}${place ? ` (${place})` : ''} holds: no source gives a count of its accelerators.`,
    'Its AI accelerators by list, over time and among its neighbors.',
  ]);
}

/** "Nvidia: Designer of GPUs …. Its chips, shares, shipments, revenue, papers and holders." */
export function describeVendorPage({ name, level, meaning }: VendorRow): string {
  return toDescription([
    `${name}: ${meaning}`,
    level === 'group'
      ? 'Shares, shipments and chips that sources give for the group.'
      : 'Chips, shares by every definition, shipments, revenue and owners.',
    'Each figure with its source.',
  ]);
}

/** "Colossus 2: AI data center at Memphis, Tennessee, …: 946 MW of IT power, 1.1m H100-equivalents. …" */
export function describeDataCenterPage({ site, now }: SiteView): string {
  const { name, status, by, users } = site;
  const power = measures['it-power'];
  return toDescription([
    `${name}: AI data center, ${formatPlace(site)}, ${statusLabels[status].toLowerCase()}.`,
    now &&
      (now.it_power_mw ?? 0) > 0 &&
      `${formatMeasure(now.it_power_mw, power)} of IT power, ${formatMeasure(now.h100e, measures.h100e)}.`,
    by && `Owner: ${by.name}.`,
    users.length > 0 && `Used by ${formatParties(users)}.`,
    'Its growth, plans, chips and sources.',
  ]);
}

/** The question and its answer; `summary` is that of the view. */
export function describeChartPage({ name, question }: PublishedChart, summary: string): string {
  return toDescription([`${name}. ${question} ${summary}`]);
}

export function describeDatasetPage({ title, story, grain }: Contract): string {
  return toDescription([`${title}, as open data.`, story, grain]);
}

/** What the figure is of, what it is, and who says so. */
export function describeEvidencePage(heading: string, { contract, sources }: Evidence): string {
  const [source] = sources;
  return toDescription([
    `${heading}.`,
    source &&
      `Source: ${nameOrigin(source)}${source.published_on ? `, ${formatDate(source.published_on)}` : ''}.`,
    `One row of “${contract.title}”, with where the same figure stands elsewhere.`,
  ]);
}

/** Longer ones are cut where they are shown; shorter ones tell too little. */
export const SHORTEST = 60;
export const LONGEST = 160;

/**
 * As many whole sentences as fit, in their order. Where too little fits, the next one is
 * cut at a word. Sentences that are missing are left out; none gives an empty text.
 */
export function toDescription(sentences: readonly (string | null | undefined | false)[]): string {
  let text = '';
  for (const sentence of sentences.flatMap((one) => (one ? splitSentences(one) : []))) {
    const longer = text ? `${text} ${sentence}` : sentence;
    if (longer.length > LONGEST) return text.length >= SHORTEST ? text : cut(longer);
    text = longer;
  }
  return text;
}

/** Marks of code are for pages that can show it. */
function splitSentences(text: string): string[] {
  return text.replaceAll('`', '').split(/(?<=[.?!]) (?=\p{Lu})/u);
}

function cut(text: string): string {
  const words = text.slice(0, LONGEST - 1);
  return `${words.slice(0, words.lastIndexOf(' ')).replace(/[\s,;:.–—(]+$/, '')}…`;
}
