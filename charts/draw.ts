/** Model → drawing, for every shape in `charts/kinds.ts`. */
import * as Plot from '@observablehq/plot';
import { type Drawing, plot, type Size } from './canvas';
import { paint } from './colors';
import { type ChartModel, type DrawnModel, kindOf, shapes } from './kinds';
import type { PictureKind } from './kinds/kind';
import { addRemarks, measureRemarks } from './remarks';

const pictures = new Map<string, PictureKind<DrawnModel>>(
  await Promise.all(
    Object.entries(shapes).map(
      async ([shape, { loadDrawing }]) => [shape, (await loadDrawing()).picture] as const,
    ),
  ),
);

export const pictureOf = ({ shape }: DrawnModel): PictureKind<DrawnModel> => pictures.get(shape)!;

/**
 * Draws a model at a size; `label` is the drawing's text alternative. A reader’s notes stand
 * below, within the height where there is a limit to it. Pure: same model, same text.
 */
export function drawChart(model: DrawnModel, asked: Size, label: string): Drawing {
  const { draw, hasOwnHeight } = pictureOf(model);
  const notes = measureRemarks(model, asked.width);
  const { mostHeight } = asked;
  const size =
    mostHeight === undefined || notes === 0
      ? asked
      : { ...asked, height: asked.height - notes, mostHeight: mostHeight - notes };
  if (kindOf(model).listFigures(model).length > 0) {
    const drawing = draw(model, size, label);
    return notes === 0 ? drawing : addRemarks(drawing, model as ChartModel);
  }
  return drawEmpty({ ...size, height: hasOwnHeight ? EMPTY_HEIGHT : size.height }, label);
}

const EMPTY_HEIGHT = 120;

/** What stands in place of a picture that has no figure: axes of nothing would look like a fault. */
const NOTHING = 'No figure for this choice';

function drawEmpty(size: Size, label: string): Drawing {
  const { width, height } = size;
  const frame = { left: 0, right: width, top: 0, bottom: height };
  const svg = plot({
    label: `${label} ${NOTHING}.`,
    size,
    frame,
    marks: [
      Plot.text([NOTHING], { frameAnchor: 'middle', fill: paint('muted'), fontStyle: 'italic' }),
    ],
  });
  return { svg, width, height, frame, hits: [] };
}
