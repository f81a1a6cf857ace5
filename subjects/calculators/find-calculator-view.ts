/** A calculator's answer as an address asks for it, of whatever snapshot. */

import type { Query } from '@/address/parameters';
import type { Tracker } from '@/db/connection';
import { type Asked, findView } from '@/views/asked-view';
import { type CalculatorView, getCalculatorView } from './calculator-view';
import type { Calculator } from './calculators';

export function findCalculatorView(
  tracker: Tracker,
  calculator: Calculator,
  query: Query,
): Promise<Asked<CalculatorView>> {
  return findView(tracker, calculator.datasets, {
    make: () => getCalculatorView(tracker, calculator, query),
    isBlank: ({ presets }) => presets.length === 0,
  });
}
