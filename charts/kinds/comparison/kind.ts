/** The same estimate in several scenarios. */

import { formatValue, type Unit } from '@/units/format-value';
import type { ChartKind } from '../kind';

export interface ComparedScenario {
  readonly id: string;
  readonly label: string;
  /** Where the scenario stands by itself. */
  readonly href: string;
  readonly middle: number;
  /** Nine of ten draws lie between them; both are the middle where nothing has a range. */
  readonly low: number;
  readonly high: number;
}

export interface ComparisonModel {
  readonly shape: 'comparison';
  readonly unit: Unit;
  /** The visitor's own first, which stands out. */
  readonly scenarios: readonly ComparedScenario[];
}

export const comparison: ChartKind<ComparisonModel> = {
  nearness: 'row',
  listFigures: ({ scenarios }) => scenarios,
  buildReader: (model) => (_, index) => {
    const { label, href, middle, low, high } = model.scenarios[index]!;
    const say = (value: number) => formatValue(value, model.unit);
    const when = low === high ? 'a single figure' : `5% – 95%: ${say(low)} – ${say(high)}`;
    return { name: label, text: say(middle), when, source: null, evidence: href };
  },
};
