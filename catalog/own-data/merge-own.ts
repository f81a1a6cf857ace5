/** A chart with a visitor's figures over ours, and a sample file that fits it. */
import { type ChartModel, kindOf } from '@/charts/kinds';
import type { Series } from '@/charts/model';

/** Ours and the visitor's in one model; `notes` are what else is to be said of theirs. */
export const mergeOwn = (
  model: ChartModel,
  own: readonly Series[],
  notes: readonly string[] = [],
): ChartModel => kindOf(model).own?.merge(model, own, notes) ?? model;

/** A small CSV of invented figures that fits the chart; empty where it takes none. */
export const buildSample = (model: ChartModel): string =>
  kindOf(model).own?.buildSample(model) ?? '';
