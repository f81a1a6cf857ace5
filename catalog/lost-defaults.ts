/**
 * What published charts and the overview open with, and a new database lacks: the
 * market, chip or list that their declarations prefer. Without it they would open
 * with something else, and say nothing.
 */

import { type Choice, type Option, parseChoices } from '@/address/choices';
import type { Query } from '@/address/parameters';
import type { Tracker } from '@/db/connection';
import type { LostDefault } from '@/db/vanished';
import { buildKeyFigure } from '@/views/key-figure';
import type { PublishedChart } from '@/views/published-chart';
import { keyFigureDeclarations } from './key-figures';
import { publishedCharts } from './published';

interface Opening {
  readonly chart: PublishedChart;
  readonly query: Query;
  /** As in "the overview". */
  readonly shownBy: string;
}

/** In the order of declaration, charts first; what several open with is told once. */
export async function findLostDefaults(older: Tracker, newer: Tracker): Promise<LostDefault[]> {
  const openings = publishedCharts.map(
    (chart): Opening => ({ chart, query: {}, shownBy: `the chart “${chart.name}”` }),
  );
  const lost: LostDefault[] = [];
  for (const opening of openings) lost.push(...(await listLostChoices(opening, older, newer)));
  for (const declaration of keyFigureDeclarations) {
    const { label, series } = declaration;
    const opening = { ...declaration, shownBy: `“${label}” on the overview` };
    const choices = await listLostChoices(opening, older, newer);
    lost.push(...choices);
    if (choices.length > 0) continue;
    const [then, now] = [
      await buildKeyFigure(older, declaration),
      await buildKeyFigure(newer, declaration),
    ];
    if (then && !now) lost.push(toLost(opening, series));
  }
  return lost.filter(({ found }, place) => lost.findIndex((one) => one.found === found) === place);
}

/** The values that a chart is asked for, or prefers, which only the older one offers. */
async function listLostChoices(
  opening: Opening,
  older: Tracker,
  newer: Tracker,
): Promise<LostDefault[]> {
  const { chart, query } = opening;
  const { values, offered } = await parseChoices(chart.choices, query, older.orm);
  const asked = Object.fromEntries(Object.keys(chart.choices).map((name) => [name, '']));
  const lost: LostDefault[] = [];
  for (const { name, value, options } of offered) {
    const choice = chart.choices[name];
    if (!choice || value === '' || (choice.preferred === undefined && !(name in query))) continue;
    const now = await choice.list(newer.orm, values, asked);
    if (isOnOffer(choice, options, value) && !isOnOffer(choice, now, value)) {
      lost.push(toLost(opening, value));
    }
  }
  return lost;
}

function isOnOffer({ parse }: Choice, options: readonly Option[], value: string): boolean {
  return parse ? parse(value, options) === value : options.some((one) => one.value === value);
}

function toLost({ chart, shownBy }: Opening, found: string): LostDefault {
  return { dataset: chart.datasets[0]?.slug ?? chart.slug, found, shownBy };
}
