/** What chips can do, by launch, and what a watt and a dollar buy. */

import { choice } from '@/address/choices';
import type { DatedEntry } from '@/charts/model';
import { chips } from '@/data/chips/contract';
import { toWeakestKind } from '@/units/figure-kind';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import {
  dated,
  FRONTIER,
  groupByVendor,
  kindOfChip,
  PREVIEW,
  RATES,
  RELEASE,
  toEntry,
  toShortName,
  withFrontiers,
} from './chip-entries';
import {
  chipKinds,
  listMeasured,
  measures,
  nameMeasures,
  priceKinds,
  read16Bit,
} from './chip-measures';
import { listChips } from './queries';

export const chipSpecifications = defineChart({
  slug: 'chip-specifications',
  name: 'Chip specifications by launch',
  section: 'chips',
  question: 'How fast did accelerators grow?',
  datasets: [chips],
  leads: ['/chips'],
  choices: {
    measure: choice('Show', nameMeasures(measures)),
    scale: choice('Scale', { log: 'Log', linear: 'Linear' }),
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
          ? `The oldest chip here, ${toShortName(first.chip.name)} of ${formatPeriod(first.date.label)}, has ${formatValue(first.value, unit)}; the highest is ${formatValue(most.value, unit)}, ${toShortName(most.chip.name)} of ${formatPeriod(most.date.label)}${toEntry(most.chip, most.value, []).kind === 'projection' ? ', a vendor’s preview' : ''}.`
          : 'There is no figure.',
      model: {
        ...dated,
        shape: 'scatter',
        unit,
        scale: scale === 'linear' ? 'linear' : 'log',
        valueLabel: label,
        columns: [kindOfChip],
        groups: withFrontiers(groups),
        notes: [
          PREVIEW,
          FRONTIER,
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

/** Kinds of prices that somebody pays; what a part costs its maker compares with none. */
const byPrice = Object.fromEntries(
  Object.entries(priceKinds)
    .filter(([kind]) => kind !== 'cost-estimate')
    .map(([kind, label]) => [kind, `Dollar: ${label.toLowerCase()}`]),
);

export const chipEfficiency = defineChart({
  slug: 'chip-efficiency',
  name: 'Performance per watt and per dollar',
  section: 'chips',
  question: 'How much computing do a watt and a dollar buy?',
  datasets: [chips],
  choices: {
    per: choice('Per', { watt: 'Watt', ...byPrice }),
  },
  build: async (orm, { per = 'watt' }) => {
    const chips = await listChips(orm);
    const unit = per === 'watt' ? 'GFLOPS per W' : 'GFLOPS per USD';
    const found = listMeasured(chips, (chip) => {
      const rate = read16Bit(chip);
      const cost =
        per === 'watt' ? chip.power_w : chip.price_kind === per ? chip.launch_price_usd : null;
      return rate === null || !cost ? null : (rate * 1000) / cost;
    });
    const groups = await groupByVendor(
      orm,
      found.map(({ chip, value }) => ({
        chip,
        entry: toComputedEntry(toEntry(chip, value, [chipKinds[chip.kind]])),
      })),
    );
    const best = found.toSorted((a, b) => b.value - a.value)[0];
    const kind = per === 'watt' ? null : priceKinds[per as keyof typeof priceKinds];
    return {
      title: kind ? `16-bit rate per dollar (${kind.toLowerCase()})` : '16-bit rate per watt',
      subtitle: `${unit.replace('USD', 'US dollar').replace('W', 'watt')}, dense, by release`,
      summary: best
        ? `${found.length} chips have both figures; the highest is ${formatValue(best.value, unit)}, ${toShortName(best.chip.name)}.`
        : 'No chip has both figures.',
      model: {
        ...dated,
        shape: 'scatter',
        unit,
        scale: 'log',
        valueLabel: kind ? 'Per dollar' : 'Per watt',
        columns: [kindOfChip],
        groups: withFrontiers(groups),
        notes: [
          kind
            ? 'Computed by us from rate and price. Only prices of one kind are compared.'
            : 'Computed by us from rate and thermal design power.',
          FRONTIER,
        ],
      },
      reading: [
        RATES,
        'Prices of different kinds are never drawn together: a list price, a reseller’s price, an estimate and a share of a server (with its CPUs and networking) differ by more than the chips do. What a TPU costs its maker is not a price and is left out.',
        'The rate is FP16, or BF16 where a chip has no FP16. On chips before V100 it is not a matrix rate.',
      ],
    };
  },
});

const toComputedEntry = (entry: DatedEntry): DatedEntry => ({
  ...entry,
  kind: toWeakestKind([{ kind: 'derived' }, entry]),
  note: 'Computed by us from figures of the chip.',
});
