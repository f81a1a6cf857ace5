/**
 * State of AI Compute Index, chart data of a month → the edition, its holdings and, where
 * they changed, its paper counts. The charts name an architecture and a label; which chip,
 * category, host or tenant a bar stands for is ours, and is carried on from the edition
 * before.
 */

import type { CsvRow } from '../contract';
import {
  type Importer,
  type ImportInput,
  inherit,
  type TableUpdate,
  takeOneFile,
} from '../importer';
import { toSlug } from '../parse-cell';
import { type JsonPlace, readPublisherJson, writeNumber } from '../publisher-file';
import type { Names } from '../publisher-names/look-up';
import { citeVintage } from '../sources/cite-vintage';

export const stateOfAi: Importer = {
  upstream: 'state-of-ai',
  title: 'State of AI Compute Index',
  wants: 'a month of compute/data-history of github.com/nathanbenaich/stateofai',
  picks: /^\d{4}-\d{2}\.json$/,
  replaces:
    'bars of the same edition; paper counts are taken over where they differ from the edition before.',
  read: readStateOfAi,
};

/** Charts that hold no accelerators: contracted gigawatts, and topics of papers. */
const OTHER_CHARTS = ['demand', 'research_topic'];
const PAPER_CHARTS = ['cited_chip', 'cited_nvidia', 'cited_startup'];

const STATUS: Readonly<Record<string, string>> = {
  Deployed: 'operational',
  Installing: 'under-construction',
  Announced: 'announced',
};

function readStateOfAi(input: ImportInput) {
  const { today, report, rowsOf } = input;
  const nothing = { vintage: '', tables: [] };
  const taken = takeOneFile(input, 'month');
  const data = taken && readPublisherJson(taken.file, report);
  if (!data) return nothing;
  const { date } = taken;
  const day = date.length === 7 ? `${date}-01` : date;
  const edition = `soai-${date.slice(0, 7)}`;
  const cited = citeVintage(rowsOf('sources'), {
    list: 'soai-data',
    vintage: date.slice(0, 7),
    publisher: 'Air Street Capital (State of AI Report Compute Index)',
    title: `Compute Index chart data snapshot ${date.slice(0, 7)}`,
    url: `https://github.com/nathanbenaich/stateofai/blob/main/compute/data-history/${date.slice(0, 7)}.json`,
    note: '',
    retrieved: today,
  });
  const context: Context = { input, edition, day, source: cited.source };
  const papers = readPapers(data, context);
  const holdings = readHoldings(data, context);
  const projected = papers?.find(({ kind }) => kind === 'projection')?.period ?? '';
  const tables: TableUpdate[] = [
    cited.table,
    {
      dataset: 'index-editions',
      scope: (row) => row.edition === edition,
      match: ['edition'],
      owns: ['index', 'projected_year', 'papers_numbers', 'holdings_numbers'],
      rows: [
        {
          ...{ edition, index: papers ? 'both' : 'gpu-holdings', source: cited.source },
          title: `State of AI Compute Index, ${toMonthName(day)}`,
          ...{ published_on: day, data_as_of: day, projected_year: projected },
          ...{ papers_numbers: papers ? 'complete' : '', holdings_numbers: 'complete' },
        },
      ],
      block: () => true,
      order: [],
    },
    {
      dataset: 'gpu-holdings',
      scope: (row) => row.family === 'index-edition' && row.edition === edition,
      match: ['organization', 'chip', 'cluster', 'status'],
      owns: ['accelerators', 'source'],
      rows: holdings,
      block: (row) => row.family === 'index-edition',
      order: ['edition', 'holding'],
    },
  ];
  if (papers) {
    tables.push({
      dataset: 'chip-usage-in-papers',
      scope: (row) => row.edition === edition,
      match: ['period', 'series'],
      owns: ['papers', 'kind', 'source'],
      rows: papers,
      block: () => true,
      order: ['edition', 'period', 'series'],
    });
  }
  return { vintage: date, tables };
}

interface Context {
  readonly input: ImportInput;
  readonly edition: string;
  readonly day: string;
  readonly source: string;
}

/** Labels and the series next to them, checked to run parallel. */
function readChart(chart: JsonPlace): { labels: string[]; series: Series[] } {
  const labels = chart
    .get('labels')
    .items()
    .map((label) => label.text());
  const series = chart
    .get('series')
    .items()
    .map((one): Series => {
      const data = one.get('data').items();
      if (data.length !== labels.length) {
        one.reject(
          `has ${data.length} figures for ${labels.length} labels`,
          'Expected as many figures as labels.',
        );
      }
      return { place: one.get('name'), name: one.get('name').text(), data };
    });
  return { labels, series };
}

interface Series {
  readonly place: JsonPlace;
  readonly name: string;
  readonly data: readonly JsonPlace[];
}

const OURS = ['category', 'counts', 'host', 'tenant', 'note'] as const;

function readHoldings(data: JsonPlace, context: Context): CsvRow[] {
  const { input, edition, day, source } = context;
  const { names, rowsOf } = input;
  const earlier = rowsOf('gpu-holdings').filter(
    (row) => row.family === 'index-edition' && (row.edition ?? '') <= edition,
  );
  const charts = data.names().filter((name) => ![...OTHER_CHARTS, ...PAPER_CHARTS].includes(name));
  return charts.flatMap((chart) => {
    const { labels, series } = readChart(data.get(chart));
    for (const { place, name } of series) {
      if (!STATUS[name]) {
        place.reject('is no state of a bar', `Expected ${Object.keys(STATUS).join(', ')}.`);
      }
    }
    return labels.flatMap((label, place): CsvRow[] => {
      const bars = series.flatMap(({ name, data: figures }) => {
        const accelerators = figures[place]?.number() ?? 0;
        return accelerators > 0 ? [{ accelerators, status: STATUS[name] ?? '' }] : [];
      });
      if (bars.length === 0) return [];
      const named = findBar(names, chart, label);
      if (!named) return [];
      const { organization, chip, cluster } = named;
      const isIt = (row: CsvRow) =>
        row.organization === organization && row.chip === chip && row.cluster === cluster;
      return bars.map(({ accelerators, status }) => {
        const isSameState = (row: CsvRow) => isIt(row) && row.status === status;
        const ours = inherit(earlier, OURS, isSameState, isIt);
        return {
          holding: toHolding(
            named,
            edition,
            bars.length > 1 ? status : null,
            earlier.findLast(isIt),
          ),
          ...{ organization, chip, cluster, accelerators: writeNumber(accelerators, 0), status },
          ...{ as_of: day, as_of_precision: 'day', family: 'index-edition', edition },
          ...{ kind: 'index-estimate', source, ...ours },
          category: ours.category || 'unknown',
          counts: ours.counts || 'stock',
        };
      });
    });
  });
}

interface Bar {
  readonly organization: string;
  readonly chip: string;
  readonly cluster: string;
}

/** A chart says an architecture; a label may be known to mean one chip. */
function findBar(names: Names, chart: string, label: string): Bar | null {
  const inChart = `${chart}: ${label}`;
  const organization = names.find('organization', inChart, label);
  const chip = names.find('chip', inChart, chart);
  const cluster = names.findIfAny('cluster', inChart, label) ?? '';
  return organization && chip ? { organization, chip, cluster } : null;
}

/** The row's short name, as in the edition before but for the edition. */
function toHolding(
  { organization, chip, cluster }: Bar,
  edition: string,
  status: string | null,
  before: CsvRow | undefined,
): string {
  const named = toSlug([organization, chip, cluster].filter(Boolean).join(' '));
  const stem = before?.holding?.split(`-${before.edition}`)[0] ?? named;
  return [stem, edition, status].filter(Boolean).join('-');
}

/** Null where the counts are those of the edition before, which an edition then leaves alone. */
function readPapers(data: JsonPlace, { input, edition, day, source }: Context): CsvRow[] | null {
  const { names, rowsOf } = input;
  const known = rowsOf('chip-usage-in-papers');
  const vendors = new Map(rowsOf('chips').map(({ chip = '', vendor = '' }) => [chip, vendor]));
  const year = day.slice(0, 4);
  const rows = PAPER_CHARTS.flatMap((chart) => {
    const { labels, series } = readChart(data.get(chart));
    return series.flatMap(({ name, data: figures }): CsvRow[] => {
      const vendor = names.findIfAny('vendor', name);
      const chip = vendor ? '' : (names.find('chip', `${chart}: ${name}`, name) ?? '');
      const of = vendor ?? vendors.get(chip);
      if (!of) return [];
      return figures.flatMap((figure, place): CsvRow[] => {
        const papers = figure.number();
        const period = labels[place] ?? '';
        if (papers === null) return [];
        return [
          {
            ...{ edition, period, source, vendor: of, chip, series: chip || of },
            ...{ period_start: `${period}-01-01`, period_end: `${period}-12-31` },
            papers: writeNumber(papers, 0),
            kind: period >= year ? 'projection' : 'measured',
          },
        ];
      });
    });
  });
  const before = known.findLast((row) => (row.edition ?? '') < edition)?.edition;
  const isOwn = known.some((row) => row.edition === edition);
  const figures = new Map(
    known
      .filter((row) => row.edition === before)
      .map((row) => [`${row.period} ${row.series}`, row]),
  );
  const isKnown = ({ period, series, papers }: CsvRow) =>
    figures.get(`${period} ${series}`)?.papers === papers;
  if (!isOwn && rows.every(isKnown)) return null;
  // A note speaks of a figure, so it goes on only with the same one.
  return rows.map((row) => ({
    ...row,
    note: isKnown(row) ? (figures.get(`${row.period} ${row.series}`)?.note ?? '') : '',
  }));
}

function toMonthName(day: string): string {
  const month = new Date(`${day}T00:00:00Z`);
  return month.toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
