/**
 * The description of the API (OpenAPI 3.1), built from the declarations: datasets'
 * contracts, charts' choices, calculators' assumptions, the registry of formats.
 */

import { deckFileParameters } from '@/address/deck';
import { snapshotParameter } from '@/address/frozen-links';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import { embedParameters } from '../embed/code';
import { oembedParameters } from '../embed/oembed';
import type { ExportFormat } from '../format';
import { deckFormats, formats } from '../formats';
import { toSiteOrigin } from '../site';
import { type ApiParameter, frozen, toQueryParameter, toQueryParameters } from './parameters';
import { listPublishedPaths, refusals, TAGS, toFileAnswer, toReference } from './published-paths';
import { schemas } from './schemas';
import { searchParameters } from './search';

/** The description as text, made once for each snapshot: it takes as long as all charts together. */
export async function writeOpenApi(tracker: Tracker): Promise<string> {
  const known = written.get(tracker) ?? buildOpenApi(tracker).then((api) => JSON.stringify(api));
  written.set(tracker, known);
  known.catch(() => written.delete(tracker));
  return known;
}

const written = new WeakMap<Tracker, Promise<string>>();

export async function buildOpenApi(tracker: Tracker) {
  const published = await listPublishedPaths(tracker);
  return {
    openapi: '3.1.0',
    info: {
      title: 'AI Hardware Tracker',
      version: tracker.snapshot.id,
      summary:
        'Charts, datasets and calculators of the AI-hardware market, in every format they are offered in.',
      description:
        'Everything is read-only, public and open to every origin. `version` is the id of the snapshot of the data. A wrong parameter is refused with an explanation, never ignored.',
      contact: { name: 'AI Hardware Tracker', url: `${toSiteOrigin()}/about` },
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: toSiteOrigin() }],
    // Nobody has to say who he is.
    security: [],
    tags: [
      { name: 'Lists', description: 'What there is, and what has such a name.' },
      { name: TAGS.chart, description: 'Figures and images of a chart, as its page shows them.' },
      { name: TAGS.dataset, description: 'Rows of a dataset, filtered and sorted.' },
      { name: TAGS.calculator, description: 'Estimates with their assumptions.' },
      { name: 'Decks', description: 'Charts in an order of one’s own, with title and notes.' },
      { name: 'Feeds', description: 'What is new and what is expected.' },
      { name: 'Embeds', description: 'Charts in other pages.' },
    ],
    paths: { ...listDocuments(), ...listDeckPaths(), ...published.paths },
    components: {
      parameters: published.parameters,
      responses: { ...answers, ...Object.fromEntries(formats.flatMap(toSharedAnswer)) },
      schemas: { ...schemas, ...published.schemas },
    },
  };
}

/** JSON with rows differs from chart to chart; every other file is the same kind of thing for all. */
const toSharedAnswer = (format: ExportFormat) =>
  format.schema === 'Table' ? [] : [[format.extension, toFileAnswer(format)]];

const toProblem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: toReference('schemas', 'Problem') } },
});

/** The answers that are no content, by name. */
const answers = {
  unchanged: {
    description: 'Nothing changed since the answer whose ETag the request’s If-None-Match names.',
  },
  wrong: toProblem('A parameter makes no sense; the answer says which, and what is allowed.'),
  conflict: toProblem(
    'Each value is allowed, but not with the others: what a chart has depends on what is chosen, an image has a largest size. The answer says what goes with the rest.',
  ),
  missing: toProblem('No such thing at this address, or no such snapshot.'),
};

const ATOM = 'application/atom+xml';

function listDocuments() {
  return {
    '/datasets.json': toDocument('listDatasets', 'All datasets', {
      description: 'Each with its columns and downloads.',
      schema: 'Datasets',
    }),
    '/charts.json': toDocument('listCharts', 'All charts', {
      description: 'Each with its parameters and downloads.',
      schema: 'Charts',
    }),
    '/calculators.json': toDocument('listCalculators', 'All calculators', {
      description: 'Each with its presets, assumptions, results and downloads.',
      schema: 'Calculators',
    }),
    '/datapackage.json': toDocument('getDataPackage', 'All datasets as a Data Package', {
      description: 'As Frictionless Data describes it, with the addresses of this site.',
      schema: 'DataPackage',
    }),
    '/search.json': toDocument('search', 'Figures that answer a question', {
      description: 'A question in words; the answer with its source, and everything so named.',
      schema: 'Search',
      parameters: toQueryParameters(searchParameters),
    }),
    '/snapshots.json': toDocument('listSnapshots', 'Kept snapshots', {
      description: 'With `from`, `to` or both, what changed between two instead.',
      schema: 'Snapshots',
      parameters: [
        toQueryParameter(
          'from',
          'The earlier snapshot; without it the one before `to`.',
          snapshotParameter.schema,
        ),
        toQueryParameter(
          'to',
          'The later snapshot; without it the newest.',
          snapshotParameter.schema,
        ),
      ],
    }),
    '/snapshots.atom': toFeed('getFeed', 'Changes of the data', 'As an Atom feed.'),
    ...Object.fromEntries(
      datasets.map(({ slug, title }) => [
        `/datasets/${slug}.atom`,
        toFeed(`feed-${slug}`, `${title}: changes`, 'Row by row, as an Atom feed.'),
      ]),
    ),
    '/timeline.atom': toFeed('getEventFeed', 'Events', 'As an Atom feed.'),
    '/corrections.atom': toFeed('getCorrectionFeed', 'Corrections', 'As an Atom feed.'),
    '/freshness.ics': toFeed(
      'getCalendar',
      'Days on which new figures are expected',
      'As a calendar (RFC 5545).',
      'text/calendar',
    ),
    '/catalog.jsonld': toFile('getCatalog', 'All datasets as a catalog (DCAT-AP 3)', {
      description: 'For data portals: each dataset with its files, time and keywords.',
      mediaType: 'application/ld+json',
    }),
    '/.well-known/api-catalog': toFile('getApiCatalog', 'Where the API is described', {
      description: 'At the place that all sites share (RFC 9727).',
      mediaType: 'application/linkset+json',
    }),
    '/llms.txt': toFile('getLlmsText', 'What there is, for assistants', {
      description: 'Charts, datasets and calculators, how to ask for them, how to quote them.',
      mediaType: 'text/plain',
    }),
    '/embed/{name}': embedPath,
    '/oembed': toOEmbedPath(),
    '/download/tracker.sqlite': {
      get: {
        operationId: 'getDatabase',
        summary: 'The whole database',
        description:
          'Every dataset in one file, for SQLite: a table each; `dictionary` explains the columns, `licenses` and `about` say whose data this is and which snapshot.',
        tags: ['Lists'],
        parameters: [toReference('parameters', frozen.name)],
        responses: {
          '200': {
            description: 'The file.',
            content: {
              'application/vnd.sqlite3': { schema: { type: 'string', format: 'binary' } },
            },
          },
          ...refusals,
        },
      },
    },
  };
}

interface Document {
  readonly description: string;
  readonly schema: keyof typeof schemas;
  readonly parameters?: readonly ApiParameter[];
}

function toDocument(
  operationId: string,
  summary: string,
  { description, schema, parameters = [] }: Document,
) {
  const content = { 'application/json': { schema: toReference('schemas', schema) } };
  const { 404: _, 409: __, ...others } = refusals;
  const responses = { '200': { description: summary, content }, ...others };
  return { get: { operationId, summary, description, tags: ['Lists'], parameters, responses } };
}

/** A feed or a calendar: text that no schema describes. */
function toFeed(operationId: string, summary: string, description: string, mediaType = ATOM) {
  return toFile(operationId, summary, { description, mediaType, tags: ['Feeds'] });
}

/** A file without parameters that no schema describes. */
function toFile(
  operationId: string,
  summary: string,
  { mediaType, ...more }: { description: string; mediaType: string; tags?: string[] },
) {
  const content = { [mediaType]: { schema: { type: 'string' } } };
  const responses = { '200': { description: 'The file.', content }, ...refusals };
  return { get: { operationId, summary, tags: ['Lists'], ...more, responses } };
}

/** A deck in each format that holds several charts. */
const listDeckPaths = () =>
  Object.fromEntries(
    deckFormats.map((format) => [
      `/deck.${format.extension}`,
      {
        get: {
          operationId: `getDeck${format.name}`,
          summary: `A deck (${format.name})`,
          description: `${format.purpose}. The page is /deck.`,
          tags: ['Decks'],
          parameters: toQueryParameters(deckFileParameters),
          responses: { '200': toReference('responses', format.extension), ...refusals },
        },
      },
    ]),
  );

/** One path for the embeds of all charts. */
const embedPath = {
  get: {
    operationId: 'getEmbedded',
    summary: 'A chart alone, as a page for a frame',
    description: 'Takes the parameters of its chart, too.',
    tags: ['Embeds'],
    parameters: [
      {
        name: 'name',
        in: 'path',
        required: true,
        description: 'The chart.',
        schema: { type: 'string', enum: publishedCharts.map(({ slug }) => slug) },
      },
      ...toQueryParameters(embedParameters),
      toReference('parameters', frozen.name),
    ],
    responses: {
      '200': {
        description: 'The page.',
        content: { 'text/html': { schema: { type: 'string' } } },
      },
      ...refusals,
    },
  },
};

function toOEmbedPath() {
  const description = 'oEmbed 1.0, as JSON or XML.';
  const { get } = toDocument('getEmbed', 'How to embed a chart', {
    description,
    schema: 'OEmbed',
    parameters: toQueryParameters(oembedParameters),
  });
  const found = {
    description,
    content: {
      'application/json': { schema: toReference('schemas', 'OEmbed') },
      'text/xml': { schema: { type: 'string' } },
    },
  };
  return { get: { ...get, tags: ['Embeds'], responses: { ...get.responses, '200': found } } };
}

/** What the formats ask for, each once, with the formats that do. */
export function listFormatParameters(some: readonly ExportFormat[]): ApiParameter[] {
  const all = Object.assign({}, ...some.map(({ parameters }) => parameters));
  return toQueryParameters(all).map((parameter) => {
    const users = some.filter(({ parameters }) => Object.hasOwn(parameters, parameter.name));
    const extensions = users.map(({ extension }) => extension).join(', ');
    return { ...parameter, description: `${parameter.description} For ${extensions}.` };
  });
}
