/** How a kind of picture is drawn, and how it takes the room that it gets. */

import type { Drawing, Size } from '../canvas';

export interface PictureKind<Model> {
  /** `label` is the drawing's text alternative. Pure: same model, same text. */
  draw(model: Model, size: Size, label: string): Drawing;
  /** Whether it is as high as it has rows, whatever height is asked for. */
  readonly hasOwnHeight?: boolean;
  /** Its height on a page, in pixels; absent: that of every picture. */
  readonly pageHeight?: number;
  /** Absent where all of a model is drawn, or nothing. */
  readonly rows?: PictureRows<Model>;
}

/** Rows of which a picture may leave some out; tables and files have all. */
interface PictureRows<Model> {
  /** How many a drawing of this width shows. */
  countDrawn(model: Model, width: number): number;
  /** How many a drawing of at most this height has room for. */
  countFitting(model: Model, size: Size): number;
  /** The model with as many rows, and what to say of the others; null where there are none. */
  keep(model: Model, rows: number): { readonly shown: Model; readonly note: string | null };
}
