/**
 * A published chart on the page of one thing, which is one of the chart's choices:
 * the rent of this chip, the history of this organization.
 */
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { toHref } from '@/address/href';
import { OPENED_PARAMETERS, parseOpened, writeOpened } from '@/address/opened';
import { first, type ParameterProblem, type Query } from '@/address/parameters';
import { toTable } from '@/charts/kinds';
import { listSortNames } from '@/units/table';
import { getChartView, listViewParameters } from '@/views/chart-view';
import { isFormSpelling, listMistakes, UPDATE } from '@/views/page-view';
import type { PublishedChart } from '@/views/published-chart';
import { leaveOutUnknown } from '../_ui/notices';
import { getTracker } from '../tracker';
import { ChartBlock } from './chart-block';

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
  const { opened, corrections: misread } = parseOpened(query, {
    charts: [chart.slug],
    tables: new Map([[chart.slug, listSortNames(toTable(view.model).page)]]),
  });
  const { [fixed.name]: _, ...parameters } = view.canonical;
  const own = listViewParameters(view).filter((name) => name !== fixed.name);
  const slips = leaveOutUnknown(path, query, [...own, ...OPENED_PARAMETERS, UPDATE]);
  const all = [...listMistakes(query, corrections), ...misread, ...slips];
  if (isFormSpelling(query) && all.length === 0) {
    const kept = OPENED_PARAMETERS.map((name) => [name, first(query[name]) ?? null]);
    redirect(toHref(path, { ...parameters, ...Object.fromEntries(kept) }));
  }
  return {
    corrections: all,
    section: (
      <ChartBlock
        view={{ ...view, offered: view.offered.filter(({ name }) => name !== fixed.name) }}
        path={path}
        parameters={{ ...parameters, ...writeOpened(opened) }}
        opened={opened}
      />
    ),
  };
}
