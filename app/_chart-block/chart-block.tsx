/**
 * A published chart on a page: what it finds, its choices, its drawing (or its table, or
 * what it is about), where its figures come from, and what one can do with them. The same
 * block serves topic pages, pages of one thing and the chart's own.
 */
import { type ComponentProps, Fragment } from 'react';
import { toHref } from '@/address/href';
import {
  type Opened,
  type Panel,
  panelNames,
  type Tab,
  toAddHref,
  writeOpened,
} from '@/address/opened';
import { pictureOf } from '@/charts/draw';
import { type ChartModel, isRanking, kindOf, listFigures } from '@/charts/kinds';
import { listOrigins } from '@/data/sources/origins';
import { toReportHref, toSiteOrigin } from '@/exports/site';
import { formatDate, formatPeriod } from '@/units/period';
import type { ChartView } from '@/views/chart-view';
import { lowerFirst } from '@/views/compare-vintages';
import { wordOverdue } from '@/views/freshness';
import { OwnPlace, WithOwnData } from '../_own-data/with-own-data';
import { BlockAbout } from './block-about';
import { BlockTable, WhatMoved } from './block-table';
import { ChartControls } from './chart-controls';
import { ChartDrawing } from './chart-drawing';
import type { BlockPanel } from './panels';
import { TimeRange } from './time-range';

interface ChartBlockProps {
  readonly view: ChartView;
  /** The page's path and all its parameters, which links of the block keep. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly opened: Opened;
  /** On the chart's own page the finding is the heading of the page. */
  readonly isOwnPage?: boolean;
}

export function ChartBlock({ view, path, parameters, opened, isOwnPage = false }: ChartBlockProps) {
  const { chart, finding, measure, model, scope, canonical } = view;
  const { slug } = chart;
  const [Heading, Subheading] = isOwnPage ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const);
  const own = toHref(`/charts/${slug}`, canonical);
  const tab = (['table', 'about'] as const).find((name) => opened[name] === slug) ?? null;
  const panel = (Object.keys(panelNames) as Panel[]).find((name) => opened[name] === slug) ?? null;
  /** What is open elsewhere on the page closes: one thing at a time. */
  const toPart = (next: Tab | null, over: Panel | null) => {
    const open = {
      ...(next ? { [next]: slug } : {}),
      ...(next === 'table' && tab === 'table' ? pickTable(opened) : {}),
      ...(over ? { [over]: slug } : {}),
      ...(opened.deck ? { deck: opened.deck } : {}),
    };
    return `${toHref(path, { ...omitOpened(parameters, opened), ...open })}#${slug}`;
  };
  const ownModel = kindOf(model).own ? toHref(`/charts/${slug}/model`, canonical) : null;
  return (
    <section id={slug} aria-labelledby={`${slug}-finding`} className="chart-block">
      <Heading id={`${slug}-finding`} className="finding">
        {isOwnPage ? finding : <a href={own}>{finding}</a>}
      </Heading>
      <p className="measure">{measure}</p>
      <div className="block-bar">
        <ChartControls
          offered={view.offered}
          scope={scope}
          marks={view.marks}
          path={path}
          parameters={parameters}
          slug={slug}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls, this groups links */}
        <div role="group" aria-label="View" className="tabs">
          {TABS.map(([name, label]) => (
            <a key={label} href={toPart(name, null)} aria-current={name === tab || undefined}>
              {label}
            </a>
          ))}
        </div>
      </div>
      <WithOwnData slug={slug} model={ownModel} tab={tab}>
        {tab === 'table' && (
          <BlockTable view={view} path={path} parameters={parameters} opened={opened} />
        )}
        {tab === 'about' && <BlockAbout view={view} heading={Subheading} />}
        {tab === null && (
          <ChartDrawing
            drawable={view.drawable}
            sources={view.sources}
            figures={toHref(`/charts/${slug}/figures`, canonical)}
            isOwnPage={isOwnPage}
          />
        )}
      </WithOwnData>
      {tab === null && scope && <TimeRange scope={scope} slug={slug} />}
      {view.vintage && tab !== 'about' && (
        <WhatMoved vintage={view.vintage} slug={slug} heading={Subheading} />
      )}
      <p className="source-line">
        <SourceLine view={view} />
        {tab === null && <DrawnPart model={model} />}
      </p>
      <div className="actions no-print">
        {(Object.entries(panelNames) as [Panel, string][]).map(([name, label]) => (
          <a
            key={name}
            href={toPart(tab, name === panel ? null : name)}
            aria-expanded={name === panel}
            className={`action ${name}`}
          >
            {label}
          </a>
        ))}
        {ownModel !== null && tab === null && (
          <button type="button" data-opens={slug} className="action own with-script">
            Your data
          </button>
        )}
        <a href={toAddHref(opened.deck, own)} className="action deck">
          Add to deck
        </a>
        <a
          href={toHref(`/embed/${slug}`, { ...canonical, fill: 'window' })}
          className="action full"
        >
          Full screen
        </a>
        <a href={toReportHref(finding, toSiteOrigin() + own)} className="action report">
          Report an error
        </a>
      </div>
      {ownModel !== null && <OwnPlace slug={slug} name="panel" />}
      {panel && (
        <OpenPanel
          view={view}
          panel={panel}
          heading={Subheading}
          toPanelHref={(next) => toPart(tab, next)}
        />
      )}
    </section>
  );
}

/** Its program and that of the formats are loaded by whoever opens one. */
async function OpenPanel(props: ComponentProps<typeof BlockPanel>) {
  const { BlockPanel: Loaded } = await import('./panels');
  return <Loaded {...props} />;
}

const TABS: readonly (readonly [Tab | null, string])[] = [
  [null, 'Chart'],
  ['table', 'Table'],
  ['about', 'About'],
];

const pickTable = (opened: Opened) => {
  const { sort, rows } = writeOpened(opened);
  return { ...(sort ? { sort } : {}), ...(rows ? { rows } : {}) };
};

function omitOpened(
  parameters: Readonly<Record<string, string>>,
  opened: Opened,
): Record<string, string> {
  const open = writeOpened(opened);
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => !(name in open)));
}

const MOST_NAMED = 2;

/** Whose figures they are, how new, and when the next are expected or how late they are. */
export function SourceLine({
  view: { origin, sources, asOf, freshness, snapshot, vintage, failedChecks },
}: {
  view: ChartView;
}) {
  const origins = listOrigins(sources);
  const more = origins.length - MOST_NAMED;
  const named =
    origin ?? origins.slice(0, MOST_NAMED).join('; ') + (more > 0 ? ` and ${more} more` : '');
  const [next, ...others] = freshness;
  const only = others.length === 0 ? next : undefined;
  const newest = only?.newest ?? asOf;
  const month = next?.nextExpected && formatDate(next.nextExpected.slice(0, 7));
  const late = next && wordOverdue(next, snapshot.collected_on);
  return (
    <>
      {named !== '' && `Source: ${named} · `}
      {vintage && `${lowerFirst(vintage.older.words)} · `}newest {formatPeriod(newest)}
      {only?.rhythm && ` (${only.rhythm})`}
      {month &&
        (late ? (
          <>
            {' · '}
            <b className="late">
              next was due {month} ({late})
            </b>
          </>
        ) : (
          ` · next expected ${month}`
        ))}
      {failedChecks.map(({ slug, href, words }) => (
        <Fragment key={slug}>
          {' · '}
          <a href={href} className="late">
            {words}
          </a>
        </Fragment>
      ))}
    </>
  );
}

/** Says so where a ranking is longer than its picture. */
function DrawnPart({ model }: { model: ChartModel }) {
  const { rows } = pictureOf(model);
  if (!rows) return null;
  // A row of a ranking may hold several figures.
  const of = isRanking(model) ? model.entries.length : listFigures(model).length;
  const drawn = rows.countDrawn(model);
  return drawn < of ? (
    <span>
      {' '}
      · the first {drawn} of {of}; the table has all
    </span>
  ) : null;
}
