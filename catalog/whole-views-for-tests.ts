/** What holds of every view and every file, whatever the figures are. */
import { expect } from 'vitest';
import { toTable } from '@/charts/kinds';
import { listFigures } from '@/charts/model';
import { drawForPage } from '@/charts/page-drawings';
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
  const figures = listFigures(model).length;
  if (figures === 0) return;
  expect(toTable(model).page.rows.length).toBeGreaterThan(0);
  expect(sources.length).toBeGreaterThan(0);
  if (model.shape !== 'ranking') expect(wide.hits).toHaveLength(figures);
  for (const { x, y } of wide.hits) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(1000);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(1000);
  }
}
