/** What holds of every view and every file, whatever the figures are. */
import { expect } from 'vitest';
import { type ColorName, getColor, paintFill } from '@/charts/colors';
import { toTable } from '@/charts/kinds';
import { assignLineSymbols, assignSymbols } from '@/charts/legend';
import { type ChartModel, isDense, isRanking, listFigures } from '@/charts/model';
import { drawForPage } from '@/charts/page-drawings';
import { getLeastDifference } from '@/data/sight-for-tests';
import type { ChartView } from '@/views/chart-view';

/** A formatting slip, or a value that nobody worded. */
export const SLIP = /NaN|undefined|\bnull\b|Infinity|\[object/;

/** Nothing of a view is empty or slipped; its picture and table hold its figures. */
export function expectWholeView(view: ChartView): void {
  const { drawable, summary, title, subtitle, sources, model, reading } = view;
  const { wide, narrow } = drawForPage(drawable);
  for (const text of [wide.svg, narrow.svg, summary, title, subtitle, ...reading]) {
    expect(text).not.toMatch(SLIP);
    expect(text.trim()).not.toBe('');
  }
  expectTellable(model);
  const figures = listFigures(model).length;
  if (figures === 0) return;
  expect(toTable(model).page.rows.length).toBeGreaterThan(0);
  expect(sources.length).toBeGreaterThan(0);
  // Of rankings and parts rows are drawn to a number, of too many dots bands.
  const isCut = isRanking(model) || model.shape === 'parts';
  const isSingle = !isCut && !('groups' in model && isDense(model));
  if (isSingle) expect(wide.hits).toHaveLength(figures);
  for (const { x, y } of wide.hits) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(1000);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(1000);
  }
}

/** Any two things that only their look tells apart have other colors, in any sight, or other marks. */
function expectTellable(model: ChartModel): void {
  const looks = listLooks(model);
  for (const [at, one] of looks.entries()) {
    for (const other of looks.slice(at + 1)) {
      if (one.mark !== other.mark) continue;
      for (const theme of ['light', 'dark'] as const) {
        const [a, b] = [one, other].map(({ color }) => getColor(color, theme) ?? '');
        const difference = getLeastDifference(a!, b!);
        expect(difference, `${one.id} and ${other.id}, ${theme}`).toBeGreaterThanOrEqual(15);
      }
    }
  }
}

interface Look {
  readonly id: string;
  /** As a drawing refers to it. */
  readonly color: string;
  /** null: an area, of which the color is all. */
  readonly mark: string | null;
}

/** Of pictures whose rows have names beside them, nothing: there the color only repeats the name. */
function listLooks(model: ChartModel): Look[] {
  switch (model.shape) {
    case 'lines':
      return toMarked(model.series, assignLineSymbols(model.series));
    case 'scatter': {
      const groups = model.groups.filter(({ entries }) => entries.length > 0);
      return toMarked(groups, assignSymbols(groups));
    }
    case 'columns':
    case 'stacked-columns':
    case 'stacked-areas':
      return model.series.map(({ id, color }) => ({ id, color: toFill(color), mark: null }));
    case 'ranking':
      return (model.legend ?? []).map(({ name, color }) => ({
        id: name,
        color: toFill(color),
        mark: null,
      }));
    default:
      return [];
  }
}

const toFill = (color: ColorName): string => paintFill(color).slice('var(--'.length, -1);

const toMarked = (
  named: readonly { readonly id: string; readonly color: ColorName }[],
  marks: ReadonlyMap<string, string>,
): Look[] => named.map(({ id, color }) => ({ id, color, mark: marks.get(id) ?? 'circle' }));
