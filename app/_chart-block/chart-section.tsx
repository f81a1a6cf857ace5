/**
 * A published chart on a page: question, answer, choices, picture, figures, how to
 * read it, sources. The same section serves the topic pages and the chart's own.
 */
import { toFrozenHref } from '@/address/frozen-links';
import { toHref } from '@/address/href';
import { toDatasetHref } from '@/address/links';
import { pictureOf } from '@/charts/draw';
import { type ChartModel, kindOf, listFigures, listNotes } from '@/charts/kinds';
import { NARROW, WIDE } from '@/charts/page-drawings';
import { formatDate, formatPeriod } from '@/units/period';
import type { ChartView } from '@/views/chart-view';
import type { ShownEvent } from '@/views/mark-events';
import { WithOwnData } from '../_own-data/with-own-data';
import { Card } from '../_ui/tremor';
import { ChartControls } from './chart-controls';
import { ChartDrawing } from './chart-drawing';
import { ChartFigures } from './chart-figures';
import { SharePanel } from './share-panel';
import { SourceList } from './source-list';
import type { TableState } from './table-state';
import { TimeForm } from './time-form';

interface ChartSectionProps {
  readonly view: ChartView;
  /** The page's path and all its parameters, which links of the section keep. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly table: TableState;
  /** On the chart's own page the question is the heading of the page. */
  readonly isOwnPage?: boolean;
}

export function ChartSection(props: ChartSectionProps) {
  const { view, path, parameters, table, isOwnPage = false } = props;
  const { chart, title, subtitle, summary, model, reading, asOf, sources } = view;
  const [Heading, Subheading] = isOwnPage ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const);
  const notes = listNotes(model);
  const own = toHref(`/charts/${chart.slug}`, view.canonical);
  return (
    <section aria-labelledby={`${chart.slug}-question`} className="mt-10 first:mt-0">
      <Heading
        id={`${chart.slug}-question`}
        className={`font-semibold tracking-tight ${isOwnPage ? 'text-xl' : 'text-lg'}`}
      >
        {chart.question}
      </Heading>
      <p className="mt-1 max-w-[70ch]">{summary}</p>
      <ChartControls
        offered={view.offered}
        scope={view.scope}
        path={path}
        parameters={parameters}
        slug={chart.slug}
      />
      <div className="mt-3 grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_272px]">
        <Card className="min-w-0 p-4">
          <figure>
            <figcaption className="mb-2">
              <strong className="block text-base font-semibold">
                {isOwnPage ? (
                  title
                ) : (
                  <a href={own} className="text-ink">
                    {title}
                  </a>
                )}
              </strong>
              <span className="text-sm text-muted">{subtitle}</span>
            </figcaption>
            <WithOwnData
              slug={chart.slug}
              model={
                kindOf(model).own ? toHref(`/charts/${chart.slug}/model`, view.canonical) : null
              }
              time={
                view.scope && (
                  <TimeForm
                    scope={view.scope}
                    path={path}
                    parameters={parameters}
                    slug={chart.slug}
                    name={chart.name}
                  />
                )
              }
              figures={
                <>
                  <DrawnPart model={model} />
                  {notes.length > 0 && (
                    <ul className="mt-2 text-xs text-muted">
                      {notes.map((note) => (
                        <li key={note}>{note}</li>
                      ))}
                    </ul>
                  )}
                  <ShownEvents events={view.events} />
                  <ChartFigures
                    view={view}
                    path={path}
                    parameters={parameters}
                    state={table}
                    isOwnPage={isOwnPage}
                  />
                </>
              }
            >
              <ChartDrawing
                drawable={view.drawable}
                sources={sources}
                figures={toHref(`/charts/${chart.slug}/figures`, view.canonical)}
                isOwnPage={isOwnPage}
              />
            </WithOwnData>
          </figure>
          <SharePanel view={view} isOwnPage={isOwnPage} />
        </Card>
        <aside className="grid content-start gap-4 text-sm" aria-label={`About: ${title}`}>
          <div className="grid gap-2">
            <Subheading className="text-sm font-semibold">How to read it</Subheading>
            {reading.map((paragraph) => (
              <p key={paragraph} className="text-muted">
                {paragraph}
              </p>
            ))}
          </div>
          <p className="text-muted">
            <span className="font-semibold text-ink">Data as of</span> {formatPeriod(asOf)} ·{' '}
            {chart.datasets.map(({ slug: dataset }, index) => (
              <span key={dataset}>
                {index > 0 && ', '}
                <a href={toFrozenHref(toDatasetHref(dataset), view.canonical.snapshot ?? null)}>
                  {dataset}
                </a>
              </span>
            ))}
          </p>
          <SourceList sources={sources} heading={Subheading} />
        </aside>
      </div>
    </section>
  );
}

/** Says so where a ranking is longer than its picture. */
function DrawnPart({ model }: { model: ChartModel }) {
  const { rows } = pictureOf(model);
  if (!rows) return null;
  const of = listFigures(model).length;
  const [wide, narrow] = [WIDE, NARROW].map(({ width }) => rows.countDrawn(model, width));
  return [
    { drawn: wide!, className: 'max-[719px]:hidden' },
    { drawn: narrow!, className: 'min-[720px]:hidden' },
  ].map(({ drawn, className }) =>
    drawn < of ? (
      <p key={className} className={`mt-2 text-xs text-muted ${className}`}>
        The picture shows the first {drawn} of {of}; the table below has all.
      </p>
    ) : null,
  );
}

/** The events of the time shown, each with its source; the picture names those that have room. */
function ShownEvents({ events }: { events: readonly ShownEvent[] }) {
  if (events.length === 0) return null;
  return (
    <details className="mt-3 border-t pt-2 text-sm">
      <summary className="cursor-pointer text-accent">
        Events in this time ({events.length})
      </summary>
      <ul className="mt-2 grid max-h-80 gap-1.5 overflow-auto">
        {events.map(({ date, title, summary, source }) => (
          <li key={`${date}${title}`}>
            <span className="text-muted">{formatDate(date)}</span>{' '}
            {source?.url ? <a href={source.url}>{title}</a> : title}
            <span className="text-muted">
              {' '}
              {summary} {source && `(${source.publisher})`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
