/** `/charts/<slug>.<format>`: a published chart in a format, as its address asks. */
import { findChartView } from '@/catalog/asked-view';
import { listUnknownParameters, type Query } from '@/catalog/parameters';
import { getPublishedChart } from '@/catalog/published';
import { TREND_PARAMETERS } from '@/catalog/trends';
import { type ChartView, listParameters } from '@/catalog/view';
import type { Tracker } from '@/db/connection';
import { answerProblem, answerWrongParameters } from './answer';
import { answerTooOld, openAsked } from './asked-snapshot';
import { toChartPublication } from './chart-publication';
import type { ExportFormat } from './format';
import { getFormat } from './formats';
import { type ParameterProblem, parseExportParameters } from './parameters';
import { answerPublication, answerUnknownFormat } from './publication-answer';
import { toQuery } from './query';

export async function answerChart(
  request: Request,
  tracker: Tracker,
  { slug, extension }: { slug: string; extension: string },
): Promise<Response> {
  const chart = getPublishedChart(slug);
  if (!chart) {
    return answerProblem({
      status: 404,
      title: 'There is no such chart',
      detail: `No chart is called "${slug}". The page /charts lists them all.`,
    });
  }
  const format = getFormat('chart', extension);
  if (!format) return answerUnknownFormat('chart', extension);
  const opened = openAsked(tracker, toQuery(request.url));
  if (opened instanceof Response) return opened;
  // What the chart itself reads goes to it; a name may mean something to both.
  const taken = [...Object.keys(chart.choices), ...TREND_PARAMETERS];
  const { values, rest, problems } = parseExportParameters(format.parameters, opened.query, taken);
  const asked = await findChartView(opened.tracker, chart, rest);
  if (!asked.view) return answerTooOld(opened.tracker.snapshot, 'this chart', asked.lacking);
  const { view, corrections } = asked;
  const found = [
    ...problems,
    ...corrections.map(({ parameter, found }) => ({
      parameter,
      found,
      allowed: listOffered(view, parameter),
    })),
    ...explainUnknown(rest, listParameters(view), format),
  ];
  if (found.length > 0) return answerWrongParameters(found);
  return answerPublication(request, opened, {
    format,
    values,
    build: async () => ({ publication: toChartPublication(view, opened.tracker.snapshot) }),
  });
}

function listOffered({ offered, scope }: ChartView, parameter: string): readonly string[] | string {
  const choice = offered.find(({ name }) => name === parameter);
  if (choice) return choice.options.map(({ value }) => value);
  if (parameter === 'series' && scope) return scope.series.map(({ id }) => id);
  if (parameter === 'time' && scope) {
    const { periods } = scope.time;
    return `Periods from ${periods[0]} to ${periods.at(-1)}, as "from..to".`;
  }
  return 'Nothing: this chart has no such choice.';
}

/** Parameters that neither the chart nor the format knows. */
export function explainUnknown(
  rest: Query,
  known: readonly string[],
  format: ExportFormat,
): ParameterProblem[] {
  const names = [...known, ...format.parameters.map(({ name }) => name)];
  return listUnknownParameters(rest, known).map(({ parameter, found }) => ({
    parameter,
    found,
    allowed: `No such parameter; there are: ${names.join(', ') || 'none'}.`,
  }));
}
