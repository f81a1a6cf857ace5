/** `/charts/<slug>.<format>`: a published chart in a format, as its address asks. */

import { toQuery } from '@/address/query';
import { TREND_PARAMETERS } from '@/address/trends';
import { findChartView } from '@/catalog/asked-view';
import { getPublishedChart } from '@/catalog/published';
import { listParameters } from '@/catalog/view';
import type { Tracker } from '@/db/connection';
import { answerWrongParameters } from './answer';
import { answerTooOld, openAsked } from './asked-snapshot';
import { toChartPublication } from './chart-publication';
import { answerNoSuchChart, explainCorrections, explainUnknown } from './explain';
import { getFormat } from './formats';
import { parseExportParameters } from './parameters';
import { answerPublication, answerUnknownFormat } from './publication-answer';

export async function answerChart(
  request: Request,
  tracker: Tracker,
  { slug, extension }: { slug: string; extension: string },
): Promise<Response> {
  const chart = getPublishedChart(slug);
  if (!chart) return answerNoSuchChart(slug);
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
    ...explainCorrections(view, corrections, format.parameters),
    ...explainUnknown(rest, [
      ...listParameters(view),
      ...format.parameters.map(({ name }) => name),
      'snapshot',
    ]),
  ];
  if (found.length > 0) return answerWrongParameters(found);
  return answerPublication(request, opened, {
    format,
    values,
    build: async () => ({ publication: toChartPublication(view, opened.tracker.snapshot) }),
  });
}
