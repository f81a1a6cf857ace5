/** A calculator's answer, as one address asks for it, ready for every format. */

import { listUsed } from '@/estimates/model';
import { formatRange } from '@/estimates/parse-range';
import { DRAWS } from '@/estimates/simulate';
import { type CalculatorView, toCalculatorHref } from '@/subjects/calculators/calculator-view';
import type { EstimatePicture } from '@/subjects/calculators/pictures';
import { buildEstimateTable } from './estimate-table';
import { type Publication, type PublicationPicture, toTerms } from './publication';

/** `asked` is the picture to come first. */
export function toCalculatorPublication(
  view: CalculatorView,
  asked: EstimatePicture['name'] | null = null,
): Publication {
  const { calculator, scenario, compared, pictures, summary, snapshot } = view;
  const order = [asked, ...PREFERRED];
  const place = ({ name }: EstimatePicture) => order.indexOf(name);
  return {
    kind: 'calculator',
    slug: calculator.slug,
    title: `${calculator.name}: ${scenario.name}`,
    selection: null,
    description: [
      summary,
      ...scenario.preset.about,
      ...pictures.map((picture) => `${picture.title}. ${picture.summary}`),
      `Every value of a range is as likely as the other; ranges are drawn independently, ${DRAWS.toLocaleString('en-US')} times, always with the same seed.`,
    ],
    href: toCalculatorHref(view),
    asOf: snapshot.collected_on,
    snapshot,
    ...toTerms(calculator.datasets),
    sources: listUsedSources(view),
    table: buildEstimateTable(view),
    pictures: pictures
      .toSorted((a, b) => place(a) - place(b))
      .map((picture) => toPublicationPicture(view, picture)),
    stem: [
      calculator.slug,
      scenario.preset.slug,
      scenario.name === scenario.preset.name ? '' : 'changed',
      compared.length > 0 ? `with-${compared.length}` : '',
      asked ?? '',
    ]
      .filter(Boolean)
      .join('_'),
  };
}

/** Whoever compares means the comparison. */
const PREFERRED: readonly EstimatePicture['name'][] = ['comparison', 'tornado', 'distribution'];

/** Those of the assumptions that have a part in the estimate and were not changed. */
function listUsedSources({ calculator, scenarios, sources }: CalculatorView) {
  const used = new Set(
    scenarios.flatMap(({ scenario: { preset, ways, changed } }) =>
      listUsed(calculator.model, ways)
        .filter((name) => !changed.includes(name))
        .map((name) => preset.given[name]!.origin.source),
    ),
  );
  return sources.filter(({ source }) => used.has(source));
}

function toPublicationPicture(view: CalculatorView, picture: EstimatePicture): PublicationPicture {
  const { calculator, scenario } = view;
  const { name, title, subtitle, summary, model } = picture;
  const whose = name === 'comparison' ? calculator.name : `${calculator.name}: ${scenario.name}`;
  // What a spread shows is the answer itself.
  const notes = name === 'tornado' ? [view.summary, summary] : [summary];
  return {
    name,
    title,
    subtitle: `${whose}. ${subtitle}.`,
    notes: [...notes, wordAssumptions(view)],
    model,
  };
}

const MOST_NAMED = 8;

/** What was changed first, then what moves the result most; the rest is counted. */
function wordAssumptions({ calculator: { model }, scenario, pictures }: CalculatorView): string {
  const tornado = pictures.map((one) => one.model).find((one) => one.shape === 'tornado');
  const moving = tornado?.bars.map(({ id }) => id) ?? [];
  const used = listUsed(model, scenario.ways);
  const names = [...new Set([...scenario.changed, ...moving, ...used])];
  const words = names.slice(0, MOST_NAMED).map((name) => {
    const { label, unit } = model.assumptions[name]!;
    const amount = wordAmount(formatRange(scenario.ranges[name]!), unit, label);
    return `${label.toLowerCase()} ${amount}${scenario.changed.includes(name) ? ' (changed)' : ''}`;
  });
  const ways = Object.entries(model.ways).map(
    ([name, { label, options }]) => `${label.toLowerCase()} ${options[scenario.ways[name]!]}`,
  );
  const more = names.length - words.length;
  return `Assumptions of ${scenario.name}: ${[...ways, ...words].join('; ')}${more > 0 ? `; and ${more} more at the address below` : ''}.`;
}

/** "24.6%", "$0.05 to 0.12 per kWh", "8": a unit that the label names is not said twice. */
function wordAmount(range: string, unit: string, label: string): string {
  if (unit === '%') return `${range}%`;
  if (unit.startsWith('US dollars')) return `$${range}${unit.slice('US dollars'.length)}`;
  const isSaid = unit === 'times' || label.toLowerCase().includes(unit);
  return isSaid ? range : `${range} ${SHORT[unit] ?? unit}`;
}

/** Signs, which know no plural. */
const SHORT: Readonly<Record<string, string>> = { seconds: 's', hours: 'h', watts: 'W' };
