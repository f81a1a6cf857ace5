/** What each of Nvidia's generations added. */
import { type ChipRow, listChips } from '@/db/queries/chips';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { dated, RATES, toEntry, toShortName } from '../chip-entries';
import { listMeasured, type Measure, measures, read16Bit } from '../chip-measures';
import { choice } from '../parameters';
import { defineChart } from '../published-chart';

/** One chip for each of Nvidia's data-centre generations, as the issue of each was sold to most. */
const GENERATIONS = [
  'k80',
  'p100-sxm2',
  'v100-16gb',
  'a100-40gb',
  'h100-sxm',
  'b200',
  'rubin-vr200',
] as const;

/** The best 16-bit rate a chip had, or its FP32 rate before there was another. */
function readGenerationRate(chip: ChipRow): number | null {
  return read16Bit(chip) ?? chip.fp32_tflops;
}

const generationMeasures = {
  rate: { label: 'Computing', unit: 'TFLOPS', read: readGenerationRate },
  memory: measures.memory,
  bandwidth: measures.bandwidth,
  power: measures.power,
} satisfies Record<string, Measure>;

export const nvidiaGenerations = defineChart({
  slug: 'nvidia-generations',
  name: 'Nvidia’s generations from K80 to Rubin',
  section: 'chips',
  question: 'What did each Nvidia generation add?',
  datasets: ['chips'],
  choices: {
    gain: choice(
      'Show',
      Object.entries(generationMeasures).map(([value, { label }]) => ({ value, label })),
    ),
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
      const factor = before ? formatValue(value / before.value, 'times') : '';
      const entry = toEntry(chip, value, [
        factor,
        line[0] ? formatValue(value / line[0].value, 'times') : '',
      ]);
      return { ...entry, label: factor ? `${entry.label} ${factor}` : entry.label };
    });
    const [first, last] = [line[0], line.at(-1)];
    return {
      title: `${label} of Nvidia’s data-centre generations`,
      subtitle: `${unit} per accelerator; the factor is against the generation before`,
      summary:
        first && last
          ? `From ${toShortName(first.chip.name)} (${formatPeriod(first.date.label)}) to ${toShortName(last.chip.name)} (${formatPeriod(last.date.label)}) ${gain === 'rate' ? 'computing' : label.toLowerCase()} went from ${formatValue(first.value, unit)} to ${formatValue(last.value, unit)}, ${formatValue(last.value / first.value, 'times')}.`
          : 'There is no figure.',
      model: {
        ...dated,
        shape: 'scatter',
        unit,
        scale: 'log',
        valueLabel: label,
        groupLabel: 'Line',
        isTitled: true,
        columns: ['Against the one before', 'Against the first'],
        groups: [
          {
            id: 'nvidia',
            label: 'Nvidia',
            colour: 'nvidia',
            entries,
            line: line.map(({ date, value }, index) => ({
              date,
              value,
              isProjected: entries[index]!.kind === 'projection',
            })),
          },
        ],
        notes: ['The hollow dot and the dashed line are a vendor’s preview.'],
      },
      reading: [
        ...(gain === 'rate'
          ? [
              'Computing is the dense 16-bit rate, and FP32 for the K80, which had no faster 16-bit format. The step to V100 is mostly its matrix units.',
            ]
          : []),
        'One chip stands for each generation: the SXM form where there is one. Rubin is a package of two dies.',
        RATES,
      ],
      asOf: last?.date.label ?? '',
    };
  },
});
