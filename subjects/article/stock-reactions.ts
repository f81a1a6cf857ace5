/** How shares moved in the session after results and other news. */
import { groups } from 'd3-array';
import { toEvidenceHref } from '@/address/links';
import type { DatedEntry, DatedGroup } from '@/charts/model';
import { marketReactions } from '@/data/market-reactions/contract';
import { getVendorLooks } from '@/db/queries/names';
import { formatChange } from '@/units/format-value';
import { formatDate, parsePeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinSentences, toPossessive } from '@/views/sentences';
import { listMarketReactions, type MarketReactionRow } from './queries';

export const stockReactions = defineChart({
  slug: 'stock-reactions',
  name: 'Stock moves on AI news',
  section: 'revenue',
  question: 'How did chip stocks move on results and AI news?',
  datasets: [marketReactions],
  choices: {},
  build: async (orm) => {
    const [rows, lookOf] = await Promise.all([listMarketReactions(orm), getVendorLooks(orm)]);
    const moves = rows.filter(({ metric }) => metric === 'share-price-change').toReversed();
    const companies = groups(moves, ({ company }) => company).map(
      ([company, own]): DatedGroup => ({
        id: company,
        ...lookOf(company),
        entries: own.map(toEntry),
      }),
    );
    const bySize = moves.toSorted((a, b) => b.value - a.value);
    return {
      title: 'Stock moves on results and AI news',
      subtitle: 'Change of the share price over one session, %, as the press printed it',
      summary: joinSentences(...[bySize[0], bySize.at(-1)].map((row) => row && describeMove(row))),
      model: {
        shape: 'scatter',
        unit: '%',
        scale: 'linear',
        valueLabel: 'Change',
        entryLabel: 'News',
        groupLabel: 'Company',
        columns: [],
        named: true,
        groups: companies,
        notes: ['Only sessions of which the press printed a change; many others moved as much.'],
      },
      reading: [
        'A dot is the session that followed the news: results come after the close, so shares move the day after. Moves before the opening, after the close or within the session are in the table of reactions on the article’s page.',
        'What moved with the news need not have moved because of it.',
      ],
    };
  },
});

function toEntry(row: MarketReactionRow): DatedEntry {
  return {
    id: `${row.company}-${row.date}`,
    label: `${row.event} ${formatChange(row.value, '%')}`,
    href: null,
    date: parsePeriod(row.date)!,
    value: row.value,
    kind: row.standing === 'reported' ? 'statement' : 'measured',
    details: [],
    source: row.source,
    note: row.note,
    evidence: toEvidenceHref(marketReactions, row),
  };
}

const describeMove = ({ company_name, value, date, event }: MarketReactionRow): string =>
  `${toPossessive(company_name)} shares: ${formatChange(value, '%')} on ${formatDate(date)} (${event}).`;
