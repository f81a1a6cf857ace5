/** What chips can do, by launch. */

import { choice, type Option } from '@/address/choices';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import {
  dated,
  groupByVendor,
  kindOfChip,
  PREVIEW,
  RATES,
  RELEASE,
  toEntry,
  toShortName,
} from './chip-entries';
import { listMeasured, measures } from './chip-measures';
import { chipKinds } from './chip-words';
import { listChips } from './queries';

const measureOptions: readonly Option[] = Object.entries(measures).map(([value, { label }]) => ({
  value,
  label,
}));

export const chipSpecifications = defineChart({
  slug: 'chip-specifications',
  name: 'Chip specifications by launch',
  section: 'chips',
  question: 'How fast did accelerators grow?',
  datasets: ['chips'],
  choices: {
    measure: choice('Show', measureOptions),
    scale: choice('Scale', [
      { value: 'log', label: 'Log' },
      { value: 'linear', label: 'Linear' },
    ]),
  },
  build: async (orm, { measure = '', scale }) => {
    const { label, unit, read } = measures[measure as keyof typeof measures];
    // Wafers hold a thousand times a chip's bandwidth on the silicon itself; on
    // one axis they would press all others into a line.
    const found = listMeasured(await listChips(orm), read).filter(
      ({ chip }) => measure !== 'bandwidth' || chip.memory_type !== 'SRAM',
    );
    const groups = await groupByVendor(
      orm,
      found.map(({ chip, value }) => ({
        chip,
        entry: toEntry(chip, value, [chipKinds[chip.kind]]),
      })),
    );
    const sorted = found.toSorted((a, b) => a.date.start.localeCompare(b.date.start));
    const most = found.toSorted((a, b) => b.value - a.value)[0];
    const first = sorted[0];
    return {
      title: `${label} by launch date`,
      subtitle: `${unit} per accelerator, by release`,
      summary:
        first && most
          ? `The oldest chip here, ${toShortName(first.chip.name)} of ${formatPeriod(first.date.label)}, has ${formatValue(first.value, unit)}; the most is ${formatValue(most.value, unit)}, ${toShortName(most.chip.name)} of ${formatPeriod(most.date.label)}${toEntry(most.chip, most.value, []).kind === 'projection' ? ', a vendor’s preview' : ''}.`
          : 'There is no figure.',
      model: {
        ...dated,
        shape: 'scatter',
        unit,
        scale: scale === 'linear' ? 'linear' : 'log',
        valueLabel: label,
        columns: [kindOfChip],
        groups,
        notes: [
          PREVIEW,
          ...(measure === 'bandwidth'
            ? ['Chips that keep their memory on the silicon are left out.']
            : []),
        ],
      },
      reading: [
        RATES,
        RELEASE,
        'GB200 and GB300 count per GPU, Rubin per package of two dies. FP16 of the oldest chips is not a matrix rate. TPUs have BF16 only.',
      ],
    };
  },
});
