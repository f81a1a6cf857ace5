/** Papers that name a chip of Nvidia, chip by chip. */

import { choice } from '@/address/choices';
import { getCategoryColor, getGenerationColor } from '@/charts/colors';
import type { Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { foldSmall } from '@/charts/transform/values';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { chips } from '@/data/chips/contract';
import { getChipNames } from '@/db/queries/names';
import { defineChart } from '@/views/published-chart';
import { describeLeaders } from '@/views/sentences';
import { toShortName } from '../chips/chip-entries';
import { listChips } from '../chips/queries';
import { describeLives } from './chip-half-life';
import {
  editionChoice,
  listCountEditions,
  PAPERS_READING,
  PROJECTED,
  toYearlyPoints,
} from './paper-counts';
import { listPaperCounts } from './queries';

const groups = {
  'data-center': 'Data center',
  other: 'Desktop and embedded',
  all: 'All chips',
} as const;

export const papersByNvidiaChip = defineChart({
  slug: 'papers-by-nvidia-chip',
  name: 'AI papers by Nvidia chip',
  section: 'papers',
  question: 'Which Nvidia chip leads, and when?',
  datasets: [chipUsageInPapers, chips],
  choices: {
    edition: editionChoice,
    chips: choice('Chips', groups),
  },
  editions: listCountEditions,
  build: async (orm, { edition: slug = '', chips: asked }) => {
    const group = (asked ?? 'data-center') as keyof typeof groups;
    const [rows, names, chips] = await Promise.all([
      listPaperCounts(orm, slug),
      getChipNames(orm),
      listChips(orm),
    ]);
    const forServers = new Set(
      chips.filter(({ kind }) => kind === 'datacenter-gpu').map(({ chip }) => chip),
    );
    const launched = new Map(chips.map(({ chip, launch_date }) => [chip, launch_date]));
    const nvidia = rows.filter(({ vendor, chip }) => vendor === 'nvidia' && chip !== null);
    // Chips that the index counts together have no launch of their own.
    const toDate = (chip: string) =>
      launched.get(chip) ?? nvidia.find((row) => row.chip === chip)?.period ?? '';
    const slugs = [...new Set(nvidia.map(({ chip }) => chip!))]
      .filter((chip) => group === 'all' || forServers.has(chip) === (group === 'data-center'))
      .sort((a, b) => toDate(b).localeCompare(toDate(a)) || a.localeCompare(b));
    const known = slugs.map(
      (chip): Series => ({
        id: chip,
        label: names.get(chip) ?? chip,
        short: toShortName(names.get(chip) ?? chip),
        color: 'other',
        points: toYearlyPoints(nvidia.filter((row) => row.chip === chip)),
      }),
    );
    const folded = foldSmall(known, { most: MOST_CHIPS, label: 'Other chips' });
    const series = group === 'all' ? colorByUse(folded, forServers) : colorByAge(known);
    return {
      title: `AI papers by Nvidia chip: ${groups[group].toLowerCase()}`,
      subtitle: 'Papers per year (mentions)',
      summary: describeLeaders(series, 'Most named') ?? 'There is no figure.',
      model: {
        shape: 'lines',
        unit: 'papers',
        scale: 'linear',
        axis: 'from-zero',
        series: alignSeries(series),
        notes: [PROJECTED],
      },
      reading: [
        ...PAPERS_READING,
        ...[
          describeLives(
            series.map(({ id, label, points }) => ({
              ...{ label, points },
              launched: launched.get(id) ?? null,
            })),
          ),
        ].filter((text) => text !== null),
        'Several chips share a series in the source: H100 and H200, the Blackwell chips, Titan cards, Jetson modules.',
      ],
      trends: { growth: true, scales: ['linear', 'log'], stacks: ['none', 'percent'] },
    };
  },
});

/** Of chips of both uses only so many are drawn; the others are one line. */
const MOST_CHIPS = 7;

const colorByAge = (series: readonly Series[]): Series[] =>
  series.map((one, index) => ({
    ...one,
    color: index < GENERATIONS ? getGenerationColor('nvidia', index) : 'other',
  }));

/** Data center chips in shades of Nvidia’s color, the others in colors of their own. */
function colorByUse(series: readonly Series[], forServers: ReadonlySet<string>): Series[] {
  const [servers, desktops] = [true, false].map((isFor) =>
    series.filter(({ id }) => id !== 'others' && forServers.has(id) === isFor),
  );
  const shaded = new Map(colorByAge(servers!).map((one) => [one.id, one]));
  return series.map((one) => {
    const place = desktops!.indexOf(one);
    return place < 0 ? (shaded.get(one.id) ?? one) : { ...one, color: getCategoryColor(place) };
  });
}

/** As many of the newest have a shade of their own; lines in lighter ones could not be seen. */
const GENERATIONS = 4;
