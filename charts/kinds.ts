/**
 * Every kind of picture, by the shape of its models. A kind is a folder in `charts/kinds/` and
 * a line here for each shape: what it knows, and where its drawing is. Drawings come when
 * `charts/draw.ts` asks for them: whoever only needs words and figures loads none.
 */

import type { Period } from '@/units/period';
import { comparison } from './kinds/comparison/kind';
import { lanes, scatter } from './kinds/dated/kind';
import { distribution } from './kinds/distribution/kind';
import type { Figure, Named, Remark, Spot } from './kinds/figure';
import type { ChartKind, FiguresKind, PictureKind } from './kinds/kind';
import { map } from './kinds/map/kind';
import { parts } from './kinds/parts/kind';
import { ranking } from './kinds/ranking/kind';
import type { RankEntry, RankModel } from './kinds/ranking/model';
import { spans } from './kinds/spans/kind';
import type { ChartTable } from './kinds/table';
import { time } from './kinds/time/kind';
import type { Series, TimeModel } from './kinds/time/model';
import { tornado } from './kinds/tornado/kind';

type ModelOf<Kind> = Kind extends ChartKind<infer Model> ? Model : never;

const toShape = <Kind extends ChartKind<never>>(
  kind: Kind,
  loadDrawing: () => Promise<{ readonly picture: PictureKind<ModelOf<Kind>> }>,
) => ({ kind, loadDrawing });

/** Of published charts. */
const published = {
  lines: toShape(time, () => import('./kinds/time/lines')),
  columns: toShape(time, () => import('./kinds/time/columns')),
  'stacked-columns': toShape(time, () => import('./kinds/time/columns')),
  'stacked-areas': toShape(time, () => import('./kinds/time/stacked-areas')),
  ranking: toShape(ranking, () => import('./kinds/ranking/picture')),
  scatter: toShape(scatter, () => import('./kinds/dated/scatter')),
  'interval-bars': toShape(ranking, () => import('./kinds/ranking/interval-bars')),
  lanes: toShape(lanes, () => import('./kinds/dated/lanes')),
  spans: toShape(spans, () => import('./kinds/spans/picture')),
  parts: toShape(parts, () => import('./kinds/parts/picture')),
  map: toShape(map, () => import('./kinds/map/picture')),
};

/** Of estimates: they belong to no published chart, because their figures are a visitor's. */
const estimates = {
  distribution: toShape(distribution, () => import('./kinds/distribution/picture')),
  tornado: toShape(tornado, () => import('./kinds/tornado/picture')),
  comparison: toShape(comparison, () => import('./kinds/comparison/picture')),
};

/**
 * A chart before it has pixels: series, domains, kinds of figures, notes. The drawing, the
 * table, the summary and the hover text all come from one model, so that no two of them
 * can disagree.
 */
export type ChartModel = ModelOf<(typeof published)[keyof typeof published]['kind']> & {
  /** A reader’s own notes, in the order of the address; absent: none. */
  readonly remarks?: readonly Remark[];
};

export type EstimateChartModel = ModelOf<(typeof estimates)[keyof typeof estimates]['kind']>;

/** Whatever can be drawn: a published chart's figures, or an estimate. */
export type DrawnModel = ChartModel | EstimateChartModel;

export const shapes = { ...published, ...estimates };

export function kindOf(model: ChartModel): FiguresKind<ChartModel>;
export function kindOf(model: DrawnModel): ChartKind<DrawnModel>;
export function kindOf({ shape }: DrawnModel): ChartKind<DrawnModel> {
  return shapes[shape].kind;
}

/** Whether a model can be summed, indexed, cut in time, as series over time can. */
export const isTime = (model: ChartModel): model is TimeModel => kindOf(model) === time;

/** The series of a model over time; of any other none. */
export const listSeries = (model: ChartModel): readonly Series[] =>
  isTime(model) ? model.series : [];

/** Whether a model is a ranking, however it is drawn. */
export const isRanking = (model: ChartModel): model is RankModel => kindOf(model) === ranking;

/** The entries of a ranking; of any other model none. */
export const listEntries = (model: ChartModel): readonly RankEntry[] =>
  isRanking(model) ? model.entries : [];

/** The kinds of published charts, each once. */
export const figuresKinds: ReadonlySet<FiguresKind<ChartModel>> = new Set(
  Object.values(published).map(({ kind }): FiguresKind<ChartModel> => kind),
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

/** What of it can stand out, in its order: series, rows, groups, places. */
export const listNames = (model: ChartModel): readonly Named[] => kindOf(model).names.list(model);

/** The model with everything but these in the gray of what steps back. */
export const recede = (model: ChartModel, ids: readonly string[]): ChartModel =>
  kindOf(model).names.recede(model, ids);

/** Whatever a reader’s note may name, by id or label. */
export const listNotable = (model: ChartModel): readonly Named[] => [
  ...listNames(model),
  ...(kindOf(model).listEntries?.(model) ?? []),
];

/** Tells of a hit of its drawing what it is of. */
export const locate = (model: ChartModel): ((series: number, period: number) => Spot) =>
  kindOf(model).locate(model);

/** The periods along its axis, oldest first; none where it has no axis of time. */
export const listPeriods = (model: ChartModel): readonly Period[] =>
  kindOf(model).listPeriods(model);

/** What stands below its picture: how it is drawn where that depends on the figures, and its notes. */
export const listNotes = (model: ChartModel): readonly string[] => [
  ...(kindOf(model).describeDrawn?.(model) ?? []),
  ...model.notes,
];

/** Its figures as a table. */
export const toTable = (model: ChartModel): ChartTable => kindOf(model).toTable(model);
