/**
 * What a figure of a drawing says when it is pointed at. Places come from the
 * drawing, words from the model that it was drawn from.
 */

import { kindWords } from '@/units/figure-kind';
import { formatChange, formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { formatDetail } from './detail';
import type { DrawnModel } from './draw';
import { type EstimateChartModel, isEstimate } from './estimate-model';
import { isDated, listDatedEntries, listPeriods, type Point } from './model';
import { countColumns } from './types/distribution';
import { formatWhen } from './when';

export interface Reading {
  readonly name: string;
  readonly text: string;
  /** The period or, where there is none, whatever else places the figure. */
  readonly when: string;
  /** Slug of the source. */
  readonly source: string | null;
  /** An address that tells more about this very figure. */
  readonly evidence: string | null;
}

/** Reads a hit of a drawing of this model by its series and period. */
export function buildReader(model: DrawnModel): (series: number, period: number) => Reading {
  if (isEstimate(model)) return buildEstimateReader(model);
  if (model.shape === 'ranking') {
    return (_, index) => {
      const entry = model.entries[index]!;
      return {
        name: entry.label,
        text: formatReading(entry, model.unit),
        when: entry.details
          .map((cell, at) => formatDetail(model.columns[at]!, cell, entry.kind))
          .filter((text) => text !== MISSING)
          .join(' · '),
        source: entry.source,
        evidence: entry.evidence ?? null,
      };
    };
  }
  if (isDated(model)) {
    const entries = listDatedEntries(model);
    return (_, index) => {
      const { entry, group } = entries[index]!;
      const amount =
        entry.value === null
          ? [entry.label, kindWords[entry.kind]].filter(Boolean).join(', ')
          : formatReading(entry, model.unit);
      return {
        name: entry.value === null ? group.label : `${entry.label}, ${group.label}`,
        text: amount,
        when: formatPeriod(entry.date.label),
        source: entry.source,
        evidence: entry.evidence ?? null,
      };
    };
  }
  const periods = listPeriods(model);
  return (series, index) => {
    const { label, points } = model.series[series]!;
    const period = periods[index]!;
    const point = points.find((one) => one.period.label === period.label);
    return {
      name: label,
      text: point ? formatReading(point, model.unit) : MISSING,
      when: formatWhen(point ?? { period }),
      source: point?.source ?? null,
      evidence: point?.evidence ?? null,
    };
  };
}

/**
 * "594,470 (451,000–774,000), estimate": a figure with its range and how it came
 * about, where that is not simply measured. A lone end is no range: "more than", or
 * "up to".
 */
function formatReading(figure: Pick<Point, 'value' | 'low' | 'high' | 'kind'>, unit: Unit): string {
  const { value, low = null, high = null, kind } = figure;
  const say = (one: number | null) => formatValue(one, unit, kind);
  const isRange = low !== null && high !== null && low !== high;
  const range = isRange ? ` (${say(low)}–${say(high)})` : '';
  const bound = low !== null && high === null ? '> ' : low === null && high !== null ? '≤ ' : '';
  return [bound + say(value) + range, kindWords[kind]].filter(Boolean).join(', ');
}

/** Estimates have no period and no source of their own. */
function buildEstimateReader(
  model: EstimateChartModel,
): (series: number, period: number) => Reading {
  const none = { source: null, evidence: null };
  const say = (value: number) => formatValue(value, model.unit);
  if (model.shape === 'tornado') {
    return (end, index) => {
      const { label, at_from, at_to, from_text, to_text } = model.bars[index]!;
      const value = end === 0 ? at_from : at_to;
      const change = formatChange((value / model.middle - 1) * 100, '%');
      return {
        ...none,
        name: `${label}: ${end === 0 ? from_text : to_text}`,
        text: say(value),
        when: model.middle === 0 ? '' : `${change} against the middle`,
      };
    };
  }
  if (model.shape === 'comparison') {
    return (_, index) => {
      const { label, href, middle, low, high } = model.scenarios[index]!;
      const when = low === high ? 'a single figure' : `5% – 95%: ${say(low)} – ${say(high)}`;
      return { ...none, name: label, text: say(middle), when, evidence: href };
    };
  }
  const columns = countColumns(model.draws);
  const share = (count: number) => formatValue((count / model.draws.length) * 100, '%');
  return (_, index) => {
    const { from, to, count } = columns[index]!;
    const below = columns.slice(0, index).reduce((sum, one) => sum + one.count, 0);
    return {
      ...none,
      name: `${share(count)} of the draws`,
      text: `${say(from)} – ${say(to)}`,
      when: `${share(below)} of the draws are smaller`,
    };
  };
}
