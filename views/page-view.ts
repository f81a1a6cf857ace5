/**
 * Several charts on one page, driven by one query: a parameter two charts share
 * moves both.
 */

import { LINE_BREAK } from '@/address/href';
import type { ParameterProblem, Query } from '@/address/parameters';
import { LIST_PARAMETERS } from '@/address/trends';
import type { Tracker } from '@/db/connection';
import { type ChartView, getChartView, listViewParameters } from './chart-view';
import type { PublishedChart } from './published-chart';

export interface PageView {
  readonly views: readonly ChartView[];
  /** The parameters of all charts that differ from their defaults. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Of what the charts read. */
  readonly corrections: readonly ParameterProblem[];
  /** The parameters that they read; whatever else an address has must be the page's own. */
  readonly known: readonly string[];
}

/** Views in the order of the charts. */
export async function getPageView(
  tracker: Tracker,
  charts: readonly PublishedChart[],
  query: Query,
): Promise<PageView> {
  const found = await Promise.all(charts.map((chart) => getChartView(tracker, chart, query)));
  return {
    views: found.map(({ view }) => view),
    parameters: joinParameters(found.map(({ view }) => view.canonical)),
    corrections: listShared(found),
    known: found.flatMap(({ view }) => listViewParameters(view)),
  };
}

/** A list holds what any chart took from it; of other values all charts took the same. */
function joinParameters(
  canonicals: readonly Readonly<Record<string, string>>[],
): Readonly<Record<string, string>> {
  const joined: Record<string, string> = Object.assign({}, ...canonicals);
  for (const [name, joint] of JOINED) {
    const parts = canonicals.flatMap((one) => one[name]?.split(joint) ?? []);
    if (parts.length > 0) joined[name] = [...new Set(parts)].join(joint);
  }
  return joined;
}

const JOINED = [
  ['series', '~'],
  ['focus', '~'],
  ['note', LINE_BREAK],
] as const;

/**
 * What one chart cannot show another may: only what every chart that reads the
 * parameter refused is a mistake of the address.
 */
function listShared(
  found: readonly { view: ChartView; corrections: readonly ParameterProblem[] }[],
): ParameterProblem[] {
  const toKey = ({ parameter, found: text }: ParameterProblem) => `${parameter}=${text}`;
  const all = found.flatMap((one) => one.corrections);
  // Each once, in the words of the first chart.
  const once = all.filter((one, at) => all.findIndex((it) => toKey(it) === toKey(one)) === at);
  return once.filter((correction) =>
    found
      .filter(({ view }) => listViewParameters(view).includes(correction.parameter))
      .every(({ corrections }) => corrections.some((one) => toKey(one) === toKey(correction))),
  );
}

/** What the button of a form of choices sends, for browsers without scripts. */
export const UPDATE = 'update';

/**
 * Whether an address is spelled as a form does: with its button, or with a list that
 * repeats its name. There is a shorter one.
 */
export function isFormSpelling(query: Query): boolean {
  const repeats = (name: string) => Array.isArray(query[name]) || query[name] === '';
  return UPDATE in query || LIST_PARAMETERS.some(repeats);
}

/**
 * What of an address was the visitor's mistake. A form sends all of its fields: where one
 * of them changed what others may be, those start afresh without a word.
 */
export function listMistakes(
  query: Query,
  corrections: readonly ParameterProblem[],
): readonly ParameterProblem[] {
  if (!(UPDATE in query)) return corrections;
  return corrections.filter(({ parameter }) => TYPED.includes(parameter));
}

/** What somebody wrote by hand. */
const TYPED: readonly string[] = ['time', 'note'];
