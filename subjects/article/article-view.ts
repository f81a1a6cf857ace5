/**
 * The article claim by claim, grouped as its story goes: which are shown, where the
 * names in them lead, and what they would say today.
 */

import { type OfferedChoice, parseChoices } from '@/address/choices';
import { toChipHref, toOrganizationHref, toVendorHref } from '@/address/links';
import type { ParameterProblem, Query } from '@/address/parameters';
import type { Tracker } from '@/db/connection';
import { listSources, type SourceRow } from '@/db/queries/names';
import { listKnownNames } from '../names/known-names';
import { buildNameLinker, type KnownName, type NameLinker, type Piece } from '../names/link-names';
import { articleChoices, isShown } from './article-choices';
import type { ThenAndNow, Today } from './compared-figure';
import { type FindChart, listToday } from './figures-of-today';
import { type Beside, listBeside } from './printed-figures';
import { type ClaimRow, listClaims } from './queries';
import { listReactions, type Reaction } from './reactions';
import { listThenAndNow } from './then-and-now';
import { listWorkingModels, type WorkingModel } from './working-models';

/** The chapters of the story, in its order, and the topics each gathers. */
const chapters: readonly {
  readonly slug: string;
  readonly title: string;
  readonly topics: readonly ClaimRow['topic'][];
}[] = [
  { slug: 'chip', title: 'The chip and its price', topics: ['price', 'product'] },
  { slug: 'market', title: 'The market', topics: ['market-share', 'competition'] },
  { slug: 'holders', title: 'Who has how many', topics: ['holdings'] },
  {
    slug: 'earnings',
    title: 'What Nvidia earned, and the stock market',
    topics: ['revenue', 'stock'],
  },
  {
    slug: 'costs',
    title: 'What serving and training cost',
    topics: ['inference-cost', 'training-cost'],
  },
  { slug: 'research', title: 'What research uses', topics: ['papers'] },
  { slug: 'export', title: 'Export controls', topics: ['export-control'] },
];

/** A claim with its texts in pieces, so that each name leads to its page once. */
export interface CheckedClaim {
  readonly row: ClaimRow;
  readonly says: readonly Piece[];
  readonly said_by: readonly Piece[];
  readonly finding: readonly Piece[] | null;
  readonly chinese_text: readonly Piece[] | null;
  /** Whom and what else the claim is about: those whom its texts do not name. */
  readonly about: readonly KnownName[];
  readonly beside: readonly Beside[];
  readonly today: readonly Today[];
  /** Calculators that work the claim out. */
  readonly models: readonly WorkingModel[];
  readonly document: SourceRow | null;
}

interface Chapter {
  /** The anchor of its heading. */
  readonly slug: string;
  readonly title: string;
  readonly claims: readonly CheckedClaim[];
}

export interface ArticleView {
  /** Chapters with a claim among those chosen. */
  readonly chapters: readonly Chapter[];
  readonly thenAndNow: readonly ThenAndNow[];
  readonly reactions: readonly Reaction[];
  /** All claims, and those chosen. */
  readonly total: number;
  readonly shown: number;
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
  const link = buildNameLinker(names);
  const thenAndNow = await listThenAndNow(tracker, claims);
  const [beside, today, models] = await Promise.all([
    listBeside(orm, claims),
    listToday(tracker, thenAndNow, findChart),
    listWorkingModels(tracker),
  ]);
  const shown = claims
    .filter((claim) => isShown(claim, values))
    .map((claim) => ({
      ...linkClaim(claim, link, names),
      beside: beside.get(claim.claim) ?? [],
      today: today.get(claim.claim) ?? [],
      models: models.get(claim.claim) ?? [],
      document: bySlug.get(claim.source) ?? null,
    }));
  return {
    chapters: chapters
      .map(({ topics, ...chapter }) => ({
        ...chapter,
        claims: shown.filter(({ row }) => topics.includes(row.topic)),
      }))
      .filter((chapter) => chapter.claims.length > 0),
    thenAndNow,
    reactions,
    total: claims.length,
    shown: shown.length,
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
