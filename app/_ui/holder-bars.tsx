'use client';
import type { FigureKind } from '@/units/figure-kind';
import { formatValue, type Unit } from '@/units/format-value';
/** The first of a ranking as Tremor's bar list; a client component because the list is one. */
import { BarList } from './tremor';

export interface HolderBar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly kind: FigureKind;
  readonly href: string;
}

// Tremor says how bars are sorted in an attribute that only table headers may have.
const NO_SORT = { 'aria-sort': undefined };

export function HolderBars({ bars, unit }: { bars: readonly HolderBar[]; unit: Unit }) {
  // The list's formatter is told the value alone; a list's figures are of one kind.
  const kind = bars[0]?.kind;
  return (
    <BarList
      data={bars.map((bar) => ({ ...bar, target: '_self' }))}
      valueFormatter={(value: number) => formatValue(value, unit, kind)}
      // Its bars would fade from one theme's color to the other's, and be unreadable on the way.
      className="mt-3 [&_*]:transition-none"
      {...NO_SORT}
    />
  );
}
