/** A page made of published charts, all driven by its address. */
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { toHref } from '@/address/href';
import { OPENED_PARAMETERS, type Opened, parseOpened, writeOpened } from '@/address/opened';
import { first, type ParameterProblem, type Query } from '@/address/parameters';
import { toTable } from '@/charts/kinds';
import { listSortNames } from '@/units/table';
import { isFormSpelling, listMistakes, UPDATE } from '@/views/page-view';
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
}: {
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
}) {
  const tracker = isOwnPage ? getAskedTracker(query) : getTracker();
  const page = await readPage(tracker, charts, query);
  const { opened, corrections: misread } = parseOpened(query, {
    charts: charts.map(({ slug }) => slug),
    tables: new Map([
      ...page.views.map(
        ({ chart, model }) => [chart.slug, listSortNames(toTable(model).page)] as const,
      ),
      ...Object.entries(tables),
    ]),
  });
  const slips = leaveOutUnknown(path, query, [
    ...page.known,
    ...OPENED_PARAMETERS,
    ...more,
    UPDATE,
  ]);
  const all = [...listMistakes(query, page.corrections), ...slips, ...misread, ...corrections];
  if (isFormSpelling(query) && all.length === 0) {
    const others = [...OPENED_PARAMETERS, ...more].map((name) => [
      name,
      first(query[name]) ?? null,
    ]);
    redirect(toHref(path, { ...page.parameters, ...Object.fromEntries(others) }));
  }
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
