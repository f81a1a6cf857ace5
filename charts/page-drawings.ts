/**
 * The pictures of a page or an embed: one for a wide screen and one for a phone, of
 * which a style sheet shows one. Nothing is drawn before somebody shows it.
 */
import type { Drawing } from './canvas';
import { type DrawnModel, drawChart } from './draw';
import { isEstimate } from './estimate-model';
import { keepPer } from './keep-per';

/** The sizes at which a page draws a picture, in pixels. */
export const WIDE = { width: 860, height: 440 } as const;
export const NARROW = { width: 358, height: 340 } as const;
/** Of the spread of an estimate, on either screen; shapes made of rows have their own. */
const ESTIMATE_HEIGHT = 190;

/** What can be drawn, with its text alternative. */
export interface Drawable {
  readonly model: DrawnModel;
  readonly label: string;
}

export interface PageDrawings {
  readonly wide: Drawing;
  readonly narrow: Drawing;
}

/** Drawn when first asked for, and kept as long as the drawable is. */
export const drawForPage = keepPer(({ model, label }: Drawable): PageDrawings => {
  const draw = (size: typeof WIDE | typeof NARROW) =>
    drawChart(model, isEstimate(model) ? { ...size, height: ESTIMATE_HEIGHT } : size, label);
  return { wide: draw(WIDE), narrow: draw(NARROW) };
});
