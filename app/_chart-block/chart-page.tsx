/** A page made of published charts, all driven by its address. */
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { toHref } from '@/address/href';
import { OPENED_PARAMETERS, type Opened, parseOpened, writeOpened } from '@/address/opened';
import { first, type ParameterProblem, type Query } from '@/address/parameters';
import { toTable } from '@/charts/kinds';
import { listSortNames } from '@/units/table';
import { getChartView, listViewParameters } from '@/views/chart-view';
import { isFormSpelling, listMistakes, type PageView, UPDATE } from '@/views/page-view';
import type { PublishedChart } from '@/views/published-chart';
import { PageHeading } from '../_ui/headings';
import { Corrections, FrozenNotice, leaveOutUnknown } from '../_ui/notices';
import { readPage } from '../page-head';
import { getAskedTracker, getTracker } from '../tracker';
import { ChartBlock } from './chart-block';

/** What the address of the page says, for tables and choices among its children. */
export interface PageAddress {
  /** All parameters that differ from their defaults. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The table that is open, by its name (null: none), how it is sorted, and whether all of it shows. */
  readonly table: { readonly chart: string | null } & Pick<Opened, 'sort' | 'isWhole'>;
}

interface ChartPageProps {
  path: string;
  charts: readonly PublishedChart[];
  query: Query;
  /**
   * Whether the page is that of its one chart. Only then it is a permalink; what
   * stands around charts elsewhere is of today.
   */
  isOwnPage?: boolean;
  /** Absent on a chart's own page, where the chart's question is the heading. */
  title?: string;
  lead?: ReactNode;
  /** Parameters that the children read. */
  more?: readonly string[];
  /** Those of them that differ from their defaults: choices of the charts keep them. */
  kept?: Readonly<Record<string, string>>;
  /** The columns of tables among the children that an address sorts, by their names. */
  tables?: Readonly<Record<string, readonly string[]>>;
  /** What of those had to be corrected. */
  corrections?: readonly ParameterProblem[];
  /** Choices for which the page has a control of its own. */
  hidden?: readonly string[];
  /** Or what makes them, from what the page's address says. */
  children?: ReactNode | ((page: PageAddress) => ReactNode);
}

export async function ChartPage({
  path,
  charts,
  query,
  isOwnPage = false,
  title,
  lead,
  more = [],
  kept = {},
  tables = {},
  corrections = [],
  hidden = [],
  children,
}: ChartPageProps) {
  const tracker = isOwnPage ? getAskedTracker(query) : getTracker();
  const page = await readPage(tracker, charts, query);
  const { opened, corrections: all } = readBlocks({
    ...{ path, query, more, tables, views: page.views, known: page.known },
    ...{ parameters: page.parameters, corrections: page.corrections, others: corrections },
  });
  const parameters = { ...page.parameters, ...kept, ...writeOpened(opened) };
  return (
    <>
      {title && <PageHeading title={title}>{lead}</PageHeading>}
      {tracker.isFrozen && <FrozenNotice snapshot={tracker.snapshot} href={path} />}
      <Corrections corrections={all} />
      {page.views.map((view) => (
        <ChartBlock
          key={view.chart.slug}
          view={{ ...view, offered: view.offered.filter(({ name }) => !hidden.includes(name)) }}
          path={path}
          parameters={parameters}
          opened={opened}
          isOwnPage={isOwnPage}
        />
      ))}
      {typeof children === 'function'
        ? children({ parameters, table: { ...opened, chart: opened.table } })
        : children}
    </>
  );
}

/**
 * What of a page's charts is open, and what of its address had to be corrected. Leads a form's
 * address to the short one, and one with unknown parameters to the one without.
 */
function readBlocks({
  path,
  query,
  views,
  known,
  parameters,
  corrections,
  others = [],
  more = [],
  tables = {},
}: Pick<PageView, 'views' | 'known' | 'parameters' | 'corrections'> &
  Pick<ChartPageProps, 'path' | 'query' | 'more' | 'tables'> & {
    others?: readonly ParameterProblem[];
  }) {
  const { opened, corrections: misread } = parseOpened(query, {
    charts: views.map(({ chart }) => chart.slug),
    tables: new Map([
      ...views.map(({ chart, model }) => [chart.slug, listSortNames(toTable(model).page)] as const),
      ...Object.entries(tables),
    ]),
  });
  const kept = [...OPENED_PARAMETERS, ...more];
  const slips = leaveOutUnknown(path, query, [...known, ...kept, UPDATE]);
  const all = [...listMistakes(query, corrections), ...slips, ...misread, ...others];
  if (isFormSpelling(query) && all.length === 0) {
    const asked = kept.map((name) => [name, first(query[name]) ?? null]);
    redirect(toHref(path, { ...parameters, ...Object.fromEntries(asked) }));
  }
  return { opened, corrections: all };
}

/**
 * A published chart on the page of one thing, which is one of the chart's choices: the rent of
 * this chip, the history of this organization. The section, and what of the page's query had to
 * be corrected: the chart is all that reads it.
 */
export async function buildFixedChart({
  chart,
  fixed,
  path,
  query,
}: {
  chart: PublishedChart;
  /** The choice that the page makes; its addresses leave it out. */
  fixed: { readonly name: string; readonly value: string };
  path: string;
  query: Query;
}): Promise<{ corrections: readonly ParameterProblem[]; section: ReactNode }> {
  const { name, value } = fixed;
  const found = await getChartView(getTracker(), chart, { ...query, [name]: value });
  const { [name]: _, ...parameters } = found.view.canonical;
  const view = { ...found.view, offered: found.view.offered.filter((one) => one.name !== name) };
  const { opened, corrections } = readBlocks({
    ...{ path, query, parameters, views: [view], corrections: found.corrections },
    known: listViewParameters(found.view).filter((one) => one !== name),
  });
  const asked = { ...parameters, ...writeOpened(opened) };
  return {
    corrections,
    section: <ChartBlock view={view} path={path} parameters={asked} opened={opened} />,
  };
}
