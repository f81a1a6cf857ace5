/** Model → drawing, for every kind of picture in `charts/kinds.ts`. */
import type { Drawing, Size } from './canvas';
import { drawEmpty } from './empty';
import { type DrawnModel, kindOf } from './kinds';
import { drawComparison } from './kinds/comparison/picture';
import { drawLanes } from './kinds/dated/lanes';
import { drawScatter } from './kinds/dated/scatter';
import { drawDistribution } from './kinds/distribution/picture';
import type { PictureKind } from './kinds/picture';
import { rankingPicture } from './kinds/ranking/picture';
import { drawColumns } from './kinds/time/columns';
import { drawLines } from './kinds/time/lines';
import { drawStackedAreas } from './kinds/time/stacked-areas';
import { drawTornado } from './kinds/tornado/picture';

const pictures: {
  readonly [Shape in DrawnModel['shape']]: PictureKind<DrawnModel & { readonly shape: Shape }>;
} = {
  lines: { draw: drawLines },
  columns: { draw: drawColumns },
  'stacked-columns': { draw: drawColumns },
  'stacked-areas': { draw: drawStackedAreas },
  ranking: rankingPicture,
  scatter: { draw: drawScatter },
  lanes: { draw: drawLanes, hasOwnHeight: true },
  distribution: { draw: drawDistribution, pageHeight: 190 },
  tornado: { draw: drawTornado, hasOwnHeight: true },
  comparison: { draw: drawComparison, hasOwnHeight: true },
};

export const pictureOf = ({ shape }: DrawnModel): PictureKind<DrawnModel> => pictures[shape];

/** Draws a model at a size; `label` is the drawing's text alternative. Pure: same model, same text. */
export function drawChart(model: DrawnModel, size: Size, label: string): Drawing {
  const { draw, hasOwnHeight } = pictureOf(model);
  if (kindOf(model).listFigures(model).length > 0) return draw(model, size, label);
  return drawEmpty({ ...size, height: hasOwnHeight ? EMPTY_HEIGHT : size.height }, label);
}

const EMPTY_HEIGHT = 120;
