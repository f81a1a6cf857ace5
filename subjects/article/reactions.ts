/**
 * The market's reactions, one line per company and piece of news: what was reported, how
 * the shares moved on it, what the company was worth. Figures are as the press printed
 * them; each keeps its own day, because results come after the close.
 */

import { groups } from 'd3-array';
import { toEvidenceHref } from '@/address/links';
import { marketReactions } from '@/data/market-reactions/contract';
import type { Orm } from '@/db/orm';
import { listSources, type SourceRow } from '@/db/queries/names';
import { formatChange } from '@/units/format-value';
import { listMarketReactions, type MarketReactionRow } from './queries';

type Metric = MarketReactionRow['metric'];

/** The columns of the table, in its order. */
export const reactionColumns = {
  revenue: 'Revenue vs. year earlier',
  'data-center': 'Data center and AI',
  shares: 'Shares',
  worth: 'Market value',
  outlook: 'Outlook',
} as const;

export type ReactionColumn = keyof typeof reactionColumns;

export interface Reaction {
  /** Unique on a page: an address can lead to it. */
  readonly id: string;
  /** The day of the news, ISO; the shares may have moved the day after. */
  readonly date: string;
  readonly company: string;
  readonly company_name: string;
  readonly event: string;
  readonly occasion: MarketReactionRow['occasion'];
  /** Column → its figures; none where nothing was printed. */
  readonly figures: ReadonlyMap<ReactionColumn, readonly ReactionFigure[]>;
  /** What must be known of the figures. */
  readonly notes: readonly string[];
  readonly sources: readonly SourceRow[];
}

export interface ReactionFigure {
  /** "+14%", "over +60% since January". */
  readonly text: string;
  /** Whether only the article says so. */
  readonly isReported: boolean;
  readonly evidence: string;
}

const change = (value: number) => formatChange(value, '%');
/** With the digits that were printed, no more: "$589bn", "$5.34tn". */
const billions = (value: number) => (value < 1000 ? `$${value}bn` : `$${value / 1000}tn`);

/** Metric → where it stands, and how it is worded. */
const wordings: Readonly<Record<Metric, readonly [ReactionColumn, (value: number) => string]>> = {
  'revenue-growth': ['revenue', change],
  'data-center-revenue': ['data-center', billions],
  'data-center-revenue-growth': ['data-center', change],
  'dcai-revenue-growth': ['data-center', (value) => `${change(value)} (DCAI)`],
  'ai-semiconductor-revenue-growth': ['data-center', (value) => `${change(value)} (AI chips)`],
  'share-price-change': ['shares', change],
  'share-price-change-intraday': ['shares', (value) => `${change(value)} in the session`],
  'share-price-change-after-hours': ['shares', (value) => `${change(value)} after the close`],
  'share-price-change-premarket': ['shares', (value) => `${change(value)} before the opening`],
  'ytd-change': ['shares', (value) => `${change(value)} since January`],
  'ytd-change-floor': ['shares', (value) => `over ${change(value)} since January`],
  'market-cap': ['worth', billions],
  'market-cap-change': [
    'worth',
    (value) => `${value < 0 ? '−' : '+'}${billions(Math.abs(value))} in a day`,
  ],
  'market-cap-milestone': ['worth', (value) => `$${value}tn for the first time`],
  'next-quarter-revenue-guidance': ['outlook', (value) => `${billions(value)} next quarter`],
  'next-quarter-revenue-consensus': ['outlook', (value) => `${billions(value)} had been expected`],
  'next-quarter-ai-revenue-guidance': [
    'outlook',
    (value) => `${billions(value)} of AI chips next quarter`,
  ],
  'annual-ai-chip-revenue-forecast': [
    'outlook',
    (value) => `${billions(value)} of AI chips in the year`,
  ],
};

/** Those with figures of most kinds first, then the newest; of one day by company. */
export async function listReactions(orm: Orm): Promise<Reaction[]> {
  const rows = await listMarketReactions(orm);
  const documents = await listSources(
    orm,
    rows.map(({ source }) => source),
  );
  return groups(rows, ({ event, company }) => `${event} ${company}`)
    .map(([, own]) => toReaction(own, documents))
    .toSorted(
      (a, b) =>
        countColumns(b) - countColumns(a) ||
        b.date.localeCompare(a.date) ||
        a.company.localeCompare(b.company),
    );
}

/** How many columns have a figure of it. */
const countColumns = ({ figures }: Reaction): number =>
  [...figures.values()].filter((own) => own.length > 0).length;

function toReaction(rows: readonly MarketReactionRow[], documents: readonly SourceRow[]): Reaction {
  const oldest = rows.at(-1)!;
  const { date, company, company_name, event, occasion } = oldest;
  const columns = Object.keys(reactionColumns) as ReactionColumn[];
  return {
    id: `reaction-${company}-${date}`,
    date,
    company,
    company_name,
    event,
    occasion,
    figures: new Map(
      columns.map((column) => [
        column,
        rows.filter(({ metric }) => wordings[metric][0] === column).map(toFigure),
      ]),
    ),
    notes: [...new Set(rows.flatMap(({ note }) => note ?? []))],
    sources: documents.filter(({ source }) => rows.some((row) => row.source === source)),
  };
}

/** One figure in words, with the address of its evidence. */
export function toFigure(row: MarketReactionRow): ReactionFigure {
  return {
    text: wordings[row.metric][1](row.value),
    isReported: row.standing === 'reported',
    evidence: toEvidenceHref(marketReactions, row),
  };
}
