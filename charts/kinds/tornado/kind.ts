/** Which assumption moves an estimate most. */

import { formatChange, formatValue, type Unit } from '@/units/format-value';
import type { ChartKind } from '../kind';

export interface TornadoBar {
  readonly id: string;
  readonly label: string;
  /** The result at either end of the assumption, and how these ends read. */
  readonly at_from: number;
  readonly at_to: number;
  readonly from_text: string;
  readonly to_text: string;
  /** `lighter` where the assumption has no range of its own. */
  readonly tone: 'full' | 'lighter';
}

export interface TornadoModel {
  readonly shape: 'tornado';
  readonly unit: Unit;
  /** The result with everything at its middle. */
  readonly middle: number;
  /** Widest first; at least one. */
  readonly bars: readonly TornadoBar[];
}

export const tornado: ChartKind<TornadoModel> = {
  nearness: 'row',
  listFigures: ({ bars }) => bars,
  buildReader: (model) => (end, index) => {
    const { label, at_from, at_to, from_text, to_text } = model.bars[index]!;
    const value = end === 0 ? at_from : at_to;
    const change = formatChange((value / model.middle - 1) * 100, '%');
    return {
      name: `${label}: ${end === 0 ? from_text : to_text}`,
      text: formatValue(value, model.unit),
      when: model.middle === 0 ? '' : `${change} against the middle`,
      source: null,
      evidence: null,
    };
  },
};
