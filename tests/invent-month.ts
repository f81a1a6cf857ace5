/**
 * What a month may bring, invented and added to a copy of the data: a quarter of
 * Nvidia's, one of a market, an edition of the index with holdings, a vendor, its chip,
 * and the document that says it all. Everything follows the newest rows there are, so
 * nothing here goes out of date. The vendor reports by fiscal quarters of its own, and a market,
 * a claim of the article with its answer, and another name speak of it.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { datasets } from '@/data/datasets';
import { toCsvPath } from '@/data/open-csv';
import { type DayRange, parseFiscalQuarter, parsePeriod } from '@/units/period';

type Row = Readonly<Record<string, string>>;

interface InventedMonth {
  readonly source: { readonly source: string; readonly title: string };
  /**
   * "FY2031-Q2" with its days, the quarter that was the newest before, and the invented
   * revenue of the data center in USD millions.
   */
  readonly fiscal: DayRange & {
    readonly label: string;
    readonly before: string;
    readonly dataCenter: number;
  };
  /** Each market with the quarter that it got. */
  readonly markets: Readonly<Record<string, string>>;
  readonly edition: { readonly edition: string; readonly day: string };
  readonly vendor: { readonly vendor: string; readonly name: string };
  readonly chip: { readonly chip: string; readonly name: string };
  readonly market: string;
  readonly claim: string;
}

/** Of the new vendor, whose quarters end on other days than Nvidia's. */
const CALENDAR = 'Saturday nearest the end of March';

/** A desktop market that is counted by quarter, and an AI market that is modeled. */
const MARKETS = ['jpr-aib-desktop', 'ai-compute-shipped-epoch'];

/** Copies the datasets of `from` to `to` and adds the month; `color` is the new vendor's. */
export function inventMonth(from: string, to: string, color: string): InventedMonth {
  for (const { slug } of datasets) cpSync(toCsvPath(from, slug), toCsvPath(to, slug));
  const add = (slug: string, rows: readonly Row[]) =>
    writeRows(to, slug, [...readRows(to, slug), ...rows]);

  const source = { source: 'rehearsal', title: 'Rehearsal of a month' };
  const vendor = { vendor: 'rehearsal-silicon', name: 'Rehearsal Silicon' };
  const chip = { chip: 'rehearsal-r1', name: 'Rehearsal R1' };
  add('vendors', [
    {
      ...find(to, 'vendors', ({ level }) => level === 'company'),
      ...{ ...vendor, color, parent: '', homepage: 'https://example.org/silicon' },
      fiscal_year_end: CALENDAR,
    },
  ]);
  add('chips', [
    {
      ...newest(readRows(to, 'chips').filter(isWholeModel), 'launch_date')[0]!,
      ...{ ...chip, vendor: vendor.vendor, parent: '', architecture: '', generation: '' },
      ...{ predecessor: '', source: source.source },
    },
  ]);

  const nvidia = find(to, 'vendors', (row) => row.vendor === 'nvidia');
  const revenue = inventQuarter(
    readRows(to, 'nvidia-revenue'),
    nvidia.fiscal_year_end!,
    source.source,
  );
  add('nvidia-revenue', revenue);
  const shares = MARKETS.flatMap((market) => {
    const own = readRows(to, 'gpu-market-share').filter((row) => row.market === market);
    return inventShares(own, vendor.vendor, source.source);
  });
  add('gpu-market-share', shares);
  const market = 'rehearsal-market';
  add('markets', [{ ...find(to, 'markets', (row) => row.market === MARKETS[0]), market }]);
  const own = shares.filter((row) => row.market === MARKETS[0]).map((row) => ({ ...row, market }));
  add('gpu-market-share', own);
  const reported = inventReport(readRows(to, 'rival-revenue'), revenue[0]!, vendor, source.source);
  add('rival-revenue', [reported]);
  const claim = 'claim-rehearsed';
  add('article-claims', [
    { ...find(to, 'article-claims', () => true), claim, says: 'Rehearsal Works sells chips.' },
  ]);
  add('claim-answers', [
    {
      ...{ claim, shows: 'chart-figure', of: vendor.vendor, chart: 'market-share' },
      ...{ query: `market=${MARKETS[0]}`, label: 'Its share' },
    },
  ]);
  add('aliases', [{ alias: 'Rehearsal Works', vendor: vendor.vendor }]);
  const edition = inventEdition(readRows(to, 'index-editions'), source.source);
  add('index-editions', [edition]);
  add('gpu-holdings', inventHoldings(readRows(to, 'gpu-holdings'), edition));
  // An editor's words over the newest list name its edition (docs/maintaining.md).
  for (const slug of ['findings', 'annotations', 'freshness']) {
    const moved = readRows(to, slug).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [
          name,
          cell.replaceAll(`list=${edition.note}`, `list=${edition.edition}`),
        ]),
      ),
    );
    writeRows(to, slug, moved);
  }

  const days = [...revenue, ...shares, reported].map(({ period_end }) => period_end!);
  const published = addDays([...days, edition.data_as_of!].toSorted().at(-1)!, 30);
  add('sources', [
    {
      ...find(to, 'sources', ({ url, published_on, grade }) =>
        Boolean(url && published_on && grade === 'primary'),
      ),
      ...{ ...source, url: 'https://example.org/rehearsal', note: '' },
      ...{ published_on: published, retrieved: published, grade: 'primary' },
    },
  ]);

  const total = revenue.find(({ segment }) => segment === 'data-center')!;
  return {
    ...{ source, vendor, chip, market, claim },
    fiscal: {
      label: total.fiscal_quarter!,
      before: newest(readRows(from, 'nvidia-revenue'), 'fiscal_quarter')[0]!.fiscal_quarter!,
      start: total.period_start!,
      end: total.period_end!,
      dataCenter: Number(total.revenue_usd_millions),
    },
    markets: Object.fromEntries(shares.map(({ market, period }) => [market, period])),
    edition: { edition: edition.edition!, day: edition.data_as_of! },
  };
}

const isWholeModel = ({ level, launch_date, memory_gb }: Row) =>
  level === 'model' && launch_date !== '' && memory_gb !== '';

/** The newest quarter again, one later and twice as large in every part. */
function inventQuarter(rows: readonly Row[], calendar: string, source: string): Row[] {
  const last = newest(rows, 'fiscal_quarter');
  const { year, quarter } = parseFiscalQuarter(last[0]!.fiscal_quarter!)!;
  const next = quarter === 4 ? [year + 1, 1] : [year, quarter + 1];
  const label = `FY${next[0]}-Q${next[1]}`;
  const range = parsePeriod(label, calendar)!;
  return last.map((row) => ({
    ...row,
    fiscal_quarter: label,
    period_start: range.start,
    period_end: range.end,
    // Doubled, so that parts still add up to the million.
    revenue_usd_millions: String(Number(row.revenue_usd_millions) * 2),
    ...{ source, note: '' },
  }));
}

/** A rival's quarter again, by the calendar of the new vendor, named as the newest of Nvidia's. */
function inventReport(
  rows: readonly Row[],
  { fiscal_quarter: period }: Row,
  { vendor, name }: InventedMonth['vendor'],
  source: string,
): Row {
  const { start, end } = parsePeriod(period!, CALENDAR)!;
  return {
    ...rows.find(({ months }) => months === '3')!,
    ...{
      vendor,
      series: vendor,
      series_name: name,
      short_name: '',
      period: period!,
      source,
      note: '',
    },
    ...{ period_start: start, period_end: end, kind: 'reported', growth_on_year_pct: '' },
  };
}

/** The newest quarter of a market again, one later; the leader loses a point to the new vendor. */
function inventShares(rows: readonly Row[], vendor: string, source: string): Row[] {
  const last = newest(rows, 'period').toSorted((a, b) => Number(b.share_pct) - Number(a.share_pct));
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(last[0]!.period!)!;
  const n = Number(year) * 4 + Number(quarter);
  const period = `${Math.floor(n / 4)}-Q${(n % 4) + 1}`;
  const { start, end } = parsePeriod(period)!;
  const dates = { period, period_start: start, period_end: end, source, note: '' };
  const [leader, ...others] = last.map((row): Row => ({ ...row, ...dates }));
  const less = String(Number(leader!.share_pct) - 1);
  return [
    { ...leader!, share_pct: less, share_low_pct: '', share_high_pct: '' },
    ...others,
    { ...leader!, vendor, share_pct: '1', share_low_pct: '', share_high_pct: '' },
  ];
}

/** The newest edition with holdings again, a month later. */
function inventEdition(rows: readonly Row[], source: string): Row {
  const [last] = newest(
    rows.filter((row) => row.holdings_numbers === 'complete'),
    'data_as_of',
  );
  const day = addDays(last!.data_as_of!.padEnd(10, '-01'), 31);
  return {
    ...last!,
    edition: `soai-${day.slice(0, 7)}`,
    title: `State of AI Compute Index, ${day.slice(0, 7)}`,
    ...{ published_on: day, data_as_of: day, source, note: last!.edition! },
    // Papers are another list; this edition does not count them.
    ...{ index: 'gpu-holdings', papers_numbers: '', projected_year: '' },
  };
}

/** Every holding of the edition before, one of them grown. */
function inventHoldings(rows: readonly Row[], { edition, data_as_of, source, note }: Row): Row[] {
  const before = rows.filter((row) => row.edition === note);
  const own = new Set(before.map(({ holding }) => holding));
  const rename = (holding: string) => `${holding}-rehearsal`;
  return before.map((row, index) => ({
    ...row,
    holding: rename(row.holding!),
    part_of: own.has(row.part_of!) ? rename(row.part_of!) : row.part_of!,
    accelerators: String(Number(row.accelerators) + (index === 0 ? 1000 : 0)),
    ...{ edition: edition!, as_of: data_as_of!, source: source!, note: '' },
  }));
}

/** The rows with the greatest text in a column. */
function newest(rows: readonly Row[], column: string): Row[] {
  const greatest = rows
    .map((row) => row[column]!)
    .toSorted()
    .at(-1);
  return rows.filter((row) => row[column] === greatest);
}

function find(folder: string, slug: string, fits: (row: Row) => boolean): Row {
  const found = readRows(folder, slug).find(fits);
  if (!found) throw new Error(`${slug} has no row to follow.`);
  return found;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function readRows(folder: string, slug: string): Row[] {
  const text = readFileSync(toCsvPath(folder, slug), 'utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

function writeRows(folder: string, slug: string, rows: readonly Row[]): void {
  writeFileSync(toCsvPath(folder, slug), `${Papa.unparse([...rows], { newline: '\n' })}\n`);
}
