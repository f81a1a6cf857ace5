/** A calculator's answer, as one address asks for it, ready for every format. */

import { type EstimateModel, listUsed, toMidpoint } from '@/estimates/model';
import { formatRange } from '@/estimates/parse-range';
import { DRAWS } from '@/estimates/simulate';
import { type CalculatorView, toCalculatorHref } from '@/subjects/calculators/calculator-view';
import type { DrawnScenario, EstimatePicture } from '@/subjects/calculators/pictures';
import { formatCount } from '@/units/format-value';
import type { LoadedTable, TableColumn } from '@/units/table';
import { type Publication, type PublicationPicture, toTerms } from './publication';
import { toSiteOrigin } from './site';

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
      `Every value of a range is as likely as the other; ranges are drawn independently, ${formatCount(DRAWS)} times, always with the same seed.`,
    ],
    href: toCalculatorHref(view),
    asOf: snapshot.collected_on,
    freshness: [],
    snapshot,
    ...toTerms(calculator.datasets),
    sources: listUsedSources(view),
    table: toTable(view),
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
    // The first come first where a picture has no room for all.
    notes: [wordAssumptions(view), ...notes],
    model,
  };
}

const MOST_NAMED = 3;

/** What was changed first, then what moves the result most; the rest is counted. */
function wordAssumptions({ calculator: { model }, scenario, pictures }: CalculatorView): string {
  const moving = pictures.flatMap(({ assumptions = [] }) => assumptions);
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
  return `Assumptions: ${[...words, ...ways].join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
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

/** A result, a choice or an assumption of one scenario, in the unit of its own. */
interface Row {
  readonly scenario: number;
  readonly scenario_name: string;
  readonly kind: 'result' | 'assumption' | 'choice';
  readonly name: string;
  readonly label: string;
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly origin: string;
  readonly note: string;
  readonly source: string | null;
  readonly address: string;
}

const toColumn = (
  id: keyof Row,
  label: string,
  meaning: string,
  type: TableColumn['type'] = 'text',
): TableColumn<Row> => ({ id, type, label, meaning, unit: null, read: (row) => row[id] });

const columns = [
  toColumn(
    'scenario',
    'Scenario',
    'Number of the scenario, 1 for the one asked for; others are those of with=.',
    'integer',
  ),
  toColumn(
    'scenario_name',
    'Name',
    'Preset that the scenario starts from, and whether it was changed.',
  ),
  toColumn('kind', 'Kind', 'result, assumption, or choice between methods.'),
  toColumn('name', 'Parameter', 'As the address names it.'),
  toColumn('label', 'Label', 'As the page names it.'),
  toColumn(
    'low',
    'Low',
    'Of a result what 5% of the draws stay below, of an assumption its lower end; as high where there is no range. In the unit of the row.',
    'number',
  ),
  toColumn(
    'middle',
    'Middle',
    `Of a result the median of ${formatCount(DRAWS)} draws, of an assumption the middle of its range. In the unit of the row.`,
    'number',
  ),
  toColumn(
    'high',
    'High',
    'Of a result what 95% of the draws stay below, of an assumption its upper end. In the unit of the row.',
    'number',
  ),
  toColumn('unit', 'Unit', 'Unit of low, middle and high; blank for choices.'),
  toColumn(
    'origin',
    'Origin',
    'Where the figure comes from: source (a document), derived (computed from documents), `judgement` (our assumption), changed (by whoever made this address), computed (by the formula).',
  ),
  toColumn(
    'note',
    'Note',
    'Of a result its formula, of an assumption why it has this value, of a choice what was chosen.',
  ),
  toColumn('source', 'Source', 'Short name of the source; see the list of sources.'),
  toColumn('address', 'Address', 'Page of the scenario by itself.'),
];

/**
 * Results, choices and assumptions of each scenario, in the order of the page: everything
 * that the results rest on, so that the file alone lets somebody compute them again.
 */
function toTable({ calculator, scenarios }: CalculatorView): LoadedTable<Row> {
  return {
    columns,
    rows: scenarios.flatMap((one, index) => listRows(calculator.model, one, index + 1)),
  };
}

function listRows(
  model: EstimateModel,
  { scenario: { preset, ways, ranges, changed, name }, simulation, href }: DrawnScenario,
  number: number,
): Row[] {
  const same = { scenario: number, scenario_name: name, address: toSiteOrigin() + href };
  const none = { low: null, middle: null, high: null, unit: null, source: null };
  const results = Object.entries(model.results).map(([name, { label, unit, formula }]): Row => {
    const { p5: low, p50: middle, p95: high } = simulation.spreads[name]!;
    const found = { low, middle, high, unit, origin: 'computed', note: formula, source: null };
    return { ...same, kind: 'result', name, label, ...found };
  });
  const choices = Object.entries(model.ways).map(([name, { label, options, preferred }]): Row => {
    const chosen = ways[name] ?? preferred;
    const origin = chosen === (preset.ways[name] ?? preferred) ? 'judgement' : 'changed';
    return {
      ...same,
      ...none,
      kind: 'choice',
      name,
      label,
      origin,
      note: options[chosen] ?? chosen,
    };
  });
  const assumptions = listUsed(model, ways).map((name): Row => {
    const { label, unit } = model.assumptions[name]!;
    const { low, high } = ranges[name]!;
    // Halves of decimal fractions are rarely exact; twelve digits are.
    const middle = Number(toMidpoint(ranges[name]!).toPrecision(12));
    const { origin, range } = preset.given[name]!;
    const from = changed.includes(name)
      ? { origin: 'changed', note: `The preset says ${formatRange(range)}.`, source: null }
      : { origin: origin.kind, note: origin.text, source: origin.source };
    return { ...same, kind: 'assumption', name, label, low, middle, high, unit, ...from };
  });
  return [...results, ...choices, ...assumptions];
}
