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

/** Path and query; `more` comes at the end: fields as they stand, parameters of a download. */
export function toCalculatorHref(
  { calculator, scenario, result, keys, frozen }: CalculatorAddress,
  more: Readonly<Record<string, string>> = {},
  path = `/calculators/${calculator.slug}`,
): string {
  const pairs = [
    ...Object.entries({ ...scenario.canonical, ...more }),
    ...(result === calculator.model.headline ? [] : [['of', result]]),
    ...keys.map((key) => ['with', key]),
    ...(frozen === null ? [] : [['snapshot', frozen]]),
  ];
  const search = new URLSearchParams(pairs).toString();
  return search ? `${path}?${search}` : path;
}
