/** Rows of a dataset, and all that is known of one row: the evidence of a figure. */
import { snapshotParameter, toFrozenHref } from '@/address/frozen-links';
import { toCorrectedHref } from '@/address/links';
import { named, once, type Parameter, wholeNumber, words } from '@/address/parameters';
import { getEvidence } from '@/catalog/evidence';
import { datasets } from '@/data/datasets';
import { openAsked } from '../publication-answer';
import { toSiteOrigin } from '../site';
import { askFile, askTable } from './ask';
import { checkPage, MOST_ROWS_TOLD, toFigures, toFiguresSchema } from './figures';
import { Refused, type Tool } from './tool';

const dataset = {
  ...named(datasets, ({ slug }) => slug, undefined),
  meaning: `Name of the dataset. ${datasets.map(({ slug, title }) => `${slug}: ${title}.`).join(' ')}`,
  required: true as const,
};

const ROWS_TOLD = 50;

export const queryDataset: Tool = {
  name: 'query_dataset',
  title: 'Rows of a dataset',
  description:
    'Gives rows of a dataset, filtered, sorted and paged, with the meaning and unit of each column and the sources of these rows. Use it for lists and for questions that no chart answers: chips with their specifications, prices, clusters, data centers, events, export controls, models and the chips they were trained on. Quote `permalink`.',
  parameters: {
    dataset,
    q: words('Words that must all occur in a row.'),
    sort: {
      meaning: 'Columns to sort by, joined by "~", a minus before one for largest first.',
      allowed: 'Use names of columns.',
      read: once((text) => text, '', String),
    },
    columns: {
      meaning: 'Columns to give, joined by "~"; without it, all.',
      allowed: 'Use names of columns.',
      read: once((text) => text, '', String),
    },
    limit: wholeNumber(`Rows a page; without it, ${ROWS_TOLD}.`, { min: 1, max: MOST_ROWS_TOLD }),
    page: wholeNumber('Which page; without it, the first.', { min: 1 }),
    snapshot: snapshotParameter,
  },
  further: {
    name: 'filters',
    meaning:
      'Column → its exact value: {"vendor": "amd", "status": "operational"}. Things are named by their short names: "meta", "h100-sxm". "~" asks for blank cells. A wrong value is answered with the one that was meant.',
  },
  output: toFiguresSchema(),
  answer: async ({ texts, further }, { tracker }) => {
    const { dataset: slug = '', limit = String(ROWS_TOLD), page = '1', ...rest } = texts;
    const query = { ...further, ...rest, limit, page };
    const { table, headers } = await askTable(tracker, { kind: 'datasets', slug, query });
    // A last page says how many there are, a single one has them all.
    const last = /[?&]page=(\d+)[^>]*>; rel="last"/.exec(headers.get('link') ?? '')?.[1];
    const pageCount = Number(last ?? 1);
    const before = (checkPage(page, pageCount) - 1) * Number(limit);
    const figures = toFigures(table, {
      rows: table.rows,
      row_count: Number(page) === pageCount ? before + table.rows.length : null,
      page: Number(page),
      page_count: pageCount,
    });
    // Quoted is the selection, whichever page of it was read.
    const cited = {
      kind: 'datasets',
      slug,
      extension: 'txt',
      query: { ...further, ...rest },
    } as const;
    const { answer } = await askFile(tracker, cited);
    return { structured: { ...figures, citation: (await answer.text()).trim() } };
  },
};

interface FigureAddress {
  readonly dataset: string;
  readonly key: string;
}

/** The address of a figure’s evidence, whole or from its path on; null: none. */
const figure: Parameter<FigureAddress | null> = {
  meaning:
    'Address of the figure, as other answers give it: /evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia. It is the dataset, then the cells of its key.',
  allowed: 'Use an address such as /evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia.',
  required: true,
  read: once<FigureAddress | null>((text) => {
    const found = /^(?:https?:\/\/[^/]+)?\/?evidence\/([a-z0-9-]+)\/([^/?#]+)/.exec(text);
    return found ? { dataset: found[1]!, key: found[2]! } : undefined;
  }, null),
};

export const getEvidenceOfFigure: Tool = {
  name: 'get_evidence',
  title: 'Evidence of a figure',
  description:
    'Tells what stands behind one figure: its value and range, how firm it is, the source with its address, the same figure by others and the figures around it, and charts that show it. Use it to check a figure before quoting it. Quote `permalink`.',
  parameters: { figure, snapshot: snapshotParameter },
  output: toFiguresSchema({
    figure: { type: ['string', 'null'], description: 'In words; null: a row without a figure.' },
    comparisons: {
      type: 'array',
      items: { type: 'object' },
      description: 'The same figure by others, or its neighbors; `is_this` marks this one.',
    },
    charts: { type: 'array', items: { type: 'object' } },
  }),
  answer: async ({ texts }, { tracker: current }) => {
    const { figure: asked = '', snapshot } = texts;
    const { dataset, key } = figure.read([asked]).value ?? { dataset: '', key: '' };
    const opened = openAsked(current, snapshot ? { snapshot } : {});
    if (opened instanceof Response) throw new Refused((await opened.json()).detail);
    const { tracker } = opened;
    const corrected = toCorrectedHref(dataset, key)?.split('/').at(-1);
    const evidence =
      (await getEvidence(tracker, dataset, key)) ??
      (corrected ? await getEvidence(tracker, dataset, corrected) : null);
    if (!evidence) {
      const known = datasets.find(({ slug }) => slug === dataset);
      const way = known ? `The key of ${dataset} is ${known.key.join('~')}.` : 'No such dataset.';
      throw new Refused(`There is no figure at ${asked}. ${way} query_dataset finds its rows.`);
    }
    const { contract, row, subject, href, comparisons, charts } = evidence;
    const filters = contract.key.map((name) => [name, String(row[name])] as const);
    const { table } = await askTable(current, {
      kind: 'datasets',
      slug: contract.slug,
      query: { ...Object.fromEntries(filters), ...(snapshot && { snapshot }) },
    });
    const site = toSiteOrigin();
    return {
      structured: {
        ...toFigures(table),
        title: evidence.figure === null ? subject : `${subject}: ${evidence.figure}`,
        address: `${site}${href}`,
        permalink: `${site}${toFrozenHref(href, tracker.snapshot.id)}`,
        figure: evidence.figure,
        comparisons: comparisons.map(({ title, caution, headers, rows, foundCount, href }) => ({
          ...{ title, caution, columns: headers, row_count: foundCount, address: `${site}${href}` },
          rows: rows.map((one) => ({
            is_this: one.isThis,
            cells: one.cells.map((cell) => cell.text),
            address: `${site}${one.href}`,
          })),
        })),
        charts: charts.map((one) => ({ name: one.name, address: `${site}${one.href}` })),
      },
    };
  },
};
