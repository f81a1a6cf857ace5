/** Model → drawing, for every shape in `charts/kinds.ts`. */
import type { Drawing, Size } from './canvas';
import { drawEmpty } from './empty';
import { type DrawnModel, kindOf, shapes } from './kinds';
import type { PictureKind } from './kinds/kind';

const pictures = new Map<string, PictureKind<DrawnModel>>(
  await Promise.all(
    Object.entries(shapes).map(
      async ([shape, { loadDrawing }]) => [shape, (await loadDrawing()).picture] as const,
    ),
  ),
);

export const pictureOf = ({ shape }: DrawnModel): PictureKind<DrawnModel> => pictures.get(shape)!;

/** Draws a model at a size; `label` is the drawing's text alternative. Pure: same model, same text. */
export function drawChart(model: DrawnModel, size: Size, label: string): Drawing {
  const { draw, hasOwnHeight } = pictureOf(model);
  if (kindOf(model).listFigures(model).length > 0) return draw(model, size, label);
  return drawEmpty({ ...size, height: hasOwnHeight ? EMPTY_HEIGHT : size.height }, label);
}

const EMPTY_HEIGHT = 120;
