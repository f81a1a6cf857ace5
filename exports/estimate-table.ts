/**
 * A calculator's answer as rows: of each scenario its results and everything that
 * they rest on, so that the file alone lets somebody compute again.
 */

import { type EstimateModel, listUsed, toMidpoint } from '@/estimates/model';
import { formatRange } from '@/estimates/parse-range';
import { DRAWS } from '@/estimates/simulate';
import type { CalculatorView } from '@/subjects/calculators/calculator-view';
import type { DrawnScenario } from '@/subjects/calculators/pictures';
import type { DataColumn, DataRow, DataTable } from './data-table';
import { toSiteOrigin } from './site';

const columns: readonly DataColumn[] = [
  {
    name: 'scenario',
    type: 'integer',
    label: 'Scenario',
    meaning: 'Number of the scenario, 1 for the one asked for; others are those of with=.',
    unit: null,
  },
  toText(
    'scenario_name',
    'Name',
    'Preset that the scenario starts from, and whether it was changed.',
  ),
  toText('kind', 'Kind', 'result, assumption, or choice between methods.'),
  toText('name', 'Parameter', 'As the address names it.'),
  toText('label', 'Label', 'As the page names it.'),
  toNumber(
    'low',
    'Low',
    'Of a result what 5% of the draws stay below, of an assumption its lower end; as high where there is no range. In the unit of the row.',
  ),
  toNumber(
    'middle',
    'Middle',
    `Of a result the median of ${DRAWS.toLocaleString('en-US')} draws, of an assumption the middle of its range. In the unit of the row.`,
  ),
  toNumber(
    'high',
    'High',
    'Of a result what 95% of the draws stay below, of an assumption its upper end. In the unit of the row.',
  ),
  toText('unit', 'Unit', 'Unit of low, middle and high; blank for choices.'),
  toText(
    'origin',
    'Origin',
    'Where the figure comes from: source (a document), derived (computed from documents), judgement (our assumption), changed (by whoever made this address), computed (by the formula).',
  ),
  toText(
    'note',
    'Note',
    'Of a result its formula, of an assumption why it has this value, of a choice what was chosen.',
  ),
  toText('source', 'Source', 'Short name of the source; see the list of sources.'),
  toText('address', 'Address', 'Page of the scenario by itself.'),
];

function toText(name: string, label: string, meaning: string): DataColumn {
  return { name, type: 'text', label, meaning, unit: null };
}

function toNumber(name: string, label: string, meaning: string): DataColumn {
  return { name, type: 'number', label, meaning, unit: null };
}

/** Results, choices and assumptions of each scenario, in the order of the page. */
export function buildEstimateTable({ calculator, scenarios }: CalculatorView): DataTable {
  const rows = scenarios.flatMap((one, index) => listRows(calculator.model, one, index + 1));
  return {
    columns,
    async *batches() {
      yield rows;
    },
  };
}

function listRows(
  model: EstimateModel,
  { scenario, simulation, href }: DrawnScenario,
  number: number,
): DataRow[] {
  const { preset, ways, ranges, changed, name: scenarioName } = scenario;
  const address = toSiteOrigin() + href;
  const toRow = (...cells: DataRow): DataRow => [number, scenarioName, ...cells, address];
  const results = Object.entries(model.results).map(([name, { label, unit, formula }]) => {
    const { p5, p50, p95 } = simulation.spreads[name]!;
    return toRow('result', name, label, p5, p50, p95, unit, 'computed', formula, null);
  });
  const choices = Object.entries(model.ways).map(([name, { label, options, preferred }]) => {
    const chosen = ways[name] ?? preferred;
    const origin = chosen === (preset.ways[name] ?? preferred) ? 'judgement' : 'changed';
    const note = options[chosen] ?? chosen;
    return toRow('choice', name, label, null, null, null, null, origin, note, null);
  });
  const assumptions = listUsed(model, ways).map((name) => {
    const { label, unit } = model.assumptions[name]!;
    const { low, high } = ranges[name]!;
    // Halves of decimal fractions are rarely exact; twelve digits are.
    const middle = Number(toMidpoint(ranges[name]!).toPrecision(12));
    const figures = ['assumption', name, label, low, middle, high, unit] as const;
    const { origin, range } = preset.given[name]!;
    return changed.includes(name)
      ? toRow(...figures, 'changed', `The preset says ${formatRange(range)}.`, null)
      : toRow(...figures, origin.kind, origin.text, origin.source);
  });
  return [...results, ...choices, ...assumptions];
}
