import type { ComponentProps } from 'react';
import { deckFileParameters } from '@/address/deck';
import type { Schema } from '@/address/parameters';
import { getPublishedChart } from '@/catalog/published';
import { vendors } from '@/data/vendors/contract';
import { listFormatParameters } from '@/exports/api/openapi';
import {
  type ApiParameter,
  frozen,
  listChartParameters,
  toChartParameter,
  toQueryParameters,
} from '@/exports/api/parameters';
import { listTableParameters } from '@/exports/api/published-paths';
import { examples, listRowShapes, listShownAnswers } from '@/exports/api/shown-answers';
import { toChartPublication } from '@/exports/chart-publication';
import { embedParameters } from '@/exports/embed/code';
import { oembedParameters } from '@/exports/embed/oembed';
import { deckFormats, formats } from '@/exports/formats';
import { MOST_ROWS, pageParameters } from '@/exports/paging';
import { toSiteOrigin } from '@/exports/site';
import { formatCount } from '@/units/format-value';
import { getChartView } from '@/views/chart-view';
import { SnippetList } from '../../_chart-block/citation';
import { WithCode } from '../../_table/with-code';
import { PageHeading, PageSection } from '../../_ui/headings';
import { leaveOutUnknown } from '../../_ui/notices';
import { ScrollBox } from '../../_ui/scroll-box';
import { type PageProps, toSiteHead } from '../../page-head';
import { getTracker } from '../../tracker';
import { Assistants } from './assistants';

export const metadata = toSiteHead('/docs/api');

/** The chart whose own parameters are shown: it has most of those there are. */
const SHOWN_CHART = 'nvidia-revenue-by-segment';

export default async function ApiPage({ searchParams }: PageProps) {
  leaveOutUnknown('/docs/api', await searchParams);
  const tracker = getTracker();
  const { view } = await getChartView(tracker, getPublishedChart(SHOWN_CHART)!);
  const { view: shares } = await getChartView(tracker, getPublishedChart('market-share')!);
  const answers = await listShownAnswers(tracker);
  const shapes = await listRowShapes(tracker);
  return (
    <>
      <PageHeading title="API">
        Every page’s address is also the API: add a format to the address of a chart, a dataset or a
        calculator. There are no keys, all origins may read, and all of it is described in{' '}
        <a href="/openapi.json">openapi.json</a>. Data portals read the{' '}
        <a href="/catalog.jsonld">catalog</a> (DCAT), machine learning the datasets’{' '}
        <code>.croissant.json</code>, assistants <a href="/llms.txt">llms.txt</a>.
      </PageHeading>
      <PageSection id="examples" title="Examples">
        <ul className="mt-2 grid max-w-[70ch] gap-3">
          {examples.map(({ path, meaning }) => (
            <li key={path}>
              {meaning}
              <br />
              <a href={path} className="wrap-anywhere">
                <code>
                  {toSiteOrigin()}
                  {path}
                </code>
              </a>
            </li>
          ))}
        </ul>
      </PageSection>
      <PageSection
        id="code"
        title="Code"
        lead="To load the figures of a chart. Pages of charts, datasets and calculators have these lines for what they show."
      >
        <SnippetList publication={toChartPublication(shares, tracker.snapshot)} />
      </PageSection>
      <PageSection id="rules" title="Rules">
        <ul className="mt-2 grid max-w-[70ch] list-disc gap-2 pl-5">
          <li>
            A file holds every row. Pages of rows come only with <code>limit</code>, and the{' '}
            <code>Link</code> header leads to the next.
          </li>
          <li>
            <code>?snapshot=</code> gives the figures as they were; such answers never change.{' '}
            <a href="/snapshots">Snapshots</a> lists the kept ones. <code>Link: rel="cite-as"</code>{' '}
            of every file names its own.
          </li>
          <li>
            A wrong parameter is refused with <code>application/problem+json</code> (RFC 9457):
            which parameter, what was found, what is allowed. The status is 400, or 409 where each
            value is allowed but not together with the others.
          </li>
          <li>
            Answers carry an <code>ETag</code>; asking again with <code>If-None-Match</code> costs a
            304. Addresses without a snapshot are good for a minute.
          </li>
          <li>
            Blank or null means unknown, never zero. Dates are ISO, periods such as 2025-Q4 or
            FY2026-Q1 as their source names them. License: CC BY 4.0, see each file’s credit.
          </li>
        </ul>
      </PageSection>
      <Assistants />
      <PageSection id="formats" title="Formats">
        <ScrollBox label="Table of the formats" className="mt-2 max-h-none! text-sm">
          <table>
            <Heads labels={['Format', 'Of', 'What it is', 'Media type']} />
            <tbody>
              {formats.map(({ extension, name, purpose, mediaType, appliesTo }) => (
                <tr key={extension}>
                  <th scope="row" className="text-left font-normal">
                    <code>.{extension}</code>
                  </th>
                  <td>{appliesTo.map((kind) => `${kind}s`).join(', ')}</td>
                  <td className="wraps">
                    {name}: {purpose}
                  </td>
                  <td>{mediaType}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </PageSection>
      <PageSection
        id="rows"
        title="Rows"
        lead="CSV, Excel and Parquet have a column for each name, JSON and NDJSON an object for each row with the same names. The JSON names meaning, type and unit of each column; a CSV’s Link header (describedby) leads to the same."
      >
        <dl className="mt-2 grid gap-3 text-sm">
          <div>
            <dt className="font-semibold">Datasets: a row is what the dataset’s page says</dt>
            <dd>
              The columns of its CSV, all listed in <a href="/datasets.json">datasets.json</a>.
            </dd>
          </div>
          {shapes.map(({ of, row, columns, example }) => (
            <div key={of}>
              <dt className="font-semibold">
                {of}: a row is {row}
              </dt>
              <dd className="wrap-anywhere">
                <a href={example}>{example}</a>:{' '}
                <code>{columns.map(({ id }) => id).join(', ')}</code>
              </dd>
            </div>
          ))}
        </dl>
      </PageSection>
      <ParameterSection
        id="file-parameters"
        title="Parameters of formats"
        lead="Images take them, of charts and of calculators."
        parameters={[...listFormatParameters(formats), frozen]}
      />
      <ParameterSection
        id="dataset-parameters"
        title="Parameters of datasets"
        lead={`A column’s name is a parameter too, for rows with exactly that value, and “~” asks for blank cells: ?vendor=nvidia&predecessor=~. Numbers and dates have ranges, with __gt, __gte, __lt or __lte behind the name: ?launch_date__gte=2024-06; a date known to its month is in a range if all of the month is. A page of rows has at most ${formatCount(MOST_ROWS)}.`}
        parameters={[...listTableParameters(vendors), ...toQueryParameters(pageParameters)]}
      />
      <ParameterSection
        id="chart-parameters"
        title="Parameters of charts"
        lead={
          <>
            Each chart has its own, listed with their values in{' '}
            <a href="/charts.json">charts.json</a>; those of calculators are in{' '}
            <a href="/calculators.json">calculators.json</a>. As an example, those of{' '}
            <a href={`/charts/${SHOWN_CHART}`}>{view.chart.name}</a>.
          </>
        }
        parameters={listChartParameters(view).map(toChartParameter)}
      />
      <ParameterSection
        id="deck-parameters"
        title="Parameters of decks"
        lead={
          <>
            <a href="/deck">Decks</a> are charts in your order, in one file:{' '}
            {deckFormats.map(({ extension }) => `/deck.${extension}`).join(', ')}.
          </>
        }
        parameters={toQueryParameters(deckFileParameters)}
      />
      <ParameterSection
        id="embed-parameters"
        title="Parameters of embeds"
        lead="/embed/<name> also takes the parameters of its chart."
        parameters={[...toQueryParameters(embedParameters), frozen]}
      />
      <ParameterSection
        id="oembed-parameters"
        title="Parameters of oEmbed"
        parameters={toQueryParameters(oembedParameters)}
      />
      <PageSection id="answers" title="Answers" lead="Shortened: longer lists go on.">
        {answers.map(({ path, status, mediaType, text }) => (
          <details key={path} className="mt-3 min-w-0 text-sm">
            <summary className="cursor-pointer wrap-anywhere">
              <code>{path}</code> {status}, {mediaType}
            </summary>
            <pre className="mt-1 max-w-full rounded-tremor-default bg-raised p-3 text-xs whitespace-pre-wrap wrap-anywhere">
              {text}
            </pre>
          </details>
        ))}
      </PageSection>
    </>
  );
}

const Heads = ({ labels }: { labels: readonly string[] }) => (
  <thead>
    <tr>
      {labels.map((label) => (
        <th key={label} scope="col" className="text-left">
          {label}
        </th>
      ))}
    </tr>
  </thead>
);

/** Parameters of addresses with what they may be, as OpenAPI describes them. */
function ParameterSection({
  parameters,
  ...section
}: ComponentProps<typeof PageSection> & {
  parameters: readonly ApiParameter[];
}) {
  const label = `Table of the ${section.title[0]?.toLowerCase()}${section.title.slice(1)}`;
  return (
    <PageSection {...section}>
      <ScrollBox label={label} className="mt-2 max-h-none! text-sm">
        <table>
          <Heads labels={['Parameter', 'Values', 'Default', 'Meaning']} />
          <tbody>
            {parameters.map(({ name, description, required = false, schema }) => (
              <tr key={name}>
                <th scope="row" className="text-left font-normal">
                  <code>{name}</code>
                </th>
                <td className="wraps">{wordValues(schema)}</td>
                <td>{required ? 'required' : wordDefault(schema)}</td>
                <td className="wraps">
                  <WithCode text={description} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </PageSection>
  );
}

function wordDefault({ default: fallback }: Schema): string {
  return fallback === undefined ? '–' : String(fallback);
}

/** Every value where they are listed, else their form. */
function wordValues(schema: Schema): string {
  const { type, format, minimum, maximum, maxLength, pattern } = schema;
  const listed = schema.enum ?? schema.examples;
  if (Array.isArray(listed)) return listed.join(', ');
  if (type === 'integer') return maximum ? `${minimum} to ${maximum}` : `${minimum} or more`;
  if (format === 'date') return 'year-month-day';
  if (format === 'uri') return 'a web address';
  if (pattern === '^[0-9a-f]{12}$') return '12 digits from 0 to f';
  return maxLength ? `text, up to ${maxLength} characters` : 'text';
}
