/** What is wrong with an address, and what may stand there instead. */
import { type Correction, listUnknownParameters, type Query } from '@/address/parameters';
import type { ChartView } from '@/catalog/view';
import { answerProblem } from './answer';
import { type ExportParameter, listAllowed, type ParameterProblem } from './parameters';

export function answerNoSuchChart(slug: string): Response {
  return answerProblem({
    status: 404,
    title: 'There is no such chart',
    detail: `No chart is called "${slug}". /charts.json lists them all.`,
  });
}

/** Parameters of the query that are not among the known ones. */
export function explainUnknown(query: Query, known: readonly string[]): ParameterProblem[] {
  const allowed = `No such parameter; there are: ${known.join(', ') || 'none'}.`;
  return listUnknownParameters(query, known).map(({ parameter, found }) => ({
    parameter,
    found,
    allowed,
  }));
}

/**
 * What a page would have corrected, with what the chart offers and, where a parameter
 * of the format has the same name, what that may be.
 */
export function explainCorrections(
  view: ChartView,
  corrections: readonly Correction[],
  ofFormat: readonly ExportParameter[] = [],
): ParameterProblem[] {
  return corrections.map(({ parameter, found }) => {
    const offered = listOffered(view, parameter);
    const same = ofFormat.find(({ name }) => name === parameter);
    const both = [offered ?? [], same ? listAllowed(same) : []].flat();
    return { parameter, found, allowed: same ? both : (offered ?? NOTHING) };
  });
}

const NOTHING = 'Nothing: this chart has no such choice.';

function listOffered(
  { offered, scope }: ChartView,
  parameter: string,
): readonly string[] | string | null {
  const choice = offered.find(({ name }) => name === parameter);
  if (choice) return choice.options.map(({ value }) => value);
  if (parameter === 'series' && scope) return scope.series.map(({ id }) => id);
  if (parameter === 'time' && scope) {
    const { periods } = scope.time;
    return `Periods from ${periods[0]} to ${periods.at(-1)}, as "from..to".`;
  }
  return null;
}
