/**
 * Charts that became a view of another chart, or a page. Their addresses lead on for good:
 * of the page, the embed and each file, with whatever else they asked for.
 */

import { writeAddress } from '@/address/href';

interface MovedChart {
  /** The chart that shows its figures, or what they say, now. */
  readonly chart: string;
  /** What the new address must say to show them. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Parameters that have another name now; null: they have none and are left out. */
  readonly renamed?: Readonly<Record<string, string | null>>;
  /** The page that holds them, with the same parameters; absent: that of the chart. */
  readonly page?: string;
  /** Whose files hold all its figures, where the chart shows but some; absent: the chart’s. */
  readonly dataset?: string;
}

const movedCharts: Readonly<Record<string, MovedChart>> = {
  'market-concentration': { chart: 'market-share', renamed: { whole: 'market', series: null } },
  'nvidia-data-center-growth': {
    chart: 'nvidia-data-center-revenue',
    parameters: { view: 'growth-year' },
  },
  'nvidia-share-of-papers': { chart: 'papers-by-vendor', parameters: { stack: 'percent' } },
  'nvidia-to-others-in-papers': { chart: 'papers-by-vendor', renamed: { series: null } },
  'chip-half-life': { chart: 'papers-by-nvidia-chip' },
  'nvidia-recast-platforms': {
    chart: 'nvidia-revenue-by-segment',
    parameters: { split: 'recast-q2-fy27' },
    renamed: { basis: 'split' },
  },
  'fleets-and-clusters': { chart: 'accelerator-holders' },
  'event-timeline': {
    chart: 'export-controls',
    renamed: { category: null, vendor: null },
    page: '/timeline',
    dataset: 'events',
  },
};

export const movedSlugs = Object.keys(movedCharts);

/** Files of pictures, which no dataset has. */
const PICTURES = ['.svg', '.png', '.pdf', '.pptx', '.docx'];

/**
 * Where an address of a moved chart leads: "/charts/x", "/embed/x", "/charts/x.csv" or what
 * stands below "/charts/x/". Null where the path is of no chart that moved.
 */
export function findMovedAddress(
  path: string,
  parameters: readonly (readonly [name: string, value: string])[],
): string | null {
  const [, kind, slug, rest = ''] =
    path.match(/^\/(charts|embed)\/([a-z0-9-]+)([./][a-z0-9./-]+)?$/) ?? [];
  const moved = Object.hasOwn(movedCharts, slug ?? '') ? movedCharts[slug!]! : null;
  if (!moved) return null;
  const { chart, page, dataset, renamed = {} } = moved;
  const isData = rest.startsWith('.') && !PICTURES.includes(rest);
  if (dataset !== undefined && isData) {
    const frozen = parameters.filter(([name]) => name === 'snapshot');
    return writeAddress(
      `/datasets/${dataset}${rest}`,
      frozen.map(([name, value]) => [name, value]),
    );
  }
  if (page !== undefined && kind === 'charts' && rest === '') {
    return writeAddress(
      page,
      parameters.map(([name, value]) => [name, value]),
    );
  }
  const asked = new Map(Object.entries(moved.parameters ?? {}));
  for (const [name, value] of parameters) {
    const now = name in renamed ? renamed[name] : name;
    if (now != null) asked.set(now, value);
  }
  return writeAddress(`/${kind}/${chart}${rest}`, [...asked]);
}
