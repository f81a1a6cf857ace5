/**
 * The pictures of a page or an embed: one for a wide screen and one for a phone, of
 * which a style sheet shows one. Nothing is drawn before somebody shows it.
 */
import type { Drawing, Size } from './canvas';
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

/** Those of a chart that stands next to others: one that leads a page, and small ones. */
const LEAD = { width: 800, height: 400 } as const;
const EMBED = { width: 688, height: 350 } as const;
const EMBED_NARROW = { width: 358, height: 250 } as const;
const SMALL = { width: 358, height: 208 } as const;

/** Drawn when first asked for, and kept as long as the drawable is. */
export const drawForPage = keepPer(
  (drawable: Drawable): PageDrawings => ({
    wide: draw(drawable, WIDE),
    narrow: draw(drawable, NARROW),
  }),
);

/** The same for a chart that leaves room for a column next to it. */
export const drawLead = keepPer(
  (drawable: Drawable): PageDrawings => ({
    wide: draw(drawable, LEAD),
    narrow: draw(drawable, NARROW),
  }),
);

/** The same for an embed: a column of text is wide, and a frame is no higher than it is. */
export const drawForEmbed = keepPer(
  (drawable: Drawable): PageDrawings => ({
    wide: draw(drawable, EMBED),
    narrow: draw(drawable, EMBED_NARROW),
  }),
);

/** A small picture, of one width everywhere. */
export const drawSmall = keepPer((drawable: Drawable): Drawing => draw(drawable, SMALL));

function draw({ model, label }: Drawable, { width, height }: Size): Drawing {
  const size = { width, height: pictureOf(model).pageHeight ?? height };
  const drawing = drawChart(model, size, label);
  // What is pointed at is read out, so that names in full would only be carried along.
  return { ...drawing, svg: drawing.svg.replace(/<title>[^<]*<\/title>/g, '') };
}

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
