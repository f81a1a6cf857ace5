/** A chart’s figures, and the chart as a picture: the files of its address, with what it offers. */
import { snapshotParameter } from '@/address/frozen-links';
import { named, oneOption, type Query, wholeNumber } from '@/address/parameters';
import { getPublishedChart, publishedCharts } from '@/catalog/published';
import { findChartView } from '@/views/asked-view';
import { listChartParameters } from '../api/parameters';
import { getFormat } from '../formats';
import { presets } from '../picture/size';
import { openAsked } from '../publication-answer';
import { askFile, askTable } from './ask';
import {
  checkPage,
  MOST_ROWS_TOLD,
  toFigures,
  toFiguresSchema,
  toQuoted,
  toQuotedSchema,
} from './figures';
import { DRAWING_TOOL } from './message';
import type { Context, Tool } from './tool';

const chart = {
  ...named(publishedCharts, ({ slug }) => slug, undefined),
  meaning: `Name of the chart. ${publishedCharts.map(({ slug, question }) => `${slug}: ${question}`).join(' ')}`,
  required: true as const,
};

const choices = {
  name: 'choices',
  meaning:
    'What of the chart is shown, by the names and values that `get_chart` lists under `choices`: {"market": "jpr-aib-desktop", "time": "2020-Q1..2025-Q4"}. Several series are joined by "~". Without it, the chart as it opens.',
} as const;

const page = {
  limit: wholeNumber(`Rows a page; without it, ${MOST_ROWS_TOLD}.`, {
    min: 1,
    max: MOST_ROWS_TOLD,
  }),
  page: wholeNumber('Which page; without it, the first.', { min: 1 }),
};

export const getChart: Tool = {
  name: 'get_chart',
  title: 'Figures of a chart',
  description:
    'Gives a published chart’s figures over time or as a ranking, with unit, kind of each figure (measured, estimate, modeled, projection, …), sources, newest date, what it shows in a sentence, and the choices that show other parts of it (market, vendor, unit, time, growth, share). Use it for series and for market share, shipments, revenue, papers, owners, prices, data centers. Quote `permalink`.',
  parameters: { chart, ...page, snapshot: snapshotParameter },
  further: choices,
  output: toFiguresSchema({
    choices: {
      type: 'array',
      items: { type: 'object' },
      description: 'What else it can show: `value` is what is shown now.',
    },
  }),
  answer: async ({ texts, further }, { tracker }) => {
    const { chart: slug = '', snapshot, limit, page = '1' } = texts;
    const query = { ...further, ...(snapshot && { snapshot }) };
    const { table } = await askTable(tracker, { kind: 'charts', slug, query });
    const size = Number(limit ?? MOST_ROWS_TOLD);
    const pageCount = Math.max(1, Math.ceil(table.rows.length / size));
    const offset = (checkPage(page, pageCount) - 1) * size;
    return {
      structured: {
        ...toFigures(table, {
          rows: table.rows.slice(offset, offset + size),
          row_count: table.rows.length,
          page: Number(page),
          page_count: pageCount,
        }),
        choices: await listChoices(tracker, slug, query),
      },
    };
  },
};

/** What the chart offers in this view, long lists cut. */
async function listChoices(current: Context['tracker'], slug: string, whole: Query) {
  const published = getPublishedChart(slug);
  const asked = openAsked(current, whole);
  if (!published || asked instanceof Response) return [];
  const { view } = await findChartView(asked.tracker, published, asked.query);
  if (!view) return [];
  const shown = new Map(view.offered.map(({ name, value }) => [name, value]));
  return listChartParameters(view).map(({ name, label, joined_by, values }) => ({
    name,
    label,
    value: shown.get(name) ?? view.canonical[name] ?? null,
    joined_by,
    values:
      joined_by === '..'
        ? [values[0], values.at(-1)].flatMap((one) => one?.value ?? [])
        : values.slice(0, MOST_VALUES).map((one) => one.value),
    labels: joined_by === '..' ? [] : values.slice(0, MOST_VALUES).map((one) => one.label),
    more_values: joined_by === '..' ? 0 : Math.max(0, values.length - MOST_VALUES),
  }));
}

const MOST_VALUES = 60;

const { theme } = getFormat('chart', 'png')?.parameters ?? {};

/** Sizes with a height, as far as a screen shows them. */
const size = oneOption({
  label: 'Size',
  meaning: 'Size of the image in pixels.',
  values: {
    article: presets.article.meaning,
    square: presets.square.meaning,
    social: presets.social.meaning,
  },
  fallback: 'article',
});

export const renderChart: Tool = {
  name: DRAWING_TOOL,
  title: 'Image of a chart',
  description:
    'Draws a published chart as a PNG with title, notes, sources and address inside, and says where image and chart stand. Use it when somebody wants to see or show a chart.',
  parameters: {
    chart: { ...chart, meaning: 'Name of the chart, as for `get_chart`.' },
    size,
    ...(theme && { theme }),
    snapshot: snapshotParameter,
  },
  further: choices,
  output: toQuotedSchema({
    image: { type: 'string', description: 'The address of the image.' },
    alternative: { type: 'string', description: 'What it shows, in words.' },
  }),
  answer: async ({ texts, further }, { tracker }) => {
    const { chart: slug = '', snapshot, size = '', theme = '' } = texts;
    const query = { ...further, ...(snapshot && { snapshot }) };
    const { table } = await askTable(tracker, { kind: 'charts', slug, query });
    const { answer, url } = await askFile(tracker, {
      kind: 'charts',
      slug,
      extension: 'png',
      query: { ...query, size, theme },
    });
    return {
      structured: {
        ...toQuoted(table),
        image: url,
        alternative: table.description.slice(0, 2).join(' '),
      },
      png: new Uint8Array(await answer.arrayBuffer()),
    };
  },
};
