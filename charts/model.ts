/** A chart's model and its parts, whatever its kind. */

export type { ChartModel } from './kinds';
export {
  isRanking,
  isTime,
  listEntries,
  listFigures,
  listPeriods,
  listSeries,
  listSourceSlugs,
} from './kinds';
export { isDense } from './kinds/dated/bands';
export type { DatedEntry, DatedGroup, DatedModel, LinePoint } from './kinds/dated/model';
export { hasValue } from './kinds/figure';
export type { MapPlace } from './kinds/map/kind';
export type { Part, PartsRow } from './kinds/parts/kind';
export type {
  CountedFigure,
  OtherCount,
  RankEntry,
  RankInterval,
  RankModel,
} from './kinds/ranking/model';
export { formatRank, selectRows } from './kinds/ranking/model';
export type { Span, SpanRow, SpanState } from './kinds/spans/kind';
export type { ChartTable } from './kinds/table';
export type {
  Annotation,
  Point,
  ReportedPeriod,
  Series,
  TimeMark,
  TimeModel,
} from './kinds/time/model';
export {
  dropGhosts,
  formatWhenShort,
  getFirstPoint,
  getLastPoint,
  hasFigureAt,
  toStacked,
  toStart,
  toUnstacked,
} from './kinds/time/model';
