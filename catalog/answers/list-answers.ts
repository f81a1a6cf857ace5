/** What a query is answered with: the first few of all that can. */

import type { Orm } from '@/db/orm';
import type { Answer } from './answer';
import type { Asked } from './asked';
import {
  answerExportControl,
  answerMaker,
  answerSpecifications,
  answerTopChips,
} from './chip-answers';
import { answerSeries } from './declared-series';
import { answerHolders, answerOwner } from './holder-answers';
import { answerPurchase, answerRent } from './price-answers';
import { answerFromSeries } from './series-answer';
import { answerTraining } from './training-answers';
import { answerWorld } from './world-answers';

/** Everything that can answer, the more telling first. */
const ways: readonly ((orm: Orm, asked: Asked) => Promise<Answer | null>)[] = [
  answerRent,
  answerPurchase,
  answerTraining,
  answerWorld,
  answerMaker,
  answerExportControl,
  answerTopChips,
  answerHolders,
  ...answerSeries.map((series) => (orm: Orm, asked: Asked) => answerFromSeries(orm, asked, series)),
  answerOwner,
  answerSpecifications,
];

const MOST_ANSWERS = 3;

/** Answers with figures, each with its source; none where no series has what is asked for. */
export async function listAnswers(orm: Orm, asked: Asked): Promise<readonly Answer[]> {
  if (asked.words.length === 0) return [];
  const all = await Promise.all(ways.map((answer) => answer(orm, asked)));
  return all.filter((answer) => answer !== null).slice(0, MOST_ANSWERS);
}
