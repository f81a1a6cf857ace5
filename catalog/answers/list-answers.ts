/** What a query is answered with: the first few of all that can. */

import type { Orm } from '@/db/orm';
import { toShortName } from '@/subjects/chips/chip-entries';
import type { Answer } from './answer';
import { type Asked, listChipsNamed } from './asked';
import {
  answerExportControl,
  answerMaker,
  answerSpecifications,
  answerTopChips,
} from './chip-answers';
import { answerCountry } from './country-answers';
import { answerSeries } from './declared-series';
import { answerExpected } from './expected-answers';
import { answerHolders, answerOwner } from './holder-answers';
import { answerPaperShare } from './paper-answers';
import { answerPurchase } from './price-answers';
import { answerRent } from './rent-answers';
import { answerFromSeries } from './series-answer';
import { answerTraining } from './training-answers';
import { answerWorld } from './world-answers';

type Way = (orm: Orm, asked: Asked) => Promise<Answer | null>;

const listWays = (loosely: boolean): readonly Way[] =>
  answerSeries.map((series) => (orm, asked) => answerFromSeries(orm, asked, series, loosely));

const ofSeries = listWays(false);
const ofSeriesLoosely = listWays(true);

/** Everything that can answer, the more telling first. */
const ways: readonly Way[] = [
  answerExpected,
  answerRent,
  answerPurchase,
  answerTraining,
  answerWorld,
  answerMaker,
  answerExportControl,
  answerTopChips,
  answerHolders,
  answerCountry,
  answerPaperShare,
  ...ofSeries,
  answerOwner,
  answerSpecifications,
];

const MOST_ANSWERS = 3;

/**
 * Answers with figures, each with its source; where there are none of a chip, what is known of
 * its maker, and said to be that. None where no series has what is asked for.
 */
export async function listAnswers(orm: Orm, asked: Asked): Promise<readonly Answer[]> {
  if (asked.words.length === 0) return [];
  const answers = await ask(orm, asked, ways);
  if (answers.length > 0) return answers;
  const ofMakers = toMakers(asked);
  if (!ofMakers) return ask(orm, asked, ofSeriesLoosely);
  const others = await ask(orm, ofMakers.asked, ofSeries);
  return others.map((one) => ({
    ...one,
    note: [ofMakers.note, one.note].filter(Boolean).join(' '),
  }));
}

async function ask(orm: Orm, asked: Asked, of: readonly Way[]): Promise<readonly Answer[]> {
  const all = await Promise.all(of.map((answer) => answer(orm, asked)));
  return all.filter((answer) => answer !== null).slice(0, MOST_ANSWERS);
}

/** The same question of the makers of the chips in it; null where it names no chip, or nothing else. */
function toMakers(asked: Asked): { asked: Asked; note: string } | null {
  const [chip] = listChipsNamed(asked);
  if (!chip || asked.rest.length === 0) return null;
  const things = asked.things.map((rows): Asked['things'][number] => {
    const { dataset, maker } = rows[0];
    if (dataset !== 'chips' || maker === null) return rows;
    const name = asked.names.nameOf('vendors', maker);
    const [first, ...more] = asked.names.find(name);
    return first ? [first, ...more] : rows;
  });
  const maker = chip.maker && asked.names.nameOf('vendors', chip.maker);
  return {
    asked: { ...asked, things },
    note: `No such figures of ${toShortName(chip.name)} alone; these are all of ${maker}’s.`,
  };
}
