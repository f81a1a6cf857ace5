/** What each of Nvidia's generations added. */

import { choice } from '@/address/choices';
import { chips } from '@/data/chips/contract';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { dated, RATES, toEntry, toShortName } from './chip-entries';
import { type ChipMeasure, listMeasured, measures, nameMeasures, read16Bit } from './chip-measures';
import { listChips } from './queries';

/** One chip for each of Nvidia's data center generations, as the issue of each was sold to most. */
const GENERATIONS = [
  'k80',
  'p100-sxm2',
  'v100-16gb',
  'a100-40gb',
  'h100-sxm',
  'b200',
  'rubin-vr200',
] as const;

// K80 had no 16-bit rate, and a factor from its FP32 rate would mix two formats: the
// line of computing begins with P100.
const generationMeasures = {
  rate: { label: 'Peak 16-bit speed (dense)', unit: 'TFLOPS', read: read16Bit },
  memory: measures.memory,
  bandwidth: measures.bandwidth,
  power: measures.power,
} satisfies Record<string, ChipMeasure>;

export const nvidiaGenerations = defineChart({
  slug: 'nvidia-generations',
  name: 'Nvidia’s data center generations',
  section: 'chips',
  question: 'What did each Nvidia generation add?',
  datasets: [chips],
  choices: {
    gain: choice('Show', nameMeasures(generationMeasures)),
  },
  build: async (orm, { gain = 'rate' }) => {
    const { label, unit, read } = generationMeasures[gain as keyof typeof generationMeasures];
    const chips = new Map((await listChips(orm)).map((chip) => [chip.chip, chip]));
    const line = listMeasured(
      GENERATIONS.flatMap((slug) => chips.get(slug) ?? []),
      read,
    );
    const entries = line.map(({ chip, value }, index) => {
      const before = line[index - 1];
      const factor = before ? value / before.value : null;
      const entry = toEntry(chip, value, [factor, line[0] ? value / line[0].value : null]);
      const preview = entry.kind === 'projection' ? '(preview)' : null;
      const name = [entry.label, preview];
      return { ...entry, label: name.filter(Boolean).join(' ') };
    });
    const [first, last] = [line[0], line.at(-1)];
    const isPreview = entries.at(-1)?.kind === 'projection';
    return {
      title: `${label} of Nvidia’s data center generations`,
      subtitle: `${unit} per accelerator${gain === 'rate' ? ', dense FP16' : ''}; the factor is against the generation before`,
      summary:
        first && last
          ? `From ${toShortName(first.chip.name)} (${formatPeriod(first.date.label)}) to ${toShortName(last.chip.name)} (${formatPeriod(last.date.label)}${isPreview ? ', a vendor’s preview' : ''}) the ${label.toLowerCase()} per accelerator went from ${formatValue(first.value, unit)} to ${formatValue(last.value, unit)}, ${formatValue(last.value / first.value, 'times')}.`
          : 'There is no figure.',
      model: {
        ...dated,
        shape: 'scatter',
        unit,
        scale: 'log',
        valueLabel: label,
        groupLabel: 'Line',
        isTitled: true,
        columns: [
          { id: 'against_the_one_before', label: 'Against the one before', unit: 'times' },
          { id: 'against_the_first', label: 'Against the first', unit: 'times' },
        ],
        groups: [
          {
            id: 'nvidia',
            label: 'Nvidia',
            color: 'nvidia',
            entries,
            line: line.map(({ date, value }, index) => ({
              date,
              value,
              isProjected: entries[index]!.kind === 'projection',
              ...(index > 0 ? { words: formatValue(value / line[index - 1]!.value, 'times') } : {}),
            })),
          },
        ],
        notes: [
          ...(gain === 'rate'
            ? ['Dense FP16 throughout; of P100 without matrix units, of the others with them.']
            : []),
          ...(isPreview && last
            ? [
                `The hollow dot and the dashed line to it, ${toShortName(last.chip.name)}, is a vendor’s preview of a package of two dies.`,
              ]
            : []),
        ],
      },
      reading: [
        ...(gain === 'rate'
          ? [
              'The line begins with P100, because of the K80 the source gives no 16-bit rate, and FP32 does not compare. The step to V100 is mostly its matrix units.',
            ]
          : []),
        'One chip represents each generation: the SXM form where there is one. B200 and Rubin are packages of two dies, K80 a board with two GPUs.',
        RATES,
      ],
    };
  },
});
