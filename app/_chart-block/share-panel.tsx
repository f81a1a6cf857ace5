/**
 * Share & download: a publication in every format, how to cite it, and code that
 * loads its figures. Links and a form, so it works without JavaScript; buttons that
 * copy come on top.
 */
import type { ReactNode } from 'react';
import { toChartPublication } from '@/exports/chart-publication';
import { listFormats } from '@/exports/formats';
import { listSnippets, toFormatHref, toPermalink } from '@/exports/links';
import type { Publication } from '@/exports/publication';
import type { ChartView } from '@/views/chart-view';
import { Citation } from './citation';
import { CopyButton } from './copy-button';
import { EmbedCodes } from './embed-codes';
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
