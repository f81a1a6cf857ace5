/**
 * A published chart on the page of one thing, which is one of the chart's choices:
 * the rent of this chip, the history of this organization.
 */
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { toHref } from '@/address/href';
import {
  first,
  listUnknownParameters,
  type ParameterProblem,
  type Query,
} from '@/address/parameters';
import { toTable } from '@/charts/kinds';
import { listSortNames } from '@/units/table';
import { getChartView, listViewParameters } from '@/views/chart-view';
import { isFormSpelling } from '@/views/page-view';
import type { PublishedChart } from '@/views/published-chart';
import { getTracker } from '../tracker';
import { ChartSection } from './chart-section';
import { parseTableState, TABLE_PARAMETERS } from './table-state';

/** The section, and what of the page's query had to be corrected: the chart is all that reads it. */
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
  const { view, corrections } = await getChartView(getTracker(), chart, {
    ...query,
    [fixed.name]: fixed.value,
  });
  const columns = new Map([[chart.slug, listSortNames(toTable(view.model).page)]]);
  const table = parseTableState(query, columns);
  const { [fixed.name]: _, ...parameters } = view.canonical;
  const own = listViewParameters(view).filter((name) => name !== fixed.name);
  const all = [
    ...corrections,
    ...table.corrections,
    ...listUnknownParameters(query, [...own, ...TABLE_PARAMETERS]),
  ];
  if (isFormSpelling(query) && all.length === 0) {
    const kept = TABLE_PARAMETERS.map((name) => [name, first(query[name]) ?? null]);
    redirect(toHref(path, { ...parameters, ...Object.fromEntries(kept) }));
  }
  return {
    corrections: all,
    section: (
      <ChartSection
        view={{ ...view, offered: view.offered.filter(({ name }) => name !== fixed.name) }}
        path={path}
        parameters={parameters}
        table={table.state}
      />
    ),
  };
}
