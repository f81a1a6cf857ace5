/**
 * Every kind of picture, by the shape of its models. A kind is a folder in `charts/kinds/`,
 * a line here, and one in `charts/draw.ts` for its drawing: whoever only needs words and
 * figures loads no drawing.
 */

import type { Period } from '@/units/period';
import { comparison } from './kinds/comparison/kind';
import { lanes, scatter } from './kinds/dated/kind';
import { distribution } from './kinds/distribution/kind';
import type { Figure } from './kinds/figure';
import type { ChartKind, FiguresKind } from './kinds/kind';
import { ranking } from './kinds/ranking/kind';
import { time } from './kinds/time/kind';
import type { Series, TimeModel } from './kinds/time/model';
import { tornado } from './kinds/tornado/kind';

/** Of published charts. */
const published = {
  lines: time,
  columns: time,
  'stacked-columns': time,
  'stacked-areas': time,
  ranking,
  scatter,
  lanes,
};

/** Of estimates: they belong to no published chart, because their figures are a visitor's. */
const estimates = { distribution, tornado, comparison };

type ModelOf<Kind> = Kind extends ChartKind<infer Model> ? Model : never;

/**
 * A chart before it has pixels: series, domains, kinds of figures, notes. The drawing, the
 * table, the summary and the hover text all come from one model, so that no two of them
 * can disagree.
 */
export type ChartModel = ModelOf<(typeof published)[keyof typeof published]>;

export type EstimateChartModel = ModelOf<(typeof estimates)[keyof typeof estimates]>;

/** Whatever can be drawn: a published chart's figures, or an estimate. */
export type DrawnModel = ChartModel | EstimateChartModel;

export const kinds = { ...published, ...estimates };

export function kindOf(model: ChartModel): FiguresKind<ChartModel>;
export function kindOf(model: DrawnModel): ChartKind<DrawnModel>;
export function kindOf({ shape }: DrawnModel): ChartKind<DrawnModel> {
  return kinds[shape];
}

/** Whether a model can be summed, indexed, cut in time, as series over time can. */
export const isTime = (model: ChartModel): model is TimeModel => kindOf(model) === time;

/** The series of a model over time; of any other none. */
export const listSeries = (model: ChartModel): readonly Series[] =>
  isTime(model) ? model.series : [];

/** The kinds of published charts, each once. */
export const figuresKinds: ReadonlySet<FiguresKind<ChartModel>> = new Set(
  Object.values<FiguresKind<ChartModel>>(published),
);

/** The slugs of every source behind a model, each once, in order of appearance. */
export function listSourceSlugs(model: ChartModel): string[] {
  return [
    ...new Set(
      kindOf(model)
        .listOrigins(model)
        .flatMap(({ source }) => source ?? []),
    ),
  ];
}

/** What a model's picture shows, in its order. */
export const listFigures = (model: ChartModel): readonly Figure[] =>
  kindOf(model).listFigures(model);

/** The periods along its axis, oldest first; none where it has no axis of time. */
export const listPeriods = (model: ChartModel): readonly Period[] =>
  kindOf(model).listPeriods(model);
