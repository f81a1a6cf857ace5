/** How the draws of an estimate spread. */

import { formatValue, type Unit } from '@/units/format-value';
import type { ChartKind } from '../kind';

export interface DistributionModel {
  readonly shape: 'distribution';
  readonly unit: Unit;
  /** Ascending; at least two different values. */
  readonly draws: ArrayLike<number>;
  /** Marked and labeled, ascending. */
  readonly marks: readonly { readonly label: string; readonly value: number }[];
}

const COLUMNS = 40;

interface Column {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How many draws fall into each of the columns, from the smallest to the largest draw. */
export function countColumns(draws: ArrayLike<number>): Column[] {
  const [low, high] = [draws[0]!, draws[draws.length - 1]!];
  const width = (high - low) / COLUMNS;
  const counts = new Array<number>(COLUMNS).fill(0);
  for (let index = 0; index < draws.length; index += 1) {
    const place = Math.min(COLUMNS - 1, Math.floor((draws[index]! - low) / width));
    counts[place]! += 1;
  }
  return counts.map((count, index) => ({
    from: low + index * width,
    to: low + (index + 1) * width,
    count,
  }));
}

export const distribution: ChartKind<DistributionModel> = {
  nearness: 'column',
  listFigures: ({ marks }) => marks,
  buildReader(model) {
    const columns = countColumns(model.draws);
    const say = (value: number) => formatValue(value, model.unit);
    const share = (count: number) => formatValue((count / model.draws.length) * 100, '%');
    return (_, index) => {
      const { from, to, count } = columns[index]!;
      const below = columns.slice(0, index).reduce((sum, one) => sum + one.count, 0);
      return {
        name: `${share(count)} of the draws`,
        text: `${say(from)} – ${say(to)}`,
        when: `${share(below)} of the draws are smaller`,
        source: null,
        evidence: null,
      };
    };
  },
};
