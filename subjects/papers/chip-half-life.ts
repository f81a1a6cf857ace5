/** How long a chip lives in AI papers: from its launch to its peak, and to half of that. */

import { toChipHref, toRowsHref } from '@/address/links';
import type { Point, RankEntry } from '@/charts/model';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import { chips } from '@/data/chips/contract';
import { lastDayOf, toUtc } from '@/units/date';
import { toWeakestKind } from '@/units/figure-kind';
import { formatValue } from '@/units/format-value';
import { toMiddle } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinSentences } from '@/views/sentences';
import { listChips } from '../chips/queries';
import { editionChoice, PAPERS_READING, toYearlyPoints } from './paper-counts';
import { listPaperCounts } from './queries';

type Known = Point & { readonly value: number };

interface Life {
  readonly peak: Known;
  /** Years from launch to the middle of the peak year. */
  readonly toPeak: number;
  /** The first later year with at most half the papers; null: not yet. */
  readonly half: Known | null;
  readonly toHalf: number | null;
}

const YEAR_MS = 365.25 * 86_400_000;

/** Null while the newest year is the highest: such a chip has not peaked. */
export function toLife(points: readonly Point[], launched: string): Life | null {
  const known = points.filter((point): point is Known => point.value !== null);
  const peak = known.toSorted((a, b) => b.value - a.value)[0];
  if (!peak || peak.value === 0 || peak === known.at(-1)) return null;
  const half =
    known.find((one) => one.period.start > peak.period.start && one.value <= peak.value / 2) ??
    null;
  const since = (point: Point) =>
    (toMiddle(point.period).getTime() - toUtc(lastDayOf(launched)).getTime()) / YEAR_MS;
  return { peak, toPeak: since(peak), half, toHalf: half && since(half) };
}

export const chipHalfLife = defineChart({
  slug: 'chip-half-life',
  name: 'Life of Nvidia’s chips in AI papers',
  section: 'papers',
  question: 'How long does a chip last in research?',
  datasets: [chipUsageInPapers, chips],
  choices: { edition: editionChoice },
  build: async (orm, { edition: slug = '' }) => {
    const [rows, chips] = await Promise.all([listPaperCounts(orm, slug), listChips(orm)]);
    const counted = chips.filter(({ chip }) =>
      rows.some((row) => row.chip === chip && row.vendor === 'nvidia'),
    );
    const rising: string[] = [];
    const undated: string[] = [];
    const entries = counted
      .toSorted((a, b) => (a.launch_date ?? '').localeCompare(b.launch_date ?? ''))
      .flatMap(({ chip, name, launch_date }): RankEntry[] => {
        const points = toYearlyPoints(rows.filter((row) => row.chip === chip));
        if (!launch_date) {
          undated.push(name);
          return [];
        }
        const life = toLife(points, launch_date);
        if (!life) {
          rising.push(name);
          return [];
        }
        const date = points.findLast(({ kind }) => kind !== 'projection')?.period.label;
        return [{ ...toEntry({ chip, name, launched: launch_date, edition: slug }, life), date }];
      });
    const halved = entries.filter(({ reach }) => reach != null);
    return {
      title: 'From launch to peak, and to half of it',
      subtitle: 'Years from a chip’s launch to the year with most papers; the line reaches to half',
      summary: joinSentences(
        entries.length > 0
          ? entries
              .map(
                ({ label, value }) => `${label} peaked ${formatValue(value, 'years')} after launch`,
              )
              .join(', ')
              .concat('.')
          : 'No chip has peaked yet.',
        halved.length > 0 &&
          `Half was reached ${halved.map(({ label, reach }) => `by ${label} after ${formatValue(reach!, 'years')}`).join(', ')}.`,
        rising.length > 0 && `Not past a peak: ${rising.join(', ')}.`,
      ),
      model: {
        shape: 'ranking',
        marks: 'dots',
        unit: 'years',
        scale: 'linear',
        valueLabel: 'Launch to peak',
        entryLabel: 'Chip',
        columns: [
          { id: 'launch', label: 'Launch', as: 'date' },
          { id: 'peak_year', label: 'Peak year', as: 'date' },
          { id: 'papers_at_peak', label: 'Papers at peak', unit: 'papers' },
          { id: 'half_by', label: 'Half by', as: 'date', missing: 'not yet' },
          { id: 'launch_to_half', label: 'Launch to half', unit: 'years', missing: 'not yet' },
          { id: 'half_is', label: 'Half is' },
        ],
        entries,
        notes: [
          'Computed by us; years are counted from launch to the middle of a calendar year, so half a year is as fine as it gets.',
          ...(undated.length > 0
            ? [`Without a launch date of their own, and left out: ${undated.join(', ')}.`]
            : []),
        ],
      },
      reading: [
        'Peak: the calendar year in which most papers name the chip. Half: the first later year with at most half as many. A chip whose newest year is its highest has not peaked and is left out.',
        ...PAPERS_READING,
      ],
    };
  },
});

function toEntry(
  {
    chip,
    name,
    launched,
    edition: from,
  }: { chip: string; name: string; launched: string; edition: string },
  { peak, toPeak, half, toHalf }: Life,
): RankEntry {
  return {
    id: chip,
    label: name,
    href: toChipHref(chip),
    value: toPeak,
    reach: toHalf,
    kind: toWeakestKind([{ kind: 'derived' }, peak]),
    color: 'nvidia',
    tone: 'full',
    details: [
      launched,
      peak.period.label,
      peak.value,
      half?.period.label ?? null,
      toHalf,
      half && (half.kind === 'projection' ? 'projected' : 'counted'),
    ],
    source: peak.source,
    evidence: toRowsHref(chipUsageInPapers, { edition: from, chip }),
  };
}
