/**
 * The pictures of a page or an embed: one for a wide screen and one for a phone, of
 * which a style sheet shows one. Nothing is drawn before somebody shows it.
 */
import type { Drawing } from './canvas';
import { drawChart, pictureOf } from './draw';
import type { DrawnModel } from './kinds';

/** The sizes at which a page draws a picture, in pixels. */
export const WIDE = { width: 1080, height: 344 } as const;
export const NARROW = { width: 358, height: 268 } as const;

/** What can be drawn, with its text alternative. */
export interface Drawable {
  readonly model: DrawnModel;
  readonly label: string;
}

interface PageDrawings {
  readonly wide: Drawing;
  readonly narrow: Drawing;
}

/** Drawn when first asked for, and kept as long as the drawable is. */
export const drawForPage = keepPer(({ model, label }: Drawable): PageDrawings => {
  const { pageHeight } = pictureOf(model);
  const draw = ({ width, height }: typeof WIDE | typeof NARROW) =>
    drawChart(model, { width, height: pageHeight ?? height }, label);
  return { wide: draw(WIDE), narrow: draw(NARROW) };
});

/**
 * `make`, called once for each object: its result is kept as long as the object itself.
 * For objects that never change, such as models.
 */
function keepPer<From extends object, Made extends object>(
  make: (from: From) => Made,
): (from: From) => Made {
  const kept = new WeakMap<From, Made>();
  return (from) => {
    const known = kept.get(from);
    if (known) return known;
    const made = make(from);
    kept.set(from, made);
    return made;
  };
}
