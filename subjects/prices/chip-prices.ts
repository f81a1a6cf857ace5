/** What chips cost near their launch, one group for each kind of price. */

import { choice } from '@/address/choices';
import type { DatedGroup } from '@/charts/model';
import { chips } from '@/data/chips/contract';
import { formatValue } from '@/units/format-value';
import { defineChart } from '@/views/published-chart';
import { byDate, dated, kindOfChip, RELEASE, toEntry } from '../chips/chip-entries';
import {
  chipKinds,
  listMeasured,
  priceFigureKinds,
  priceKindColors,
  priceKinds,
} from '../chips/chip-measures';
import { type ChipRow, listChips } from '../chips/queries';

export const chipPrices = defineChart({
  slug: 'chip-prices',
  name: 'Chip prices near launch',
  section: 'prices',
  question: 'What did the chips cost?',
  datasets: [chips],
  choices: {
    chips: choice('Chips', {
      servers: 'For servers',
      desktop: 'Desktop and workstation',
      all: 'All',
    }),
  },
  build: async (orm, { chips: which }) => {
    const isDesktop = ({ kind }: ChipRow) => kind === 'consumer-gpu' || kind === 'workstation-gpu';
    const found = listMeasured(
      await listChips(orm),
      ({ launch_price_usd }) => launch_price_usd,
    ).filter(({ chip }) => which === 'all' || isDesktop(chip) === (which === 'desktop'));
    const groups = Object.entries(priceKinds).map(
      ([kind, label]): DatedGroup => ({
        id: kind,
        label,
        color: priceKindColors[kind as keyof typeof priceKinds],
        entries: found
          .filter(({ chip }) => chip.price_kind === kind)
          .map(({ chip, value }) => ({
            ...toEntry(chip, value, [chipKinds[chip.kind]]),
            kind: priceFigureKinds[kind as keyof typeof priceFigureKinds],
            source: chip.price_source ?? chip.source,
          }))
          .sort(byDate),
      }),
    );
    const highest = found.toSorted((a, b) => b.value - a.value)[0];
    return {
      title: 'Price per chip by launch date',
      subtitle: 'US dollars per accelerator near launch, by kind of price',
      summary: highest
        ? `${found.length} chips have a price. The highest is ${formatValue(highest.value, 'USD')}, ${highest.chip.name} (${priceKinds[highest.chip.price_kind!].toLowerCase()}).`
        : 'There is no figure.',
      model: {
        ...dated,
        shape: 'scatter',
        unit: 'USD',
        scale: 'log',
        valueLabel: 'Price',
        groupLabel: 'Kind of price',
        columns: [kindOfChip],
        groups,
        notes: ['No line joins the dots: prices of different kinds do not compare.'],
      },
      reading: [
        'Data center parts seldom have a list price. A share of a server holds its CPUs, memory and networking too.',
        RELEASE,
      ],
    };
  },
});
