/** `/calculators/<slug>.<format>`: a calculator's answer in a format, as its address asks. */

import { toQuery } from '@/address/href';
import { listUnknownParameters, type ParameterProblem, type Query } from '@/address/parameters';
import type { Tracker } from '@/db/connection';
import { listUsed } from '@/estimates/model';
import { wordRangeIssue } from '@/estimates/parse-range';
import {
  type CalculatorView,
  findCalculatorView,
  listCalculatorParameters,
} from '@/subjects/calculators/calculator-view';
import { calculators, getCalculator } from '@/subjects/calculators/calculators';
import type { EstimatePicture } from '@/subjects/calculators/pictures';
import { answerProblem, answerWrongParameters } from './answer';
import { toCalculatorPublication } from './calculator-publication';
import { type ExportFormat, readFormat } from './format';
import { getFormat } from './formats';
import {
  answerPublication,
  answerTooOld,
  answerUnknownFormat,
  openAsked,
} from './publication-answer';

export async function answerCalculator(
  request: Request,
  tracker: Tracker,
  { slug, extension }: { slug: string; extension: string },
): Promise<Response> {
  const calculator = getCalculator(slug);
  if (!calculator) {
    return answerProblem({
      status: 404,
      title: 'There is no such calculator',
      detail: `No calculator is called "${slug}". There are: ${calculators.map((one) => one.slug).join(', ')}.`,
    });
  }
  const format = getFormat('calculator', extension);
  if (!format) return answerUnknownFormat('calculator', extension);
  const opened = openAsked(tracker, toQuery(request.url));
  if (opened instanceof Response) return opened;
  const { values, problems } = readFormat(format, opened.query);
  const { picture, query } = partPicture(opened.query, format);
  const asked = await findCalculatorView(opened.tracker, calculator, query);
  if (!asked.view) return answerTooOld(opened.tracker.snapshot, 'this calculator', asked.lacking);
  const { view, corrections } = asked;
  const explained = new Map<string, ParameterProblem>(
    [
      ...corrections.filter(({ used }) => used !== null),
      ...explainFields(view, query),
      ...listUnknownParameters(query, [
        ...listCalculatorParameters(calculator),
        ...Object.keys(format.parameters),
        'snapshot',
      ]),
      ...problems,
      ...(format.kind === 'picture' ? explainPicture(view, picture) : []),
    ].map((problem) => [problem.parameter, problem]),
  );
  if (explained.size > 0) return answerWrongParameters([...explained.values()]);
  return answerPublication(request, opened, {
    format,
    values,
    build: async () => ({ publication: toCalculatorPublication(view, toName(picture)) }),
  });
}

/** The calculator's own part of the query, and the picture that an image shows. */
function partPicture(whole: Query, { kind, parameters }: ExportFormat) {
  const { picture, ...rest } = whole;
  const own = Object.entries(kind === 'picture' ? rest : whole).filter(
    ([name]) => !Object.hasOwn(parameters, name),
  );
  return { picture: picture === '' ? undefined : picture, query: Object.fromEntries(own) };
}

function toName(picture: Query[string]): EstimatePicture['name'] | null {
  return picture === undefined ? null : (String(picture) as EstimatePicture['name']);
}

function explainPicture({ pictures, result }: CalculatorView, asked: Query[string]) {
  const problems: ParameterProblem[] = [];
  const names: string[] = pictures.map(({ name }) => name);
  if (names.length === 0) {
    const allowed = 'Another result: no assumption moves this one, so there is nothing to draw.';
    problems.push({ parameter: 'of', found: result, allowed });
  } else if (asked !== undefined && !names.includes(String(asked))) {
    const allowed = `${names.join(', ')}. There is a distribution where an assumption has a range, and a comparison where with= names another scenario.`;
    problems.push({ parameter: 'picture', found: [asked].flat().join(', '), allowed });
  }
  return problems;
}

/** Fields that cannot be read, in the page's words, and those that have no part in the estimate. */
function explainFields(
  { calculator: { model }, scenario: { issues, texts, ways } }: CalculatorView,
  query: Query,
): ParameterProblem[] {
  const unread = Object.entries(issues).map(([parameter, issue]) => ({
    parameter,
    found: texts[parameter]!,
    allowed: wordRangeIssue(issue, model.assumptions[parameter]!),
  }));
  const used = listUsed(model, ways);
  const idle = Object.entries(model.assumptions)
    .filter(([name]) => query[name] !== undefined && !used.includes(name))
    .map(([parameter, { only }]) => ({
      parameter,
      found: [query[parameter]].flat().join(', '),
      allowed: `Nothing: it has a part only where ${only?.way}=${only?.is}.`,
    }));
  return [...unread, ...idle];
}
