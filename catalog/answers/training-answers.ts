/** Answers about what training a model cost: one model, or the dearest of all that are known. */

import { group } from 'd3-array';
import { toDatasetHref, toEvidenceHref } from '@/address/links';
import { costScenarios } from '@/data/cost-scenarios/contract';
import type { Orm } from '@/db/orm';
import { type CostScenarioRow, listCostScenarios } from '@/subjects/calculators/queries';
import { formatValue } from '@/units/format-value';
import { type Answer, type AnswerFigure, buildAnswer } from './answer';
import { type Asked, isOneOf } from './asked';

const COST = 'cost price dollar usd expensive'.split(' ');
const TRAIN = 'train training model llm'.split(' ');
const ALSO = 'most ai large language foundation frontier build develop run much'.split(' ');

/** What of an estimate is a cost of training, the fullest first. */
const COSTS: readonly CostScenarioRow['parameter'][] = [
  'amortised-cost',
  'published-cost',
  'cost-low',
  'cloud-cost',
];
const MOST_MODELS = 4;

export async function answerTraining(orm: Orm, asked: Asked): Promise<Answer | null> {
  const { rest, things } = asked;
  if (!rest.some((word) => isOneOf(word, COST))) return null;
  // A maker may be a part of its model’s name: DeepSeek-V3.
  const makers = things.flatMap(([{ row }]) => row.split('-'));
  const others = rest.filter((word) => !isOneOf(word, [...COST, ...TRAIN, ...ALSO]));
  const wanted = [...makers, ...others];
  if (wanted.length === 0 && !rest.some((word) => isOneOf(word, TRAIN))) return null;
  const rows = (await listCostScenarios(orm)).filter(({ kind }) => kind === 'training');
  const models = [...group(rows, ({ scenario }) => scenario).values()].flatMap((own) => {
    const costs = COSTS.flatMap((name) => own.find(({ parameter }) => parameter === name) ?? []);
    const [cost] = costs;
    const words = splitName(own[0]?.name ?? '');
    return cost && wanted.every((word) => words.includes(word))
      ? [{ own, words, cost, costs }]
      : [];
  });
  const named = rest.filter((word) => !isOneOf(word, [...COST, ...ALSO, 'training', 'model']));
  const isAsked = ({ words }: (typeof models)[number]) =>
    words.some((word) => named.includes(word));
  const shown = models
    .toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)) || b.cost.value - a.cost.value)
    .slice(0, MOST_MODELS);
  const [first, second] = shown;
  const single = first && !second ? first : null;
  return buildAnswer(orm, {
    title: single ? `${single.cost.name}, cost of training` : 'What training a model cost',
    note: 'Methods differ; a maker’s own figure often covers the final run only.',
    figures: single
      ? single.costs.map((cost) => toFigure(cost, single.own, wordParameter(cost)))
      : shown.map(({ cost, own }) => toFigure(cost, own, cost.name)),
    sources: shown.flatMap(({ costs }) => costs.map(({ source }) => source)),
    links: [
      { label: 'Compute it', href: '/calculators/training' },
      { label: 'All estimates', href: toDatasetHref('cost-scenarios') },
    ],
  });
}

/** "gpt", "4" and "2023" of "GPT-4 (2023)". */
const splitName = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function toFigure(
  cost: CostScenarioRow,
  own: readonly CostScenarioRow[],
  label: string,
): AnswerFigure {
  const high = own.find(({ parameter }) => parameter === 'cost-high');
  const isRange = cost.parameter === 'cost-low' && high !== undefined;
  const values = [cost, ...(isRange ? [high] : [])].map(({ value }) => formatValue(value, 'USD'));
  return {
    label,
    values: [values.join('–')],
    detail: label === cost.name && !isRange ? wordParameter(cost) : null,
    href: toEvidenceHref(costScenarios, cost),
  };
}

/** "Epoch AI’s estimate of worn hardware and energy" */
const wordParameter = ({ parameter }: CostScenarioRow): string =>
  costScenarios.columns.parameter.values[parameter].replace(/\.$/, '');
