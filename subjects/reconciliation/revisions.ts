/** How far first figures move: each figure of a first edition against the newest one's. */

import { groups, median } from 'd3-array';
import { sql } from 'drizzle-orm';
import { toHref } from '@/address/href';
import type { RankEntry } from '@/charts/model';
import { chipSales } from '@/data/chip-sales/contract';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { dataCenterTimelines } from '@/data/data-center-timelines/contract';
import { indexEditions } from '@/data/index-editions/contract';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinSentences } from '@/views/sentences';

/** A figure as it was first published, and as it is now. */
interface Pair {
  readonly series: string;
  readonly name: string;
  /** What is counted, with its publisher. */
  readonly counted: string;
  /** The period, or the site. */
  readonly item: string;
  readonly first: number;
  readonly newest: number;
  readonly source: string;
  /** Where its rows are. */
  readonly href: string;
}

export const revisions = defineChart({
  slug: 'revisions',
  name: 'How far first figures move',
  section: 'checks',
  question: 'How far do first figures move?',
  datasets: [chipSales, dataCenterTimelines, chipUsageInPapers, indexEditions],
  choices: {},
  build: async (orm) => {
    const pairs = (await orm.values<Parameters<typeof toPair>>(sql.raw(PAIRS))).map((cells) =>
      toPair(...cells),
    );
    const entries = groups(pairs, ({ series }) => series)
      .flatMap(([, own]) => toEntry(own))
      .toSorted((a, b) => (b.high ?? 0) - (a.high ?? 0) || a.label.localeCompare(b.label));
    const [most] = entries;
    const still = entries.filter(({ high }) => high === 0).map(({ label }) => label);
    return {
      title: 'How far first figures move',
      subtitle:
        'Change from the first edition to the newest, up or down, in % of the first: the median change, with the smallest and the largest as whiskers',
      summary: joinSentences(
        most &&
          `${most.label} moved by up to ${formatValue(most.high ?? null, '%')}, half of the figures by ${formatValue(most.value, '%')} or less.`,
        still.length > 0 && `Did not move: ${still.join('; ')}.`,
      ),
      model: {
        shape: 'ranking',
        unit: '%',
        scale: 'linear',
        axis: 'from-zero',
        valueLabel: 'Median change',
        entryLabel: 'Series',
        columns: [
          { id: 'counted', label: 'What is counted' },
          { id: 'figures', label: 'Figures', type: 'number' },
          { id: 'changed', label: 'Changed', type: 'number' },
          { id: 'upward', label: 'Upward, % of those changed', type: 'number' },
          { id: 'largest', label: 'Largest change' },
        ],
        entries,
        notes: ['Whiskers: the smallest and the largest change. Computed by us.'],
      },
      reading: [
        'A figure counts where the first edition that has it and the newest both give it for the same thing and time, as an estimate or a count; of papers projections as well, by themselves. Newer figures are no revisions.',
        'Chip sales: chips of a designer in a whole quarter. Data centers: what Epoch AI said of a site as of the day of its first edition. Papers: counts of chips named, of finished years, and of the year that the first edition projected.',
        'Lists of owners are left out: they change because owners buy.',
      ],
    };
  },
});

/** Series with fewer figures say nothing. */
const LEAST_FIGURES = 4;

function toEntry(pairs: readonly Pair[]): RankEntry[] {
  const changes = pairs
    .map((pair) => ({ pair, percent: (100 * (pair.newest - pair.first)) / pair.first }))
    .toSorted((a, b) => Math.abs(b.percent) - Math.abs(a.percent));
  const [largest] = changes;
  if (!largest || changes.length < LEAST_FIGURES) return [];
  const { series, name, counted, source, href } = largest.pair;
  const sizes = changes.map(({ percent }) => Math.abs(percent));
  const changed = changes.filter(({ percent }) => percent !== 0);
  const upward = changed.filter(({ percent }) => percent > 0).length;
  return [
    {
      ...{ id: series, label: name, href, color: 'category-1', tone: 'full' },
      ...{
        value: round(median(sizes) ?? 0),
        low: round(sizes.at(-1) ?? 0),
        high: round(sizes[0] ?? 0),
      },
      ...{ kind: 'derived', source, evidence: href },
      details: [
        counted,
        changes.length,
        changed.length,
        changed.length === 0 ? null : Math.round((100 * upward) / changed.length),
        largest.percent === 0
          ? null
          : `${formatPeriod(largest.pair.item)}: ${largest.percent > 0 ? '+' : '−'}${formatValue(round(Math.abs(largest.percent)), '%')}`,
      ],
    },
  ];
}

const round = (percent: number): number => Math.round(percent * 10) / 10;

/** What the first and the newest edition say of each site as of the day of the first. */
const toSitePairs = (column: string, name: string) => `
  SELECT 'sites-${column}', '${name}', 'Data centers (Epoch AI)', s.name, f.${column}, n.${column},
    n.source, '/datasets/data-center-timelines', NULL
  FROM sites n JOIN sites f ON f.site = n.site AND f.edition < n.edition
  JOIN data_centers s ON s.site = n.site
  WHERE n.edition = (SELECT max(edition) FROM sites)
    AND f.edition = (SELECT min(edition) FROM sites)`;

/** Counts of a year in the first edition that has it, as it is said to be there, and now. */
const toPaperPairs = (kind: 'measured' | 'projection', name: string) => `
  SELECT 'papers-${kind}', '${name}', 'Papers naming a chip (State of AI index)',
    n.series || ', ' || n.period, f.papers, n.papers, n.source, '/datasets/chip-usage-in-papers', NULL
  FROM papers n JOIN papers f ON f.series = n.series AND f.period = n.period
  WHERE n.published_on = (SELECT max(published_on) FROM papers) AND n.kind = 'measured'
    AND f.published_on = (SELECT min(published_on) FROM papers) AND f.kind = '${kind}'
    AND f.published_on < n.published_on`;

/** The cells of a row of `PAIRS` in their order. */
const toPair = (
  series: string,
  name: string,
  counted: string,
  item: string,
  first: number,
  newest: number,
  source: string,
  rows: string,
  vendor: string | null,
): Pair => ({ series, name, counted, item, first, newest, source, href: toHref(rows, { vendor }) });

/** For SQLite and PostgreSQL alike. */
const PAIRS = `WITH sums AS MATERIALIZED (
    SELECT edition, vendor, period, sum(units) AS units, max(source) AS source FROM chip_sales
    GROUP BY edition, vendor, period HAVING min(quarter) = 'whole' AND max(quarter) = 'whole'),
  sites AS MATERIALIZED (
    SELECT edition, site, h100e, it_power_mw, source FROM (
      SELECT t.*, row_number() OVER (PARTITION BY edition, site ORDER BY date DESC) AS place
      FROM data_center_timelines t WHERE kind = 'estimate' AND date <= (
        SELECT max(d.published_on) FROM data_center_timelines o
        JOIN sources d ON d.source = o.source
        WHERE o.edition = (SELECT min(edition) FROM data_center_timelines))) dated
    WHERE place = 1),
  papers AS MATERIALIZED (
    SELECT c.*, e.published_on FROM chip_usage_in_papers c
    JOIN index_editions e ON e.edition = c.edition WHERE e.papers_numbers = 'complete'),
  pairs AS (
    SELECT 'sales-' || n.vendor AS series, 'Chips sold, ' || v.name AS name,
      'Chip sales (Epoch AI)' AS counted, n.period AS item, f.units AS first, n.units AS newest,
      n.source, '/datasets/chip-sales' AS shown_in, n.vendor
    FROM sums n JOIN vendors v ON v.vendor = n.vendor
    JOIN sums f ON f.vendor = n.vendor AND f.period = n.period
      AND f.edition = (SELECT min(x.edition) FROM sums x
        WHERE x.vendor = n.vendor AND x.period = n.period)
    WHERE n.edition = (SELECT max(edition) FROM chip_sales) AND f.edition < n.edition
    UNION ALL ${toSitePairs('h100e', 'Computing at a site')}
    UNION ALL ${toSitePairs('it_power_mw', 'IT power at a site')}
    UNION ALL ${toPaperPairs('measured', 'Papers of finished years')}
    UNION ALL ${toPaperPairs('projection', 'Papers projected for the year')})
  SELECT * FROM pairs WHERE first > 0 AND newest IS NOT NULL ORDER BY series, item`;
