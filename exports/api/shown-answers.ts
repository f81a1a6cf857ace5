/** Answers and rows as the documentation shows them: asked of the tracker, then shortened. */

import { publishedCharts } from '@/catalog/published';
import { figuresKinds, kindOf } from '@/charts/kinds';
import type { Tracker } from '@/db/connection';
import { findCalculatorView } from '@/subjects/calculators/calculator-view';
import { calculators } from '@/subjects/calculators/calculators';
import type { TableColumn } from '@/units/table';
import { type ChartView, getChartView } from '@/views/chart-view';
import { toCalculatorPublication } from '../calculator-publication';
import { answerChart } from '../chart-answer';
import { toChartPublication } from '../chart-publication';
import { toFormatHref } from '../links';
import { toSiteOrigin } from '../site';

/** Addresses that the documentation shows; the tests ask for each of them. */
export const examples = [
  { path: '/datasets.json', meaning: 'All datasets, their columns and downloads.' },
  { path: '/charts.json', meaning: 'All charts, their choices and downloads.' },
  { path: '/calculators.json', meaning: 'All calculators, their presets and assumptions.' },
  { path: '/datapackage.json', meaning: 'The datasets as a Frictionless Data Package.' },
  { path: '/datasets/nvidia-revenue.csv', meaning: 'A dataset, whole.' },
  { path: '/datasets/chips.json?vendor=nvidia&limit=10', meaning: 'Ten rows of a selection.' },
  {
    path: '/datasets/gpu-holdings.csv?accelerators__gte=100000&as_of__gte=2025',
    meaning: 'Rows by ranges of a number and a date.',
  },
  { path: '/datasets/chips.csv-metadata.json', meaning: 'Its columns as CSV on the Web.' },
  { path: '/charts/market-share.json', meaning: 'The figures of a chart, with sources.' },
  { path: '/charts/market-share.svg?theme=dark', meaning: 'Its chart as an image.' },
  {
    path: '/calculators/inference.json?preset=google-scale&years_of_use=3+to+6',
    meaning: 'An estimate with its assumptions.',
  },
  { path: '/embed/market-share?theme=light', meaning: 'The chart alone, for a frame.' },
  {
    path: '/search.json?q=nvidia+data+center+revenue+jan+2023',
    meaning: 'A question in words; the answer with its source.',
  },
  { path: '/snapshots.json', meaning: 'The kept snapshots; with from= and to=, what changed.' },
  { path: '/snapshots.atom', meaning: 'Changes of the data as a feed.' },
  { path: '/datasets/chips.atom', meaning: 'Changes of one dataset, row by row.' },
  { path: '/timeline.atom', meaning: 'Events as a feed.' },
  { path: '/corrections.atom', meaning: 'Corrections as a feed.' },
  { path: '/freshness.ics', meaning: 'When new figures are expected, for a calendar.' },
  { path: '/download/tracker.sqlite', meaning: 'Every table in one file, for SQLite.' },
] as const;

interface ShownAnswer {
  readonly path: string;
  readonly status: number;
  readonly mediaType: string;
  /** JSON; of a longer list its first entries and how many more there are. */
  readonly text: string;
}

/** A chart's figures, and what is answered to a parameter that makes no sense. */
export async function listShownAnswers(tracker: Tracker): Promise<ShownAnswer[]> {
  return Promise.all([
    show(tracker, 'json', '?series=nvidia'),
    show(tracker, 'png', '?theme=pink&density=2'),
  ]);
}

const SLUG = 'market-share';

async function show(tracker: Tracker, extension: string, query: string): Promise<ShownAnswer> {
  const path = `/charts/${SLUG}.${extension}${query}`;
  const request = new Request(toSiteOrigin() + path);
  const answer = await answerChart(request, tracker, { slug: SLUG, extension });
  return {
    path,
    status: answer.status,
    mediaType: answer.headers.get('content-type') ?? '',
    text: JSON.stringify(shorten(await answer.json()), null, 2),
  };
}

const MOST_ENTRIES = 2;

function shorten(value: unknown): unknown {
  if (Array.isArray(value)) {
    const shown = value.slice(0, MOST_ENTRIES).map(shorten);
    const more = value.length - shown.length;
    return more > 0 ? [...shown, `… and ${more} more`] : shown;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shorten(one)]));
}

/** What a row is, and which columns it has, by what the file is of. */
interface RowShape {
  readonly of: string;
  readonly row: string;
  /** Those of the example; further ones of a chart's own begin with `detail_`. */
  readonly columns: readonly TableColumn[];
  /** Address of the example as CSV. */
  readonly example: string;
}

/** The first chart of each kind stands for all of it, and the first calculator. */
export async function listRowShapes(tracker: Tracker): Promise<RowShape[]> {
  const views = await Promise.all(
    publishedCharts.map(async (chart) => (await getChartView(tracker, chart)).view),
  );
  const charts = [...figuresKinds].flatMap((kind) => {
    const view = views.find(({ model }) => kindOf(model) === kind);
    return view ? [{ ...kind.words, ...readChart(view) }] : [];
  });
  return [...charts, ...(await readCalculator(tracker))];
}

function readChart(view: ChartView) {
  const publication = toChartPublication(view, view.snapshot);
  return { columns: publication.table.columns, example: toFormatHref(publication, 'csv') };
}

async function readCalculator(tracker: Tracker): Promise<RowShape[]> {
  const [calculator] = calculators;
  const { view } = calculator ? await findCalculatorView(tracker, calculator, {}) : {};
  if (!view) return [];
  const publication = toCalculatorPublication(view);
  return [
    {
      of: 'Calculators',
      row: 'one result, choice or assumption of one scenario',
      columns: publication.table.columns,
      example: toFormatHref(publication, 'csv'),
    },
  ];
}
