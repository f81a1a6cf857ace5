'use client';
/** The first of a ranking as Tremor's bar list; a client component because the list is one. */
import { BarList } from '@tremor/react';
import { formatValue } from '@/units/format-value';

export interface HolderBar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly href: string;
}

export function HolderBars({ bars }: { bars: readonly HolderBar[] }) {
  return (
    <BarList
      data={bars.map((bar) => ({ ...bar, target: '_self' }))}
      valueFormatter={(value: number) => formatValue(value, 'accelerators')}
      className="mt-3"
    />
  );
}
