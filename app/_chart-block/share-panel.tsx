/**
 * Share & download: a publication in every format, how to cite it, and code that
 * loads its figures. Links and a form, so it works without JavaScript; buttons that
 * copy come on top.
 */
import type { ReactNode } from 'react';
import { toChartPublication } from '@/exports/chart-publication';
import { embedParameters, toEmbedHref, writeEmbedCode } from '@/exports/embed/code';
import { listFormats } from '@/exports/formats';
import { listSnippets, toFormatHref, toPermalink } from '@/exports/links';
import type { Publication } from '@/exports/publication';
import type { ChartView } from '@/views/chart-view';
import { Citation } from './citation';
import { CopyButton } from './copy-button';
import { PictureForm } from './picture-form';

interface SharePanelProps {
  readonly view: ChartView;
  /** The chart's own page has room for code; others link to it. */
  readonly isOwnPage: boolean;
}

export function SharePanel({ view, isOwnPage }: SharePanelProps) {
  return (
    <PublicationPanel
      publication={toChartPublication(view, view.snapshot)}
      isOwnPage={isOwnPage}
      embed={<EmbedCodes view={view} heading={isOwnPage ? 'h2' : 'h3'} />}
    />
  );
}

/** The panel of anything that leaves the tracker; `embed` is what only charts have. */
export function PublicationPanel({
  publication,
  isOwnPage,
  embed = null,
}: {
  publication: Publication;
  isOwnPage: boolean;
  embed?: ReactNode;
}) {
  const { href, slug } = publication;
  const id = `${slug}-share`;
  const permalink = toPermalink(publication);
  // One level below the chart's question.
  const heading = isOwnPage ? 'h2' : 'h3';
  const Heading = heading;
  return (
    <details id={id} className="no-print mt-3 border-t pt-2 text-sm">
      <summary className="cursor-pointer text-accent">Share &amp; download</summary>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-4">
        {publication.pictures.length > 0 && <PictureForm publication={publication} />}
        <FormatLinks publication={publication} heading={heading} />
        <p className="flex flex-wrap items-center gap-3">
          <CopyButton
            label="Copy data"
            copied={{
              what: 'data',
              href: toFormatHref(publication, 'csv', { for: 'spreadsheet' }),
            }}
          />
          <CopyButton label="Copy link" copied={{ what: 'link', href }} />
          <CopyButton label="Copy permalink" copied={{ what: 'link', href: permalink }} />
          <span>
            <a href={permalink}>Permalink</a>{' '}
            <span className="text-muted">keeps these figures, whatever is published later</span>
          </span>
        </p>
        <div>
          <Heading className="text-sm font-semibold">Cite</Heading>
          <Citation publication={publication} />
        </div>
        {embed}
        {isOwnPage ? (
          <Snippets publication={publication} heading={heading} />
        ) : (
          <p>
            <a href={`${href}#${id}`}>Code to load these figures</a> (pandas, R, Excel, Google
            Sheets, DuckDB, curl) is on the chart’s own page.
          </p>
        )}
      </div>
    </details>
  );
}

interface PartProps {
  readonly publication: Publication;
  readonly heading: 'h2' | 'h3';
}

function FormatLinks({ publication, heading: Heading }: PartProps) {
  const others = listFormats(publication.kind).filter(
    ({ kind }) => kind === 'data' || kind === 'bundle',
  );
  return (
    <div>
      <Heading className="text-sm font-semibold">Data</Heading>
      <ul className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {others.map(({ extension, name, purpose }) => (
          <li key={extension}>
            <a href={toFormatHref(publication, extension)}>{name}</a>{' '}
            <span className="text-muted">{purpose}</span>
          </li>
        ))}
        <li>
          <a href={toFormatHref(publication, 'csv', { for: 'spreadsheet' })}>
            CSV for spreadsheets
          </a>{' '}
          <span className="text-muted">Opens right and runs no formulas</span>
        </li>
      </ul>
    </div>
  );
}

function Snippets({ publication, heading: Heading }: PartProps) {
  return (
    <div className="min-w-0">
      <Heading className="text-sm font-semibold">Load the figures</Heading>
      <dl className="mt-1 grid gap-2">
        {listSnippets(publication).map(({ name, code }) => (
          <div key={name} className="min-w-0">
            <dt className="flex items-center gap-3 text-muted">
              {name} <CopyButton label="Copy" copied={{ what: 'text', text: code }} />
            </dt>
            <dd className="mt-1 rounded-tremor-default bg-raised p-2 text-xs">
              <code className="whitespace-pre-wrap wrap-anywhere">{code}</code>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const FIGURES = { live: 'follow the data', frozen: 'stay as they are now' } as const;
const { theme: COLORS } = embedParameters;

/**
 * A frame for other pages: with whatever figures are newest or with those of today, in
 * the colors of the reader's system or in fixed ones. Every code stands in the page and
 * the style sheet shows the chosen one, so the choice works without JavaScript.
 */
function EmbedCodes({ view, heading: Heading }: { view: ChartView; heading: 'h2' | 'h3' }) {
  const { slug } = view.chart;
  return (
    <div className="embed-codes">
      <Heading className="text-sm font-semibold">Embed</Heading>
      <Choice legend="Figures" name={`${slug}-embed-figures`} options={FIGURES} />
      <Choice legend={COLORS.label} name={`${slug}-embed-colors`} options={COLORS.values} />
      {Object.keys(FIGURES).map((figures) =>
        COLORS.allowed.map((theme) => {
          const choice = { frozen: figures === 'frozen', theme };
          return (
            <p
              key={`${figures} ${theme}`}
              data-figures={figures}
              data-colors={theme}
              className="mt-1 text-xs text-muted wrap-anywhere"
            >
              <a href={toEmbedHref(view, choice)}>Preview</a>{' '}
              <code>{writeEmbedCode(view, choice)}</code>
            </p>
          );
        }),
      )}
      <p className="mt-1">
        <CopyButton label="Copy embed code" copied={{ what: 'shown', within: '.embed-codes' }} />
      </p>
    </div>
  );
}

function Choice({
  legend,
  name,
  options,
}: {
  legend: string;
  name: string;
  options: Readonly<Record<string, string>>;
}) {
  return (
    <fieldset className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
      <legend className="float-left mr-4 text-muted">{legend}</legend>
      {Object.entries(options).map(([value, meaning], index) => (
        <label key={value} className="flex items-center gap-1">
          <input type="radio" name={name} value={value} defaultChecked={index === 0} />
          {meaning}
        </label>
      ))}
    </fieldset>
  );
}
