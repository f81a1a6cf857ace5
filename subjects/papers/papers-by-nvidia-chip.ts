/** Papers that name a chip of Nvidia, chip by chip. */

import { choice } from '@/address/choices';
import { getGenerationColor } from '@/charts/colors';
import type { Series } from '@/charts/model';
import { alignSeries } from '@/charts/transform/periods';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { chips } from '@/data/chips/contract';
import { getChipNames } from '@/db/queries/names';
import { defineChart } from '@/views/published-chart';
import { describeLeaders } from '@/views/sentences';
import { toShortName } from '../chips/chip-entries';
import { listChips } from '../chips/queries';
import { describeLives } from './chip-half-life';
import { editionChoice, PAPERS_READING, PROJECTED, toYearlyPoints } from './paper-counts';
import { listPaperCounts } from './queries';

export const papersByNvidiaChip = defineChart({
  slug: 'papers-by-nvidia-chip',
  name: 'AI papers by Nvidia chip',
  section: 'papers',
  question: 'Which Nvidia chip leads, and when?',
  datasets: [chipUsageInPapers, chips],
  choices: {
    edition: editionChoice,
    chips: choice('Chips', { 'data-center': 'Data center', other: 'Desktop and embedded' }),
  },
  build: async (orm, { edition: slug = '', chips: group }) => {
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
      .filter((chip) => forServers.has(chip) === (group === 'data-center'))
      .sort((a, b) => toDate(b).localeCompare(toDate(a)) || a.localeCompare(b));
    const series = slugs.map(
      (chip, index): Series => ({
        id: chip,
        label: names.get(chip) ?? chip,
        short: toShortName(names.get(chip) ?? chip),
        color: index < GENERATIONS ? getGenerationColor('nvidia', index) : 'other',
        points: toYearlyPoints(nvidia.filter((row) => row.chip === chip)),
      }),
    );
    return {
      title: `AI papers by Nvidia chip: ${group === 'data-center' ? 'data center' : 'desktop and embedded'}`,
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

/** As many of the newest have a shade of their own; lines in lighter ones could not be seen. */
const GENERATIONS = 4;
