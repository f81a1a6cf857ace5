/**
 * Whether figures of different datasets fit each other. Each comparison is one statement that
 * puts two figures of the same thing next to each other, and how far apart they may be. None is
 * a promise of the data: publishers may disagree, and then readers should know.
 */
import type { CellValue } from '@/units/table';

/** As the statement gives it, in its order. */
interface Compared {
  /** What `subject` is the name of: a vendor, an organization, a chip, a market. */
  readonly id: string;
  readonly subject: string;
  /** Label of the period or a day; null where the comparison has one for all. */
  readonly period: string | null;
  /** Null: nobody published it. */
  readonly ours: number | null;
  readonly others: number | null;
  /** Slugs of what each is from; of several the newest. */
  readonly ours_source: string | null;
  readonly others_source: string | null;
}

interface Declaration {
  /** Its anchor on the page; keep it. */
  readonly slug: string;
  readonly question: string;
  /** What is compared, in a few words: "sites and fleets". */
  readonly name: string;
  /** How it is computed, as a formula in words. */
  readonly formula: string;
  /** What it cannot show. */
  readonly limits: string;
  /** What stands in the two columns. */
  readonly labels: readonly [ours: string, others: string];
  readonly unit: 'accelerators' | 'H100-equivalents' | 'USD millions' | '%';
  /** The first figure as percent of the second: within these they agree. */
  readonly percent: { readonly least?: number; readonly most: number };
  /**
   * How it is drawn: both figures over time; the first as a part of the second; the first in
   * percent of the second, over time or for each subject.
   */
  readonly picture: 'over-time' | 'parts' | 'ratios-over-time' | 'ratios';
  /** Charts that show what differs where a row does, with the parameters that choose it. */
  readonly shownIn: (row: Compared) => readonly string[];
  /** Where the rows are, as paths of this site: of the first figure, then of the second. */
  readonly rows: readonly { readonly label: string; readonly href: string }[];
  /** Columns in the order of `Compared`; for SQLite and PostgreSQL alike. */
  readonly sql: string;
}

type Verdict = 'agrees' | 'differs' | 'unknown';

export interface ComparedRow extends Compared {
  /** The first figure as percent of the second; null where one is unknown. */
  readonly percent: number | null;
  readonly verdict: Verdict;
}

export interface Reconciliation extends Omit<Declaration, 'sql'> {
  /** Those that differ first, else in the statement's order. */
  readonly compared: readonly ComparedRow[];
  /** "14 of 16 agree; 2 differ." */
  readonly verdict: string;
  readonly differing: number;
}

/**
 * Every comparison of which the data have at least one pair, in the order of the page; `ask`
 * answers a statement with its rows.
 */
export async function listReconciliations(
  ask: (statement: string) => Promise<readonly CellValue[][]>,
): Promise<readonly Reconciliation[]> {
  const answers = await Promise.all(declarations.map(({ sql }) => ask(sql)));
  return declarations.flatMap(({ sql: _, ...declaration }, at) => {
    const compared = (answers[at] ?? [])
      .map((cells) => judge(toCompared(cells), declaration.percent))
      .toSorted((a, b) => order(a) - order(b));
    if (compared.every(({ verdict }) => verdict === 'unknown')) return [];
    const differing = compared.filter(({ verdict }) => verdict === 'differs').length;
    return [{ ...declaration, compared, differing, verdict: wordVerdict(compared) }];
  });
}

function toCompared(cells: readonly CellValue[]): Compared {
  const [id, subject, period, ours, others, ours_source, others_source] = cells;
  const figure = (cell: CellValue | undefined) => (typeof cell === 'number' ? cell : null);
  const words = (cell: CellValue | undefined) => (typeof cell === 'string' ? cell : null);
  return {
    id: String(id),
    subject: String(subject),
    period: words(period),
    ours: figure(ours),
    others: figure(others),
    ours_source: words(ours_source),
    others_source: words(others_source),
  };
}

const order = ({ verdict }: ComparedRow): number => (verdict === 'differs' ? 0 : 1);

function judge(row: Compared, { least = 0, most }: Declaration['percent']): ComparedRow {
  const { ours, others } = row;
  const percent = ours === null || others === null || others === 0 ? null : (100 * ours) / others;
  if (percent === null) return { ...row, percent, verdict: 'unknown' };
  return { ...row, percent, verdict: percent >= least && percent <= most ? 'agrees' : 'differs' };
}

function wordVerdict(compared: readonly ComparedRow[]): string {
  const count = (verdict: Verdict) => compared.filter((row) => row.verdict === verdict).length;
  const known = compared.length - count('unknown');
  const differing = count('differs');
  if (differing === 0) return known === 1 ? 'It agrees.' : `All ${known} agree.`;
  return `${known - differing} of ${known} agree; ${differing} ${differing === 1 ? 'differs' : 'differ'}.`;
}

/** Within what the two figures agree. */
export function wordTolerance({ percent: { least, most } }: Reconciliation): string {
  const range = least === undefined ? `at most ${most}%` : `${least}–${most}%`;
  return `Agreement: the first figure is ${range} of the second.`;
}

/** The chip whose price stands for a bucket of chip sales. */
const PRICED_AS = `CASE s.chip
  WHEN 'h100-h200' THEN 'h100-sxm' WHEN 'h800' THEN 'h100-sxm'
  WHEN 'a100' THEN 'a100-80gb' WHEN 'a800' THEN 'a100-80gb' ELSE s.chip END`;

/** Fleets as of one day, with the upper ends of their ranges added up. */
const FLEETS = `SELECT organization, max(as_of) AS as_of, max(source) AS source,
    sum(coalesce(h100e_high, h100e)) AS high
  FROM gpu_holdings WHERE family = 'epoch-owners' GROUP BY organization`;

/** Nvidia's data center revenue of the fiscal quarter that ends in the month after a row of `s`. */
const revenueAfter = (column: string) => `(SELECT r.${column} FROM nvidia_revenue r
    WHERE r.segment = 'data-center' AND r.basis = 'market-platforms'
      AND ${toMonths('r.period_end')} = ${toMonths('s.period_end')} + 1)`;

/** Months since the year 0, of a whole date. */
const toMonths = (date: string) =>
  `(12 * CAST(substr(${date}, 1, 4) AS integer) + CAST(substr(${date}, 6, 2) AS integer))`;

/** Charts of Epoch AI's model of chips sold, and of its model of fleets. */
const SALES = [
  'market-share?market=ai-compute-shipped-epoch',
  'shipments?shipments=ai-chip-units-epoch',
  'chips-sold',
];
const FLEET_CHARTS = ['accelerator-holders?list=epoch-owners'];

const declarations: readonly Declaration[] = [
  {
    slug: 'chips-and-revenue',
    name: 'chips sold and revenue',
    question: 'Do Nvidia’s chips sold, at known prices, explain its data center revenue?',
    formula:
      'Chips sold in a quarter (Epoch AI) × price near launch, by chip, as a share of the data center revenue of Nvidia’s fiscal quarter that ends a month later.',
    limits:
      'Partly circular: Epoch AI infers Nvidia’s units from this revenue, so the comparison tests prices and the mix of chips, not the units. Revenue includes networking, a sixth of it in fiscal 2026; so 50–110% counts as agreement. Prices are analysts’, a share of a server’s, or of the street, and do not fall here as they do in the market.',
    labels: ['Chips × price', 'Data center revenue'],
    unit: 'USD millions',
    percent: { least: 50, most: 110 },
    rows: [
      { label: 'Chip sales', href: '/datasets/chip-sales?vendor=nvidia' },
      { label: 'Revenue', href: '/datasets/nvidia-revenue?segment=data-center' },
    ],
    picture: 'over-time',
    shownIn: () => SALES,
    sql: `SELECT 'nvidia' AS id, 'Nvidia' AS subject, s.period,
        sum(s.units * c.launch_price_usd) / 1e6 AS ours,
        ${revenueAfter('revenue_usd_millions')} AS others,
        max(s.source) AS ours_source, ${revenueAfter('source')} AS others_source
      FROM chip_sales s LEFT JOIN chips c ON c.chip = ${PRICED_AS}
      WHERE s.vendor = 'nvidia' AND s.quarter = 'whole' AND s.period >= '2023'
        AND s.edition = (SELECT max(edition) FROM chip_sales)
      GROUP BY s.period, s.period_end HAVING count(c.launch_price_usd) = count(*)
      ORDER BY s.period DESC`,
  },
  {
    slug: 'owners-and-chips-sold',
    name: 'owners and chips sold',
    question: 'Do the owners have more chips than were sold?',
    formula:
      'Chips of one kind that Epoch AI’s model gives to the owners it names, as a share of all sold until then by the same edition; more than 105% would be a contradiction.',
    limits:
      'Both come from one model, so agreement says that it was read and added up correctly, not that it is right. What is missing to 100% belongs to owners it does not name.',
    labels: ['Owned', 'Sold so far'],
    unit: 'accelerators',
    percent: { most: 105 },
    rows: [
      { label: 'Fleets', href: '/datasets/gpu-holdings?family=epoch-owners' },
      { label: 'Chip sales', href: '/datasets/chip-sales' },
    ],
    picture: 'parts',
    shownIn: () => FLEET_CHARTS,
    sql: `SELECT h.chip AS id, c.name AS subject, h.as_of AS period, h.owned AS ours,
        (SELECT sum(s.units) FROM chip_sales s
          WHERE s.chip = h.chip AND s.source = h.source AND s.period_end <= h.as_of) AS others,
        h.source AS ours_source, h.source AS others_source
      FROM (SELECT chip, max(as_of) AS as_of, max(source) AS source, sum(accelerators) AS owned
        FROM gpu_holdings WHERE family = 'epoch-owners' GROUP BY chip) h
      JOIN chips c ON c.chip = h.chip ORDER BY ours DESC NULLS LAST, id`,
  },
  {
    slug: 'clusters-and-fleets',
    name: 'clusters and fleets',
    question: 'Do named clusters fit into the modeled fleets?',
    formula:
      'H100-equivalents of an owner’s clusters in operation (Epoch AI, clusters), as a share of the upper end of its modeled fleet (Epoch AI, owners).',
    limits:
      'Clusters are of other days than the fleets, some rented from others, and many are not public: a low share says nothing. Upper ends of single chips are added up and too high together.',
    labels: ['Named clusters', 'Fleet, upper end'],
    unit: 'H100-equivalents',
    percent: { most: 100 },
    rows: [
      { label: 'Clusters', href: '/datasets/gpu-holdings?family=epoch-clusters' },
      { label: 'Fleets', href: '/datasets/gpu-holdings?family=epoch-owners' },
    ],
    picture: 'parts',
    shownIn: () => [...FLEET_CHARTS, 'accelerator-holders?list=epoch-clusters'],
    sql: `SELECT f.organization AS id, o.name AS subject, f.as_of AS period, sum(h.h100e) AS ours,
        f.high AS others, max(h.source) AS ours_source, f.source AS others_source
      FROM (${FLEETS}) f JOIN organizations o ON o.organization = f.organization
      JOIN gpu_holdings h ON h.organization = f.organization
        AND h.family = 'epoch-clusters' AND h.status = 'operational' AND h.as_of <= f.as_of
      GROUP BY f.organization, o.name, f.as_of, f.high, f.source
      ORDER BY others DESC NULLS LAST, id`,
  },
  {
    slug: 'sites-and-fleets',
    name: 'sites and fleets',
    question: 'Do data centers seen from above fit into the modeled fleets?',
    formula:
      'H100-equivalents running at an owner’s sites on the day of the fleet (Epoch AI, data centers), as a share of the upper end of its modeled fleet.',
    limits:
      'The owner of a site is not always the owner of its chips, and only large sites are covered. Projections are left out; a fleet without a range counts as it is.',
    labels: ['At its sites', 'Fleet, upper end'],
    unit: 'H100-equivalents',
    percent: { most: 100 },
    rows: [
      { label: 'Sites over time', href: '/datasets/data-center-timelines' },
      { label: 'Fleets', href: '/datasets/gpu-holdings?family=epoch-owners' },
    ],
    picture: 'parts',
    shownIn: () => [...FLEET_CHARTS, 'accelerator-holders?list=epoch-data-centers'],
    sql: `SELECT f.organization AS id, o.name AS subject, f.as_of AS period,
        (SELECT sum(t.h100e) FROM data_centers d CROSS JOIN data_center_timelines t
          WHERE d.owner = f.organization AND t.site = d.site
            AND t.edition = (SELECT max(edition) FROM data_center_timelines)
            AND t.date = (SELECT max(x.date) FROM data_center_timelines x
              WHERE x.site = t.site AND x.edition = t.edition AND x.kind = 'estimate'
                AND x.date <= f.as_of)) AS ours, f.high AS others,
        (SELECT max(source) FROM data_center_timelines
          WHERE edition = (SELECT max(edition) FROM data_center_timelines)) AS ours_source,
        f.source AS others_source
      FROM (${FLEETS}) f JOIN organizations o ON o.organization = f.organization
      ORDER BY others DESC NULLS LAST, id`,
  },
  {
    slug: 'editions',
    name: 'editions',
    question: 'How much did Epoch AI’s first figures of chip sales move?',
    formula:
      'Chips of a designer in a quarter by the newest edition, as a share of what the edition before said; 95–105% counts as unchanged.',
    limits: 'Quarters that either edition marks as not whole are left out.',
    labels: ['Newest edition', 'Edition before'],
    unit: 'accelerators',
    percent: { least: 95, most: 105 },
    rows: [{ label: 'Chip sales', href: '/datasets/chip-sales' }],
    picture: 'ratios-over-time',
    shownIn: () => SALES,
    sql: `WITH sums AS (
        SELECT edition, vendor, period, sum(units) AS units, max(source) AS source FROM chip_sales
        GROUP BY edition, vendor, period HAVING min(quarter) = 'whole' AND max(quarter) = 'whole'),
      newest AS (SELECT max(edition) AS edition FROM chip_sales),
      earlier AS (SELECT max(edition) AS edition FROM chip_sales
        WHERE edition < (SELECT edition FROM newest))
      SELECT n.vendor AS id, v.name AS subject, n.period, n.units AS ours, e.units AS others,
        n.source AS ours_source, e.source AS others_source
      FROM sums n JOIN sums e ON e.vendor = n.vendor AND e.period = n.period
      JOIN vendors v ON v.vendor = n.vendor
      WHERE n.edition = (SELECT edition FROM newest) AND e.edition = (SELECT edition FROM earlier)
      ORDER BY n.period DESC, n.units DESC NULLS LAST, id`,
  },
  {
    slug: 'shares',
    name: 'shares and 100%',
    question: 'Do the shares of a market add up to 100%?',
    formula:
      'Shares of the newest period of each market that is said to be whole, added up; vendors that are part of a listed group count once.',
    limits:
      'Publishers print whole percents, so that 98–102% counts as agreement. Markets of which only some vendors are known are left out.',
    labels: ['Shares added up', 'The whole'],
    unit: '%',
    percent: { least: 98, most: 102 },
    rows: [{ label: 'Market share', href: '/datasets/gpu-market-share' }],
    picture: 'ratios',
    shownIn: ({ id }) => [`market-share?market=${id}`],
    sql: `SELECT m.market AS id, m.name AS subject, s.period, round(CAST(sum(s.share_pct) AS numeric), 3) AS ours,
        100 AS others, max(s.source) AS ours_source, NULL AS others_source
      FROM gpu_market_share s JOIN markets m ON m.market = s.market
      JOIN (SELECT x.market, max(x.period_end) AS period_end
        FROM gpu_market_share x JOIN markets w ON w.market = x.market
        WHERE w.adds_up = 'among-named' OR x.coverage = 'all-vendors'
        GROUP BY x.market) l ON l.market = s.market AND l.period_end = s.period_end
      WHERE m.adds_up IN ('complete', 'among-named') AND s.part_of IS NULL
        AND (m.adds_up = 'among-named' OR s.coverage = 'all-vendors')
      GROUP BY m.market, m.name, s.period ORDER BY m.name, id`,
  },
];
