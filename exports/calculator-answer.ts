/** `/calculators/<slug>.<format>`: a calculator's answer in a format, as its address asks. */

import { listUnknownParameters, type ParameterProblem, type Query } from '@/address/parameters';
import type { Drawable } from '@/charts/page-drawings';
import { listUsed } from '@/estimates/model';
import { wordBounds, wordRangeIssue } from '@/estimates/parse-range';
import {
  type CalculatorView,
  findCalculatorView,
  listCalculatorParameters,
} from '@/subjects/calculators/calculator-view';
import { type Calculator, calculators, getCalculator } from '@/subjects/calculators/calculators';
import { type EstimatePicture, PICTURES } from '@/subjects/calculators/pictures';
import { toCalculatorPublication } from './calculator-publication';
import { type ExportFormat, readFormat } from './format';
import { getFirstPicture } from './publication';
import { type Asked, answerFilesOf, answerTooOld, type Published } from './publication-answer';

export const calculatorFiles = {
  kind: 'calculator',
  find: getCalculator,
  known: () => calculators.map(({ slug }) => slug),
  read: async (
    calculator: Calculator,
    asked: Pick<Asked, 'tracker' | 'query'>,
    format: Pick<ExportFormat, 'kind' | 'parameters'>,
  ) => {
    const { tracker } = asked;
    const { values, problems } = readFormat(format, asked.query);
    const { picture, query } = partPicture(asked.query, format);
    const found = await findCalculatorView(tracker, calculator, query);
    if (!found.view) return answerTooOld(tracker.snapshot, 'this calculator', found.lacking);
    const { view, corrections } = found;
    const explained = [
      ...corrections.filter(({ used }) => used !== null),
      ...explainFields(view, query),
      ...listUnknownParameters(query, [
        ...listCalculatorParameters(calculator),
        ...Object.keys(format.parameters),
        'snapshot',
      ]),
      ...problems,
      ...(showsOne(format) ? explainPicture(view, picture) : []),
    ];
    // Of several explanations of a parameter the last tells the most.
    const last = new Map(explained.map((problem) => [problem.parameter, problem]));
    return {
      values,
      problems: [...last.values()],
      build: async () => ({ publication: toCalculatorPublication(view, toName(picture)) }),
      toDrawable: (): Drawable => {
        const { title, notes, model } = getFirstPicture(
          toCalculatorPublication(view, toName(picture)),
        );
        return { model, label: [`${title}.`, ...notes].join(' ') };
      },
    };
  },
} satisfies Published<Calculator>;

export const answerCalculator = answerFilesOf(calculatorFiles);

/** Whether a file shows one picture, which its address may choose. */
const showsOne = ({ kind }: Pick<ExportFormat, 'kind'>) =>
  kind === 'picture' || kind === 'document';

/** The calculator's own part of the query, and the picture that an image shows. */
function partPicture(whole: Query, format: Pick<ExportFormat, 'kind' | 'parameters'>) {
  const { picture, ...rest } = whole;
  const own = Object.entries(showsOne(format) ? rest : whole).filter(
    ([name]) => !Object.hasOwn(format.parameters, name),
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
    problems.push({ parameter: 'of', found: result, allowed, isRuledOut: true });
  } else if (asked !== undefined && !names.includes(String(asked))) {
    const allowed = `${names.join(', ')}. There is a distribution where an assumption has a range, and a comparison where with= names another scenario.`;
    const isKnown = PICTURES.some((name) => name === asked);
    const found = [asked].flat().join(', ');
    problems.push({ parameter: 'picture', found, allowed, ...(isKnown && { isRuledOut: true }) });
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
    said: wordRangeIssue(issue, texts[parameter]!, model.assumptions[parameter]!),
    allowed: `Use a figure or a range: ${wordBounds(model.assumptions[parameter]!)}.`,
  }));
  const used = listUsed(model, ways);
  const idle = Object.entries(model.assumptions)
    .filter(([name]) => query[name] !== undefined && !used.includes(name))
    .map(([parameter, { only }]) => ({
      parameter,
      found: [query[parameter]].flat().join(', '),
      allowed: `Leave it out: it has a part only where ${only?.way}=${only?.is}.`,
      isRuledOut: true as const,
    }));
  return [...unread, ...idle];
}
