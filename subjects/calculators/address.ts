/** Addresses of calculators: what differs from the default, always in the same order. */
import type { Calculator } from './calculators';
import type { Scenario } from './scenario';

export interface CalculatorAddress {
  readonly calculator: Calculator;
  readonly scenario: Pick<Scenario, 'canonical'>;
  /** The result that the pictures show. */
  readonly result: string;
  /** Scenarios beside the own one, as `with` names them. */
  readonly keys: readonly string[];
  /** Id of a frozen snapshot; null for the present figures. */
  readonly frozen: string | null;
}

/** Path and query; `more` are fields that cannot be read, for links that keep what was typed. */
export function toCalculatorHref(
  { calculator, scenario, result, keys, frozen }: CalculatorAddress,
  more: Readonly<Record<string, string>> = {},
): string {
  const pairs = [
    ...Object.entries({ ...scenario.canonical, ...more }),
    ...(result === calculator.model.headline ? [] : [['of', result]]),
    ...keys.map((key) => ['with', key]),
    ...(frozen === null ? [] : [['snapshot', frozen]]),
  ];
  const path = `/calculators/${calculator.slug}`;
  const search = new URLSearchParams(pairs).toString();
  return search ? `${path}?${search}` : path;
}
