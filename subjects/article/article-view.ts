/**
 * The article claim by claim: which are shown, where the
 * names in them lead, which calculators work them out, and what they would say today.
 */

import {
  ALL,
  type Choice,
  type Choices,
  type Chosen,
  type OfferedChoice,
  parseChoices,
} from '@/address/choices';
import { toHref } from '@/address/href';
import { toChipHref, toOrganizationHref, toVendorHref } from '@/address/links';
import type { ParameterProblem, Query } from '@/address/parameters';
import { articleClaims } from '@/data/article-claims/contract';
import { toLabels, toMeanings } from '@/data/contract';
import type { Tracker } from '@/db/connection';
import type { Orm } from '@/db/orm';
import { listSources, type SourceRow } from '@/db/queries/names';
import { getCalculator, listPresets } from '../calculators/calculators';
import { listPublishedChecks } from '../calculators/compare-with-published';
import { getNameLinker, listKnownNames } from '../names/known-names';
import type { KnownName, NameLinker, Piece } from '../names/link-names';
import { type FindChart, listToday } from './figures-of-today';
import { listPrintedFigures, type PrintedFigure } from './printed-figures';
import { type ClaimRow, listClaimAnswers, listClaims } from './queries';
import { listReactions, type Reaction } from './reactions';
import { listThenAndNow, type ThenAndNow, type Today } from './then-and-now';

const verdicts = toLabels(articleClaims.columns.verdict);

const topics = toLabels(articleClaims.columns.topic);

/** How firm what a verdict rests on is; a verdict of "only reported" says so itself. */
export const standings = toLabels(articleClaims.columns.standing);

/** A mistranslation of what could not be read is only likely one. */
export function nameVerdict({ verdict, standing }: ClaimRow): string {
  const isLikely = verdict === 'mistranslated' && standing === 'reported';
  return isLikely ? `Likely ${verdicts[verdict].toLowerCase()}` : verdicts[verdict];
}

/** Each option says how many claims it shows, the other choice left as it is. */
const articleChoices = {
  verdict: listed('Verdict', verdicts, 'verdict', 'topic'),
  topic: listed('Topic', topics, 'topic', 'verdict'),
} satisfies Choices;

/** Whether a claim is among those chosen. */
function isShown({ verdict, topic }: ClaimRow, chosen: Chosen): boolean {
  return fits(verdict, chosen.verdict) && fits(topic, chosen.topic);
}

/** What a verdict or a topic means, for a title on hover. */
export const meanings = {
  verdict: toMeanings(articleClaims.columns.verdict),
  topic: toMeanings(articleClaims.columns.topic),
} as const;

type Dimension = 'verdict' | 'topic';

function listed(
  label: string,
  names: Readonly<Record<string, string>>,
  own: Dimension,
  other: Dimension,
): Choice {
  return {
    label,
    control: 'select',
    preferred: ALL,
    list: async (orm: Orm, chosen, wanted) => {
      const claims = await listClaims(orm);
      const asked = chosen[other] ?? wanted[other];
      // An unknown value is corrected to all of them.
      const isKnown = claims.some((claim) => claim[other] === asked);
      const counted = claims.filter((claim) => !isKnown || claim[other] === asked);
      return [
        { value: ALL, label: 'All', amount: counted.length },
        ...Object.entries(names).map(([value, name]) => ({
          value,
          label: name,
          amount: counted.filter((claim) => claim[own] === value).length,
        })),
      ];
    },
  };
}

function fits(value: string, chosen: string | undefined): boolean {
  return chosen === undefined || chosen === ALL || chosen === value;
}

/** A claim with its texts in pieces, so that each name leads to its page once. */
export interface CheckedClaim {
  readonly row: ClaimRow;
  readonly says: readonly Piece[];
  readonly said_by: readonly Piece[];
  readonly finding: readonly Piece[] | null;
  readonly chinese_text: readonly Piece[] | null;
  /** Whom and what else the claim is about: those whom its texts do not name. */
  readonly about: readonly KnownName[];
  readonly printed: readonly PrintedFigure[];
  readonly today: readonly Today[];
  /** Set against the newest of its kind, where it is among the best known. */
  readonly compared: ThenAndNow | null;
  /** Calculators that work the claim out. */
  readonly models: readonly WorkingModel[];
  readonly document: SourceRow | null;
}

export interface ArticleView {
  /** The claims that the story stands on, whatever was chosen. */
  readonly leading: readonly CheckedClaim[];
  /** Those chosen, in the order of the text. */
  readonly claims: readonly CheckedClaim[];
  readonly reactions: readonly Reaction[];
  /** How many claims there are. */
  readonly total: number;
  readonly offered: readonly OfferedChoice[];
  readonly corrections: readonly ParameterProblem[];
}

/** `findChart` knows the published charts that claims are answered from. */
export async function getArticleView(
  tracker: Tracker,
  findChart: FindChart,
  query: Query = {},
): Promise<ArticleView> {
  const { orm } = tracker;
  const [claims, { values, offered, corrections }, names, reactions] = await Promise.all([
    listClaims(orm),
    parseChoices(articleChoices, query, orm),
    listKnownNames(orm),
    listReactions(orm),
  ]);
  const documents = await listSources(
    orm,
    claims.map(({ source }) => source),
  );
  const bySlug = new Map(documents.map((one) => [one.source, one]));
  const link = await getNameLinker(orm);
  const thenAndNow = await listThenAndNow(tracker, claims);
  const [printed, today, models] = await Promise.all([
    listPrintedFigures(orm, claims),
    listToday(tracker, thenAndNow, findChart),
    listWorkingModels(tracker),
  ]);
  const checked = claims.map(
    (row): CheckedClaim => ({
      ...linkClaim(row, link, names),
      printed: printed.get(row.claim) ?? [],
      today: today.get(row.claim) ?? [],
      compared: thenAndNow.find(({ claim }) => claim === row.claim) ?? null,
      models: models.get(row.claim) ?? [],
      document: bySlug.get(row.source) ?? null,
    }),
  );
  return {
    leading: checked
      .filter(({ row }) => row.lead_place !== null)
      .toSorted((one, other) => (one.row.lead_place ?? 0) - (other.row.lead_place ?? 0)),
    claims: checked.filter(({ row }) => isShown(row, values)),
    reactions,
    total: claims.length,
    offered,
    corrections,
  };
}

/** Names in the order of reading; the claim's own columns say who is meant. */
function linkClaim(row: ClaimRow, link: NameLinker, names: readonly KnownName[]) {
  const own = [
    row.organization && toOrganizationHref(row.organization),
    row.chip && toChipHref(row.chip),
    row.vendor && toVendorHref(row.vendor),
  ].filter((href) => href !== null);
  const linked = new Set<string>();
  const write = (text: string) => link(text, { preferred: new Set(own), linked });
  const pieces = {
    row,
    says: write(row.says),
    said_by: write(row.said_by),
    finding: row.finding === null ? null : write(row.finding),
    chinese_text: row.chinese_text === null ? null : write(row.chinese_text),
  };
  const about = own
    .filter((href) => !linked.has(href))
    .flatMap((href) => names.find((name) => name.href === href) ?? []);
  return { ...pieces, about };
}

interface WorkingModel {
  readonly name: string;
  readonly href: string;
  /** "$3.1m ($1.4m–$5.6m), 69% below": what it makes of the claim; null where none was published. */
  readonly answer: string | null;
}

/** Claim → its models in the order of the answers; a preset that is gone is left out. */
export async function listWorkingModels(
  tracker: Tracker,
): Promise<ReadonlyMap<string, readonly WorkingModel[]>> {
  const models = new Map<string, WorkingModel[]>();
  for (const { claim, shows, of, chart } of await listClaimAnswers(tracker.orm)) {
    const calculator = shows === 'calculator' ? getCalculator(chart ?? '') : null;
    if (!calculator) continue;
    const [presets, checks] = await Promise.all([
      listPresets(tracker, calculator),
      listPublishedChecks(tracker, calculator),
    ]);
    const preset = presets.find(({ slug }) => slug === of);
    if (!preset) continue;
    const isFirst = preset === presets[0];
    const href = toHref(`/calculators/${calculator.slug}`, { preset: isFirst ? null : of });
    const check = checks.find((one) => one.preset.slug === of);
    const answer = check ? `${check.estimate}, ${check.difference} (${check.published})` : null;
    models.set(claim, [...(models.get(claim) ?? []), { name: preset.name, href, answer }]);
  }
  return models;
}
