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

// Tremor says how bars are sorted in an attribute that only table headers may have.
const NO_SORT = { 'aria-sort': undefined };

export function HolderBars({ bars }: { bars: readonly HolderBar[] }) {
  return (
    <BarList
      data={bars.map((bar) => ({ ...bar, target: '_self' }))}
      valueFormatter={(value: number) => formatValue(value, 'accelerators')}
      className="mt-3"
      {...NO_SORT}
    />
  );
}
